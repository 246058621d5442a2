"""Readings of units and days counted from publication, of clock times and parts of a day, and of dates in the text."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.extract.time_calendar import edge_of, which_of
from onrecord.extract.time_phrases import Phrase
from onrecord.extract.time_scene import (
    Reading,
    Scene,
    dated,
    day_number,
    inverted,
    made,
    month_number,
    nearest,
    number,
    numbers,
    weekday_number,
    weekday_of,
)  # fmt: skip
from onrecord.extract.time_value import Interval, at, interval, narrowed, shifted
from onrecord.lexicon import words

_BEYOND = ("before last", "after next")
_MONTH = re.compile(r"\d{4}-\d\d")
_COUNTS = {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5}
_LONGEST = {"D": 0, "W": 6, "WE": 6, "M": 30, "Q": 91, "Y": 365}
"""Most days after its first that a date may last which tells the day, week, month … that another is counted from."""
_BESIDE = {"following": 1, "next": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}
_STEPS = {"last": -1, "this": 0, "next": 1}


def unit_code(word: str) -> str:
    """TimeML's letter for a unit's name: D, W, M, …; TS, TM, TH below the day."""
    return inverted("units")[word]


def _side(phrase: Phrase, scene: Scene, days: Interval | None) -> Interval | None:
    """ "earlier this month" ends on publication day, "later this week" begins on it."""
    side, today = phrase.get("side"), scene.published
    if days is None or side is None or today is None or not days[0] <= today <= days[1]:
        return days
    return (days[0], today) if side == "earlier" else (today, days[1])


def _mod(phrase: Phrase) -> str | None:
    side = phrase.get("side")
    return edge_of(phrase) if side is None else {"earlier": "BEFORE", "later": "AFTER"}[side]


def unit(phrase: Phrase, scene: Scene) -> Reading | None:
    """this week, last month, next year, the weekend, earlier this month."""
    code = unit_code(phrase.groups.get("unit") or phrase.groups["unit2"])
    said = phrase.get("which") or "the"
    if scene.published is None:
        return Reading("DATE", None, _mod(phrase))
    if code == "WE":
        return _weekend(phrase, scene, said)
    step = _STEPS[which_of(said) or "this"] * (2 if said in _BEYOND else 1)
    value = at(shifted(scene.published, step, code) if code != "W" else scene.published + timedelta(7 * step), code)
    days = None if phrase.get("fiscal") else interval(value)
    if days and phrase.get("side") is None:
        days = narrowed(days, _mod(phrase))
    return Reading("DATE", value, _mod(phrase), _side(phrase, scene, days))


def _weekend(phrase: Phrase, scene: Scene, said: str) -> Reading:
    """The weekend of publication's own week, unless a past tense early in the week points to the one before."""
    today = scene.published
    assert today is not None
    saturday = today + timedelta(6 - today.isoweekday())
    which = which_of(said)
    if which == "last" or (
        which != "next" and saturday > today and scene.tense() == "past" and today.isoweekday() <= 3
    ):
        saturday -= timedelta(14 if said in _BEYOND else 7)
    elif which == "next" and not said.startswith(("this", "the")):
        saturday += timedelta(14 if said in _BEYOND else 7)
        if said not in _BEYOND and today.isoweekday() <= 5:
            return Reading("DATE", at(saturday, "WE"), _mod(phrase), (saturday - timedelta(7), saturday + timedelta(1)))
    value = at(saturday, "WE")
    return Reading("DATE", value, _mod(phrase), _side(phrase, scene, interval(value)))


def year_end(phrase: Phrase, scene: Scene) -> Reading | None:
    """by year-end."""
    return dated(str(scene.published.year), "END") if scene.published else Reading("DATE", None, "END")


def deictic(phrase: Phrase, scene: Scene) -> Reading | None:
    """today, yesterday, tomorrow, the day after tomorrow, with or without a part of the day."""
    said, beyond = phrase.get("deictic", "deictic2") or "", phrase.rule == "day beyond"
    part = inverted("parts").get(phrase.get("part") or "")
    kind = "TIME" if part else "DATE"
    offset = words("times")["days"][said] * (2 if beyond else 1)
    if scene.published is None:
        return Reading("TIME" if part else "DATE", None, _mod(phrase))
    day = scene.published + timedelta(offset)
    value = f"{day}T{part}" if part else day.isoformat()
    return Reading("TIME" if kind == "TIME" else "DATE", value, _mod(phrase), (day, day))


def part_of_day(phrase: Phrase, scene: Scene) -> Reading | None:
    """this morning, last night, tonight, overnight: a night reaches into the next day."""
    today, said = scene.published, phrase.get("part")
    code = inverted("parts")[said] if said else "NI"
    if today is None:
        return Reading("TIME", None, _mod(phrase))
    before = phrase.get("which") == "last" or (phrase.get("overnight") and scene.tense() not in ("future", "ahead"))
    day = today - timedelta(1) if before else today
    over = timedelta(1) if phrase.get("overnight") or (before and code == "NI") else timedelta(0)
    return Reading("TIME", f"{day}T{code}", _mod(phrase), (day, day + over))


def unit_anchored(phrase: Phrase, scene: Scene) -> Reading | None:
    """that day, the following month, the year before: seen from the last date that the text named."""
    said, name = phrase.groups["anchored"], phrase.groups["unit"]
    part = inverted("parts").get(name)
    code = "D" if part else unit_code(name)
    kind = "TIME" if part else "DATE"
    empty = Reading("TIME" if part else "DATE", None, _mod(phrase))
    anchor = scene.anchor
    if said.endswith("the") and anchor is None and scene.published:
        # "later in the day" where no other day is named
        return Reading("DATE", scene.published.isoformat(), _mod(phrase), (scene.published, scene.published))
    if anchor is None and scene.age == 0 and scene.published and said.endswith(("previous", "preceding")):
        anchor = dated(scene.published.isoformat())  # where the text names no day it tells of publication's own
    if anchor is None or anchor.value is None:
        return empty
    step = _BESIDE.get(said.split()[-1], 0)
    if anchor.days is None:  # a fiscal year
        return Reading("DATE", str(int(anchor.value) + step), _mod(phrase)) if code == "Y" else empty
    if (anchor.days[1] - anchor.days[0]).days > _LONGEST.get(code, 0):
        if name == "day" and step == 0 and not said.endswith("the") and _MONTH.fullmatch(anchor.value):
            return Reading("DATE", f"{anchor.value}-XX", _mod(phrase), anchor.days)  # some day of that month
        return empty  # "that month" after "in 2029" is none in particular
    start = anchor.days[0]
    day = start + timedelta(7 * step) if code in ("W", "WE") else shifted(start, step, code)
    value = f"{day}T{part}" if part else at(day, code)
    return Reading("TIME" if kind == "TIME" else "DATE", value, _mod(phrase), interval(value))


def same_of_year(phrase: Phrase, scene: Scene) -> Reading | None:
    """the same month last year: that of the last date in the text, a year earlier; else somewhere in that year."""
    code, anchor, today = unit_code(phrase.groups["unit"]), scene.anchor, scene.published
    if phrase.get("whichyear"):
        year = today.year - 1 if today else None
    else:
        since = anchor.days[0] if anchor and anchor.days else today
        year = since.year - 1 if since else None
    if year is None:
        return Reading("DATE")
    if anchor and anchor.days and (anchor.days[1] - anchor.days[0]).days <= _LONGEST[code]:
        return dated(at(shifted(anchor.days[0], year - anchor.days[0].year, "Y"), code))
    return Reading("DATE", None, None, interval(str(year)))


def clock(phrase: Phrase, scene: Scene) -> Reading | None:
    """A time of day, on the day beside it, else on the last day that the text named."""
    part = phrase.get("clockpart", "clockpart2", "clockpart3") or ("night" if phrase.get("today") else None)
    hour = clock_hour(phrase.groups["clock"], part)
    if hour is None:
        return None
    span = _clock_day(phrase, scene)
    if span is None:
        return Reading("TIME", f"T{hour}")
    return Reading("TIME", f"{span[0]}T{hour}", None, span)


def _clock_day(phrase: Phrase, scene: Scene) -> Interval | None:
    today = scene.published
    if said := phrase.get("deictic"):
        day = today + timedelta(words("times")["days"][said]) if today else None
        return (day, day) if day else None
    if phrase.get("today"):
        return (today, today) if today else None
    month, number_of = phrase.get("month", "month2", "month3"), phrase.get("day", "day2", "day3")
    if month and number_of:
        years = [today.year - 1, today.year, today.year + 1] if today else []
        if year := phrase.get("year", "year2", "year3"):
            years = [int(year)]
        found = [d for y in years if (d := made(y, month_number(month), day_number(number_of) or 0))]
        day = found[0] if phrase.get("year", "year2", "year3") and found else nearest(found, scene)
        return (day, day) if day else None
    if said := phrase.get("wd"):
        which = weekday_of(scene, weekday_number(said), which_of(phrase.get("which")))
        return which[1] if which else None
    anchor = scene.anchor if scene.age <= 1 else None
    return anchor.days if anchor and anchor.days and anchor.days[0] == anchor.days[1] else None


def clock_hour(said: str, part: str | None) -> str | None:
    """HH:MM.

    >>> clock_hour("10:35 p.m.", None), clock_hour("9 am", None), clock_hour("noon", None), clock_hour("4", "afternoon")
    ('22:35', '09:00', '12:00', '16:00')
    """
    named: dict[str, str] = words("times")["hours"]
    if said in named:
        return named[said]
    first, *rest = said.split()
    first = f"{numbers('small')[first]:g}" if first in numbers("small") else first
    digits = first.replace(".", ":")
    hours, _, minutes = digits.partition(":")
    if not minutes and len(hours) == 4:
        hours, minutes = hours[:2], hours[2:]
    if not hours.isdecimal() or (minutes and not minutes.isdecimal()) or (rest and rest[0] == ":"):
        return None
    count = int(hours)
    later = (
        any(word.startswith("p") for word in rest)
        or part in ("afternoon", "evening")
        or (part == "night" and count > 5)
    )
    if later and count < 12:
        count += 12
    elif any(word.startswith("am") or word.startswith("a.m") for word in rest) and count == 12:
        count = 0
    return f"{count:02}:{minutes or '00'}" if count <= 24 else None


def ago(phrase: Phrase, scene: Scene) -> Reading | None:
    """two days ago, a year earlier, in three weeks' time.

    "ago" and "from now" count from publication; "earlier" and "later" from the last date in the text. What is counted
    gives the grain: two weeks ago is a week, two years ago a year. "a year earlier" after a quarter is a quarter.
    """
    code, sense = unit_code(phrase.groups["unit"]), phrase.groups["sense"]
    count = number(phrase.groups["n"]) if phrase.get("n") else _COUNTS.get(phrase.get("one", "half") or "")
    past = sense in ("ago", "earlier", "before last")
    if count is None or phrase.get("n2"):
        return Reading("DATE", "PAST_REF" if sense == "ago" else "FUTURE_REF" if sense == "from now" else None)
    mod = _bound_mod(phrase)
    if code == "Y" and count == 1 and past and scene.quarter and phrase.get("one"):
        return dated(f"{int(scene.quarter[:4]) - 1}{scene.quarter[4:]}", mod)
    day = _counted_from(scene, sense, code)
    if day is None:
        return Reading("TIME" if code.startswith("T") else "DATE", None, mod)
    if code.startswith("T"):
        hours = timedelta(hours=count / {"TH": 1, "TM": 60, "TS": 3600}[code])
        days = (day - hours if past else day + hours, day)
        return Reading("TIME", None, mod, (min(days), max(days)))
    try:
        return counted(day, -count if past else count, code, mod)
    except (ValueError, OverflowError):
        return Reading("DATE", None, mod)


def ago_today(phrase: Phrase, scene: Scene) -> Reading | None:
    """a month ago today: that very day."""
    count = number(phrase.groups["n"]) if phrase.get("n") else 1.0
    if scene.published is None or count is None:
        return Reading("DATE")
    return dated(shifted(scene.published, -count, unit_code(phrase.groups["unit"])).isoformat())


def counted(day: date, count: float, code: str, mod: str | None) -> Reading:
    """The day so many units from another; what is counted gives the grain. ValueError beyond the calendar."""
    if code == "2W":
        return dated(at(day + timedelta(14 * int(count)), "W"), mod)
    if code == "DE":
        return dated(at(shifted(day, 10 * count, "Y"), "Y"), mod)
    if code == "CE":
        return dated(at(shifted(day, 100 * count, "Y"), "Y"), mod)
    if count != int(count):
        # half a year off: the month is the finest grain that such a count bears
        code, count = ("M", count * 12) if code == "Y" else (code, count)
    return dated(at(shifted(day, count, code), code), mod)


def _counted_from(scene: Scene, sense: str, code: str) -> date | None:
    if sense in ("ago", "from now", "hence", "time", "before last"):
        return scene.published
    anchor = scene.anchor
    if anchor is None and sense == "earlier" and code == "Y":
        return scene.published  # "up from 40 percent a year earlier"
    return anchor.days[0] if anchor and anchor.days and (anchor.days[1] - anchor.days[0]).days < 367 else None


def _bound_mod(phrase: Phrase) -> str | None:
    """TimeML's mod of a point that is bounded by a count: "more than a year ago" lies before that point."""
    mod = inverted("bounds").get(phrase.get("bound") or "")
    points = {
        "MORE_THAN": "BEFORE",
        "LESS_THAN": "AFTER",
        "EQUAL_OR_MORE": "ON_OR_BEFORE",
        "EQUAL_OR_LESS": "ON_OR_AFTER",
    }
    return points.get(mod, mod) if mod else None
