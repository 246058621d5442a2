"""From what a user hands in to articles with the bytes that they came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.errors import ExtractError
from onrecord.extract import pipeline
from onrecord.ledger.answers import Failure
from onrecord.model import Article, Record
from onrecord.model.original import Original
from onrecord.read import Input, ReadFailure
from onrecord.read import sources as read

__all__ = ["Input", "Source", "read_one", "sources"]


@dataclass(frozen=True, slots=True)
class Source:
    """An article and its original."""

    article: Article
    original: Original


def sources(inputs: Iterable[Input], known: dict[str, Any], now: str) -> Iterator[Source | Failure]:
    """One article or failure a line of input, in order, one in memory. `known` fills what an input leaves out."""
    for found in read(inputs, **known):
        if isinstance(found, ReadFailure):
            yield Failure(found.where, "read", found.error, found.id)
        else:
            yield Source(found.article, Original(found.data, now, found.address))


def read_one(article: Article, *, embeddings: bool = False) -> Record | ExtractError:
    """The article's record, or what went wrong as a value, so that the run goes on and workers can send it back."""
    try:
        return next(pipeline.extract([article], embeddings=embeddings))
    except Exception as error:  # a fault in a rule must not cost the other articles
        return ExtractError(f"{type(error).__name__}: {error}".splitlines()[0][:300])
