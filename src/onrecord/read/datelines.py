"""Datelines and bylines: where and when a report was filed, by which agency, and who wrote it."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon.countries import country_of
from onrecord.lexicon.organisations import organisation
from onrecord.model import Span
from onrecord.read.wording import choice, ends_in_stop, is_section, listed, names_only, tokens

LARGE = 200_000
"""Inhabitants of a town that is taken for a dateline without capitals, date or agency."""
_NAME = r"[A-ZÀ-ÞĀ-Ž][\w.’'-]{1,30}(?:[ /][A-ZÀ-ÞĀ-Ž][\w.’'-]{0,30}){0,3}"
_DASH = r"(?:\s?[–—]|\s?--|\s[-_]|:)(?:\s{1,3}|$)"
_NEXT = r"(?=[\"“'‘«(\[]?[A-Z0-9À-ÞĀ-Ž$€£])"


@cache
def _dated() -> str:
    months, days = choice("months", "dateline"), choice("weekdays", "dateline")
    day = rf"(?:(?:{months})\.?\s\d{{1,2}}|\d{{1,2}}\.?\s(?:{months})\.?)(?:,?\s\d{{4}})?"
    return rf"(?:(?i:{day})|(?i:{days})\.?)"


@cache
def _dateline() -> re.Pattern[str]:
    """Place, region, date, agency, dash; each but the dash may be missing."""
    return re.compile(
        rf"(?P<place>{_NAME})?(?P<region>(?:,\s{_NAME}){{0,2}}?)(?:[,.]?\s?(?P<date>{_dated()}))?[,.]?"
        rf"(?:\s?(?P<agency>\([^()]{{2,40}}\)))?(?P<dash>(?<=\))(?:-|--)\s?|{_DASH})(?:{_NEXT}|$)"
    )


@cache
def _day() -> re.Pattern[str]:
    days = choice("weekdays", "dateline")
    clock = r"(?:,?\s(?:at\s)?\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s\(?[A-Z]{2,4}\)?)?)?"
    return re.compile(rf"(?:(?i:{days}),?\s)?{_dated()}{clock}")


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"(?:{choice('heads', 'byline')})\s{{1,3}}(?=\S)", re.IGNORECASE)


def dateline(text: str, *, first: bool) -> Span | None:
    """The dateline in front of a paragraph, its dash included. `first`: nothing of the body stands before it.

    >>> text = "PELLAU, May 10 (Coast Agency) - The pilots went home."
    >>> text[slice(*dateline(text, first=True))]
    'PELLAU, May 10 (Coast Agency) -'
    >>> dateline("Estonia — a small country — has many islands.", first=True) is None
    True
    """
    found = _dateline().match(text[:200])
    if not found:
        return None
    place, dated, agency = found["place"] or "", found["date"], (found["agency"] or "")[1:-1]
    capitals = sum(map(str.isalpha, place)) > 1 and place.upper() == place
    colon = found["dash"].strip() == ":"
    good = _strong(place, dated, agency, capitals=capitals)
    if not good and first and not dated and not agency:
        good = _weak(text, found, capitals=capitals, colon=colon)
    return Span(0, len(found.group().rstrip())) if good else None


def is_date_line(line: str) -> bool:
    """Whether a line is a date, with or without the time of day.

    >>> is_date_line("Monday, March 3, 2031, 10:15 GMT"), is_date_line("Monday was cold")
    (True, False)
    """
    return len(line) < 60 and bool(_day().fullmatch(line.strip()))


def is_byline(line: str) -> bool:
    """Whether a line names who wrote the article.

    >>> is_byline("By Jane Roe, Diplomatic editor"), is_byline("By Monday evening the water had risen")
    (True, False)
    """
    if len(line) > 150:
        return False
    found = _by().match(line)
    rest = line[found.end() :] if found else line
    words = [t for t in tokens(rest) if t not in "|–—-"]
    joiners = (
        listed("joiners", "byline") | listed("roles", "byline") | listed("months", "dateline") | {"am", "pm", "gmt"}
    )
    if not words or not (found or _has_role(words)) or not names_only(rest, joiners, 24):
        return False
    low = words[0].casefold().rstrip(".")
    timed = low in listed("weekdays", "dateline") or low in listed("months", "dateline") or low[0].isdigit()
    if timed or low in listed("never_first", "byline") or (line.endswith((".", "!", "?")) and len(words[-1]) > 3):
        return False
    return len(words) > 1 or words[0].isupper() or low in listed("agencies", "credit")


def _has_role(words: list[str]) -> bool:
    """Whether a line without "By" is still a byline: a person and "correspondent"."""
    named = len(words) > 2 and words[0][0].isupper() and words[1][0].isupper()
    return named and any(w in listed("roles", "byline") and w[0].islower() for w in words[2:])


def _strong(place: str, dated: str | None, agency: str, *, capitals: bool) -> bool:
    """Whether a date or an agency shows that this is a dateline."""
    if place and is_section(place):
        return False
    wire = bool(agency) and _is_agency(agency)
    if capitals:
        return bool(dated) or wire or (bool(agency) and agency[0].isupper() and not agency.islower())
    return wire or (bool(dated) and bool(place) and not _is_time(place))


def _is_time(word: str) -> bool:
    low = word.casefold().rstrip(".")
    return low in listed("weekdays", "dateline") or low in listed("months", "dateline")


def _is_agency(words: str) -> bool:
    """Whether words in brackets name a news agency."""
    found = tokens(words)
    last = found[-1].casefold() if found else ""
    known = {*words.casefold().split("/"), words.casefold()} & listed("agencies", "credit")
    return bool(known) or (words[0].isupper() and last in listed("outlet_words", "credit"))


def _weak(text: str, found: re.Match[str], *, capitals: bool, colon: bool) -> bool:
    """Whether a bare place before a dash is a dateline: capitals and no organisation, or a large town."""
    place, rest = found["place"] or "", text[found.end() : found.end() + 600]
    if not place or is_section(place) or organisation(place) or not ends_in_stop(text) or len(tokens(rest)) < 4:
        return False
    known = _inhabitants(place)
    if capitals and not colon:
        letters = sum(map(str.isalpha, place))
        return known > 0 or country_of(place) is not None or letters > 4
    if country_of(place) or not (len(found["dash"].strip()) == 1 or colon):
        return False
    again = re.search(r"\s[–—-]\s[a-z]", rest[:200])  # "Paris – the largest of them – has …"
    return known >= LARGE and not again and (capitals or not colon)


def _inhabitants(place: str) -> int:
    """The inhabitants of the largest town of that name, at least 1 where there is one; 0 where none is known."""
    from onrecord.lexicon.gazetteer import lookup

    towns = [e.population for e in lookup(place.partition("/")[0]) if e.kind == "city" and e.usual]
    return max((max(1, n) for n in towns), default=0)
