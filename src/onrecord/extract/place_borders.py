"""Borders between two countries: "the border between X and Y", "the X-Y border", "X's frontier with Y"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.parse import Parse
from onrecord.extract.place_text import listed
from onrecord.lexicon.atlas import Sense
from onrecord.lexicon.countries import country_name
from onrecord.lexicon.gazetteer import border
from onrecord.lexicon.shapes import shape

_GLUE = frozenset(("-", "–", "—", "/", "and", "'s", "’s", "the", "with", "between", "its", "'", "’", "shared"))
_REACH = 7
"""How far from the word a country may stand, in tokens."""


def borders(parse: Parse, countries: list[tuple[int, int, str]]) -> Iterator[tuple[int, Sense]]:
    """The tokens that mean a border of two neighbours, with where it runs.

    `countries` gives where countries or their people are named: (first token, last token, alpha-3), in text order.
    """
    codes = {token: code for first, last, code in countries for token in range(first, last)}
    for i in range(len(parse)):
        if parse.lower(i) not in listed("borders"):
            continue
        beside = _codes(parse, range(i - 1, i - 1 - _REACH, -1), i, codes)
        if i + 1 < len(parse) and parse.lower(i + 1) in ("with", "between"):
            beside |= _codes(parse, range(i + 1, i + 1 + _REACH), i, codes)
        if len(beside) == 1 and _is_own(parse, i) and (subject := _first_country(parse, i, codes)):
            beside |= {subject}  # "Poland closed its border with Belarus"
        if len(beside) == 2:
            name = "–".join(country_name(code) for code in sorted(beside)) + " border"
            drawn = shape(name)
            where = border(*sorted(beside)) or (drawn.middle() if drawn is not None else None)
            if where is not None:
                yield i, Sense(name, "line", 9, *where, rule="border")


def _is_own(parse: Parse, token: int) -> bool:
    """Whether a border is somebody's: "its border", "their common border"."""
    return any(parse.lower(t) in ("its", "their") for t in range(max(0, token - 3), token))


def _first_country(parse: Parse, token: int, codes: dict[int, str]) -> str | None:
    """The country that a sentence names first, before a token."""
    first = parse.sentence(token).first
    return next((codes[t] for t in range(first, token) if t in codes), None)


def _codes(parse: Parse, tokens: range, origin: int, codes: dict[int, str]) -> set[str]:
    """The countries that stand beside a word with nothing but small words between, one or two of them."""
    found: set[str] = set()
    for t in tokens:
        if not 0 <= t < len(parse) or parse.sent_of[t] != parse.sent_of[origin]:
            break
        if t in codes:
            found.add(codes[t])
        elif parse.lower(t) not in _GLUE:
            break
    return found
