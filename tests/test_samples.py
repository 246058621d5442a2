"""The sample articles are what their README says: readable, dated, from invented outlets, with what a user tries."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "samples"
ARTICLES = [json.loads(line) for line in (SAMPLES / "articles.jsonl").read_text("utf-8").splitlines()]
README = (SAMPLES / "README.md").read_text("utf-8")


def shingles(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def overlap(a: str, b: str) -> float:
    """Share of the shorter text's five-word runs that stand in the other text too."""
    left, right = shingles(a), shingles(b)
    return len(left & right) / min(len(left), len(right))


@pytest.mark.parametrize("article", ARTICLES, ids=[f"{a['id']}@{a['published']}" for a in ARTICLES])
def test_every_article_has_what_a_reader_needs_to_date_and_name_it(article: dict[str, str]) -> None:
    assert list(article) == ["id", "title", "outlet", "published", "url", "text"]
    assert date(2022, 2, 10) <= date.fromisoformat(article["published"][:10]) <= date(2022, 2, 24)
    assert article["url"].startswith("https://example.org/")
    assert article["outlet"] in README.replace("\n", " ")
    assert 50 <= len(article["text"].split()) <= 250
    assert article["title"] not in article["text"]


def test_the_readme_counts_the_articles_right() -> None:
    ids = Counter(a["id"] for a in ARTICLES)
    assert (len(ARTICLES), len(ids)) == (39, 37)
    assert {i for i, n in ids.items() if n == 2} == {"nw-0215-units", "nw-0220-extended"}


def test_both_versions_of_an_updated_article_differ_in_time_and_text() -> None:
    for name in ("nw-0215-units", "nw-0220-extended"):
        first, second = (a for a in ARTICLES if a["id"] == name)
        assert first["published"] < second["published"]
        assert first["text"] != second["text"]


@pytest.mark.parametrize(
    "ending, copies", [("0210-drills", 3), ("0216-makei", 3), ("0218-convinced", 2), ("0220-extended", 2)]
)
def test_wire_copies_share_their_words(ending: str, copies: int) -> None:
    newest = {a["id"]: a["text"] for a in ARTICLES if a["id"].endswith(ending)}
    assert len(newest) == copies
    first, *others = newest.values()
    assert all(overlap(first, other) > 0.7 for other in others)


def test_articles_that_are_no_copies_are_told_in_their_own_words() -> None:
    newest = {a["id"]: a for a in ARTICLES}.values()
    for a in newest:
        for b in newest:
            if a["id"] < b["id"] and a["id"].split("-", 1)[1] != b["id"].split("-", 1)[1]:
                assert overlap(a["text"], b["text"]) < 0.2, (a["id"], b["id"])


def test_the_other_formats_are_there() -> None:
    for name in ("families.txt", "accords.txt", "pipeline.html"):
        assert (SAMPLES / name).stat().st_size > 500
        assert f"`{name}`" in README
