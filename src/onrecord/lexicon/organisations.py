"""Known organisations by name, known office holders by name and day, and the gender that a given name tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon import rows, words
from onrecord.lexicon.countries import fold


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, outlet, group or unrecognised state. `country` is alpha-3, `sector` a PLOVER code, or None."""

    name: str
    kind: str
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in an office. `start` and `end` are ISO days or months, empty where open."""

    name: str
    country: str | None
    sector: str | None
    role: str
    start: str
    end: str


_KNOWN_TO = "2023-12-31"
"""The last day that the list of office holders knows of."""


def organisation(phrase: str) -> Organisation | None:
    """The organisation that a name or abbreviation stands for; abbreviations are matched as printed.

    >>> organisation("the IAEA").name
    'International Atomic Energy Agency'
    >>> organisation("who") is None
    True
    """
    return _organisations().get(fold(phrase))


@cache
def first_words() -> Mapping[str, int]:
    """The first word of every listed name, in small letters, with the number of words in the longest that begins so."""
    longest: dict[str, int] = defaultdict(int)
    for key in (*_organisations(), *(name for name in _holders() if " " in name)):
        parts = key.replace("'s", " 's").split()
        first = re.split(r"[-/]", parts[0].casefold())[0] or parts[0]
        longest[first] = max(longest[first], len(parts) + 2 * key.count("-") + 2 * key.count("/"))
    return dict(longest)


def office_holder(name: str, day: str | None) -> Holder | None:
    """The office that a person held on an ISO day, or last held; on no known day, the latest.

    A surname alone is known of a few, as the list says.

    >>> office_holder("Angela Merkel", "2020-05-01").role
    'chancellor'
    >>> office_holder("Angela Merkel", "2022-05-01").end
    '2021-12-08'
    """
    terms = _holders().get(fold(name))
    if not terms:
        return None
    if day:
        held = [t for t in terms if t.start <= day[: len(t.start)] and (not t.end or day[: len(t.end)] <= t.end)]
        past = [t for t in terms if t.start <= day[: len(t.start)]]
        return max(held or past, key=lambda t: t.start, default=None)
    return terms[-1]


def in_office(country: str, day: str) -> tuple[Holder, ...]:
    """The listed office holders of a country (ISO 3166-1 alpha-3) on an ISO day; none on days that the list does not
    know of.

    >>> [one.name for one in in_office("DEU", "2020-05-01") if one.role == "chancellor"]
    ['Angela Merkel']
    """
    return tuple(
        t for t in _of_country().get(country, ()) if t.start <= day[: len(t.start)]
        and day[: len(t.end or _KNOWN_TO)] <= (t.end or _KNOWN_TO)
    )  # fmt: skip


def is_holder(name: str) -> bool:
    """Whether a name is a listed office holder's."""
    return fold(name) in _holders()


def gender(given_name: str) -> str | None:
    """The gender that a given name tells, "m" or "f"; the first half of a double name decides.

    >>> gender("Zoë"), gender("Jean-Luc"), gender("Robin")
    ('f', 'm', None)
    """
    if (plain := fold(given_name)) in _genders():
        return _genders()[plain]
    half = plain.partition("-")[0]
    return "m" if half == "jean" and half != plain else _genders().get(half)


@cache
def _organisations() -> dict[str, Organisation]:
    found: dict[str, Organisation] = {}
    for row in rows("organisations"):
        made = Organisation(row["name"], row["kind"], row["country"] or None, row["sector"] or None)
        found |= dict.fromkeys(map(fold, [row["name"], *filter(None, row["aliases"].split(";"))]), made)
    return found


@cache
def _holders() -> dict[str, list[Holder]]:
    found: dict[str, list[Holder]] = defaultdict(list)
    for row in rows("office_holders"):
        term = Holder(row["name"], row["country"] or None, row["sector"] or None, row["role"], row["from"], row["to"])
        names = [fold(name) for name in (row["name"], *row["aliases"].split(";")) if name]
        surnames = [name.split()[-1] for name in names] if row["alone"] else []
        for name in dict.fromkeys(names + surnames):
            found[name].append(term)
    return dict(found)


@cache
def _of_country() -> dict[str, list[Holder]]:
    found: dict[str, list[Holder]] = defaultdict(list)
    for term in dict.fromkeys(term for terms in _holders().values() for term in terms):
        found[term.country or ""].append(term)
    return dict(found)


@cache
def _genders() -> dict[str, str]:
    names = words("given_names")
    return {name: tag for tag in ("m", "f") for name in names[tag].split()}
