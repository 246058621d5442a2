"""`onrecord compare`: the ledger's events beside GDELT's."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.common import SOME_FAILED, complain
from onrecord.cli.opened import line, opened
from onrecord.export.compared import Both
from onrecord.export.gdelt_read import BadLine, GdeltEvent, read
from onrecord.export.wording import count
from onrecord.export.wording import event as meaning

SHOWN = 3
"""Events of one kind that are named."""


def compare(
    ctx: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(readable=False, help="GDELT 2.0 event files (.export.CSV), also as .zip.")
    ],
    as_of: Annotated[str | None, typer.Option(help="A day, as 2031-02-20. Default: the latest publication.")] = None,
    days: Annotated[int, typer.Option(min=0, max=60, help="How many days the two may differ about one event.")] = 0,
) -> None:
    """Which of GDELT's events the ledger holds, which not, and which of the ledger's are missing there.

    Compared by day, countries of the actors and root code, on the days that the files speak of. With `--days 2` what
    both date differently by two days or less is one event; ours is then named behind the day of theirs. A line that
    cannot be read is told, the rest goes on, and the exit status is then 3.
    """
    from onrecord.export.compared import compared
    from onrecord.export.reported import chosen, reported

    with opened(ctx) as ledger:
        events = chosen(reported(*ledger.with_records(as_of)))
        theirs, bad = _read(files)
    found = compared(theirs, events, days)
    for name, several in (("both", found.both), ("gdelt", found.theirs), ("ledger", found.ours)):
        _show(name, several)
    held, missed = (sum(len(b.theirs) for b in several) for several in (found.both, found.theirs))
    more = {name for b in found.both for name in b.ours}
    alone = {name for b in found.ours for name in b.ours} - more
    print(
        f"of {count(held + missed, 'event')} in GDELT the ledger holds {held}, not {missed}; "
        f"{found.unclear} without a day or a country are not compared",
        file=sys.stderr,
    )
    print(
        f"of {count(len(more | alone), 'event')} in the ledger GDELT holds {len(more)}, not {len(alone)}; "
        f"{found.left} on other days, or without a day or a country, are not compared",
        file=sys.stderr,
    )
    if bad:
        raise typer.Exit(SOME_FAILED)


def _read(files: Iterable[Path]) -> tuple[list[GdeltEvent], int]:
    """The events of all files, and how many lines were none."""
    events, bad = [], 0
    for path in files:
        for one in read(path):
            if isinstance(one, BadLine):
                bad += 1
                complain(f"{line(str(path))} line {one.number}", one.why, "mend it or leave it out")
            else:
                events.append(one)
    return events, bad


def _show(name: str, several: Iterable[Both]) -> None:
    for kind, theirs, ours, other in ((b.kind, b.theirs, b.ours, b.day) for b in several):
        who = f"{line(kind.source) or '---'} > {line(kind.target) or '---'}"
        named = " ".join((*theirs[:SHOWN], *ours[:SHOWN]))
        deed = f"{kind.root} {meaning(f'{kind.root}0')}"
        when = f"{kind.day} (ledger: {other})" if other else kind.day
        print(f"{name:6}  {when}  {who}  {deed:30}  gdelt {len(theirs)}  ledger {len(ours)}  [{named}]")
