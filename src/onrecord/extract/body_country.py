"""The country and kind of a body that its own name does not tell, but the words beside it do."""

from __future__ import annotations

from onrecord.extract.parse import Parse
from onrecord.extract.phrase_country import span_country
from onrecord.extract.roles import Profile, phrase_start, profile

_OWNER = 4
"""Most tokens of the owner before a possessive ("the Central African Republic's")."""


def told_beside(parse: Parse, first: int, last: int) -> tuple[str | None, Profile | None]:
    """The country of "Sudan's Radio Amber" and of "the Amber Herald, a Pakistani daily", and what the latter says."""
    said = _apposed(parse, last - 1)
    country = said.country if said else None
    if country is None and first >= 2 and parse.tag[first - 1] == "POS":
        country = span_country(parse, max(parse.sentence(first).first, first - 1 - _OWNER), first - 1)
    return country, said


def _apposed(parse: Parse, head: int) -> Profile | None:
    """What an apposition right after a comma says: a body, or an outlet, of some kind."""
    for noun in parse.childs(head, "appos"):
        body = profile(parse, noun)
        if body and body.table in ("body", "group") and parse.word(phrase_start(parse, noun) - 1) == ",":
            return body
    return None
