"""Every pattern of time phrases finds its own example, and every word table is in use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.time_phrases import word_classes
from onrecord.extract.times import READERS, times
from onrecord.lexicon import words

PATTERNS = words("time_patterns")["pattern"]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern["name"])
def test_example_is_read_by_its_pattern(body: Callable[..., Any], pattern: dict[str, str]) -> None:
    found = times(*body(pattern["example"], "2031-05-07"))
    assert pattern["name"] in [time.rule for time in found]


def test_every_reader_is_named_by_a_pattern_and_the_other_way_round() -> None:
    assert {pattern["read"] for pattern in PATTERNS} == set(READERS)


def test_every_word_class_is_named_by_a_pattern() -> None:
    said = " ".join([*words("time_patterns")["macros"].values(), *(pattern["match"] for pattern in PATTERNS)])
    assert [name for name in word_classes() if f"<{name}>" not in said] == []


@pytest.mark.parametrize(
    ("word", "value"), [(w, v) for v, found in words("times")["references"].items() for w in found]
)
def test_every_reference_is_read(body: Callable[..., Any], word: str, value: str) -> None:
    assert [time.value for time in times(*body(f"The harbour will be shut {word}."))] == [value]


@pytest.mark.parametrize(("word", "mod"), [(w, m) for m, found in words("times")["bounds"].items() for w in found])
def test_every_bound_is_read(body: Callable[..., Any], word: str, mod: str) -> None:
    assert [time.mod for time in times(*body(f"The siege lasted {word} two weeks."))] == [mod]


@pytest.mark.parametrize("feast", words("times")["feasts"])
def test_every_feast_is_read(body: Callable[..., Any], feast: str) -> None:
    text = f"The choir sang on {' '.join(word.capitalize() for word in feast.split())}."
    assert [time.rule for time in times(*body(text, "2031-05-07"))] == ["feast"]
