"""Names of states that no list has, told by what they own and by the adjectives made of them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.parse import Parse
from onrecord.extract.roles import profile

OWN = frozenset({"GOV", "MIL", "LEG"})
"""Sectors that a state has and a company has not."""
_ANYONES = frozenset({"president", "vice president", "commander", "captain", "leader", "chief of staff", "spokesman"})
"""Offices that a company or a club has as well as a state."""
_ENDINGS = ("ian", "an", "n", "ese", "ish", "ic", "i")
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class StateWords:
    """Unknown states by name ("Veltania") and the adjectives that go with them ("Veltanian")."""

    names: frozenset[str]
    adjectives: frozenset[str]


def state_words(parse: Parse) -> StateWords:
    """The unknown states of a parse.

    A state is what has an army or a foreign minister: "Veltania's foreign minister", or "the Veltanian army" where the
    text also has a name "Veltania".
    """
    owners = {words for i in range(1, len(parse)) if (words := _owner(parse, i))}
    adjectives = {a for i in range(len(parse)) if (a := _adjective(parse, i))}
    single = {
        parse.word(i)
        for i in range(len(parse))
        if parse.pos[i] == "PROPN" and len(parse.word(i)) >= _SHORTEST and parse.word(i)[0].isupper()
    }
    pairs = {(name, a) for a in adjectives for name in _stems(a, single)}
    return StateWords(frozenset(owners | {name for name, _ in pairs}), frozenset(a for _, a in pairs))


def _owner(parse: Parse, mark: int) -> str | None:
    """The name before a possessive mark that owns an office or a body of a state."""
    if parse.tag[mark] != "POS" or parse.pos[mark - 1] != "PROPN" or parse.dep[mark - 1] != "poss":
        return None
    owned = profile(parse, parse.head[mark - 1])
    if owned is None or owned.sector not in OWN or owned.noun in _ANYONES:
        return None
    first = mark - 1
    while first > 0 and parse.dep[first - 1] == "compound" and parse.head[first - 1] == mark - 1:
        first -= 1
    return parse.words(first, mark)


def _adjective(parse: Parse, i: int) -> str | None:
    """A capitalised word that ends as adjectives of countries do and stands before a noun for what states have."""
    word = parse.word(i)
    if parse.dep[i] not in ("amod", "compound", "nmod") or len(word) < _SHORTEST or not word[0].isupper():
        return None
    if not word.endswith(_ENDINGS):
        return None
    owned = profile(parse, parse.head[i]) if parse.head[i] > i else None
    return word if owned and owned.sector in OWN else None


def _stems(adjective: str, names: set[str]) -> set[str]:
    """The names that an adjective can be made of: "Veltania" of "Veltanian", "Corvia" of "Corvish"."""
    found = set()
    for ending in _ENDINGS:
        stem = adjective.removesuffix(ending)
        if stem != adjective and len(stem) >= 4:
            found |= {stem + tail for tail in ("", "a", "ia", "e", "land", "stan", "o", "y") if stem + tail in names}
    return found - {adjective}
