"""The unit that stands beside a number: money, percent, measures. Counted nouns are for `quantity_nouns`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from onrecord.extract.numbers import Lexeme, Number, number_words
from onrecord.lexicon import words

LONGEST = 6
"""Lexemes in the longest printed unit ("u . s . dollars")."""
AHEAD = 6
"""Words after a letter among which a plural makes it a magnitude ("2m signed and sealed copies")."""


class Amount(NamedTuple):
    """A number with the unit printed beside it, over lexemes `[first, last)`; `unit` None where none is printed."""

    first: int
    last: int
    number: Number
    low: float
    high: float
    unit: str | None
    money: bool


@cache
def _table(*names: str) -> dict[str, str]:
    return {printed: unit for name in names for unit, forms in words("units")[name].items() for printed in forms}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words("units")[name]["words"])


def amount(lex: Sequence[Lexeme], number: Number) -> Amount:
    """The number with its unit and with a letter for a magnitude ("$5m", "50k people").

    >>> from onrecord.extract.numbers import lexemes, numbers
    >>> def read(text):
    ...     lex = lexemes(text, 0, len(text))
    ...     return [(a.low, a.unit) for a in (amount(lex, n) for n in numbers(lex))]
    >>> read("US$5m, 40 per cent, 30 square miles, a 12-km road, 2m users, 40m wide")
    [(5000000.0, 'USD'), (40.0, '%'), (30.0, 'sq mi'), (12.0, 'km'), (2000000.0, None), (40.0, 'm')]
    """
    first, before = _money_before(lex, number.first)
    scale, at = _letter(lex, number, before is not None)
    last, after, money = _after(lex, at)
    if number.kind == "vague" and after is None and at < len(lex) and lex[at].low == "of":  # "billions of dollars"
        last, after, money = _after(lex, at + 1)
        last = last if after is not None else at
    if before is not None and not money:
        last, after = at, None
    exact = before if before not in (None, "$") else (after or before)
    return Amount(
        first, last, number, number.low * scale, number.high * scale, exact, money or before is not None,
    )  # fmt: skip


def _join(lex: Sequence[Lexeme], first: int, last: int) -> str:
    return lex[first].low + "".join(("" if x.glued else " ") + x.low for x in lex[first + 1 : last])


def _money_before(lex: Sequence[Lexeme], first: int, spread: bool = True) -> tuple[int, str | None]:
    """Where the sign before the figure begins, and its currency; a code of letters counts in capitals only.

    With `spread` a figure takes the sign of the one that a dash joins it to: "$3-5m".
    """
    table = _table("money_before")
    start = first - 1 if first and lex[first - 1].low == "-" and lex[first - 1].glued and first > 1 else first
    for size in range(min(LONGEST, start), 0, -1):
        at = start - size
        name = table.get(_join(lex, at, start))
        if name and (not lex[at].low.isalpha() or (lex[at].word[0].isupper() and (size > 1 or _code(lex[at].word)))):
            return at, name
    if spread and first > 1 and lex[first].glued and lex[first - 1].low in ("-", "–") and lex[first - 2].figure:
        return first, _money_before(lex, first - 2, spread=False)[1]
    return first, None


def _code(word: str) -> bool:
    return word.isupper() or word in ("Rs", "Rp")


def _letter(lex: Sequence[Lexeme], number: Number, money: bool) -> tuple[float, int]:
    """The magnitude that a letter after the figure stands for, and where the number ends with it."""
    at, known = number.last, number_words().letters
    if at >= len(lex) or lex[at].low not in known or not lex[at - 1].figure:
        return 1.0, at
    letter = lex[at]
    counted = letter.low not in {"mil", "t"} and _counts_ahead(lex, at + 1)
    if (money and (letter.glued or letter.word in ("M", "B"))) or (
        counted and (letter.glued or letter.word in ("M", "B"))
    ):
        return known[letter.low], at + 1
    return 1.0, at


def _counts_ahead(lex: Sequence[Lexeme], at: int) -> bool:
    """Whether a plural, "of" or a measure follows, so that the letter before is a magnitude."""
    if at < len(lex) and (lex[at].low == "of" or lex[at].low in _table("signs") or _after(lex, at)[2]):
        return not lex[at].glued
    for x in lex[at : at + AHEAD]:
        if not x.low.isalpha() or x.low in _STOPS:
            return False
        if x.low in _PLURALS or (len(x.low) > 3 and x.low.endswith("s") and not x.low.endswith(("ss", "us", "is"))):
            return True
    return False


_STOPS = frozenset(
    {"in", "on", "at", "to", "for", "from", "by", "with", "is", "was", "has", "as", "than", "away", "above"}
)
_PLURALS = frozenset({"people", "men", "women", "children", "troops", "police", "staff", "cattle"})


def _after(lex: Sequence[Lexeme], at: int) -> tuple[int, str | None, bool]:
    """Where the unit after the number ends, its name, and whether it is money."""
    start = at
    if at + 1 < len(lex) and lex[at].low == "-" and lex[at].glued and lex[at + 1].glued:
        start = at + 1
    for size in range(min(LONGEST, len(lex) - start), 0, -1):
        printed = " ".join(x.low for x in lex[start : start + size])
        money = _table("money_after").get(printed)
        end = start + size
        if money and not lex[start].low.isalpha() and end < len(lex) and lex[end].figure and lex[end].glued:
            continue  # the sign of what follows: "€5m-€6m"
        if money:
            return start + size, money, True
        unit = _table("signs", "words").get(printed)
        if unit and _trusted(lex, start, size):
            return start + size, unit, False
    return at, None, False


def _trusted(lex: Sequence[Lexeme], start: int, size: int) -> bool:
    """A single letter counts where it sticks to the figure or nothing follows that it could belong to."""
    if size > 1 or lex[start].low not in _words("one_letter"):
        return True
    return lex[start].glued or start + 1 >= len(lex) or not lex[start + 1].low[0].isalnum()


def is_measure(unit: str | None) -> bool:
    """Whether a unit measures and does not count."""
    return unit is not None and (
        unit in _measures() or unit in _words("measured") or not unit.replace(" ", "").isalpha()
    )


@cache
def _measures() -> frozenset[str]:
    return frozenset(_table("signs", "words", "money_before", "money_after").values())
