"""`onrecord brief`: what to read first."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.lines import show
from onrecord.cli.opened import opened


def brief(
    ctx: typer.Context,
    as_of: Annotated[str | None, typer.Option(help="A day, as 2031-02-20. Default: the latest publication.")] = None,
    since: Annotated[str | None, typer.Option(help="An earlier day: tell first what is new after it.")] = None,
) -> None:
    """Promises by status, disputes, numbers and events, as they were known before the end of a day."""
    from onrecord.export.brief import brief_of
    from onrecord.export.brief_text import lines

    with opened(ctx) as ledger:
        found = brief_of(ledger, as_of, since)
    show(lines(found))
