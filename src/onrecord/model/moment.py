"""When an article was published, in one clock: days are days in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime


def moment(published: str | None) -> str:
    """A publication date or time as sortable UTC; a bare date stays one and sorts first of its day; "" where unknown.

    A time without a zone is taken for UTC.

    >>> moment("2031-03-01"), moment("2031-03-01T23:30:00-05:00"), moment(None)
    ('2031-03-01', '2031-03-02T04:30:00+00:00', '')
    """
    if not published:
        return ""
    when = datetime.fromisoformat(published)
    if len(published) <= 10:
        return when.date().isoformat()
    when = when.replace(tzinfo=UTC) if when.tzinfo is None else when
    try:
        return when.astimezone(UTC).isoformat()
    except OverflowError:  # the first or last day that a calendar has
        return when.replace(tzinfo=UTC).isoformat()


def day(published: str | None) -> str | None:
    """The UTC day of a publication, ISO 8601; None where it is unknown.

    >>> day("2031-03-01T23:30:00-05:00"), day("2031-03-01"), day(None)
    ('2031-03-02', '2031-03-01', None)
    """
    return moment(published)[:10] or None


def days_apart(a: str | None, b: str | None) -> int:
    """Days between two publications; 0 where one is unknown.

    >>> days_apart("2031-03-01T23:30:00-05:00", "2031-03-01")
    1
    """
    first, second = day(a), day(b)
    if first is None or second is None:
        return 0
    return abs((date.fromisoformat(second) - date.fromisoformat(first)).days)
