"""Readings of seasons, quarters, halves of years, decades and centuries."""

from __future__ import annotations

from datetime import date

from onrecord.extract.time_calendar import edge_of
from onrecord.extract.time_phrases import Phrase
from onrecord.extract.time_scene import (
    Reading,
    Scene,
    dated,
    day_number,
    inverted,
    month_number,
    nearest_span,
    numbers,
)  # fmt: skip
from onrecord.extract.time_value import at, interval, shifted


def decade(phrase: Phrase, scene: Scene) -> Reading | None:
    """the 1970s, the '70s, the seventies: three digits. Two digits are of the century that has them in the past."""
    return dated(decade_value(phrase.groups["decade"], scene), edge_of(phrase))


def decade_value(said: str, scene: Scene) -> str:
    """The three digits of a decade."""
    name = next((word for word in said.split() if word in numbers("decadeword")), None)
    if name is None:
        digits = "".join(c for c in said if c.isdecimal())
        if len(digits) == 4:
            return digits[:3]
    else:
        digits = str(int(numbers("decadeword")[name]))
    now = scene.published.year if scene.published else 2000
    century = 20 if 2000 + int(digits) <= now and "nineteen" not in said and int(digits) < 30 else 19
    return f"{century}{digits[0]}"


def century(phrase: Phrase, scene: Scene) -> Reading | None:
    """the 18th century: 17."""
    said = phrase.groups["ord"]
    which = 21 if said.startswith("twenty") else day_number(said)
    return dated(f"{which - 1:02}", edge_of(phrase)) if which and which > 1 else None


def season(phrase: Phrase, scene: Scene) -> Reading | None:
    """last summer, spring 2029; winter is named by the year in which it begins."""
    name, mod = inverted("seasons")[phrase.groups["season"]], edge_of(phrase)
    if said := phrase.get("year"):
        return dated(f"{said}-{name}", mod)
    if (
        phrase.groups["season"] in ("fall", "spring")
        and not phrase.get("which")
        and phrase.before.split()[-1:] == ["to"]
    ):
        return None
    today, which = scene.published, phrase.get("which") or ""
    if today is None:
        return Reading("DATE", None, mod)
    seasons = [f"{year}-{name}" for year in _years(today)]
    spans = {value: found for value in seasons if (found := interval(value))}
    past = [value for value, (_, last) in spans.items() if last < today]
    ahead = [value for value, (first, _) in spans.items() if first > today]
    now = [value for value, (first, last) in spans.items() if first <= today <= last]
    if which.startswith("last") or "past" in which:
        return dated(past[-1], mod)
    if which.startswith("next") or "coming" in which:
        return dated(ahead[0], mod)
    if now or which.startswith("this"):
        same = [value for value in seasons if value.startswith(f"{today.year}-")]
        return dated((now or same)[0], mod)
    return dated(nearest_span(seasons, scene), mod)


def _years(today: date) -> range:
    return range(today.year - 2, today.year + 3)


def quarter(phrase: Phrase, scene: Scene) -> Reading | None:
    """the third quarter, of the year that the text or the tense tells; the days of a fiscal one are not known."""
    found = _quarter(phrase, scene)
    if found and phrase.get("fiscal", "fiscal2", "fiscal3"):
        return Reading("DATE", found.value)
    return found


def _quarter(phrase: Phrase, scene: Scene) -> Reading | None:
    said = phrase.groups["ord"]
    which = 4 if said in ("last", "final") else day_number(said) or 0
    if not 1 <= which <= 4 or (said in ("last", "final") and not phrase.get("year2", "whichyear2")):
        return None
    year = phrase.get("year", "year2")
    whole = phrase.get("whichyear", "whichyear2")
    if year:
        return dated(f"{year}-Q{which}")
    if scene.published is None:
        return Reading("DATE")
    if whole:
        return dated(f"{scene.published.year + {'last': -1, 'next': 1}.get(whole, 0)}-Q{which}")
    return dated(nearest_span([f"{y}-Q{which}" for y in _years(scene.published)], scene))


def quarter_of_months(phrase: Phrase, scene: Scene) -> Reading | None:
    """the July-September quarter: that of the calendar, or three months of another."""
    first, last = month_number(phrase.groups["month"]), month_number(phrase.groups["last"])
    if (last - first) % 12 != 2:
        return None
    if last % 3 or scene.published is None:
        return Reading("DATE")
    return dated(nearest_span([f"{y}-Q{last // 3}" for y in _years(scene.published)], scene))


def half(phrase: Phrase, scene: Scene) -> Reading | None:
    """the first half of the year; of a decade it is its START or END."""
    first = phrase.groups["ord"] in ("first", "1")
    if phrase.groups["ord"] not in ("first", "1", "second", "last", "2"):
        return None
    if said := phrase.get("decade"):
        return dated(decade_value(said, scene), "START" if first else "END")
    if phrase.get("which"):
        return None
    year = phrase.get("year")
    if year is None:
        if scene.published is None:
            return Reading("DATE")
        year = str(scene.published.year + {"last": -1, "next": 1}.get(phrase.groups["whichyear"], 0))
    return dated(f"{year}-H{1 if first else 2}")


def period(phrase: Phrase, scene: Scene) -> Reading | None:
    """the year-earlier period, the latest quarter: seen from the quarter that the text speaks of.

    "the quarter ended March 31" is told by its last month; "the latest quarter" has ended.
    """
    if said := phrase.get("month"):
        if scene.published is None:
            return Reading("DATE")
        month = month_number(said)
        if month % 3:
            return Reading("DURATION", "P1Q")  # a fiscal one, of no calendar quarter
        return dated(nearest_span([f"{y}-Q{month // 3}" for y in _years(scene.published)], scene))
    if scene.quarter is None:
        return Reading("DURATION", "P1Q") if phrase.get("plain") else None
    year, rest = int(scene.quarter[:4]), scene.quarter[4:]
    if said := phrase.get("year"):
        return dated(said + rest)
    if phrase.get("latest") == "latest" and scene.published and scene.quarter == at(scene.published, "Q"):
        return dated(at(shifted(scene.published, -1, "Q"), "Q"))
    return dated(f"{year - 1}{rest}" if phrase.get("ago") else scene.quarter)
