"""`onrecord remove`: an article out of the ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.opened import line, opened
from onrecord.export.wording import count


def remove(
    ctx: typer.Context,
    article: Annotated[str, typer.Argument(help="The article's key.")],
    why: Annotated[str, typer.Option(help="The reason, which stays.")],
    author: Annotated[str, typer.Option(help="Who removes it, which stays.")],
) -> None:
    """Erase text, quotes, entries, reviews and original; a tombstone stays, and the article is refused from now on."""
    with opened(ctx) as ledger:
        stone = ledger.remove(article, who=author, why=why)
    print(f"removed {line(stone.article)}: {count(len(stone.hashes), 'version')}")
