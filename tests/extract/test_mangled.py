"""Broken marks, brackets and lines: every layer still answers, in the article's own words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.extract.pipeline import extract
from onrecord.extract.quotes import MARKS
from onrecord.model import Article
from onrecord.read.parts import parts

GOLD = Path(__file__).parents[2] / "eval" / "gold"
PASSAGES = [
    json.loads(line)["text"]
    for kind in ("attribution", "commitments")
    for path in sorted((GOLD / kind).glob("*.jsonl"))
    for line in path.read_text("utf-8").splitlines()
]
FRAGILE = "\"“”„«»'‘’()[]—-;:,.\n "
LAYERS = ("actors", "times", "places", "quantities", "statements", "commitments", "denials", "events")

Change = tuple[str, int, str]
changes = st.lists(
    st.tuples(
        st.sampled_from(["drop", "double", "insert"]),
        st.integers(0, 400),
        st.sampled_from([*FRAGILE, "\n\n", "''", "``", "...", "😀"]),
    ),
    max_size=8,
)


def mangled(text: str, done: list[Change]) -> str:
    """The text with fragile characters dropped, doubled or put in: the n-th one that stands there, or at place n."""
    for what, n, extra in done:
        places = [i for i, ch in enumerate(text) if ch in FRAGILE and ch != " "]
        if what == "insert" or not places:
            at = n % (len(text) + 1)
            text = text[:at] + extra + text[at:]
        else:
            at = places[n % len(places)]
            text = text[:at] + text[at] * 2 * (what == "double") + text[at + 1 :]
    return text


def spans(entry: Any) -> Iterator[tuple[int, int]]:
    """Every span, however deep, of an entry of the record."""
    if isinstance(entry, dict):
        for value in entry.values():
            yield from spans(value)
    elif isinstance(entry, list):
        if len(entry) == 2 and all(isinstance(n, int) for n in entry):
            yield entry[0], entry[1]
        else:
            for value in entry:
                yield from spans(value)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(passage=st.sampled_from(PASSAGES), done=changes)
def test_every_layer_reads_an_article_with_broken_marks(passage: str, done: list[Change]) -> None:
    text = mangled(passage, done)
    article = Article(id="broken", text=text, published="2031-05-10", language="en")
    record = next(extract([replace(article, parts=parts(text))])).to_json()
    assert "error" not in record
    for layer in LAYERS:
        for start, end in spans(record[layer]):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()
    for statement in record["statements"]:
        for role in ("source", "content", "addressee", "venue", "via"):
            for start, end in statement[role]:
                assert not half_quoted(text[start:end]), f"{role}: {text[start:end]!r}"


def half_quoted(words: str) -> bool:
    """Whether words begin or end with a mark that has no partner among them."""
    marks = sum(ch in MARKS for ch in words)
    return marks == 1 and (words[0] in MARKS or words[-1] in MARKS)
