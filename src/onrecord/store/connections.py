"""Connections to the ledger's file, with our settings, and its complaints as lines that a user can act on."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool, QueuePool

from onrecord.errors import LedgerError

BUSY_MS = 30_000
"""How long a second writer waits for the first."""


def can_write(path: Path) -> bool:
    """Whether this user may write the file, and beside it the log without which it cannot be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def connections(path: Path, *, writable: bool) -> tuple[Engine, Engine]:
    """What writes and what reads; transactions begin where SQLAlchemy says, not where the driver guesses.

    There are as many readers as threads ask at once. Of a file that can only be read every question opens its own
    connection: what it may rely on can change meanwhile.
    """
    if not writable:
        frozen = create_engine("sqlite://", creator=partial(_frozen, path), poolclass=NullPool)
        return _beginning(frozen, "BEGIN"), frozen
    writer = create_engine("sqlite://", creator=partial(_writer, path), poolclass=QueuePool)
    readers = create_engine("sqlite://", creator=partial(_reader, path), poolclass=QueuePool, max_overflow=-1)
    return _beginning(writer, "BEGIN IMMEDIATE"), _beginning(readers, "BEGIN")


def _beginning(engine: Engine, words: str) -> Engine:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(words)

    return engine


def _connect(database: Path | str, *, settings: tuple[str, ...], uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(
        database, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False, uri=uri
    )
    try:
        for setting in (f"busy_timeout = {BUSY_MS}", *settings):
            connection.execute(f"PRAGMA {setting}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _writer(path: Path) -> sqlite3.Connection:
    settings = ("journal_mode = WAL", "wal_autocheckpoint = 0", "synchronous = NORMAL", "foreign_keys = ON",
                "secure_delete = ON")  # fmt: skip
    return _connect(path, settings=settings)


def _reader(path: Path) -> sqlite3.Connection:
    return _connect(path, settings=("query_only = ON",))


def _frozen(path: Path) -> sqlite3.Connection:
    """A connection that makes no file: where no writer has a log there, the file is taken for unchanging, since SQLite
    would have to make a log to find out."""
    address, settings = f"{path.resolve().as_uri()}?mode=ro", ("query_only = ON", "schema_version")
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        try:
            return _connect(address, settings=settings, uri=True)
        except sqlite3.OperationalError:
            if log.stat().st_size:
                raise
    return _connect(f"{address}&immutable=1", settings=settings, uri=True)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """The database's own complaints as one line that a user can act on."""
    try:
        yield
    except (DatabaseError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DatabaseError) else error
        raise LedgerError(f"{path}: {cause}; {_remedy(str(cause))}") from error


def _remedy(cause: str) -> str:
    if "locked" in cause:
        return "another process is writing; wait for it to end"
    if "interrupted" in cause:
        return "the question took too long; ask for less"
    if "not a database" in cause or "malformed" in cause:
        return "this is no sound ledger; choose another file with --ledger, or restore a copy"
    return "look at the file's folder, its rights and the space left, then run `onrecord doctor`"
