"""The offset from UTC of an hour whose time zone is named: "18:00 Moscow time", "1500 GMT"."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.extract.time_phrases import Phrase
from onrecord.extract.time_scene import Reading
from onrecord.lexicon import words

_ADDED = frozenset({"time", "standard", "daylight", "summer"})


def zoned(phrase: Phrase, reading: Reading) -> Reading:
    """The reading of a clock time with the offset of its zone, where the zone and, if need be, the day tell it."""
    said = phrase.get("zone")
    if said is None or reading.value is None:
        return reading
    found = offset(said, reading.days[0] if reading.days else None)
    return reading if found is None else Reading("TIME", reading.value + found, reading.mod, reading.days)


def offset(zone: str, day: date | None) -> str | None:
    """The ISO 8601 offset of a zone on a day (None: not known); None where it cannot be told.

    >>> offset("gmt", None), offset("moscow time", date(2031, 7, 1)), offset("local time", date(2031, 7, 1))
    ('Z', '+03:00', None)
    >>> offset("kyiv time", date(2031, 2, 1)), offset("kyiv time", date(2031, 7, 1)), offset("kyiv time", None)
    ('+02:00', '+03:00', None)
    """
    tables: dict[str, dict[str, str]] = words("times")["zones"]
    if zone in tables["letters"]:
        return _since(tables["letters"][zone], day)
    name = " ".join(word for word in zone.split() if word not in _ADDED)
    kind = next((kind for kind in ("fixed", "european", "american") if name in tables[kind]), None)
    if kind is None:
        return None
    found = _since(tables[kind][name], day)
    if kind == "fixed" or found is None:
        return found
    return None if day is None else _hour_more(found) if _is_summer(kind, day) else found


def _since(entry: str, day: date | None) -> str | None:
    """The offset of an entry "+03:00 2015"; None on a day before that year."""
    found, year = entry.split()
    return found if day is None or day.year >= int(year) else None


def _is_summer(kind: str, day: date) -> bool:
    if kind == "european":
        return _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    # the second Sunday of March is the first one from the 8th on
    return _sunday_from(date(day.year, 3, 8)) <= day < _sunday_from(date(day.year, 11, 1))


def _last_sunday(year: int, month: int) -> date:
    """Of a month with 31 days."""
    return _sunday_from(date(year, month, 25))


def _sunday_from(day: date) -> date:
    return day + timedelta(7 - day.isoweekday())


def _hour_more(found: str) -> str:
    """An hour east.

    >>> _hour_more("+02:00"), _hour_more("-05:00")
    ('+03:00', '-04:00')
    """
    return f"{int(found[:3]) + 1:+03}{found[3:]}"
