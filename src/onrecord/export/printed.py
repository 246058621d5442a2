"""Words and where they are printed: what every export needs so that its reader can go and look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from onrecord.ledger.placing import opening
from onrecord.lexicon import outlets
from onrecord.lexicon.outlets import Outlets
from onrecord.model import Article
from onrecord.store.rows_derived import Standing


@dataclass(frozen=True, slots=True)
class Source:
    """An article without its text. `version` is the hash of the text, so that a link holds when a new one comes.

    `opening` are the first words of the text, `about` the facts that the table of outlets has of its outlet.
    """

    key: str
    version: str
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    opening: str | None = None
    about: str = ""

    @property
    def printer(self) -> str | None:
        """The outlet, with what is known of it: "Harrow Wire (wire, NOR)"."""
        return f"{self.outlet} ({self.about})" if self.outlet and self.about else self.outlet

    @property
    def label(self) -> str:
        """What a reader knows it by: its title, else its first words."""
        return self.title or self.opening or self.key

    @property
    def day(self) -> str | None:
        """The day of publication, ISO 8601."""
        return self.published[:10] if self.published else None


@dataclass(frozen=True, slots=True)
class Printed:
    """Words, character for character, and the article in which they stand at `[start, end)`."""

    quote: str
    start: int
    end: int
    source: Source


class Quoted(Protocol):
    """Anything in a view that quotes an article."""

    @property
    def article(self) -> str | None:
        """The article's key."""

    @property
    def quote(self) -> str | None:
        """Its words."""

    @property
    def start(self) -> int | None:
        """Where they begin."""

    @property
    def end(self) -> int | None:
        """Where they end."""


Sources = Mapping[str, Source]
"""Articles by key."""


def source(article: Article, table: Outlets | None = None) -> Source:
    """What is known of an article besides its words."""
    outlet = outlets.known(article.outlet, table or outlets.shipped())
    about = outlet.told() if outlet else ""
    first = opening(article.text)
    return Source(article.id, article.version, article.outlet, article.title, article.published, first, about)


def source_of(row: Standing, table: Outlets) -> Source:
    """The same of an article as it stands on a day."""
    outlet = outlets.known(row.outlet, table)
    about = outlet.told() if outlet else ""
    return Source(row.article, row.version, row.outlet, row.title, row.published, opening(row.head), about)


def sources(articles: Iterable[Article], table: Outlets | None = None) -> dict[str, Source]:
    """The articles by key, without their texts; they may come one at a time. `table` describes outlets (default: the
    shipped one)."""
    return {article.id: source(article, table) for article in articles}


def printed(item: Quoted, known: Sources) -> Printed | None:
    """What an item of a view quotes, with its article; None where it quotes nothing (the clock's word)."""
    if item.article is None or item.quote is None or item.start is None or item.end is None:
        return None
    version = getattr(item, "version", None) or ""
    where = known.get(item.article) or Source(item.article, version)
    if version and where.version != version:
        where = replace(where, version=version, published=getattr(item, "published", None) or where.published)
    return Printed(item.quote, item.start, item.end, where)
