"""The ledger as the pages ask it: what was worked out for one reader is kept for the next, until the file changes."""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from onrecord.export.brief import Brief, leafed
from onrecord.ledger import Ledger
from onrecord.link.persons import Person
from onrecord.model import View
from onrecord.web.known import Known

T = TypeVar("T")
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

    def persons(self, day: str) -> tuple[Person, ...]:
        """Who is who on that day."""
        return self.keep(("persons", day), lambda: self.ledger.persons(day))

    def bodies(self, day: str) -> tuple[tuple[str, int], ...]:
        """States, organisations and groups by how many entries are theirs on that day, those with most first."""

        def work() -> tuple[tuple[str, int], ...]:
            view, people = self.view(day), {s.name for p in self.persons(day) for s in p.sightings}
            counts = Counter(name for s in view.statements if (name := s.speaker))
            counts += Counter(name for c in view.commitments if (name := c.promisor_actor))
            return tuple((name, n) for name, n in counts.most_common() if name not in people)

        return self.keep(("bodies", day), work)

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
