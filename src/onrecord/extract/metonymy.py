"""Whether the name of a place is meant as the place, or stands for those who act for it."""

from __future__ import annotations

from functools import cache
from typing import Any

from onrecord.extract.metonyms import acts, first_conjunct, is_located
from onrecord.extract.parse import Parse
from onrecord.lexicon import words
from onrecord.lexicon.countries import capital, country_of, seat
from onrecord.lexicon.organisations import organisation
from onrecord.model.place import PlaceUse


@cache
def _words() -> dict[str, Any]:
    found: dict[str, Any] = words("place_words")["metonymy"]
    return found


def use_of(parse: Parse, span: tuple[int, int]) -> PlaceUse:
    """How a place name is used: `metonymic` where a country, capital or seat acts, is dealt with, or owns a policy.

    A name in a phrase of place is `literal`, and so is one that stands alone. A town that is no capital is metonymic
    only where it speaks or decides ("Leipzig voted"); a name before a noun only where that names its officials or
    forces ("Canada officials", but "the Vienna talks").
    """
    inside = parse.tokens_in(span)
    if not inside:
        return "literal"
    head = next((t for t in inside if parse.head[t] not in inside or parse.head[t] == t), inside[-1])
    if is_located(parse, head) or _dateline(parse, inside[0], inside[-1]):
        return "literal"
    dep, above = parse.dep[head], parse.head[head]
    if dep in ("compound", "nmod", "amod", "poss") and above > head:
        named = any(parse.lemma[t].lower() in _words()["officials"] for t in range(head + 1, above + 1))
        if named or dep != "poss":
            return "metonymic" if named else "literal"
    if not _governs(parse.words(inside[0], inside[-1] + 1)):
        top = first_conjunct(parse, head)  # "the Vatican, the Kremlin and the palace denied it"
        spoke = parse.dep[top] == "nsubj" and parse.lemma[parse.head[top]].lower() in _words()["verbs"]
        return "metonymic" if spoke else "literal"
    if dep == "ROOT":
        return "literal"
    return "metonymic" if acts(parse, head) else "literal"


def _dateline(parse: Parse, first: int, last: int) -> bool:
    """Whether the name stands in capitals at the head of a report: "LAGOS, March 3 (…) -"."""
    text = parse.words(first, last + 1)
    return first - parse.sentence(first).first <= 4 and len(text) > 3 and text.isupper() and "." not in text


def _governs(name: str) -> bool:
    """Whether the name is a country's or self-proclaimed state's, or a capital or seat that stands for a government."""
    if any(known(name) is not None for known in (country_of, capital, seat)):
        return True
    listed = organisation(name)
    return listed is not None and listed.kind == "state"
