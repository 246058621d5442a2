"""The stories in which it is known what was promised, denied and copied, and how much of that the ledger finds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import linking
import planted
from onrecord import link
from onrecord.link import Reading
from onrecord.model import Edge


@pytest.fixture(scope="module")
def stories() -> list[tuple[str, list[Reading], planted.Truth]]:
    return [(some[0].article.id.partition("/")[0], [Reading(r) for r in some], truth)
            for some, truth in planted.ledger(150)]  # fmt: skip


def found(readings: list[Reading]) -> Iterator[Edge]:
    """The relations of all articles that share a block."""
    keys = [link.keys(reading) for reading in readings]
    for i, a in enumerate(readings):
        yield from link.edges(a, a)
        for j in range(i):
            if keys[i] & keys[j]:
                yield from link.edges(a, readings[j])


def test_a_story_is_the_same_in_every_ledger() -> None:
    assert planted.story(7) == planted.story(7)
    large = list(planted.ledger(60))
    assert list(planted.ledger(20)) == large[: len(list(planted.ledger(20)))]


def test_what_is_planted_is_found_and_nothing_else(stories: list[tuple[str, list[Reading], planted.Truth]]) -> None:
    edges = found([reading for _, some, _ in stories for reading in some])
    rates = linking.compared(edges, [(key, truth) for key, _, truth in stories])
    for kind, (right, got) in rates.items():
        assert len(right) >= 8, kind
        assert len(right & got) >= 0.9 * len(right), (kind, right - got)
        assert len(right & got) >= 0.9 * len(got), (kind, got - right)


def test_articles_of_two_stories_are_hardly_ever_compared(
    stories: list[tuple[str, list[Reading], planted.Truth]],
) -> None:
    keys = [(key, link.keys(reading)) for key, some, _ in stories for reading in some]
    across = [(a, b) for i, (a, one) in enumerate(keys) for b, other in keys[:i] if a != b and one & other]
    assert len(across) < len(keys)
