"""What a noun phrase says of whom it names: kind, sector, country, number and gender.

The nouns are data (`lexicon/roles.toml`); this module reads the phrase around them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.extract.parse import Parse
from onrecord.extract.phrase_country import phrase_country
from onrecord.lexicon import words
from onrecord.lexicon.countries import people
from onrecord.lexicon.organisations import organisation

Table = Literal["person", "generic", "group", "body"]

_WIDEST = 4
"""Most words in a listed noun ("commander in chief")."""
_REACH = 10
"""Most tokens before the head that are read: what lies further left belongs to a list or a clause."""
_VAGUE = frozenset({"agency", "office", "service", "commission", "committee", "bureau", "department", "directorate"})
_BREAKS = frozenset({"VERB", "AUX", "SCONJ", "CCONJ", "ADP", "PUNCT", "PART"})


@dataclass(frozen=True, slots=True)
class Profile:
    """What a noun phrase tells. `first` is its first token, `noun` the listed noun, `many` whether it names several."""

    table: Table
    noun: str
    first: int
    head: int
    sector: str | None = None
    country: str | None = None
    many: bool = False
    gender: str | None = None
    former: bool = False

    @property
    def unnamed(self) -> bool:
        """Whether the noun leaves a speaker without a name ("a diplomat")."""
        return self.noun in _nouns().unnamed

    @property
    def people(self) -> bool:
        """Whether the noun is a word for people of a country ("the Finn")."""
        return self.table == "person" and self.country is not None and self.sector is None

    @property
    def outlet(self) -> bool:
        """Whether the noun is a newspaper, channel or agency."""
        return self.noun in _nouns().outlets


@dataclass(frozen=True, slots=True)
class _Nouns:
    listed: Mapping[str, tuple[Table, str]]
    generic: Mapping[str, str]
    lasts: frozenset[str]
    modifiers: Mapping[str, str]
    gender: Mapping[str, str]
    former: frozenset[str]
    former_sectors: frozenset[str]
    unnamed: frozenset[str]
    outlets: frozenset[str]
    collective: frozenset[str]
    modified: frozenset[str]
    heads: frozenset[str]
    ministries: frozenset[str]


@cache
def _nouns() -> _Nouns:
    data = words("roles")
    listed: dict[str, tuple[Table, str]] = {}
    order: tuple[Table, ...] = ("group", "body", "generic", "person")
    for table in order:
        for sector, nouns in data[table].items():
            listed |= dict.fromkeys(nouns, (table, sector))
    generic = {noun: sector for sector, nouns in data["generic"].items() for noun in nouns}
    modifiers = {word: sector for sector, nouns in data["modifier"].items() for word in nouns}
    gender = {word: tag for tag, nouns in data["gender"].items() for word in nouns}
    lasts = frozenset(noun.split()[-1] for noun in listed)
    said = data["words"]
    return _Nouns(
        listed, generic, lasts, modifiers, gender, frozenset(said["former"]), frozenset(said["former_sectors"]),
        frozenset(said["unnamed"]), frozenset(said["outlet"]), frozenset(said["collective"]),
        frozenset(said["modified"]), frozenset(said["heads"]),
        frozenset(said["ministries"]),
    )  # fmt: skip


def profile(parse: Parse, head: int, first: int | None = None) -> Profile | None:
    """What the noun phrase with this head says; None where the head is no listed noun for people or bodies.

    `first` is where the phrase begins, where that is known better than the parse has it.
    """
    nouns = _nouns()
    forms = _forms(parse, head)
    if not any(form in nouns.lasts for form in forms):
        return people_profile(parse, head)
    start = max(phrase_start(parse, head) if first is None else first, head - _REACH)
    found = _listed(parse, head, start, forms)
    if found is None:
        return None
    noun, table, _ = found
    if noun in nouns.modified and not _described(parse, start, head):
        return None
    inside = [parse.lower(i) for i in range(start, head)]
    former = any(w in nouns.former for w in inside) or noun.startswith("ex-")
    code = _sector(parse, head, start, found)
    if former and code in nouns.former_sectors:
        code = "ELI"
    many = parse.tag[head] in ("NNS", "NNPS") or table == "group" or noun in nouns.collective
    many = many and not (table == "body" and noun.endswith(parse.lower(head)))
    return Profile(
        table, noun, start, head, code or None, phrase_country(parse, start, head, code or None), many,
        nouns.gender.get(noun) or nouns.gender.get(noun.split()[-1]), former,
    )  # fmt: skip


def _described(parse: Parse, start: int, head: int) -> bool:
    """Whether what stands before a noun, or after it with "of", says that it means somebody: "opposition figures"."""
    if any(parse.dep[i] in ("compound", "nmod", "poss") for i in range(start, head)):
        return True
    if any(_forms(parse, i)[0] in _nouns().modifiers or parse.word(i)[:1].isupper() for i in range(start + 1, head)):
        return True
    after = head + 1
    return parse.tag[head] == "NN" and after < len(parse) and parse.lower(after) == "of"


def people_profile(parse: Parse, head: int) -> Profile | None:
    """What a word for people of a country says ("two Danes", "the Finn")."""
    if parse.pos[head] not in ("PROPN", "NOUN") or not parse.word(head)[:1].isupper():
        return None
    known = people(parse.word(head))
    if known is None:
        return None
    country, many = known
    many = parse.tag[head] in ("NNS", "NNPS") or many
    return Profile("person", parse.lower(head), phrase_start(parse, head), head, None, country, many)


def modifies(word: str) -> bool:
    """Whether a word is a common one that gives a noun its sector ("police", "separatist"); no faith's name.

    >>> modifies("separatist"), modifies("catholic")
    (True, False)
    """
    return _nouns().modifiers.get(word, "REL") != "REL"


def phrase_start(parse: Parse, head: int, known: int | None = None) -> int:
    """The first token of the noun phrase up to its head: no further left than a verb, a clause or a comma allows.

    From `known` on, where that is given, the tokens belong to the phrase for certain.
    """
    start, low = head if known is None else known, max(parse.left[head], parse.sentence(head).first, head - _REACH)
    while start > low and (parse.pos[start - 1] not in _BREAKS or _inside(parse, start - 1)):
        start -= 1
    while start < head and (
        parse.pos[start] == "ADV" or (parse.dep[start] in ("advmod", "quantmod") and parse.tag[start] != "DT")
    ):
        start += 1
    first = _first_adjective(parse, start, head)
    return phrase_start(parse, head, first) if low <= first < start else start


def _first_adjective(parse: Parse, start: int, head: int) -> int:
    """The first of several joined before a noun: "Danish" in "Danish and Swedish sailors"; else `start` itself."""
    first = start
    while parse.dep[first] == "conj" and parse.head[first] < first and parse.pos[first] != "NUM":
        first = parse.head[first]
    return first if parse.head[first] == head or parse.head[parse.head[first]] == head else start


def _inside(parse: Parse, i: int) -> bool:
    """Whether a token of an odd class still belongs to the phrase: participles before a noun, hyphens."""
    return parse.dep[i] in ("amod", "compound", "nmod") or parse.tag[i] in ("HYPH", "POS")


def _forms(parse: Parse, head: int) -> tuple[str, ...]:
    """The head as printed, as its lemma, and without a plural s (the parser leaves it on names)."""
    said, lemma = parse.lower(head), parse.lemma[head].lower()
    if said.endswith("ies"):
        return (said, lemma, said[:-3] + "y")
    return (said, lemma, said[:-1]) if said.endswith("s") and not said.endswith("ss") else (said, lemma)


def _listed(parse: Parse, head: int, start: int, forms: tuple[str, ...]) -> tuple[str, Table, str] | None:
    """The longest listed noun that ends at the head, or that goes on over "of" ("chief of staff")."""
    nouns = _nouns()
    goes_on = head + 1 < len(parse) and parse.lower(head + 1) in ("of", "in", "-")
    for end in (head + 3, head + 2) if goes_on else ():
        if end < len(parse) and parse.sent_of[end] == parse.sent_of[head]:
            after = " ".join(parse.lower(i) for i in range(head + 1, end + 1))
            for form in forms:
                phrase = f"{form} {after}".replace(" - ", "-")
                if phrase in nouns.listed:
                    return phrase, *nouns.listed[phrase]
    for low in range(max(start, head - _WIDEST), head + 1):
        before = "".join(parse.lower(i) + (" " if parse.end[i] < parse.start[i + 1] else "") for i in range(low, head))
        for form in forms:
            if (phrase := before + form) in nouns.listed:
                return phrase, *nouns.listed[phrase]
    return None


def _sector(parse: Parse, head: int, start: int, found: tuple[str, Table, str]) -> str:
    """The sector: the noun's own, or for a generic one that of what it belongs to."""
    noun, table, sector = found
    if table in ("person", "group") and noun not in _nouns().generic and noun not in ("force", "forces"):
        if sector in ("UAF", "UNK"):
            armed = _modified(parse, start, head) if sector == "UAF" else ""
            return _named_owner(parse, start, head) or (armed if armed in ("REB", "PRM") else sector)
        if sector == "MIL" and _modified(parse, start, head) == "COP":
            return "COP"  # "a police sergeant"
        before = parse.words(start, head).lower().split()
        against = sector == "CVL" and any(_nouns().modifiers.get(word) == "OPP" for word in before)
        return "OPP" if against else sector
    owner = _owner(parse, head)
    if owner and not (owner == "GOV" and table == "body" and sector):  # "the secret services of the republic"
        return owner
    if table in ("generic", "group") or not sector or noun in _VAGUE:
        sector = _named_owner(parse, start, head) or _modified(parse, start, head) or sector
    # the heads of NATO or the African Union act for governments
    return sector or ("GOV" if noun in _nouns().heads and _of_many_states(parse, start, head) else "")


def _of_many_states(parse: Parse, start: int, head: int) -> bool:
    """Whether an office is one of a body of many states: "NATO Secretary General", "head of the African Union"."""
    stop = min(parse.right[head], head + 7)
    runs = [(low, high) for low in range(start, head) for high in range(low + 1, head + 1)]
    if head + 1 < stop and parse.lower(head + 1) == "of":
        runs += [(low, high) for low in (head + 2, head + 3) for high in range(low + 1, stop + 1)]
    found = (organisation(parse.words(low, high)) for low, high in runs if parse.word(low)[:1].isupper())
    return any(body.kind == "organisation" and not body.country and not body.sector for body in found if body)


def _named_owner(parse: Parse, start: int, head: int) -> str | None:
    """The sector of a known organisation before the head ("CIA official")."""
    for low in range(start, head):
        if parse.word(low)[:1].isupper():
            for high in range(head, low, -1):
                if (known := organisation(parse.words(low, high))) and known.sector:
                    return known.sector
    return None


def _modified(parse: Parse, start: int, head: int) -> str:
    """The sector of the words before the head, the nearest first: "army accountant", "police chief"."""
    nouns = _nouns()
    for i in range(head - 1, start - 1, -1):
        if i > start and parse.word(i)[:1].isupper() and organisation(parse.words(i - 1, i + 1)):
            continue
        forms = _forms(parse, i)
        found = _listed(parse, i, start, forms) if parse.pos[i] in ("NOUN", "PROPN") else None
        if found and found[2] not in ("", "UNK"):
            return nouns.modifiers.get(forms[0], found[2]) if " " not in found[0] else found[2]
        for form in forms:
            if form in nouns.modifiers:
                return nouns.modifiers[form]
    return ""


def _owner(parse: Parse, head: int) -> str:
    """The sector of the body after "of": "president of the Senate", "head of the army"; empty where it is a country."""
    for prep in parse.childs(head, "prep"):
        owned = parse.child(prep, "pobj")
        if owned is None or parse.lower(prep) not in ("of", "for", "in", "at", "with"):
            continue
        start, end = phrase_start(parse, owned), min(parse.right[owned], owned + 5)
        for high in range(end, owned, -1):
            known = organisation(parse.words(start, high)) or organisation(parse.words(owned, high))
            if known and known.kind != "state":
                return known.sector or ""
        if parse.lower(prep) == "of" and (found := _listed(parse, owned, start, _forms(parse, owned))):
            modified = _modified(parse, start, owned) if found[0] in _VAGUE or not found[2] else ""
            sector = modified or found[2]
            if found[1] in ("body", "group") and (sector not in ("", "GOV") or found[0] in _nouns().ministries):
                return sector
    return ""
