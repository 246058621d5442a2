"""Lists in pieces, each read in the order of an index: however long the list, only as many rows as are asked
for. Commitments by how near their last day is to a day are read from that day outwards; those without one day follow,
the most reported first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

from onrecord.model.view import Status
from onrecord.store.rows_derived import Choice

STATUSES: tuple[str, ...] = get_args(Status)
WAITING: tuple[str, ...] = ("pending", "in_progress", "extended", "overdue")
"""Statuses of commitments that wait for their outcome."""
KINDS = ("differing", "bounded", "constant")
"""Kinds of series."""
_READ = (
    "SELECT id, {distance}, number, coalesce(published, '') AS made, name FROM kept INDEXED BY {index} "
    "WHERE {where} AND list = 'commitments' AND status = :one AND {which} "
    "ORDER BY {first}number DESC, made DESC, name LIMIT :upto"
)


def parts(choice: Choice) -> Iterator[Choice]:
    """The choice in pieces that follow each other: where it asks for what is due, first what waits; and with one last
    day before without. Of series those that differ stand before those that are bounded, then the constant ones."""
    if choice.order == "moved":
        for kinds in ((k for k in some if k in (choice.kinds or KINDS)) for some in (KINDS[:1], KINDS[1:])):
            if some := tuple(kinds):
                yield replace(choice, kinds=some, order="longest")
        return
    wanted = choice.statuses or STATUSES
    groups = [wanted]
    if choice.order == "due":
        groups = [tuple(s for s in wanted if s in WAITING), tuple(s for s in wanted if s not in WAITING)]
    for statuses in filter(None, groups):
        for dated in (True, False):
            if choice.dated in (None, dated):
                yield replace(choice, statuses=statuses, dated=dated, order="nearest")


def queries(dated: bool, where: str, no_day: str) -> list[str]:
    """What to ask for each status, `:one`: a query for each direction, none of which reads more than `:upto` rows."""
    if not dated:
        return [_READ.format(distance="0", index="kept_open", where=where, which=no_day, first="")]
    distance, ways = "julianday(day) - julianday(:day)", (("day >= :day", "day, "), ("day < :day", "day DESC, "))
    return [
        _READ.format(distance=distance, index="kept_day", where=where, which=f"{which} AND day = last", first=first)
        for which, first in ways
    ]  # fmt: skip


def merged(rows: list[tuple[Any, ...]]) -> list[int]:
    """The numbers of such rows in order."""
    rows.sort(key=lambda row: row[4])
    rows.sort(key=lambda row: row[3], reverse=True)
    rows.sort(key=lambda row: (abs(row[1]), -row[2]))
    return [row[0] for row in rows]


def weighty(where: str, more: int) -> tuple[str, str]:
    """What to ask for of that which waits for a reviewer: all that falls due from `:early` to `:late`, which weighs so
    much more, and of the rest no more than `:upto` rows."""
    return (
        f"SELECT id, size + {more}, number, name FROM kept INDEXED BY kept_near WHERE {where} "
        "AND day BETWEEN :early AND :late",
        f"SELECT id, size, number, name FROM kept INDEXED BY kept_weight WHERE {where} "
        "AND (day IS NULL OR day NOT BETWEEN :early AND :late) ORDER BY size DESC, number DESC, name LIMIT :upto",
    )
