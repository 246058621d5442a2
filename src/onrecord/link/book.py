"""The records in force on a day, and what is asked of them all the time: entries by name, quotes, origins."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from onrecord.link.groups import groups
from onrecord.link.refs import Entry, refs
from onrecord.link.words import content
from onrecord.model import Actor, Edge, Record, Ref, Span, Spans, Statement


class Quote(NamedTuple):
    """Words of an article, character for character. `version` only where the article has several."""

    article: str
    version: str | None
    quote: str
    start: int
    end: int


class Book:
    """Records by article, entries by name, copies. `edges` are those with both ends in the records."""

    def __init__(self, records: Iterable[Record], edges: Iterable[Edge], several: Collection[str] = ()) -> None:
        self.records: dict[str, Record] = {r.article.id: r for r in sorted(records, key=lambda r: r.article.id)}
        self.several = frozenset(several)
        self.edges = sorted(e for e in set(edges) if self.holds(e.a) and self.holds(e.b))
        self.entries: dict[Ref, Entry] = {}
        for record in self.records.values():
            self.entries |= refs(record)
        pairs = ((e.a.article, e.b.article) for e in self.edges if e.kind == "copy")
        self.copies = groups(pairs)
        self._origin = {member: group[0] for group in self.copies for member in group}

    def holds(self, ref: Ref) -> bool:
        """Whether the end of an edge is an article's version in force."""
        record = self.records.get(ref.article)
        return record is not None and record.article.version == ref.version

    def record(self, ref: Ref) -> Record:
        """The record that an entry belongs to."""
        return self.records[ref.article]

    def day(self, article: str) -> str | None:
        """The day of publication, ISO 8601."""
        published = self.records[article].article.published
        return published[:10] if published else None

    def when(self, ref: Ref) -> tuple[str, str, int]:
        """Sort key: day of publication (undated last), article, place in the text."""
        return (self.records[ref.article].article.published or "9999", ref.article, ref.start)

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


def words_of(record: Record, spans: Spans) -> str | None:
    """The words under spans, pieces joined by a blank, line breaks made blanks; None where there is none."""
    joined = " ".join(" ".join(span.of(record.article.text).split()) for span in spans)
    return joined or None


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
        found.append(words_of(record, above.source) or "unnamed")
        above = by_id.get(above.parent or "")
    return tuple(reversed(found))


def around(record: Record, span: tuple[int, int]) -> list[Statement]:
    """The statements whose content holds most of a stretch, the innermost last."""
    size = span[1] - span[0]
    found = [
        s for s in record.statements
        if any(min(c.end, span[1]) - max(c.start, span[0]) >= 0.5 * size for c in s.content)
    ]  # fmt: skip
    return sorted(found, key=lambda s: -sum(c.end - c.start for c in s.content))


def told_by(record: Record, span: tuple[int, int]) -> Statement | None:
    """The innermost statement that tells what stands in a stretch; None: the article itself says so."""
    found = around(record, span)
    return found[-1] if found else None


def source_name(record: Record, span: tuple[int, int]) -> str | None:
    """Whoever is the source of what stands in a stretch: as printed, or the outlet where nobody is named."""
    statement = told_by(record, span)
    if statement is None:
        return record.article.outlet
    return words_of(record, statement.source) or record.article.outlet


def normal(text: str) -> str:
    """The content words of a text as one string: equal for texts that differ in function words and punctuation."""
    return " ".join(word.stem for word in content(text))


def body(span: Span, record: Record) -> bool:
    """Whether a span lies in the article's own text: no caption, credit or boilerplate."""
    return not any(
        p.kind in ("caption", "credit", "boilerplate") and p.span.overlaps(span) for p in record.article.parts
    )
