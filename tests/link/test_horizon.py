"""Where partners are looked for: whatever two articles have to do with each other lies within the one's horizon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING

from onrecord import link
from onrecord.link import Horizon, Reading
from onrecord.model import Record

if TYPE_CHECKING:
    from .conftest import Page

ARTICLES = {
    "a toll": "Velmark's premier said on Monday that 30 miners had died at the Harrow pit.",
    "another toll": "The Harrow pit was flooded. Ruvia said that 55 miners had died at the Harrow pit.",
    "a promise": "Velmark's premier promised to reopen the Harrow pit by 1 December.",
    "a deed": "The Harrow pit was reopened on Monday, Velmark's premier said.",
    "a claim": "Ruvia's army shelled the hospital of the Harrow valley, Velmark's premier said.",
    "a denial": "Ruvia denied that its army had shelled the hospital of the Harrow valley.",
    "a correction": "Correction: this newspaper wrongly reported that 30 miners had died at the Harrow pit.",
    "nothing of the kind": "Velmark's premier walked through the hospital of the Harrow valley near the Harrow pit.",
}
"""What an article may have to do with another one of it, or nothing."""
DAYS = ("2031-05-01", "2031-05-12", "2031-05-15", "2031-05-16", "2031-06-30", "2031-07-01", "2032-07-01", None)


def within(a: Horizon, b: Horizon) -> bool:
    """Whether the one is looked at where partners of the other are looked for, as the store asks it."""
    undated = not (a.day and b.day)
    answering = a.answers or b.answers or (a.counts and b.counts)
    awaited = (b.day < a.day and b.until >= a.day) or (a.day < b.day and a.until >= b.day)
    near = a.first <= b.day <= a.last and answering
    return undated or a.close_first <= b.day <= a.close_last or near or awaited


def test_nothing_is_related_that_lies_beyond_the_horizon(record: Callable[..., Record]) -> None:
    def read(name: str, day: str | None) -> Reading:
        made = record(ARTICLES[name], day)
        return Reading(replace(made, article=replace(made.article, id=f"{name} {day}")))

    names = list(product(ARTICLES, DAYS))
    beyond = related = 0
    for a, b in combinations([read(name, day) for name, day in names], 2):
        found = [e for e in link.edges(a, b) if e.kind != "copy"]
        related += bool(found)
        if not within(link.horizon(a), link.horizon(b)):
            beyond += 1
            assert not found, (a.key, b.key)
    assert beyond > 100
    assert related > 100


def test_what_a_reviewer_adds_widens_the_horizon(page: type[Page]) -> None:
    text = "Velmark would leave the Harrow valley by May, Ruvia said; Velmark denied the report."
    bare = Reading(page("a", text).record)
    denied = Reading(page("a", text).denies("Velmark denied", "denied", "Velmark would leave the Harrow valley").record)
    promised = Reading(page("a", text).promise("Velmark", "would", "leave the Harrow valley").record)
    plain = link.horizon(bare)
    assert (plain.answers, plain.until) == (False, "")
    assert link.horizon(bare, denied).answers
    assert link.horizon(bare, promised).until > "2032"
