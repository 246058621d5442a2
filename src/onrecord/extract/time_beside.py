"""Readings of days and weeks that are counted from a named day: "a week from Tuesday", "the first Monday in May"."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.extract.time_calendar import which_of
from onrecord.extract.time_phrases import Phrase
from onrecord.extract.time_scene import (
    Reading,
    Scene,
    dated,
    day_number,
    made,
    month_number,
    month_of,
    nearest,
    number,
    weekday_number,
    weekday_of,
)  # fmt: skip
from onrecord.extract.time_units import unit_code
from onrecord.extract.time_value import Interval, at, interval, shifted
from onrecord.lexicon import words


def week_from(phrase: Phrase, scene: Scene) -> Reading | None:
    """a week from Tuesday, a week ago today, a fortnight on Friday, Tuesday week."""
    if scene.published is None:
        return Reading("DATE")
    ahead = phrase.get("sense") not in ("ago", "last")
    step = timedelta(14 if phrase.groups["step"] == "fortnight" else 7)
    if deictic := phrase.get("deictic"):
        day = scene.published + timedelta(words("times")["days"][deictic])
    else:
        off = weekday_number(phrase.groups["wd"]) - scene.published.isoweekday()
        day = scene.published + timedelta(off % 7 if ahead else -(-off % 7))
    return dated((day + step if ahead else day - step).isoformat())


def day_beside(phrase: Phrase, scene: Scene) -> Reading | None:
    """the day before last Tuesday: where "last Tuesday" may be two days, so may this."""
    found = weekday_of(scene, weekday_number(phrase.groups["wd"]), which_of(phrase.get("which")))
    if found is None:
        return Reading("DATE")
    off = timedelta(1 if phrase.groups["sense"] == "after" else -1)
    day, (first, last) = found
    return Reading("DATE", (day + off).isoformat(), None, (first + off, last + off))


def week_of(phrase: Phrase, scene: Scene) -> Reading | None:
    """the week of March 9."""
    month, said = phrase.get("month", "month2") or "", phrase.get("day", "day2") or ""
    if scene.published is None:
        return Reading("DATE")
    years = range(scene.published.year - 1, scene.published.year + 2)
    day = nearest([d for y in years if (d := made(y, month_number(month), day_number(said) or 0))], scene)
    return dated(at(day, "W")) if day else None


def this_time(phrase: Phrase, scene: Scene) -> Reading | None:
    """this time last year: the same day of that year."""
    if scene.published is None:
        return Reading("DATE")
    step = -1 if phrase.groups["which"] == "last" else 1
    return dated(shifted(scene.published, step, unit_code(phrase.groups["unit"])).isoformat())


def counted_weekday(phrase: Phrase, scene: Scene) -> Reading | None:
    """the second Monday in September, of the year that the text or the tense tells."""
    month, name = month_number(phrase.groups["month"]), weekday_number(phrase.groups["wd"])
    said = phrase.groups["ord"]
    if year := phrase.get("year"):
        return dated(_of_month(int(year), month, name, said).isoformat())
    if scene.published is None:
        return Reading("DATE")
    years = range(scene.published.year - 1, scene.published.year + 2)
    day = nearest([_of_month(year, month, name, said) for year in years], scene)
    return dated(day.isoformat()) if day else None


def _of_month(year: int, month: int, weekday: int, said: str) -> date:
    if said == "last":
        last = shifted(date(year, month, 1), 1, "M") - timedelta(1)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * ((day_number(said) or 1) - 1))


def part_of_month(phrase: Phrase, scene: Scene) -> Reading | None:
    """the first week of June: the month's value, with the seven days (or the half) that are meant."""
    month, said = month_number(phrase.groups["month"]), phrase.groups["ord"]
    value = f"{phrase.groups['year']}-{month:02}" if phrase.get("year") else month_of(scene, month, None)
    days = interval(value)
    if days is None:
        return Reading("DATE")
    first, last = days
    mod = {"first": "START", "last": "END"}.get(said)
    if phrase.groups["unit"] == "half":
        return _half(value, days, said) if said in ("first", "second") else None
    begin = last - timedelta(6) if said == "last" else first + timedelta(7 * ((day_number(said) or 1) - 1))
    return Reading("DATE", value, mod, (begin, begin + timedelta(6)))


def half_of_unit(phrase: Phrase, scene: Scene) -> Reading | None:
    """the second half of the month, of publication's own or of the one beside it."""
    if scene.published is None:
        return Reading("DATE")
    code = unit_code(phrase.groups["unit"])
    step = {"last": -1, "next": 1}.get(phrase.groups["which"], 0)
    value = at(shifted(scene.published, step, code), code)
    days = interval(value)
    return _half(value, days, phrase.groups["ord"]) if days else None


def _half(value: str | None, days: Interval, said: str) -> Reading:
    first, last = days
    middle = first + timedelta(((last - first).days + 1) // 2 - 1)
    if said == "first":
        return Reading("DATE", value, "START", (first, middle))
    return Reading("DATE", value, "END", (middle + timedelta(1), last))


def weekdays_ago(phrase: Phrase, scene: Scene) -> Reading | None:
    """three Sundays ago: the last Sunday is the first of them."""
    count, name = number(phrase.groups["n"]), weekday_number(phrase.groups["wd"])
    if scene.published is None or count is None or count != int(count):
        return Reading("DATE")
    back = (scene.published.isoweekday() - name) % 7 or 7
    return dated((scene.published - timedelta(back + 7 * (int(count) - 1))).isoformat())
