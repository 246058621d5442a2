"""The kind of an undertaking: what would harm another is a threat, with a way out an ultimatum."""

from __future__ import annotations

from onrecord.extract.commissives import listed
from onrecord.extract.parse import Parse
from onrecord.extract.terms import Terms
from onrecord.extract.undertaking import Undertaking
from onrecord.model import Spans
from onrecord.model.commitment import CommitmentKind
from onrecord.model.statement import Polarity


def kind_of(parse: Parse, found: Undertaking, when: Terms, said: Polarity) -> CommitmentKind:
    """The kind by its cue; what would harm another is a threat, and with a way out an ultimatum."""
    harms = said == "+" and found.operation != "withdraw"
    threat = found.kind == "threat" or (harms and _hostile(parse, found.action, _pressing(parse, when.condition)))
    if not threat:
        return "offer" if found.kind == "plan" and _priced(parse, when.condition) else found.kind
    text = " ".join(span.of(parse.text).lower() for span in when.condition)
    return "ultimatum" if text.startswith("unless") or (when.condition and when.deadline is not None) else "threat"


def _pressing(parse: Parse, condition: Spans) -> bool:
    """Whether there is a condition that presses somebody; what is done "in return" for something does not."""
    exchange = tuple(listed("conditions", "exchange"))
    return any(not span.of(parse.text).lower().startswith(exchange) for span in condition)


def _priced(parse: Parse, condition: Spans) -> bool:
    """Whether the condition is that somebody pays: what is done against payment is offered."""
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
