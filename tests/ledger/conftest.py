"""Articles about two invented countries and a reader of them that needs no language model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from onrecord.ledger import Ledger
from onrecord.model import (
    Actor,
    Article,
    Commitment,
    Deadline,
    Denial,
    Mention,
    Part,
    Quantity,
    Record,
    Span,
    Statement,
)

NOW = "2031-03-10T12:00:00+00:00"

SENTENCE = re.compile(
    r"(?P<source>[A-Z][a-z]+) (?P<cue>vowed|denied|said) (?P<content>that (?P<action>(?P<n>\d+ )?soldiers would leave "
    r"[A-Z][a-z]+(?P<by> by (?P<day>\d+) March)?)|up to (?P<most>\d+) soldiers stood in [A-Z][a-z]+)\."
)


def read(article: Article, made_with: str = "1") -> Record:
    """The record of an article made of `SENTENCE`s and whatever else."""
    actors, statements, commitments, denials, quantities = {}, [], [], [], []
    for number, m in enumerate(SENTENCE.finditer(article.text), 1):
        source, cue, content = (Span(*m.span(name)) for name in ("source", "cue", "content"))
        actor = actors.setdefault(m["source"], Actor(f"a{len(actors) + 1}", m["source"], "state"))
        mentions = (*actor.mentions, Mention(source, "name"))
        actors[m["source"]] = Actor(actor.id, actor.name, actor.kind, mentions=mentions)
        kind = {"vowed": "promise", "denied": "deny", "said": "say"}[m["cue"]]
        statements.append(Statement(f"s{number}", "indirect", (source,), (cue,), (content,), actor.id, cue_class=kind))
        evidence, said = Span(*m.span()), f"s{number}"
        if m["cue"] == "vowed" and m["action"]:
            term = Deadline(Span(*m.span("by")), "by", None, f"2031-03-{int(m['day']):02}") if m["by"] else None
            commitments.append(
                Commitment(f"c{number}", "promise", (source,), (Span(*m.span("action")),), (cue,), evidence, said,
                           promisor_actor=actor.id, deadline=term)
            )  # fmt: skip
        if m["cue"] == "denied":
            denials.append(Denial(f"d{number}", (source,), (content,), (cue,), evidence, denier_actor=actor.id))
        for name, op in (("n", "eq"), ("most", "le")):
            if m[name]:
                span = Span(m.start(name), m.start(name) + len(m[name].strip()))
                value = float(m[name])
                quantities.append(Quantity(f"q{number}", span, op, value if op == "eq" else None, value, "soldier"))
    return Record(
        article, {"onrecord": made_with, "lexicon": None, "model": None}, actors=tuple(actors.values()),
        statements=tuple(statements), commitments=tuple(commitments), denials=tuple(denials),
        quantities=tuple(quantities),
    )  # fmt: skip


def article(key: str, text: str, published: str | None = "2031-03-01", **known: str) -> Article:
    return Article(key, text, published, language="en", parts=(Part("body", Span(0, len(text))),), **known)


@pytest.fixture
def made() -> Callable[..., Record]:
    """`made(key, text, published)`: the record of such an article."""

    def of(key: str, text: str, published: str | None = "2031-03-01", *, by: str = "1", **known: str) -> Record:
        return read(article(key, text, published, **known), by)

    return of


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Callable[[], Ledger]]:
    """`fresh()`: a new, empty ledger, at noon on 10 March 2031."""
    numbers, opened = count(), []

    def of() -> Ledger:
        opened.append(Ledger.open(tmp_path / f"{next(numbers)}.db", clock=lambda: NOW))
        return opened[-1]

    yield of
    for ledger in opened:
        ledger.close()


@pytest.fixture
def ledger(fresh: Callable[[], Ledger]) -> Ledger:
    """An empty ledger."""
    return fresh()
