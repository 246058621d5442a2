"""CSV that is safe to open in a spreadsheet: no cell is taken for a formula. Read back, every cell is as it was."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from onrecord.errors import ReadError
from onrecord.export.reported import Reported
from onrecord.export.table import COLUMNS, rows

GUARD = "'"
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", GUARD)
"""What a text must not begin with: a spreadsheet would calculate, or cut the sign off and then calculate. The guard
itself is among them, so that taking one off always gives the text back."""


def guarded(text: str) -> str:
    """The text, with a guard before it where a spreadsheet would take it for a formula.

    >>> guarded("=1+1"), guarded("rain"), guarded("'tis")
    ("'=1+1", 'rain', "''tis")
    """
    return GUARD + text if text.startswith(RISKY) else text


def unguarded(cell: str) -> str:
    """The text that was guarded.

    >>> unguarded("'=1+1"), unguarded("rain"), unguarded("'tis")
    ('=1+1', 'rain', "'tis")
    """
    return cell[1:] if cell.startswith(GUARD) and cell[1:].startswith(RISKY) else cell


def lines(events: Iterable[Reported]) -> Iterator[str]:
    """The table of events as CSV, the header first."""
    return written(tuple(COLUMNS), rows(events))


def written(columns: Sequence[str], table: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """CSV, the header first. Texts are guarded; numbers, which no spreadsheet calculates, are not; lists are JSON."""
    yield _csv(columns)
    for row in table:
        yield _csv([_cell(row.get(name)) for name in columns])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(value)
    return guarded(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _csv(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def read(text: str) -> list[dict[str, str]]:
    """The rows of such a file by column, guards taken off; also where a spreadsheet saved it with ";" or tabs.

    ReadError where it is no CSV.
    """
    text = text.removeprefix("\ufeff")
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    try:
        found = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise ReadError(f"no CSV: {error}") from None
    return [{name: unguarded(cell or "") for name, cell in row.items() if isinstance(name, str)} for row in found]
