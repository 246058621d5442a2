"""Nouns that speak of actors: new ones ("French officials"), and those that take up somebody named before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.extract.cast import Who
from onrecord.extract.metonyms import is_located
from onrecord.extract.parse import Parse
from onrecord.extract.phrase_name import phrase_name
from onrecord.extract.roles import Profile, profile
from onrecord.extract.titles import shared_title, title_of
from onrecord.lexicon import words
from onrecord.lexicon.countries import fold
from onrecord.model.actor import ActorKind

_PARTS = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "dative", "pobj", "conj", "ROOT", "appos", "nmod", "oprd"})
_LIGHT = frozenset({"senior", "top", "unnamed", "anonymous", "several", "many", "some", "other", "few", "most", "more"})
_FOLK = frozenset({"CVL", "UNK"})
_MOST = 200
"""Mentions that are looked back at most."""
_FAR = 3
"""Sentences back within which one of several candidates is the only one that is meant."""


@dataclass(frozen=True, slots=True)
class _Words:
    alias: Mapping[str, frozenset[str]]
    broader: Mapping[str, frozenset[str]]
    of_kind: Mapping[str, frozenset[str]]
    of_sector: Mapping[str, frozenset[str]]
    definite: frozenset[str]
    nobody: frozenset[str]


@cache
def _words() -> _Words:
    data = words("coreference")
    sets = [{key: frozenset(v) for key, v in data[t].items()} for t in ("alias", "broader", "of_kind", "of_sector")]
    said = data["determiners"]
    return _Words(sets[0], sets[1], sets[2], sets[3], frozenset(said["definite"]), frozenset(said["nobody"]))


def add_nominals(parse: Parse, cast: list[Who]) -> None:
    """Put the noun phrases of a parse with whom they take up, or as new actors into the cast."""
    covered = {i for who in cast for first, last, _ in who.mentions for i in range(first, last)}
    starts = [first for who in cast if who.kind == "person" for first, _, form in who.mentions if form == "name"]
    covered |= {i for first in starts if (title := title_of(parse, first)) for i in range(title.first, first)}
    covered |= {office.head for first in starts if (office := shared_title(parse, first, _top(parse, first)))}
    recent = _Recent(cast, parse)
    keys: dict[tuple[str, ...], Who] = {}
    for head in range(len(parse)):
        if head in covered or parse.pos[head] not in ("NOUN", "PROPN", "ADJ") or parse.dep[head] not in _PARTS:
            continue
        if parse.sentence(head).part == "dateline" or (found := profile(parse, head)) is None or _passed(parse, found):
            continue
        if (who := _named_before(parse, found, recent)) is None:
            key = _key(parse, found)
            who = keys.get(key)
            if who is None or not (_definite(parse, found) or found.many or who.kind != "unnamed"):
                if (who := _new(parse, found)) is None:
                    continue
                cast.append(who)
                keys[key] = who
        who.mentions.append((found.first, head + 1, "nominal"))
        recent.seen(who, head)


def _passed(parse: Parse, found: Profile) -> bool:
    """Whether a noun phrase names nobody in particular, or a place."""
    nobody = _words().nobody
    if parse.lower(found.first) in nobody or parse.lower(max(found.first - 1, 0)) in nobody:
        return True
    if found.noun == "intelligence" and found.first == found.head and not parse.dep[found.head].startswith("nsubj"):
        return True  # "has intelligence that", but "Dutch intelligence", "intelligence says"
    if parse.dep[found.head] == "pobj" and (parse.lower(parse.head[found.head]) == "as" or _no_person(parse, found)):
        return True
    if (
        found.table == "body"
        and not found.sector
        and parse.dep[found.head] not in ("nsubj", "nsubjpass", "ROOT", "poss")
    ):
        return True
    return _is_handled(parse, found) or (found.table == "body" and is_located(parse, found.head))


def _is_handled(parse: Parse, found: Profile) -> bool:
    """Whether arms are what somebody uses, buys or sends: "using artillery", but "tanks entered the town"."""
    said = words("roles")["words"]
    handled = parse.dep[found.head] == "dobj" and parse.lemma[parse.head[found.head]].lower() in said["handling"]
    return found.noun in said["equipment"] and (handled or parse.lower(parse.head[found.head]) == "with")


def _no_person(parse: Parse, found: Profile) -> bool:
    """Whether one noun for a person stands for a state of things: "in exile", "on guard"."""
    return found.table in ("person", "generic") and parse.tag[found.head] == "NN" and found.first == found.head


def _top(parse: Parse, first: int) -> int:
    """The last token of the name that begins at a token."""
    return parse.head[first] if parse.dep[first] == "compound" and first < parse.head[first] < first + 4 else first


def _definite(parse: Parse, found: Profile) -> bool:
    return parse.lower(found.first) in _words().definite


class _Recent:
    """Who was mentioned where, in text order, for looking back from a token."""

    def __init__(self, cast: list[Who], parse: Parse) -> None:
        self.parse = parse
        marks = sorted((last - 1, n) for n, who in enumerate(cast) for _, last, _ in who.mentions)
        self.at = [token for token, _ in marks]
        self.who = [cast[n] for _, n in marks]

    def seen(self, who: Who, token: int) -> None:
        """Note one more mention."""
        place = bisect_left(self.at, token)
        self.at.insert(place, token)
        self.who.insert(place, who)

    def at_token(self, token: int) -> Who | None:
        """Who is mentioned with this last token."""
        place = bisect_left(self.at, token)
        return self.who[place] if place < len(self.at) and self.at[place] == token else None

    def before(self, token: int) -> list[tuple[int, Who]]:
        """Those mentioned before a token, each with the sentences between, the latest first."""
        found: dict[int, tuple[int, Who]] = {}
        here = self.parse.sent_of[token]
        last = bisect_left(self.at, token)
        for place in range(last - 1, max(last - _MOST, 0) - 1, -1):
            who = self.who[place]
            if id(who) not in found:
                found[id(who)] = (here - self.parse.sent_of[self.at[place]], who)
        return list(found.values())


def _named_before(parse: Parse, found: Profile, recent: _Recent) -> Who | None:
    """Whom a definite noun phrase takes up: the only one it fits, or the only one near that it fits; else None."""
    if not _definite(parse, found) and not _office_name(parse, found):
        return None
    if (within := _named_within(parse, found, recent)) is not None:
        return within
    modifiers = {parse.lower(i) for i in range(found.first + 1, found.head)}
    if parse.child(found.head, "prep", "relcl", "acl") is not None and found.table != "person":
        return None
    before = recent.before(found.head)
    fits = [(away, who) for away, who in before if _fits(found, who, modifiers)]
    if (
        found.country and found.table != "body"
    ):  # "the Peruvian leader" is not one of no known country beside a Peruvian
        countrymen = [who for _, who in before if who.kind == "person" and who.country == found.country]
        fits = [pair for pair in fits if pair[1].country or not countrymen]
    if len(fits) > 1:
        near = [pair for pair in fits if pair[0] <= 1]
        fits = near if near else [pair for pair in fits if pair[0] <= _FAR]
    if len(fits) > 1:
        same = [pair for pair in fits if found.noun in pair[1].nouns]
        fits = same or fits
    return fits[0][1] if len(fits) == 1 else None


def _named_within(parse: Parse, found: Profile, recent: _Recent) -> Who | None:
    """The body whose own name stands before a word for what it is: "the Antara agency", "the Lufthansa company"."""
    before = found.head - found.noun.count(" ") - 1
    if found.table != "body" or before < found.first or parse.dep[before] != "compound":
        return None
    who = recent.at_token(before)
    if who is None or who.kind not in ("organisation", "outlet") or not who.known:
        return None
    return who if found.noun in _words().of_kind.get(who.kind, ()) or found.outlet else None


def _office_name(parse: Parse, found: Profile) -> bool:
    """Whether an office stands without article as a name does: "Prime Minister said"."""
    return found.table == "person" and not found.many and parse.pos[found.head] == "PROPN"


def _fits(found: Profile, who: Who, modifiers: set[str]) -> bool:
    """Whether a noun phrase can be about somebody: number, country, gender and the noun itself agree."""
    if who.kind == "unnamed" or (found.country and who.country and found.country != who.country):
        return False
    table, noun = _words(), found.noun
    if found.table in ("person", "generic"):
        if who.kind != "person" or found.many:
            return False
        if found.gender and who.gender and found.gender != who.gender:
            return False
        return _called(noun, who, found)
    if found.table == "body" and who.kind in ("organisation", "outlet", "state", "group"):
        if noun in table.alias.get(who.known or "", ()):
            return True
        if who.kind == "state":
            return not found.many and noun in table.of_kind["state"] and noun != "government" and len(modifiers) == 0
        if noun in who.nouns or fold(who.name).endswith(f" {noun}"):
            return modifiers <= set(fold(who.name).split()) | {"own"}
        if modifiers:
            return False
        return noun in table.of_kind.get(who.kind, ()) or noun in table.of_sector.get(who.sector or "", ())
    return found.table == "group" and noun in table.of_kind.get(who.kind, ())


def _called(noun: str, who: Who, found: Profile) -> bool:
    """Whether a person may be called by a noun: an office that the text gives, a part of it, or a broader word."""
    if found.former and not any(n.startswith("former") or who.sector == "ELI" for n in who.nouns or {""}):
        return False
    if found.people:
        return who.country == found.country and who.kind == "person"
    broader = _words().broader.get(noun, frozenset())
    return any(noun == n or n.endswith(f" {noun}") or n in broader for n in who.nouns)


def _key(parse: Parse, found: Profile) -> tuple[str, ...]:
    """What two noun phrases share that name the same group or body."""
    inner = [parse.lemma[i].lower() for i in range(found.first, found.head) if parse.pos[i] in ("NOUN", "PROPN", "ADJ")]
    of = next((c for c in parse.childs(found.head, "prep") if parse.lower(c) == "of"), None)
    owned = parse.child(of, "pobj") if of is not None else None
    return (
        *(w for w in inner if w not in _LIGHT),
        found.noun,
        found.country or "",
        parse.lower(owned) if owned else "",
    )


def _new(parse: Parse, found: Profile) -> Who | None:
    """The actor that a noun phrase brings in; None for a mere "the country"."""
    possessed = parse.tag[found.first] == "PRP$"
    if found.noun in ("state", "republic", "nation", "country", "kingdom", "capital") and not found.many:
        return None
    kind: ActorKind
    if possessed and found.table == "body":
        kind = "unnamed"
    elif found.table == "body":
        kind = "outlet" if found.outlet else "group" if found.many else "organisation"
    elif (found.unnamed or (found.table == "generic" and found.many)) and not (found.many and found.sector in _FOLK):
        kind = "unnamed"
    elif found.many:
        kind = "group"
    else:
        indefinite = parse.lower(found.first) in ("a", "an", "one", "another", "some") or possessed
        kind = "unnamed" if indefinite else "person"
    name = phrase_name(parse, found.first, _end(parse, found))
    role = phrase_name(parse, found.first, found.head + 1) if kind == "person" else None
    return Who(
        kind, name, found.country, found.sector, role, found.gender, found.many,
        nouns={found.noun},
    )  # fmt: skip


def _end(parse: Parse, found: Profile) -> int:
    """One past the phrase with a short "of …": "mayor of Dorrim"."""
    after = found.head + 1
    if after < len(parse) and parse.lower(after) == "of" and parse.head[after] == found.head:
        return parse.right[after] if parse.right[after] - after <= 6 else after
    return after
