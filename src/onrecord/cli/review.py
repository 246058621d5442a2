"""`onrecord review`: the reader's decisions on entries, and what was missed."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from onrecord.cli.common import USAGE, complain
from onrecord.cli.opened import line, opened
from onrecord.export.decisions import told
from onrecord.ledger import Ledger
from onrecord.ledger.facade import value_of
from onrecord.ledger.reviewing import entry_of
from onrecord.model.correction import Correction

Action = Literal["accept", "reject", "set", "add", "relate", "part", "undo", "list", "queue"]
TAKES = {
    "accept": "ID", "reject": "ID", "set": "ID FIELD VALUE", "add": "ARTICLE KIND WORDS [FIELD=VALUE…]",
    "relate": "ID RELATION ID", "part": "ID RELATION ID", "undo": "DECISION", "list": "", "queue": "",
}  # fmt: skip
"""What has to be named after each action."""


def review(
    ctx: typer.Context,
    action: Annotated[Action, typer.Argument(help="What is decided; list: what was; queue: what needs a look.")],
    words: Annotated[list[str] | None, typer.Argument(help="What it is decided on, as below.")] = None,
    author: Annotated[str | None, typer.Option(help="Who decides, which stays. Not for list and queue.")] = None,
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
) -> None:
    """Accept or reject an entry, correct it, add one that was missed, tie entries together or part them, undo.

    onrecord review reject ID --author NAME

    onrecord review set ID deadline.latest 2031-02-20 --author NAME

    onrecord review set ID action "the words as printed" --author NAME

    onrecord review add ARTICLE commitment "the words as printed" promisor=… deadline.latest=… --author NAME

    onrecord review relate ID fulfilled ID --author NAME     (part: it is none; also same, denial, violated, …)

    onrecord review undo DECISION --author NAME
    """
    given = words or []
    if (wrong := _wrong(action, given, author)) is not None:
        complain("review", wrong, f"write `onrecord review {' '.join((action, TAKES[action])).strip()} --author NAME`")
        raise typer.Exit(USAGE)
    with opened(ctx) as ledger:
        if action in ("list", "queue"):
            shown = ledger.queue() if action == "queue" else ledger.corrections()
            counted = {d.id for d in ledger.in_effect()}
            for one in shown:
                undone = "  (undone)" if one.decision != "undo" and one.id not in counted else ""
                print(f"{one.id}  {_told(one)}{undone}")
            return
        made = _decided(ledger, action, given, author or "", note)
        copies = ledger.reached(made)
    print(_told(made))
    if action == "add":
        print(f"its name: {entry_of(made)}")
    if copies:
        print(f"this holds for the same words in copies of this article, too: {line(', '.join(copies))}")


def _wrong(action: Action, given: list[str], author: str | None) -> str | None:
    """What is wrong with what was typed; None where nothing is."""
    needed = len([w for w in TAKES[action].split() if not w.startswith("[")])
    if len(given) < needed:
        return f"{action} takes {TAKES[action]}"
    if len(given) > needed and action != "add":
        return f"{action} takes {TAKES[action] or 'nothing more'}, not {line(given[needed])!r}"
    if action == "add" and any("=" not in more for more in given[needed:]):
        return "fields of an added entry are written FIELD=VALUE"
    return "the author is missing" if author is None and action not in ("list", "queue") else None


def _decided(ledger: Ledger, action: Action, given: list[str], author: str, note: str | None) -> Correction:
    names = [word.strip("[] ") for word in given]
    match action:
        case "accept" | "reject":
            return ledger.review(names[0], action, author=author, note=note)
        case "set":
            return ledger.review(names[0], action, author=author, field=given[1], value=value_of(given[2]), note=note)
        case "add":
            fields = {name: value_of(value) for name, _, value in (more.partition("=") for more in given[3:])}
            kind: Any = given[1]
            return ledger.add_missed(given[0], kind, given[2], fields, author=author, note=note)
        case "undo":
            return ledger.undo(names[0], author=author, note=note)
        case _:
            relation: Any = given[1]
            return ledger.relate(names[0], relation, names[2], holds=action == "relate", author=author, note=note)


def _told(made: Correction) -> str:
    """The decision in one line."""
    words = f"{made.kind} “{made.quote}” in {made.article}: {told(made)}, {made.author}, {made.time}"
    return line(f"{words}{f' ({made.note})' if made.note else ''}")
