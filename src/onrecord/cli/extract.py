"""`onrecord extract`: JSON Lines or plain text in, one record an article out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.common import SOME_FAILED, USAGE, complain


def extract(
    files: Annotated[list[Path], typer.Argument(help="JSON Lines (.jsonl) or plain text files; - is standard input.")],
    format: Annotated[str, typer.Option(help="jsonl")] = "jsonl",
    published: Annotated[str | None, typer.Option(help="ISO 8601 date or time, where an input has none.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet, where an input has none.")] = None,
    title: Annotated[str | None, typer.Option(help="Title, where an input has none.")] = None,
    id: Annotated[str | None, typer.Option(help="Article key, where an input has none.")] = None,
) -> None:
    """Write one record an article, in input order."""
    from onrecord.extract.pipeline import extract as records
    from onrecord.read import ReadFailure, articles

    if format != "jsonl":
        complain("--format", f"{format!r} is not known", "use jsonl")
        raise typer.Exit(USAGE)
    failed = False
    for found in articles(files, published=published, outlet=outlet, title=title, id=id):
        if isinstance(found, ReadFailure):
            failed = True
            complain(found.where, found.error, "mend or leave out this input")
            sys.stdout.write(json.dumps(found.to_json(), ensure_ascii=False) + "\n")
            continue
        for record in records([found]):
            sys.stdout.write(json.dumps(record.to_json(), ensure_ascii=False) + "\n")
    if failed:
        raise typer.Exit(SOME_FAILED)
