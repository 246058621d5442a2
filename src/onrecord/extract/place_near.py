"""What an unknown place is said to lie close to: "X near Y", "X, a village outside Y", "X, 20 km north of Y"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.extract.parse import Parse
from onrecord.extract.place_candidates import Candidate
from onrecord.extract.place_text import is_direction, listed
from onrecord.lexicon import words
from onrecord.lexicon.atlas import Sense

NEAR_KM = 30.0
"""How far "near" reaches, in km; our own judgement."""
FAR_KM = 150.0
"""Distances beyond this say little of where a place lies."""
_REACH = 9
"""Most tokens between the two names."""


def neighbours(parse: Parse, found: Sequence[Candidate]) -> Mapping[int, tuple[int, float]]:
    """For each candidate that no table knows, the number of the one that it lies close to, and how far off (km)."""
    near: dict[int, tuple[int, float]] = {}
    for number, left in enumerate(found[:-1]):
        right = found[number + 1]
        if left.senses or not right.senses or parse.sent_of[left.first] != parse.sent_of[right.first]:
            continue
        if 0 < right.first - left.last <= _REACH and (km := _distance(parse, left.last, right)) is not None:
            near[number] = (number + 1, km)
    return near


def _distance(parse: Parse, start: int, right: Candidate) -> float | None:
    """The distance that the words between two names tell; None where they tell none."""
    glue = [parse.lower(t) for t in range(start, right.first) if not is_direction(parse, t)]
    nouns = words("place_words")["before"]
    while glue and (glue[0] in (",", "a", "an", "the", "which", "is", "lies", "about", "some") or glue[0] in nouns):
        glue.pop(0)
    if (len(glue) == 1 and glue[0] in listed("close")) or glue == ["close", "to"]:
        return NEAR_KM
    unit = words("place_words")["distance"].get(glue[1]) if len(glue) == 3 else None
    if unit is None or glue[2] not in ("from", "of", "off", "outside"):
        return None
    try:
        km = float(glue[0].replace(",", "")) * unit
    except ValueError:
        return None
    return max(km, 1.0) if km <= FAR_KM else None


def close_to(sense: Sense, name: str, km: float) -> Sense:
    """A place of this name within so many km of another: the other's point and country, and a radius that says so."""
    return replace(
        sense, name=name, kind="city", level=4, geonames=None, admin2=None, population=0,
        radius=round(max(sense.radius, km), 1), rule="near",
    )  # fmt: skip
