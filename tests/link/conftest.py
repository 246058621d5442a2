"""Records made by hand: the words are named, their places in the text are looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from onrecord import link
from onrecord.link import Reading
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
    Time,
    View,
)
from onrecord.model.moment import day
from onrecord.model.view import CommitmentView


@dataclass
class Page:
    """An article and what a reader finds in it; each method adds one entry and gives the page back."""

    key: str
    text: str
    published: str | None = "2031-05-01"
    known: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.found: dict[str, list[Any]] = {
            name: [] for name in ("actors", "times", "quantities", "statements", "commitments", "denials")
        }

    def at(self, words: str, after: int = 0) -> Span:
        start = self.text.index(words, after)
        return Span(start, start + len(words))

    def sentence(self, span: Span) -> Span:
        """The sentence around a span."""
        start = self.text.rfind(". ", 0, span.start) + 2 if ". " in self.text[: span.start] else 0
        end = self.text.find(".", span.end)
        return Span(start, len(self.text) if end < 0 else end + 1)

    def _add(self, name: str, entry: Any) -> Page:
        self.found[name].append(entry)
        return self

    def _id(self, name: str) -> str:
        return f"{name[0]}{len(self.found[name]) + 1}"

    def actor(self, *words: str, kind: str = "state", country: str | None = None, sector: str | None = None) -> Page:
        places = [self.at(w) for w in words]
        mentions = tuple(Mention(span, "name") for span in places)
        return self._add(
            "actors",
            Actor(self._id("actors"), words[0], kind, country, sector, mentions=mentions),  # type: ignore[arg-type]
        )

    def _actor(self, span: Span) -> str | None:
        return next((a.id for a in self.found["actors"] if any(m.span.overlaps(span) for m in a.mentions)), None)

    def time(self, words: str, latest: str) -> Page:
        return self._add("times", Time(self._id("times"), self.at(words), "DATE", latest, None, latest, latest))

    def number(self, words: str, op: str, value: float, unit: str, of: str | None = None) -> Page:
        low, high = (None if op in ("le", "lt") else value), (None if op in ("ge", "gt") else value)
        at = self.at(words)
        counted = (self.at(of, at.end),) if of else ()
        return self._add("quantities", Quantity(self._id("quantities"), at, op, low, high, unit, counted))  # type: ignore[arg-type]

    def says(self, source: str, cue: str, content: str, cue_class: str = "say") -> Page:
        who, at = self.at(source), self.at(content)
        made = Statement(
            self._id("statements"),
            "indirect",
            (who,),
            (self.at(cue),),
            (at,),
            self._actor(who),
            cue_class=cue_class,  # type: ignore[arg-type]
        )
        return self._add("statements", made)

    def denies(self, who: str, cue: str, denied: str, target: str | None = None) -> Page:
        span, cue_span = self.at(who), self.at(cue)
        return self._add(
            "denials",
            Denial(self._id("denials"), (span,), (self.at(denied),), (cue_span,), self.sentence(cue_span),
                   denier_actor=self._actor(span), target=target),
        )  # fmt: skip

    def promise(
        self, who: str, cue: str, action: str, *, by: str | None = None, latest: str | None = None, until: bool = False,
        kind: str = "promise", polarity: str = "+", operation: str = "make", condition: str | None = None,
    ) -> Page:  # fmt: skip
        who_span, cue_span, action_span = self.at(who), self.at(cue), self.at(action)
        term = Deadline(self.at(by), "until" if until else "by", None, latest) if by else None
        return self._add(
            "commitments",
            Commitment(
                self._id("commitments"), kind, (who_span,), (action_span,), (cue_span,), self.sentence(cue_span),  # type: ignore[arg-type]
                operation=operation, promisor_actor=self._actor(who_span), polarity=polarity, deadline=term,  # type: ignore[arg-type]
                condition=(self.at(condition),) if condition else (),
            ),
        )  # fmt: skip

    @property
    def record(self) -> Record:
        article = Article(
            self.key, self.text, self.published, language="en", parts=(Part("body", Span(0, len(self.text))),),
            **self.known,
        )  # fmt: skip
        return Record(
            article, {"onrecord": "1", "lexicon": None, "model": None},
            **{name: tuple(entries) for name, entries in self.found.items()},
        )  # fmt: skip


def edges_of(*pages: Page) -> list[link.pairs.Edge]:  # type: ignore[name-defined]
    """All relations inside the pages and between any two of them."""
    readings = [Reading(p.record) for p in pages]
    return [e for i, a in enumerate(readings) for b in readings[: i + 1] for e in link.edges(a, b)]


@pytest.fixture
def page() -> type[Page]:
    """`page(key, text, published)`: an article to which entries are added."""
    return Page


@pytest.fixture
def related() -> Callable[..., list[Any]]:
    """`related(*pages)`: all relations inside the pages and between any two of them."""
    return edges_of


@pytest.fixture
def view() -> Callable[..., View]:
    """`view(*pages, as_of)`: what these articles say together at the end of that day."""

    def of(*pages: Page, as_of: str = "2031-12-31") -> View:
        known = [p for p in pages if p.published is None or (day(p.published) or "") <= as_of]
        return link.view([p.record for p in known], edges_of(*known), as_of)

    return of


@pytest.fixture
def became(record: Callable[..., Record]) -> Callable[..., list[CommitmentView]]:
    """`became(promise, made, later, day)`: what two articles, really parsed, say on that day of what the first of
    them undertook."""

    def of(promise: str, made: str, later: str, day: str) -> list[CommitmentView]:
        first, second = record(promise, made), record(later, day)
        second = replace(second, article=replace(second.article, id="later"))
        a, b = Reading(first), Reading(second)
        found = [*link.edges(a, a), *link.edges(a, b), *link.edges(b, b)]
        seen = link.view([first, second], found, day).commitments
        return [c for c in seen if c.made.article == first.article.id]

    return of
