"""All relations of two records: the linkers in order. Start reading here."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.link.claims import claims
from onrecord.link.copies import copies
from onrecord.link.outcomes import outcomes
from onrecord.link.same import same
from onrecord.link.series import series
from onrecord.link.stories import stories
from onrecord.model import Edge, Record

Linker = Callable[[Record, Record], tuple[Edge, ...]]

LINKERS: tuple[Linker, ...] = (copies, stories, same, outcomes, claims, series)
"""Each is called with the earlier record first, and with one record twice for the relations inside it."""


def edges(a: Record, b: Record) -> tuple[Edge, ...]:
    """The relations of two records, sorted; of one record given twice, the relations inside it.

    Pure, and the same whichever record is given first. Two versions of one article have no relation.
    """
    if a.article.id == b.article.id and a.article.version != b.article.version:
        return ()
    first, second = sorted((a, b), key=order)
    return tuple(sorted({edge for linker in LINKERS for edge in linker(first, second)}))


def order(record: Record) -> tuple[str, str, str]:
    """Sort key: publication day (undated last), then article key, then version."""
    return ((record.article.published or "9999")[:10], record.article.id, record.article.version)
