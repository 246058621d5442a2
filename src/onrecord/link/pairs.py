"""All relations of two records: the linkers in order. Start reading here."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.link.claims import claims
from onrecord.link.copies import copies
from onrecord.link.corrections import corrections
from onrecord.link.outcomes import outcomes
from onrecord.link.reading import Reading
from onrecord.link.same import same
from onrecord.link.series import series
from onrecord.link.stories import stories
from onrecord.model import Edge

Linker = Callable[[Reading, Reading], tuple[Edge, ...]]

LINKERS: tuple[Linker, ...] = (copies, stories, same, outcomes, claims, series, corrections)
"""Each is called with the earlier record first, and with one record twice for the relations inside it."""


def edges(a: Reading, b: Reading) -> tuple[Edge, ...]:
    """The relations of two records, sorted; of one record given twice, the relations inside it.

    Pure, and the same whichever record is given first. Two versions of one article have no relation.
    """
    one, other = a.record.article, b.record.article
    if one.id == other.id:
        if one.version != other.version:
            return ()
        b = a
    first, second = sorted((a, b), key=lambda reading: reading.order)
    return tuple(sorted({edge for linker in LINKERS for edge in linker(first, second)}))
