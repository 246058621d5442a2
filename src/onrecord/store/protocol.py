"""What a backend must do. One test file runs over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from onrecord.model import Edge, Record, Ref
from onrecord.model.correction import Correction
from onrecord.model.original import Original
from onrecord.model.tombstone import Tombstone
from onrecord.store.derived import Derived
from onrecord.store.listing import Listing
from onrecord.store.rows import Check, EntryRow, Held, Match, OriginalRow, VersionRow
from onrecord.store.rows_derived import Printing


class Store(Protocol):
    """Where a ledger is kept. Days are ISO 8601, `now` is a UTC timestamp; LedgerError where the backend fails."""

    def close(self) -> None:
        """Give everything back to the system."""

    def writing(self) -> AbstractContextManager[None]:
        """One transaction: all of it stays, or none. Others can read meanwhile; a second writer waits."""

    def snapshot(self) -> AbstractContextManager[None]:
        """All questions asked inside are answered from one state."""

    def tidy(self) -> None:
        """What a writer owes its backend from time to time."""

    def put(
        self, record: Record, *, original: Original | None, refs: Iterable[Ref], keys: Iterable[str], now: str
    ) -> int | None:
        """The number of the record, kept with its entries and keys; None where it is there already."""

    def derived(self) -> AbstractContextManager[Derived]:
        """What is derived from the rows; it can be changed inside of `writing()` only."""

    def listing(self, day: str) -> AbstractContextManager[Listing]:
        """The lists of what is derived, as of a day."""

    def holds(self, article: str, version: str, meta: str, made_with: dict[str, str | None] | None = None) -> bool:
        """Whether the version has a record, made with `made_with` where that is given."""

    def versions(self, article: str | None = None) -> list[VersionRow]:
        """All versions (of one article), oldest first."""

    def newest(self, record_id: int) -> bool:
        """Whether no later extraction of the same version is held."""

    def partners(self, record_id: int) -> list[int]:
        """The newest records of other articles that share a key with this one."""

    def add_edges(self, record_ids: Mapping[str, int], edges: Iterable[Edge], now: str) -> None:
        """Keep the edges between two records (or within one), given by the keys of their articles."""

    def record(self, record_id: int) -> Record:
        """The record with that number. LedgerError where there is none."""

    def records(self, *, all_made: bool = False) -> Iterator[Record]:
        """All newest records (or all), by article key, version, metadata and `made_with`; one in memory at a time."""

    def in_force(self, day: str) -> list[Held]:
        """Of each article known on that day the newest version then known, by article key."""

    def held(self, article: str, version: str | None = None) -> Held | None:
        """The newest record of an article's version (its newest one)."""

    def several(self, day: str) -> frozenset[str]:
        """The keys of articles with more than one text known on that day."""

    def last_day(self) -> str | None:
        """The latest publication day; of undated articles only, the day of the last recording. None: empty."""

    def edges(self, among: Sequence[int] | None = None) -> Iterator[Edge]:
        """All edges between newest records, or those with both ends `among` these records."""

    def entries(self, entry_id: str) -> list[EntryRow]:
        """The records that have this entry, newest first."""

    def search(self, words: str, among: Sequence[int] | None, limit: int) -> list[Match]:
        """The versions that hold all the words, best first; any string is a valid query."""

    def found(self, words: str, day: str, wanted: Printing, start: int, limit: int) -> list[Match]:
        """The wanted articles in force on a day that hold all the words, the best first, from the `start`-th on."""

    def later(self, words: str, day: str, wanted: Printing, after: int, limit: int) -> tuple[list[Match], int]:
        """The wanted articles in force on a day that hold all the words and were stored after a number, at most so
        many; and the number that these reach to."""

    def number_found(self, words: str, day: str, wanted: Printing) -> int:
        """How many wanted articles in force on a day hold all the words."""

    def original(self, article: str, version: str | None = None) -> OriginalRow | None:
        """The bytes that an article's version came from, as first received."""

    def add_correction(self, correction: Correction, now: str) -> None:
        """Keep a reviewer's decision."""

    def corrections(self, article: str | None = None) -> list[Correction]:
        """All decisions (on one article), in order of their times."""

    def remove(self, tombstone: Tombstone, now: str) -> None:
        """Erase an article with all that came from it, and keep the tombstone."""

    def scrub(self) -> None:
        """Leave nothing of what was erased."""

    def tombstones(self, article: str | None = None) -> list[Tombstone]:
        """What was removed, in order."""

    def check(self) -> list[Check]:
        """What the backend can say about its own health."""
