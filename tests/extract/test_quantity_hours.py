"""Hours of the day printed as bare numbers are times and count nothing; prices and counts beside a day stay numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.lexicon import words
from onrecord.model import Record

Reader = Callable[..., Record]


def read(record: Reader, text: str) -> list[str]:
    made = record(text, "2031-05-01")
    return [q.span.of(text) for q in made.quantities]


HOURS = words("not_counts")["hours"]
CLOCK = [
    ("The mayor ordered two valves shut at 17.43 on 9 February.", ["two"]),
    ("The train left at 6.15 on Monday morning with 40 people aboard.", ["40"]),
    ("Lamps died at a quarter to six on Tuesday evening and stayed out until nearly eight.", []),
    ("The pump broke at 21.10 on Tuesday night and ran again by half past three.", []),
    ("The ship sails at ten past three.", []),
    ("The fight went on until twelve.", []),
    ("Trading stopped at 11.15 on Tuesday morning.", []),
    ("The gate was open until four on Sunday.", []),
]  # fmt: skip
COUNTS = [
    ("Shares closed at 17.43 on Friday.", ["17.43"]),
    ("The thaler stood at 8.40 on Monday.", ["8.40"]),
    ("The index was fixed at 12.30 on Tuesday.", ["12.30"]),
    ("The rate fell by 8.25 on Friday.", ["8.25"]),
    ("The toll stood at nine on Sunday.", ["nine"]),
    ("Rebels killed at least six on Monday.", ["at least six"]),
    ("The dead numbered six until Tuesday.", ["six"]),
    ("Guards let nobody in until six had been searched.", ["six"]),
    ("The firm cut its staff from twelve to six on Monday.", ["from twelve to six"]),
    ("The coast guard waited until nine ships had passed.", ["nine"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*CLOCK, *COUNTS])
def test_the_hour_of_the_day_is_no_number_of_things(record: Reader, text: str, wanted: list[str]) -> None:
    assert read(record, text) == wanted


@pytest.mark.parametrize("word", HOURS["before"])
def test_words_before_an_hour(record: Reader, word: str) -> None:
    assert read(record, f"The ferry ran {word} 9.20 on Monday.") == []


@pytest.mark.parametrize("word", HOURS["rough"])
def test_words_between(record: Reader, word: str) -> None:
    assert read(record, f"The ferry ran until {word} eight.") == []


@pytest.mark.parametrize("word", HOURS["parts"])
def test_parts_of_an_hour(record: Reader, word: str) -> None:
    assert read(record, f"The ferry came at {word} past nine.") == []


@pytest.mark.parametrize("verb", HOURS["levels"])
def test_verbs_of_a_level(record: Reader, verb: str) -> None:
    assert read(record, f"Dealers {verb} at 17.43 on Friday.") == ["17.43"]
