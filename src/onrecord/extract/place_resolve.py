"""Which of its meanings a name has in an article: priors, the article's context, and the company that places keep."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from onrecord.extract.place_candidates import Candidate
from onrecord.extract.place_context import Context, company
from onrecord.lexicon import words
from onrecord.lexicon.atlas import Sense, distance_km, prior
from onrecord.lexicon.romanise import key

SMALL = 50_000
"""Towns below this size are believed only where the article speaks of their country, or of no other."""
HAMLET = 5_000
"""Towns below this size are not meant by a country's name, unless what holds them is named."""
_VILLAGES = frozenset({"village", "villages", "hamlet", "hamlets", "settlement", "settlements"})
_VILLAGE = 100_000
"""Most people of what is called a village."""
FAMOUS = 4_000_000
"""Towns from this size on are known abroad by their other names."""
_COMPANY = 0.6
"""How surely another place lies in a country that a name without a meaning of its own needs."""
ROUNDS = 2
"""How often the company is rated anew."""
WEIGHTS = {
    "country": 1.2,
    "abroad": 0.2,
    "admin1": 1.5,
    "admin2": 2.0,
    "in": 5.0,
    "out": 4.0,
    "near": 2.1,
    "water": 2.1,
    "accents": 0.6,
    "beside1": 1.9,
    "beside0": 1.2,
    "both": 0.5,
    "unusual": 1.3,
    "county": 1.5,
}
"""Points for signs, beside a prior that grows by 1 with each tenfold population; set by hand."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The meaning chosen for a name, how much better it is than the next (0 to 1), and why."""

    sense: Sense | None
    confidence: float
    rule: str


def resolve(parse_words: list[str], found: list[Candidate], context: Context) -> list[Choice]:
    """The choice for each candidate: one meaning a name, save where the words at one mention say otherwise.

    `parse_words` holds the word after each candidate, in small letters.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    said: dict[str, str] = {}
    for number, candidate in enumerate(found):
        if (held := context.holds.get(number)) is not None:
            said.setdefault(key(candidate.name), held.name)
    for number, candidate in enumerate(found):
        held = context.holds.get(number)
        name = key(candidate.name)
        groups[name, held.name if held is not None else said.get(name, "")].append(number)
    choices: dict[int, Choice] = {}
    for _ in range(ROUNDS):  # the first ratings make the company surer, and that the next ratings
        rated = {key(found[m[0]].name): _rated(m, found, context) for m in groups.values()}
        context.company = company({name: [(s, p) for p, _, s in ratings] for name, ratings in rated.items()})
    for members in groups.values():
        choice = _choose(members, found, context)
        for number in members:
            here = _here(number, found[number], parse_words[number], context)
            choices[number] = here or _region(found[number], choice)
    return [choices[i] for i in range(len(found))]


def _here(number: int, candidate: Candidate, after: str, context: Context) -> Choice | None:
    """What the words at this mention alone say: the Y of "X, Y", or the state of "Y governor"."""
    if (sense := context.held.get(number)) is not None:
        return Choice(sense, 0.95, "holds the place before")
    if (state := context.called.get(number)) is not None:
        return Choice(state, 0.95, "called a state")
    if (country := context.states.get(number)) is not None and number not in context.holds:
        listed = [s for s in candidate.senses if s.level == 1 and s.usual and s.country == country]
        if listed:
            return Choice(listed[0], 0.9, "list of subdivisions")
    if after in words("place_words")["local"]["state_offices"]:
        states = [s for s in candidate.senses if s.level == 1 and s.usual and s.country == "USA"]
        if states and candidate.senses[0].level != 0:
            return Choice(states[0], 0.9, "state office")
    if number in context.wholes and all(s.level == 3 and s.population < SMALL for s in candidate.senses):
        return Choice(None, 0.3, "no evidence for a namesake")  # no small town holds another
    hamlets = all(s.level == 3 and s.population < HAMLET for s in candidate.senses)
    if after in ("county", *words("place_words")["local"]["subdivisions"]) and hamlets and candidate.senses:
        return Choice(None, 0.3, "no evidence for a namesake")  # "Tansley County" is not the hamlet of Tansley
    return None


def _region(candidate: Candidate, choice: Choice) -> Choice:
    """The region of a town's name where a noun says so: "the Y region" in an article that speaks of the town of Y."""
    town, noun = choice.sense, candidate.noun
    if town is None or town.level != 3 or noun is None:
        return choice
    if noun.word not in words("place_words")["local"]["subdivisions"]:
        return choice
    own = next((s for s in candidate.senses if s.level == 1 and s.usual and s.admin1 == town.admin1), None)
    return Choice(own, choice.confidence, f"{noun.word} of the name") if own is not None else choice


def _held(members: list[int], context: Context) -> Sense | None:
    return next((context.holds[m] for m in members if m in context.holds), None)


def _rated(members: list[int], found: list[Candidate], context: Context) -> list[tuple[float, int, Sense]]:
    """The meanings of a name with their points, the best first."""
    lead, held = found[members[0]], _held(members, context)
    kinds = {found[m].kind for m in members if found[m].kind}
    nouns = {noun.word for m in members if (noun := found[m].noun) is not None}
    first = not nouns.isdisjoint(words("place_words")["local"]["subdivisions"])
    usable = [s for s in lead.senses if _usable(s, lead, held, context)]
    usual = any(s.usual for s in usable)
    rated: list[tuple[float, int, Sense]] = []
    for number, sense in enumerate(usable):
        points = _rate(sense, key(lead.name), held, context) + _kind(sense, kinds)
        points -= WEIGHTS["out"] if sense.population > _VILLAGE and not nouns.isdisjoint(_VILLAGES) else 0.0
        points -= WEIGHTS["accents"] if _accented(sense, lead.name) else 0.0
        points -= WEIGHTS["county"] if first and sense.level == 2 else 0.0  # "the Y region" is no district
        points -= WEIGHTS["unusual"] if usual and not sense.usual and sense.level == 3 else 0.0
        rated.append((points, -number, sense))
    return sorted(rated, key=lambda r: r[:2], reverse=True)


def _accented(sense: Sense, name: str) -> bool:
    """Whether a town has accents that the text leaves out: "Timbó", where it writes "Timbo"."""
    return sense.level == 3 and name.isascii() and not sense.name.isascii() and key(sense.name) == key(name)


def _usable(sense: Sense, lead: Candidate, held: Sense | None, context: Context) -> bool:
    """Whether a meaning comes into question: a hamlet is not meant by the name of a country, nor a nickname abroad."""
    if sense.near:
        spoken = any(context.countries[c] or context.beside(c, key(lead.name)) >= _COMPANY for c in sense.near)
        return spoken or (sense.kind == "city" and context.on_water(sense))
    if held is not None:
        return True
    if sense.level == 3 and not sense.usual and sense.population < FAMOUS:
        return context.countries[sense.country or ""] > 0 or not context.countries
    return not (sense.level == 3 and sense.population < HAMLET and lead.senses[0].level == 0)


def _choose(members: list[int], found: list[Candidate], context: Context) -> Choice:
    lead, held = found[members[0]], _held(members, context)
    rated = _rated(members, found, context)
    if not rated:
        return Choice(None, 0.3, "unknown")
    best, _, sense = rated[0]
    elsewhere = held is not None and lead.noun is not None and lead.noun.kind == "city" and not sense.lies_in(held)
    sole = len(lead.senses) == 1 and lead.kind == "city" and sense.population >= HAMLET and held is None
    if (elsewhere and sense.level == 3) or not (sole or _believed(sense, held, context, key(lead.name))):
        return Choice(None, 0.3, "no evidence for a namesake")
    rivals = [points for points, _, other in rated[1:] if distance_km(other, sense) > 50]
    ahead = best - rivals[0] if rivals else 3.0
    rule = "container" if held is not None and sense.lies_in(held) else sense.rule
    return Choice(sense, round(1 / (1 + math.exp(-ahead)), 2), rule)


def _rate(sense: Sense, name: str, held: Sense | None, context: Context) -> float:
    """How well a meaning fits."""
    w = WEIGHTS
    points, code = prior(sense), sense.country
    if code:
        share = w["country"] * math.sqrt(context.share(code, name))
        points += max(share, w["beside0"] * math.tanh(context.beside(code, name) / 3))
        points -= w["abroad"] if context.abroad(code, name) else 0.0
    if sense.level in (1, 2, 3):
        around = w["beside1"] * math.tanh(context.beside(sense.admin1 or "", name))
        near = w["near"] * math.tanh(context.near(sense, name)) if sense.level > 1 else 0.0
        points += max(around, near) + w["both"] * min(around, near)  # the one half implies the other
    if sense.level in (2, 3):
        points += w["admin1"] * context.share1(sense.admin1)
        points += w["admin2"] if sense.level == 3 and sense.admin2 in context.admin2 else 0.0
        points += w["water"] if sense.level == 3 and context.on_water(sense) else 0.0
    if held is not None and held.name != sense.name:
        points += w["in"] if sense.lies_in(held) and sense.level > held.level else -w["out"]
    return points


def _kind(sense: Sense, kinds: set[str | None]) -> float:
    """Points for what a noun beside the name says that it is."""
    if "city" in kinds:
        return 2.0 if sense.level == 3 else -2.0
    if "region" in kinds:
        return 2.0 if sense.kind == "region" else -1.0
    if "area" in kinds:
        return 0.7 if sense.level in (1, 9) else 0.0
    return 0.0


def _believed(sense: Sense, held: Sense | None, context: Context, name: str) -> bool:
    """Whether there is ground enough for a small place: a name is never moved to a namesake abroad."""
    if sense.level in (0, 1, 9):
        return True
    if held is not None and (held.level == 1 or sense.population < SMALL):
        return sense.lies_in(held) or distance_km(sense, held) < held.radius
    if sense.population >= SMALL:
        return True
    spoken = not context.countries or context.countries[sense.country or ""] > 0
    return spoken or context.near(sense, name) > 0.5 or context.on_water(sense)
