"""What term a time sets after which words."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.extract.deadlines import deadline, preposition_before
from onrecord.model import Deadline, Span, Time

FRIDAY = ("DATE", "2031-05-02", "2031-05-02", "2031-05-02")
JUNE = ("DATE", "2031-06", "2031-06-01", "2031-06-30")
WEEKEND = ("DATE", "2031-W18-WE", "2031-05-03", "2031-05-04")
OPEN = ("DATE", "FUTURE_REF", None, None)
WEEKS = ("DURATION", "P3W", None, None)
HOURS = ("DURATION", "PT72H", None, None)
DAYS = ("DURATION", "PXD", None, None)


@pytest.mark.parametrize(
    ("before", "time", "kind", "earliest", "latest"),
    [
        ("by", FRIDAY, "by", None, "2031-05-02"),
        ("no later than", FRIDAY, "by", None, "2031-05-02"),
        ("before", FRIDAY, "by", None, "2031-05-01"),
        ("before", JUNE, "by", None, "2031-05-31"),
        ("before", WEEKEND, "by", None, "2031-05-02"),
        ("until", JUNE, "until", None, "2031-06-30"),
        ("starting", FRIDAY, "on", "2031-05-02", "2031-05-02"),
        ("on", FRIDAY, "on", "2031-05-02", "2031-05-02"),
        ("", FRIDAY, "on", "2031-05-02", "2031-05-02"),
        ("", WEEKEND, "on", "2031-05-03", "2031-05-04"),
        ("in", JUNE, "on", "2031-06-01", "2031-06-30"),
        ("after", FRIDAY, "event", "2031-05-03", None),
        ("since", FRIDAY, None, None, None),
        ("by", OPEN, "by", None, None),
        ("", OPEN, "on", None, None),
        ("within", WEEKS, "by", None, "2031-05-18"),
        ("for", WEEKS, "until", None, "2031-05-18"),
        ("in", HOURS, "by", None, "2031-04-30"),
        ("for", DAYS, "until", None, None),
    ],
)
def test_terms(before: str, time: Any, kind: str | None, earliest: str | None, latest: str | None) -> None:
    made = Time("t1", Span(0, 6), time[0], time[1], earliest=time[2], latest=time[3])
    assert deadline(made, before, "2031-04-27T08:00Z") == Deadline(Span(0, 6), kind, earliest, latest)


def test_the_end_of_a_month_is_before_its_last_day() -> None:
    end = Time("t1", Span(0, 10), "DATE", "2031-05", "END", "2031-05-21", "2031-05-31")
    assert deadline(end, "before").latest == "2031-05-31"


def test_before_an_hour_of_a_day_is_on_that_day() -> None:
    noon = Time("t1", Span(0, 6), "TIME", "2031-05-02T12:00", earliest="2031-05-02", latest="2031-05-02")
    assert deadline(noon, "before").latest == "2031-05-02"


def test_a_duration_has_no_end_without_a_publication_day() -> None:
    assert deadline(Time("t1", Span(0, 6), "DURATION", "P3W"), "for").latest is None


@pytest.mark.parametrize(
    ("text", "time", "words"),
    [
        ("The ferry must sail no later than Friday.", "Friday", "no later than"),
        ("The ferry must sail by the weekend.", "weekend", "by"),
        ("The ferry will rest for at least three weeks.", "three weeks", "for"),
        ("The ferry will sail Friday.", "Friday", ""),
        ("Friday is too late for the ferry.", "Friday", ""),
        ("The ferry sails starting on Friday.", "Friday", "starting on"),
    ],
)
def test_words_before_a_time(parse: Any, text: str, time: str, words: str) -> None:
    at = text.index(time)
    assert preposition_before(parse(text)[0], Span(at, at + len(time))) == words
