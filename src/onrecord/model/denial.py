"""Who denies or doubts what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span, Spans

DenialKind = Literal["denial", "doubt"]


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial or doubt. `target` is the id of the statement of this article that it answers."""

    id: str
    denier: Spans
    denied: Spans
    cue: Spans
    evidence: Span
    kind: DenialKind = "denial"
    denier_actor: str | None = None
    target: str | None = None
    confidence: float = 0.5
    rule: str | None = None
