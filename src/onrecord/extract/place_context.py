"""What an article says about where its places lie: the countries and states it names, and the company places keep.

A name is read together with the others: a county and a town that only one state holds both of speak for that state.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.extract.parse import Parse
from onrecord.extract.place_candidates import Candidate
from onrecord.extract.place_containers import called, containers, wholes
from onrecord.lexicon.atlas import Sense, prior
from onrecord.lexicon.countries import demonym
from onrecord.lexicon.romanise import key
from onrecord.lexicon.shapes import shape

_NEAR_WORDS = 40
"""How far from a name a country is looked for, in tokens, where nothing ties the two together."""
_MOST = 80
"""Meanings of one name that are looked at as company for the others, the likeliest first."""

_SHORE = 30.0
"""How far in km a place on a river or lake may lie from its outline, which is coarse."""
_POND = 150.0
"""Radius in km up to which a water without an outline is a disc."""
SHARP = 0.8
Shares = dict[str, dict[str, float]]


@dataclass(slots=True)
class Context:
    """`countries` (alpha-3) and `admin1` (GeoNames codes): how much the article speaks of them, by name; `admin2`: the
    counties and the like that it names for certain.

    `spoken` gives the words that speak of a country; `at` lists where: (token, alpha-3), in text order, and `named`
    the same with both ends. `holds` gives
    the place that a candidate is said to lie in, `held` the candidates that are such places, `wholes` those said to
    hold a town, `called` the subdivision that a candidate is said to be, `states` those that stand in a list of
    subdivisions of a country, all by the candidate's number. `waters` are the rivers, lakes and lines that it names.
    `company` gives for a country, a subdivision
    or a cell of one degree the names that may lie in it, with how likely each does.
    """

    countries: Counter[str] = field(default_factory=Counter)
    spoken: dict[str, set[str]] = field(default_factory=dict)
    admin1: Counter[str] = field(default_factory=Counter)
    admin2: set[str] = field(default_factory=set)
    at: list[tuple[int, str]] = field(default_factory=list)
    named: list[tuple[int, int, str]] = field(default_factory=list)
    holds: dict[int, Sense] = field(default_factory=dict)
    held: dict[int, Sense] = field(default_factory=dict)
    company: Shares = field(default_factory=dict)
    waters: tuple[Sense, ...] = ()
    wholes: frozenset[int] = frozenset()
    called: dict[int, Sense] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)

    def share(self, code: str | None, name: str) -> float:
        """How much of the talk of countries is of this one, 0 to 1, a name's own word left out."""
        if code is None or self.spoken.get(code) == {name}:
            return 0.0
        total = sum(n for c, n in self.countries.items() if self.spoken.get(c) != {name})
        return self.countries[code] / total if total else 0.0

    def abroad(self, code: str, name: str) -> bool:
        """Whether the article speaks of other countries only, a name's own word left out."""
        said = [c for c in self.countries if self.countries[c] and self.spoken.get(c) != {name}]
        return bool(said) and code not in said

    def share1(self, code: str | None) -> float:
        """How much of the talk of subdivisions is of this one, 0 to 1."""
        return _share(self.admin1, code)

    def nearest(self, token: int) -> str | None:
        """The country named last before a token, or just after it."""
        here = bisect_right(self.at, (token, "~"))
        if here and self.at[here - 1][0] >= token - _NEAR_WORDS:
            return self.at[here - 1][1]
        return self.at[here][1] if here < len(self.at) and self.at[here][0] <= token + _NEAR_WORDS else None

    def main(self) -> str | None:
        """The country that at least half of the talk of countries is of."""
        code = max(self.countries, key=lambda c: (self.countries[c], c), default=None)
        return code if code and self.countries[code] * 2 >= sum(self.countries.values()) else None

    def beside(self, place: str, name: str) -> float:
        """How much company a name has in a country or subdivision: other names, each by how likely it lies there."""
        names = self.company.get(place)
        return names[""] - names.get(name, 0.0) if names else 0.0

    def near(self, sense: Sense, name: str) -> float:
        """The same for the nine cells around a point, about a hundred kilometres."""
        around = [_cell(sense.lat + dx, sense.lon + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        return sum(self.beside(cell, name) for cell in around)

    def on_water(self, sense: Sense) -> bool:
        """Whether a place lies on a river, lake or line that the article names; none whose course is not known."""
        near = (w for w in self.waters if w.away_km(sense) <= _SHORE)
        return any(w.radius <= _POND or shape(w.name, w.country) is not None for w in near)


def _share(counter: Counter[str], code: str | None) -> float:
    total = sum(counter.values())
    return counter[code] / total if code and total else 0.0


def _cell(lat: float, lon: float) -> str:
    return f"{math.floor(lat)} {math.floor(lon)}"


def context(parse: Parse, found: list[Candidate]) -> Context:
    """The article's context."""
    made = Context()
    said: Counter[str] = Counter()
    for token, last, code, name in sorted(_spoken(parse, [c for c in found if c.senses])):
        made.at.append((token, code))
        made.named.append((token, last, code))
        said[code] += 1
        made.spoken.setdefault(code, set()).add(name)
    made.countries = Counter({code: 1 + math.log2(n) for code, n in said.items()})
    for candidate in found:
        if (sense := _certain_admin1(candidate)) is not None:
            made.admin1[sense.admin1 or ""] += 1
            made.countries.setdefault(sense.country or "", 1)
            made.spoken.setdefault(sense.country or "", set()).add(key(candidate.name))
        if len(candidate.senses) == 1 and candidate.senses[0].level == 2:
            made.admin2.add(candidate.senses[0].admin2 or "")
    made.holds, made.held = containers(parse, found)
    made.wholes, made.called = wholes(parse, found), called(parse, found)
    made.company = company({key(c.name): [(s, SHARP * prior(s)) for s in c.senses] for c in found})
    made.states = _state_lists(parse, found)
    named = [c.senses[0] for c in found if c.senses and c.senses[0].level == 9 and not c.senses[0].near]
    made.waters = tuple(dict.fromkeys(s for s in named if s.kind in ("water", "line")))
    return made


def _spoken(parse: Parse, found: Iterable[Candidate]) -> Iterable[tuple[int, int, str, str]]:
    """Where countries are named for certain, or their people or language: tokens, alpha-3, and the word that does."""
    taken: set[int] = set()
    for c in found:
        taken.update(range(c.first, c.last))
        rivals = {s.country for s in c.senses if s.level <= 1 and s.usual}
        if c.senses[0].level == 9 and not c.senses[0].near and c.senses[0].country:
            yield c.first, c.last, c.senses[0].country, key(c.name)
        if c.senses[0].level == 0 and len(rivals) == 1 and c.senses[0].country:
            yield c.first, c.last, c.senses[0].country, key(c.name)
    for i in range(len(parse)):
        if i not in taken and parse.text[parse.start[i]].isupper() and (code := demonym(parse.word(i))):
            yield i, i + 1, code, key(parse.word(i))


def _certain_admin1(candidate: Candidate, alone: bool = False) -> Sense | None:
    """The subdivision that a name can only mean: a short form, or a name that no country or large town shares.

    A town within it may share the name, unless it has to stand `alone`.
    """
    if not candidate.senses:
        return None
    first = candidate.senses[0]
    if first.rule == "abbreviation":
        return first
    areas = [s for s in candidate.senses if s.level == 1 and s.usual]
    if len(areas) != 1 or first.level == 0:
        return None
    towns = [s for s in candidate.senses if s.level == 3 and s.usual and s.population > 100_000]
    return None if any(alone or t.admin1 != areas[0].admin1 for t in towns) else areas[0]


def _state_lists(parse: Parse, found: list[Candidate]) -> dict[int, str]:
    """The candidates in lists of subdivisions ("Utah, Washington and Ohio"), with their country (alpha-3)."""
    lists: list[list[int]] = []
    for number, candidate in enumerate(found):
        before = found[number - 1] if number else None
        glue = [parse.lower(t) for t in range(before.last, candidate.first)] if before else ["."]
        listed = len(glue) <= 2 and set(glue) <= {",", "and", "or", "&"} and before is not None
        if listed and before is not None and parse.sent_of[before.first] == parse.sent_of[candidate.first]:
            lists[-1].append(number)
        else:
            lists.append([number])
    made: dict[int, str] = {}
    for members in lists:
        sure = Counter(s.country or "" for n in members if (s := _certain_admin1(found[n], alone=True)) is not None)
        if sure and len(members) >= 2:
            code = sure.most_common(1)[0][0]
            able = sum(any(s.level == 1 and s.usual and s.country == code for s in found[n].senses) for n in members)
            if able == len(members) or sure[code] * 2 >= len(members):
                made.update(dict.fromkeys(members, code))
    return made


def company(rated: Mapping[str, Sequence[tuple[Sense, float]]]) -> Shares:
    """For each country, subdivision and cell the names that may lie there, with how likely each does, "" for all.

    `rated` gives each name's meanings with their points; a point more makes one e times likelier.
    """
    shares: Shares = defaultdict(dict)
    for name, known in rated.items():
        local = [(s, p) for s, p in known if s.level >= 2 and s.radius < 150][:_MOST]
        if not local:
            continue
        top = max(p for _, p in known)
        total = sum(math.exp(p - top) for _, p in known)
        for sense, points in local:
            weight = math.exp(points - top) / total
            if weight < 0.005:
                continue
            for place in (sense.country, sense.admin1):
                if place:
                    shares[place][name] = shares[place].get(name, 0.0) + weight
            cell = _cell(sense.lat, sense.lon)
            shares[cell][name] = max(shares[cell].get(name, 0.0), weight)
    for names in shares.values():
        names[""] = sum(names.values())
    return shares
