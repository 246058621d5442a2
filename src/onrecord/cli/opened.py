"""The ledger that a command works on: where it is, and its faults as one line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs
import typer

from onrecord.cli.common import FAILED
from onrecord.cli.terminal import line, plain
from onrecord.errors import LedgerError, OnrecordError
from onrecord.ledger import Ledger

__all__ = ["FAILED", "line", "opened", "path_of", "plain"]


def path_of(ctx: typer.Context) -> Path:
    """The file named with --ledger, or the one in the user's data folder."""
    given: Path | None = ctx.obj
    return given or Path(platformdirs.user_data_dir("onrecord", appauthor=False)) / "ledger.db"


@contextmanager
def opened(ctx: typer.Context, *, make: bool = False) -> Iterator[Ledger]:
    """The ledger, named on stderr; made where there is none only with `make`. A fault ends the command in one line."""
    path = path_of(ctx)
    print(f"ledger: {path}", file=sys.stderr)
    try:
        if not make:
            _must_exist(path)
        with Ledger.open(path) as ledger:
            yield ledger
    except OnrecordError as error:
        print(f"onrecord: {line(str(error))}", file=sys.stderr)
        raise typer.Exit(FAILED) from None


def _must_exist(path: Path) -> None:
    """LedgerError where there is nothing that can be asked: asking makes no ledger, out of an empty file neither."""
    try:
        size = path.stat().st_size
    except PermissionError:
        raise LedgerError(f"{path}: you have no right to look there; name another ledger with --ledger") from None
    except OSError:
        size = 0
    if path.is_dir():
        raise LedgerError(f"{path}: a folder and no ledger; name the file in it with --ledger")
    if not size:
        raise LedgerError(f"{path}: no ledger is there; make one with `onrecord add` or name one with --ledger")
