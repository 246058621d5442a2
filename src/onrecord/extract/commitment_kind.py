"""The kind of an undertaking: what would harm another is a threat, with a way out an ultimatum."""

from __future__ import annotations

from onrecord.extract.commissives import listed
from onrecord.extract.draft import Draft
from onrecord.extract.names import actor_of
from onrecord.extract.parse import Parse
from onrecord.extract.terms import Terms
from onrecord.extract.undertaking import Undertaking
from onrecord.model import Spans, hull
from onrecord.model.commitment import CommitmentKind
from onrecord.model.statement import Polarity

_WORKING = frozenset({"LAB", "AGR"})
"""Sectors of those who have no other means than to stop work or stand in the way."""


def kind_of(parse: Parse, so_far: Draft, found: Undertaking, when: Terms, said: Polarity) -> CommitmentKind:
    """The kind by its cue; what would harm another is a threat, and with a way out an ultimatum."""
    harms = said == "+" and found.operation != "withdraw"
    pressed = _pressing(parse, when.condition)
    threat = found.kind == "threat" or (harms and _hostile(parse, found.action, pressed))
    threat = threat or (harms and found.kind == "plan" and pressed and _served(parse, so_far, found, when.condition))
    if not threat:
        return "offer" if found.kind == "plan" and _priced(parse, when.condition) else found.kind
    text = " ".join(span.of(parse.text).lower() for span in when.condition)
    return "ultimatum" if text.startswith("unless") or (when.condition and when.deadline is not None) else "threat"


def _pressing(parse: Parse, condition: Spans) -> bool:
    """Whether there is a condition that presses somebody; what is done "in return" for something does not."""
    exchange = tuple(listed("conditions", "exchange"))
    return any(not span.of(parse.text).lower().startswith(exchange) for span in condition)


def _served(parse: Parse, so_far: Draft, found: Undertaking, condition: Spans) -> bool:
    """Whether workers or their union say what they will do "unless" another gives in, or anybody gives notice of it:
    whatever it is, it is meant to press him."""
    said = " ".join(span.of(parse.text).lower() for span in condition)
    otherwise = said.startswith(("unless ", "failing ", "if no "))
    otherwise = otherwise or (said.startswith("if ") and (" not " in said or "n't " in said))
    if not otherwise or not found.promisor:
        return False
    who = actor_of(parse, so_far, hull(found.promisor))
    words = {parse.lemma[t].lower() for span in found.promisor for t in parse.tokens_in(span)}
    union = words & (listed("speech", "unions") | listed("speech", "locals"))
    return found.rule.endswith(":notice") or bool(union) or (who is not None and who.sector in _WORKING)


def _priced(parse: Parse, condition: Spans) -> bool:
    """Whether the condition is that somebody pays: what is done against payment is offered."""
    if any(span.of(parse.text).lower().startswith("unless ") for span in condition):
        return False
    return any(parse.lemma[t].lower() in listed("conditions", "prices") for s in condition for t in parse.tokens_in(s))


def _hostile(parse: Parse, action: int, conditional: bool) -> bool:
    """Whether the action harms another; a mere measure against him does so only on a condition."""
    lemma = parse.lemma[action].lower()
    below = {parse.lemma[t].lower() for t in [t for t in parse.subtree(action) if t >= action][:12]}
    if {"by", "force"} <= below:
        return True
    names = ["hostile", *(["measures"] if conditional else [])]
    walkout = lemma == "strike" and not conditional and parse.child(action, "dobj") is None  # "nurses will strike"
    if any(lemma in listed("actions", name) for name in names) and not walkout:
        return True
    phrases = listed("actions", "hostile_phrases") | (
        listed("actions", "measure_phrases") if conditional else frozenset()
    )
    return any(lemma == first and set(rest) <= below for first, *rest in (p.split() for p in phrases))
