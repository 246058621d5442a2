"""How far a name of a place goes: the longest known one, save where the words after it make it another's or longer."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.extract.parse import Parse
from onrecord.extract.place_text import (
    capital,
    feature,
    hyphen,
    is_direction,
    joined,
    listed,
    may_end,
    meanings,
    name_of,
    table,
    usual,
)  # fmt: skip
from onrecord.lexicon.atlas import Sense, senses
from onrecord.lexicon.countries import country_of, demonym

LONGEST = 6
"""Most tokens of a name."""
_SMALL = 50_000
"""Towns below this size may be no more than the beginning of a hyphenated name."""


class Run(NamedTuple):
    """A name that ends before token `last`, and its meanings: none where it is longer than what is known."""

    last: int
    known: tuple[Sense, ...]


def longest(parse: Parse, i: int, stop: int) -> Run | None:
    """The longest known name from token `i`, or the longer unknown one that it is the beginning of."""
    for last in range(min(stop, i + LONGEST), i, -1):
        if not may_end(parse, i, last) or _cut_short(parse, i, last, stop):
            continue
        known = meanings(parse, i, last, name_of(parse, i, last))
        if (site := _site(parse, i, last, stop)) > last:
            return Run(site, senses(parse.words(i, site)))
        if known:
            longer = _hyphened(parse, last, known) or _longer(parse, i, last, stop)
            return Run(longer, ()) if longer > last else Run(last, known)
    return None


def may_begin(parse: Parse, i: int, stop: int) -> bool:
    """Whether a name may begin here: not at an article, a direction or a people's name that is no part of it."""
    if not capital(parse, i) or _of_people(parse, i):
        return False
    if parse.word(i) in ("The", "A"):
        return _with_article(parse, i, stop)
    apart = parse.word(i) in listed("prefixes") or (is_direction(parse, i) and i + 1 < stop and capital(parse, i + 1))
    return not apart or _known_from(parse, i, stop)


def _with_article(parse: Parse, i: int, stop: int) -> bool:
    """Whether the article belongs to the name ("The Hague")."""
    ends = [e for e in range(min(stop, i + 4), i + 1, -1) if may_end(parse, i, e)]
    return any(usual(name_of(parse, i, e)) and not senses(name_of(parse, i + 1, e)) for e in ends)


def _known_from(parse: Parse, i: int, stop: int) -> bool:
    """Whether a name of several words begins with this direction ("North Korea", "South Dakota")."""
    ends = range(min(stop, i + LONGEST), i + 1, -1)
    return any(may_end(parse, i, e) and meanings(parse, i, e, name_of(parse, i, e)) for e in ends)


def _cut_short(parse: Parse, i: int, last: int, stop: int) -> bool:
    """Whether a name ends in the City of "City Council", so that the shorter name is meant."""
    if last - i < 2 or parse.word(last - 1) not in ("City", "Town"):
        return False
    if last < stop and parse.word(last) in listed("city_bodies"):
        return True
    return usual(name_of(parse, i, last - 1)) and not usual(name_of(parse, i, last))


def _site(parse: Parse, i: int, last: int, stop: int) -> int:
    """Where a site's name ends that goes on in small letters: "Zaatari camp", "Saki air base"."""
    if last >= stop or parse.lower(last) not in listed("site_nouns"):
        return last
    ends = range(min(stop, last + 3), last, -1)
    return next((e for e in ends if any(s.level == 9 for s in senses(parse.words(i, e)))), last)


def _longer(parse: Parse, i: int, last: int, stop: int) -> int:
    """Where a name really ends that goes on with a word for what it is ("… Valley", "… Street"), unknown as a whole."""
    end = last
    while end < min(stop, last + 2) and _plain(parse, end) and joined(parse, end - 1, end):
        end += 1
        if feature(parse, end - 2, end) is not None and parse.word(end - 1) not in listed("areas"):
            return end
    number = parse.entity_of[i]
    if number >= 0 and parse.entities[number].label in ("GPE", "LOC") and parse.entities[number].first == i:
        stop = parse.entities[number].last
        whole = all(_plain(parse, t) and parse.word(t) not in listed("areas") for t in range(i, stop))
        if stop > last and whole:  # "Nevada Heights Colony" is no Nevada
            return stop
    return last


def _plain(parse: Parse, i: int) -> bool:
    return capital(parse, i) and parse.word(i).isalpha()


def _of_people(parse: Parse, i: int) -> bool:
    """Whether a token is a people's name that modifies the common noun after it: "the Kazakh village"."""
    if i + 1 >= len(parse) or parse.dep[i] not in ("compound", "amod", "nmod") or country_of(parse.word(i)):
        return False
    word, after = parse.word(i), parse.word(i + 1)
    if senses(f"{word} {after}"):  # "the Crimean peninsula"
        return False
    return demonym(word) is not None and after.islower() and after in table()["before"]


def _hyphened(parse: Parse, last: int, known: tuple[Sense, ...]) -> int:
    """Where a name ends that a hyphen makes longer than a small place's, or 0: "Sary-Agash", but "Minsk-Brest"."""
    small = all(s.level == 3 and s.population < _SMALL for s in known)
    if not small or not hyphen(parse, last) or usual(parse.word(last + 1)):
        return 0
    return last + 2
