"""What is mended in the parser's tree before any layer reads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The palace said that in a call on Sunday Sund had told Holm that the ferries would leave.", "Sund"),
        ("In a call on Tuesday Ida Holm told Orvania that the ferries would leave.", "Ida Holm"),
    ],
)
def test_a_day_before_a_name_is_no_part_of_it(record: Callable[..., Record], text: str, source: str) -> None:
    found = record(text)
    assert [s.of(text) for s in found.statements[-1].source] == [source]


def test_a_day_that_names_a_thing_stays_part_of_its_name(record: Callable[..., Record]) -> None:
    found = record("They marched on Easter Sunday Square, the mayor said.")
    assert [a.name for a in found.actors if a.name.startswith("Square")] == []


def test_a_number_is_not_parted_from_what_it_counts(record: Callable[..., Record]) -> None:
    (found,) = record("Orvania pledged to hand over 90 captured Sundish pilots by 20 April.").commitments
    assert [s.of("Orvania pledged to hand over 90 captured Sundish pilots by 20 April.") for s in found.action] == [
        "hand over 90 captured Sundish pilots"
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It is understood that the envoys left on Friday.", "that the envoys left on Friday"),
        ("She said that the goods left behind were hers.", "that the goods left behind were hers"),
    ],
)
def test_a_past_tense_behind_that_is_no_participle(record: Callable[..., Record], text: str, content: str) -> None:
    assert [c.of(text) for s in record(text).statements for c in s.content] == [content]
