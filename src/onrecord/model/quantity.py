"""How many: a value with its bound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span, Spans

Op = Literal["eq", "approx", "lt", "le", "gt", "ge", "range"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts.

    eq, approx: `low` = `high`; le, lt: `high` only; ge, gt: `low` only; range: both. `unit` is the lemma of the
    counted noun, or a unit symbol; `of` the words of the counted noun phrase.
    """

    id: str
    span: Span
    op: Op
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    of: Spans = ()
    place: str | None = None
    time: str | None = None
    rule: str | None = None
