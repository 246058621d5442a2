"""The day that an outlet's "today" is: its publication time on the clock of its own country."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from onrecord.lexicon import rows
from onrecord.lexicon.outlets import known, shipped


@cache
def zones() -> Mapping[str, ZoneInfo]:
    """Time zones by the name of the outlet in the shipped table."""
    return {row["name"]: ZoneInfo(row["timezone"]) for row in rows("outlet_zones")}


def local(published: str | None, outlet: str | None) -> str | None:
    """A publication time told in UTC, on the clock of the outlet where that is known; anything else as it is.

    A time with another offset is somebody's local time already, and a bare day is the outlet's own.

    >>> local("2034-05-10T16:30:00Z", "Kyodo News"), local("2034-05-10", "Kyodo News")
    ('2034-05-11T01:30:00+09:00', '2034-05-10')
    """
    outlets = known(outlet, shipped())
    zone = zones().get(outlets.name) if outlets else None
    if zone is None or published is None or "T" not in published:
        return published
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    return moment.astimezone(zone).isoformat() if moment.utcoffset() == timedelta(0) else published
