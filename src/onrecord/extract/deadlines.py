"""The term that a time sets, by the preposition before it: "before Friday" ends a day earlier than "by Friday"."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from onrecord.extract.parse import Parse
from onrecord.extract.time_value import after
from onrecord.lexicon import words
from onrecord.model import Deadline, Time
from onrecord.model.commitment import DeadlineType

_REACH = 4
"""Most words in a preposition of the lexicon ("at the latest by")."""


@cache
def _prepositions() -> dict[str, str]:
    return {phrase: kind for kind, phrases in words("deadlines")["prepositions"].items() for phrase in phrases}


def preposition_before(parse: Parse, span: tuple[int, int]) -> str:
    """The words of the lexicon that set a term and stand right before a span, in small letters; "" where none does.

    "no later than", "by the", "starting on" are found whole; an article or "about" between them and the span is
    passed over ("by about noon").
    """
    inside = parse.tokens_in(span)
    if not inside:
        return ""
    end, start = inside[0], parse.sentence(inside[0]).first
    passed = words("deadlines")["passed_over"]
    while end > start and parse.lower(end - 1) in passed:
        end -= 1
    for first in range(max(start, end - _REACH), end):
        phrase = " ".join(parse.lower(i) for i in range(first, end))
        if phrase in _prepositions():
            return phrase
    return ""


def deadline(time: Time, before_words: str, published: str | None = None) -> Deadline:
    """The term that `time` sets after the words `before_words` (what `preposition_before` gives; "" for none).

    `published` (ISO 8601) anchors durations: "for three days" runs from publication. `latest` is None where the time is
    not resolved or sets no end ("after Monday"). `type` is None after words that set no term ("since Monday").

    >>> from onrecord.model import Span
    >>> friday = Time("t1", Span(0, 6), "DATE", "2031-05-02", earliest="2031-05-02", latest="2031-05-02")
    >>> [deadline(friday, before).latest for before in ("before", "by", "until", "")]
    ['2031-05-01', '2031-05-02', '2031-05-02', '2031-05-02']
    """
    kind = _prepositions().get(before_words, "on")
    if time.type == "DURATION":
        return _running(time, kind, published)
    if time.type == "SET" or kind == "none":
        return Deadline(time.span)
    first, last = _day(time.first_day), _day(time.last_day)
    if kind == "after":
        return Deadline(time.span, "event", _iso(last + timedelta(1)) if last else None)
    if kind == "before":
        # what is done "before the end of May" is done in May, "before noon on Friday" on Friday
        same = time.mod in ("MID", "END") or time.type == "TIME"
        limit = last if same else first - timedelta(1) if first else None
        return Deadline(time.span, "by", None, _iso(limit))
    if kind in ("until", "throughout"):
        return Deadline(time.span, "until", None, _iso(last))
    if kind in ("by", "within"):
        return Deadline(time.span, "by", None, _iso(last))
    return Deadline(time.span, "on", _iso(first), _iso(last))


def _running(time: Time, kind: str, published: str | None) -> Deadline:
    """The term of a duration: what must happen within it, or lasts for it."""
    kinds: dict[str, DeadlineType] = {"on": "by", "by": "by", "within": "by", "before": "by", "after": "event"}
    kinds |= {"until": "until", "throughout": "until", "for": "until"}
    if kind not in kinds:
        return Deadline(time.span)
    begin = _day(published[:10]) if published else None
    end = after(begin, time.value) if begin and kind != "after" else None
    return Deadline(time.span, kinds[kind], None, _iso(end))


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
