"""`onrecord sample`: a sheet of events for people to code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.opened import opened
from onrecord.cli.written import written
from onrecord.export.wording import count


def sample(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(min=1, metavar="N", help="How many events.")],
    blind: Annotated[bool, typer.Option("--blind", help="Without the ledger's own answers.")] = False,
    seed: Annotated[int, typer.Option(help="The same number draws the same events.")] = 0,
    as_of: Annotated[str | None, typer.Option(help="A day, as 2031-02-20. Default: the latest publication.")] = None,
    out: Annotated[Path | None, typer.Option(readable=False, help="A file. Default: standard output.")] = None,
) -> None:
    """Draw events by chance and write them as CSV with the words that report them, for `agreement` to read back.

    To be filled in: code (CAMEO, three digits at least), source and target (ISO 3166-1 alpha-3, else the name; several
    with ";" between; "none" for nobody), factuality (happened, ongoing, planned, possible, denied, hypothetical).
    """
    from onrecord.export.reported import reported
    from onrecord.export.sheets import drawn, lines

    with opened(ctx) as ledger:
        events = reported(*ledger.with_records(as_of))
        chosen = drawn(events, number, seed)
        with written(out) as stream:
            for text in lines(chosen, blind=blind):
                stream.write(text.encode("utf-8", "replace"))
    print(f"{len(chosen)} of {count(len(events), 'event')}, seed {seed}", file=sys.stderr)
