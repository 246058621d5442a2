"""What a database can say about its own health."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError

from onrecord.store import schema as s
from onrecord.store.rows import Check


def check(c: Connection, *, writable: bool = True) -> list[Check]:
    """Schema, file, references, index of words, hashes and rows, in this order.

    SQLite compares the index with the texts only where it may write.
    """
    held = c.execute(select(func.max(s.schema_version.c.version))).scalar()
    faults = [row[0] for row in c.exec_driver_sql("PRAGMA integrity_check(5)")]
    dangling = c.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return [
        Check("schema", held == s.SCHEMA_VERSION, f"version {held}"),
        Check("file", faults == ["ok"], "sound" if faults == ["ok"] else "; ".join(faults).replace("\n", " ")),
        Check("references", not dangling, f"{len(dangling)} rows point at nothing" if dangling else "all resolve"),
        _index(c) if writable else Check("index of words", True, "not compared: you may only read this ledger"),
        _hashes("texts", ((key, text.encode("utf-8", "surrogatepass"), sha) for key, text, sha in c.execute(_TEXTS))),
        _hashes("originals", ((sha, _unpacked(data), sha) for sha, data in c.execute(_ORIGINALS))),
        Check("rows", True, _counts(c)),
    ]


_TEXTS = select(s.version.c.article, s.version.c.text, s.version.c.version)
_ORIGINALS = select(s.original.c.sha256, s.original.c.data)


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompress(data)
    except zlib.error:
        return b""


def _hashes(name: str, rows: Iterable[tuple[str, bytes, str]]) -> Check:
    """Whether every row's bytes have the hash that it goes by; rows of what it is called, bytes and hash."""
    bad = [called for called, data, sha in rows if hashlib.sha256(data).hexdigest() != sha]
    return Check(name, not bad, f"{len(bad)} were changed, the first is {bad[0]}" if bad else "as they were taken in")


def _index(c: Connection) -> Check:
    """Whether the index of words agrees with the texts."""
    try:
        c.exec_driver_sql("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
    except DatabaseError as error:
        return Check("index of words", False, f"not in step with the texts ({error.orig})")
    return Check("index of words", True, "in step with the texts")


def _counts(c: Connection) -> str:
    tables = (s.article, s.version, s.record, s.entry, s.edge, s.original, s.correction, s.tombstone)
    counted = ((t.name, c.execute(select(func.count()).select_from(t)).scalar_one()) for t in tables)
    return ", ".join(f"{name} {number}" for name, number in counted)
