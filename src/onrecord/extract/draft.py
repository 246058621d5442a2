"""What the layers have found so far in one article."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Actor, Article, Commitment, Denial, Event, Place, Quantity, Statement, Time


@dataclass(frozen=True, slots=True)
class Draft:
    """The article and the entries of the layers that have run; those that have not are empty."""

    article: Article
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    denials: tuple[Denial, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    events: tuple[Event, ...] = ()
