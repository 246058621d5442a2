"""The gold passages: read from `eval/gold`, and written back with the outcome of their first run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parents[1] / "gold"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of a gold file. `kind` is the judge's name: the folder, or for events without any the file's ending."""

    kind: str
    row: Row

    @property
    def id(self) -> str:
        """The line's id, unique over all of the gold."""
        return str(self.row["id"])

    @property
    def text(self) -> str:
        """The passage; empty for a ledger scenario, which holds articles."""
        return str(self.row.get("text", ""))

    @property
    def published(self) -> str | None:
        """The publication date, whichever name the format gives it."""
        keys = ("published", "publication_date", "dct", "date")
        return next((self.row[key] for key in keys if self.row.get(key)), None)


def files(gold: Path = GOLD) -> list[tuple[str, Path]]:
    """Kind and path of each gold file, in order."""
    return [(_kind(path), path) for path in sorted(gold.glob("*/*.jsonl"))]


def _kind(path: Path) -> str:
    return "no_event" if path.stem.endswith("no_event") else path.parent.name


def load(gold: Path = GOLD) -> list[Passage]:
    """All passages, in the order of kinds, files and lines."""
    return [Passage(kind, row) for kind, path in files(gold) for row in read(path)]


def read(path: Path) -> list[Row]:
    """The lines of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def keep_first_run(right: Mapping[str, bool], gold: Path = GOLD) -> int:
    """How many passages got their `first_run` now. One that has it keeps it: it is written once and for all."""
    written = 0
    for _, path in files(gold):
        rows = read(path)
        for row in rows:
            if row["first_run"] is None and row["id"] in right:
                row["first_run"] = "right" if right[row["id"]] else "wrong"
                written += 1
        path.write_text(lines(rows), "utf-8")
    return written


def lines(rows: Iterable[Row]) -> str:
    """Rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
