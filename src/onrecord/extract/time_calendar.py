"""Readings of dates: days, months, years, weekdays, feasts."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.extract.time_phrases import Phrase
from onrecord.extract.time_scene import (
    Reading,
    Scene,
    dated,
    day_number,
    inverted,
    made,
    month_number,
    month_of,
    nearest,
    number,
    numbers,
    weekday_number,
    weekday_of,
)  # fmt: skip
from onrecord.extract.time_value import at, shifted
from onrecord.lexicon import words


def edge_of(phrase: Phrase) -> str | None:
    """START, MID or END where the phrase begins with such a word."""
    said = phrase.get("edge", "edge2")
    known = inverted("edges")
    return next((known[word] for word in (said or "").split() if word in known), None)


def which_of(said: str | None) -> str | None:
    """last, this or next for the word that leads a phrase."""
    known = inverted("which")
    found = [known[word] for word in (said or "").split() if word in known]
    return found[-1] if found else None


def calendar(phrase: Phrase, scene: Scene) -> Reading | None:
    """A month, or a day of a month, with or without a year."""
    month, year = month_number(phrase.groups["month"]), _year(phrase, scene)
    mod, said = edge_of(phrase), phrase.get("day")
    if said is None:
        value = f"{year:04}-{month:02}" if year else month_of(scene, month, which_of(phrase.get("which")))
        return dated(value, mod)
    day = day_number(said) or 0
    some = date(year or 2024, month, day)  # ValueError where the calendar has no such day
    if year:
        return dated(some.isoformat(), mod)
    return dated(_iso(_day_without_year(phrase, scene, month, day)), mod)


def _year(phrase: Phrase, scene: Scene) -> int | None:
    if said := phrase.get("year"):
        return int(said)
    whole = phrase.get("whichyear")
    if whole and scene.published:
        return scene.published.year + {"last": -1, "next": 1}.get(whole, 0)
    return None


def _day_without_year(phrase: Phrase, scene: Scene, month: int, day: int) -> date | None:
    if scene.published is None:
        return None
    years = range(scene.published.year - 4, scene.published.year + 5)
    candidates = [found for year in years if (found := made(year, month, day))]
    if weekday := phrase.get("wd"):
        same = [found for found in candidates if found.isoweekday() == weekday_number(weekday)]
        around = [found for found in same if abs(found - scene.published) <= timedelta(370)]
        candidates = around or candidates
    return nearest(candidates, scene)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def days(phrase: Phrase, scene: Scene) -> Reading | None:
    """A run of days in one month: the value is an ISO 8601 interval."""
    month = month_number(phrase.groups["month"])
    first, last = day_number(phrase.groups["day"]) or 0, day_number(phrase.groups["last"]) or 0
    if not 0 < first < last or made(2024, month, last) is None:
        return None
    year = _year(phrase, scene)
    begin = made(year, month, first) if year else _day_without_year(phrase, scene, month, first)
    if begin is None:
        return Reading("DATE")
    end = made(begin.year, month, last)
    return Reading("DATE", f"{begin}/{end}", None, (begin, end)) if end else None


def iso(phrase: Phrase, scene: Scene) -> Reading | None:
    """2031-05-02."""
    year, month, day = (int(part) for part in phrase.groups["iso"].split("-"))
    found = made(year, month, day)
    return dated(found.isoformat()) if found else None


def slash(phrase: Phrase, scene: Scene) -> Reading | None:
    """19/3/2029, where only one order of day and month is possible; 3/4/2029 stays open; 3.4.2029 is in April."""
    said = phrase.groups["slash"]
    one, two, year = (int(part) for part in said.replace(".", "/").split("/"))
    if "." in said:
        return dated(date(year, two, one).isoformat())
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    orders = {found for found in (made(year, one, two), made(year, two, one)) if found}
    if not orders:
        return None
    return dated(orders.pop().isoformat()) if len(orders) == 1 else Reading("DATE")


def year(phrase: Phrase, scene: Scene) -> Reading | None:
    """A year; a fiscal one covers no days that we know: its bounds differ from country to country."""
    said, lead = phrase.groups["year"], phrase.get("lead") or ""
    if lead.startswith(("fiscal", "financial", "fy")):
        return Reading("DATE", said, edge_of(phrase))
    if lead.startswith("post"):
        return Reading("DATE", said, "AFTER")
    return dated(said, edge_of(phrase))


def year_over_two(phrase: Phrase, scene: Scene) -> Reading | None:
    """the 2031-32 financial year: a year whose bounds are not known lies somewhere in the two."""
    first, _, second = (phrase.get("pair") or f"{phrase.get('year')}/{phrase.get('second')}").partition("/")
    if len(second) not in (2, 4) or int(second) % 100 != (int(first) + 1) % 100:
        return None
    if not phrase.get("lead", "tail", "pair") and len(second) == 4:
        return None  # "in 2031-2032" may be two years
    last = int(first) + 1
    return Reading("DATE", f"{first}/{last}", None, (date(int(first), 1, 1), date(last, 12, 31)))


def year_in_words(phrase: Phrase, scene: Scene) -> Reading | None:
    """nineteen eighty-seven, the year two thousand."""
    tail = number(phrase.get("tail", "tail2") or "")
    if phrase.get("thousands"):
        return dated(str(2000 + int(tail or 0)))
    return dated(str({"nineteen": 1900, "eighteen": 1800}[phrase.groups["teen"]] + int(tail or 0)))


def feast(phrase: Phrase, scene: Scene) -> Reading | None:
    """A feast of the year that the text or the tense tells."""
    name = phrase.groups["feast"].replace(" ' ", "'").replace("' s", "'s")
    rule = words("times")["feasts"].get(name)
    if rule is None:
        return None
    around = {"week": "W", "weekend": "WE"}.get(phrase.get("around") or "", "D")
    if said := phrase.get("year"):
        return dated(_grained(_feast_day(rule, int(said)), around))
    if scene.published is None:
        return Reading("DATE")
    candidates = [d for y in range(scene.published.year - 1, scene.published.year + 2) if (d := _feast_day(rule, y))]
    which = phrase.get("which")
    if which == "last":
        candidates = [max(d for d in candidates if d < scene.published)]
    elif which == "next":
        candidates = [min(d for d in candidates if d > scene.published)]
    return dated(_grained(nearest(candidates, scene), around))


def _grained(day: date | None, unit: str) -> str | None:
    return at(day, unit) if day else None


def _feast_day(rule: str, year: int) -> date | None:
    if rule == "thanksgiving":
        first = date(year, 11, 1)
        return first + timedelta((4 - first.isoweekday()) % 7 + 21)
    if rule.startswith("easter"):
        return _easter(year) + timedelta(int(rule.split()[1]))
    month, day = rule.split("-")
    return made(year, int(month), int(day))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def day_of_month(phrase: Phrase, scene: Scene) -> Reading | None:
    """the 9th of next month; the bare "by the 9th", "on the 9th" only after a preposition of time."""
    which = phrase.get("which")
    if which is None and phrase.before.split()[-1:] not in (["by"], ["until"], ["since"], ["before"], ["on"]):
        return None
    if scene.published is None:
        return Reading("DATE")
    first = scene.published.replace(day=1)
    day = day_number(phrase.groups["day"]) or 0
    months = [{"last": -1, "next": 1}.get(which or "", 0)] if which else [-1, 0, 1]
    firsts = [shifted(first, n, "M") for n in months]
    return dated(_iso(nearest([found for f in firsts if (found := made(f.year, f.month, day))], scene)))


def weekday(phrase: Phrase, scene: Scene) -> Reading | None:
    """A weekday, with or without a part of the day."""
    name, said = weekday_number(phrase.groups["wd"]), phrase.get("which") or ""
    coming = said.endswith(("coming", "upcoming"))
    found = weekday_of(scene, name, "coming" if coming else which_of(said))
    if found and scene.anchor and scene.anchor.days and _runs_on(phrase):
        first = scene.anchor.days[0]
        day = first + timedelta((name - first.isoweekday()) % 7)
        found = day, (day, day)
    part = inverted("parts").get(phrase.get("part") or "")
    if found is None:
        return Reading("TIME" if part else "DATE", None, edge_of(phrase))
    day, span = found
    if phrase.get("into"):  # the night before the day
        day, span = day - timedelta(1), (span[0] - timedelta(1), span[1])
    elif phrase.rule == "overnight of a day":  # the night before it or after it
        span = (span[0] - timedelta(1), span[1] + timedelta(1))
    if part:
        return Reading("TIME", f"{day}T{part}", _edge_on(phrase), span)
    return Reading("DATE", day.isoformat(), _edge_on(phrase), span)


def _edge_on(phrase: Phrase) -> str | None:
    """The edge of a day, also before "on": "late on Tuesday"."""
    before = phrase.before.split()
    led = before[-2] if before[-1:] == ["on"] and len(before) > 1 else ""
    return edge_of(phrase) or inverted("edges").get(led if led in ("early", "late") else "")


def _runs_on(phrase: Phrase) -> bool:
    """Whether the weekday ends a run: "from Monday to Friday", "Monday through Friday"."""
    before = phrase.before.split()
    first = [*numbers("weekday"), *inverted("parts")]
    return len(before) == 2 and before[0] in first and before[1] in ("to", "through", "until", "till", "-")


def weekday_of_week(phrase: Phrase, scene: Scene) -> Reading | None:
    """Tuesday last week."""
    if scene.published is None:
        return Reading("DATE")
    monday = scene.published - timedelta(scene.published.isoweekday() - 1)
    weeks = {"last": -1, "next": 1}.get(phrase.groups["which"], 0)
    return dated((monday + timedelta(7 * weeks + weekday_number(phrase.groups["wd"]) - 1)).isoformat())
