"""Parquet: the table of events with types, for programs. Needs pyarrow, which `onrecord[parquet]` brings."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import IO, Any

from onrecord.errors import LedgerError
from onrecord.export.reported import Reported
from onrecord.export.table import COLUMNS, rows

DAYS = frozenset({"earliest", "latest", "known_from"})
"""Columns that are days."""
JSON = frozenset({"made_with"})
"""Fields of a mention whose names are not fixed: they are JSON."""


def write(events: Iterable[Reported], out: IO[bytes]) -> None:
    """Write the file. LedgerError where pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise LedgerError("Parquet needs pyarrow; install it with `pip install 'onrecord[parquet]'`") from None
    mention = pa.struct([
        ("entry", pa.string()), ("article", pa.string()), ("version", pa.string()), ("span", pa.list_(pa.int64(), 2)),
        ("factuality", pa.string()), ("rule", pa.string()), ("made_with", pa.string()),
    ])  # fmt: skip
    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), list: pa.list_(mention)}
    schema = pa.schema([(name, pa.date32() if name in DAYS else types[kind]) for name, kind in COLUMNS.items()])
    table = pa.Table.from_pylist([_typed(row) for row in rows(events)], schema=schema)
    pq.write_table(table, out, compression="zstd")


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    days = {name: date.fromisoformat(row[name]) for name in DAYS if row[name]}
    evidence = [
        {name: json.dumps(value) if name in JSON else value for name, value in one.items()} for one in row["evidence"]
    ]
    return {**row, **days, "evidence": evidence}
