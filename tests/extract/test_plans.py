"""Whose plan "will" is when somebody else says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record


@pytest.mark.parametrize(
    ("text", "promisor", "reported_by"),
    [
        ("Army divers will search the lake on Friday, Colonel Vera Lund said.", "Army divers", ["Colonel Vera Lund"]),
        ("Orvel will tax salt from 1 May, the trade ministry announced.", "Orvel", ["the trade ministry"]),
        ("The two sides would swap their dead on Friday, mediators said.", "The two sides", ["mediators"]),
        ("The fish council is to meet on 2 May, a communique said.", "The fish council", ["a communique"]),
        ("The clerks have given notice that they will strike on Friday.", "The clerks", []),
        ("The builder says it needs until 1 May to finish the pier.", "The builder", []),
    ],
)
def test_who_undertakes_and_who_says_so(
    record: Callable[..., Record], text: str, promisor: str, reported_by: list[str]
) -> None:
    [made] = record(text, "2035-03-14").commitments
    assert " ".join(s.of(text) for s in made.promisor) == promisor
    assert [s.of(text) for s in made.reported_by] == reported_by


@pytest.mark.parametrize(
    "text",
    [
        "The abbot ruled out the miners as suspects in the theft.",
        "The coroner ruled out foul play.",
        "The loan will be paid on condition that the clerks agree to wait, some said.",
    ],
)
def test_what_is_ruled_out_as_a_cause_is_no_assurance(record: Callable[..., Record], text: str) -> None:
    assert not record(text, "2035-03-14").commitments


def test_once_somebody_has_done_it_is_a_condition(record: Callable[..., Record]) -> None:
    text = "The bank said it would release the loan once parliament passes the law."
    [made] = record(text, "2035-03-14").commitments
    assert [s.of(text) for s in made.condition] == ["once parliament passes the law"]
    assert made.deadline is not None and made.deadline.type == "event"


def test_a_warning_beside_the_time_that_is_given_says_what_will_follow(record: Callable[..., Record]) -> None:
    text = "The regent gave the clerks until Friday to leave the quay, warning that it would be burned."
    [made] = record(text, "2035-03-14").commitments
    assert (" ".join(s.of(text) for s in made.action), made.kind) == ("it would be burned", "ultimatum")
