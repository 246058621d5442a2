"""How names of places are written, and what a run of words may mean as a place."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from onrecord.extract.metonyms import is_located
from onrecord.extract.parse import Parse
from onrecord.lexicon import words
from onrecord.lexicon.atlas import Sense, senses, short_form
from onrecord.lexicon.countries import country_of, demonym, seat


@cache
def table() -> dict[str, Any]:
    """All of `place_words.toml`."""
    return words("place_words")


@cache
def listed(topic: str) -> frozenset[str]:
    """The words of one list of `place_words.toml`."""
    return frozenset(table()[topic])


@cache
def _phrases() -> frozenset[str]:
    return frozenset(table()["other"]["phrases"])


def other_thing(parse: Parse, i: int) -> int:
    """How many tokens from `i` on are a phrase that holds a place's name and means another thing; 0: none."""
    return next((n for n in (4, 3, 2) if i + n <= len(parse) and parse.words(i, i + n) in _phrases()), 0)


def never(name: str) -> bool:
    """Whether a word is too common to name a place by itself."""
    return name in _never()


@cache
def _never() -> frozenset[str]:
    return frozenset(table()["never"]["words"])


def capital(parse: Parse, i: int) -> bool:
    """Whether a token begins with a capital, or holds one after an apostrophe ("d'Ivoire")."""
    word = parse.word(i) if 0 <= i < len(parse) else ""
    return word[:1].isupper() or (word[1:2] in ("'", "’") and word[2:3].isupper())


def joined(parse: Parse, a: int, b: int) -> bool:
    """Whether two neighbours in a sentence may belong to one name."""
    return parse.sent_of[a] == parse.sent_of[b] and parse.word(b)[0].isalpha() and parse.word(a)[-1].isalpha()


def is_direction(parse: Parse, i: int) -> bool:
    """Whether a token is "north", "eastern" and the like."""
    return parse.lower(i) in table()["directions"]


def may_end(parse: Parse, i: int, last: int) -> bool:
    """Whether tokens `[i, last)` can be one name: capitals, with small joining words only inside."""
    if last - i > 1 and not capital(parse, last - 1):
        return False
    inside = range(i + 1, last)
    return all(capital(parse, t) or parse.lower(t) in listed("joiners") or parse.word(t) == "." for t in inside)


def name_of(parse: Parse, i: int, last: int) -> str:
    """The name at tokens `[i, last)`: capitals throughout are lowered, a full stop after a plain word is left out."""
    text = parse.words(i, last).replace("\n", " ")
    if len(text) > 4 and text.isupper():
        text = text.title()
    return text[:-1] if text.endswith(".") and "." not in text[:-1] and text[-2:-1].islower() else text


def meanings(parse: Parse, i: int, last: int, name: str) -> tuple[Sense, ...]:
    """What a name may mean; short forms of states only where they may stand for one."""
    text = parse.words(i, last)
    dotted = parse.text[parse.start[i] : parse.end[last - 1] + 1]
    after_comma = i >= 2 and parse.word(i - 1) in (",", "(") and capital(parse, i - 2)
    short = short_form(text, after_comma) or (short_form(dotted, after_comma) if dotted.endswith(".") else ())
    if short:
        return short
    if seat(name) and not country_of(name):  # "the Kremlin said" names nobody's whereabouts
        return tuple(s for s in senses(name) if s.level == 9) if is_located(parse, last - 1) else ()
    if demonym(name) and not senses(name):
        return ()
    if i > 0 and parse.lower(i - 1) == "the":  # "the Hague"
        towns = tuple(s for s in senses(f"The {name}") if s.level == 3 and s.usual)
        return towns or senses(name)
    return senses(name)


def hyphen(parse: Parse, i: int) -> bool:
    """Whether token `i` is a hyphen that joins two words with a capital: "Sary-Agash", but "Riverton-ML"."""
    if not 0 < i < len(parse) - 1 or parse.word(i) not in ("-", "‑"):
        return False
    glued = parse.end[i - 1] == parse.start[i] and parse.end[i] == parse.start[i + 1]
    return glued and all(len(w) > 1 and w.isalpha() and w.istitle() for w in (parse.word(i - 1), parse.word(i + 1)))


def usual(name: str) -> bool:
    """Whether this is the usual name of some place."""
    return any(s.usual for s in senses(name))


def feature(parse: Parse, first: int, last: int) -> str | None:
    """The kind that a word of a longer name gives: "Creek", "Mount"."""
    if last - first < 2:
        return None
    kinds: dict[str, str] = table()["feature"]
    begin = parse.word(first) if parse.word(first) in listed("begins") else ""
    return kinds.get(parse.word(last - 1).rstrip(".")) or kinds.get(begin.rstrip("."))


def waters(name: str, noun: str) -> tuple[Sense, ...]:
    """The rivers or lakes of a name where a noun says that it is one: the Don of "the river Don".

    >>> [s.name for s in waters("Don", "river")], waters("Don", "town")
    (['Don River'], ())
    """
    forms = {"river": (f"{name} River", name), "lake": (f"Lake {name}", name)}.get(noun, ())
    found = (tuple(replace(s, near=frozenset()) for s in senses(form) if s.kind == "water") for form in forms)
    return next(filter(None, found), ())
