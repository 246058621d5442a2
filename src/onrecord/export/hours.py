"""The hour of a deadline, where the words give one, with its zone where they say that, too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.model import Record
from onrecord.model.view import CommitmentView

_HOUR = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class Hour:
    """A moment as printed: ISO 8601 day, hour and minute; `offset` minutes east of UTC, None where no zone is named."""

    day: str
    hour: int
    minute: int
    offset: int | None

    @property
    def told(self) -> str:
        """The hour for a reader.

        >>> Hour("2031-05-09", 18, 0, 0).told, Hour("2031-05-09", 9, 30, 180).told, Hour("2031-05-09", 24, 0, None).told
        ('18:00 UTC', '09:30 UTC+03:00', '24:00, zone not named')
        """
        clock = f"{self.hour:02}:{self.minute:02}"
        if self.offset is None:
            return f"{clock}, zone not named"
        hours, minutes = divmod(abs(self.offset), 60)
        return f"{clock} UTC" + (f"{'+' if self.offset > 0 else '-'}{hours:02}:{minutes:02}" if self.offset else "")

    @property
    def moment(self) -> datetime:
        """The moment, in UTC where a zone is named, else without one."""
        start = datetime.fromisoformat(self.day) + timedelta(hours=self.hour, minutes=self.minute)
        if self.offset is None:
            return start
        return start.replace(tzinfo=timezone(timedelta(minutes=self.offset))).astimezone(UTC)


def hour(value: str | None) -> Hour | None:
    """The hour that a moment or a TIMEX3 value names; None where it names none.

    >>> hour("2031-05-06T09:30+03:00"), hour("2031-05-06")
    (Hour(day='2031-05-06', hour=9, minute=30, offset=180), None)
    """
    match = _HOUR.fullmatch(value or "")
    if match is None or int(match[2]) > 24 or int(match[3]) > 59:
        return None
    zone = match[4]
    offset = None if zone is None else 0 if zone == "Z" else int(zone[:3]) * 60 + int(zone[0] + zone[4:])
    found = Hour(match[1], int(match[2]), int(match[3]), offset)
    try:
        return found if found.moment else None
    except (ValueError, OverflowError):  # no such day, or one before or after all days
        return None


def hours(ledger: Ledger, commitments: Iterable[CommitmentView]) -> dict[str, Hour]:
    """The hours of the last terms set, by commitment; those without one are left out."""
    found: dict[str, Hour] = {}
    for view in commitments:
        for key, version in dict.fromkeys((h.article, h.version) for h in reversed(view.history) if h.article):
            try:
                record = ledger.article(key, version or None) if key else None
            except LedgerError:  # removed meanwhile
                continue
            if record and (there := _in(record, view)):
                found[view.id] = there
                break
    return found


def _in(record: Record, view: CommitmentView) -> Hour | None:
    """The hour that one report gives for the deadline: a time of that day within its words."""
    words = " ".join(view.deadline.text.split()) if view.deadline and view.deadline.text else ""
    for time in record.times:
        named = hour(time.latest) or hour(time.value)
        if named and words and " ".join(time.span.of(record.article.text).split()) in words:
            return named
    return None
