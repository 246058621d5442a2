"""onrecord, run in process through its public interface: articles to records, scenarios to ledgers."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from onrecord.extract.pipeline import extract
from onrecord.model import Article
from onrecord.read.parts import parts

_onrecord: Any = import_module("onrecord")
"""Untyped: extraction is to be measured also where the ledger is not built in."""
Json = dict[str, Any]


def articles(rows: Iterable[tuple[str, str, str | None]]) -> list[Article]:
    """Articles from rows of (id, text, published), cut into their parts as the reader does."""
    made = [Article(id=key, text=text, published=published, language="en") for key, text, published in rows]
    return [replace(article, parts=parts(article.text)) for article in made]


def records(rows: Sequence[tuple[str, str, str | None]]) -> dict[str, Json]:
    """The article record (`onrecord.article/1`) of each row, by id; where that failed, `{"failed": why}`."""
    return {article.id: attempt(partial(_record, article)) for article in articles(rows)}


def _record(article: Article) -> Json:
    return next(extract([article])).to_json()


def ledger(rows: Sequence[Mapping[str, Any]], as_of: str) -> Json:
    """What a new ledger with these articles knew on a day, as `onrecord.ledger/1`; or `{"failed": why}`."""
    return attempt(partial(_ledger, rows, as_of))


def _ledger(rows: Sequence[Mapping[str, Any]], as_of: str) -> Json:
    with tempfile.TemporaryDirectory() as folder, closing(_onrecord.open(Path(folder) / "scenario.db")) as book:
        book.add([dict(row) for row in rows])
        known: Json = book.as_of(as_of).to_json()
        return known


def attempt(work: Callable[[], Json]) -> Json:
    """What `work` gives back, or why it failed: one passage that breaks the software must not hide the others."""
    try:
        return work()
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {error}"}
