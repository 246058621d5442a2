"""Borders: "the border between X and Y", "the X-Y border", "X's frontier with Y", "the Y border" told from within X."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.parse import Parse
from onrecord.extract.place_text import listed
from onrecord.lexicon.atlas import Sense, country
from onrecord.lexicon.countries import country_name
from onrecord.lexicon.gazetteer import border, nations
from onrecord.lexicon.shapes import shape

_GLUE = frozenset(("-", "–", "—", "/", "and", "'s", "’s", "the", "with", "between", "its", "'", "’", "shared"))
_REACH = 7
"""How far from the word a country may stand, in tokens."""


def borders(parse: Parse, countries: list[tuple[int, int, str]]) -> Iterator[tuple[int, Sense]]:
    """The tokens that mean a border, with where it runs.

    `countries` gives where countries or their people are named: (first token, last token, alpha-3), in text order. Of a
    border of one country the other side is a neighbour that the sentence, or else the article, names; where none or
    several are, all its borders are meant.
    """
    codes = {token: code for first, last, code in countries for token in range(first, last)}
    for i in range(len(parse)):
        if parse.lower(i) not in listed("borders") or parse.pos[i] not in ("NOUN", "PROPN"):
            continue
        beside = _codes(parse, range(i - 1, i - 1 - _REACH, -1), i, codes)
        if i + 1 < len(parse) and parse.lower(i + 1) in ("with", "between"):
            beside |= _codes(parse, range(i + 1, i + 1 + _REACH), i, codes)
        if len(beside) == 1 and parse.dep[i] == "compound" and parse.head[i] > i:
            continue  # "a Jordanian border post"
        many = parse.tag[i] in ("NNS", "NNPS") and not (
            i + 1 < len(parse) and parse.lower(i + 1) in ("with", "between")
        )
        if many and len(beside) == 2:
            continue  # "the Polish and Slovak borders", with whomever
        if len(beside) == 1 and not many:
            beside |= _other_side(parse, i, next(iter(beside)), codes)
        if sense := _between(*sorted(beside)) if len(beside) == 2 else _around(*beside) if len(beside) == 1 else None:
            yield i, sense


def _between(one: str, other: str) -> Sense | None:
    """Where two countries meet."""
    name = f"{country_name(one)}–{country_name(other)} border"
    drawn = shape(name)
    where = border(one, other) or (drawn.middle() if drawn is not None else _halfway(one, other))
    return Sense(name, "line", 9, *where, rule="border") if where is not None else None


def _halfway(one: str, other: str) -> tuple[float, float, float] | None:
    """Between two neighbours without towns on their border, as if each were a disc; None where they do not meet."""
    a, b, nation = country(one), country(other), nations().get(one)
    if a is None or b is None or nation is None or other not in nation.neighbours:
        return None
    share = a.radius / (a.radius + b.radius)
    lat, lon = a.lat + (b.lat - a.lat) * share, a.lon + (b.lon - a.lon) * share
    return round(lat, 2), round(lon, 2), round(min(a.radius, b.radius), 1)


def _around(code: str) -> Sense | None:
    """All borders of a country; None for an island."""
    whole, nation = country(code), nations().get(code)
    if whole is None or nation is None or not any(nation.neighbours):
        return None
    return replace(whole, name=f"border of {whole.name}", kind="line", level=9, rule="border")


def _other_side(parse: Parse, token: int, code: str, codes: dict[int, str]) -> set[str]:
    """The neighbour that a border of one country is shared with: none, or one."""
    sentence = parse.sentence(token)
    said = [codes[t] for t in range(sentence.first, sentence.last) if t in codes]
    if said and any(parse.lower(t) in ("its", "their") for t in range(max(0, token - 3), token)):
        return {said[0]}  # "Poland closed its border with Belarus"
    for named in (said, codes.values()):
        near = {other for other in named if other != code and border(*sorted((code, other))) is not None}
        if near:
            return near if len(near) == 1 else set()
    return set()


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
