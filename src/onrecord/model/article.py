"""An article as it was taken in: its text and what is known about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from onrecord.model.span import Span

PartKind = Literal["headline", "kicker", "dateline", "byline", "caption", "credit", "body", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text and what it serves as. A body part is one paragraph."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one article. `published` is an ISO 8601 date or time, as given; None: no relative date resolves.

    `id` is the article key of the contract. `extra` holds the input's unknown keys, kept as given.
    """

    id: str
    text: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    parts: tuple[Part, ...] = ()
    extra: MappingProxyType[str, Any] | dict[str, Any] | None = None

    @property
    def version(self) -> str:
        """Hash of the text: the same words are the same version (64 hexadecimal digits)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
