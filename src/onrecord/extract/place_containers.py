"""What a place is said to lie in: "X, Y", "X in the Y region", "Y's X", "the Y town of X"."""

from __future__ import annotations

from onrecord.extract.parse import Parse
from onrecord.extract.place_candidates import Candidate
from onrecord.extract.place_text import capital, is_direction, listed
from onrecord.lexicon import words
from onrecord.lexicon.atlas import Sense, country, distance_km, prior
from onrecord.lexicon.countries import country_of, demonym
from onrecord.lexicon.romanise import key

NEAR = 60.0
"""How far from a town a site that is called its own lies at most, in km."""
_PHRASE = 14
"""Most tokens between an unknown town and what it is said to lie in, where a noun explains the town."""


def containers(parse: Parse, found: list[Candidate]) -> tuple[dict[int, Sense], dict[int, Sense]]:
    """The place that each candidate is said to lie in, and the candidates that are named as such, by their number."""
    holds: dict[int, Sense] = {}
    held: dict[int, Sense] = {}
    for number, candidate in enumerate(found):
        sense = _people_of(parse, candidate) or _owner(parse, found, number)
        if sense is None and _is_next_of(found, number):
            sense = holds.get(number - 1)  # "the Polish villages of A and B"
        if sense is None and (sense := _next(parse, found, number)) is not None:
            held[number + 1] = sense
        if sense is None and not candidate.senses and candidate.noun is not None:
            sense = _told_later(parse, found, number)
        if sense is not None:
            holds[number] = sense
    for number in [n for n in holds if n + 1 in held and n + 2 < len(found)]:
        if (region := _region_owned(parse, found, number + 1)) is not None:
            holds[number] = held[number + 2] = region
    for number in range(len(found) - 2, -1, -1):  # "the villages of A and B in the Y region"
        whole = holds.get(number + 1) if _is_next_of(found, number + 1) else None
        if whole is not None and (number not in holds or holds[number].level < whole.level):
            holds[number] = whole
    return holds, held


def wholes(parse: Parse, found: list[Candidate]) -> frozenset[int]:
    """The candidates, by number, that are said to hold a town: "the town of X in Y"."""
    pairs = ((n, found[n - 1], found[n]) for n in range(1, len(found)))
    return frozenset(
        n for n, left, right in pairs
        if left.noun is not None and left.noun.kind == "city" and right.noun is None
        and parse.sent_of[left.first] == parse.sent_of[right.first] and right.first - left.last <= 2
        and parse.lower(left.last) == "in" and _tied(parse, left, right)
    )  # fmt: skip


def called(parse: Parse, found: list[Candidate]) -> dict[int, Sense]:
    """The subdivisions that are called so right behind their name, by number: "Georgia, the US state"."""
    made: dict[int, Sense] = {}
    for number, candidate in enumerate(found):
        behind = range(candidate.last, min(candidate.last + 4, len(parse)))
        comma, article, whose, noun = [parse.lower(t) for t in behind] if len(behind) == 4 else [""] * 4
        if comma != "," or article not in ("the", "a", "an") or noun not in ("state", "province"):
            continue
        word = parse.word(behind[2])
        code = demonym(word) or country_of(word)
        states = [s for s in candidate.senses if s.level == 1 and s.usual and s.country == code] if whose else []
        if states:
            made[number] = states[0]
    return made


def _region_owned(parse: Parse, found: list[Candidate], number: int) -> Sense | None:
    """The region of "X in Kenya's Y region": it tells more of X than the country does."""
    nation, right = found[number], found[number + 1]
    owns = right.first == nation.last + 1 and parse.word(nation.last) in ("'s", "’s")
    if not owns or right.kind not in ("area", "region"):
        return None
    country_of = nation.senses[0]
    inside = (s for s in right.senses if s.usual and s.lies_in(country_of))
    return next((s for s in inside if s.level == 1 or (s.level == 9 and s.kind == "region")), None)


def _is_next_of(found: list[Candidate], number: int) -> bool:
    """Whether a name shares the noun of the one before it."""
    noun = found[number].noun
    return number > 0 and noun is not None and noun.kind == "city" and noun is found[number - 1].noun


def _people_of(parse: Parse, candidate: Candidate) -> Sense | None:
    """The country of "the Polish village of X", "Polish city X", "the southern Polish town X"."""
    if candidate.noun is None:
        return None
    for i in range(candidate.first - 1, max(-1, candidate.first - 6), -1):
        if parse.sent_of[i] != parse.sent_of[candidate.first] or parse.word(i) in (",", ";"):
            return None
        if parse.text[parse.start[i]].isupper():
            code = demonym(parse.word(i))
            return country(code) if code else None
    return None


def _owner(parse: Parse, found: list[Candidate], number: int) -> Sense | None:
    """The country or region of "Kenya's X", "Kenya's second city, X"."""
    if number == 0:
        return None
    left, right = found[number - 1], found[number]
    if right.first - left.last > 5 or left.last >= len(parse) or parse.word(left.last) not in ("'s", "’s"):
        return None
    if parse.sent_of[left.first] != parse.sent_of[right.first] or not left.senses:
        return None
    sense, town = left.senses[0], max(left.senses, key=prior)
    after = parse.word(right.last) if right.last < len(parse) else ""
    site = right.kind == "site" or words("place_words")["feature"].get(after) == "site"
    if site and town.level > 1 and not any(distance_km(s, town) < NEAR for s in right.senses):
        return town  # "Nairobi's Wilson Airport"
    return sense if sense.level <= 1 and _holds(sense, right) else None


def _next(parse: Parse, found: list[Candidate], number: int) -> Sense | None:
    """The place that follows: "X, Y", "X (Y)", "X in Y", "X, a town in Y", "X in the northern Y region"."""
    if number + 1 >= len(found):
        return None
    left, right = found[number], found[number + 1]
    if (
        not right.senses
        or key(left.name) == key(right.name)
        or parse.sent_of[left.first] != parse.sent_of[right.first]
        or right.first - left.last > 8
    ):
        return None
    if not _tied(parse, left, right):
        return None
    if (inside := _inside(left, right, parse.word(left.last) == ",")) is not None:
        return inside
    third = found[number + 2] if number + 2 < len(found) else None
    return _said_to_hold(parse, left, right, third) if parse.word(left.last) != "(" else None


def _told_later(parse: Parse, found: list[Candidate], number: int) -> Sense | None:
    """The country or region after "in" that ends the phrase about an unknown town: "X, a hamlet of 30 houses in Y"."""
    left = found[number]
    for right in found[number + 1 : number + 4]:
        between = range(left.last, right.first)
        if len(between) > _PHRASE or any(parse.pos[t] in ("VERB", "AUX") or parse.word(t) == ";" for t in between):
            return None
        near = next((t for t in reversed(between) if not is_direction(parse, t) and parse.lower(t) != "the"), None)
        if right.senses and right.senses[0].level <= 1 and near is not None and parse.lower(near) == "in":
            return right.senses[0]
    return None


def _said_to_hold(parse: Parse, left: Candidate, right: Candidate, third: Candidate | None) -> Sense | None:
    """The right name's meaning where the words say that it holds a place that no table lists there.

    A town and its state ("Leeds, Alberta"), whatever namesakes the town has; a quarter and its city ("the Moyo
    district of Lusaka"); an unknown name before any country or subdivision.
    """
    first = right.senses[0]
    state = next((s for s in right.senses if s.level == 1 and s.usual), None)
    if not left.senses:
        return first if first.level <= 1 else state
    explained = left.noun is not None and left.noun.kind == "city"
    whole = state or (first if first.level == 1 else None)
    if whole is not None and explained and any(parse.lower(t) == "in" for t in range(left.last, right.first)):
        return whole  # "X, a village in the Y region"
    if any(s.level <= 1 and s.usual for s in left.senses):
        return None
    if state is not None and first.level == 1 and parse.word(left.last) == "," and right.first == left.last + 1:
        return None if _listed_on(parse, state, right, third) else state
    top = max(right.senses, key=prior)
    quarter = left.noun is not None and parse.lower(right.first - 1) == "of"
    return top if quarter and top.level == 3 and top.population > 50_000 else None


def _listed_on(parse: Parse, state: Sense, right: Candidate, third: Candidate | None) -> bool:
    """Whether a list goes on after a name ("Odesa, Kharkiv and Sumy"), so that it holds nothing."""
    after = parse.lower(right.last) if right.last < len(parse) else ""
    if after == "," and third is not None and third.first == right.last + 1:
        return not any(s.level == 0 and state.lies_in(s) for s in third.senses)
    return after in ("and", "or", "&") and third is not None and third.first == right.last + 1


def _tied(parse: Parse, left: Candidate, right: Candidate) -> bool:
    """Whether the words between two names say that the first lies in the second."""
    tokens = [t for t in range(left.last, right.first) if not is_direction(parse, t) and parse.lower(t) != "the"]
    glue = [parse.lower(t) for t in tokens if not (capital(parse, t) and demonym(parse.word(t)))]
    if glue in ([","], ["("], ["in"], [",", "in"], [","] * 2):
        return True
    nouns = words("place_words")["before"]
    small = (*listed("between"), *nouns, "in")
    return bool(glue) and glue[-1] in ("in", "of") and all(word in small for word in glue[:-1])


def _sibling(sense: Sense, left: Candidate) -> bool:
    """Whether the left name is that of another state of one country: a list, not a place and its state."""
    return sense.level == 1 and any(s.level == 1 and s.usual and s.country == sense.country for s in left.senses)


def _inside(left: Candidate, right: Candidate, comma: bool) -> Sense | None:
    """The meaning of the right name that holds a meaning of the left, of an area larger than it."""
    for sense in right.senses:
        if sense.kind in ("country", "region") and _holds(sense, left) and not (comma and _sibling(sense, left)):
            return sense
    if not left.senses or left.senses[0].level == 0:
        return None
    large = [s for s in right.senses[:3] if s.level == 3 and s.population > 50_000]
    return next((s for s in large if _holds(s, left)), None)


def _holds(sense: Sense, candidate: Candidate) -> bool:
    """Whether a meaning of the name lies in an area; a country's name is overruled by a subdivision or region only."""
    if candidate.senses and candidate.senses[0].level == 0 and sense.level in (0, 2):
        return False
    explained = candidate.noun is not None
    return any(
        s.lies_in(sense)
        and s.level > sense.level
        and s.name != sense.name
        and (s.usual or explained or sense.level == 1)
        for s in candidate.senses
    )
