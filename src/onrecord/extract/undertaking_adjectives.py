"""Undertakings that an adjective carries: "is ready to talk", "is due to arrive", "is committed to closing it"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.asserted import prospective, undertaken
from onrecord.extract.attribution import phrase
from onrecord.extract.commissives import kinds, listed
from onrecord.extract.draft import Draft
from onrecord.extract.holding import cue_lemma
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.undertaking import Undertaking
from onrecord.extract.undertaking_verbs import before_aside, cue_span
from onrecord.extract.willed import befalls
from onrecord.model import Spans

_VERBAL = ("VERB", "AUX")
_COPULAS = frozenset({"be", "stand", "remain", "declare", "profess", "pronounce"})


def of_adjective(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """ "is ready to talk", "is due to arrive": of somebody who can act."""
    action = parse.child(i, "xcomp")
    lemma = parse.lemma[i].lower()
    lemma = lemma if lemma in kinds("adjectives") else parse.lower(i)
    gerund = _toward(parse, i) if action is None and kinds("adjectives")[lemma] == "promise" else None
    action = gerund if action is None else action
    if action is None or action < i or not (gerund is not None or prospective(parse, action)):
        return
    verb = i if parse.pos[i] == "VERB" else parse.head[i]
    if parse.pos[verb] not in _VERBAL or (parse.pos[i] == "VERB" and parse.child(i, "auxpass") is None):
        return
    if parse.pos[i] != "VERB" and parse.lemma[verb].lower() not in _COPULAS:
        return  # "I think that they were ready": no readiness of mine
    subject = parse.child(verb, "nsubj", "nsubjpass")
    subject = before_aside(parse, verb) if subject is None else subject
    past = parse.tag[verb] == "VBD" or any(parse.tag[c] == "VBD" for c in parse.childs(verb, "auxpass"))
    asides = parse.childs(verb, "advmod", "mark") if parse.dep[verb] == "advcl" else []
    when = any(parse.lower(c) in ("when", "whenever", "than") for c in asides)
    told = parse.dep[verb] == "ccomp" or any(
        c.holds(parse.span(i, i + 1)) for s in so_far.statements for c in s.content
    )
    when = when or any(parse.lower(c) in listed("barred", "habits") - {"never"} for c in parse.childs(verb, "advmod"))
    when = when or any(parse.tag[t] in ("WRB", "WP") for t in range(parse.left[verb], verb))  # "how far they are ready"
    if when or (past and (kinds("adjectives")[lemma] == "plan" or not told)):
        return  # what was due, or what somebody was ready to do, may long be over
    if subject is None or not undertaken(parse, verb) or befalls(parse, action, subject):
        return
    promisor: Spans = (phrase(parse, subject),)
    if actor_at(so_far, parse.span(subject, subject + 1)) is None:
        said = next((s for s in so_far.statements if any(c.holds(promisor[0]) for c in s.content)), None)
        known = {"i", "we"} | ({"he", "she", "it", "they"} if said is not None and said.type == "indirect" else set())
        if (
            said is None
            or parse.lower(subject) not in known
            or cue_lemma(parse, said) in listed("barred", "minds") | {"know"}
        ):
            return
        promisor = said.source
    yield Undertaking(
        i, parse.span(verb, i + 1) if verb < i else cue_span(parse, i), kinds("adjectives")[lemma],
        promisor, action, f"adjective:{lemma}", 0.65,
    )  # fmt: skip


def _toward(parse: Parse, i: int) -> int | None:
    """What somebody "is committed to" doing."""
    doing = (parse.child(p, "pcomp") for p in parse.childs(i, "prep") if parse.lower(p) == "to")
    return next((d for d in doing if d is not None and parse.tag[d] == "VBG"), None)
