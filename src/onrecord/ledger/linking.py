"""What is stored with a record, and its relations to the records that are there. The same whichever came first."""

from __future__ import annotations

from random import Random
from threading import Lock

from onrecord import link
from onrecord.link import Reading, refs
from onrecord.model import Edge, Record, Ref
from onrecord.store import Store

CACHED = 256
"""Records kept unpacked with what linking asks of them, some 130 KB each: one is compared with many others in a row."""


class Records:
    """A store's records by number, some of those used last kept at hand.

    Which one has to go is drawn by lot: many are asked for one after the other and over again, and of those that do not
    all fit the one used longest ago would always be the next.
    """

    def __init__(self, store: Store) -> None:
        self._store, self._lot = store, Random(CACHED)
        self._kept: dict[int, Reading] = {}
        self._numbers: list[int] = []
        self._lock = Lock()

    def __call__(self, record_id: int) -> Record:
        """The record with that number. LedgerError where there is none."""
        return self.reading(record_id).record

    def reading(self, record_id: int) -> Reading:
        """The record with that number, as the linkers read it. LedgerError where there is none."""
        found = self._kept.get(record_id)
        if found is None:
            found = Reading(self._store.record(record_id))
            self.remember(record_id, found)
        return found

    def remember(self, record_id: int, reading: Reading) -> None:
        """Keep at hand what was just stored."""
        with self._lock:
            if record_id not in self._kept:
                self._numbers.append(record_id)
            self._kept[record_id] = reading
            if len(self._numbers) > CACHED:
                place = self._lot.randrange(CACHED)
                del self._kept[self._numbers[place]]
                self._numbers[place] = self._numbers.pop()

    def forget(self) -> None:
        """Drop all that is at hand: an article was removed."""
        with self._lock:
            self._kept.clear()
            self._numbers.clear()


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
