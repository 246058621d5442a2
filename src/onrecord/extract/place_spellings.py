"""Names that the parser takes for people or bodies, and that are towns of the country at hand in whatever spelling."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.parse import Parse
from onrecord.extract.place_candidates import Candidate
from onrecord.extract.place_context import Context
from onrecord.extract.place_text import listed
from onrecord.lexicon.atlas import Sense, spelt_like

_TOWN = 10_000
"""Fewest people of a town that is known under several spellings."""
_WEAKEST = -4.5
"""What a name must be worth at least: a surname of the article is worth less."""

_LIST = 6
"""How far back in a list its first name is looked for."""
_KNOWN = -1.0
"""The same where the name is known as it is spelt."""
_NEARLY = 1.4
"""From which worth on it need not stand after a preposition of place."""


def towns_at_hand(parse: Parse, weak: Iterable[Candidate], around: Context) -> list[Candidate]:
    """Those of the weak candidates that stand where something is: "rockets fell on Nikolaiev", "in Charkow"."""
    found = []
    for name in weak:
        code = around.nearest(name.first) or around.main() if name.label in ("PERSON", "ORG", "NORP", "") else None
        if code is None or name.worth < _WEAKEST:
            continue
        here = [s for s in name.senses if s.usual and s.level in (1, 3) and s.country == code]
        nearly = _NEARLY - any(around.share1(s.admin1) >= 0.5 for s in here)
        if name.worth < nearly and not (_is_where(parse, name) and (here or not name.senses)):
            continue
        if here and name.worth >= _KNOWN:
            found.append(name)
        elif not name.senses and (town := spelt_like(name.name, code)) is not None and _known(town):
            found.append(replace(name, senses=(town,)))
    return found


def _known(town: Sense) -> bool:
    """Whether a town is known under several spellings: it is large, or has a long name and its size is not told."""
    return town.population >= _TOWN or (town.level == 3 and not town.population and " " in town.name)


def _is_where(parse: Parse, name: Candidate) -> bool:
    """Whether a preposition of place stands before a name, or the name goes on a list that has one."""
    first, head = name.first, name.last - 1
    for _ in range(_LIST):
        if parse.dep[head] != "conj" or parse.head[head] >= first:
            break
        head = parse.head[head]
        first = min(first, parse.left[head]) if parse.dep[head] != "conj" else head
    if parse.dep[head] == "dobj" and parse.lemma[parse.head[head]].lower() in listed("verbs"):
        return not name.senses
    before = first - 1
    if before < 1:
        return False
    word, verb = parse.lower(before), parse.lemma[parse.head[before]].lower()
    return word in listed("locative") or (word in ("on", "for", "from", "to") and verb in listed("motion"))
