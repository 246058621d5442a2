"""Numbers as they are written, in figures and in words: "1.2bn", "three dozen", "two thirds of", "tens of thousands".

Works on characters alone; what is counted, what bounds it and what is no count at all is for the `quantity_*` modules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from onrecord.lexicon import words

Kind = Literal["exact", "approx", "vague", "fraction", "ratio"]

_LEXEME = re.compile(
    r"\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|(?<![\w.])\.\d+|[½¼¾⅓⅔⅛⅜⅝⅞]"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?[²³]?|[^\w\s]"
)
_FIGURE = re.compile(r"[\d.]")
LONGEST = 24
"""Most lexemes of a number in words."""
DEEPEST = 4
"""Most magnitudes in a row ("hundreds of thousands of millions")."""
RATIO = 8
"""Words before a ratio among which one says that it is one."""
LARGEST = 1e18
"""Larger numbers are jokes or noise."""
MOST_DIGITS = 18
"""Longer figures are codes and would not fit a float exactly."""


class Lexeme(NamedTuple):
    """A figure, a word or a sign. `low` is it in small letters, `glued` says that no blank stands before it."""

    start: int
    end: int
    low: str
    word: str
    glued: bool

    @property
    def figure(self) -> bool:
        """Whether it is written in digits."""
        return bool(_FIGURE.match(self.low)) and self.low != "."


class Number(NamedTuple):
    """A number over lexemes `[first, last)`. `low` < `high` for a vague count, else they are equal."""

    first: int
    last: int
    low: float
    high: float
    kind: Kind


@dataclass(frozen=True, slots=True)
class Words:
    """The number words of the lexicon."""

    small: dict[str, float]
    magnitudes: dict[str, float]
    letters: dict[str, float]
    vague: dict[str, float]
    several: frozenset[str]
    parts: dict[str, float]
    signs: dict[str, float]


@cache
def number_words() -> Words:
    """The number words, read once."""
    data = words("numbers")
    return Words(
        data["small"] | data["tens"], data["magnitudes"], data["letters"], data["vague"],
        frozenset(data["several"]["words"]), data["parts"], data["signs"],
    )  # fmt: skip


def lexemes(text: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of `text[start:end]`, with offsets in `text`.

    >>> [x.low for x in lexemes("Some 1,200 crates at €3.5m", 0, 26)]
    ['some', '1,200', 'crates', 'at', '€', '3.5', 'm']
    """
    found: list[Lexeme] = []
    before = start - 1
    for match in _LEXEME.finditer(text, start, end):
        word = match.group()
        found.append(Lexeme(match.start(), match.end(), word.lower().replace("’", "'"), word, match.start() == before))
        before = match.end()
    return found


def numbers(lex: Sequence[Lexeme]) -> list[Number]:
    """All numbers in the lexemes, in order and without overlap.

    >>> def read(text):
    ...     return [(n.low, n.high, n.kind) for n in numbers(lexemes(text, 0, len(text)))]
    >>> read("Two and a half million sheep and 1.2bn chickens")
    [(2500000.0, 2500000.0, 'exact'), (1200000000.0, 1200000000.0, 'exact')]
    >>> read("Tens of thousands of bees, half a dozen hives, two-thirds of the honey")
    [(10000.0, 100000.0, 'vague'), (6.0, 6.0, 'exact'), (0.6666666666666666, 0.6666666666666666, 'fraction')]
    """
    found: list[Number] = []
    i = 0
    while i < len(lex):
        number = number_at(lex, i)
        if number is None:
            i += 1
        else:
            found.append(number)
            i = number.last
    return found


def number_at(lex: Sequence[Lexeme], i: int) -> Number | None:
    """The number that begins at lexeme `i`, the longest reading first."""
    if not 0 <= i < len(lex):
        return None
    number = _ratio(lex, i) or _fraction(lex, i) or _vague(lex, i) or _half(lex, i) or _cardinal(lex, i)
    return number if number is None or number.high <= LARGEST else None


def _low(lex: Sequence[Lexeme], i: int) -> str:
    return lex[i].low if 0 <= i < len(lex) else ""


def _fraction(lex: Sequence[Lexeme], i: int) -> Number | None:
    """ "a third of", "two-thirds", "three quarters", "half of", "half the", "1/4 of"; a lone ordinal is none."""
    known, word = number_words(), _low(lex, i)
    if word == "half" and _low(lex, i - 1) not in _HALVES:
        after = _low(lex, i + 1)
        if after == "of" or after in _OWNERS or _changes_by(lex, i, i + 1):
            return Number(i, i + 1, 0.5, 0.5, "fraction")
    top = 1.0 if word in ("a", "one") else known.small.get(word)
    if top is not None and top >= 1 and lex[i].low.isalpha():
        at = i + 2 if _low(lex, i + 1) == "-" and lex[i + 1].glued else i + 1
        part = _low(lex, at)
        if part in known.parts and (
            _low(lex, at + 1) in ("of", "the", "its", "their")
            or _changes_by(lex, i, at + 1)
            or (top > 1 and part.endswith("s") and part != "quarters")
        ):
            value = top / known.parts[part]
            if value < 1 and not (part.startswith("quarter") and _low(lex, at + 2).isdigit()):
                return Number(i, at + 1, value, value, "fraction")
    if word.isdigit() and _low(lex, i + 1) in ("/", "⁄") and _low(lex, i + 2).isdigit():
        top, bottom = float(word), float(lex[i + 2].low)
        glued = lex[i + 1].glued and lex[i + 2].glued
        if glued and 0 < top < bottom and _low(lex, i + 3) == "of":
            return Number(i, i + 3, top / bottom, top / bottom, "fraction")
    return None


def _changes_by(lex: Sequence[Lexeme], first: int, last: int) -> bool:
    """Whether a fraction is how far something moved: "fell by a quarter to $3m", not "by a third party"."""
    return _low(lex, first - 1) == "by" and (
        last >= len(lex) or _low(lex, last) in words("numbers")["behind_change"]["words"]
    )


def _ratio(lex: Sequence[Lexeme], i: int) -> Number | None:
    """ "outnumbered by three to one", "a ratio of 5:2": where a word beside them says that the two are no score."""
    top, at = _part(lex, i), i + 1
    joined = next((n for n in (3, 1) if [x.low for x in lex[at : at + n]] in (["-", "to", "-"], ["to"], [":"])), None)
    bottom = _part(lex, at + joined) if top and joined else None
    if not top or not bottom or not joined:
        return None
    last = at + joined + 1
    around = {x.low for x in (*lex[max(0, i - RATIO) : i], *lex[last : last + 2])}
    known = around & set(words("numbers")["ratios"]["words"])
    return Number(i, last, top / bottom, top / bottom, "ratio") if known else None


def _part(lex: Sequence[Lexeme], i: int) -> float | None:
    """The figure or the word for a small number at a place."""
    word = _low(lex, i)
    return float(word) if word.isdecimal() and len(word) < 5 else number_words().small.get(word)


_HALVES = frozenset({"first", "second", "other", "top", "bottom", "half", "-", "upper", "lower", "latter", "and", "a"})
_OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "my", "your", "all", "those", "these"})


def _vague(lex: Sequence[Lexeme], i: int) -> Number | None:
    """ "hundreds", "tens of thousands", "several hundred", "a few dozen"; "tens" and "scores" need their "of"."""
    known, word = number_words(), _low(lex, i)
    if word in known.vague:
        value, at, wide = float(known.vague[word]), i + 1, 10.0
        while at - i < 2 * DEEPEST and _low(lex, at) == "of" and _low(lex, at + 1) in known.vague:
            value, at = value * known.vague[lex[at + 1].low], at + 2
        of = _low(lex, at) == "of"
        if (word == "tens" and at == i + 1) or (word == "scores" and not of):
            return None
        return Number(i, at, float(value), value * wide, "vague")
    if word in known.several and _low(lex, i + 1) in known.vague and (plural := _vague(lex, i + 1)):
        return plural._replace(first=i)  # "several dozens of"
    at = i + 1 if word == "a" else i
    if _low(lex, at) in known.several or (word == "a" and _low(lex, at) == "couple"):
        couple = _low(lex, at) == "couple"
        at += 2 if _low(lex, at + 1) == "of" else 1
        value, last = _magnitudes(lex, at)
        if last > at:
            return Number(i, last, *((2 * value, 2 * value, "approx") if couple else (value, 10 * value, "vague")))
    return None


def _half(lex: Sequence[Lexeme], i: int) -> Number | None:
    """ "half a million", "half a dozen", "half a mile"."""
    if _low(lex, i) == "half" and _low(lex, i - 1) not in ("and", "a") and _low(lex, i + 1) in ("a", "an"):
        value, last = _magnitudes(lex, i + 2)
        if last > i + 2 or _low(lex, i + 2) in words("units")["measured"]["words"]:
            return Number(i, last, value / 2, value / 2, "exact")
    return None


def _magnitudes(lex: Sequence[Lexeme], i: int) -> tuple[float, int]:
    """The product of the magnitudes from lexeme `i` on ("hundred thousand"), and where they end."""
    value, known, stop = 1.0, number_words().magnitudes, i + DEEPEST
    while i < stop and _low(lex, i) in known:
        value, i = value * known[lex[i].low], i + 1
    return value, i


def _cardinal(lex: Sequence[Lexeme], i: int) -> Number | None:
    known, word = number_words(), _low(lex, i)
    if word in known.signs:
        return _scaled(lex, i, i + 1, known.signs[word])
    if lex[i].figure:
        if len(word.replace(",", "").split(".")[0]) > MOST_DIGITS:
            return None
        return _figure(lex, i)
    if word in known.small:
        return _written(lex, i)
    if word in ("a", "an", "one") and _low(lex, i + 1) in known.magnitudes and lex[i + 1].low.isalpha():
        return _written(lex, i)
    return None


def _figure(lex: Sequence[Lexeme], i: int) -> Number | None:
    known, value, at = number_words(), float(lex[i].low.replace(",", "")), i + 1
    while at - i < 2 * DEEPEST and _low(lex, at) == "," and _low(lex, at + 1) == "000" and value % 1 == 0:
        # "70, 000", set with a blank
        value, at = value * 1000, at + 2
    if _low(lex, at) in known.signs:
        value, at = value + known.signs[lex[at].low], at + 1
    elif _low(lex, at).isdigit() and _low(lex, at + 1) == "/" and _low(lex, at + 2).isdigit():
        top, bottom = float(lex[at].low), float(lex[at + 2].low)
        if 0 < top < bottom <= 16 and lex[at + 1].glued and lex[at + 2].glued:
            value, at = value + top / bottom, at + 3
    return _scaled(lex, i, at, value)


def _scaled(lex: Sequence[Lexeme], first: int, at: int, value: float) -> Number:
    """With "and a half" and the magnitudes that follow; a hyphen may stand before a magnitude ("1.8 billion-mile")."""
    if _low(lex, at) == "and" and _low(lex, at + 1) in ("a", "one") and _low(lex, at + 2) in ("half", "quarter"):
        value, at = value + (0.5 if lex[at + 2].low == "half" else 0.25), at + 3
    if _low(lex, at) == "-" and lex[at].glued and _low(lex, at + 1) in ("million", "billion", "trillion"):
        at += 1
    scale, at = _magnitudes(lex, at)
    return Number(first, at, value * scale, value * scale, "exact")


def _written(lex: Sequence[Lexeme], i: int) -> Number:
    """A number in words: "two hundred and six", "twenty-five thousand", "a hundred"."""
    known, total, current, at = number_words(), 0.0, 0.0, i
    if _low(lex, at) in ("a", "an"):
        current, at = 1.0, at + 1
    room = 100.0
    while at < min(len(lex), i + LONGEST):
        word = lex[at].low
        if word in known.small and known.small[word] < room and not (room == 10 and known.small[word] == 0):
            value = known.small[word]
            current, at = current + value, at + 1
            room = 10.0 if value >= 20 else 0.0
            if room and _low(lex, at) == "-" and 0 < known.small.get(_low(lex, at + 1), 0) < 10:
                at += 1
        elif word in known.magnitudes and (current or total):
            scale = known.magnitudes[word]
            if scale == 100:
                current, room = current * 100, 100.0
            else:
                total = total + current * scale if current else total * scale
                current, room = 0.0, 1000.0 if scale != 12 else 0.0
            at += 1
        elif (
            word == "and"
            and room >= 100
            and at > i + 1
            and known.small.get(_low(lex, at + 1), 0) > 0
            and total + current >= 100
        ):
            at += 1
        elif word == "and" and _low(lex, at + 1) in ("a", "one") and _low(lex, at + 2) == "half":
            current, at, room = current + 0.5, at + 3, 0.0
        else:
            break
    return Number(i, at, total + current, total + current, "exact")
