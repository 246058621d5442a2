"""The country and kind of a body that its own name does not tell, but the words beside it do."""

from __future__ import annotations

from onrecord.extract.parse import Parse
from onrecord.extract.phrase_country import span_country
from onrecord.extract.roles import Profile, phrase_start, profile
from onrecord.lexicon.countries import countries_in

_OWNER = 7
"""Most tokens of a country's name before a body or a possessive ("the Democratic Republic of the Congo's")."""


def told_beside(parse: Parse, first: int, last: int) -> tuple[str | None, Profile | None]:
    """The country of "Sudan's Radio Amber" and of "the Amber Herald, a Pakistani daily", and what the latter says."""
    said = _apposed(parse, last - 1)
    country = said.country if said else None
    if country is None and first >= 2 and parse.tag[first - 1] == "POS":
        before = country_before(parse, first - 1)
        country = before[1] if before else span_country(parse, max(parse.sentence(first).first, first - 3), first - 1)
    return country, said


def country_before(parse: Parse, end: int) -> tuple[int, str] | None:
    """The country whose name or adjective ends right before a token: the token where it begins, and alpha-3."""
    low = max(parse.sentence(end - 1).first, end - _OWNER) if end > 0 else end
    found = countries_in([parse.word(i) for i in range(low, end)], cities=False)
    start, last, code, _ = found[-1] if found else (0, -1, "", "")
    return (low + start, code) if low + last == end else None


def _apposed(parse: Parse, head: int) -> Profile | None:
    """What an apposition right after a comma says: a body, or an outlet, of some kind."""
    for noun in parse.childs(head, "appos"):
        body = profile(parse, noun)
        if body and body.table in ("body", "group") and parse.word(phrase_start(parse, noun) - 1) == ",":
            return body
    return None
