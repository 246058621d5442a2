"""The façade: one ledger, opened from a file."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from onrecord.errors import LedgerError
from onrecord.ledger import health, lookup, views
from onrecord.ledger.adding import Adding, Mapper, refused
from onrecord.ledger.answers import Added, Check, Found, Hit, OriginalRow
from onrecord.ledger.corrections import corrected
from onrecord.ledger.intake import Input, sources
from onrecord.ledger.keeping import bring_up_to_date, catch_up, erase, put, settle, up_to_date
from onrecord.ledger.kept import kept_view
from onrecord.ledger.linking import Records
from onrecord.ledger.listed import Articles, Hits, paged
from onrecord.ledger.near import around, shown, sides, together
from onrecord.ledger.reach import decisions_on
from onrecord.ledger.reviewing import Reviewing
from onrecord.lexicon.outlets import Outlets, outlets
from onrecord.link.groups import groups
from onrecord.link.view_disputes import pair_name
from onrecord.model import Article, Edge, EdgeKind, Record, Ref, Span, View
from onrecord.model.original import Original
from onrecord.model.tombstone import Tombstone
from onrecord.store import SqliteStore, Store
from onrecord.store.rows import VersionRow
from onrecord.store.rows_derived import Printing


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
        **known: str | None,
    ) -> Added:
        """What became of the inputs: files (paths) or articles as dicts; one transaction an article, the views every
        hundred articles and at the end: who asks meanwhile is answered from the last hundred.

        `known` (id, title, outlet, published, url) fills what an input leaves out. What is held already is not read
        again; with `reextract` it is where software, lexicon or model have changed. Articles that were removed are
        refused, unless `readmit`. `progress` is called with 1 after each article. Bad inputs end in `failures`.
        """
        unknown = set(known) - {"id", "title", "outlet", "published", "url"}
        if unknown:
            raise LedgerError(f"{', '.join(sorted(unknown))}: nothing that is known of an article; see `add`")
        many = [inputs] if isinstance(inputs, str | Path | dict) else inputs
        found = sources(many, known, self._clock())
        adding = Adding(self._store, self._records, self._clock, progress or (lambda _: None))
        return adding.run(found, mapper, reextract=reextract, readmit=readmit)

    def put(self, record: Record, original: Original | None = None) -> bool:
        """Whether the record is new; it is kept with its relations. LedgerError where its article was removed."""
        if refused(self._store, record.article.id):
            raise LedgerError(f"{record.article.id}: this article was removed; readmit it with `add`")
        return put(self._store, self._records, record, original, self._clock())

    def tidy(self) -> None:
        """Fold what was written into the file, so that readers need not look it up in the log."""
        self._store.tidy()

    # ---- asking ----------------------------------------------------------------------------------------------------

    @contextmanager
    def steady(self) -> Iterator[None]:
        """All that this thread asks inside is answered from one state, whatever others write meanwhile."""
        with self._store.snapshot():
            yield

    def as_of(self, day: date | str | None = None) -> View:
        """All that was known before the end of that day, UTC; without `day` that of the latest publication.

        An article is known from its publication, an undated one from its recording. Reviewers' decisions count
        whenever they were made: they mend what was read, not what was known. LedgerError where the ledger is empty.
        """
        when = self._day(day)
        with self._store.snapshot():
            return kept_view(self._store, when) or self.fresh(when)

    def paged(self, day: date | str | None = None) -> View:
        """What `as_of` gives, each of its lists read piece by piece: for those who show a page of it.

        `onrecord.ledger.listed.rows` tells what such a list can be asked. LedgerError where the ledger has to be
        brought up to date first, and this user may only read it.
        """
        when = self._day(day)
        if not up_to_date(self._store):
            raise LedgerError(f"{self.path}: has to be brought up to date; let somebody who may write it open it once")
        return paged(self._store, when)

    def known_articles(self, day: date | str | None = None) -> Articles:
        """The articles in force on a day, the latest first, read piece by piece."""
        return Articles(self._store, self._day(day))

    def fresh(self, day: date | str | None = None) -> View:
        """What `as_of` gives, derived from records and relations without anything that was kept."""
        when = self._day(day)
        with self._store.snapshot():
            return views.view(self._store, self._records, when)

    def with_records(self, day: date | str | None = None) -> tuple[View, list[Record]]:
        """What `as_of` gives with the records that it was made from, by key: for what leads back to the words."""
        when = self._day(day)
        with self._store.snapshot():
            return self.as_of(when), views.in_force(self._store, self._records, when)

    def last_day(self) -> str | None:
        """The latest publication day, which `as_of` takes where none is named; None where the ledger is empty."""
        return self._store.last_day()

    def outlets(self, own: Path | None = None) -> Outlets:
        """What is known of outlets, by name: the shipped table, and the user's own laid over it.

        `own` is their CSV file; without it the one that $ONRECORD_OUTLETS names, else `outlets.csv` beside the ledger.
        OutletsError where such a file is there and cannot be used.
        """
        named = own or (Path(given) if (given := os.environ.get("ONRECORD_OUTLETS")) else None)
        beside = self.path.with_name("outlets.csv")
        return outlets(named or (beside if beside.is_file() else None))

    def _day(self, day: date | str | None) -> str:
        """The day asked for. LedgerError where it is none, or where there is nothing to take it from."""
        if isinstance(day, datetime):
            day = day.date()
        if isinstance(day, date):
            return day.isoformat()
        if day is None:
            last = self._store.last_day()
            if last is None:
                raise LedgerError(f"{self.path}: this ledger is empty; put articles in with `onrecord add`")
            return last
        try:
            return date.fromisoformat(day).isoformat()
        except ValueError:
            raise LedgerError(f"{day!r} is no day; write it as 2031-02-20") from None

    def search(self, words: str, limit: int = 50, as_of: date | str | None = None) -> list[Hit]:
        """The articles in force on a day that hold all the words, best first; words in double quotes as a phrase."""
        if self._store.last_day() is None:
            return []
        with self._store.snapshot():
            among = [h.record_id for h in self._store.in_force(self._day(as_of))]
            return [lookup.hit(match) for match in self._store.search(words, among, limit)]

    def found(self, words: str, day: date | str | None = None, wanted: Printing = Printing()) -> Hits:  # noqa: B008
        """The wanted articles in force on a day that hold all the words, the best first, read piece by piece."""
        return Hits(self._store, words, self._day(day), wanted)

    def news(self, words: str, outlet: str, after: int, limit: int) -> tuple[list[Hit], int]:
        """The articles in force that hold all the words and were stored after a number that `news` gave before (0:
        all), as they came, at most so many; and the number to go on from."""
        last = self._store.last_day()
        if last is None:
            return [], after
        with self._store.snapshot():
            found, reached = self._store.later(words, last, Printing(outlet), after, limit)
        return [lookup.hit(match) for match in found], reached

    def words_of(self, entry_id: str) -> tuple[str, Span, Article, str] | None:
        """The words that carry an entry, where they stand, their article, and the anchor as printed; None where the
        ledger holds none of that name, or a reviewer has added it."""
        return lookup.words(self._store, self._records, entry_id)

    def article(self, key: str, version: str | None = None) -> Record:
        """The article's newest version (or that one) with all entries, reviewers' decisions applied.

        `onrecord.link.refs.refs(record)` names the entries. LedgerError where the ledger does not hold it.
        """
        held = self._store.held(key, version)
        if held is None:
            raise LedgerError(self._absent(key, version))
        decisions = decisions_on(self._store, self._records, held.record_id)
        return corrected(self._records(held.record_id), decisions).record

    def removed(self, key: str) -> Tombstone | None:
        """What is left of an article that was removed and not taken in again; None where that did not happen."""
        return self._store.tombstones(key)[-1] if refused(self._store, key) else None

    def _absent(self, key: str, version: str | None) -> str:
        if stone := self.removed(key):
            return f"{key}: this article was removed by {stone.who} on {stone.when[:10]}: {stone.why}"
        what = "no such version" if version and self._store.versions(key) else "no article of this ledger"
        return f"{key}: {what}; `onrecord search` finds articles by their words"

    def articles(self, as_of: date | str | None = None) -> Iterator[Article]:
        """The articles in force on a day, by key, one in memory at a time; none where the ledger is empty."""
        if self._store.last_day() is not None:
            for row in self._store.in_force(self._day(as_of)):
                yield self._records(row.record_id).article

    def versions(self, key: str) -> list[VersionRow]:
        """All versions of an article, oldest first."""
        return self._store.versions(key)

    def entry(self, entry_id: str) -> Found:
        """One entry by its permanent name, with its article, what made it, and what became of it since.

        LedgerError where the ledger has no such entry.
        """
        found = lookup.found(self._store, self._records, entry_id)
        if found.redirect is None and found.ref.kind in ("commitment", "quantity"):
            return replace(found, redirect=self._group(found.ref))
        return found

    def links(self, name: str) -> tuple[Edge, ...]:
        """The relations that today's ledger has between the entries of that name and others, with their rules; of a
        dispute the one between its two sides. Empty where there are none."""
        last = self._store.last_day()
        if last is None:
            return ()
        articles = {row.ref.article for row in self._store.entries(name)} | sides(self._store, name, last)
        edges = around(self._store, articles, last)
        return tuple(sorted({e for e in edges if name in (e.a.id, e.b.id, pair_name(e))}))

    def _group(self, ref: Ref) -> str | None:
        """The name of the group that an entry belongs to today, where it is another's."""
        last = self._store.last_day()
        if last is None:
            return None
        kind: EdgeKind = "same" if ref.kind == "commitment" else "series"
        names = shown(self._store, ref, last, kind)
        for group in groups((e.a, e.b) for e in together(self._store, ref, last, kind)):
            if ref in group:
                return next((r.id for r in group if r.id in names and r != ref), None)
        return None

    def original(self, key: str, version: str | None = None) -> OriginalRow:
        """The bytes that an article came from, their hash, when and from where they were taken.

        LedgerError where there is no such article, or where none were kept with it.
        """
        row = self._store.original(key, version)
        if row is None:
            if self._store.held(key, version) is None:
                raise LedgerError(self._absent(key, version))
            raise LedgerError(f"{key}: no original was kept; it was put in as a finished record")
        return row

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

    # ---- health ----------------------------------------------------------------------------------------------------

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
