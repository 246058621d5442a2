"""The command line: one module a command, imported when the command is asked for."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

COMMANDS = (
    "extract", "add", "ledger", "search", "show", "remove", "doctor", "review", "brief", "deadlines", "said", "serve",
)  # fmt: skip
"""Each names a module of `onrecord.cli` with a function of the same name."""

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {version('onrecord')}")
        raise typer.Exit


@app.callback()
def options(
    ctx: typer.Context,
    ledger: Annotated[Path | None, typer.Option(help="The ledger's file.")] = None,
    show_version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """Who said, promised and denied what, from news articles."""
    ctx.obj = ledger


def main() -> None:
    """Run the command that the arguments name; the others are not imported for it."""
    asked = [name for name in COMMANDS if name in sys.argv[1:]]
    for name in asked or COMMANDS:
        if find_spec(f"onrecord.cli.{name}"):
            app.command(name)(getattr(import_module(f"onrecord.cli.{name}"), name))
    app()
