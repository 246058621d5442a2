"""The façade: one ledger, opened from a file."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from onrecord.errors import LedgerError
from onrecord.ledger import health
from onrecord.ledger.adding import Adding, Mapper, refused
from onrecord.ledger.answers import Added, Check
from onrecord.ledger.intake import Input, sources
from onrecord.ledger.keeping import Run, bring_up_to_date, catch_up, erase, put, settle, up_to_date
from onrecord.ledger.linking import Records
from onrecord.ledger.reviewing import Reviewing
from onrecord.lexicon.outlets import Outlets, outlets
from onrecord.model import Record, View
from onrecord.model.original import Original
from onrecord.model.tombstone import Tombstone
from onrecord.store import SqliteStore, Store


def utc_now() -> str:
    """The time, UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Ledger(Reviewing):
    """A ledger in a file. Days are ISO 8601 strings or dates; every fault a user can mend is a LedgerError.

    Safe for threads; a second process may read while one writes, and a second writer waits for the first.
    """

    def __init__(self, store: Store, path: Path, clock: Callable[[], str] = utc_now) -> None:
        self.path = path
        self._store, self._clock = store, clock
        self._records = Records(store)

    @classmethod
    def open(cls, path: Path | str, *, clock: Callable[[], str] = utc_now) -> Self:
        """The ledger in that file, made where there is none, with its folders. `clock` gives the time of recording."""
        path = Path(path).expanduser()
        store = SqliteStore.open(path, clock())
        ledger = cls(store, path, clock)
        if store.writable:
            settle(store, ledger._records)
        return ledger

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    # ---- taking in -------------------------------------------------------------------------------------------------

    def add(
        self,
        inputs: Input | Iterable[Input],
        *,
        mapper: Mapper = map,
        progress: Callable[[int], None] | None = None,
        reextract: bool = False,
        readmit: bool = False,
        embeddings: bool = False,
        **known: str | None,
    ) -> Added:
        """What became of the inputs: files (paths) or articles as dicts; one transaction an article, the views every
        hundred articles and at the end: who asks meanwhile is answered from the last hundred.

        `known` (id, title, outlet, published, url) fills what an input leaves out. What is held already is not read
        again; with `reextract` it is where software, lexicon or model have changed. Articles that were removed are
        refused, unless `readmit`. With `embeddings` each gets a vector, by which more of one story is found. `progress`
        is called with 1 after each article. Bad inputs end in `failures`.
        """
        unknown = set(known) - {"id", "title", "outlet", "published", "url"}
        if unknown:
            raise LedgerError(f"{', '.join(sorted(unknown))}: nothing that is known of an article; see `add`")
        many = [inputs] if isinstance(inputs, str | Path | dict) else inputs
        found = sources(many, known, self._clock())
        adding = Adding(self._store, self._records, self._clock, progress or (lambda _: None))
        return adding.run(found, mapper, reextract=reextract, readmit=readmit, embeddings=embeddings)

    def put(self, record: Record, original: Original | None = None) -> bool:
        """Whether the record is new; it is kept with its relations. LedgerError where its article was removed."""
        self._must_admit(record.article.id)
        return put(self._store, self._records, record, original, self._clock())

    def put_all(self, records: Iterable[Record]) -> int:
        """How many of the records are new; one transaction a record, the views as in `add`: faster for many than `put`.

        LedgerError where an article was removed; those before it are kept.
        """
        new = 0
        with Run(self._store, self._records) as run:
            for record in records:
                self._must_admit(record.article.id)
                new += run.keep(record, None, self._clock())
        return new

    def _must_admit(self, key: str) -> None:
        if refused(self._store, key):
            raise LedgerError(f"{key}: this article was removed; readmit it with `add`")

    def tidy(self) -> None:
        """Fold what was written into the file, so that readers need not look it up in the log."""
        self._store.tidy()

    # ---- removing -----------------------------------------------------------------------------------

    def remove(self, key: str, *, who: str, why: str) -> Tombstone:
        """What is left of the article: a tombstone. Text, quotes, entries, decisions and original bytes are erased.

        LedgerError where the ledger does not hold it, or where `who` or `why` are missing.
        """
        if not (who.strip() and why.strip()):
            raise LedgerError("a removal needs an author and a reason; give --author and --why")
        versions = self._store.versions(key)
        if not versions:
            raise LedgerError(self._absent(key, None))
        hashes = tuple(sorted({row.version for row in versions}))
        stone = Tombstone(key, hashes, who, why, self._clock())
        erase(self._store, self._records, stone)
        return stone

    # ---- health and surroundings -----------------------------------------------------------------------------------

    def outlets(self, own: Path | None = None) -> Outlets:
        """What is known of outlets, by name: the shipped table, and the user's own laid over it.

        `own` is their CSV file; without it the one that $ONRECORD_OUTLETS names, else `outlets.csv` beside the ledger.
        OutletsError where such a file is there and cannot be used.
        """
        named = own or (Path(given) if (given := os.environ.get("ONRECORD_OUTLETS")) else None)
        beside = self.path.with_name("outlets.csv")
        return outlets(named or (beside if beside.is_file() else None))

    def doctor(self) -> list[Check]:
        """Whether the ledger is sound: file, references, index, hashes, names, quotes."""
        checks = self._store.check()
        if any(not check.ok for check in checks if check.name in ("file", "schema")):
            return checks  # nothing that is read from it could be trusted
        view = self.fresh() if self._store.last_day() else None
        return [*checks, health.entries(self._store), health.quotes(self._store, view), self._views(view)]

    def _views(self, fresh: View | None) -> Check:
        """Whether what is kept of the views is what records and relations say; else it is made anew."""
        writable = isinstance(self._store, SqliteStore) and self._store.writable
        if writable:
            catch_up(self._store, self._records)
        if fresh is None or (up_to_date(self._store) and self.as_of(fresh.as_of) == fresh):
            return Check("views", True, "as derived afresh")
        if writable:
            bring_up_to_date(self._store, self._records)
            return Check("views", False, "what was kept of them was not what records and relations say; made anew")
        return Check("views", False, "not as derived afresh, and you may only read this ledger")

    def digest(self) -> str:
        """SHA-256 over all that the ledger says, free of the times of recording: equal ledgers have equal digests."""
        with self._store.snapshot():
            return health.digest(self._store)


def value_of(words: str) -> Any:
    """What a user's words mean as the value of a field: JSON where they are a number or null, else the words.

    >>> value_of("2031-02-20"), value_of("null"), value_of("3000")
    ('2031-02-20', None, 3000)
    """
    try:
        found = json.loads(words, parse_constant=str)
    except ValueError:
        return words
    return found if found is None or type(found) in (int, float) else words
