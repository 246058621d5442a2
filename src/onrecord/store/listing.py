"""Lists of what is derived, asked for piece by piece: only the rows of a page are read, the others are counted."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from onrecord.store.chosen import HOLDS, Given, condition, printed_where, source
from onrecord.store.counting import counted_ahead, sums
from onrecord.store.outward import WAITING, merged, parts, queries, weighty
from onrecord.store.rows_derived import Choice, Printing, Standing
from onrecord.store.schema_derived import NO_DAY

_DISTANCE = f"{NO_DAY}, CASE WHEN {NO_DAY} THEN 0 ELSE abs(julianday(day) - julianday(:day)) END"
SOON, PRESSING = 14, 3
"""Days before and after its last day in which what waits for a reviewer weighs more, and by how much."""
_NEAR = f"(day IS NOT NULL AND abs(julianday(day) - julianday(:day)) <= {SOON})"
ORDERS = {
    "place": "place",
    "last": "place DESC",
    "due": f"status NOT IN {WAITING}, {_DISTANCE}, number DESC, coalesce(published, '') DESC, name",
    "nearest": f"{_DISTANCE}, number DESC, coalesce(published, '') DESC, name",
    "soonest": "day, name",
    "latest": "day DESC, name",
    "newest": "coalesce(published, '') DESC, name DESC",
    "longest": "number DESC, who, name",
    "moved": "kind != 'differing', number DESC, who, name",
    "most": "number DESC, size DESC, name",
    "doubt": "number DESC, size DESC, name",
    "weight": f"size + {PRESSING} * {_NEAR} DESC, number DESC, name",
    "begun": "from_day DESC, name",
    "ended": "to_day DESC, name",
    "reported": "coalesce(published, '') DESC, number DESC, size DESC, name",
}  # fmt: skip
"""Orders of lists; distances are counted from the day of the list."""
WALKED = {
    "place": "kept_place", "last": "kept_place", "longest": "kept_size", "most": "kept_size",
    "reported": "kept_reported", "soonest": "kept_due", "latest": "kept_day",
    "begun": "kept_from", "ended": "kept_to", "doubt": "kept_doubt",
}  # fmt: skip
"""The index in which rows stand in that order, so that no more of them are read than are wanted."""
BOUNDS = {("events", "reported"): "coalesce(published, '') <= :soon", ("statements", "last"): "place <= :soon"}
"""By list and order: where in the index a list of a day begins; of statements, for those with a day."""
COUNTED_BY = {"events": "kept_reported", "waiting": "kept_doubt", "commitments": "kept_day"}
"""By list, the index that holds most of what is chosen by, for counting."""
LATEST = ("begun", "ended")
"""Orders by which the latest rows are chosen, which then stand in that of the view."""
AHEAD = 2
"""Days after that of a list on which what it holds may have been published, by the clock of its outlet."""


class Listing:
    """The lists as of a day, over one connection."""

    def __init__(self, connection: Connection, day: str) -> None:
        self._c, self._day = connection, day

    def count(self, name: str, choice: Choice) -> int:
        """How many rows of a list are chosen."""
        if counted_ahead(choice):
            query, given = sums(name, self._day, choice)
            return int(self._rows(query, given)[0][1] or 0)
        where, given = condition(name, choice, self._day)
        return int(self._one(f"SELECT count(*) FROM {source(choice, COUNTED_BY.get(name))} WHERE {where}", given))

    def some(self, name: str, choice: Choice, start: int, limit: int) -> list[str]:
        """The chosen rows from the `start`-th on, as JSON."""
        return self._of("json", name, choice, start, limit)

    def found(self, name: str, choice: Choice, start: int, limit: int) -> tuple[list[str], int]:
        """The same of rows that are chosen by words, and how many there are of them: the words are looked for once."""
        where, given = condition(name, choice, self._day)
        chosen = f"SELECT id, count(*) OVER () FROM {source(choice)} WHERE {where} ORDER BY {ORDERS[choice.order]}"
        rows = self._rows(f"{chosen} LIMIT :limit OFFSET :start", given | {"limit": limit, "start": start})
        number = rows[0][1] if rows else self.count(name, choice) if start or not limit else 0
        return self._entries("json", [row[0] for row in rows], choice), number

    def names(self, name: str, choice: Choice, start: int = 0, limit: int = -1) -> list[str]:
        """The names of the chosen rows in their order."""
        return self._of("name", name, choice, start, limit)

    def _of(self, column: str, name: str, choice: Choice, start: int, limit: int) -> list[str]:
        """A column of the chosen rows in their order; the rows are sorted without their entries."""
        if limit < 0:
            where, given = condition(name, choice, self._day)
            order = f"ORDER BY {ORDERS[choice.order]} LIMIT -1 OFFSET :start"
            query = f"SELECT {column} FROM {source(choice)} WHERE {where} {order}"
            return self._all(query, given | {"start": start})
        return self._entries(column, list(self._numbers(name, choice, start, limit)), choice)

    def _entries(self, column: str, ids: list[int], choice: Choice) -> list[str]:
        """That column of the rows of these numbers."""
        query = f"SELECT id, {column} FROM kept WHERE id IN ({', '.join(map(str, ids))})"
        if choice.order in LATEST:
            return [row[1] for row in self._rows(f"{query} ORDER BY place", {})]
        found = dict(self._rows(query, {}))
        return [found[number] for number in ids]

    def _numbers(self, name: str, choice: Choice, start: int, limit: int) -> Iterator[int]:
        """The numbers of the chosen rows in their order."""
        if choice.words or choice.name:
            yield from self._walked(name, choice, start, limit, walk=False)
        elif choice.order in ("due", "nearest", "moved"):
            for part in parts(choice):
                number, read = self.count(name, part), self._outward if part.order == "nearest" else self._walked
                some = read(name, part, start, limit) if start < number and limit else []
                start, limit = max(0, start - number), limit - len(some)
                yield from some
        elif choice.order == "weight":
            yield from self._weighty(name, choice, start, limit)
        else:
            yield from self._walked(name, choice, start, limit)

    def _weighty(self, name: str, choice: Choice, start: int, limit: int) -> list[int]:
        """The numbers of what waits for a reviewer: what is near its last day stands higher than its own weight."""
        where, given = condition(name, choice, self._day)
        today = date.fromisoformat(self._day).toordinal()
        days = (date.fromordinal(min(max(1, today + n), date.max.toordinal())).isoformat() for n in (-SOON, SOON))
        given |= {"upto": start + limit, **dict(zip(("early", "late"), days, strict=True))}
        rows = [row for query in weighty(where, PRESSING) for row in self._rows(query, given)]
        rows.sort(key=lambda row: (-row[1], -row[2], row[3]))
        return [row[0] for row in rows[start : start + limit]]

    def _walked(self, name: str, choice: Choice, start: int, limit: int, *, walk: bool = True) -> list[int]:
        """The same in one piece, read in the order of an index where there is one."""
        index = WALKED.get(choice.order) if walk else None
        where, given = condition(name, choice, self._day)
        bound = BOUNDS.get((name, choice.order)) if index and (choice.dated or name == "events") else None
        soon = date.fromisoformat(self._day).toordinal() + AHEAD
        given |= {"limit": limit, "start": start, "soon": date.fromordinal(min(soon, date.max.toordinal())).isoformat()}
        query = (
            f"SELECT id FROM {source(choice, index)} WHERE {where} "
            f"{f'AND {bound}' if bound else ''} ORDER BY {ORDERS[choice.order]} LIMIT :limit OFFSET :start"
        )
        return self._all(query, given)

    def _outward(self, name: str, choice: Choice, start: int, limit: int) -> list[int]:
        """The numbers of commitments of some statuses, all with one last day or all without."""
        where, given = condition(name, replace(choice, statuses=(), dated=None), self._day)
        given["upto"] = start + limit
        rows = [
            row for query in queries(bool(choice.dated), where, NO_DAY) for status in choice.statuses
            for row in self._rows(query, given | {"one": status})
        ]  # fmt: skip
        return merged(rows)[start : start + limit]

    def named(self, name: str, entry: str) -> str | None:
        """The row of that name, as JSON."""
        query = f"SELECT json FROM kept INDEXED BY kept_name WHERE name = :name AND {HOLDS} AND list = :list"
        found: str | None = self._one(query, {"name": entry, "list": name})
        return found

    def these(self, name: str, names: Collection[str]) -> list[str]:
        """The rows of these names, as JSON."""
        joined = "json_each(:names) g CROSS JOIN kept INDEXED BY kept_name ON kept.name = g.value"
        query = f"SELECT kept.json FROM {joined} WHERE {HOLDS} AND list = :list ORDER BY +place"
        return self._all(query, {"names": json.dumps(list(names)), "list": name})

    def of_unit(self, name: str, article: str) -> list[str]:
        """The rows of a list that articles make, whose unit an article belongs to."""
        query = (
            f"SELECT json FROM kept_member m JOIN kept ON kept.unit = m.unit WHERE m.article = :article "
            f"AND m.list = :list AND {HOLDS}"
        )
        return self._all(query, {"article": article, "list": name})

    def counted(self, name: str, column: str, limit: int) -> list[tuple[str, int]]:
        """By whom (`who`) or of which kind the rows of a list are, and how many, the most first."""
        where, given = condition(name, Choice(), self._day)
        query = f"SELECT {column}, count(*) AS n FROM kept WHERE {where} AND {column} IS NOT NULL GROUP BY {column} "
        order = f"ORDER BY n DESC, {column} LIMIT :limit"
        return [(row[0], row[1]) for row in self._rows(query + order, given | {"limit": limit})]

    def tally(self, name: str, choice: Choice) -> dict[tuple[str | None, str | None, bool], int]:
        """How many of the chosen rows are of which kind and status, with one day or without."""
        if counted_ahead(choice):
            query, given = sums(name, self._day, choice, "kind, status, dated", "GROUP BY 1, 2, 3")
        else:
            where, given = condition(name, choice, self._day)
            query = f"SELECT kind, status, NOT {NO_DAY}, count(*) FROM {source(choice)} WHERE {where} GROUP BY 1, 2, 3"
        return {(kind, status, bool(dated)): n for kind, status, dated, n in self._rows(query, given)}

    def number(self) -> int:
        """How many articles are in force."""
        return int(self._one("SELECT coalesce(sum(number), 0) FROM standing_day WHERE day <= :day", {}))

    def articles(self, keys: Sequence[str] | None = None) -> list[Standing]:
        """The articles in force (of these keys), by key."""
        if keys is None:
            return [Standing(*row) for row in self._rows(f"SELECT * FROM standing WHERE {HOLDS} ORDER BY article", {})]
        query = f"SELECT * FROM standing WHERE article = :key AND {HOLDS}"
        return [Standing(*row) for key in keys for row in self._rows(query, {"key": key})]

    def printed(self, wanted: Printing, start: int, limit: int) -> list[Standing]:
        """The wanted articles in force, the latest first."""
        where, given = printed_where(wanted)
        order = "ORDER BY coalesce(published, '') DESC, article DESC LIMIT :limit OFFSET :start"
        rows = self._rows(f"SELECT * FROM standing WHERE {where} {order}", given | {"limit": limit, "start": start})
        return [Standing(*row) for row in rows]

    def number_printed(self, wanted: Printing) -> int:
        """How many articles in force are wanted."""
        if wanted == Printing():
            return self.number()
        where, given = printed_where(wanted)
        return int(self._one(f"SELECT count(*) FROM standing WHERE {where}", given))

    def outlets(self) -> list[str]:
        """The outlets of the articles in force, by name."""
        query = (
            "WITH RECURSIVE every(name) AS (SELECT min(outlet) FROM standing UNION ALL "
            "SELECT (SELECT min(outlet) FROM standing WHERE outlet > name) FROM every WHERE name IS NOT NULL) "
            f"SELECT name FROM every WHERE EXISTS (SELECT 1 FROM standing WHERE outlet = name AND {HOLDS})"
        )  # from one name to the next, not over all articles
        return sorted((one for one in self._all(query, {}) if one), key=str.casefold)

    def period(self) -> tuple[str | None, str | None]:
        """The first and the last day of publication of the articles in force."""
        query = f"SELECT published FROM standing WHERE {HOLDS} AND coalesce(published, '') > '' ORDER BY "
        first, last = (
            self._one(f"{query} coalesce(published, '') {way} LIMIT 1", {}) for way in ("ASC", "DESC")
        )  # fmt: skip
        return (first or "")[:10] or None, (last or "")[:10] or None

    def _rows(self, query: str, given: Given) -> list[Any]:
        raw: Any = self._c.connection.driver_connection
        return list(raw.execute(query, given | {"day": self._day}))

    def _all(self, query: str, given: Given) -> list[Any]:
        return [row[0] for row in self._rows(query, given)]

    def _one(self, query: str, given: Given) -> Any:
        return next(iter(self._all(query, given)), None)
