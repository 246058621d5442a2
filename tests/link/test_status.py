"""From the history of a commitment to its status on a day."""

from __future__ import annotations

import pytest

from onrecord.link.status import Happening, Outcome, Terms, outcome

DAY = "2031-05-20"
BEFORE, AFTER = "2031-05-10", "2031-05-25"
OWN, SEEN = True, False


def steps(*given: str | tuple[str, str] | tuple[str, str, bool]) -> list[Happening]:
    made = [Happening("made", "2031-05-01")]
    return made + [Happening(*g) if isinstance(g, tuple) else Happening(g, BEFORE) for g in given]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("history", "as_of", "expected"),
    [
        ([], BEFORE, ("pending", "none", False)),
        ([], DAY, ("pending", "none", False)),  # the last day is not over
        ([], AFTER, ("overdue", "clock", False)),
        (["reaffirmed"], BEFORE, ("pending", "none", False)),
        (["extended"], BEFORE, ("extended", "evidence", False)),
        (["extended", "reaffirmed"], BEFORE, ("extended", "evidence", False)),
        (["extended"], AFTER, ("overdue", "clock", False)),
        (["progress"], BEFORE, ("in_progress", "evidence", False)),
        (["progress"], AFTER, ("overdue", "clock", False)),
        (["extended", "progress"], BEFORE, ("in_progress", "evidence", False)),
        (["progress", "extended"], BEFORE, ("extended", "evidence", False)),
        (["fulfilled"], AFTER, ("kept", "evidence", False)),
        ([("fulfilled", DAY)], AFTER, ("kept", "evidence", False)),
        ([("fulfilled", AFTER)], AFTER, ("kept", "evidence", True)),
        ([("fulfilled", BEFORE, OWN)], BEFORE, ("kept", "self_reported", False)),
        ([("fulfilled", BEFORE, OWN), ("fulfilled", AFTER, SEEN)], AFTER, ("kept", "evidence", True)),
        ([("fulfilled", BEFORE, SEEN), ("fulfilled", AFTER, OWN)], AFTER, ("kept", "evidence", False)),
        (["partly_fulfilled"], AFTER, ("partly_kept", "evidence", False)),
        (["partly_fulfilled", "fulfilled"], AFTER, ("kept", "evidence", False)),
        (["fulfilled", "partly_fulfilled"], AFTER, ("kept", "evidence", False)),
        (["violated"], BEFORE, ("broken", "evidence", False)),
        (["violated", ("fulfilled", AFTER)], AFTER, ("kept", "evidence", True)),
        (["violated", "extended"], BEFORE, ("extended", "evidence", False)),
        (["withdrawn"], BEFORE, ("withdrawn", "evidence", False)),
        (["withdrawn"], AFTER, ("withdrawn", "evidence", False)),
        (["extended", "withdrawn"], AFTER, ("withdrawn", "evidence", False)),
        (["withdrawn", "reaffirmed"], BEFORE, ("pending", "none", False)),
        (["condition_met"], BEFORE, ("pending", "none", False)),
        (["condition_failed"], BEFORE, ("lapsed", "evidence", False)),
        (["corrected"], BEFORE, ("pending", "none", False)),
    ],
)
def test_a_promise(history: list[str], as_of: str, expected: tuple[str, str, bool]) -> None:
    found = outcome(Terms(deadline=DAY), steps(*history), as_of)
    assert (found.status, found.basis, found.late) == expected


@pytest.mark.parametrize(
    ("history", "as_of", "expected"),
    [
        ([], BEFORE, ("pending", "none")),
        ([], AFTER, ("kept", "clock")),
        (["violated"], AFTER, ("broken", "evidence")),
        (["violated", "fulfilled"], AFTER, ("broken", "evidence")),
        ([("fulfilled", AFTER)], AFTER, ("kept", "evidence")),
    ],
)
def test_a_promise_to_refrain_is_kept_by_its_term(history: list[str], as_of: str, expected: tuple[str, str]) -> None:
    found = outcome(Terms(deadline=DAY, lasting=True), steps(*history), as_of)
    assert (found.status, found.basis, found.late) == (*expected, False)


@pytest.mark.parametrize(
    ("kind", "history", "as_of", "expected"),
    [
        ("offer", [], AFTER, ("lapsed", "clock")),
        ("offer", ["withdrawn"], BEFORE, ("withdrawn", "evidence")),
        ("offer", ["condition_failed"], BEFORE, ("lapsed", "evidence")),
        ("offer", ["fulfilled"], BEFORE, ("kept", "evidence")),
        ("plan", ["withdrawn"], BEFORE, ("withdrawn", "evidence")),
        ("threat", ["fulfilled"], BEFORE, ("carried_out", "evidence")),
        ("threat", ["withdrawn"], BEFORE, ("not_carried_out", "evidence")),
        ("ultimatum", ["violated"], BEFORE, ("not_carried_out", "evidence")),
        ("ultimatum", ["extended"], BEFORE, ("extended", "evidence")),
        ("ultimatum", [], AFTER, ("overdue", "clock")),
    ],
)
def test_the_ends_of_offers_plans_and_threats(
    kind: str, history: list[str], as_of: str, expected: tuple[str, str]
) -> None:
    found = outcome(Terms(kind=kind, deadline=DAY), steps(*history), as_of)  # type: ignore[arg-type]
    assert (found.status, found.basis) == expected


def test_without_a_deadline_the_clock_never_speaks() -> None:
    assert outcome(Terms(), steps(), "2099-01-01") == Outcome("pending")


def test_a_counter_claim_overwrites_nothing() -> None:
    found = outcome(Terms(deadline=DAY), steps(("fulfilled", BEFORE, OWN), "outcome_disputed"), AFTER)
    assert found == Outcome("kept", "self_reported", disputed=True)


def test_the_clock_marks_its_own_step() -> None:
    assert outcome(Terms(deadline=DAY), steps(), AFTER).deadline_passed
    assert not outcome(Terms(deadline=DAY), steps("fulfilled"), AFTER).deadline_passed
