"""The gold keeps its own formats: unique ids, spans and quotes inside the text, every trap of the design covered."""

from __future__ import annotations

from typing import Any

import pytest

from scoring import passages
from scoring.judge import KINDS
from scoring.passages import Passage

GOLD = passages.load()


def spans(value: Any) -> list[tuple[int, int]]:
    """All pairs of whole numbers anywhere in a value."""
    if isinstance(value, dict):
        return [s for key, v in value.items() if key not in ("low", "high") for s in spans(v)]
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(v, int) for v in value):
            return [(value[0], value[1])]
        return [s for v in value for s in spans(v)]
    return []


def test_there_are_passages_of_every_kind_and_enough_of_them() -> None:
    assert {p.kind for p in GOLD} == set(KINDS)
    assert len(GOLD) >= 130
    assert sum(p.kind == "ledger" for p in GOLD) >= 6


def test_ids_are_unique() -> None:
    assert len({p.id for p in GOLD}) == len(GOLD)


@pytest.mark.parametrize("passage", GOLD, ids=[p.id for p in GOLD])
def test_every_passage_says_why_it_is_there_and_how_its_first_run_went(passage: Passage) -> None:
    assert passage.row["tags"]
    assert passage.row["first_run"] in ("right", "wrong", None)


@pytest.mark.parametrize("passage", [p for p in GOLD if p.text], ids=[p.id for p in GOLD if p.text])
def test_every_span_holds_words(passage: Passage) -> None:
    for start, end in spans(passage.row):
        words = passage.text[start:end]
        assert words.strip(), (passage.id, start, end)
        assert end <= len(passage.text)


def test_quotes_of_scenarios_stand_in_their_articles() -> None:
    for passage in (p for p in GOLD if p.kind == "ledger"):
        texts: dict[str, str] = {}
        for article in passage.row["articles"]:
            texts[article["id"]] = texts.get(article["id"], "") + "\n" + article["text"]
        gold = passage.row["gold"]
        quotes = [d[side] for d in gold["disputes"] for side in "ab"]
        quotes += [p for s in gold["numbers"] for p in s["points"]]
        quotes += [c["outcome"] for c in gold["commitments"] if c["outcome"]]
        for quote in quotes:
            assert quote["quote"] in texts[quote["article"]], (passage.id, quote)
