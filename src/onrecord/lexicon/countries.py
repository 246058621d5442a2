"""Which country a phrase names: names, demonyms, and the capitals and seats that stand for a government.

All answers are ISO 3166-1 alpha-3 codes (and XKX for Kosovo). A phrase is looked at on its own; whether "Paris" is the
city or the government is for the layers to say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.lexicon import rows, words

_SPECIAL = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"})
_LONGEST = 6
"""Longest country name in words ("Saint Vincent and the Grenadines" has five)."""


@dataclass(frozen=True, slots=True)
class _Tables:
    """Folded phrase to alpha-3 code. Abbreviations are kept as printed: "US" is no "us"."""

    names: Mapping[str, str]
    demonyms: Mapping[str, str]
    people: Mapping[str, tuple[str, bool]]
    capitals: Mapping[str, str]
    seats: Mapping[str, str]
    spoken: Mapping[str, tuple[str, str]]
    first: frozenset[str]
    no_country: frozenset[str]


@lru_cache(maxsize=8192)
def fold(phrase: str) -> str:
    """The phrase in small letters without accents, "the" and a possessive; abbreviations keep their capitals.

    >>> fold("the Élysée"), fold("Côte d’Ivoire's"), fold("U.S.")
    ('elysee', "cote d'ivoire", 'U.S.')
    """
    phrase = " ".join(phrase.replace("’", "'").split())
    phrase = phrase.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("'")
    if len(phrase) <= 8 and phrase.isupper() and len(phrase.replace(".", "")) <= 4:
        return phrase
    if phrase.isascii():
        return phrase.casefold()
    plain = unicodedata.normalize("NFKD", phrase.translate(_SPECIAL))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def country_of(phrase: str) -> str | None:
    """The country that a name stands for.

    >>> country_of("the Netherlands"), country_of("U.S."), country_of("us"), country_of("Quellonia")
    ('NLD', 'USA', None, None)
    """
    return _tables().names.get(fold(phrase)) if _capital(phrase) else None


def demonym(phrase: str) -> str | None:
    """The country of an adjective or of a word for its people.

    >>> demonym("Belarusian"), demonym("Danes"), demonym("polish"), demonym("Latin American")
    ('BLR', 'DNK', None, None)
    """
    return _tables().demonyms.get(fold(phrase)) if _capital(phrase) else None


def people(phrase: str) -> tuple[str, bool] | None:
    """Country and whether it is many, of a noun for people: "the Finn", "Danes"; None for a mere adjective ("Danish").

    >>> people("Finn"), people("Danes"), people("Danish")
    (('FIN', False), ('DNK', True), None)
    """
    return _tables().people.get(fold(phrase)) if _capital(phrase) else None


def metonym(phrase: str) -> str | None:
    """The country whose government a capital or a seat of government can stand for.

    >>> metonym("Moscow"), metonym("the Kremlin"), metonym("Downing Street"), metonym("Lyon")
    ('RUS', 'RUS', 'GBR', None)
    """
    return capital(phrase) or seat(phrase)


def capital(phrase: str) -> str | None:
    """The country of a capital, or of another city that stands for its government."""
    return _tables().capitals.get(fold(phrase)) if _capital(phrase) else None


def seat(phrase: str) -> str | None:
    """The country of a building, street or court that stands for its government."""
    return _tables().seats.get(fold(phrase)) if _capital(phrase) else None


def country_name(alpha3: str) -> str:
    """The name of a country by its code. KeyError where there is none.

    >>> country_name("RUS")
    'Russia'
    """
    return _by_code()[alpha3]["name"]


def alpha2(alpha3: str) -> str:
    """The two-letter code. KeyError where there is none."""
    return _by_code()[alpha3]["alpha2"]


def country_in(tokens: Sequence[str], cities: bool = True) -> str | None:
    """The country that the words of a noun phrase speak of: the first name, demonym or, with `cities`, capital or seat.

    >>> country_in("two senior Danish officials".split()), country_in("the Latin American press".split())
    ('DNK', None)
    >>> country_in("Kyiv police".split()), country_in("Kyiv police".split(), cities=False)
    ('UKR', None)
    """
    spoken = countries_in(tokens, cities)
    return spoken[0][2] if spoken else None


def countries_in(tokens: Sequence[str], cities: bool = True) -> list[tuple[int, int, str, str]]:
    """All countries that a run of words speaks of, in order: (first, last, alpha-3, name|demonym|capital|seat).

    >>> countries_in(["Polish", "and", "French", "troops"])
    [(0, 1, 'POL', 'demonym'), (2, 3, 'FRA', 'demonym')]
    """
    tables, found, at = _tables(), [], 0
    while at < len(tokens):
        step = 1
        if tokens[at][:1].isupper() and fold(tokens[at]).casefold() in tables.first:
            for width in range(min(_LONGEST, len(tokens) - at), 0, -1):
                key = fold(" ".join(tokens[at : at + width]).replace(" '", "'").replace(" ’", "'"))
                if key in tables.no_country:
                    step = width
                    break
                if (known := tables.spoken.get(key)) and (cities or known[1] in ("name", "demonym")):
                    found.append((at, at + width, *known))
                    step = width
                    break
        at += step
    return found


def _capital(phrase: str) -> bool:
    phrase = phrase.removeprefix("the ").lstrip()
    return phrase[:1].isupper()


@cache
def _by_code() -> dict[str, dict[str, str]]:
    return {row["alpha3"]: row for row in rows("countries")}


def _cell(value: str) -> list[str]:
    return [v for v in value.split(";") if v]


def _people(row: Mapping[str, str]) -> list[tuple[str, bool]]:
    """Singular and plural nouns for the people of a country."""
    listed = _cell(row["people"]) or [a for a in _cell(row["adjectives"]) if a[-1] in "inotseak" and len(a) > 3]
    found = []
    for noun in listed:
        one, _, many = noun.partition("/")
        many = many or (one if one.endswith(("ese", "ois")) else f"{one}s")
        found += [(one, False), (many, True)] if one != many else [(one, True)]
    return found


@cache
def _tables() -> _Tables:
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    nouns: dict[str, tuple[str, bool]] = {}
    capitals: dict[str, str] = {}
    seats: dict[str, str] = {}
    for row in rows("countries"):
        code = row["alpha3"]
        names |= dict.fromkeys(map(fold, [row["name"], *_cell(row["aliases"])]), code)
        nouns |= {fold(noun): (code, many) for noun, many in _people(row)}
        demonyms |= dict.fromkeys(map(fold, [*_cell(row["adjectives"]), *(n for n, _ in _people(row))]), code)
        capitals |= dict.fromkeys(map(fold, _cell(row["capital"])), code)
        seats |= dict.fromkeys(map(fold, _cell(row["seats"])), code)
    spoken: dict[str, tuple[str, str]] = {}
    for table, form in ((capitals, "capital"), (seats, "seat"), (demonyms, "demonym"), (names, "name")):
        spoken |= {key: (code, form) for key, code in table.items()}
    no_country = frozenset(map(fold, words("countries")["no_country"]))
    starts = [key.casefold().split()[0] for key in (*spoken, *no_country)]
    first = frozenset([*starts, *(start.partition("'")[0] for start in starts)])
    return _Tables(names, demonyms, nouns, capitals, seats, spoken, first, no_country)
