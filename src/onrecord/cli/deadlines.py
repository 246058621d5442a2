"""`onrecord deadlines`: what is due."""

from __future__ import annotations

import re
import sys
from typing import Annotated

import typer

from onrecord.cli.common import USAGE, complain
from onrecord.cli.lines import show
from onrecord.cli.opened import opened
from onrecord.export import wording
from onrecord.export.brief_lines import Promise
from onrecord.export.brief_text import Line, deadline

DAYS = {"d": 1, "w": 7}


def deadlines(
    ctx: typer.Context,
    next: Annotated[str | None, typer.Option(help="Only so near: 7d (days) or 2w (weeks).")] = None,
    as_of: Annotated[str | None, typer.Option(help="A day, as 2031-02-20. Default: the latest publication.")] = None,
) -> None:
    """Commitments that are due, the nearest first, then those past their day of which no outcome is reported."""
    from onrecord.export.deadlines import deadlines as found_in
    from onrecord.export.printed import sources

    within = None if next is None else _days(next)
    with opened(ctx) as ledger:
        view = ledger.as_of(as_of)
        found = found_in(view, sources(ledger.articles(view.as_of)), within)
    print(f"as of {found.as_of}; without a day that could be told: {found.open_end}", file=sys.stderr)
    show(_line(p) for p in (*found.due, *found.past))
    if not (found.due or found.past):
        print("nothing is due", file=sys.stderr)


def _days(given: str) -> int:
    """A span of time in days; a usage error where it is none."""
    match = re.fullmatch(r"(\d{1,4})([dw])", given.strip())
    if match is None:
        complain("--next", f"{given!r} is no span of time", "write days as 7d or weeks as 2w")
        raise typer.Exit(USAGE)
    return int(match[1]) * DAYS[match[2]]


def _line(promise: Promise) -> Line:
    """One commitment in one line, the day first so that lines can be sorted."""
    view = promise.view
    day = view.deadline.latest if view.deadline else None
    words = f"{wording.promisor(view)}: {wording.deed(view.action, view.polarity)}"
    return Line(f"{day}  {wording.STATUS[view.status]:8}  {words}; {deadline(promise)}  [{view.id}]")
