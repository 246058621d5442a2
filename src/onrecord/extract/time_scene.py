"""What a time expression is read against, what comes of it, and the choice of the nearest day, month or quarter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from onrecord.extract.time_tense import Tense
from onrecord.extract.time_value import Interval, at, interval
from onrecord.lexicon import words
from onrecord.model.time import TimeType

_NEAR = 200
"""Days from publication within which a quarter or season to come is believed."""
_FAR = 300
"""Days from publication beyond which a date without a year is taken for the nearest, whatever the tense."""
_JUST_PAST = 14
"""Days for which a deadline without a year is still spoken of: "told to leave by 12 May", printed on the 14th."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase says. `days` None: not resolved."""

    type: TimeType
    value: str | None = None
    mod: str | None = None
    days: Interval | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """The publication day (None: unknown), the last date that the text named, the last quarter, and the tense."""

    published: date | None
    anchor: Reading | None
    quarter: str | None
    tense: Callable[[], Tense | None]
    age: int = 0
    """Sentences since the anchor was named."""
    is_over: Callable[[], bool] = bool
    """Whether what happened then has happened for sure, on the word of its own verb."""


def dated(value: str | None, mod: str | None = None, kind: TimeType = "DATE") -> Reading:
    """The reading of a value, with the days that it covers."""
    return Reading(kind, value, mod, interval(value, mod))


@cache
def numbers(table: str) -> Mapping[str, float]:
    """A table of words that stand for numbers."""
    found: Mapping[str, float] = words("times")["numbers"][table]
    return found


@cache
def inverted(table: str) -> Mapping[str, str]:
    """Word to value for a table that lists words under each value."""
    return {word: value for value, members in words("times")[table].items() for word in members}


def number(text: str) -> float | None:
    """The number that words or digits tell; None for others.

    >>> number("twenty - five"), number("two and a half"), number("5 1/2"), number("a hundred"), number("few")
    (25.0, 2.5, 5.5, 100.0, None)
    """
    total, seen = 0.0, False
    halves = "half" in text.split()
    for word in text.replace("and", " ").replace("half", " ").split():
        if word in ("a", "-"):
            continue
        if word == "hundred":
            total, seen = max(total, 1) * 100, True
            continue
        value = _digit(word)
        if value is None:
            return None
        total, seen = total + value, True
    return total + 0.5 * halves if seen else None


def _digit(word: str) -> float | None:
    for table in ("small", "tens", "vulgar"):
        if word in numbers(table):
            return float(numbers(table)[word])
    if "/" in word:
        over, under = word.split("/")
        return int(over) / int(under)
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return None


def day_number(text: str) -> int | None:
    """The day of a month that digits or an ordinal tell.

    >>> day_number("21st"), day_number("ninth"), day_number("7")
    (21, 9, 7)
    """
    if text in numbers("ordinal"):
        return int(numbers("ordinal")[text])
    digits = "".join(c for c in text if c.isdecimal())
    return int(digits) if digits else None


def month_number(text: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    name = text.rstrip(" .")
    return int(numbers("month").get(name) or numbers("monthabbr")[name])


def weekday_number(text: str) -> int:
    """1 to 7, Monday first, for a weekday's name or abbreviation."""
    name = text.rstrip(" .")
    return int(numbers("weekday").get(name) or numbers("dayabbr").get(name) or numbers("weekdays")[name])


def made(year: int, month: int, day: int) -> date | None:
    """The day; None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(candidates: list[date], scene: Scene) -> date | None:
    """The candidate that the tense asks for: the last one not after publication, or the first one not before it.

    Without a tense, or where that lies more than ten months off, the nearest to publication (a deadline may lie so far
    off, unless the same day has just gone by, and so may what "began in June"); news look back, so that a
    day to come must be nearer by a third than one gone by.
    """
    today = scene.published
    if today is None or not candidates:
        return None
    tense = scene.tense()
    closest = min(sorted(candidates), key=lambda day: abs(day - today) * (3 if day > today else 2))
    if tense == "past":
        asked = max((day for day in candidates if day <= today), default=closest)
    elif tense in ("future", "ahead"):
        asked = min((day for day in candidates if day >= today), default=closest)
    else:
        return closest
    just_past = today - timedelta(_JUST_PAST) <= closest < today
    believed = abs(asked - today) <= timedelta(_FAR) or (tense == "ahead" and not just_past)
    return asked if believed or (tense == "past" and scene.is_over()) else closest


def nearest_span(values: list[str], scene: Scene) -> str | None:
    """Of quarters or seasons, the one that the tense asks for unless it is far off, else the one least far off."""
    today = scene.published
    spans = [(found, value) for value in values if (found := interval(value))]
    if today is None or not spans:
        return None
    gaps = [(max((first - today).days, (today - last).days, 0), first, value) for (first, last), value in spans]
    tense = scene.tense()
    asked = [g for g in gaps if (g[1] <= today if tense == "past" else g[1] + timedelta(100) >= today)]
    limit = {"past": _FAR, "future": _NEAR, "ahead": _FAR}.get(tense or "", 0)
    near = [g for g in asked if g[0] <= limit]
    return min(near or gaps)[2]


def month_of(scene: Scene, month: int, which: str | None) -> str | None:
    """The value of a month without a year: "last May", "next May", or the one that the tense asks for."""
    today = scene.published
    if today is None:
        return None
    if which == "last":
        return at(date(today.year - (month >= today.month), month, 1), "M")
    if which == "next":
        return at(date(today.year + (month <= today.month), month, 1), "M")
    if which == "this":
        return at(date(today.year, month, 1), "M")
    # compared by months: this very month is neither before nor after publication
    first = today.replace(day=1)
    same = replace(scene, published=first)
    found = nearest([date(year, month, 1) for year in range(today.year - 1, today.year + 2)], same)
    return at(found, "M") if found else None


def weekday_of(scene: Scene, weekday: int, which: str | None) -> tuple[date, Interval] | None:
    """The day that a weekday's name means, and the first and last day that it may mean.

    Publication's own weekday is that day. Else past tense looks back, future looks forward. "last Thursday" may be the
    one of this week or of last week, "next Thursday" that of this week or of next week.
    """
    today = scene.published
    if today is None:
        return None
    own = today.isoweekday()
    back, ahead = (own - weekday) % 7, (weekday - own) % 7
    if which == "last":
        day = today - timedelta(back or 7)
        other = day - timedelta(7) if 0 < back < own else day
        return day, (other, day)
    if which == "next":
        first = today + timedelta(ahead or 7)
        later = first + timedelta(7) if ahead and own + ahead <= 7 else first
        return later, (first, later)
    if own == weekday and which != "coming":
        return today, (today, today)
    if which == "coming":
        day = today + timedelta(ahead or 7)
        return day, (day, day)
    tense = scene.tense()
    if tense == "was due":
        # on Monday "was due to end on Sunday" speaks of yesterday; farther back it may be either
        day = today - timedelta(back) if back == 1 else today + timedelta(ahead)
        return day, (today - timedelta(back), day)
    forward = tense in ("future", "ahead") or (which == "this" and tense != "past")
    day = today + timedelta(ahead) if forward else today - timedelta(back)
    return day, (day, day)
