"""The signs that words name a place, each worth some points: the parser's label, size, the words around."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple, Protocol

from onrecord.extract.parse import Parse
from onrecord.extract.place_text import capital, is_direction, joined, listed, may_end, meanings, name_of, table
from onrecord.lexicon.atlas import Sense, senses

_LABELS: Mapping[str, tuple[float, float]] = {
    "GPE": (3.0, 2.5), "LOC": (2.5, 1.5), "FAC": (1.0, 0.5), "ORG": (-0.5, -2.5), "PERSON": (-1.5, -3.0),
    "NORP": (-1.5, -3.0),
}  # fmt: skip
"""What the parser's label is worth where the name is the whole entity, and where it is a part of it."""
_OTHER_LABEL = (-1.5, -3.0)
_SURE = frozenset(["in", "near", "outside", "across", "throughout"])
"""Prepositions that people and bodies seldom follow."""
_DASHES = frozenset(["--", "—", "–", "-", ":", "("])


class Noun(NamedTuple):
    """A common noun that says what a name is: "village", the kind of place, and how far such a place reaches (km)."""

    word: str
    kind: str
    reach: float


class Found(Protocol):
    """What `around` looks at of an earlier candidate."""

    @property
    def last(self) -> int:
        """One past its last token."""


@cache
def _prepositions() -> dict[str, float]:
    listing = table()
    return dict.fromkeys(listing["directional"], 0.6) | dict.fromkeys(listing["locative"], 1.5)


@cache
def _local() -> tuple[frozenset[str], frozenset[str]]:
    listing = table()["local"]
    return frozenset(listing["nouns"]), frozenset(listing["bodies"])


@cache
def _other() -> frozenset[str]:
    return frozenset(table()["other"]["after"])


def surnames(parse: Parse) -> frozenset[str]:
    """The last names of people who are named in full."""
    found = set()
    for entity in parse.entities:
        last = entity.last - (parse.word(entity.last - 1) in ("'s", "’s"))
        if entity.label == "PERSON" and last - entity.first > 1:
            found.add(parse.word(last - 1).rstrip("."))
    return frozenset(found)


def label(parse: Parse, first: int, last: int) -> tuple[str, float]:
    """The parser's label over a name, and what it is worth."""
    number = next((parse.entity_of[t] for t in range(first, last) if parse.entity_of[t] >= 0), -1)
    if number < 0:
        return "", 0.5 if parse.pos[last - 1] == "PROPN" else -0.5
    entity = parse.entities[number]
    start = entity.first + (parse.lower(entity.first) == "the")
    end = entity.last - (parse.word(entity.last - 1) in ("'s", "’s", "'", "’", "."))
    whole, part = _LABELS.get(entity.label, _OTHER_LABEL)
    return entity.label, whole if first <= start and last >= end else part


def size(known: Sequence[Sense], width: int) -> float:
    """What the best meaning of a name is worth."""
    best = known[0]
    if best.level == 0 or best.rule == "abbreviation":
        return 2.0
    if best.level == 9:
        return 1.5
    top = max(known, key=lambda s: (s.usual, s.level == 1, s.population))
    worth = 1.0 if top.level == 1 and top.usual else 0.0
    worth += 1.0 if top.population >= 500_000 else 0.5 if top.population >= 50_000 else 0.0
    return worth + (0.5 if width > 1 else 0.0) - (0.0 if top.usual else 0.7)


def around(parse: Parse, first: int, last: int, before: Sequence[Found], tag: str) -> float:
    """What the words before and after a name say."""
    worth, prev = 0.0, first - 1
    while prev >= 0 and (parse.lower(prev) in listed("loose") or is_direction(parse, prev)):
        prev -= 1
    word = parse.lower(prev) if prev >= 0 else ""
    if _leads_to(parse, prev, before):
        worth += 2.0
    owned = prev >= 0 and held_in(parse, prev) and tag not in ("GPE", "LOC")
    if word in _prepositions() and parse.sent_of[prev] == parse.sent_of[first] and not owned:
        worth += _prepositions()[word] + (1.0 if word in _SURE and tag not in ("GPE", "LOC") else 0.0)
    elif before and word in (",", "and", "or") and before[-1].last in (prev, prev - 1):
        worth += 1.0
    sure = tag in ("GPE", "LOC")
    if prev >= 0 and parse.pos[prev] == "VERB" and parse.lemma[prev].lower() in listed("verbs"):
        worth += 0.6 if sure else 2.5
    if prev == first - 1 and last < len(parse) and parse.lemma[prev].lower() == "leave" and parse.lower(last) == "for":
        worth += 2.5  # "left Jaffa for Haifa"
    if last < len(parse) and parse.sent_of[last] == parse.sent_of[first]:
        worth += _after(parse, first, last, tag)
    if prev == first - 1 and prev >= 0 and capital(parse, prev) and joined(parse, prev, first) and not sure:
        worth -= 1.0
    if first and parse.lower(first - 1) == "nearby" and not sure:
        worth += 4.0  # nobody is nearby, nor is a body
    if prev == first - 1 and last == first + 1 and word in listed("kin"):
        worth -= 9.0  # "his wife Georgia"
    return worth + before_comma(parse, last) + _dateline(parse, first, last)


def held_in(parse: Parse, preposition: int) -> bool:
    """Whether a preposition is an "in" that tells whom something is had in: "confidence in Bauman"."""
    return parse.lower(preposition) == "in" and parse.lemma[parse.head[preposition]].lower() in listed("held_in")


def _leads_to(parse: Parse, prev: int, before: Sequence[Found]) -> bool:
    """Whether a small word can only be followed by a place: "north of …", "from Lyon to …"."""
    if prev < 1:
        return False
    if parse.lower(prev) in ("of", "from") and is_direction(parse, prev - 1):
        return True
    return parse.lower(prev) == "to" and bool(before) and before[-1].last == prev and _from(parse, before[-1].last)


def _from(parse: Parse, last: int) -> bool:
    """Whether a name that ends before a token stands after "from", with small words between at most."""
    return any(parse.lower(t) == "from" for t in range(max(0, last - 5), last - 1))


def _after(parse: Parse, first: int, last: int, tag: str) -> float:
    """What the word after a name says: "… police", "… County Sheriff's Office", or that the name goes on."""
    nouns, bodies = _local()
    if parse.lower(last).rstrip(".,") in _other():
        return -6.0
    if last + 1 < len(parse) and capital(parse, last) and parse.lower(last + 1) in ("university", "college"):
        return -4.0
    named = first > 0 and capital(parse, first - 1) and parse.lower(first - 1) != "the"
    begins = not (named and joined(parse, first - 1, first))
    word = parse.lower(last)
    if capital(parse, last) and word in bodies and begins:
        return 4.5 if tag in ("ORG", "FAC") else 2.0
    if word in nouns and not capital(parse, last) and begins:
        return 2.0 if tag in ("ORG", "") else 0.5
    if capital(parse, last) and joined(parse, last - 1, last) and tag not in ("GPE", "LOC"):
        return -1.5
    return 0.0


def _dateline(parse: Parse, first: int, last: int) -> float:
    """Points for capitals before a dash at the beginning of a sentence: "GENEVA —", "LAGOS (News Agency)"."""
    sentence = parse.sentence(first)
    text = parse.words(first, last)
    if first - sentence.first > 4 or not text.isupper() or len(text) < 4:
        return 0.0
    return 3.0 if any(parse.word(t) in _DASHES for t in range(last, min(last + 5, len(parse)))) else 0.0


def before_comma(parse: Parse, last: int) -> float:
    """Points for a name that is followed by a comma and a country or subdivision."""
    if last + 1 >= len(parse) or parse.word(last) != "," or not capital(parse, last + 1):
        return 0.0
    for end in range(min(len(parse), last + 4), last + 1, -1):
        if may_end(parse, last + 1, end):
            found = meanings(parse, last + 1, end, name_of(parse, last + 1, end))
            if found and (found[0].level <= 1 or found[0].rule == "abbreviation"):
                return 2.5
    return 0.0


def placed(parse: Parse, first: int, last: int) -> bool:
    """Whether a name that a person bears too stands as a place does: "in Houston", "Houston, Texas"."""
    return (first > 0 and parse.lower(first - 1) in _SURE) or before_comma(parse, last) > 0


def direction(parse: Parse, first: int, known: Sequence[Sense]) -> tuple[str | None, int]:
    """A direction before a country or region: "eastern", "the north of", and the token where it begins."""
    listing = table()["directions"]
    if not known or (known[0].kind not in ("country", "region") and known[0].level > 1):
        return None, first
    if first >= 3 and parse.lower(first - 2) == "-" and (both := parse.words(first - 3, first).lower()) in listing:
        return both, first - 3
    if first >= 2 and (both := parse.lower(first - 2) + parse.lower(first - 1)) in listing:
        return both, first - 2
    if first >= 1 and parse.lower(first - 1) in listing:
        return parse.lower(first - 1), first - 1
    if first >= 2 and parse.lower(first - 1) == "of" and parse.lower(first - 2) in listing:
        return parse.lower(first - 2), first - 2
    return None, first


def noun(parse: Parse, first: int, last: int) -> tuple[Noun | None, float]:
    """The common noun that says what a name is, and what it is worth as a sign of a place."""
    after, before = table()["after"], table()["before"]
    if last < len(parse) and parse.sent_of[last] == parse.sent_of[first]:
        word = parse.lower(last)
        if word in after and (not capital(parse, last) or word in listed("plurals")):
            return Noun(word, *after[word]), 2.0
        if (told := _told_after(parse, last)) is not None:
            return Noun(told, *before[told]), 2.5
    at = first - 1
    if at >= 0 and parse.lower(at) == "the":
        at -= 1
    if at < 1:
        return None, 0.0
    word, link = parse.lower(at - 1), parse.lower(at)
    if link in ("of", ":") and word in before:
        return Noun(word, *before[word]), 2.5
    if link == "of" and word in table()["of"]:
        return Noun(word, *table()["of"][word]), 2.5
    if link == "," and word.endswith("s") and word in before and before[word][0] == "city":
        return Noun(word, *before[word]), 2.5  # "two villages, A and B"
    if at == first - 1 and link in before and not capital(parse, at):
        return Noun(link, *before[link]), 2.5 if before[link][0] == "water" else 1.5
    return None, 0.0


def _told_after(parse: Parse, last: int) -> str | None:
    """The noun for a town that explains the name before it: "X, a fishing village on the coast", "X, a town"."""
    if parse.word(last) != "," or last + 2 >= len(parse) or parse.lower(last + 1) not in ("a", "an", "the"):
        return None
    for t in range(last + 2, min(last + 7, parse.sentence(last).last)):
        if parse.lower(t) in table()["before"]:
            goes_on = t + 1 < len(parse) and parse.pos[t + 1] in ("NOUN", "PROPN", "PART")
            town = table()["before"][parse.lower(t)][0] == "city" and parse.tag[t] == "NN" and not goes_on
            return parse.lower(t) if town and parse.lower(t) not in ("capital", "port") else None
        if parse.pos[t] not in ("ADJ", "NOUN", "PROPN", "PUNCT", "VERB", "ADV", "NUM") or parse.word(t) == ",":
            return None
    return None


def country_in_body(parse: Parse, first: int, last: int, known: Sequence[Sense], tag: str) -> float:
    """Points for a country within the name of a body: "the U.S. Army", "the Health Ministry of Laos"."""
    if tag != "ORG" or not known or known[0].level != 0:
        return 0.0
    entity = parse.entities[parse.entity_of[first]]
    sole = parse.word(first).isupper() or not any(s.level == 1 and s.usual for s in known)
    if sole and first <= entity.first + 1 and last < entity.last and capital(parse, last):
        return 3.0
    ministries = table()["local"]["ministries"]
    after_of = first > 0 and parse.lower(first - 1) in ("of", "the")
    return 2.5 if after_of and any(parse.lower(t) in ministries for t in range(entity.first, first)) else 0.0


def said_in(parse: Parse, last: int, known: Sequence[Sense]) -> bool:
    """Whether a country that holds one of a name's meanings follows: "Mary, in Turkmenistan"."""
    if last + 2 >= len(parse) or parse.words(last, last + 2) != ", in":
        return False
    at = last + 2 + is_direction(parse, last + 2)
    if at >= len(parse) or not capital(parse, at):
        return False
    return any(s.level == 0 and any(k.level == 3 and k.lies_in(s) for k in known) for s in senses(parse.word(at)))
