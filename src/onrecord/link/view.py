"""What the records in force and the edges between them say on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from onrecord.link.book import Book
from onrecord.link.stories_told import heading, stories
from onrecord.link.told_no_more import corrected
from onrecord.link.view_commitments import commitments
from onrecord.link.view_disputes import disputes, series
from onrecord.link.view_statements import events, statements
from onrecord.model import Edge, Record, View


def view(records: Iterable[Record], edges: Iterable[Edge], as_of: str, several: Collection[str] = ()) -> View:
    """The ledger on the day `as_of` (ISO 8601), everything in it sorted.

    `records` are the versions in force on that day, corrections applied; edges with an end in another version are
    passed over. `several` holds the keys of articles that have several versions: quotes from those name theirs.
    """
    book = Book(records, edges, several)
    promises = commitments(book, as_of)
    known = {key: heading(record.article) for key, record in book.records.items()}
    return View(
        as_of=as_of, articles=len(book.records), statements=statements(book), commitments=promises,
        disputes=disputes(book, promises), series=series(book), stories=stories(book.edges, known, book.origins),
        copies=tuple(book.copies), events=events(book), withdrawn=corrected(book),
    )  # fmt: skip
