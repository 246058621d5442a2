"""What is derived, over one connection: kept, changed, and asked for. SQL as SQLite speaks it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from onrecord.model import Edge, EdgeKind, Record, Ref
from onrecord.store.reading import pack, unpack
from onrecord.store.rows_derived import KeptRow, Member, Related, Standing, Variant
from onrecord.store.schema import metadata
from onrecord.store.schema_derived import INDEXED, TABLES

_ENDS = "va.article, va.version, e.a_kind, e.a_start, e.a_end, vb.article, vb.version, e.b_kind, e.b_start, e.b_end"
_JOINED = (
    "JOIN record ra ON ra.id = e.record_a JOIN record rb ON rb.id = e.record_b "
    "JOIN version va ON va.id = ra.version_id JOIN version vb ON vb.id = rb.version_id"
)
_RELATED = (
    f"SELECT e.record_a, e.record_b, e.kind, {_ENDS}, e.rule FROM edge e {_JOINED} WHERE %s "
    "AND e.record_a NOT IN (SELECT record_id FROM laid) AND e.record_b NOT IN (SELECT record_id FROM laid) "
    f"UNION ALL SELECT e.record_a, e.record_b, e.kind, {_ENDS}, e.rule FROM laid_edge e {_JOINED} WHERE %s"
)
"""Edges as reviewers want them: those of changed records are kept apart."""
_INSIDE_A, _INSIDE_B = (f"e.record_{end} IN (SELECT value FROM json_each(?))" for end in "ab")
_KIND = "e.kind IN (SELECT value FROM json_each(?))"


def _given(values: Iterable[Any]) -> str:
    """Values as one parameter for `json_each`."""
    return json.dumps(list(values))


def _insert(table: str, row: type[Any]) -> str:
    names = ", ".join(f'"{name}"' for name in row._fields)
    return f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({', '.join('?' * len(row._fields))})"


class Derived:
    """What is derived, over one connection: kept, changed, and asked for.

    The driver is asked directly: an article that is added asks some fifty short questions, and most of their time went
    into SQLAlchemy's making of results.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._c: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]

    def derived_by(self) -> str | None:
        """What the code was that derived the rows; None where they are not all there."""
        return self._code(1)

    def start(self, code: str) -> None:
        """Let all articles wait to be derived by that code. What was derived is dropped, and its tables, which may be
        those of other code; but where this code was at it before, it goes on."""
        if self._code(2) == code:
            return
        for table in ("kept_words", *(table.name for table in TABLES)):
            self._c.execute(f"DROP TABLE IF EXISTS {table}")
        make(self._connection)
        self._c.execute("INSERT INTO derived_by VALUES (2, ?)", (code,))
        self._c.execute("INSERT INTO waiting SELECT article, min(known_from) FROM version GROUP BY article")

    def finish(self, code: str) -> None:
        """Say that all is derived, by that code."""
        self._c.execute("DELETE FROM derived_by")
        self._c.execute("INSERT INTO derived_by VALUES (1, ?)", (code,))

    def _code(self, which: int) -> str | None:
        found = self._c.execute("SELECT code FROM derived_by WHERE id = ?", (which,)).fetchone()
        return found[0] if found else None

    def wait(self, article: str, since: str) -> None:
        """Let an article that changed from a day on wait to be derived."""
        query = "INSERT INTO waiting VALUES (?, ?) ON CONFLICT DO UPDATE SET since = min(since, excluded.since)"
        self._c.execute(query, (article, since))

    def waiting(self, limit: int) -> dict[str, str]:
        """The articles that wait to be derived, each with the day from which on it changed: so many, the first."""
        query = "SELECT article, since FROM waiting ORDER BY since, article LIMIT ?"
        return dict(self._c.execute(query, (limit,)).fetchall())

    def waits(self, article: str) -> dict[str, str]:
        """The article, if it waits to be derived."""
        return dict(self._c.execute("SELECT article, since FROM waiting WHERE article = ?", (article,)).fetchall())

    def caught_up(self, articles: Iterable[str]) -> None:
        """Say that these articles are derived."""
        self._c.execute("DELETE FROM waiting WHERE article IN (SELECT value FROM json_each(?))", (_given(articles),))

    def variants(self, article: str) -> list[Variant]:
        """The texts of an article, each under every set of metadata that it is known by."""
        query = (
            "SELECT v.version, v.meta, v.moment, v.known_from, (SELECT r.id FROM record r WHERE r.version_id = v.id "
            "ORDER BY r.made_with_id DESC LIMIT 1) AS newest FROM version v WHERE v.article = ? AND newest IS NOT NULL"
        )
        return [Variant(*row) for row in self._c.execute(query, (article,))]

    def set_standing(self, article: str, rows: list[Standing]) -> None:
        """When which record of the article is in force."""
        (first,) = self._c.execute("SELECT min(from_day) FROM standing WHERE article = ?", (article,)).fetchone()
        self._c.execute("DELETE FROM standing WHERE article = ?", (article,))
        counted = "INSERT INTO standing_day VALUES (?, ?) ON CONFLICT DO UPDATE SET number = number + excluded.number"
        changes = [(first, -1)] if first is not None else []
        if changes := [*changes, *((row.from_day, 1) for row in rows[:1])]:
            self._c.executemany(counted, changes)
        if rows:
            self._c.executemany(_insert("standing", Standing), rows)

    def standing(self, some: Collection[str]) -> list[Standing]:
        """When which record of these articles is in force."""
        query = "SELECT s.* FROM json_each(?) g JOIN standing s ON s.article = g.value ORDER BY s.article, s.from_day"
        return [Standing(*row) for row in self._c.execute(query, (_given(some),))]

    def related(self, record_ids: Collection[int], kinds: Collection[EdgeKind]) -> list[Related]:
        """The edges of these kinds with an end in one of these records."""
        found: dict[Related, None] = {}
        for inside in (_INSIDE_A, _INSIDE_B):
            where = f"{inside} AND {_KIND}"
            found |= dict.fromkeys(self._edges(_RELATED % (where, where), (_given(record_ids), _given(kinds)) * 2))
        return list(found)

    def between(self, record_ids: Collection[int], kinds: Collection[EdgeKind]) -> list[Related]:
        """The edges of these kinds with both ends in these records."""
        wanted, where = frozenset(record_ids), f"{_INSIDE_A} AND {_KIND}"
        found = self._edges(_RELATED % (where, where), (_given(record_ids), _given(kinds)) * 2)
        return [one for one in found if one.record_b in wanted]

    def _edges(self, query: str, given: tuple[Any, ...]) -> Iterator[Related]:
        for a, b, kind, *ends, rule in self._c.execute(query, given):
            yield Related(a, b, Edge(kind, Ref(*ends[:5]), Ref(*ends[5:]), rule))

    def members(self, some: Collection[str]) -> list[Member]:
        """What these articles have in any unit."""
        query = "SELECT m.* FROM json_each(?) g JOIN kept_member m ON m.article = g.value"
        return [Member(*row) for row in self._c.execute(query, (_given(some),))]

    def units(self, some: Collection[str]) -> list[Member]:
        """The members of these units."""
        query = "SELECT m.* FROM json_each(?) g JOIN kept_member m ON m.unit = g.value"
        return [Member(*row) for row in self._c.execute(query, (_given(some),))]

    def rows(self, some: Collection[str]) -> list[tuple[int, KeptRow]]:
        """The rows of these units, with their numbers."""
        query = "SELECT k.* FROM json_each(?) g JOIN kept k ON k.unit = g.value"
        return [(row[0], KeptRow(*row[1:])) for row in self._c.execute(query, (_given(some),))]

    def change(self, gone: Iterable[int], ended: Iterable[tuple[str, str, int]], new: Iterable[KeptRow]) -> None:
        """Drop rows, let some end on another day and belong to another unit, add others."""
        self._c.execute("DELETE FROM kept WHERE id IN (SELECT value FROM json_each(?))", (_given(gone),))
        if ends := list(ended):
            self._c.executemany("UPDATE kept SET to_day = ?, unit = ? WHERE id = ?", ends)
        self._c.executemany(_insert("kept", KeptRow), new)

    def set_unit(self, unit: str, new: Iterable[KeptRow]) -> None:
        """All rows of a unit."""
        self._c.execute("DELETE FROM kept WHERE unit = ?", (unit,))
        self._c.executemany(_insert("kept", KeptRow), new)

    def set_members(self, old: Collection[str], new: Collection[Member]) -> None:
        """The members of units; of those that are no more, none."""
        self._c.execute("DELETE FROM kept_member WHERE unit IN (SELECT value FROM json_each(?))", (_given(old),))
        self._c.executemany(_insert("kept_member", Member), new)

    def set_horizon(self, record_id: int, found: tuple[object, ...]) -> None:
        """Say where a record's partners are looked for: the values of a horizon in their order."""
        marks = "(SELECT count(*) FROM block WHERE record_id = ? AND key GLOB 'c:*')"
        query = f"INSERT OR REPLACE INTO horizon VALUES (?{', ?' * len(found)}, {marks})"
        self._c.execute(query, (record_id, *found, record_id))

    def laid(self, record_id: int) -> Record | None:
        """The record as reviewers want it; None where they have not changed it."""
        found = self._c.execute("SELECT json FROM laid WHERE record_id = ?", (record_id,)).fetchone()
        return unpack(found[0]) if found else None

    def laid_among(self, record_ids: Collection[int]) -> list[int]:
        """Which of these records reviewers have changed."""
        query = "SELECT record_id FROM laid WHERE record_id IN (SELECT value FROM json_each(?)) ORDER BY record_id"
        return [row[0] for row in self._c.execute(query, (_given(record_ids),))]

    def set_laid(self, record_id: int, record: Record | None) -> None:
        """Keep what reviewers made of a record (None: nothing); its edges are dropped."""
        self._c.execute("DELETE FROM laid WHERE record_id = ?", (record_id,))
        self._c.execute("DELETE FROM laid_edge WHERE record_a = ? OR record_b = ?", (record_id, record_id))
        if record is not None:
            self._c.execute("INSERT INTO laid VALUES (?, ?)", (record_id, pack(record)))

    def add_laid_edges(self, record_ids: dict[str, int], edges: Iterable[Edge]) -> None:
        """Keep the edges of a changed record; `record_ids` are the records of both articles by key."""
        rows = [
            (record_ids[e.a.article], record_ids[e.b.article], e.kind, *e.a[2:], *e.b[2:], e.rule) for e in edges
        ]  # fmt: skip
        self._c.executemany(f"INSERT OR IGNORE INTO laid_edge VALUES ({', '.join('?' * 10)})", rows)


def make(c: Connection) -> None:
    """The tables and their index, where they are not there."""
    metadata.create_all(c, tables=list(TABLES))
    for statement in INDEXED:
        c.exec_driver_sql(statement)
