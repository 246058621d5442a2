"""What is stored with a record, and its relations to the records that are there. The same whichever came first."""

from __future__ import annotations

from collections import OrderedDict

from onrecord import link
from onrecord.link import Reading, refs
from onrecord.model import Edge, Record, Ref
from onrecord.store import Store

CACHED = 256
"""Records kept unpacked with what linking asks of them, some 130 KB each: one is compared with many others in a row."""


class Records:
    """A store's records by number, the last ones used kept at hand."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[int, Reading] = OrderedDict()

    def __call__(self, record_id: int) -> Record:
        """The record with that number. LedgerError where there is none."""
        return self.reading(record_id).record

    def reading(self, record_id: int) -> Reading:
        """The record with that number, as the linkers read it. LedgerError where there is none."""
        found = self._kept.pop(record_id, None) or Reading(self._store.record(record_id))
        self._kept[record_id] = found
        while len(self._kept) > CACHED:
            self._kept.popitem(last=False)
        return found

    def remember(self, record_id: int, reading: Reading) -> None:
        """Keep at hand what was just stored."""
        self._kept[record_id] = reading

    def forget(self) -> None:
        """Drop all that is at hand: an article was removed."""
        self._kept.clear()


def names(record: Record) -> list[Ref]:
    """What can be asked for by name: the article as a whole and each of its entries."""
    return [refs.article(record), *refs.refs(record)]


def afresh(record: Record, partners: list[Record]) -> list[Edge]:
    """The edges of a record that reviewers have changed, within itself and with the others."""
    reading = Reading(record)
    found = list(link.edges(reading, reading))
    for partner in partners:
        found.extend(link.edges(reading, Reading(partner)))
    return found
