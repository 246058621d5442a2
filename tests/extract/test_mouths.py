"""Whose undertaking it is, however the words that say who speaks are placed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record

PUBLISHED = "2035-03-14"  # a Wednesday

Shown = tuple[str, str, str]


def shown(made: Record) -> list[Shown]:
    """Promisor, action, polarity of each commitment."""
    text = made.article.text
    return [
        (" ".join(s.of(text) for s in c.promisor), " … ".join(s.of(text) for s in c.action), c.polarity)
        for c in made.commitments
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ferries, said the transport ministry, will resume on Friday.",
            ("the transport ministry", "The ferries … will resume", "+"),
        ),
        (
            "Not one baker, vowed Mayor Ines Tal, would lose his oven.",
            ("Mayor Ines Tal", "Not one baker … would lose his oven", "-"),
        ),
        (
            "His party, the new premier told the senate, would never tax salt.",
            ("the new premier", "His party … would never tax salt", "-"),
        ),
        (
            "Dock cranes will not be sold, Orvania's envoy to the league, Ruben Aske, said on Monday.",
            ("Orvania's envoy to the league, Ruben Aske", "Dock cranes will not be sold", "-"),
        ),
        (
            "Bishop Ebbe Lund assured her on a visit to Tesk that the bells would ring.",
            ("Bishop Ebbe Lund", "the bells would ring", "+"),
        ),
        (
            "The treaty commits both countries to clear the mines.",
            ("both countries", "clear the mines", "+"),
        ),
        (
            "The village has been promised a new well by the provincial council.",
            ("the provincial council", "a new well", "+"),
        ),
        (
            "Unions called on the premier to honour her pledge to raise wages.",
            ("the premier", "raise wages", "+"),
        ),
    ],
)
def test_the_mouth_is_found_wherever_it_stands(record: Callable[..., Record], text: str, expected: Shown) -> None:
    assert shown(record(text, PUBLISHED)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty promised an age of plenty.",
        "A new drug threatens to upend the trade in herbs.",
        "The siege will go on for months, a military analyst said.",
        "The governor said the pass would be blocked by snow until April.",
        "The coach said the match would be decided by a whisker.",
        '"They will pay for this," the regent said.',
        "Prices will fall by 3 percent next year, Governor Ines Tal said.",
    ],
)
def test_things_and_onlookers_undertake_nothing(record: Callable[..., Record], text: str) -> None:
    assert shown(record(text, PUBLISHED)) == []


def test_words_that_say_who_speaks_set_no_term_and_are_no_part_of_the_action(record: Callable[..., Record]) -> None:
    text = "The European Union will list 12 tankers, the bloc's foreign policy chief, Ida Holm, said on Tuesday."
    made = record(text, PUBLISHED)
    assert [c.deadline for c in made.commitments] == [None]
    assert "Holm" not in shown(made)[0][1]
