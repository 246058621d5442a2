"""Readings of durations, of what repeats, and of references that no calendar resolves."""

from __future__ import annotations

from datetime import timedelta
from math import ceil

from onrecord.extract.time_calendar import which_of
from onrecord.extract.time_phrases import Phrase
from onrecord.extract.time_scene import Reading, Scene, inverted, number, weekday_number
from onrecord.extract.time_scene import month_number as month_of_name
from onrecord.extract.time_units import unit_code
from onrecord.extract.time_value import Interval, after, shifted
from onrecord.lexicon import words

_VAGUE = "X"
_IN_A_DAY = {"TH": 24, "TM": 1440, "TS": 86400}


def duration(phrase: Phrase, scene: Scene) -> Reading | None:
    """three days, half an hour, several weeks: a length, which no publication day is needed for."""
    unit = phrase.get("unit", "unit2") or phrase.groups["one"]
    code = unit_code(unit)
    count = _count(phrase)
    mod = inverted("bounds").get(phrase.get("bound") or "")
    if (phrase.get("few") or "").endswith(("couple", "couple of")):
        mod = "APPROX"
    if phrase.get("n2"):
        return Reading("DURATION", amount(None, code), mod)
    return Reading("DURATION", amount(count, code), mod, _beside_today(phrase, scene, count, code))


def _beside_today(phrase: Phrase, scene: Scene, count: float | None, code: str) -> Interval | None:
    """The days of a length that ends or begins on publication day: "the past three weeks", "the next two days"."""
    frame, today = phrase.get("frame") or "", scene.published
    side = which_of(frame)
    if today is None or count is None or side not in ("last", "next") or phrase.get("of", "few") is not None:
        return None
    owned = (phrase.before.split() or [""])[-1] in words("times")["names"]["owners"]
    if owned or frame.split()[-1] in ("previous", "preceding"):
        return None  # "her last two years" are of a life, "the previous two years" of the story
    value = amount(count, code)
    if side == "next":
        end = after(today, value)
        return (today, end) if end else None
    try:
        hours = code.startswith("T")
        return (today - timedelta(ceil(count / _IN_A_DAY[code])) if hours else shifted(today, -count, code), today)
    except (KeyError, ValueError, OverflowError):
        return None


def _count(phrase: Phrase) -> float | None:
    if said := phrase.get("n"):
        return number(said)
    few = phrase.get("few")
    if few is not None:
        return 2.0 if "couple" in few else None
    if phrase.rule in ("bare duration", "units beside an event"):
        return None
    if phrase.rule == "long":
        return None if phrase.groups["one"].endswith("s") else 1.0
    if phrase.get("half"):
        return 1.5 if phrase.get("one") else 0.5
    return 1.0


def beside_event(phrase: Phrase, scene: Scene) -> Reading | None:
    """the day after, the eve of: one day off an event, kept only where the article dates that."""
    return Reading("DURATION", "P1D")


def exact_count(phrase: Phrase) -> float | None:
    """How many units the phrase tells; None for "several", "two or three", "about ten" and parts of the day."""
    if phrase.read == "beside_event":
        return 1.0
    if phrase.get("n2", "few", "bound") or unit_code(phrase.get("unit") or phrase.groups["one"]).startswith("T"):
        return None
    return _count(phrase)


def amount(count: float | None, code: str) -> str:
    """The TIMEX3 value of so many units; X where the number is not told.

    >>> amount(3, "D"), amount(0.5, "TH"), amount(2.5, "Y"), amount(None, "M"), amount(5.5, "TH")
    ('P3D', 'PT30M', 'P2.5Y', 'PXM', 'PT5H30M')
    """
    if code == "2W":
        count, code = (2 * count if count else None), "W"
    prefix, code = ("PT", code[1:]) if code.startswith("T") else ("P", code)
    if count is None:
        return f"{prefix}{_VAGUE}{code}"
    if prefix == "PT" and code == "H" and count != int(count):
        hours, minutes = int(count), round((count - int(count)) * 60)
        return f"PT{f'{hours}H' if hours else ''}{minutes}M"
    if code == "Y" and count == 0.5:
        return "P6M"
    if code == "DE":
        count, code = 10 * count, "Y"
    if code == "CE":
        count, code = 100 * count, "Y"
    return f"{prefix}{count:g}{code}"


def vague_units(phrase: Phrase, scene: Scene) -> Reading | None:
    """in the coming days, recent weeks, the months ahead: an unknown number of them, before or after now."""
    return Reading("DURATION", amount(None, unit_code(phrase.groups["units"])))


def reference(phrase: Phrase, scene: Scene) -> Reading | None:
    """now, recently, soon."""
    known = inverted("references")
    said = phrase.groups["words"]
    value = known.get(said) or known.get(f"at {said}")
    if said in ("soon", "shortly") and scene.tense() == "past":
        return None  # "he was soon released" is told, not to come
    return Reading("DATE", value) if value else None


def to_come(phrase: Phrase, scene: Scene) -> Reading | None:
    """will one day: no telling when."""
    return Reading("DATE", "FUTURE_REF")


def repeated(phrase: Phrase, scene: Scene) -> Reading | None:
    """daily, weekly."""
    return Reading("SET", inverted("repeated")[phrase.groups["often"]])


def every(phrase: Phrase, scene: Scene) -> Reading | None:
    """every two weeks, each Thursday, Sundays, twice a week."""
    if phrase.get("weekends"):
        return Reading("SET", "XXXX-WXX-WE")
    if said := phrase.get("wd", "wd2"):
        part = inverted("parts").get(phrase.get("parts") or "")
        return Reading("SET", f"XXXX-WXX-{weekday_number(said)}" + (f"T{part}" if part else ""))
    if said := phrase.get("month"):
        return Reading("SET", f"XXXX-{month_of_name(said):02}")
    if said := phrase.get("part"):
        return Reading("SET", f"XXXX-XX-XXT{inverted('parts')[said]}")
    count = number(phrase.groups["n"]) if phrase.get("n") else 2.0 if phrase.get("other") else 1.0
    return Reading("SET", amount(count, unit_code(phrase.groups["unit"])))
