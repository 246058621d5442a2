"""Names of states that no list has, told by what they own and by the adjectives made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.extract.parse import Parse
from onrecord.extract.roles import profile
from onrecord.extract.titles import title_of
from onrecord.lexicon import words
from onrecord.lexicon.atlas import senses
from onrecord.lexicon.countries import demonym
from onrecord.lexicon.organisations import gender, is_holder, organisation

OWN = frozenset({"GOV", "MIL", "LEG"})
"""Sectors that a state has and a company has not."""
_ANYONES = frozenset(
    {
        "president", "vice president", "commander", "captain", "leader", "chief of staff", "spokesman", "leadership",
        "department", "office", "agency", "council", "commission", "committee", "bureau", "administration", "mission",
        "delegation", "secretariat", "directorate", "executive", "unit", "division", "command", "authority", "assembly",
    }
)  # fmt: skip
"""Offices and bodies that a company, a town or a club has as well as a state."""
_ENDINGS = ("ian", "an", "n", "ese", "ish", "ic", "i")
_LANDS = ("ia", "land", "stan")
_SHORTEST = 5
_REACH = 12
"""Most tokens from a subject to what it calls its own."""


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
    names = owners | {name for name, _ in pairs} | set(_lands(parse, single))
    return StateWords(frozenset(names), frozenset(a for _, a in pairs))


def _lands(parse: Parse, single: set[str]) -> Iterator[str]:
    """Names that no list has and that are a land's: always alone, and one acts for what only a state or town has.

    "Xandor said its troops …", "In Xandor …; Xandor said …", or an ending as of countries: "Drovinia said". Whoever has
    a title, a given name or a surname beside the name is somebody.
    """
    at: dict[str, list[int]] = {word: [] for word in single}
    for i in range(len(parse)):
        if parse.word(i) in at:
            at[parse.word(i)].append(i)
    for word, tokens in at.items():
        doers = [i for i in tokens if parse.dep[i] == "nsubj"]
        if not doers or not word[1:].islower() or any(_beside_name(parse, i) for i in tokens):
            continue
        named = {parse.entities[parse.entity_of[i]].label for i in tokens if parse.entity_of[i] >= 0}
        ends = word.endswith(_LANDS) and named != {"ORG"}
        land = ends or any(_has_its_own(parse, i) for i in doers) or any(_held(parse, i) for i in tokens)
        if land and not (organisation(word) or gender(word) or senses(word) or is_holder(word) or demonym(word)):
            yield word


def _beside_name(parse: Parse, i: int) -> bool:
    """Whether a name is part of a longer one, or has a title."""
    around = (t for t in (i - 1, i + 1) if 0 <= t < len(parse) and parse.sent_of[t] == parse.sent_of[i])
    joined = any(parse.pos[t] == "PROPN" and parse.word(t)[:1].isupper() for t in around)
    return joined or title_of(parse, i) is not None


def _has_its_own(parse: Parse, i: int) -> bool:
    """Whether a subject's clause goes on with "its troops", "its parliament", "its border"."""
    for t in range(i + 1, min(parse.sentence(i).last, i + _REACH)):
        if parse.lower(t) == "its" and parse.dep[t] == "poss":
            noun = parse.head[t]
            owned = profile(parse, noun)
            if parse.lemma[noun].lower() in _things() or (owned and owned.sector in OWN and owned.noun not in _ANYONES):
                return True
    return False


def _held(parse: Parse, i: int) -> bool:
    """Whether something is in it: "in Xandor"."""
    label = parse.entities[parse.entity_of[i]].label if parse.entity_of[i] >= 0 else ""
    return label in ("GPE", "LOC") and parse.dep[i] == "pobj" and parse.lower(parse.head[i]) == "in"


@cache
def _things() -> frozenset[str]:
    return frozenset(words("place_words")["of_states"])


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
    name = parse.words(first, mark)
    return name if name[1:].islower() and not senses(name) else None  # no "NUM's", nor "Ontario's education minister"


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
