"""The times of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from onrecord.extract import time_amounts, time_beside, time_calendar, time_periods, time_units
from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.extract.time_events import from_events
from onrecord.extract.time_names import is_rate, is_time
from onrecord.extract.time_phrases import Phrase, phrases
from onrecord.extract.time_scene import Reading, Scene
from onrecord.extract.time_tense import is_over, tense
from onrecord.extract.time_zones import moment
from onrecord.model import Span, Time

Reader = Callable[[Phrase, Scene], Reading | None]

READERS: dict[str, Reader] = {
    reader.__name__: reader
    for reader in (
        time_calendar.calendar, time_calendar.days, time_calendar.iso, time_calendar.slash, time_calendar.year,
        time_calendar.year_over_two, time_calendar.year_in_words, time_calendar.feast, time_calendar.day_of_month,
        time_calendar.weekday, time_calendar.weekday_of_week, time_periods.decade, time_periods.century,
        time_beside.week_from, time_beside.day_beside, time_beside.week_of, time_beside.this_time,
        time_beside.counted_weekday, time_beside.part_of_month, time_beside.half_of_unit, time_beside.weekdays_ago,
        time_periods.season, time_periods.quarter, time_periods.quarter_of_months, time_periods.half,
        time_periods.period,
        time_units.unit, time_units.year_end, time_units.deictic, time_units.part_of_day, time_units.unit_anchored,
        time_units.same_of_year, time_units.clock, time_units.ago, time_units.ago_today,
        time_amounts.duration, time_amounts.vague_units, time_amounts.reference, time_amounts.repeated,
        time_amounts.every, time_amounts.beside_event, time_amounts.to_come,
    )
}  # fmt: skip
"""What `read` in the patterns may name."""

_REACH = 3
"""Sentences for which a date in the text stays the one that "that day" and "a week later" are seen from."""


def times(parse: Parse, so_far: Draft) -> tuple[Time, ...]:
    """The article's times, in text order. What is relative is resolved only where the publication day is known."""
    published = _day(so_far.article.published)
    found: list[tuple[Phrase, Reading]] = []
    state = _State()
    for number in sorted({sentence.part_no for sentence in parse.sentences}):
        span = so_far.article.parts[number].span
        found.extend(_read(parse, published, state, phrases(so_far.article.text, *span)))
    dated = _with_days(parse, list(from_events(parse, found)))
    return tuple(_time(n, phrase, reading) for n, (phrase, reading) in enumerate(dated, 1))


def _with_days(parse: Parse, found: list[tuple[Phrase, Reading]]) -> Iterator[tuple[Phrase, Reading]]:
    """Clock times without a day get the day that their own sentence names ("at 9 a.m. (0700 GMT) on Friday").

    The day after the clock time is its own; one before it only where none follows.
    """
    at = [parse.sent_of[parse.tokens_in((phrase.start, phrase.end))[0]] for phrase, _ in found]
    days = [(sentence, reading.days) for sentence, (_, reading) in zip(at, found, strict=True) if _is_day(reading)]
    last = dict(days)
    seen = 0
    for sentence, (phrase, reading) in zip(at, found, strict=True):
        seen += _is_day(reading)
        if phrase.read != "clock" or phrase.get("wd", "deictic", "month", "month2", "month3", "today"):
            yield phrase, reading
            continue
        follows = seen < len(days) and days[seen][0] == sentence
        day = days[seen][1] if follows else last.get(sentence)
        hour = (reading.value or "").rpartition("T")[2]
        yield phrase, Reading("TIME", f"{day[0]}T{hour}", None, day) if day else reading


def _is_day(reading: Reading) -> bool:
    whole = reading.type == "DATE" or (reading.value or "").startswith(("19", "20"))
    return whole and reading.days is not None and reading.days[0] == reading.days[1]


def _time(number: int, phrase: Phrase, reading: Reading) -> Time:
    first, last = (day.isoformat() for day in reading.days) if reading.days else (None, None)
    if then := moment(phrase, reading):
        first = last = then
    span = Span(phrase.start, phrase.end)
    return Time(f"t{number}", span, reading.type, reading.value, reading.mod, first, last, phrase.rule)


class _State:
    """The last date and the last quarter that the text named, with the sentences they stood in."""

    def __init__(self) -> None:
        self.anchor: tuple[int, Reading] | None = None
        self.quarter: tuple[int, str] | None = None

    def note(self, sentence: int, phrase: Phrase, reading: Reading) -> None:
        """Keep a reading that later phrases may be seen from."""
        value = reading.value or ""
        fiscal = phrase.get("lead", "fiscal") is not None and len(value) == 4
        if (reading.days or fiscal) and reading.type in ("DATE", "TIME"):
            self.anchor = (sentence, reading)
        if phrase.read == "quarter" and value[4:6] == "-Q":
            self.quarter = (sentence, value)

    def scene(self, parse: Parse, span: tuple[int, int], sentence: int, published: date | None) -> Scene:
        """What a phrase in this sentence is read against."""
        anchor = self.anchor[1] if self.anchor and sentence - self.anchor[0] <= _REACH else None
        quarter = self.quarter[1] if self.quarter and sentence - self.quarter[0] <= 2 * _REACH else None
        age = sentence - self.anchor[0] if self.anchor else 0
        return Scene(published, anchor, quarter, partial(tense, parse, span), age, partial(is_over, parse, span))


def _read(
    parse: Parse, published: date | None, state: _State, alternatives: Iterator[list[Phrase]]
) -> Iterator[tuple[Phrase, Reading]]:
    end = 0
    for choices in alternatives:
        if choices[0].start < end:
            continue
        before = end
        for phrase in choices:
            inside = parse.tokens_in((phrase.start, phrase.end))
            if not inside or not is_time(parse, phrase, inside):
                continue
            sentence = parse.sent_of[inside[0]]
            scene = state.scene(parse, (phrase.start, phrase.end), sentence, published)
            end = phrase.end
            try:
                reading = READERS[phrase.read](phrase, scene)
            except (ValueError, OverflowError):
                break  # a day that the calendar does not have: "February 30", the year 10000
            if reading is not None:
                if is_rate(parse, phrase, inside):
                    reading = replace(reading, type="SET")
                state.note(sentence, phrase, reading)
                yield phrase, reading
                break
            end = before


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
