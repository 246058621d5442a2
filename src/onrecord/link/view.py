"""What the records in force and the edges between them say on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from onrecord.link import refs
from onrecord.link.book import Book
from onrecord.link.groups import groups
from onrecord.link.told_no_more import corrected
from onrecord.link.view_commitments import commitments
from onrecord.link.view_disputes import disputes, series
from onrecord.link.view_statements import events, statements
from onrecord.model import Edge, Record, View
from onrecord.model.view import Story


def view(records: Iterable[Record], edges: Iterable[Edge], as_of: str, several: Collection[str] = ()) -> View:
    """The ledger on the day `as_of` (ISO 8601), everything in it sorted.

    `records` are the versions in force on that day, corrections applied; edges with an end in another version are
    passed over. `several` holds the keys of articles that have several versions: quotes from those name theirs.
    """
    book = Book(records, edges, several)
    promises = commitments(book, as_of)
    return View(
        as_of=as_of, articles=len(book.records), statements=statements(book), commitments=promises,
        disputes=disputes(book, promises), series=series(book), stories=_stories(book), copies=tuple(book.copies),
        events=events(book), withdrawn=corrected(book),
    )  # fmt: skip


def _stories(book: Book) -> tuple[Story, ...]:
    """Articles about one matter; the earliest gives the title. An article by itself is no story."""
    pairs = ((e.a.article, e.b.article) for e in book.edges if e.kind in ("story", "copy"))
    found = []
    for group in groups(pairs):
        members = sorted(group, key=lambda a: book.readings[a].order)
        first = book.records[members[0]].article
        title, name = first.title or _opening(first.text), refs.article(book.records[members[0]]).id
        found.append(Story(name, title, tuple(members), book.origins(members)))
    return tuple(found)


def _opening(text: str) -> str | None:
    """The first line of a text, cut at 100 characters."""
    line = next((part.strip() for part in text.splitlines() if part.strip()), "")
    return (line if len(line) <= 100 else line[:99].rstrip() + "…") or None
