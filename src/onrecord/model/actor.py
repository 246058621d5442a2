"""Who acts and speaks in an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.model.span import Span

ActorKind = Literal["person", "organisation", "state", "group", "outlet", "unnamed"]
MentionForm = Literal["name", "nominal", "pronoun", "metonym"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text speaks of an actor."""

    span: Span
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of one article. `country` is ISO 3166-1 alpha-3, `sector` a PLOVER sector code."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    refs: dict[str, str] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
