"""The command line in a process of its own, whose user is bound by the rights of files even where it is root."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

Process = subprocess.CompletedProcess[str]
COMMAND = (sys.executable, "-c", "from onrecord.cli.main import main; main()")


def _bound_by_rights() -> None:
    """Root loses what lets it pass over the rights of files: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""
    if os.geteuid() == 0 and sys.platform == "linux":
        for capability in (1, 2):
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


@pytest.fixture
def typed() -> Callable[..., Process]:
    """`typed("brief", stdout=file)`: what became of the command."""

    def of(*words: str | Path, **more: object) -> Process:
        given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True} | more
        return subprocess.run(  # type: ignore[call-overload,no-any-return]
            [*COMMAND, *map(str, words)], check=False, preexec_fn=_bound_by_rights, **given
        )

    return of


@pytest.fixture
def rights() -> Callable[..., object]:
    """`with rights(path, 0o444, folder, 0o555)`: those rights, and the old ones afterwards."""

    @contextmanager
    def of(*given: Path | int) -> Iterator[None]:
        pairs = list(zip(given[::2], given[1::2], strict=True))
        old = [(path, path.stat().st_mode) for path, _ in pairs]  # type: ignore[union-attr]
        try:
            for path, mode in pairs:
                path.chmod(mode)  # type: ignore[union-attr,arg-type]
            yield
        finally:
            for path, mode in reversed(old):
                path.chmod(mode)  # type: ignore[union-attr]

    return of
