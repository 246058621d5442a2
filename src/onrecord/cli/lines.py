"""Lines for people: coloured and wrapped where a terminal shows them, plain and whole in a file or a pipe."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.cli.opened import plain
from onrecord.export.brief_text import Line, Tone

STYLES: dict[Tone, str] = {"title": "bold", "head": "bold cyan", "entry": "bold", "quote": "", "note": "dim"}
WIDEST = 110


def show(lines: Iterable[Line]) -> None:
    """Print the lines to stdout."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)
    for words, depth, tone in lines:
        shown = plain(" ".join(words.splitlines()))
        if console.is_terminal and shown:
            width = min(console.width, WIDEST)
            console.print(Padding(Text(shown, style=STYLES[tone]), (0, 0, 0, 2 * depth), expand=False), width=width)
        else:
            print(f"{'  ' * depth}{shown}".rstrip())
