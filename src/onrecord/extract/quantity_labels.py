"""Numbers that count nothing: names, dates, clock times, addresses, scores and the pronoun "one"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.extract.numbers import Lexeme, number_at, number_words
from onrecord.extract.parse import Parse
from onrecord.extract.quantity_nouns import Noun
from onrecord.extract.quantity_units import Amount
from onrecord.lexicon import words

_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "NORP"})
_AGE_MARKS = frozenset({("(", ")"), *((",", mark) for mark in (",", ".", ";", "of", "and", "―", "—", "–"))})
_GROWN = 15
"""Age from which people are named by what they do."""
_PREFIXES = frozenset({"sub", "minus", "plus", "non", "mid", "pre"})
_YEAR = re.compile(r"(?:1[1-9]|2[01])\d\d")


@cache
def _list(table: str, name: str = "words") -> frozenset[str]:
    return frozenset(words("not_counts")[table][name])


def is_label(parse: Parse, lex: Sequence[Lexeme], found: Amount, noun: Noun | None, bounded: bool) -> bool:
    """Whether the number is none of something. `noun` is what it would count, `bounded`: it has a bound."""
    if found.unit is None or found.unit in ("kt", "m"):
        if _stuck(lex, found) or _dated(lex, found) or _numbered(lex, found, noun):
            return True
        if _named(parse, lex, found, noun):
            return True
        if _year(lex, found, noun, bounded) or _address(parse, found, lex, noun):
            return True
    if noun is None and found.unit is None and not bounded and _aged(parse, lex, found):
        return True
    if _clock(lex, found) or _chain(lex, found):
        return True
    return _pronoun(parse, lex, found, noun, bounded)


def _at(lex: Sequence[Lexeme], i: int) -> str:
    return lex[i].low if 0 <= i < len(lex) else ""


def _stuck(lex: Sequence[Lexeme], found: Amount) -> bool:
    """Letters that stick to the figure make it a name: "T-72", "G7", "5G", "76th", "1990s"."""
    first, last = found.number.first, found.last
    if not lex[first].figure:
        if _at(lex, first - 2) in number_words().small:  # "five-six months"
            return False
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
    if _at(lex, last) == "-" and _at(lex, last + 1) == "to" and _at(lex, last + 2) == "-":  # "a 2-to-1 vote"
        return True
    if _at(lex, first - 1) == "-" and _at(lex, first - 2) == "to" and lex[first].glued:
        return True
    after = lex[last] if last < len(lex) else None
    return after is not None and after.glued and after.low[0].isalpha() and lex[last - 1].figure


def _clock(lex: Sequence[Lexeme], found: Amount) -> bool:
    """ "5:25", "11 a.m.", "six o'clock"."""
    first, last = found.number.first, found.number.last
    after = _at(lex, last)
    if _hour_after(lex, last):
        return True
    if _at(lex, last) in ("gmt", "utc", "cet", "est"):
        return True
    if after in ("and", "to", "-", "–") and _at(lex, last + 1).isdecimal() and _hour_after(lex, last + 2):
        return True  # "between 2 and 4 a.m."
    if _at(lex, first - 1) == ":" and lex[first - 1].glued and len(_at(lex, first)) >= 2:
        return _at(lex, first - 2).replace(".", "").isdigit()
    return after == ":" and lex[last].glued and _at(lex, last + 1)[:1].isdigit() and len(_at(lex, last + 1)) >= 2


def _hour_after(lex: Sequence[Lexeme], i: int) -> bool:
    """Whether "am", "p.m." or "o'clock" stands at a place."""
    dotted = _at(lex, i) in ("a", "p") and _at(lex, i + 1) == "." and _at(lex, i + 2) == "m"
    return dotted or _at(lex, i) in ("am", "pm", "o'clock")


def _dated(lex: Sequence[Lexeme], found: Amount) -> bool:
    """A day beside the name of a month, or the second day of "20-24 March"."""
    first, last, months = found.number.first, found.number.last, _list("months")
    figure = lex[first].low
    if not (figure.isdigit() and int(figure) <= 31 and last == first + 1):
        return False
    before = first - 1
    while (
        before > 0
        and first - before < 6
        and (
            _at(lex, before) in (".", "-", "–", "and", "to", ",") or (lex[before].low.isdigit() and first - before < 4)
        )
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


def _numbered(lex: Sequence[Lexeme], found: Amount, noun: Noun | None) -> bool:
    """Behind a word that is numbered or told by age or rank: "Article 5", "day 12", "ages 18", "the top three"."""
    first = found.number.first
    before, further = _at(lex, first - 1), _at(lex, first - 2)
    if before == "#" or (before == "." and further in ("no", "nos", "vol", "fig", "art", "ch")):
        return True
    if before == "ages" or (before == "of" and further == "ages"):
        return True
    if noun is None and before in ("top", "bottom", "final", "last") and further in ("the", "their", "its"):
        return True
    if not lex[first].figure and (found.number.low > 20 or before == "no"):
        return False
    return before in _list("label", "always") or (noun is None and before in _list("label", "bare"))


def _named(parse: Parse, lex: Sequence[Lexeme], found: Amount, noun: Noun | None) -> bool:
    """A part of a name: "Model 3", "the Boeing 737 fleet", "iPhone 11", "the S P 500"."""
    first = found.number.first
    before = _at(lex, first - 1)
    tokens = parse.tokens_in((lex[found.number.first].start, lex[found.number.last - 1].end))
    if not tokens or (not lex[first].figure and not lex[first].word[0].isupper()):
        return False
    if first > 1 and before == "of" and lex[first - 2].word == "Group":
        return True  # "the Group of Seven"
    entity = parse.entity_of[tokens[0]]
    if entity >= 0 and parse.entities[entity].label in _NAMES and _is_name(parse, entity, tokens):
        return True
    behind = tokens[0] - 1
    if behind < 0 or parse.tag[behind] not in ("NNP", "NNPS") or not lex[first].figure or "," in lex[first].low:
        return False
    if len(before) == 1 and before.isalpha():
        return True
    if not any(c.isupper() for c in lex[first - 1].word) or behind < parse.sentence(tokens[0]).first:
        return False
    if parse.head[behind] == parse.head[tokens[-1]]:
        return parse.dep[behind] in ("compound", "nmod")
    return noun is None


def _is_name(parse: Parse, entity: int, tokens: Sequence[int]) -> bool:
    """Whether the number stands inside a name and is not only wrongly taken into one ("300 Ukrainians")."""
    first, last, label = parse.entities[entity]
    if first < tokens[0]:
        return any(parse.word(i)[0].isupper() for i in range(first, tokens[0]))
    return label in ("PRODUCT", "FAC", "WORK_OF_ART") and parse.word(tokens[0]).isdigit() and last > tokens[-1] + 1


def _aged(parse: Parse, lex: Sequence[Lexeme], found: Amount) -> bool:
    """The age behind a name: "Ana Ruiz, 45, said", "Ana Ruiz (45)"."""
    first, last = found.number.first, found.last
    if not (lex[first].figure and 0 < found.number.low <= 110 and first >= 2):
        return False
    at = first - 1 if _at(lex, first - 1) != "now" else first - 2
    closed = (_at(lex, at), _at(lex, last))
    if not at or closed not in _AGE_MARKS or (closed[1] == "of" and _at(lex, last + 1) in _list("of_them")):
        return False
    tokens = parse.tokens_in((lex[at - 1].start, lex[at - 1].end))
    if not tokens or parse.pos[tokens[-1]] not in ("PROPN", "NOUN"):
        return False
    # "the minister, 61, said", but "the total, 61, was"
    someone = closed == (",", ",") and parse.tag[tokens[-1]] == "NN" and found.number.low >= _GROWN
    return lex[at - 1].word[0].isupper() or (someone and _at(lex, at - 1) not in words("bounds")["rules"]["tallies"])


def _address(parse: Parse, found: Amount, lex: Sequence[Lexeme], noun: Noun | None) -> bool:
    """ "10 Harbour Street": capitals up to a word for a street."""
    at = found.last
    if not lex[found.number.first].figure:
        return False
    for x in lex[at : at + 6]:
        if x.low in _list("streets") and x.word[0].isupper():
            return True
        if not (x.word[0].isupper() or x.figure or x.low in ("st", "nd", "rd", "th", ".")):
            return False
    return False


def _chain(lex: Sequence[Lexeme], found: Amount) -> bool:
    """ "555-0199", "3-1", "9/11", "24/7", "1.2.3", "50-50": figures joined without a span of numbers."""
    first, last = found.number.first, found.number.last
    for joint, other in ((first - 1, first - 2), (last, last + 1)):
        sign = _at(lex, joint)
        if sign not in ("/", "⁄", ".") or not (0 <= other < len(lex) and lex[other].figure):
            continue
        if sign == "/" or (lex[joint].glued and lex[max(joint, other)].glued):
            return True
    return False


def _pronoun(parse: Parse, lex: Sequence[Lexeme], found: Amount, noun: Noun | None, bounded: bool) -> bool:
    """ "no one", "one of them", "the two met": a number word without anything counted, except for victims."""
    first, last = found.number.first, found.last
    if lex[first].figure or found.unit is not None or found.number.kind in ("vague", "fraction", "ratio") or bounded:
        return False
    before, after, following = _at(lex, first - 1), _at(lex, last), _at(lex, last + 1)
    if lex[first].low == "one" and found.number.low == 1:
        joined = after in ("in", "out", "or", "to") or (after, following) == ("of", "every")
        if joined and number_at(lex, last + (2 if following in ("of", "every") else 1)):
            return False  # "one in five", "one or two"
        if before in _list("one", "before") or after in _list("one", "after"):
            return True
        if after == "-" and following in _list("one", "hyphened"):
            return True
        return noun is None and not _victim(parse, lex, found)
    if noun is not None or found.number.low >= 10:
        return False
    if before == "or" and _at(lex, first - 2) not in ("one", "1"):  # "a week or two"
        return True
    return before in ("the", "these", "those", "all", "other", "his", "her", "their", "its")


def _victim(parse: Parse, lex: Sequence[Lexeme], found: Amount) -> bool:
    """Whether the number is who was killed, hurt or held: "killing one and wounding two", "one dead"."""
    tokens = parse.tokens_in((lex[found.number.first].start, lex[found.number.last - 1].end))
    if not tokens:
        return False
    at, verbs = tokens[-1], _list("one", "victims")
    after = parse.lower(at + 1) if at + 1 < len(parse) else ""
    return after in verbs or (
        parse.lemma[parse.head[at]].lower() in verbs and parse.dep[at] in ("dobj", "nsubjpass", "nsubj", "conj")
    )


def spread(
    lex: Sequence[Lexeme], found: Sequence[Amount], nouns: Sequence[Noun | None], labels: list[bool]
) -> list[bool]:
    """The labels with those that a neighbour gives: "aged 18 to 60", "Articles 5 and 6", "16-18 Mill Lane"."""
    made = list(labels)
    for i in range(1, len(found)):
        one, other = found[i - 1], found[i]
        gap = lex[one.last : other.first]
        if len(gap) != 1 or other.unit is not None or one.unit is not None:
            continue
        dashed = gap[0].low in ("-", "–", "—") and gap[0].glued
        joined = dashed or gap[0].low in ("to", "and", "through", "or")
        noun = nouns[i]
        free = noun is None or noun.lemma == "year" or (one.low >= 1000 and bool(_YEAR.fullmatch(lex[other.first].low)))
        if made[i - 1] and joined and lex[one.first].figure and (dashed or free):
            made[i] = True
        elif made[i] and dashed and lex[other.first].figure:
            made[i - 1] = True
    return made
