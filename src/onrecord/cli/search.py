"""`onrecord search`: articles by their words."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Annotated, Literal

import typer

from onrecord.cli.common import USAGE, complain
from onrecord.cli.opened import line, opened
from onrecord.ledger import Hit, searchable


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(help="Words that all have to stand there; in quotes: a phrase.")],
    limit: Annotated[int, typer.Option(min=1, help="At most so many articles.")] = 20,
    as_of: Annotated[str | None, typer.Option(help="What was in force on that day.")] = None,
    format: Annotated[Literal["text", "json"], typer.Option(help="For people, or JSON Lines.")] = "text",
) -> None:
    """The articles in which the words stand, best first."""
    wanted = " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in words)
    if not searchable(wanted):
        complain("search", f"{line(wanted)} holds nothing to search for", "give a word with a letter or a digit")
        raise typer.Exit(USAGE)
    with opened(ctx) as ledger:
        hits = ledger.search(wanted, limit, as_of)
    if format == "json":
        for hit in hits:
            sys.stdout.write(json.dumps(asdict(hit), ensure_ascii=False) + "\n")
        return
    _listing(hits)
    if not hits:
        print("nothing found", file=sys.stderr)


def _listing(hits: list[Hit]) -> None:
    """Each article with the first found words in their surroundings, set off where a terminal can."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for hit in hits:
        console.print(Text(f"{line(hit.article)}  {hit.known_from}  {line(hit.title)}", style="bold"))
        shown, at = Text("  "), 0
        for mark in hit.marks:
            shown.append(_flat(hit.snippet[at : mark.start]))
            shown.append(_flat(hit.snippet[mark.start : mark.end]), style="bold yellow")
            at = mark.end
        console.print(shown.append(_flat(hit.snippet[at:])))


def _flat(text: str) -> str:
    """The text with line breaks as blanks, safe for a terminal; blanks at its ends stay."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in text)
