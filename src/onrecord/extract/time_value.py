"""TIMEX3 values and the days that they cover: arithmetic on the calendar, no words.

Seasons are the northern ones by whole months, winter named by the year in which it begins (value 2021-WI: December
2021 to February 2022). Weeks are ISO weeks. A decade is three digits, a century two, as TimeML writes them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from math import ceil

Interval = tuple[date, date]
"""First and last day, both included."""

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<end>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T[0-9A-Z:+.-]{1,20})?"
)
_AMOUNT = re.compile(r"P(?P<time>T?)(?P<count>\d{1,6}(?:\.\d{1,3})?)(?P<unit>[A-Z]{1,2})")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_HOURS = {"S": 1 / 3600, "M": 1 / 60, "H": 1}


def interval(value: str | None, mod: str | None = None) -> Interval | None:
    """First and last day of a DATE or TIME value; `mod` START, MID, END takes its third. None where it names no days.

    >>> [str(day) for day in interval("2022-W07-WE")]
    ['2022-02-19', '2022-02-20']
    >>> [str(day) for day in interval("2031-11", "MID")]
    ['2031-11-11', '2031-11-20']
    """
    found = _whole(value or "")
    return narrowed(found, mod) if found else None


def _whole(value: str) -> Interval | None:
    if re.fullmatch(r"\d{2,3}", value):
        years = 10 ** (4 - len(value))
        first = int(value) * years
        return (date(first, 1, 1), date(first + years - 1, 12, 31)) if first else None
    found = _VALUE.fullmatch(value)
    if not found:
        return None
    try:
        return _part_of_year(int(found["year"]), found)
    except ValueError:
        return None


def _part_of_year(year: int, found: re.Match[str]) -> Interval:
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return (monday + timedelta(5 if found["end"] else 0), monday + timedelta(6))
    if found["quarter"]:
        return _months(year, 3 * int(found["quarter"]) - 2, 3)
    if found["half"]:
        return _months(year, 6 * int(found["half"]) - 5, 6)
    if found["season"]:
        return _months(year, _SEASONS[found["season"]], 3)
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return (day, day)
    return _months(year, int(found["month"]), 1) if found["month"] else _months(year, 1, 12)


def _months(year: int, first: int, count: int) -> Interval:
    last = first + count - 1
    year_of_last, month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return (date(year, first, 1), date(year_of_last, month, monthrange(year_of_last, month)[1]))


def narrowed(days: Interval, mod: str | None) -> Interval:
    """The third of an interval that START, MID or END names; of a month its days 1-10, 11-20, 21-.

    >>> [str(day) for day in narrowed((date(2031, 1, 1), date(2031, 12, 31)), "END")]
    ['2031-09-01', '2031-12-31']
    """
    first, last = days
    if mod not in ("START", "MID", "END"):
        return days
    which = ("START", "MID", "END").index(mod)
    if 365 <= (last - first).days <= 366 or (last - first).days == 364:
        return _months(first.year, 4 * which + 1, 4)
    third = ((last - first).days + 1) // 3
    begin = first + timedelta(which * third)
    return (begin, last if which == 2 else begin + timedelta(max(third - 1, 0)))


def shifted(day: date, count: float, unit: str) -> date:
    """The day `count` units later (earlier where negative); units D, W, WE, M, Q, Y, DE, CE. Parts of units round up.

    >>> str(shifted(date(2031, 1, 31), 1, "M")), str(shifted(date(2031, 1, 31), -2, "W"))
    ('2031-02-28', '2031-01-17')
    """
    if unit in ("D", "W", "WE"):
        return day + timedelta(ceil(count * (1 if unit == "D" else 7)))
    months = day.year * 12 + day.month - 1 + ceil(count * _MONTHS[unit])
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def after(day: date, duration: str | None) -> date | None:
    """The day on which a duration that begins on `day` runs out; None where its length is not known.

    >>> str(after(date(2031, 5, 2), "P3W")), str(after(date(2031, 5, 2), "PT72H")), after(date(2031, 5, 2), "PXD")
    ('2031-05-23', '2031-05-05', None)
    """
    found = _AMOUNT.fullmatch(duration or "")
    if not found:
        return None
    count = float(found["count"])
    try:
        if found["time"]:
            return day + timedelta(ceil(count * _HOURS[found["unit"]] / 24))
        return shifted(day, count, found["unit"])
    except (KeyError, ValueError, OverflowError):
        return None


def at(day: date, unit: str) -> str:
    """The value of the week, month, quarter … that holds a day; the day itself for unit D.

    >>> [at(date(2022, 2, 20), unit) for unit in ("D", "W", "WE", "M", "Q", "Y", "DE", "CE")]
    ['2022-02-20', '2022-W07', '2022-W07-WE', '2022-02', '2022-Q1', '2022', '202', '20']
    """
    year, week, _ = day.isocalendar()
    return {
        "D": day.isoformat(),
        "W": f"{year:04}-W{week:02}",
        "WE": f"{year:04}-W{week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "DE": f"{day.year // 10:03}",
        "CE": f"{day.year // 100:02}",
    }[unit]
