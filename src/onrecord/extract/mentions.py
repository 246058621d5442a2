"""The names of actors in a parse: persons, organisations, states, with what stands beside a name and tells who it is.

Names come from three places: the lexicon (countries, organisations), the entity tagger, and titles ("Mrs Sund"). Where
they disagree the lexicon goes before the title, the title before the tagger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from onrecord.extract.body_country import country_before, told_beside
from onrecord.extract.listed_names import Name, countries, of_country, organisations
from onrecord.extract.metonyms import acts, is_located
from onrecord.extract.name_bounds import (
    described,
    endings,
    human,
    is_thing,
    part_of_office,
    person_end,
    plain_plural,
    trim,
)  # fmt: skip
from onrecord.extract.parse import Entity, Parse
from onrecord.extract.phrase_country import span_country
from onrecord.extract.roles import phrase_start, profile
from onrecord.extract.state_words import OWN, StateWords, state_words
from onrecord.extract.titles import title_of, titles
from onrecord.lexicon import words
from onrecord.lexicon.atlas import senses
from onrecord.lexicon.organisations import gender, is_holder, organisation
from onrecord.model.actor import ActorKind

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT"})
_PLACES = frozenset({"LOC", "FAC"})
_UNSURE = frozenset({"NORP", "PRODUCT", "WORK_OF_ART", "EVENT"})


def names(parse: Parse) -> list[Name]:
    """All names of actors, in text order and without overlap."""
    known = [*organisations(parse), *countries(parse)]
    at = {i: name for name in known for i in range(name.first, name.last)}
    found: dict[int, Name] = {}
    states = state_words(parse)
    for entity in parse.entities:
        if entity.label in _NAMES and (name := _from_entity(parse, entity, at, states)):
            found[name.first] = name
    covered = {i for name in found.values() for i in range(name.first, name.last)}
    for name in known:
        if name.form != "nominal" and covered.isdisjoint(range(name.first, name.last)):
            found[name.first] = name
            covered.update(range(name.first, name.last))
    for name in _titled(parse, covered):
        found[name.first] = name
    for name in _short_names(parse, list(found.values()), covered):
        found[name.first] = name
    for name in list(found.values()):
        title = title_of(parse, name.first) if name.kind == "person" else None
        for i in range(title.first, name.first) if title else ():
            if i in found and not found[i].known:
                del found[i]
    return [_told(parse, name) for _, name in sorted(found.items()) if _counts(parse, name)]


def _short_names(parse: Parse, found: Iterable[Name], covered: set[int]) -> Iterator[Name]:
    """Short names of bodies that the text gives in brackets and no tagger marked: "Free Harbour Front (FHF)"."""
    short: dict[str, Name] = {}
    for name in found:
        at = name.last + 1
        if name.kind in ("organisation", "group") and at + 1 < len(parse) and parse.word(at - 1) == "(":
            word = parse.word(at)
            initials = "".join(parse.word(i)[0] for i in range(name.first, name.last) if parse.word(i)[:1].isupper())
            if parse.word(at + 1) == ")" and len(word) > 1 and word.isupper() and word == initials:
                short[word] = name
    for i in range(len(parse)) if short else ():
        if i not in covered and (full := short.get(parse.word(i))) is not None:
            covered.add(i)
            yield replace(full, first=i, last=i + 1, known=None)


def _told(parse: Parse, name: Name) -> Name:
    """An unlisted body with what the words beside it tell: country, sector, whether it is an outlet."""
    if name.known or name.kind not in ("organisation", "outlet"):
        return name
    country, said = told_beside(parse, name.first, name.last)
    outlet = name.kind == "outlet" or (said is not None and said.outlet)
    sector = name.sector or (said.sector if said else None)
    if name.first and parse.lower(name.first - 1) in words("roles")["modifier"]["REB"]:
        sector = "REB"  # "the rebel Free Orlan Army"
    return replace(name, kind="outlet" if outlet else name.kind, country=name.country or country, sector=sector)


def _counts(parse: Parse, name: Name) -> bool:
    """Whether a state's name is used for an actor: not where it is only a place, not in the dateline."""
    sentence = parse.sentence(name.first)
    credit = parse.word(sentence.first) == "(" and sentence.last - sentence.first <= name.last - name.first + 3
    if sentence.part == "dateline" or credit:
        return name.kind == "outlet" and bool(name.known)
    if name.kind == "person" and name.last - name.first > 1 and is_located(parse, name.head):
        return not senses(parse.words(name.first, name.last)) or bool(title_of(parse, name.first))
    if name.kind in ("person", "organisation") and not name.known and _town(parse, name):
        return False
    if name.kind != "state":
        return bool(name.known) or name.last - name.first > 1 or not is_located(parse, name.head)
    return acts(parse, name.head) if name.form == "metonym" else not is_located(parse, name.head)


def _town(parse: Parse, name: Name) -> bool:
    """Whether the words before a name say that it is a town's: "the village of Orvik", "the mayor of Orvik"."""
    before = parse.lower(name.first - 2) if name.first > 1 and parse.lower(name.first - 1) == "of" else ""
    table = words("place_words")
    kind, _ = table["before"].get(before) or table["of"].get(before, ("", 0))
    return bool(kind == "city")


def _from_entity(parse: Parse, entity: Entity, at: dict[int, Name], states: StateWords) -> Name | None:
    """The name in an entity: without title, article and possessive, its kind settled by what is known of it."""
    first, last = trim(parse, entity.first, entity.last)
    if first >= last or parse.words(first, last) in states.adjectives or parse.words(first, last).islower():
        return None
    if parse.lower(last - 1).rpartition("-")[2] in endings() and "-" in parse.word(last - 1):
        return None  # "U.S.-made"
    if part_of_office(parse, first, last):
        return None
    whole = organisation(parse.words(first, last))
    if whole and (name := of_country(parse, first, last, whole)):
        return name
    end, start = at.get(last - 1), at.get(first)
    if end and end.last == last and end.kind != "state":
        return end
    if end and end.first == first and end.last == last:
        return end if end.form != "nominal" else None
    if last - first == 1 and plain_plural(parse, first):
        return None
    if start and start.form == "name" and start.kind == "state" and start.last > last:
        return start  # "The Federated States of" of a longer name
    title, body = title_of(parse, first), _body(parse, first, last)
    human_name = entity.label == "PERSON" and (last - first > 1 or bool(gender(parse.word(first))))
    if title and title.office and not human_name and title.office.noun in _said("companies"):
        return Name(first, last, "organisation", None, title.office.country, "BUS")
    if body and not (title and last - first == 1):
        return body
    if last - first == 1 and not title and entity.label != "PERSON" and profile(parse, first):
        return None
    if title or (entity.label == "PERSON" and not (start and start.form == "name" and start.kind == "state")):
        bare = not title and last - first == 1
        if bare and parse.word(first) in states.names:
            return _state(first, last)
        return Name(first, person_end(parse, first, last), "person") if title or human(parse, first, last) else None
    if not parse.word(first)[:1].isupper():
        return None
    if last - first == 1 and (began := described(parse, first)) is not None:
        return Name(began, last, "person")
    if entity.label in _PLACES or entity.label in _UNSURE or is_thing(parse, first, last):
        return None
    if parse.words(first, last) in states.names:
        return _state(first, last)
    return _unknown(parse, entity.label, first, last, start)


def _body(parse: Parse, first: int, last: int) -> Name | None:
    """A named body: "Rivers Commission", "Chile's Ministry of Mines"; a bare "Parliament" is left to the nouns."""
    if last - first > 1 and (
        parse.word(last - 1) in _said("outlet_names") or parse.word(first) in _said("outlet_starts")
    ):
        return Name(first, last, "outlet", None, span_country(parse, first, last), "JRN")
    heads = [last - 1, *(i for i in range(first, last - 1) if parse.head[i] == i or not first <= parse.head[i] < last)]
    for head in heads:
        body = profile(parse, head, first) if parse.word(head)[:1].isupper() else None
        if body is None or body.table not in ("body", "group") or (body.many and body.table == "body"):
            continue
        if body.table == "group" and (body.sector not in OWN or last - first == 1):
            continue
        start = phrase_start(parse, head)
        start += parse.tag[start] in ("DT", "PRP$", "CD")
        country = span_country(parse, start, last)
        if start < first and span_country(parse, start, first):
            owner = country_before(parse, first - 1) if parse.tag[first - 1] == "POS" else None
            if owner is None or owner[0] == start:
                first = start
            else:  # "the Democratic Republic of the Congo's", of which the phrase holds the end
                country = owner[1]
                body = replace(body, country=None)
        if last - first > 1:
            kind: ActorKind = "outlet" if body.outlet else "organisation"
            return Name(first, last, kind, None, body.country or country, body.sector)
    return None


def _unknown(parse: Parse, label: str, first: int, last: int, start: Name | None) -> Name | None:
    """A name that only the tagger knows."""
    if last - first == 1 and (is_holder(parse.word(first)) or (gender(parse.word(first)) and _speaks(parse, first))):
        return Name(first, last, "person")
    if label == "ORG" and parse.dep[last - 1] == "oprd":
        return None  # "an exercise called Steadfast Harbour"
    if parse.word(last - 1) in _said("outlet_names") and first > 0 and parse.lower(first - 1) == "the":
        return Name(first, last, "outlet", None, span_country(parse, first, last), "JRN")
    if last - first in (2, 3) and gender(parse.word(first)) and not start:
        return Name(first, last, "person")
    if label == "GPE" and not (last - first == 1 and parse.word(first).isupper()):  # "the NICU" is no land
        named = parse.word(last - 1)[:1].isupper() and not start and acts(parse, last - 1)
        return _state(first, last) if named and not senses(parse.words(first, last)) else None
    return Name(first, last, "organisation", None, span_country(parse, first, last), None)


def _speaks(parse: Parse, i: int) -> bool:
    """Whether a bare given name is somebody's: a subject, or followed by an age ("Zoya, 61, a welder")."""
    aged = i + 2 < len(parse) and parse.lower(i + 1) == "," and parse.word(i + 2).isdigit()
    return aged or parse.dep[i] == "nsubj"


def _state(first: int, last: int) -> Name:
    return Name(first, last, "state")


def _titled(parse: Parse, covered: set[int]) -> Iterable[Name]:
    """Names that only a title, an office or a given name shows: "Gen. Okra", "Trade Minister Sund", "Karl Amend"."""
    known, found = titles(), []
    for i in range(len(parse) - 1):
        if i in covered or not parse.word(i)[:1].isupper() or parse.pos[i] not in ("PROPN", "NOUN"):
            continue
        first = i + 1 if (title := parse.lower(i) in known) else i
        last = first
        while last < len(parse) and last - first < 4 and parse.word(last)[:1].isupper() and last not in covered:
            if parse.pos[last] not in ("PROPN", "NOUN"):
                break
            last += 1
        named = title or _in_office(parse, first) or (last - first > 1 and gender(parse.word(first)))
        if last <= first or not named:
            continue
        if (not title or title_of(parse, first)) and profile(parse, last - 1) is None:
            found.append(Name(first, last, "person"))
            covered.update(range(first, last))
    return found


def _in_office(parse: Parse, first: int) -> bool:
    """Whether an office that is written with a capital stands right before a name."""
    capital = first > 0 and parse.pos[first] == "PROPN" and parse.word(first - 1)[:1].isupper()
    title = title_of(parse, first) if capital else None
    return title is not None and title.office is not None


@cache
def _said(topic: str) -> frozenset[str]:
    """A list of `[words]` in the table of roles."""
    return frozenset(words("roles")["words"][topic])
