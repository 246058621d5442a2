"""Text as a string of word classes, one character a word: what the patterns of time phrases are matched against.

A word may belong to several classes ("second" is an ordinal and a unit); every set of classes has its own character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

_WORD = re.compile(
    r"\d{4}-\d\d?-\d\d?(?!\d)|\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)\b)?|[ap]\.m\b\.?|[AP]\.M\b\.?|[^\W\d_]+|\S"
)
_SAME = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "‑": "-", "‐": "-"})
_FIRST = 0xE000
"""Classes are written in Unicode's private use area, which no text that is matched can bring in."""


_MOST_DIGITS = 9
"""Longer rows of digits count nothing that lasts."""


class Word(NamedTuple):
    """A word: `[start, end)` in code points of the text, and its lower-case form with plain quotes and hyphens."""

    start: int
    end: int
    lower: str


_SHAPES: dict[str, frozenset[str]] = {
    "1-12": frozenset({"int", "dom", "hour"}),
    "13-24": frozenset({"int", "dom", "hour"}),
    "25-31": frozenset({"int", "dom"}),
    "int": frozenset({"int"}),
    "year": frozenset({"int", "year"}),
    "year or clock": frozenset({"int", "year", "military"}),
    "military": frozenset({"military"}),
    "decimal": frozenset({"decimal"}),
    "decimal or clock": frozenset({"decimal", "dotclock"}),
    "clock": frozenset({"clock"}),
    "iso": frozenset({"iso"}),
    "slash": frozenset({"slash"}),
    "two years": frozenset({"yearpair"}),
    "fraction": frozenset({"fraction"}),
    "ordinal day": frozenset({"domth", "ordnum"}),
    "ordinal": frozenset({"ordnum"}),
    "decade": frozenset({"decade"}),
    "short decade": frozenset({"shortdecade"}),
    "other": frozenset(),
}


def shape(digits: str) -> str:
    """What a word that begins with a digit may be.

    >>> [shape(word) for word in ("7", "1987", "1990s", "21st", "10:35", "0735", "1,200")]
    ['1-12', 'year', 'decade', 'ordinal day', 'clock', 'military', 'int']
    """
    if digits.isdecimal():
        return _shape_of_number(digits)
    if re.fullmatch(r"\d{4}-\d\d?-\d\d?", digits):
        return "iso"
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)", digits):
        return "ordinal day" if 1 <= int(digits[:-2]) <= 31 else "ordinal"
    if re.fullmatch(r"(?:\d\d)?\d0s", digits):
        return "decade" if len(digits) == 5 else "short decade"
    if re.fullmatch(r"(?:[01]?\d|2[0-4]):[0-5]\d", digits):
        return "clock"
    if re.fullmatch(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d", digits):
        return "slash"
    if re.fullmatch(r"\d{1,2}\.\d{1,2}", digits):
        return "decimal or clock" if re.fullmatch(r"(?:[01]?\d|2[0-4])\.[0-5]\d", digits) else "decimal"
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){1,3}", digits):
        return "int"
    if re.fullmatch(r"\d{1,2}/\d{1,2}/(?:\d\d)?\d\d", digits):
        return "slash"
    if re.fullmatch(r"(?:19|20)\d\d/\d\d", digits):
        return "two years"
    return "fraction" if re.fullmatch(r"[1-9]/[2-9]", digits) else "other"


def _shape_of_number(digits: str) -> str:
    if len(digits) > _MOST_DIGITS:
        return "other"
    number = int(digits)
    clock = len(digits) == 4 and number // 100 < 24 and number % 100 < 60
    if len(digits) == 4:
        if not 1000 <= number <= 2199:
            return "military" if clock else "int"
        return "year or clock" if clock else "year"
    if 1 <= number <= 31 and len(digits) <= 2:
        return "1-12" if number <= 12 else "13-24" if number <= 24 else "25-31"
    return "int"


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Which character stands for which word, and which characters make up which class."""

    words: Mapping[str, str]
    shapes: Mapping[str, str]
    classes: Mapping[str, str]

    def encode(self, text: str, words: Iterable[Word]) -> str:
        """One character a word; words of no class are "~"."""
        return "".join(self._char(text[w.start], w.lower, text[w.start : w.end]) for w in words)

    def _char(self, first: str, lower: str, printed: str) -> str:
        if first.isdecimal():
            return self.shapes[shape(lower)]
        return self.words.get(printed) or self.words.get(lower, "~")


def split(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`; numbers, punctuation marks and "a.m." are words of their own.

    >>> [word.lower for word in split("Mid-2031, at 9.30pm")]
    ['mid', '-', '2031', ',', 'at', '9.30', 'pm']
    """
    end = len(text) if end is None else end
    return [Word(m.start(), m.end(), m.group().lower().translate(_SAME)) for m in _WORD.finditer(text, start, end)]


def alphabet(classes: Mapping[str, Iterable[str]], capitalised: Iterable[str]) -> Alphabet:
    """The alphabet for classes of words; those in `capitalised` count only where they begin with a capital letter."""
    capital = set(capitalised)
    memberships: dict[str, set[str]] = {}
    for name, members in classes.items():
        for word in members:
            forms = (word.capitalize(), word.upper()) if name in capital else (word,)
            for form in forms:
                memberships.setdefault(form, set()).add(name)
    for word in memberships:
        # "May" is also whatever "may" is
        memberships[word] |= memberships.get(word.lower(), set())
    kinds = {frozenset(found) for found in memberships.values()} | set(_SHAPES.values()) - {frozenset()}
    chars = {kind: chr(_FIRST + n) for n, kind in enumerate(sorted(kinds, key=sorted))}
    chars[frozenset()] = "~"
    names = {name for kind in kinds for name in kind}
    members_of = {name: "".join(char for kind, char in chars.items() if name in kind) for name in names}
    return Alphabet(
        {word: chars[frozenset(found)] for word, found in memberships.items()},
        {name: chars[kind] for name, kind in _SHAPES.items()},
        members_of,
    )
