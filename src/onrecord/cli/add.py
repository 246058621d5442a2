"""`onrecord add`: articles in, the ledger grows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.common import SOME_FAILED, USAGE, complain
from onrecord.cli.opened import line, opened


def add(
    ctx: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(readable=False, help="JSON Lines, HTML or plain text; - is standard input.")
    ],
    workers: Annotated[int, typer.Option(min=1, help="Processes that read.")] = 1,
    published: Annotated[str | None, typer.Option(help="Publication date or time of a single file.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of a single file.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of a single file.")] = None,
    id: Annotated[str | None, typer.Option(help="Key of the article in a single file.")] = None,
    reextract: Annotated[bool, typer.Option(help="Read again what other versions of the software read.")] = False,
    readmit: Annotated[bool, typer.Option(help="Take in again what was removed.")] = False,
    embeddings: Annotated[
        bool, typer.Option(envvar="ONRECORD_EMBEDDINGS", help="Find more of one story, by word vectors too.")
    ] = False,
) -> None:
    """Put articles into the ledger, which is made where there is none.

    What cannot be read, or was removed earlier, is told in one line each, the rest goes in, and the exit status is 3.
    """
    from onrecord.scale import executor

    known = {"published": published, "outlet": outlet, "title": title, "id": id}
    given = [f"--{name}" for name, value in known.items() if value is not None]
    if given and len(files) > 1:
        complain(" ".join(given), "said of several files", "add one file at a time")
        raise typer.Exit(USAGE)
    with opened(ctx, make=True) as ledger, executor(workers) as pool, _progress(files) as progress:
        added = ledger.add(
            files, mapper=pool.map, progress=progress,
            reextract=reextract, readmit=readmit, embeddings=embeddings, **known,
        )  # fmt: skip
        stones = [ledger.removed(key) for key in added.refused]
    others = "; the others went in" if added.new + added.new_versions + added.known + added.renewed else ""
    for failure in added.failures:
        complain(line(failure.input), line(failure.error), f"mend it or leave it out{others}")
    for stone in filter(None, stones):
        told = f"not taken in: removed by {line(stone.who)} on {stone.when[:10]} ({line(stone.why)})"
        complain(line(stone.article), told, "--readmit takes it in again")
    counts = {"new": added.new, "new versions": added.new_versions, "read again": added.renewed, "known": added.known}
    counts |= {"refused": len(added.refused), "failed": len(added.failures)}
    print(", ".join(f"{n} {name}" for name, n in counts.items() if n) or "nothing to add", file=sys.stderr)
    if added.failures or added.refused:
        raise typer.Exit(SOME_FAILED)


@contextmanager
def _progress(files: list[Path]) -> Iterator[Callable[[int], None] | None]:
    """What is to be called after each article: a bar on stderr, or nothing where nobody looks at it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("articles"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("reading", total=sum(map(_articles, files)))
        yield lambda n: bar.advance(task, n)


def _articles(file: Path) -> int:
    """How many articles a file will give."""
    if file.suffix.lower() in (".txt", ".html", ".htm"):
        return 1
    try:
        with file.open("rb") as lines:
            return sum(1 for text in lines if text.strip())
    except OSError:
        return 1
