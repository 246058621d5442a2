"""What is undertaken by shaking hands, by signing, or because a paper binds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record


@pytest.mark.parametrize(
    ("text", "promisor", "action"),
    [
        ("The abbots shook hands on Monday on a truce that the bishop had drafted.", "The abbots", "a truce"),
        (
            "The two mayors shook hands on a deal to share the reservoir.",
            "The two mayors",
            "share the reservoir",
        ),
        ("Twelve towns have signed up to ban fireworks by May.", "Twelve towns", "ban fireworks"),
        ("Orvania and Sund put their names to a ban on mines.", "Orvania and Sund", "a ban on mines"),
        (
            "The governor laid down a timetable on Tuesday for emptying the dams.",
            "The governor",
            "emptying the dams",
        ),
        (
            "Under the salt treaty, the Vik guild is obliged to feed the garrison until June.",
            "the Vik guild",
            "feed the garrison",
        ),
        ("The regent is bound by the accord to free the clerks.", "The regent", "free the clerks"),
        (
            "Under the deal, the regent was to clear the quay by 10 March.",
            "the regent",
            "clear the quay",
        ),
    ],
)
def test_a_gesture_or_a_paper_binds_whoever_makes_or_signs_it(
    record: Callable[..., Record], text: str, promisor: str, action: str
) -> None:
    [made] = record(text, "2035-03-14").commitments
    assert " ".join(s.of(text) for s in made.promisor) == promisor
    assert " ".join(s.of(text) for s in made.action) == action


@pytest.mark.parametrize(
    "text",
    [
        "The two mayors shook hands on the steps of the abbey.",
        "Ines Tal signed up to a course in pottery.",
        "By law, drivers are obliged to stop at the bridge.",
        "The fishermen put their names to the letter.",
    ],
)
def test_a_gesture_without_a_deed_behind_it_undertakes_nothing(record: Callable[..., Record], text: str) -> None:
    assert not record(text, "2035-03-14").commitments
