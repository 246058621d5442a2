"""Whose somebody is: "his lawyer" named after the one whom "his" means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.parse import Parse
from onrecord.extract.state_words import OWN
from onrecord.model import Actor

_BODIES = frozenset({"state", "organisation"})


@dataclass(frozen=True, slots=True)
class Owned:
    """The actors in their order, those named anew among them; `same` gives for a second of one name the first."""

    actors: list[Actor]
    same: dict[int, int]


def owned(parse: Parse, cast: Sequence[Actor], found: Mapping[int, int]) -> Owned:
    """The cast with "her lawyer" named "Ebba Lund's lawyer"; `found` gives the actor's number for each pronoun.

    What a state has is of its country, and so is what whoever acts for a state has: "its army", "his ministers".
    """
    actors, first, same = list(cast), dict[str, int](), dict[int, int]()
    for n, actor in enumerate(cast):
        tokens = parse.tokens_in(actor.mentions[0].span) if actor.mentions else ()
        if not tokens or parse.tag[tokens[0]] != "PRP$" or " " not in actor.name or actor.kind == "person":
            continue
        owner = actors[found[tokens[0]]] if tokens[0] in found else None
        if owner is None or owner is actor or owner.kind in ("unnamed", "group"):
            continue
        mark = "'" if owner.kind != "person" and owner.name.endswith("s") else "'s"
        name = f"{owner.name}{mark} {actor.name.split(' ', 1)[1]}"
        official = owner.kind in _BODIES or owner.sector in OWN
        country = actor.country or (owner.country if official and actor.sector in OWN else None)
        actors[n] = replace(actor, name=name, country=country)
        if first.setdefault(name, n) != n:
            same[n] = first[name]
    return Owned(actors, same)
