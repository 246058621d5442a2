"""The CAMEO code of an event in its clause: an aid that is only announced is an intent, one refused a rejection."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.event_aims import narrowed
from onrecord.extract.event_arguments import subjects
from onrecord.extract.event_needs import nouns
from onrecord.extract.event_patterns import Sense, about, code_of
from onrecord.extract.event_signs import listed
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.model import Participant
from onrecord.model.event import Factuality

_WANTS = frozenset({"must", "should"})
_ALLOWED = ("081", "086")
"""Codes of what one lets others do."""
_WILL = frozenset({"will", "would", "wo", "'ll", "shall"})


def coded(parse: Parse, so_far: Draft, i: int, sense: Sense, value: Factuality, source: tuple[Participant, ...]) -> str:
    """The code of the trigger `i`, as its sense, its modal and its source make it.

    CAMEO takes cooperation that is announced for an intent (03) and hostile acts announced for a threat (13), "X said
    that Y must" for a demand (10), "will not" for a refusal (12); violence of others than soldiers is unconventional.
    """
    code = narrowed(parse, i, code_of(parse, i, sense)[0])
    if parse.pos[i] == "VERB":
        modals = {parse.lower(c) for c in parse.childs(i, "aux", "auxpass")}
        if demanded(parse, so_far, i):
            return about("10", code) or code
        if value == "denied" and (modals & _WILL or code.startswith(_ALLOWED)):
            return about("12", code) or code  # "did not let the monitors in"
        if value == "planned" and parse.dep[i] != "advcl":
            return about("03", code) or (about("13", code) if source and modals & _WILL else None) or code
    elif value == "planned" and code.startswith("04"):
        return about("03", code) or code
    if code == "150" and len({p.country for p in source} - {None}) > 1:
        return "062"  # drills of several countries are theirs together
    if code == "190" and any(_irregular(parse, p) for p in source):
        return "180"
    return code


def demanded(parse: Parse, so_far: Draft, i: int) -> bool:
    """Whether a verb, or its "must", tells what somebody else has to do: "Peru said that Chile must pay"."""
    verb = parse.head[i] if parse.pos[i] == "AUX" else i
    musts = {parse.lower(c) for c in parse.childs(verb, "aux", "auxpass")}
    return parse.pos[verb] == "VERB" and not musts.isdisjoint(_WANTS) and _of_another(parse, so_far, verb)


def _of_another(parse: Parse, so_far: Draft, verb: int) -> bool:
    """Whether a speaker says it of somebody else: "Peru said that Chile must", not "should Chile do it"."""
    head = parse.head[verb]
    if parse.dep[verb] != "ccomp" or head == verb or parse.lemma[head].lower() not in listed("speech"):
        return False
    speakers, doers = subjects(parse, head), parse.childs(verb, "nsubj", "nsubjpass")
    if any(parse.lower(c) in _WANTS and c < d for c in parse.childs(verb, "aux") for d in doers):
        return False
    found = [actor_at(so_far, parse.span(t, t + 1)) for t in (speakers + doers)[:2]]
    return bool(speakers and doers) and found[0] is not None and found[0] != found[-1]


def _irregular(parse: Parse, who: Participant) -> bool:
    """Whether a participant fights for no state: rebels, gunmen."""
    return any(parse.lemma[t].lower() in nouns("irregulars") for t in (parse.tokens_in(who.span) if who.span else ()))
