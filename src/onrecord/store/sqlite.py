"""The ledger in one SQLite file: write-ahead log, one writer at a time, readers that cannot write.

A file that this user may only read is read without a file made beside it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from onrecord.errors import LedgerError
from onrecord.model import Edge, Record, Ref
from onrecord.model.correction import Correction
from onrecord.model.original import Original
from onrecord.model.tombstone import Tombstone
from onrecord.store import changing, checks, migrations, reading
from onrecord.store.connections import BUSY_MS, can_write, connections, told
from onrecord.store.derived import Derived
from onrecord.store.listing import Listing
from onrecord.store.rows import Check, EntryRow, Held, Match, OriginalRow, VersionRow
from onrecord.store.rows_derived import Printing
from onrecord.store.search import later, number, ranked, search

TIDY_MS = 200
"""How long folding the log waits for readers."""
PATIENCE = 30.0
"""Seconds after which a search is given up, so that no user's words can keep the ledger busy."""


class SqliteStore:
    """A `Store` in a file. Safe for threads: readers have connections of their own, one thread writes at a time."""

    def __init__(self, path: Path, patience: float, *, writable: bool = True) -> None:
        self.path, self._patience, self.writable = path, patience, writable
        self._writer, self._readers = connections(path, writable=writable)
        self._lock = threading.RLock()
        self._local = threading.local()
        self._wrote = False

    @classmethod
    def open(cls, path: Path, now: str, *, patience: float = PATIENCE) -> SqliteStore:
        """The store in that file, made or brought up to date where needed. LedgerError where that cannot be.

        One that this user may not write can be asked, and refuses to be changed. A search that takes longer than
        `patience` seconds is given up with a LedgerError.
        """
        store = cls(path, patience, writable=can_write(path) or not path.exists())
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with told(path):
                if migrations.needed(store._readers, path):
                    store._must_write("it has to be brought up to date first")
                    migrations.migrate(store._writer, path, now)
        except OSError as error:
            raise LedgerError(f"{path}: {error.strerror or error}; choose another place with --ledger") from None
        except LedgerError:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of the file; who has written folds the log into it first."""
        if self._wrote:
            with suppress(LedgerError):  # then the log stays as it is, and the next writer folds it in
                self.tidy()
        self._writer.dispose()
        self._readers.dispose()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of it stays, or none. Inside, this thread's questions see what it has written."""
        if getattr(self._local, "connection", None) is not None:
            yield
            return
        self._must_write("nothing was changed")
        with self._lock, told(self.path), self._writer.begin() as connection:
            self._local.connection = connection
            self._wrote = True
            try:
                yield
            finally:
                self._local.connection = None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All questions asked inside by this thread are answered from one state."""
        if self._open():
            yield
            return
        with told(self.path), self._readers.begin() as connection:
            self._local.reader = connection
            try:
                yield
            finally:
                self._local.reader = None

    def _open(self) -> Connection | None:
        """The connection that this thread's questions go through just now."""
        found: Connection | None = getattr(self._local, "connection", None) or getattr(self._local, "reader", None)
        return found

    def _must_write(self, but: str) -> None:
        """LedgerError where this user may only read."""
        if not self.writable:
            raise LedgerError(f"{self.path}: you may only read this ledger or its folder, {but}; ask for the right to "
                              "write both, or copy the file")  # fmt: skip

    def tidy(self) -> None:
        """Fold the log into the file and cut it, so that it does not grow; only ever done by a writer.

        Where a reader is still at an old state this is left to the next time, and nobody waits.
        """
        with self._lock, told(self.path), closing(self._writer.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA busy_timeout = {TIDY_MS}")
            try:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        own = self._open()
        if own is not None:
            yield own
            return
        with told(self.path), self._readers.begin() as connection:
            yield connection

    def _changing(self) -> Connection:
        own: Connection | None = getattr(self._local, "connection", None)
        if own is None:
            raise LedgerError("a change was asked for outside of `writing()`")
        return own

    def put(
        self, record: Record, *, original: Original | None, refs: Iterable[Ref], keys: Iterable[str], now: str
    ) -> int | None:
        """The number of the record, kept with its entries and keys; None where it is there already."""
        return changing.put(self._changing(), record, original=original, refs=refs, keys=keys, now=now)

    def add_edges(self, record_ids: Mapping[str, int], edges: Iterable[Edge], now: str) -> None:
        """Keep the edges between two records, given by the keys of their articles."""
        changing.add_edges(self._changing(), record_ids, edges, now)

    def add_correction(self, correction: Correction, now: str) -> None:
        """Keep a reviewer's decision."""
        changing.add_correction(self._changing(), correction, now)

    def remove(self, tombstone: Tombstone, now: str) -> None:
        """Erase an article; `scrub` then sees to it that nothing of it is left on the disk."""
        with self.writing():
            changing.remove(self._changing(), tombstone, now)

    def scrub(self) -> None:
        """Rewrite the indexes of words and the file, so that nothing of what was erased is left on the disk."""
        with self.writing():
            for index in ("search", "kept_words"):
                self._changing().exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('optimize')")
        self.tidy()
        with self._lock, told(self.path), closing(self._writer.raw_connection()) as connection:
            connection.cursor().execute("VACUUM")
        self.tidy()

    @contextmanager
    def derived(self) -> Iterator[Derived]:
        """What is derived from the rows; it can be changed inside of `writing()` only."""
        with self._reading() as c:
            yield Derived(c)

    @contextmanager
    def listing(self, day: str) -> Iterator[Listing]:
        """The lists of what is derived, as of a day."""
        with self._reading() as c:
            yield Listing(c, day)

    def holds(self, article: str, version: str, meta: str, made_with: dict[str, str | None] | None = None) -> bool:
        """Whether the version has a record, made with `made_with` where that is given."""
        with self._reading() as c:
            return reading.holds(c, article, version, meta, made_with)

    def versions(self, article: str | None = None) -> list[VersionRow]:
        """All versions (of one article), oldest first."""
        with self._reading() as c:
            return reading.versions(c, article)

    def newest(self, record_id: int) -> bool:
        """Whether no later extraction of the same version is held."""
        with self._reading() as c:
            return reading.newest(c, record_id)

    def partners(self, record_id: int) -> list[int]:
        """The newest records of other articles that share a key with this one."""
        with self._reading() as c:
            return reading.partners(c, record_id)

    def record(self, record_id: int) -> Record:
        """The record with that number."""
        with self._reading() as c:
            return reading.record(c, record_id)

    def records(self, *, all_made: bool = False) -> Iterator[Record]:
        """All newest records (or all) in canonical order; one in memory at a time."""
        with self._reading() as c:
            yield from reading.records(c, all_made)

    def in_force(self, day: str) -> list[Held]:
        """Of each article known on that day the newest version then known."""
        with self._reading() as c:
            return reading.in_force(c, day)

    def held(self, article: str, version: str | None = None) -> Held | None:
        """The newest record of an article's version (its newest one)."""
        with self._reading() as c:
            return reading.held(c, article, version)

    def several(self, day: str) -> frozenset[str]:
        """The keys of articles with more than one text known on that day."""
        with self._reading() as c:
            return reading.several(c, day)

    def last_day(self) -> str | None:
        """The latest publication day; of undated articles only, the day of the last recording."""
        with self._reading() as c:
            return reading.last_day(c)

    def edges(self, among: Sequence[int] | None = None) -> Iterator[Edge]:
        """All edges between newest records, or those with both ends `among` these records."""
        with self._reading() as c:
            yield from reading.edges(c, among)

    def entries(self, entry_id: str) -> list[EntryRow]:
        """The records that have this entry, the newest first."""
        with self._reading() as c:
            return reading.entries(c, entry_id)

    def search(self, words: str, among: Sequence[int] | None, limit: int) -> list[Match]:
        """The versions that hold all the words, best first; any string is a valid query."""
        with self._patient() as c:
            return search(c, words, among, limit)

    def found(self, words: str, day: str, wanted: Printing, start: int, limit: int) -> list[Match]:
        """The wanted articles in force on a day that hold all the words, the best first, from the `start`-th on."""
        with self._patient() as c:
            return ranked(c, words, day, wanted, start, limit)

    def later(self, words: str, day: str, wanted: Printing, after: int, limit: int) -> tuple[list[Match], int]:
        """The wanted articles in force on a day that hold all the words and were stored after a number, at most so
        many; and the number that these reach to."""
        with self._patient() as c:
            return later(c, words, day, wanted, after, limit)

    def number_found(self, words: str, day: str, wanted: Printing) -> int:
        """How many wanted articles in force on a day hold all the words."""
        with self._patient() as c:
            return number(c, words, day, wanted)

    @contextmanager
    def _patient(self) -> Iterator[Connection]:
        """A connection whose question is given up when it takes too long."""
        with self._reading() as c:
            raw: Any = c.connection.driver_connection
            deadline = time.monotonic() + self._patience
            raw.set_progress_handler(lambda: int(time.monotonic() > deadline), 1000)
            try:
                yield c
            finally:
                raw.set_progress_handler(None, 0)

    def original(self, article: str, version: str | None = None) -> OriginalRow | None:
        """The bytes that an article's version came from, as first received."""
        with self._reading() as c:
            return reading.original(c, article, version)

    def corrections(self, article: str | None = None) -> list[Correction]:
        """All decisions (on one article), in order of their times."""
        with self._reading() as c:
            return reading.corrections(c, article)

    def tombstones(self, article: str | None = None) -> list[Tombstone]:
        """What was removed, in order."""
        with self._reading() as c:
            return reading.tombstones(c, article)

    def check(self) -> list[Check]:
        """The file, its references, its index of words and its schema."""
        with self._lock, told(self.path), self._writer.begin() as c:
            return checks.check(c, writable=self.writable)
