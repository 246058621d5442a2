"""Words in articles, with the filters of articles: the same for the page, its feed, and the API."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.export.printed import Source
from onrecord.ledger import Hit
from onrecord.web.filters import Articles
from onrecord.web.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with its article."""

    hit: Hit
    source: Source


def search(shelf: Shelf, words: str, wanted: Articles, day: str, most: int) -> list[Found]:
    """The wanted articles in force on a day that hold all the words, the best first; none without words."""
    if not words:
        return []
    known = shelf.sources(day)
    pairs = ((hit, known.get(hit.article)) for hit in shelf.ledger.found(words, day, wanted.printing)[:most])
    return [Found(hit, source) for hit, source in pairs if source]
