"""The lists of a day, asked for piece by piece: what a page shows is read, the rest is only counted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar, overload

from onrecord.ledger.answers import Hit
from onrecord.ledger.kept import entry
from onrecord.ledger.lookup import hit
from onrecord.model import View
from onrecord.store import Store
from onrecord.store.rows_derived import Choice, Printing, Standing, Tokens

T = TypeVar("T")
R = TypeVar("R")
FEW, AT_ONCE = 30, 500
"""Entries read at first, since often no more are wanted, and then at once."""
NONE = ("",)
"""Values that no row has."""


class Piecewise(Sequence[T]):
    """A sequence that reads what is asked for. `find` gives the place behind the entry of a name, or None."""

    def __init__(self, some: Callable[[int, int], Sequence[T]], number: Callable[[], int]) -> None:
        self._some, self._number = some, number
        self._length: int | None = None

    def __len__(self) -> int:
        if self._length is None:
            self._length = self._number()
        return self._length

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...

    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self) if _counted(at) else 1 << 62)
            found = self._some(start, max(0, stop - start))
            return found if step == 1 else found[::step]
        return self[at : at + 1][0] if at >= 0 else self[len(self) + at]

    def __iter__(self) -> Iterator[T]:
        start, size = 0, FEW
        while some := self._some(start, size):
            yield from some
            if len(some) < size:
                return
            start, size = start + size, AT_ONCE

    def behind(self, name: str, at: int) -> int:
        """The place behind the entry of that name; where it is gone, `at`."""
        return at

    def each(self, work: Callable[[T], R]) -> Piecewise[R]:
        """What `work` makes of the entries, of each when it is asked for."""
        return Made(self, work)


class Made(Piecewise[R]):
    """Another sequence, with something made of each entry."""

    def __init__(self, given: Piecewise[T], work: Callable[[T], R]) -> None:
        super().__init__(lambda start, limit: [work(x) for x in given[start : start + limit]], lambda: len(given))
        self._given = given

    def behind(self, name: str, at: int) -> int:
        """As the sequence that it is made of."""
        return self._given.behind(name, at)


class Rows(Piecewise[T]):
    """Entries of one list of a view, or those that a choice leaves."""

    def __init__(self, store: Store, name: str, day: str, choice: Choice = Choice()) -> None:  # noqa: B008 - frozen
        super().__init__(self._read, self._count)
        self._store, self._name, self._day, self._choice = store, name, day, choice

    def only(self, *, words: tuple[tuple[Tokens, ...], ...] = (), **changes: Any) -> Rows[T]:
        """Fewer of them, or in another order, as `Choice` says; what was asked for already holds, too."""
        now = self._choice
        for name in ("kinds", "statuses"):
            if (wanted := changes.get(name)) and (held := getattr(now, name)):
                changes[name] = tuple(one for one in wanted if one in held) or NONE
        if now.dated is not None and changes.get("dated") not in (None, now.dated):
            changes["kinds"] = NONE
        changes["from_day"] = max(now.from_day, changes.get("from_day", ""))
        changes["to_day"] = min(filter(None, (now.to_day, changes.get("to_day", ""))), default="")
        given = {name: value for name, value in changes.items() if value not in ((), None)}
        return Rows(self._store, self._name, self._day, replace(now, words=now.words + words, **given))

    def named(self, name: str) -> T | None:
        """The entry of that name; None where the day has none."""
        with self._store.listing(self._day) as listing:
            data = listing.named(self._name, name)
        found: T | None = entry(self._name, data) if data is not None else None
        return found

    def these(self, names: Collection[str]) -> list[T]:
        """The entries of these names."""
        with self._store.listing(self._day) as listing:
            return [entry(self._name, data) for data in listing.these(self._name, names)]

    def of(self, article: str) -> list[T]:
        """The entries of a list of stories or copies that hold an article."""
        with self._store.listing(self._day) as listing:
            rows = [entry(self._name, data) for data in listing.of_unit(self._name, article)]
        return [one for one in rows if article in getattr(one, "articles", one)]

    def sorts(self, *groups: Choice) -> list[Rows[T]]:
        """The rows that each of several further choices of kinds, statuses and `dated` leaves, counted at once."""
        with self._store.listing(self._day) as listing:
            tally = listing.tally(self._name, self._choice)
        found = []
        for group in groups:
            few = self.only(kinds=group.kinds, statuses=group.statuses, dated=group.dated, order=group.order)
            few._length = sum(
                n for (kind, status, dated), n in tally.items()
                if (not group.kinds or kind in group.kinds) and (not group.statuses or status in group.statuses)
                and group.dated in (None, dated)
            )  # fmt: skip
            found.append(few)
        return found

    def by_whom(self, limit: int) -> list[tuple[str, int]]:
        """Whose they are, with how many, the most first."""
        with self._store.listing(self._day) as listing:
            return listing.counted(self._name, "who", limit)

    def behind(self, name: str, at: int) -> int:
        """The place behind the entry of that name; where it is gone, `at`."""
        with self._store.listing(self._day) as listing:
            if at and listing.names(self._name, self._choice, at - 1, 1) == [name]:
                return at
            names = listing.names(self._name, self._choice)
        return names.index(name) + 1 if name in names else at

    def _read(self, start: int, limit: int) -> list[T]:
        with self._store.listing(self._day) as listing:
            if self._choice.words and self._length is None:
                some, self._length = listing.found(self._name, self._choice, start, limit)
            else:
                some = listing.some(self._name, self._choice, start, limit)
        return [entry(self._name, data) for data in some]

    def _count(self) -> int:
        with self._store.listing(self._day) as listing:
            return listing.count(self._name, self._choice)


class Articles(Piecewise[Standing]):
    """The articles in force on a day, the latest first."""

    def __init__(self, store: Store, day: str, wanted: Printing = Printing()) -> None:  # noqa: B008 - frozen
        super().__init__(self._read, self._count)
        self._store, self._day, self._wanted = store, day, wanted

    def only(self, wanted: Printing) -> Articles:
        """Those of an outlet, of some days."""
        return Articles(self._store, self._day, wanted)

    def named(self, keys: Sequence[str]) -> list[Standing]:
        """The articles of these keys."""
        with self._store.listing(self._day) as listing:
            return listing.articles(keys)

    def outlets(self) -> list[str]:
        """The outlets that print them, by name."""
        with self._store.listing(self._day) as listing:
            return listing.outlets()

    def period(self) -> tuple[str | None, str | None]:
        """The first and the last day of publication, ISO 8601."""
        with self._store.listing(self._day) as listing:
            return listing.period()

    def behind(self, name: str, at: int) -> int:
        """The place behind the article of that key; where it is gone, `at`."""
        if at and [one.article for one in self._read(at - 1, 1)] == [name]:
            return at
        return next((n for n, one in enumerate(self, 1) if one.article == name), at)

    def _read(self, start: int, limit: int) -> list[Standing]:
        with self._store.listing(self._day) as listing:
            return listing.printed(self._wanted, start, limit)

    def _count(self) -> int:
        with self._store.listing(self._day) as listing:
            return listing.number_printed(self._wanted)


class Hits(Piecewise[Hit]):
    """The articles in force on a day that hold all the words, the best first."""

    def __init__(self, store: Store, words: str, day: str, wanted: Printing) -> None:
        super().__init__(self._read, lambda: store.number_found(words, day, wanted))
        self._store, self._words, self._day, self._wanted = store, words, day, wanted

    def behind(self, name: str, at: int) -> int:
        """The place behind the article of that key; where it is gone, `at`."""
        if at and [one.article for one in self._read(at - 1, 1)] == [name]:
            return at
        return next((n for n, one in enumerate(self, 1) if one.article == name), at)

    def _read(self, start: int, limit: int) -> list[Hit]:
        return [hit(match) for match in self._store.found(self._words, self._day, self._wanted, start, limit)]


def paged(store: Store, day: str) -> View:
    """The view of a day whose lists are read piece by piece."""
    lists: dict[str, Any] = {
        name: Rows(store, name, day)
        for name in ("statements", "commitments", "disputes", "series", "stories", "copies", "events", "withdrawn")
    }  # fmt: skip
    with store.listing(day) as listing:
        number = listing.number_printed(Printing())
    return View(as_of=day, articles=number, **lists)


def rows(some: Sequence[T]) -> Rows[T]:
    """The list of a view as one that is read piece by piece. TypeError where it is at hand as a whole."""
    if not isinstance(some, Rows):
        raise TypeError("a view whose lists are read piece by piece is needed")
    return some


def _counted(at: slice) -> bool:
    """Whether a slice needs to know how long the list is."""
    return at.stop is None or at.stop < 0 or (at.start or 0) < 0 or (at.step or 1) < 0
