"""What stands before a name and is no part of it: "Mrs", "Gen.", "Malta's labour minister"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.extract.parse import Parse
from onrecord.extract.roles import Profile, profile
from onrecord.lexicon import words

_OWNED = 6
"""Most tokens of what an office is of ("of Foreign Affairs")."""
_LOOSE = frozenset({"member", "ally", "critic", "opponent", "supporter", "victim", "colleague", "rival", "source"})
"""Nouns that no name follows as an office."""
_NO_TITLE = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"})


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before a name: tokens `[first, name)`, the office among them, the gender that it tells."""

    first: int
    office: Profile | None
    gender: str | None
    sector: str | None
    learned: bool = False
    """Whether it is a doctor's or a professor's."""


def title_of(parse: Parse, first: int) -> Title | None:
    """What stands right before a name, where its last word is a title or an office: "Malta's labour minister Ferro"."""
    before = first - 1
    if before < 0 or (parse.sent_of[before] != parse.sent_of[first] and not parse.word(before).endswith(".")):
        return None  # a short form such as "U.S." may have been taken for the end of a sentence
    known, word = titles(), parse.lower(before)
    if word in known and parse.word(before)[:1].isupper():
        start = before
        while start > 0 and parse.lower(start - 1) in known and parse.word(start - 1)[:1].isupper():
            start -= 1
        tag, sector = known[word]
        office = profile(parse, before)
        low = min(start, office.first) if office else _run_start(parse, start)
        learned = word.rstrip(".") in ("dr", "prof")
        return Title(low, office, tag, sector or (office.sector if office else None), learned)
    if parse.pos[before] not in ("NOUN", "PROPN", "ADJ"):
        return None
    office = profile(parse, before, _run_start(parse, before))
    if office is None or office.table not in ("person", "generic"):
        office = _office_of(parse, before)
    if office is None or office.many or office.people:
        return None
    return Title(office.first, office, office.gender, office.sector)


def _office_of(parse: Parse, last: int) -> Profile | None:
    """The office whose "of …" or "to …" ends at a token: "ambassador to Peru", "Secretary of State"."""
    for i in range(last - 1, max(last - _OWNED, parse.sentence(last).first), -1):
        if parse.lower(i) in ("of", "to", "for"):
            office = profile(parse, i - 1, _run_start(parse, i - 1))
            named = office and office.table in ("person", "generic") and office.noun not in _LOOSE
            return office if office and named and office.sector not in ("CVL", "UNK", None) else None
        if parse.pos[i] not in ("PROPN", "NOUN", "ADJ", "DET"):
            return None
    return None


def shared_title(parse: Parse, first: int, head: int) -> Profile | None:
    """The office in the plural before the first of several names: "the ministers Radkov and Lund"."""
    if parse.dep[head] == "conj" and parse.pos[parse.head[head]] == "PROPN":
        head = parse.head[head]
        first = head
    while first > 0 and parse.pos[first - 1] == "PROPN" and parse.head[first - 1] == head:
        first -= 1
    before = first - 1
    if before < 0 or parse.tag[before] not in ("NNS", "NNPS") or parse.sent_of[before] != parse.sent_of[head]:
        return None
    if parse.head[head] != before and parse.head[before] != head:
        return None
    office = profile(parse, before, _run_start(parse, before))
    return office if office and office.table in ("person", "generic") and office.many and not office.people else None


def _run_start(parse: Parse, end: int) -> int:
    """Where the words before a name begin that belong to its title."""
    start, low = end, parse.sentence(end).first
    while start > low and end - start < 8:
        tag, pos = parse.tag[start - 1], parse.pos[start - 1]
        dated = parse.entity_of[start - 1] >= 0 and parse.entities[parse.entity_of[start - 1]].label in _NO_TITLE
        if dated or (pos not in ("NOUN", "PROPN", "ADJ") and tag not in ("POS", "HYPH", "VBN", "VBG", "NN")):
            break
        start -= 1
    return start + 1 if parse.tag[start] in ("POS", "HYPH") else start


@cache
def titles() -> dict[str, tuple[str | None, str | None]]:
    """Every title with the gender and the sector that it tells."""
    data = words("roles")
    sectors = {word: sector for sector, listed in data["title_sector"].items() for word in listed}
    found: dict[str, tuple[str | None, str | None]] = {}
    for kind, tag in (("plain", None), ("m", "m"), ("f", "f")):
        found |= {word: (tag, sectors.get(word)) for word in data["title"][kind]}
    return found
