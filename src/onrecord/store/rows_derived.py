"""The rows of what is derived: articles in force, entries of views, and what these are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model import Edge


class Standing(NamedTuple):
    """An article as it is in force from one day to another (excluded). `head` are the first characters of its text,
    `several` says whether several texts of it are known then."""

    article: str
    from_day: str
    to_day: str
    record_id: int
    version: str
    several: int
    outlet: str | None
    outlet_key: str
    title: str | None
    published: str | None
    moment: str
    head: str


class Variant(NamedTuple):
    """A text of an article under one set of metadata, with the number of its newest record."""

    version: str
    meta: str
    moment: str
    known_from: str
    record_id: int


class Member(NamedTuple):
    """An entry of an article, by its anchor, and the unit that it belongs to; of units of articles 0, 0."""

    unit: str
    list: str
    article: str
    version: str
    start: int
    end: int


class Related(NamedTuple):
    """An edge and the records of its ends."""

    record_a: int
    record_b: int
    edge: Edge


class KeptRow(NamedTuple):
    """An entry of a view, with what lists choose and sort by; `json` is the entry."""

    list: str
    unit: str
    name: str
    from_day: str
    to_day: str
    kind: str | None
    status: str | None
    day: str | None
    last: str | None
    published: str | None
    number: int | None
    size: int | None
    who: str | None
    place: str
    words: str
    json: str


Tokens = tuple[str, ...]
"""Tokens that must all be there."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rows of a list, in which order. Empty fields choose everything; days are ISO 8601, both counted.

    Each of `words` are alternatives, of which one must be there; `code` is the beginning of a status; `least` bounds
    `number` and `apart` `size` from below. `dated` asks for rows with one day, or without; `but` names beginnings of
    statuses (two characters) that are left out. Of rows that hold on the day of the list `not_on` leaves out those that
    hold on that day, too. `met_from` and `met_to` ask for rows that reach from their publication to their last day over
    some of the days between.
    `whose` is what `who` of a row is: of what waits for a reviewer its outlet, casefolded. `placed_from` and
    `placed_to` bound the day that its place begins with. `order` names one of `ORDERS`.
    """

    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    code: str = ""
    name: str = ""
    but: tuple[str, ...] = ()
    from_day: str = ""
    to_day: str = ""
    dated: bool | None = None
    words: tuple[tuple[Tokens, ...], ...] = ()
    least: int = 0
    apart: int = 0
    not_on: str = ""
    met_from: str = ""
    met_to: str = ""
    whose: str = ""
    placed_from: str = ""
    placed_to: str = ""
    order: str = "place"


@dataclass(frozen=True, slots=True)
class Printing:
    """Which articles: by outlet (in any case) and day of publication (ISO 8601, both counted); empty: all."""

    outlet: str = ""
    from_day: str = ""
    to_day: str = ""
