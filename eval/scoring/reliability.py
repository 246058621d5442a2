"""How far the confidence of a statement can be trusted: of those in each bin, how many are right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from scoring import passages, software
from scoring.people import statement_is_right

Json = dict[str, Any]
Bin = tuple[float, float, int, int]

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


def answers(rows: Iterable[Json], records: dict[str, Json]) -> list[tuple[float, bool]]:
    """Confidence of every outermost statement with content, and whether content and source are right."""
    return [
        (s["confidence"], statement_is_right(row["text"], row["attributions"], s))
        for row in rows
        for s in records[str(row["id"])].get("statements", [])
        if s["content"] and (s["parent"] is None or any(g["nested"] for g in row["attributions"]))
    ]


def bins(found: Sequence[tuple[float, bool]]) -> list[Bin]:
    """(from, to, statements, right ones) for each bin that holds any."""
    table = []
    for low, high in pairwise(EDGES):
        inside = [ok for confidence, ok in found if low <= confidence < high]
        if inside:
            table.append((low, min(high, 1.0), len(inside), sum(inside)))
    return table


def of_files(*paths: Path) -> list[Bin]:
    """The bins of files of attribution gold, taken together."""
    rows = [row for path in paths for row in passages.read(path)]
    records = software.records([(str(r["id"]), r["text"], r.get("date")) for r in rows])
    return bins(answers(rows, records))


def show(name: str, table: Sequence[Bin]) -> str:
    """The bins as aligned lines under a heading."""
    lines = [f"confidence of statements, {name}"]
    lines += [f"  {low:.2f}-{high:.2f}  {right:4d} of {n:4d} right  {right / n:6.1%}" for low, high, n, right in table]
    return "\n".join(lines)
