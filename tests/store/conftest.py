"""Every backend, empty, and records to put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.model import Article, Record, Span, Statement
from onrecord.store import SqliteStore, Store

NOW = "2031-03-10T12:00:00+00:00"
BACKENDS: dict[str, Callable[[Path], Store]] = {"sqlite": lambda folder: SqliteStore.open(folder / "ledger.db", NOW)}


@pytest.fixture(params=sorted(BACKENDS))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = BACKENDS[request.param](tmp_path)
    yield opened
    opened.close()


def record(key: str, text: str, published: str | None = "2031-03-01", made_with: str = "1", **known: str) -> Record:
    """A record with one statement, whose cue is the second word."""
    first, second = (len(" ".join(text.split()[:n])) for n in (1, 2))
    said = Statement(
        "s1", "indirect", (Span(0, first),), (Span(first + 1, second),), (Span(second + 1, len(text)),)
    )  # fmt: skip
    return Record(Article(key, text, published, **known), {"onrecord": made_with}, statements=(said,))


@pytest.fixture
def made() -> Callable[..., Record]:
    """`made(key, text, published, made_with)`."""
    return record
