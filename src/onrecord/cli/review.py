"""`onrecord review`: the reader's decision on an entry."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from onrecord.cli.common import USAGE, complain
from onrecord.cli.opened import line, opened
from onrecord.ledger.facade import value_of
from onrecord.model.correction import Correction


def review(
    ctx: typer.Context,
    decision: Annotated[Literal["accept", "reject", "set", "queue"], typer.Argument(help="queue: what needs a look.")],
    id: Annotated[str | None, typer.Argument(help="The name of an entry.")] = None,
    field: Annotated[str | None, typer.Argument(help="For set: a field, as deadline.latest.")] = None,
    value: Annotated[str | None, typer.Argument(help="For set: its value; null for none.")] = None,
    author: Annotated[str | None, typer.Option(help="Who decides, which stays. Required, except for queue.")] = None,
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
) -> None:
    """Accept or reject an entry, or set one of its fields; or list decisions that have lost their entry.

    onrecord review reject ID --author NAME

    onrecord review set ID deadline.latest 2031-02-20 --author NAME

    onrecord review queue
    """
    if decision == "queue":
        with opened(ctx) as ledger:
            for waiting in ledger.queue():
                print(_told(waiting))
        return
    if id is None or author is None:
        missing = "the author is" if id else "the entry is" if author else "entry and author are"
        field_too = " FIELD VALUE" if decision == "set" else ""
        complain("review", f"{missing} missing", f"write `onrecord review {decision} ID{field_too} --author NAME`")
        raise typer.Exit(USAGE)
    if (decision == "set") != (field is not None and value is not None):
        complain("review", "field and value belong to set", "write `onrecord review set ID FIELD VALUE --author NAME`")
        raise typer.Exit(USAGE)
    with opened(ctx) as ledger:
        wanted = value_of(value) if value is not None else None
        made = ledger.review(id.strip("[] "), decision, author=author, field=field, value=wanted, note=note)
        copies = ledger.reached(made)
    print(_told(made))
    if copies:
        print(f"this holds for the same words in copies of this article, too: {line(', '.join(copies))}")


def _told(made: Correction) -> str:
    """The decision in one line."""
    change = f" {made.field} = {made.value!r}" if made.field else ""
    words = f"{made.kind} “{made.quote}” in {made.article}: {made.decision}{change}, {made.author}, {made.time}"
    return line(f"{words}{f' ({made.note})' if made.note else ''}")
