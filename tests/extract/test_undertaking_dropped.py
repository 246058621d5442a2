"""What is given up without a word of promising."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The county has shelved the widening of the canal.", "the widening of the canal"),
        ("The guild called off the walkout that it had announced for Friday.", "the walkout"),
        ("The rebel chief declared the May ceasefire dead.", "the May ceasefire"),
        ("Orvania no longer plans to move its embassy.", "move its embassy"),
        ("The rebels tore up their pact to share the wells.", "share the wells"),
        ("Two banks pulled out of the deal to refloat the mill.", "refloat the mill"),
        ("The regent took his offer of an amnesty off the table.", "an amnesty"),
    ],
)
def test_what_is_dropped_is_taken_back(record: Callable[..., Record], text: str, action: str) -> None:
    [found] = record(text, "2035-03-14").commitments
    assert (" ".join(s.of(text) for s in found.action), found.operation) == (action, "withdraw")


@pytest.mark.parametrize(
    "text",
    [
        "The bomber dropped its load on the mill.",
        "The driver abandoned the car at the quay.",
        "The doctor pronounced the miner dead.",
        "The guild offered to call off the march in exchange for a vote.",
    ],
)
def test_what_is_let_fall_was_no_plan(record: Callable[..., Record], text: str) -> None:
    assert "withdraw" not in [c.operation for c in record(text, "2035-03-14").commitments]


def test_a_plan_that_is_only_said_to_be_dropped_and_is_not_stays(record: Callable[..., Record]) -> None:
    text = (
        "A journal reported that Norway had shelved the closure of its last mill. The ministry called the report false."
    )
    assert [c.existence for c in record(text, "2035-03-14").commitments] == ["denied"]


def test_money_is_no_receiver(record: Callable[..., Record]) -> None:
    text = "Norway pledged $80m for the dykes."
    [made] = record(text, "2035-03-14").commitments
    assert "80" in " ".join(s.of(text) for s in made.action)
