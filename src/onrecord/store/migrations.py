"""How a ledger of an earlier schema becomes one of today's: a step a version, all in one transaction.

Version 1 kept one row a text, whatever was known about it, knew articles from the day in their own time zone, kept the
bytes of every article apart even where they were equal, gave no names to whole articles, and had no index of words.
Version 2 kept nothing of what is derived.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, inspect

from onrecord.errors import LedgerError
from onrecord.model import Ref
from onrecord.model.moment import moment
from onrecord.store import derived
from onrecord.store import schema as s
from onrecord.store.identity import known_from, meta
from onrecord.store.reading import unpack
from onrecord.store.schema_derived import TABLES


def needed(engine: Engine, path: Path) -> bool:
    """Whether the file is empty or of an earlier schema. LedgerError as `migrate` raises it; the file is only read."""
    with engine.begin() as connection:
        return _held(connection, path) < s.SCHEMA_VERSION


def migrate(engine: Engine, path: Path, now: str) -> None:
    """Make the tables of a new file, or change those of an earlier version; a file of today's is left alone.

    LedgerError where the file was made by a later `onrecord`, or is a database of something else.
    """
    with engine.connect() as connection:  # a step that rebuilds a table needs its references unwatched meanwhile
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                _bring(connection, path, now)
        finally:
            raw.execute("PRAGMA foreign_keys = ON")


def _bring(c: Connection, path: Path, now: str) -> None:
    held = _held(c, path)
    if not held:
        s.metadata.create_all(c, tables=_base())
        for statement in s.SEARCH:
            c.exec_driver_sql(statement)
        derived.make(c)
        _stamp(c, s.SCHEMA_VERSION, now)
        return
    for version in range(held, s.SCHEMA_VERSION):
        try:
            STEPS[version](c, now)
        except (zlib.error, ValueError, KeyError, TypeError) as error:
            raise LedgerError(
                f"{path}: cannot be brought up to date, a record in it is damaged ({error}); restore a copy"
            ) from error
        _stamp(c, version + 1, now)


def _held(c: Connection, path: Path) -> int:
    """The version of the schema in the file; 0 where it is empty."""
    tables = inspect(c).get_table_names()
    if not tables:
        return 0
    if "schema_version" not in tables:
        raise LedgerError(f"{path}: this database is no ledger; choose another file with --ledger")
    held: int = c.exec_driver_sql("SELECT max(version) FROM schema_version").scalar() or 0
    if not 1 <= held <= s.SCHEMA_VERSION:
        raise LedgerError(
            f"{path}: made by a later onrecord (schema {held}, this one knows {s.SCHEMA_VERSION}); upgrade onrecord"
        )
    return held


def _stamp(c: Connection, version: int, now: str) -> None:
    c.exec_driver_sql("INSERT INTO schema_version VALUES (?, ?)", (version, now))


def _one_to_two(c: Connection, now: str) -> None:
    """Versions learn the hash of their metadata and their moment, equal bytes become one row, texts are indexed."""
    _rebuilt(c)
    _kept_once(c)
    c.exec_driver_sql("DROP TABLE original_1")
    c.exec_driver_sql("DROP TABLE version_1")
    named = c.exec_driver_sql(
        "SELECT r.id, v.article, v.version FROM record r JOIN version v ON v.id = r.version_id"
    ).fetchall()
    for record_id, article, version in named:
        ref = Ref(article, version, "article", 0, 0)
        c.exec_driver_sql("INSERT OR IGNORE INTO entry VALUES (?, ?, 'article', 0, 0, ?)", (record_id, ref.id, now))


def _rebuilt(c: Connection) -> None:
    """The tables as they are now, the old ones beside them, and the versions carried over."""
    for table in ("version", "original"):  # a renamed table would take the references to it along
        c.exec_driver_sql(f"CREATE TABLE {table}_1 AS SELECT * FROM {table}")
        c.exec_driver_sql(f"DROP TABLE {table}")
    s.metadata.create_all(c, tables=_base())
    for statement in s.SEARCH:
        c.exec_driver_sql(statement)
    rows = c.exec_driver_sql(
        "SELECT v.id, v.article, v.version, v.published, v.title, v.text, v.recorded_at, "
        "(SELECT r.json FROM record r WHERE r.version_id = v.id ORDER BY r.made_with_id LIMIT 1) FROM version_1 v"
    ).fetchall()
    for *ids, published, title, text, recorded_at, data in rows:
        if data is None:  # a text whose record was never written says nothing
            continue
        when = (moment(published), known_from(published, recorded_at))
        values = (*ids, meta(unpack(data).article), *when, title, text, recorded_at)
        c.exec_driver_sql("INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)


def _kept_once(c: Connection) -> None:
    """The bytes by their hash, and with each version where and when they were taken."""
    kept = c.exec_driver_sql(
        "SELECT o.id, o.version_id, o.data, o.retrieved_at, o.address, o.recorded_at FROM original_1 o "
        "JOIN version v ON v.id = o.version_id ORDER BY o.id"
    ).fetchall()
    for _, version_id, data, retrieved_at, address, recorded_at in kept:
        sha256 = hashlib.sha256(data).hexdigest()
        c.exec_driver_sql("INSERT OR IGNORE INTO original VALUES (?, ?, ?)", (sha256, zlib.compress(data), recorded_at))
        c.exec_driver_sql(
            "INSERT OR IGNORE INTO custody(version_id, sha256, retrieved_at, address, recorded_at) "
            "VALUES (?, ?, ?, ?, ?)",
            (version_id, sha256, retrieved_at, address, recorded_at),
        )


def _two_to_three(c: Connection, now: str) -> None:
    """Tables for what is derived; the ledger fills them."""
    derived.make(c)


def _base() -> list[Table]:
    """The tables of all that is not derived."""
    return [table for table in s.metadata.sorted_tables if table not in TABLES]


STEPS: dict[int, Callable[[Connection, str], None]] = {1: _one_to_two, 2: _two_to_three}
