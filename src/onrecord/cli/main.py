"""The command line: one module a command, imported when the command is asked for."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from onrecord.cli.common import FAILED, USAGE
from onrecord.cli.terminal import line
from onrecord.errors import OnrecordError

COMMANDS = (
    "extract", "add", "ledger", "search", "show", "remove", "doctor", "review", "brief", "deadlines", "said", "serve",
    "export", "compare", "sample", "agreement", "token", "watch",
)  # fmt: skip
"""Each names a module of `onrecord.cli` with a function of the same name."""

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What the system says where a file or a device takes no more."""
FAULT = 70
"""Exit status of a fault of our own (EX_SOFTWARE)."""
TRACE = "ONRECORD_TRACEBACK"
"""With this variable set, a fault of our own shows where it happened: for those who mend it."""

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {version('onrecord')}")
        raise typer.Exit


@app.callback()
def options(
    ctx: typer.Context,
    ledger: Annotated[Path | None, typer.Option(readable=False, help="The ledger's file.")] = None,
    show_version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """Who said, promised and denied what, from news articles."""
    ctx.obj = ledger


def main() -> None:
    """Run the command that the arguments name; the others are not imported for it. No fault shows a traceback."""
    _speak_utf8()
    try:
        asked = [name for name in COMMANDS if name in sys.argv[1:]]
        for name in asked or COMMANDS:
            if find_spec(f"onrecord.cli.{name}"):
                app.command(name)(getattr(import_module(f"onrecord.cli.{name}"), name))
        try:
            app()
        finally:
            sys.stdout.flush()
    except OnrecordError as error:
        _end(USAGE, f"onrecord: {line(str(error))}")
    except BrokenPipeError:
        _end(FAILED)
    except KeyboardInterrupt:
        _end(130)
    except UnicodeEncodeError as error:
        if not any("\udc80" <= sign <= "\udcff" for word in sys.argv for sign in word):
            _fault(error)
        _end(USAGE, "onrecord: what was typed is no text in UTF-8; type it again, or set the locale to UTF-8")
    except OSError as error:
        if error.filename or error.errno not in NO_ROOM:
            _fault(error)
        _end(FAILED, f"onrecord: cannot write the output: {error.strerror}; make room or write it elsewhere")
    except Exception as error:
        _fault(error)


def _fault(error: Exception) -> NoReturn:
    """End with a fault of our own."""
    if os.environ.get(TRACE):
        raise error
    told = line(f"{type(error).__name__}: {error}")[:300]
    _end(FAULT, f"onrecord: a fault of the program: {told}; please report it, {TRACE}=1 shows where it is")


def _speak_utf8() -> None:
    """Data are UTF-8 whatever the locale says; what cannot be written is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _end(status: int, words: str | None = None) -> NoReturn:
    """End with a status and one line on stderr; a reader of stdout that has gone away is not written to again."""
    if words:
        with contextlib.suppress(OSError):
            print(words, file=sys.stderr)
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(status)
