"""Who undertakes: the subject of the cue, whoever tells of it where that is nobody, whoever issues a paper."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.asserted import undertaken
from onrecord.extract.attribution import phrase, subject_of
from onrecord.extract.commissives import listed
from onrecord.extract.draft import Draft
from onrecord.extract.names import actor_of, head_token
from onrecord.extract.parse import Parse
from onrecord.extract.sides import nameless
from onrecord.extract.undertaking import Undertaking
from onrecord.model import Span, Spans, Statement, hull

THIRD = frozenset({"he", "she", "it", "they"})
_BY_PEOPLE = frozenset({"verb:vow", "verb:pledge", "verb:undertake"})
"""What only people and their bodies do, whatever a body is called: "the ferry line vowed to"; a plot may "promise"."""


def by_somebody(parse: Parse, so_far: Draft, found: Undertaking, around: list[Statement]) -> Undertaking | None:
    """The undertaking, by whoever tells of it where its own subject is nobody; None where nobody is left."""
    if found.promisor and hull(found.promisor).of(parse.text).lower() in ("my", "our"):
        around = [s for s in around if s.source and s.source != found.promisor]
        return replace(found, promisor=around[-1].source) if around else None
    paper = head_token(parse, hull(found.promisor)) if found.promisor else None
    sent = paper is not None and any(parse.lower(p) in ("from", "by") for p in parse.childs(paper, "prep"))
    if paper is not None and not sent and parse.lemma[paper].lower() in listed("speech", "papers"):
        issuer = _issuer(parse, paper)
        return replace(found, promisor=(phrase(parse, issuer),)) if issuer is not None else None
    if not found.promisor or actor_of(parse, so_far, hull(found.promisor)) is not None:
        return found
    if parse.child(found.cue, "auxpass") is not None:
        return found  # "had been promised by the junta's number two"
    head = head_token(parse, hull(found.promisor))
    teller = next((s for s in reversed(around) if s.source and s.source != found.promisor), None)
    named_by = hull(found.promisor).of(parse.text).lower()
    if teller is not None and named_by in (THIRD if teller.type == "indirect" else ("i", "we")):
        return replace(found, promisor=teller.source)  # "the firm says it needs until May", "We promise to go," he said
    if (
        head is None
        or parse.pos[head] in ("PRON", "PROPN", "NUM")
        or nameless(parse, head)
        or any(parse.pos[c] == "PROPN" for c in parse.childs(head, "conj", "appos"))  # joint with somebody named
        or parse.lemma[head].lower() in listed("sides", "bodies")
        or (found.rule in _BY_PEOPLE and parse.lemma[head].lower() not in listed("things", "means"))
    ):
        return found
    return replace(found, promisor=teller.source) if teller is not None else None


def _issuer(parse: Parse, paper: int) -> int | None:
    """Who issues or signs a paper: "the bank sent a letter promising to pay"; None for one that is only asked for."""
    verb = parse.head[paper]
    sent = (
        parse.dep[paper] == "dobj"
        and parse.lemma[verb].lower() in listed("sides", "issuing")
        and undertaken(parse, verb)
    )
    return subject_of(parse, verb) if sent else None


def undated(parse: Parse, so_far: Draft, promisor: Spans) -> Spans:
    """The promisor without a day that the parser took into his name: "The rebels on Tuesday gave the town an hour"."""
    if not promisor:
        return promisor
    last = promisor[-1]
    for time in so_far.times:
        tokens = parse.tokens_in(time.span)
        on = bool(tokens) and tokens[0] > 0 and parse.lower(tokens[0] - 1) == "on"
        start = parse.start[tokens[0] - 1] if on else time.span.start
        if on and time.span.end == last.end and start > last.start + 1:
            return (*promisor[:-1], Span(last.start, start - 1))
    return promisor


def is_somebody(parse: Parse, found: Undertaking) -> bool:
    """Whether the promisor can be one: not nobody ("no business"), not "you", no scrap of a word ("let's"), and none
    only where a passive leaves him out."""
    words = hull(found.promisor).of(parse.text).lower().split() if found.promisor else []
    passive = parse.child(found.cue, "auxpass") is not None or parse.pos[found.cue] != "VERB"
    letters = sum(c.isalpha() for c in "".join(words))
    return passive if not words else words == ["i"] or (words[0] not in ("no", "you") and letters > 1)


def spelt_out(parse: Parse, so_far: Draft, promisor: Spans, who: str | None, around: list[Statement]) -> Spans:
    """The words that name a promisor who says it of himself: "the bank said that it had vowed to pay"."""
    for said in reversed(around):
        actor = actor_of(parse, so_far, hull(said.source)) if said.source and said.speaker == who is not None else None
        pronoun = hull(said.source).of(parse.text).lower() in THIRD if said.source else True
        spelt = bool(said.source) and sum(c.isalpha() for c in hull(said.source).of(parse.text)) > 1
        if actor is not None and actor.id == who and not pronoun and spelt:
            return said.source
    return promisor
