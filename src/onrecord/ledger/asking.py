"""What a ledger can be asked: what was known on a day, and its articles, entries and relations one by one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.ledger import lookup, views
from onrecord.ledger.adding import refused
from onrecord.ledger.answers import Found, Hit, OriginalRow
from onrecord.ledger.corrections import corrected
from onrecord.ledger.keeping import up_to_date
from onrecord.ledger.kept import kept_view
from onrecord.ledger.linking import Records
from onrecord.ledger.listed import Articles, Hits, paged
from onrecord.ledger.near import around, shown, sides, together
from onrecord.ledger.reach import decisions_on
from onrecord.link.groups import groups
from onrecord.link.view_disputes import pair_name
from onrecord.model import Article, Edge, EdgeKind, Record, Ref, Span, View
from onrecord.model.tombstone import Tombstone
from onrecord.store import Store
from onrecord.store.rows import VersionRow
from onrecord.store.rows_derived import Printing


class Asking:
    """The part of a ledger that answers. Days are ISO 8601 strings or dates."""

    path: Path
    _store: Store
    _records: Records

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
