"""From an article to its record: the layers in order. Start reading here.

A layer reads only what earlier layers found. Most give back the entries of the field that bears their name; `speakers`
and `links` set facts on entries of several layers and give back the whole draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from typing import Any

from onrecord import lexicon
from onrecord.extract.actors import actors
from onrecord.extract.commitments import commitments
from onrecord.extract.denials import denials
from onrecord.extract.draft import Draft
from onrecord.extract.embedding import embedding
from onrecord.extract.events import events
from onrecord.extract.links import links
from onrecord.extract.parse import DEFAULT_MODEL, Parse, Parser, load
from onrecord.extract.places import places
from onrecord.extract.quantities import quantities
from onrecord.extract.speakers import speakers
from onrecord.extract.statements import statements
from onrecord.extract.times import times
from onrecord.lexicon.zones import local
from onrecord.model import Article, Record

Layer = Callable[[Parse, Draft], tuple[Any, ...] | Draft]

LAYERS: tuple[Layer, ...] = (
    actors, times, quantities, places, statements, speakers, denials, commitments, events, links,
)  # fmt: skip


def annotate(parse: Parse, article: Article) -> Draft:
    """All that the layers find in a parsed article; "today" is the day on its outlet's own clock."""
    draft = Draft(replace(article, published=local(article.published, article.outlet)))
    for layer in LAYERS:
        found = layer(parse, draft)
        layers: dict[str, Any] = {} if isinstance(found, Draft) else {layer.__name__: found}
        draft = replace(found if isinstance(found, Draft) else draft, **layers)
    return replace(draft, article=article)


def extract(articles: Iterable[Article], model: str = DEFAULT_MODEL, *, embeddings: bool = False) -> Iterator[Record]:
    """One record an article, in order; with `embeddings` each also says as a vector what it is about."""
    parser = load(model)
    for article in articles:
        record = to_record(annotate(parser.parse(article), article), parser)
        if embeddings:
            made = made_with(parser.name, embeddings=True)
            record = replace(record, made_with=made, embedding=embedding(article, parser))
        yield record


def to_record(draft: Draft, parser: Parser) -> Record:
    """The draft's entries under the article, with what made them."""
    layers = {name: getattr(draft, name) for name in draft.__slots__ if name != "article"}
    return Record(article=draft.article, made_with=made_with(parser.name), **layers)


@cache
def made_with(model: str, *, embeddings: bool = False) -> dict[str, str | None]:
    """Versions of software, lexicon and model, and whether with embeddings: equal ones give equal records."""
    made: dict[str, str | None] = {"onrecord": version("onrecord"), "lexicon": lexicon.digest(), "model": model}
    return made | {"embeddings": "words"} if embeddings else made
