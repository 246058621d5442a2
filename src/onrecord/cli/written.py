"""Where a command's data go: to stdout, or whole into a file or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import LedgerError


@contextmanager
def written(out: Path | None) -> Iterator[BinaryIO]:
    """A place to write bytes: stdout, or the file `out`, which appears when all is written and is left as it was after
    a fault. LedgerError where it cannot be written."""
    if out is None:
        yield sys.stdout.buffer
        return
    if out.exists() and not out.is_file():  # a device or a pipe cannot be replaced
        with _told(out), out.open("wb") as stream:
            yield stream
        return
    target = out.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _told(out):
            with part.open("wb") as stream:
                yield stream
            part.replace(target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def _told(out: Path) -> Iterator[None]:
    """Faults of the file as one line that names it."""
    try:
        yield
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise LedgerError(f"{out}: cannot be written: {why}; name another file with --out") from None
