"""Who did what to whom: one coded event (CAMEO and PLOVER) for each trigger and code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span, Spans

Tense = Literal["past", "present", "future"]
Factuality = Literal["happened", "ongoing", "planned", "possible", "denied", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Participant:
    """One side of an event. `country` is ISO 3166-1 alpha-3, `sector` a PLOVER sector code."""

    span: Span | None
    actor: str | None = None
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Plover:
    """An event's PLOVER coding."""

    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `quad` is the CAMEO quad class 1 to 4, `goldstein` runs from -10 to 10.

    `factuality` is what `statement` asserts of it (None: the article itself); `tense` is seen from publication.
    """

    id: str
    trigger: Spans
    evidence: Span
    source: tuple[Participant, ...] = ()
    target: tuple[Participant, ...] = ()
    cameo: str | None = None
    quad: int | None = None
    goldstein: float | None = None
    plover: Plover | None = None
    time: str | None = None
    place: str | None = None
    tense: Tense | None = None
    factuality: Factuality = "happened"
    statement: str | None = None
    quantities: tuple[str, ...] = ()
    rule: str | None = None
    confidence: float = 0.5

    @property
    def sides(self) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """Source and target for a reader: where each did it to the other, the first named and the rest."""
        mutual = len(self.source) > 1 and set(self.source) == set(self.target)
        return (self.source[:1], self.source[1:]) if mutual else (self.source, self.target)
