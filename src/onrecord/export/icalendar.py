"""Deadlines as an iCalendar feed (RFC 5545): an event for each commitment with a day that it ends on.

It is of the whole day, or at the hour that is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

from onrecord.export import wording
from onrecord.export.brief_lines import Promise
from onrecord.export.hours import Hour

LINE = 75
"""Octets of a content line without its break; RFC 5545, 3.1."""
PRODUCT = "-//onrecord//deadlines//EN"


def calendar(
    promises: Iterable[Promise], as_of: str, address: Callable[[Promise], str], hours: Mapping[str, Hour] | None = None
) -> str:
    """The calendar with the deadlines of commitments as known on a day; those without a day are left out.

    `address` gives the page of a commitment, `hours` the hours that are named, by commitment. The same ledger gives the
    same feed: its stamp is the day.
    """
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(f'Deadlines on record as of {as_of}')}",
    ]  # fmt: skip
    for promise in promises:
        lines += _event(promise, as_of, address(promise), (hours or {}).get(promise.view.id))
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in folded(line))


def _event(promise: Promise, as_of: str, address: str, hour: Hour | None) -> Iterator[str]:
    view = promise.view
    day = _day(view.deadline.latest if view.deadline else None)
    if day is None:
        return
    made = promise.steps[0].words if promise.steps else None
    words = [f"{view.kind}, {wording.STATUS[view.status]} as of {as_of}"]
    if view.reported_by:
        words.append(f"according to {', according to '.join(view.reported_by)}")
    if hour:
        words.append(hour.told)
    if made:
        words.append(f"“{made.quote}” ({made.source.outlet or made.source.key}, {made.source.day or 'undated'})")
    yield "BEGIN:VEVENT"
    yield f"UID:{view.id}@onrecord.invalid"
    yield f"DTSTAMP:{as_of.replace('-', '')}T000000Z"
    if hour:  # a moment; without a zone it is that of whoever looks, as the format has it
        yield f"DTSTART:{hour.moment:%Y%m%dT%H%M%S}{'Z' if hour.moment.tzinfo else ''}"
    else:
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(f'{wording.promisor(view)}: {wording.deed(view.action, view.polarity)}')}"
    yield f"DESCRIPTION:{escaped(chr(10).join(words))}"
    yield f"URL:{address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(given: str | None) -> date | None:
    """A day that has a day after it."""
    try:
        found = date.fromisoformat((given or "")[:10])
    except ValueError:
        return None
    return found if found < date.max else None


def escaped(text: str) -> str:
    r"""A text as the value of a property; RFC 5545, 3.3.11. Signs that may not stand there become blanks.

    >>> escaped("a; b, c\\d\n\x07e")
    'a\\; b\\, c\\\\d\\n e'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    kept = "".join(c if c == "\n" or (c >= " " and c != "\x7f") else " " for c in text)
    return kept.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, each but the first with a blank before it; no character is cut.

    >>> [len(piece) for piece in folded("x" * 160)]
    [75, 75, 12]
    """
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode("utf-8", "replace"))
        if size + octets > LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    yield piece
