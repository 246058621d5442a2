"""Two sides as they are told: states that shut each other out, blame that goes to and fro, numbers that moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord import link
from onrecord.link import Reading
from onrecord.model import Record

Told = Callable[..., Record]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Orlen's minister said that the Tarn mill had stood idle since May. Its guild said it was running.",
         ["contradiction"]),
        ("The mayor said the bridge was open. The army said it was closed to lorries.", ["contradiction"]),
        ("Police said the blast was an accident. The opposition said it was sabotage.", ["contradiction"]),
        ("The mayor announced a plan to close the bridge. The army said the bridge remained open.", []),
        ("The mayor said the hall was full. The union said the school stood empty.", []),
        ("The minister said the kiln was idle. The guild said it would run again in May.", []),
        ("The defence ministry said the rebels had started it. A rebel general said the army had fired first.",
         ["responsibility"]),
        ("The guild said the firm had started the row. A rebel general said the army had fired first.", []),
    ],
)  # fmt: skip
def test_two_sides_of_one_article(record: Told, text: str, kinds: list[str]) -> None:
    reading = Reading(record(text, "2031-05-20"))
    sides = ("contradiction", "responsibility")
    assert [e.kind for e in link.edges(reading, reading) if e.kind in sides] == kinds


def test_a_toll_told_behind_as_measures_nothing_else(record: Told) -> None:
    text = "Nurses fed 41,000 children in Tarn, the ministry said, as the death toll from the flood rose to 267."
    assert [(f.measure, f.quantity.low) for f in Reading(record(text, "2031-05-20")).figures] == [
        ("person", 41_000.0),
        ("dead", 267.0),
    ]


@pytest.mark.parametrize(("day", "disputed"), [("2031-05-08", True), ("2031-05-09", False)])
def test_what_is_counted_more_than_a_week_later_has_moved(record: Told, day: str, disputed: bool) -> None:
    one = record("Relief agencies said that 800 people in the besieged town of Tarn were short of food.", "2031-05-01")
    other = record("The army said that 200 people in the besieged town of Tarn were short of food.", day)
    a, b = (Reading(replace(r, article=replace(r.article, id=key))) for key, r in (("a", one), ("b", other)))
    assert ("number" in [e.kind for e in link.edges(a, b)]) == disputed
