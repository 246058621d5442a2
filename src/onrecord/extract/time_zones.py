"""The moment of an hour whose time zone is named: "18:00 Moscow time on 3 May", "1500 GMT on Friday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.extract.time_phrases import Phrase
from onrecord.extract.time_scene import Reading
from onrecord.extract.time_units import clock_hour
from onrecord.lexicon import words

_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_ADDED = frozenset({"time", "standard", "daylight", "summer"})


def moment(phrase: Phrase, reading: Reading) -> str | None:
    """The moment of a clock time, ISO 8601 with the offset of its zone; None where the day or the zone is not known.

    Midnight may be either end of its day, and so is no moment.
    """
    hour = (reading.value or "").partition("T")[2]
    if not _CLOCK.fullmatch(hour) or reading.days is None or reading.days[0] != reading.days[1]:
        return None
    day = reading.days[0]
    found = offset(phrase.groups["zone"], day) if phrase.get("zone") else None
    found = found or _beside(phrase, hour, day)
    return f"{day}T{hour}{found}" if found else None


def _beside(phrase: Phrase, hour: str, day: date) -> str | None:
    """The offset that the same hour in another zone tells: "22:35 (2135 GMT)" is an hour east."""
    there = clock_hour(phrase.groups["clock2"], None) if phrase.get("clock2") else None
    known = offset(phrase.groups["zone2"], day) if there else None
    if there is None or known is None:
        return None
    minutes = _minutes(hour) - _minutes(there) + (0 if known == "Z" else int(f"{known[0]}1") * _minutes(known[1:]))
    minutes = (minutes + 719) % 1440 - 719  # no clock is half a day and more from that of Greenwich but for a few isles
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}" if rest in (0, 30, 45) else None


def _minutes(clock: str) -> int:
    return 60 * int(clock[:2]) + int(clock[3:])


def offset(zone: str, day: date) -> str | None:
    """The ISO 8601 offset of a zone on a day; None where it cannot be told.

    >>> summer = date(2031, 7, 1)
    >>> offset("gmt", summer), offset("moscow time", summer), offset("local time", summer)
    ('Z', '+03:00', None)
    >>> offset("kyiv time", date(2031, 2, 1)), offset("kyiv time", summer)
    ('+02:00', '+03:00')
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
    return _hour_more(found) if _is_summer(kind, day) else found


def _since(entry: str, day: date) -> str | None:
    """The offset of an entry "+03:00 2015"; None on a day before that year."""
    found, year = entry.split()
    return found if day.year >= int(year) else None


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
