"""Where a name begins and ends within what the tagger marked, and whether it is a person's at all."""

from __future__ import annotations

from functools import cache

from onrecord.extract.parse import Parse
from onrecord.extract.roles import profile
from onrecord.extract.titles import titles
from onrecord.lexicon import words
from onrecord.lexicon.organisations import gender, is_holder

_QUOTES = frozenset('"“”«»')
_LOOKS = 20
"""Most occurrences of a word that are looked at."""


def trim(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """Entity bounds without article, possessive, title and what follows a comma or a quotation mark."""
    for i in range(first, last):
        ends = parse.pos[i] == "PUNCT" and parse.tag[i] not in ("HYPH", "POS") and parse.word(i) not in ("/", "&")
        if (ends or parse.word(i) in _QUOTES) and i > first:
            last = i
            break
        first += ends or parse.word(i) in _QUOTES
    while first < last and (
        parse.tag[first] in ("DT", "CD", "PRP$", "POS") or parse.lower(first) == "of" or parse.lower(first) == "the"
    ):
        first += 1
    while first < last and (parse.tag[last - 1] in ("POS", "DT", "IN") or parse.word(last - 1) in ("'", "’", "-")):
        if last - first > 2 and parse.tag[last - 2] == "HYPH" and parse.word(last - 3)[:1].isupper():
            break  # "Moon Jae-in"
        last -= 1
    while last - first > 1 and (parse.lower(first) in titles() or _office_word(parse, first)):
        first += 1
    return first, last


def _office_word(parse: Parse, first: int) -> bool:
    """Whether a name taken with its office starts with it: "Colonel Haas"; "Dean Haas" may be a name."""
    found = profile(parse, first, first) if not gender(parse.word(first)) else None
    office = found is not None and found.table in ("person", "generic") and found.sector not in ("CVL", "UNK", None)
    return found is not None and office and found.noun == parse.lower(first)


def person_end(parse: Parse, first: int, last: int) -> int:
    """Where a person's name ends that the tagger cut short: "Petra" of "Petra Sund"."""
    while (
        last < len(parse) and parse.dep[last - 1] == "compound" and parse.pos[last] == "PROPN"
        and last <= parse.head[last - 1] < last + 2
    ):  # fmt: skip
        last += 1
    if last - first > 1 and last + 1 < len(parse) and parse.word(last) == "-" and _syllable(parse, last + 1):
        last += 2
    last = _past_particles(parse, last)
    if last - first == 1 and gender(parse.word(first)) and last < len(parse) and parse.entity_of[last] < 0:
        last += parse.pos[last] == "PROPN" and parse.word(last)[1:].islower()
    return last


def _past_particles(parse: Parse, last: int) -> int:
    """Where a name ends that the tagger cut at its small words: "Ursel von" of "Ursel von der Heide"."""
    at, stop = last, parse.sentence(last - 1).last
    while at < stop and parse.word(at) in _particles():
        at += 1
    small = at > last or parse.word(last - 1) in _particles()
    whole = small and at < stop and parse.pos[at] == "PROPN" and parse.word(at)[:1].isupper()
    return at + 1 if whole else last


def _syllable(parse: Parse, i: int) -> bool:
    """Whether a word ends a name after a hyphen: "Moon Jae-in", but not "Karl Lund-led"."""
    close = parse.end[i - 2] == parse.start[i - 1] and parse.end[i - 1] == parse.start[i]
    return close and len(parse.word(i)) <= 4 and parse.word(i).isalpha() and parse.lower(i) not in endings()


def human(parse: Parse, first: int, last: int) -> bool:
    """Whether a name that the tagger takes for a person's is none of a weapon or a ship ("HMS Argyll")."""
    name, above = parse.words(first, last), parse.head[last - 1]
    whole = parse.words(first, person_end(parse, first, last))  # "Rheinmetall Skynex" of "Rheinmetall Skynex KX3"
    if any(c.isdigit() for c in whole) or parse.word(first) in _ship_words():
        return False
    if gender(parse.word(first)) or is_holder(name) or parse.dep[last - 1] not in ("compound", "nmod") or above < last:
        return True
    return parse.pos[above] != "NOUN" or profile(parse, above) is not None


def described(parse: Parse, at: int) -> int | None:
    """Where the name of a person begins whose surname the tagger took for a thing's: "Tarmo Vesk, the mayor of …".

    At the head of a sentence what the parser takes for a verb or adjective may be the given name. None where nobody is
    described.
    """
    offices = [profile(parse, noun) for noun in parse.childs(at, "appos")]
    if not any(one and one.table in ("person", "generic") and not one.many for one in offices):
        return None
    first, low = at, parse.sentence(at).first
    while first > low and parse.pos[first - 1] == "PROPN" and parse.dep[first - 1] == "compound":
        first -= 1
    odd = first - 1 == low and parse.dep[low] in ("nsubj", "nsubjpass") and parse.tag[low][0] in "VJRU"
    return low if odd and parse.word(low)[1:].islower() else first


def is_thing(parse: Parse, first: int, last: int) -> bool:
    """Whether a name is a weapon's, a contest's or a feast's: "an MLRS attack", "the Orvik Regatta"."""
    said = words("roles")["words"]
    if last - first == 1:
        return parse.word(first).isupper() and parse.lower(first) in said["weapons"]
    return parse.lower(last - 1) in said["contests"]


def part_of_office(parse: Parse, first: int, last: int) -> bool:
    """Whether one word is no name but opens an office: "Defence" in "Defence Minister"."""
    if last - first > 1 or last >= len(parse) or parse.dep[first] != "compound":
        return False
    office = profile(parse, last)
    return office is not None and office.noun.startswith(f"{parse.lower(first)} ")


def plain_plural(parse: Parse, i: int) -> bool:
    """Whether a lone word has its capital from the head of the sentence: "Ferries stopped", "Stevedores said".

    A plural that does something there and is nowhere in the text a name, that the parser tags as a common noun, that is
    one of a listed noun for people, or that ends as such nouns do where it is tagged for no person.
    """
    word = parse.word(i)
    at_head = parse.sentence(i).first == i and parse.dep[i] in ("nsubj", "nsubjpass")
    if not at_head or not word.endswith("s") or not word[1:].islower():
        return False
    if _within(parse.text, word):
        return False
    label = parse.entities[parse.entity_of[i]].label if parse.entity_of[i] >= 0 else ""
    if parse.tag[i] == "NNS" or (parse.tag[i] == "NNPS" and label in ("ORG", "GPE")):
        return True
    folk = label != "PERSON" and word.endswith(("ers", "ors", "ists"))
    return folk or (parse.pos[i] != "VERB" and profile(parse, i) is not None)


def _within(text: str, word: str) -> bool:
    """Whether a word stands within a sentence somewhere, as names do: after a small letter or a comma.

    >>> _within("Dorvers rose. Shares in Dorvers rose.", "Dorvers"), _within("Dorvers rose.", "Dorvers")
    (True, False)
    """
    at = -1
    for _ in range(_LOOKS):
        at = text.find(word, at + 1)
        if at < 0:
            return False
        if at > 1 and text[at - 1] == " " and (text[at - 2].islower() or text[at - 2] == ","):
            return True
    return False


@cache
def _ship_words() -> frozenset[str]:
    return frozenset(words("roles")["words"]["ships"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(words("name_particles")["words"])


@cache
def endings() -> frozenset[str]:
    """What follows a name and a hyphen in an adjective: "led", "made"."""
    return frozenset(words("roles")["words"]["sides"])
