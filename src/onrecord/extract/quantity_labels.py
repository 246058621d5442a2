"""Numbers that count nothing: names, dates, clock times, addresses, scores and the pronoun "one"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.extract.numbers import Lexeme, number_at
from onrecord.extract.parse import Parse
from onrecord.extract.quantity_nouns import Noun
from onrecord.extract.quantity_units import Amount
from onrecord.lexicon import words

_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "NORP"})
_PREFIXES = frozenset({"sub", "minus", "plus", "non", "mid", "pre"})
_YEAR = re.compile(r"(?:1[1-9]|20)\d\d")


@cache
def _list(table: str, name: str = "words") -> frozenset[str]:
    return frozenset(words("not_counts")[table][name])


def is_label(parse: Parse, lex: Sequence[Lexeme], found: Amount, noun: Noun | None, bounded: bool) -> bool:
    """Whether the number is none of something. `noun` is what it would count, `bounded` says that a bound stands there."""
    if found.unit is None or found.unit in ("kt", "m"):
        if _stuck(lex, found) or _dated(lex, found) or _named(parse, lex, found, noun):
            return True
        if _year(lex, found, noun, bounded) or _address(parse, found, lex, noun):
            return True
    if _clock(lex, found) or _chain(lex, found):
        return True
    return _pronoun(parse, lex, found, noun)


def _at(lex: Sequence[Lexeme], i: int) -> str:
    return lex[i].low if 0 <= i < len(lex) else ""


def _stuck(lex: Sequence[Lexeme], found: Amount) -> bool:
    """Letters that stick to the figure make it a name: "T-72", "G7", "5G", "76th", "1990s"."""
    first, last = found.number.first, found.last
    if not lex[first].figure:
        return (
            _at(lex, first - 1) == "-"
            and lex[first].glued
            and _at(lex, first - 2) not in _PREFIXES
            and lex[first - 1].glued
        )
    if lex[first].glued and _at(lex, first - 1).isalpha():
        return True
    if lex[first].glued and _at(lex, first - 1) == "-" and lex[first - 1].glued:
        before = _at(lex, first - 2)
        if before and before[0].isalpha() and before not in _PREFIXES:
            return True
    if lex[first].glued and _at(lex, first - 1) in (".", "#", "@", "№", "/"):
        return True
    after = lex[last] if last < len(lex) else None
    return after is not None and after.glued and after.low[0].isalpha() and lex[last - 1].figure


def _clock(lex: Sequence[Lexeme], found: Amount) -> bool:
    """ "5:25", "11 a.m.", "six o'clock"."""
    first, last = found.number.first, found.number.last
    after = _at(lex, last)
    if after in ("am", "pm", "o'clock"):
        return True
    if after in ("a", "p") and _at(lex, last + 1) == "." and _at(lex, last + 2) == "m":
        return True
    if _at(lex, last) in ("gmt", "utc", "cet", "est"):
        return True
    colon = _at(lex, first - 1) == ":" and lex[first].glued and _at(lex, first - 2).replace(".", "").isdigit()
    return colon or (after == ":" and lex[last].glued and _at(lex, last + 1)[:1].isdigit() and lex[last + 1].glued)


def _dated(lex: Sequence[Lexeme], found: Amount) -> bool:
    """A day beside the name of a month, or the second day of "20-24 March"."""
    first, last, months = found.number.first, found.number.last, _list("months")
    figure = lex[first].low
    if not (figure.isdigit() and int(figure) <= 31 and last == first + 1):
        return False
    before = first - 1
    while before > 0 and (
        _at(lex, before) in (".", "-", "–", "and", "to", ",") or (lex[before].low.isdigit() and first - before < 4)
    ):
        before -= 1
    joined = any(_at(lex, i) == "," for i in range(before, first))
    if _at(lex, before) in months and lex[before].word[0].isupper() and not joined:
        return True
    after = last
    while (
        after < len(lex)
        and after - last < 3
        and (lex[after].low in ("-", "–", "and", "to", "of", "or") or lex[after].low.isdigit())
    ):
        after += 1
    return (
        _at(lex, after) in months
        and lex[after].word[0].isupper()
        and not (_at(lex, after) in ("may", "march") and after > last)
    )


def _year(lex: Sequence[Lexeme], found: Amount, noun: Noun | None, bounded: bool) -> bool:
    """Four figures without a comma, from 1100 to 2099: a year, unless a bound or a round number of things says no."""
    first = found.number.first
    if found.last != first + 1 or not _YEAR.fullmatch(lex[first].low):
        return False
    value = int(lex[first].low)
    if noun is not None and noun.lemma is not None:
        return not (bounded or value % 100 == 0 or not 1900 <= value <= 2040) or _at(lex, first - 1) in (
            "the",
            "in",
            "since",
            "of",
            "'s",
        )
    return not bounded or 1900 <= value <= 2040 or _at(lex, first - 1) in ("and", "between", "in", "since")


def _named(parse: Parse, lex: Sequence[Lexeme], found: Amount, noun: Noun | None) -> bool:
    """A part of a name, or behind a word that is numbered: "Article 5", "Model 3", "day 12"."""
    first = found.number.first
    before = _at(lex, first - 1)
    dotted = before == "." and _at(lex, first - 2) in ("no", "nos", "vol", "fig", "art", "ch")
    if before == "#" or dotted:
        return True
    figure_like = lex[first].figure or found.number.low <= 20
    if figure_like and before in _list("label", "always"):
        return True
    if (
        figure_like
        and before in _list("label", "bare")
        and noun is None
        and not (before == "no" and not lex[first].figure)
    ):
        return True
    tokens = parse.tokens_in((lex[found.number.first].start, lex[found.number.last - 1].end))
    if not tokens or not lex[first].figure and not lex[first].word[0].isupper():
        return False
    entity = parse.entity_of[tokens[0]]
    if entity >= 0 and parse.entities[entity].label in _NAMES and _is_name(parse, entity, tokens):
        return True
    behind = tokens[0] - 1
    if behind < 0 or parse.tag[behind] not in ("NNP", "NNPS") or not lex[first].figure or "," in lex[first].low:
        return False
    if lex[first - 1].word[:1].isupper() and behind >= parse.sentence(tokens[0]).first:
        return (
            noun is None if parse.head[behind] != parse.head[tokens[-1]] else parse.dep[behind] in ("compound", "nmod")
        )
    return False


def _is_name(parse: Parse, entity: int, tokens: Sequence[int]) -> bool:
    """Whether the number stands inside a name and is not only wrongly taken into one ("300 Ukrainians")."""
    first, last, label = parse.entities[entity]
    if first < tokens[0]:
        return any(parse.word(i)[0].isupper() for i in range(first, tokens[0]))
    return label in ("PRODUCT", "FAC", "WORK_OF_ART") and parse.word(tokens[0]).isdigit() and last > tokens[-1] + 1


def _address(parse: Parse, found: Amount, lex: Sequence[Lexeme], noun: Noun | None) -> bool:
    """ "10 Harbour Street": capitals up to a word for a street."""
    at = found.last
    if not lex[found.number.first].figure:
        return False
    for x in lex[at : at + 4]:
        if not x.word[0].isupper():
            return False
        if x.low in _list("streets"):
            return True
    return False


def _chain(lex: Sequence[Lexeme], found: Amount) -> bool:
    """ "555-0199", "3-1", "9/11", "24/7", "1.2.3", "50-50": figures joined without a span of numbers."""
    first, last = found.number.first, found.number.last
    for joint, other in ((first - 1, first - 2), (last, last + 1)):
        sign = _at(lex, joint)
        if (
            sign in ("/", "⁄", ".")
            and 0 <= other < len(lex)
            and lex[other].figure
            and lex[max(joint, other)].glued
            and lex[joint].glued
        ):
            return True
    return False


def _pronoun(parse: Parse, lex: Sequence[Lexeme], found: Amount, noun: Noun | None) -> bool:
    """ "no one", "one of them", "the two met": a number word without anything counted, except for victims."""
    first, last = found.number.first, found.last
    word = _at(lex, first)
    if lex[first].figure or found.unit is not None or found.number.kind in ("vague", "fraction"):
        return False
    if word == "one" and found.number.low == 1:
        if _at(lex, last) in ("in", "out") and number_at(
            lex, last + (2 if _at(lex, last + 1) in ("of", "every") else 1)
        ):
            return False
        if _at(lex, first - 1) in _list("one", "before") or (_at(lex, last) in _list("one", "after")):
            return True
        return (noun is None and not _victim(parse, lex, found)) or (
            _at(lex, last) == "-" and _at(lex, last + 1) in ("time", "off", "on", "sided", "way")
        )
    return (
        noun is None
        and _at(lex, first - 1) in ("the", "these", "those", "all", "other", "his", "her", "their", "its")
        and found.number.low < 10
    )


def _victim(parse: Parse, lex: Sequence[Lexeme], found: Amount) -> bool:
    """Whether the number is who was killed, hurt or held: "killing one and wounding two", "one dead"."""
    tokens = parse.tokens_in((lex[found.number.first].start, lex[found.number.last - 1].end))
    if not tokens:
        return False
    at, verbs = tokens[-1], _list("one", "victims")
    after = parse.lower(at + 1) if at + 1 < len(parse) else ""
    return (
        after in verbs
        or parse.lemma[parse.head[at]].lower() in verbs
        and parse.dep[at] in ("dobj", "nsubjpass", "nsubj", "conj")
    )
