"""The ledger as the pages ask it: what was worked out for one reader is kept for the next, until the file changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from onrecord.export.brief import leafed
from onrecord.export.brief_lines import Brief
from onrecord.ledger import Ledger
from onrecord.link.persons import Person
from onrecord.model import View
from onrecord.web.filters import Articles
from onrecord.web.known import Known
from onrecord.web.named import Named, named

T = TypeVar("T")
READ = 80
"""Articles that are read to tell who is who: more would keep a reader waiting."""
NAMERS = 40
"""Articles whose places stand on the map besides those of events."""
KEPT = 16
"""Answers at hand: a few days and comparisons, for whoever leafs to and fro."""


class Shelf:
    """A ledger and the last answers about it. Safe for threads; two that ask at once may both work."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._files = (ledger.path, ledger.path.with_name(f"{ledger.path.name}-wal"))
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, object] = OrderedDict()

    def view(self, day: str) -> View:
        """All that was known before the end of that day; its lists are read as they are asked for."""
        return self.ledger.paged(day)

    def sources(self, day: str) -> Known:
        """The articles in force on that day, by key."""
        return Known(self.ledger.known_articles(day), self.ledger.outlets())

    def persons(self, day: str, words: str) -> tuple[Person, ...]:
        """Who is who in the articles of that day that hold the words, the best `READ` of them; without words in the
        latest ones."""

        def work() -> tuple[Person, ...]:
            if words:
                keys = [hit.article for hit in self.ledger.found(words, day)[:READ]]
            else:
                keys = [source.key for source in Articles().pick(self.sources(day))[:READ]]
            return self.ledger.persons(day, keys)

        return self.keep(("persons", day, words), work)

    def places(self, day: str, among: Articles) -> tuple[Named, ...]:
        """The places that the latest `NAMERS` of these articles name."""

        def work() -> tuple[Named, ...]:
            known = self.sources(day)
            keys = [source.key for source in among.pick(known)[:NAMERS]]
            return named((record for record, _ in self.ledger.reviewed(keys, day)), known)

        return self.keep(("places", day, among), work)

    def brief(self, day: str, since: str | None) -> Brief:
        """The brief of that day. LedgerError where `since` is no earlier day."""
        return self.keep(("brief", day, since), lambda: leafed(self.ledger, self.sources(day), day, since))

    def keep(self, question: Hashable, work: Callable[[], T]) -> T:
        """The answer to a question; `work` finds it where it is not at hand. The question names all that it depends on
        besides the ledger."""
        key = (question, self.state())
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast(T, self._kept[key])
        found = work()
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    def state(self) -> tuple[tuple[int, int], ...]:
        """Size and time of the ledger's files: another writer leaves others."""
        found = []
        for file in self._files:
            try:
                stat = file.stat()
            except OSError:
                continue
            found.append((stat.st_size, stat.st_mtime_ns))
        return tuple(found)
