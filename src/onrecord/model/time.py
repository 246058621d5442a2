"""When: a TIMEX3 value, and the first and last day or moment that it can mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. `value` is as the words have it, on the clock of the place.

    `earliest` and `latest` are ISO 8601 days, both None where it cannot be resolved. Of an hour whose time zone is
    known they are that moment with its offset from UTC: "2031-05-09T18:00+03:00".
    """

    id: str
    span: Span
    type: TimeType
    value: str | None = None
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    rule: str | None = None

    @property
    def first_day(self) -> str | None:
        """The day of `earliest`, without an hour."""
        return self.earliest and self.earliest[:10]

    @property
    def last_day(self) -> str | None:
        """The day of `latest`, without an hour."""
        return self.latest and self.latest[:10]
