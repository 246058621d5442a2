"""Events that agree with the entries of the other layers: one clause is never coded in two contradicting ways."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.event_patterns import codes
from onrecord.model import Event, Spans

_HOSTILE = frozenset({"threat", "ultimatum"})
_THREAT = "13"
_INTENT = "03"


def agreeing(so_far: Draft, event: Event) -> Event:
    """The event as the denials and the commitments of the article have it.

    What the one who asserts it denies in the same words is denied; what is promised as a threat is a threat. A denial
    by somebody else is a counter-claim and changes nothing.
    """
    if event.factuality != "denied" and _denied(so_far, event):
        event = replace(event, factuality="denied")
    if (event.cameo or "").startswith(_INTENT) and _threatened(so_far, event):
        event = _as_threat(event)
    return event


def _denied(so_far: Draft, event: Event) -> bool:
    speaker = next((s.speaker for s in so_far.statements if s.id == event.statement), None)
    return speaker is not None and any(
        d.kind == "denial" and d.denier_actor == speaker and _holds(d.denied, event) for d in so_far.denials
    )


def _threatened(so_far: Draft, event: Event) -> bool:
    return any(c.kind in _HOSTILE and _holds(c.cue, event) for c in so_far.commitments)


def _holds(spans: Spans, event: Event) -> bool:
    """Whether the words hold the event's first trigger."""
    return bool(event.trigger) and any(span.holds(event.trigger[0]) for span in spans)


def _as_threat(event: Event) -> Event:
    code = f"{_THREAT}0"
    carried = codes()[code]
    return replace(event, cameo=code, quad=carried.quad, goldstein=carried.goldstein, plover=carried.plover)
