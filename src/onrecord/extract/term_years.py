"""Which year a term without a year lies in: ahead, or behind where the promise is looked back on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from onrecord.extract.parse import Parse
from onrecord.extract.undertaking import Undertaking
from onrecord.model import MadeOn, Time

_YEAR = re.compile(r"\d{4}|\b(?:last|this|next|past|ago)\b")
WEEKDAY = re.compile(r"(?:sun|mon|tues|wednes|thurs|fri|satur)day")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,8}\b")
_LATELY = 31
"""Days back within which a day that was promised, told in the past tense, is the one just gone."""
_COUNTED_BACK = 13
"""Days back within which a weekday is counted from the day of the promise; of an older one it may be any week's."""
_NEARER = 3
"""Days ahead from which a weekday of what "had been promised" is rather the one just gone."""
_LONG_AGO = 182
"""The same for what "had been promised": the day without a year that is nearest to publication."""


def ahead(parse: Parse, time: Time, found: Undertaking, published: str | None, made_on: MadeOn | None) -> Time:
    """The time, a year on where it names a day or a month without a year and lies before the promise was reported.

    What "had been promised", or was promised on a day that is told, may well lie behind; so may what lies just behind.
    """
    words = time.span.of(parse.text).lower()
    late = time.last_day is not None and published is not None and time.last_day < published[:10]
    looks_ahead = found.operation == "extend" or parse.tag[found.cue] == "MD" or found.rule.startswith("idiom:held on")
    if looks_ahead and late and WEEKDAY.fullmatch(words):
        return on(time, week_on)
    own = parse.dep[found.cue] in ("ROOT", "conj") and made_on is None  # not "said that he had promised to"
    if published and own and time.last_day and WEEKDAY.fullmatch(words) and long_made(parse, found):
        days = (date.fromisoformat(time.last_day) - date.fromisoformat(published[:10])).days
        return on(time, _week_back) if days > _NEARER else time  # "had promised to be home by Friday", told on a Monday
    named = time.type == "DATE" and time.rule is not None and _MONTH.search(words) and not _YEAR.search(words)
    if not published or not time.latest or not named:
        return time
    gone = time if late else on(time, _last_year)
    if (gone.latest or "") >= _since(parse, found, published[:10], made_on):
        return gone
    return on(time, _next_year) if late else time


def _since(parse: Parse, found: Undertaking, published: str, made_on: MadeOn | None) -> str:
    """The first day that can have been meant: that of the promise, where it is told; in a promise looked back on half
    a year ago, in one told in the past tense a month ago, else the day of publication."""
    if made_on is not None and made_on.earliest is not None and made_on.earliest <= published:
        return made_on.earliest
    past = parse.tag[found.cue] in ("VBD", "VBN") or parse.lower(found.cue) in ("would", "'d")
    back = _LONG_AGO if long_made(parse, found) else _LATELY if past else 0
    return (date.fromisoformat(published) - timedelta(back)).isoformat()


def long_made(parse: Parse, found: Undertaking) -> bool:
    """Whether a promise is looked back on: "had promised", "had given its word", "had said it would"."""
    if found.rule.startswith("is to") and parse.tag[found.cue] == "VBD":
        return True  # "was to have paid by March"
    told = [t for span in found.statement.cue for t in parse.tokens_in(span)] if found.statement is not None else []
    return any(
        parse.lower(c) == "had" for t in (found.cue, parse.head[found.cue], *told) for c in parse.childs(t, "aux")
    )


def since(parse: Parse, time: Time, told: str | None, published: str | None) -> Time:
    """The time, a weekday counted from the day on which the promise was made: "promised last Tuesday to pay by Sunday".

    Where that is the day of publication, no known day or long ago, the time stays as it is.
    """
    if not told or not published or not time.last_day or not WEEKDAY.fullmatch(time.span.of(parse.text).lower()):
        return time
    made, now = date.fromisoformat(told[:10]), date.fromisoformat(published[:10])
    if not 0 < (now - made).days <= _COUNTED_BACK:
        return time
    days = (date.fromisoformat(time.last_day) - made).days % 7 or 7
    day = (made + timedelta(days)).isoformat()
    return replace(time, earliest=day, latest=day)


def on(time: Time, later: Callable[[str | None], str | None]) -> Time:
    """The time with its days moved by `later`."""
    return replace(time, earliest=later(time.first_day), latest=later(time.last_day))


def week_on(day: str | None) -> str | None:
    """The same day of the week after.

    >>> week_on("2031-12-29")
    '2032-01-05'
    """
    return (date.fromisoformat(day) + timedelta(7)).isoformat() if day else None


def _week_back(day: str | None) -> str | None:
    return (date.fromisoformat(day) - timedelta(7)).isoformat() if day else None


def _last_year(day: str | None) -> str | None:
    return f"{int(day[:4]) - 1:04}{day[4:]}".replace("-02-29", "-02-28") if day else None


def _next_year(day: str | None) -> str | None:
    return f"{int(day[:4]) + 1:04}{day[4:]}".replace("-02-29", "-02-28") if day else None
