"""`onrecord extract`: JSON Lines, web pages or plain text in, one record an article out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from onrecord.cli.common import SOME_FAILED, USAGE, complain
from onrecord.cli.terminal import line
from onrecord.model import Article, Record


def extract(
    files: Annotated[
        list[Path], typer.Argument(readable=False, help="JSON Lines, HTML or plain text; - is standard input.")
    ],
    format: Annotated[
        Literal["jsonl"] | None, typer.Option(help="For programs. Default: a listing for people.")
    ] = None,
    published: Annotated[str | None, typer.Option(help="ISO 8601 date or time, where an input has none.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet, where an input has none.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of a single file.")] = None,
    id: Annotated[str | None, typer.Option(help="Article key of a single file.")] = None,
    model: Annotated[str | None, typer.Option(help="An installed spaCy pipeline other than the usual one.")] = None,
    embeddings: Annotated[
        bool, typer.Option(envvar="ONRECORD_EMBEDDINGS", help="Add what it is about, as a vector.")
    ] = False,
) -> None:
    """Write what each article says: who states, promises and denies what; in input order, one article at a time.

    What cannot be read is told in one line each, the rest goes on, and the exit status is then 3.
    """
    known = {"published": published, "outlet": outlet, "title": title, "id": id}
    given = [f"--{name}" for name in ("title", "id") if known[name] is not None]
    if given and len(files) > 1:
        complain(" ".join(given), "said of several files", "give one file at a time")
        raise typer.Exit(USAGE)
    failed = False
    for found in _records(files, known, model, embeddings):
        if isinstance(found, dict):
            failed = True
            complain(*_told(found))
        if format == "jsonl":
            data = found if isinstance(found, dict) else found.to_json()
            sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")
            sys.stdout.flush()
        elif isinstance(found, Record):
            from onrecord.cli.listing import show

            show(found)
    if failed:
        raise typer.Exit(SOME_FAILED)


def _records(
    files: list[Path], known: dict[str, str | None], model: str | None, embeddings: bool
) -> Iterator[Record | dict[str, Any]]:
    """A record or the contract's error record for each article, in input order."""
    from onrecord.read import ReadFailure, articles

    seen: set[str] = set()
    for found in articles(files, **known):
        if isinstance(found, ReadFailure):
            yield found.to_json()
            continue
        if found.id in seen:
            complain(
                line(found.id)[:80],
                "the id of an earlier article too",
                "both are given; a ledger takes them for versions",
            )
        seen.add(found.id)
        yield _extracted(found, model, embeddings)


def _extracted(article: Article, model: str | None, embeddings: bool) -> Record | dict[str, Any]:
    """The article's record, or the error record of a fault in a rule, which must not cost the other articles."""
    from onrecord.extract.embedding import shared
    from onrecord.extract.parse import DEFAULT_MODEL, load
    from onrecord.extract.pipeline import extract as records

    parser = load(model or DEFAULT_MODEL)  # one that is missing is no fault of the article
    if embeddings:
        shared(parser)  # nor is one without word vectors
    try:
        return next(records([article], model or DEFAULT_MODEL, embeddings=embeddings))
    except Exception as error:
        return _fault(article, error)


def _fault(article: Article, error: Exception) -> dict[str, Any]:
    told = line(f"{type(error).__name__}: {error}")[:300].encode("utf-8", "replace").decode("utf-8")
    return {"schema": "onrecord.error/1", "id": article.id, "error": told, "where": "extract"}


def _told(error: dict[str, Any]) -> tuple[str, str, str]:
    """Where, what and the remedy, for people."""
    if error["where"] == "extract":
        return line(error["id"]), f"a fault of the program: {error['error']}", "please report it; the others went on"
    where, _, what = error["error"].partition(": ")
    return where, what, "mend it or leave it out"
