"""Which country a noun phrase speaks of."""

from __future__ import annotations

from functools import cache, lru_cache

from onrecord.extract.parse import Parse
from onrecord.lexicon import words
from onrecord.lexicon.atlas import senses
from onrecord.lexicon.countries import countries_in, fold
from onrecord.lexicon.organisations import office_holder, organisation

_LARGE = 300_000
"""Fewest people of a city that is known without its country."""
_MAYORAL = 10_000
"""Fewest people of a town that is known by whom it has: "the mayor of Kismayo"."""
_SETTLED = frozenset(
    {"AGR", "BUS", "CVL", "EDU", "LAB", "MED", "REL", "SOC", "PTY", "OPP", "REF", "JUD", "CRM", "COP", "REB"}
)
"""Sectors of those who are mostly of the country that they are in."""
_OF = frozenset({"of", "from"})
_OF_IN = frozenset({"of", "from", "in", "across", "at", "for", "inside", "throughout"})
_BASED = frozenset({"based", "headquartered", "rooted", "born"})
_AGAINST = frozenset({"pro", "anti", "non"})


@lru_cache(maxsize=4096)
def town_country(name: str) -> str | None:
    """The country of a large city or a region, where no other country has one of the name a fifth as large.

    >>> town_country("Shanghai"), town_country("Hamilton")
    ('CHN', None)
    """
    size: dict[str, int] = {}
    known = senses(name)
    usual = any(s.usual and (s.level in (1, 9) or s.population >= _LARGE) for s in known)
    for sense in known:
        if usual and not sense.usual:
            continue  # a nickname elsewhere of a city that has the name
        weight = max(sense.population if sense.level == 3 else 0, _LARGE if sense.level in (1, 9) else 0)
        if sense.country:
            size[sense.country] = max(size.get(sense.country, 0), weight)
    ranked = sorted(size.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < _LARGE or (len(ranked) > 1 and ranked[1][1] * 5 > ranked[0][1]):
        return None
    return ranked[0][0]


@cache
def _sides() -> frozenset[str]:
    return frozenset(words("roles")["words"]["sides"])


def _only_country(name: str) -> str | None:
    """The country that has all towns and regions of a name, one of them with a mayor of its own.

    >>> _only_country("kismayo"), _only_country("santa cruz")
    ('SOM', None)
    """
    known = [s for s in senses(name) if s.country]
    found = {s.country for s in known}
    large = any(s.level == 3 and s.population >= _MAYORAL for s in known)
    return found.pop() if large and len(found) == 1 else None


def _town(parse: Parse, start: int, end: int, alone: bool = False) -> str | None:
    """The country of a town or region that tokens `[start, end)` name: "Shanghai police".

    `alone`: a small town counts, too, where no other country has one of the name ("the mayor of Kismayo").
    """
    for at in dict.fromkeys(parse.entity_of[start:end]):
        if at >= 0 and parse.entities[at].label in ("GPE", "LOC") and parse.entities[at].last <= end:
            name = parse.words(max(parse.entities[at].first, start), parse.entities[at].last)
            if not organisation(name) and (code := town_country(fold(name)) or (alone and _only_country(fold(name)))):
                return code
    return None


def _holder(parse: Parse, start: int, head: int) -> str | None:
    """The country of a listed office holder before the head: "the Merkel government"."""
    named = (office_holder(parse.word(i), None) for i in range(start, head) if parse.word(i)[:1].isupper())
    return next((held.country for held in named if held and held.country), None)


def phrase_country(parse: Parse, start: int, head: int, sector: str | None = None) -> str | None:
    """The country of a noun phrase: before its head ("French officials"), else after "of", "from", or "in".

    Soldiers, officials and reporters "in" a country need not be of it; residents and trade unions are.
    """
    if _several(parse, start, head):
        return None
    if code := span_country(parse, start, head + 1) or _town(parse, start, head) or _holder(parse, start, head):
        return code
    if parse.tag[start] == "PRP$":
        return None
    preps = _OF_IN if sector in _SETTLED else _OF
    if parse.lemma[head].lower().startswith("spokes"):
        preps = preps | {"for"}  # "a spokesman for Kenya's navy"
    based = [p for c in parse.childs(head, "acl") if parse.lower(c) in _BASED for p in parse.childs(c, "prep")]
    for prep in [*parse.childs(head, "prep"), *based]:
        if parse.lower(prep) in preps or prep in based or _in_body(parse, prep):
            end = min(parse.right[prep], prep + 8)
            if code := span_country(parse, prep + 1, end) or _town(parse, prep + 1, end, parse.lower(prep) == "of"):
                return code
    return None


def _in_body(parse: Parse, prep: int) -> bool:
    """Whether somebody is in a body and so of its country: "a lawmaker in Peru's ruling party"."""
    inside = parse.child(prep, "pobj") if parse.lower(prep) in ("in", "at", "with") else None
    return inside is not None and parse.pos[inside] == "NOUN" and parse.lemma[inside].lower() in _bodies()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(noun for sector in ("GOV", "LEG", "MIL", "PTY") for noun in words("roles")["body"][sector])


def _several(parse: Parse, start: int, head: int) -> bool:
    """Whether adjectives of two countries stand joined before a noun: "Danish and Swedish sailors"."""
    if not any(parse.dep[i] == "conj" for i in range(start, head)):
        return False
    found = countries_in([parse.word(i) for i in range(start, head)])
    return len({code for _, _, code, _ in found}) > 1


def span_country(parse: Parse, start: int, end: int) -> str | None:
    """The first country, or organisation of a country, that tokens `[start, end)` speak of.

    A country that is only sided with or against counts for nothing: "pro-Russian", "US-backed".
    """
    if start >= end or not any(parse.word(i)[:1].isupper() for i in range(start, end)):
        return None
    tokens = [parse.word(i) for i in range(start, end)]
    for first, last, code, _ in countries_in(tokens):
        before = first >= 2 and tokens[first - 1] == "-" and tokens[first - 2].lower() in _AGAINST
        after = last + 1 < len(tokens) and tokens[last] == "-" and tokens[last + 1].lower() in _sides()
        if not before and not after and not tokens[first].lower().startswith(("pro-", "anti-")):
            return code
    for first in range(len(tokens)):
        if tokens[first][:1].isupper():
            for last in range(min(len(tokens), first + 6), first, -1):
                if (known := organisation(parse.words(start + first, start + last))) and known.country:
                    return known.country
    return None
