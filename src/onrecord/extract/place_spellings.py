"""Names that the parser takes for people, and that are towns of the country at hand in another romanisation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.parse import Parse
from onrecord.extract.place_candidates import Candidate
from onrecord.extract.place_context import Context
from onrecord.extract.place_text import listed
from onrecord.lexicon.atlas import spelt_like

_TOWN = 10_000
"""Fewest people of a town that is known under several spellings."""
_WEAKEST = -4.5
"""What a name must be worth at least: a surname of the article is worth less."""


def respelt(parse: Parse, weak: Iterable[Candidate], around: Context) -> list[Candidate]:
    """Those of the weak candidates that stand where something is: "rockets fell on Nikolaiev", "in Charkow"."""
    found = []
    for name in weak:
        if (
            name.senses
            or name.worth < _WEAKEST
            or name.label not in ("PERSON", "ORG", "")
            or not _is_where(parse, name)
        ):
            continue
        code = around.nearest(name.first)
        town = spelt_like(name.name, code) if code else None
        if town is not None and town.population >= _TOWN:
            found.append(replace(name, senses=(town,)))
    return found


def _is_where(parse: Parse, name: Candidate) -> bool:
    """Whether a preposition of place stands before a name, or the name goes on a list that has one."""
    before, dep = name.first - 1, parse.dep[name.last - 1]
    if dep == "conj" and parse.head[name.last - 1] < name.first:
        before = parse.head[name.last - 1] - 1
    if before < 1:
        return False
    word, verb = parse.lower(before), parse.lemma[parse.head[before]].lower()
    return word in listed("locative") or (word in ("on", "for", "from") and verb in listed("motion"))
