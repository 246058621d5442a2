"""The generated articles that speed is measured on: the same for the same seed, and of the lengths that news has."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import newsroom


def test_the_same_seed_gives_the_same_articles() -> None:
    assert list(newsroom.articles(20, seed=5)) == list(newsroom.articles(20, seed=5))
    assert list(newsroom.articles(20, seed=5)) != list(newsroom.articles(20, seed=6))


def test_articles_are_dated_and_differ_in_length() -> None:
    made = list(newsroom.articles(300))
    lengths = sorted(len(a["text"].split()) for a in made)
    assert len({a["id"] for a in made}) == 300
    assert all(a["published"].startswith("2031-") for a in made)
    assert lengths[0] < 120
    assert lengths[-1] > 350
