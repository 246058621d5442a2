"""When: a TIMEX3 value, and the first and last day that it can mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. `earliest` and `latest` are ISO 8601 days, both None where it cannot be resolved."""

    id: str
    span: Span
    type: TimeType
    value: str | None = None
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    rule: str | None = None
