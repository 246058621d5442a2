"""An article with all its annotations, to and from the contract's JSON (`onrecord.article/1`)."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union

from onrecord.model.actor import Actor
from onrecord.model.article import Article, Part
from onrecord.model.commitment import Commitment
from onrecord.model.denial import Denial
from onrecord.model.event import Event
from onrecord.model.place import Place
from onrecord.model.quantity import Quantity
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.time import Time

SCHEMA: Literal["onrecord.article/1"] = "onrecord.article/1"
LAYER_FIELDS = ("actors", "times", "places", "quantities", "statements", "commitments", "denials", "events")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Record:
    """One article and what was found in it. `made_with` names the versions of software, lexicon and model.

    `embedding` is what it is about, as signed bytes in base64; None where that was not asked for.
    """

    article: Article
    made_with: dict[str, str | None]
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    denials: tuple[Denial, ...] = ()
    events: tuple[Event, ...] = ()
    embedding: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The contract's article record as plain dicts and lists, every key present; `embedding` where there is one."""
        article = self.article
        head: dict[str, Any] = {
            "schema": SCHEMA, "made_with": dict(self.made_with), "id": article.id, "url": article.url,
            "outlet": article.outlet, "title": article.title, "published": article.published,
            "language": article.language, "text": article.text, "parts": [to_plain(p) for p in article.parts],
        }  # fmt: skip
        if article.extra:
            head["extra"] = dict(article.extra)
        if self.embedding is not None:
            head["embedding"] = self.embedding
        return head | {name: [to_plain(entry) for entry in getattr(self, name)] for name in LAYER_FIELDS}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Record:
        """The record that `to_json` wrote. KeyError or TypeError where `data` is none; unknown keys are passed over."""
        names = ("id", "text", "published", "outlet", "title", "url", "language")
        known: dict[str, Any] = {name: data.get(name) for name in names}
        parts = tuple(from_plain(Part, p) for p in data["parts"])
        article = Article(**known, parts=parts, extra=data.get("extra"))
        whole: Any = cls
        layers = {name: _fields(whole)[name](data[name]) for name in LAYER_FIELDS}
        return cls(article=article, made_with=dict(data["made_with"]), embedding=data.get("embedding"), **layers)


def to_plain(value: Any) -> Any:
    """Dataclasses as dicts, tuples (spans among them) as lists; everything else as it is."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (tuple, list)):
        return [to_plain(v) for v in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: to_plain(getattr(value, name)) for name in _names(type(value))}
    return dict(value) if isinstance(value, dict) else value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


def from_plain(kind: type[T], data: dict[str, Any]) -> T:
    """The dataclass `kind` that `to_plain` wrote; keys that it does not know are passed over."""
    any_kind: Any = kind
    return kind(**{name: read(data[name]) for name, read in _fields(any_kind).items() if name in data})


@cache
def _fields(kind: Any) -> dict[str, Callable[[Any], Any]]:
    """By field what reads its value."""
    return {name: _reader(hint) for name, hint in typing.get_type_hints(kind).items()}


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """What gives a plain value the type that a field's annotation asks for; worked out once for each."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (Union, types.UnionType):
        return _reader(next(a for a in args if a is not type(None)))
    if hint is Span:
        return lambda value: value if value is None else Span(*value)
    if origin is tuple:
        inner = _reader(args[0])
        return lambda value: value if value is None else tuple([inner(v) for v in value])
    if is_dataclass(hint) and isinstance(hint, type):
        return lambda value: value if value is None else from_plain(hint, value)
    return lambda value: value
