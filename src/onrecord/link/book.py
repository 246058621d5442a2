"""The records in force on a day, and what is asked of them all the time: entries by name, quotes, origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from onrecord.link.corrections import taken_back
from onrecord.link.groups import groups
from onrecord.link.naming import named
from onrecord.link.reading import Reading
from onrecord.link.refs import Entry
from onrecord.link.words import content
from onrecord.model import Actor, Edge, Record, Ref, Statement
from onrecord.model.moment import day

IN_ORDER = attrgetter("kind", "a", "b", "rule")
"""The order of edges."""


class Quote(NamedTuple):
    """Words of an article, character for character. `version` only where the article has several."""

    article: str
    version: str | None
    quote: str
    start: int
    end: int


class Book:
    """Records by article (as readings where they are at hand), entries by name, copies; edges between them.

    What an outlet has corrected is no entry any more: `gone` leads from it to the correcting words, `withdrawn` to what
    it was.
    """

    def __init__(
        self, records: Iterable[Record | Reading], edges: Iterable[Edge], several: Collection[str] = ()
    ) -> None:
        read = (r if isinstance(r, Reading) else Reading(r) for r in records)
        self.readings: dict[str, Reading] = {r.record.article.id: r for r in sorted(read, key=lambda r: r.key)}
        self.records: dict[str, Record] = {key: reading.record for key, reading in self.readings.items()}
        self.several = frozenset(several)
        self._versions = {key: record.article.version for key, record in self.records.items()}
        held = {e for e in edges if self.holds(e.a) and self.holds(e.b)}
        self.edges = sorted(held, key=IN_ORDER)
        self.entries: dict[Ref, Entry] = {}
        for reading in self.readings.values():
            self.entries |= reading.entries
        self.gone = {ref: by for ref, by in taken_back(self.edges).items() if ref in self.entries}
        self.withdrawn = {ref: self.entries.pop(ref) for ref in self.gone}
        self.edges = [e for e in self.edges if e.a not in self.gone and e.b not in self.gone]
        pairs = ((e.a.article, e.b.article) for e in self.edges if e.kind == "copy")
        self.copies = groups(pairs)
        self._origin = {member: group[0] for group in self.copies for member in group}

    def holds(self, ref: Ref) -> bool:
        """Whether the end of an edge is an article's version in force."""
        return self._versions.get(ref.article) == ref.version

    def some(self, among: Collection[Ref] | None) -> Iterable[tuple[Ref, Entry]]:
        """The entries, or those of them that are `among` some, in one order."""
        if among is None:
            return self.entries.items()
        articles = (self.readings[a] for a in sorted({r.article for r in among}) if a in self.readings)
        refs = (ref for reading in articles for ref in reading.entries if ref in among)
        return [(ref, self.entries[ref]) for ref in refs if ref in self.entries]

    def edges_from(self, refs: Iterable[Ref]) -> list[Edge]:
        """The edges that lead from these entries or passages to others."""
        return sorted((e for ref in refs for e in self._leading.get(ref, ())), key=IN_ORDER)

    @cached_property
    def _leading(self) -> dict[Ref, list[Edge]]:
        found: dict[Ref, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.a].append(edge)
        return found

    def record(self, ref: Ref) -> Record:
        """The record that an entry belongs to."""
        return self.records[ref.article]

    def day(self, article: str) -> str | None:
        """The day of publication, ISO 8601."""
        return day(self.records[article].article.published)

    def when(self, ref: Ref) -> tuple[str, str, int]:
        """Sort key: moment of publication (undated last), article, place in the text."""
        return (self.readings[ref.article].order[0], ref.article, ref.start)

    def reading(self, ref: Ref) -> Reading:
        """The reading of the record that an entry belongs to."""
        return self.readings[ref.article]

    def origin(self, article: str) -> str:
        """The first of the copies that an article belongs to, or the article itself."""
        return self._origin.get(article, article)

    def origins(self, articles: Iterable[str]) -> int:
        """How many independent origins the articles have: copies of one wire story are one."""
        return len({self.origin(a) for a in articles})

    def quote(self, record: Record, span: tuple[int, int]) -> Quote:
        """The words under a span, blanks at its ends left out."""
        text, (start, end) = record.article.text, span
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        version = record.article.version if record.article.id in self.several else None
        return Quote(record.article.id, version, text[start:end], start, end)


def actor_of(record: Record, actor_id: str | None) -> Actor | None:
    """The record's actor by its id."""
    return next((a for a in record.actors if a.id == actor_id), None) if actor_id else None


def chain(record: Record, statement: Statement) -> tuple[str, ...]:
    """Who reports a statement: the sources of its parents, outermost first."""
    by_id = {s.id: s for s in record.statements}
    found: list[str] = []
    seen = {statement.id}
    above = by_id.get(statement.parent or "")
    while above is not None and above.id not in seen:
        seen.add(above.id)
        found.append(named(record, above.source, above.speaker) or "unnamed")
        above = by_id.get(above.parent or "")
    return tuple(reversed(found))


def normal(text: str) -> str:
    """The content words of a text as one string: equal for texts that differ in function words and punctuation."""
    return " ".join(word.stem for word in content(text))
