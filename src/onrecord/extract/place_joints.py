"""How a name is joined to the words beside it: by a hyphen, by "in" and a country; and names of peoples."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.parse import Parse
from onrecord.extract.place_signs import capital, is_direction
from onrecord.lexicon import words
from onrecord.lexicon.atlas import Sense, senses
from onrecord.lexicon.countries import country_of, demonym

_SMALL = 50_000
"""Towns below this size may be no more than the beginning of a hyphenated name."""


def said_in(parse: Parse, last: int, known: Sequence[Sense]) -> bool:
    """Whether a country that holds one of a name's meanings follows: "Mary, in Turkmenistan"."""
    if last + 2 >= len(parse) or parse.words(last, last + 2) != ", in":
        return False
    at = last + 2 + is_direction(parse, last + 2)
    if at >= len(parse) or not capital(parse, at):
        return False
    return any(s.level == 0 and any(k.level == 3 and k.lies_in(s) for k in known) for s in senses(parse.word(at)))


def hyphen(parse: Parse, i: int) -> bool:
    """Whether token `i` is a hyphen that joins two words with a capital: "Sary-Agash", but "Riverton-ML"."""
    if not 0 < i < len(parse) - 1 or parse.word(i) not in ("-", "‑"):
        return False
    glued = parse.end[i - 1] == parse.start[i] and parse.end[i] == parse.start[i + 1]
    return glued and all(len(w) > 1 and w.isalpha() and w.istitle() for w in (parse.word(i - 1), parse.word(i + 1)))


def of_people(parse: Parse, i: int) -> bool:
    """Whether a token is a people's name that modifies the common noun after it: "the Kazakh village"."""
    if i + 1 >= len(parse) or parse.dep[i] not in ("compound", "amod", "nmod") or country_of(parse.word(i)):
        return False
    word, after = parse.word(i), parse.word(i + 1)
    return demonym(word) is not None and after.islower() and after in words("place_words")["before"]


def hyphened(parse: Parse, last: int, known: tuple[Sense, ...]) -> int:
    """Where a name ends that a hyphen makes longer than a small place's, or 0: "Sary-Agash", but "Minsk-Brest"."""
    small = all(s.level == 3 and s.population < _SMALL for s in known)
    if not small or not hyphen(parse, last) or usual(parse.word(last + 1)):
        return 0
    return last + 2


def usual(name: str) -> bool:
    """Whether this is the usual name of some place."""
    return any(s.usual for s in senses(name))
