"""How far from a record's day another one can stand and have to do with it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from onrecord.link import blame, breach, claims, corrections, outcomes, same, series, stories
from onrecord.link.blocks import FURTHER
from onrecord.link.cues import cue
from onrecord.link.reading import Reading

CLOSE = max(blame.DAYS, claims.GUILT_DAYS, stories.DAYS)
"""Days between two articles within which anything can relate them."""
NEAR = max(claims.DAYS, corrections.DAYS, series.DAYS)
"""Days within which what is denied, corrected or counted can. Farther apart two articles can only be copies, or the
later one tell of what the earlier promised."""


class Horizon(NamedTuple):
    """Where a record's partners are looked for. Days are ISO 8601, "" where it has none.

    `close_first` to `close_last` are the days of those that are close, `first` to `last` of those that are near. Near
    ones count where one of the two `answers` (denies or takes back) or both of them have numbers (`counts`). `until` is
    the last day on which a later article can tell what came of the record's promises: "" where it makes none, "~" where
    it has no day itself. Of a `short` text few words tell what it is about; two that it shares weigh as much as three.
    """

    day: str
    close_first: str
    close_last: str
    first: str
    last: str
    until: str
    answers: bool
    counts: bool
    short: bool


def horizon(reading: Reading, wanted: Reading | None = None) -> Horizon:
    """Where the record's partners are looked for, also as reviewers want it (`wanted`)."""
    both = (reading, wanted) if wanted else (reading,)
    return Horizon(
        reading.day or "",
        *_around(reading.day, CLOSE),
        *_around(reading.day, NEAR),
        until=max(map(_until, both)),
        answers=any(map(_answers, both)),
        counts=any(r.figures for r in both),
        short=len(reading.vector) < FURTHER,
    )


def _around(day: str | None, days: int) -> tuple[str, str]:
    at = date.fromisoformat(day).toordinal() if day else 0
    first, last = max(1, at - days), min(at + days, date.max.toordinal())
    return date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()


def _answers(reading: Reading) -> bool:
    """Whether it denies what others claim, or its outlet may take back there what it reported."""
    taken_back = any(cue(name, reading.text) for name in ("corrected", "retracted", "wrong"))
    return taken_back or bool(reading.rejections or reading.disavowals)


def _until(reading: Reading) -> str:
    made = [c for c in reading.record.commitments if c.existence != "denied"]
    if not made or reading.day is None:
        return "~" if made else ""
    terms = [c.deadline.latest for c in made if c.deadline and c.deadline.latest]
    far = (date.fromisoformat(reading.day) + timedelta(days=max(outcomes.DAYS, same.DAYS, breach.DAYS))).isoformat()
    return max(far, *(f"{int(latest[:4]) + 1:04}{latest[4:10]}" for latest in terms))
