"""Where the text may name a place: runs of capitalised words that are known names or that the parser takes for places.

Each candidate carries the signs for and against it as points (`worth`); what is worth less than `ENOUGH` is no place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.extract.parse import Parse
from onrecord.extract.place_signs import (
    Noun,
    around,
    country_in_body,
    direction,
    held_in,
    label,
    noun,
    placed,
    said_in,
    size,
    surnames,
)  # fmt: skip
from onrecord.extract.place_spans import longest, may_begin
from onrecord.extract.place_text import capital, feature, hyphen, listed, name_of, never, other_thing, usual, waters
from onrecord.lexicon.atlas import Sense
from onrecord.lexicon.countries import demonym
from onrecord.lexicon.organisations import gender
from onrecord.lexicon.romanise import ARTICLES, key

ENOUGH = 2.0
_TOWN = 10_000
"""Fewest people of a town that is known where the parser takes its name for another thing's."""
_TOWN_ABROAD = 50_000
"""The same for a name of a town that is not its usual one."""
_AGAIN = -2.6
"""What a name must be worth that is surely a place elsewhere in the article."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name of a place at tokens `[first, last)`: its meanings, and what the words around say of its kind.

    `noun` is a common noun beside it ("the village of …", "… province"), `kind` what it, or a word of the name, says.
    `direction` is a word before ("eastern …"), and `start` the token where that begins.
    """

    first: int
    last: int
    name: str
    senses: tuple[Sense, ...]
    label: str
    worth: float
    kind: str | None = None
    noun: Noun | None = None
    direction: str | None = None
    start: int = -1

    @property
    def placed(self) -> bool:
        """Whether a noun beside it or the parser takes it for a place."""
        return self.kind is not None or self.label in ("GPE", "LOC", "")


def candidates(parse: Parse) -> tuple[list[Candidate], list[Candidate]]:
    """The article's candidates in text order, without overlap, each worth `ENOUGH`; and the names worth less."""
    people = surnames(parse)
    found: list[Candidate] = []
    weak: list[Candidate] = []
    for sentence in parse.sentences:
        i = sentence.first
        while i < sentence.last:
            i += other_thing(parse, i)
            made = _at(parse, i, sentence.last, people, found) if i < sentence.last else None
            if made is None:
                i += 1
                continue
            (found if made.worth >= ENOUGH else weak).append(made)
            i = made.last
    sure = {key(c.name) for c in found if c.worth >= ENOUGH + 0.5}
    again = [c for c in weak if key(c.name) in sure]  # a place once is a place throughout
    found += [c for c in again if c.worth >= (_AGAIN if _alone(parse, c) else 0.0)]
    found = _plural(parse, sorted(found, key=lambda c: c.first), {c.last: c for c in weak})
    taken = {c.first for c in found}
    return found, [c for c in weak if c.first not in taken]


def _alone(parse: Parse, candidate: Candidate) -> bool:
    """Whether a name is all that the parser takes for one thing there: not "Chad" in "Chad Bolton"."""
    number = parse.entity_of[candidate.first]
    if number < 0 or parse.entities[number].label != "PERSON":
        return True
    entity = parse.entities[number]
    inside = [t for t in range(entity.first, entity.last) if parse.tag[t] not in ("DT", "POS")]
    return all(candidate.first <= t < candidate.last for t in inside)


def _at(parse: Parse, i: int, stop: int, people: frozenset[str], before: list[Candidate]) -> Candidate | None:
    """The longest known name from token `i`, else the parser's own place that begins there."""
    if not may_begin(parse, i, stop):
        return None
    number = parse.entity_of[i]
    if (run := longest(parse, i, stop)) is not None and not _goes_on(parse, i, run.last):
        return _made(parse, (i, run.last), run.known, people, before)
    if number >= 0 and parse.entities[number].first == i:
        return _unknown(parse, number, people, before)
    return _named_by_noun(parse, i, stop, before)


def _goes_on(parse: Parse, first: int, last: int) -> bool:
    """Whether a known name is the first word of a longer one of a place: "Wad" in "Wad an Nil"."""
    number = parse.entity_of[first]
    if number < 0 or last - first > 1 or parse.entities[number].label not in ("GPE", "LOC"):
        return False
    inside = parse.entities[number].last > last + 1 and parse.lower(last) in ARTICLES
    return inside and parse.word(last).islower() and capital(parse, last + 1)


def _noun(parse: Parse, first: int, last: int, before: list[Candidate]) -> tuple[Noun | None, float]:
    """The noun that says what a name is; "the villages of A and B" says it of both."""
    beside, sign = noun(parse, first, last)
    if beside is None and before and before[-1].noun is not None and before[-1].last == first - 1:
        shared = before[-1].noun
        listed_on = parse.lower(first - 1) in ("and", ",", "or", "&")
        if (
            listed_on
            and shared.kind == "city"
            and shared.word.endswith("s")
            and parse.lower(before[-1].last) != shared.word
        ):
            return shared, 2.5
    return beside, sign


def _made(
    parse: Parse, where: tuple[int, int], known: tuple[Sense, ...], people: frozenset[str], before: list[Candidate]
) -> Candidate:
    first, last = where
    name = name_of(parse, first, last)
    tag, worth = label(parse, first, last)
    beside, sign = _noun(parse, first, last, before)
    if sign >= 2.5:  # "the village of …" says more than the parser's label
        worth = max(worth, 0.0)
    known = (beside and waters(name, beside.word)) or known
    itself = feature(parse, first, last)
    big = size(known, last - first) if known else -0.5
    worth += sign + big + around(parse, first, last, before, tag)
    if big >= 0.5 and before and before[-1].last == first - 1 and parse.lower(first - 1) in ("and", ","):
        worth += 1.6 if tag in ("PERSON", "ORG", "") else 0.0  # the next of a list of places
    worth += 2.5 if tag == "PERSON" and said_in(parse, last, known) else 0.0
    worth += 1.5 if tag in ("ORG", "NORP", "PERSON", "") and _whole_country(parse, first, last, known) else 0.0
    worth += 2.0 if tag == "PERSON" and _ours_alone(parse, first, last, known) else 0.0
    worth += 0.6 if tag in ("PERSON", "ORG", "NORP") and _town_where(parse, first, last, known, tag) else 0.0
    worth += 2.5 if known and last - first > 1 and not capital(parse, last - 1) else 0.0  # "Danube delta"
    worth += (2.0 if itself else 0.0) + country_in_body(parse, first, last, known, tag)
    if last - first == 1:
        if parse.word(first).rstrip(".") in people and not placed(parse, first, last):
            worth -= 3.0  # a surname of this article
        worth -= 5.0 if never(name) else 0.0
        if parse.pos[first] != "PROPN" and tag not in ("GPE", "LOC"):
            worth -= 3.0
    facing, start = direction(parse, first, known)
    kind = beside.kind if beside else itself
    return Candidate(first, last, name, known, tag, worth, kind, beside, facing, start)


def _whole_country(parse: Parse, first: int, last: int, known: tuple[Sense, ...]) -> bool:
    """Whether a name that the parser takes for a body's is all of it and a country's, and no given name: "Moldova"."""
    long = last - first > 2 or (first > 0 and parse.lower(first - 1) == "the")
    sure = bool(known) and not known[0].near and (known[0].level == 0 or (known[0].level == 9 and long))
    if not sure or gender(parse.word(first)):
        return False
    number = parse.entity_of[first]
    start = parse.entities[number].first if number >= 0 else first
    end = max(parse.entities[n].last if (n := parse.entity_of[t]) >= 0 else t + 1 for t in range(first, last))
    inner = range(start + (parse.lower(start) == "the"), end - (parse.tag[end - 1] == "POS"))
    goes_on = last < len(parse) and capital(parse, last) and parse.sent_of[last] == parse.sent_of[first]
    return inner == range(first, last) and not goes_on and not (first > 0 and parse.dep[first - 1] == "compound")


def _town_where(parse: Parse, first: int, last: int, known: tuple[Sense, ...], tag: str) -> bool:
    """Whether the name of a town stands where something is: "fell in Lozova", but not "shares in Linde"."""
    where = ("in",) if tag == "PERSON" else ("in", "near", "off", "outside")  # one may well stand near somebody
    if first == 0 or parse.lower(first - 1) not in where:
        return False
    if not any(s.level == 9 or s.population >= (_TOWN if s.usual else _TOWN_ABROAD) for s in known):
        return False
    ends = last >= len(parse) or not (capital(parse, last) or parse.tag[last] in ("POS", "NN", "NNS", "HYPH"))
    return ends and not held_in(parse, first - 1)


def _ours_alone(parse: Parse, first: int, last: int, known: tuple[Sense, ...]) -> bool:
    """Whether the article says that a name of a country or region alone is no person's: "the Malvinas"."""
    only = bool(known) and all(s.level in (0, 9) and not s.near for s in known)
    return only and first > 0 and last == first + 1 and parse.lower(first - 1) == "the"


def _unknown(parse: Parse, number: int, people: frozenset[str], before: list[Candidate]) -> Candidate | None:
    """A name that no table holds, where the parser or the words around take it for a place."""
    entity = parse.entities[number]
    first = entity.first + (parse.lower(entity.first) == "the")
    last = entity.last
    while last > first and not capital(parse, last - 1):
        last -= 1
    for cut in range(first + 1, last):  # "Latvia and Malta", "Leuna, Saxony" taken for one name
        glued = hyphen(parse, cut) and not usual(parse.word(cut - 1))
        if parse.lower(cut) in ("and", ",", "or", "&", "/", "(", "-") and entity.label in ("GPE", "LOC") and not glued:
            last = cut
            break
    if first >= last or not capital(parse, first):
        return None
    name = name_of(parse, first, last)
    beside, sign = _noun(parse, first, last, before)
    if entity.label in listed("labels") and (entity.label != "NORP" or beside is None):
        return None
    itself = feature(parse, first, last)
    tagged = label(parse, entity.first, entity.last)[1]
    if sign >= 2.5:  # "the village of …" says more than the parser's label
        tagged = max(tagged, 0.0)
    worth = tagged + sign + around(parse, first, last, before, entity.label)
    worth -= 1.5 if beside is None else 0.0
    if itself:
        worth += 1.5
    elif entity.label not in ("GPE", "") and beside is None:
        worth -= 0.0 if entity.label == "LOC" and placed(parse, first, last) else 1.5
    odd = not name.replace("-", "").replace(" ", "").replace("'", "").isalpha() or len(name) < 3 or name.isupper()
    if demonym(name) or never(name) or odd or any(c.isdigit() for c in name):
        worth -= 3.0
    if last - first == 1 and name in people:
        worth -= 3.0
    return Candidate(first, last, name, (), entity.label, worth, beside.kind if beside else itself, beside, None, first)


def _named_by_noun(parse: Parse, i: int, stop: int, before: list[Candidate]) -> Candidate | None:
    """An unlabelled name after "the village of" and the like, or one that ends in a word such as "Street"."""
    last = i + 1
    while last < min(stop, i + 4) and capital(parse, last) and parse.entity_of[last] < 0:
        last += 1
    if hyphen(parse, last) and last + 1 < stop and parse.entity_of[last + 1] < 0:
        last += 2
    if parse.entity_of[i] >= 0 or parse.pos[i] != "PROPN" or never(name_of(parse, i, i + 1)):
        return None
    beside, sign = _noun(parse, i, last, before)
    itself = feature(parse, i, last)
    if beside is None and itself is None:
        return None
    worth = sign + (2.0 if itself else 0.0)
    kind = beside.kind if beside else itself
    return Candidate(i, last, name_of(parse, i, last), (), "", worth, kind, beside, None, i)


def _plural(parse: Parse, found: list[Candidate], weak: dict[int, Candidate]) -> list[Candidate]:
    """The same, where "A, B and C counties" gives its noun to each name, those among them that seemed none before."""
    by_end = weak | {c.last: c for c in found}
    made = {c.first: c for c in found}
    for candidate in reversed(found):
        right: Candidate | None = candidate
        while right is not None and right.noun is not None and right.noun.word in listed("plurals"):
            right = _left_of(parse, right, by_end)
            if right is not None:
                made[right.first] = right
    return [made[first] for first in sorted(made)]


def _left_of(parse: Parse, right: Candidate, by_end: dict[int, Candidate]) -> Candidate | None:
    """The name before this one in a list, with its noun."""
    end = right.first
    while end > 0 and parse.lower(end - 1) in (",", "and", "or", "&"):
        end -= 1
    left = by_end.get(end) if end < right.first else None
    if left is None or not left.senses or parse.sent_of[left.first] != parse.sent_of[right.first]:
        return None
    return replace(left, noun=right.noun, kind=right.kind)
