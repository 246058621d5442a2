"""One person across articles: "Hrolov", "Defence Minister Viktor Hrolov" and "Belarus's defence chief" of those days.

Names are joined where one can be the other in any romanisation and nothing speaks against it; a bare surname only where
one person alone can be meant; an office without a name with the only one who is reported to hold it about that time.
A bare surname or an office of a listed office holder of that day is his. Every join says by which words of which
articles. Reviewers join and part pairs, and have the last word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from onrecord.lexicon import romanise
from onrecord.lexicon.organisations import in_office
from onrecord.link.refs import of_kind
from onrecord.link.vectors import setting
from onrecord.link.who import same_person
from onrecord.link.words import content, stem
from onrecord.model import Actor, Edge, Record, Ref
from onrecord.model.moment import day

TERM = 366
"""Days between two reports of one office within which it is taken to have one holder."""
HEADS = frozenset(map(stem, ("minister", "chief", "head", "secretary", "boss")))
"""Words for whoever leads a department: a "defence chief" is a defence minister where only one of them is reported."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person as one article has it: `words` the first mention, `office` the role without its country. `listed` is
    the one whom the list of office holders knows by that surname or, without a name, by that office on that day."""

    ref: Ref
    words: str
    name: str | None
    country: str | None
    office: frozenset[str]
    published: str | None
    number: int | None
    listed: str | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """Two sightings of one person, and why: in a few words, with those of the articles."""

    a: Ref
    b: Ref
    why: str


@dataclass(frozen=True, slots=True)
class Person:
    """One person: `id` and `name` are those of the earliest and the fullest sighting; `joins` explain it."""

    id: str
    name: str
    sightings: tuple[Sighting, ...]
    joins: tuple[Join, ...]


Pairs = Collection[tuple[str, str]]
"""Pairs of the permanent names of actors."""


def persons(records: Iterable[Record], together: Pairs = (), apart: Pairs = ()) -> tuple[Person, ...]:
    """All persons of the records, by id. Reviewers hold `together` for one and `apart` for two."""
    seen = {s.ref: s for record in records for s in sightings(record)}
    by_id = {ref.id: ref for ref in seen}
    told = [Join(by_id[a], by_id[b], "a reviewer joined them") for a, b in together if a in by_id and b in by_id]
    barred = [(by_id[a], by_id[b]) for a, b in apart if a in by_id and b in by_id]
    found = _Groups(seen, barred)
    for join in (*told, *_by_name(list(seen.values()))):
        found.add(join)
    for join in _by_surname(found):
        found.add(join)
    for join in _by_office(found):
        found.add(join)
    return tuple(sorted((found.person(top) for top in set(found.home.values())), key=lambda p: p.id))


def sightings(record: Record) -> Iterator[Sighting]:
    """The persons of an article who have a name or an office."""
    text, when = record.article.text, day(record.article.published)
    for ref, actor in of_kind(record, "actor").items():
        if not isinstance(actor, Actor) or actor.kind != "person" or not actor.mentions:
            continue
        name = actor.name if any(m.form == "name" for m in actor.mentions) else None
        office = _office(actor.role or "")
        listed = _listed(name, actor.country, office, when)
        if name or (office and actor.country):
            yield Sighting(ref, min(actor.mentions, key=lambda m: m.span).span.of(text), name and (listed or name),
                           actor.country, office, when, _number(when), listed)  # fmt: skip


def _listed(name: str | None, country: str | None, office: frozenset[str], when: str | None) -> str | None:
    """The full name of the listed office holder who is meant by a bare surname, or by the office alone, on that day."""
    if not (country and office and when) or " " in (name or ""):
        return None
    held = [h for h in in_office(country, when) if _office(h.role) == office]
    found = {h.name for h in held if name is None or same_person(name, h.name)}
    return found.pop() if len(found) == 1 else None


def _number(when: str | None) -> int | None:
    return date.fromisoformat(when).toordinal() if when else None


def _office(role: str) -> frozenset[str]:
    """The stems of a role without its country, its leading word made one.

    >>> _office("Norway's defence chief") == _office("Norwegian Defence Minister")
    True
    >>> sorted(_office("Norway's trade minister"))
    ['head', 'trad']
    """
    words = [
        w.stem for w in content(role)
        if not setting(role[w.start : w.end]) and role[w.end : w.end + 2] not in ("'s", "’s")
    ]  # fmt: skip
    return frozenset("head" if w in HEADS else w for w in words)


class _Groups:
    """Sightings joined one pair at a time; a join that would bring together what reviewers parted is refused."""

    def __init__(self, seen: dict[Ref, Sighting], barred: list[tuple[Ref, Ref]]) -> None:
        self.seen, self._barred = seen, barred
        self.home = {ref: ref for ref in seen}
        self.members = {ref: [ref] for ref in seen}
        self._joins: dict[Ref, list[Join]] = defaultdict(list)

    def add(self, join: Join) -> None:
        one, other = sorted((self.home[join.a], self.home[join.b]))
        if one == other:
            return
        both = {*self.members[one], *self.members[other]}
        if any(a in both and b in both for a, b in self._barred):
            return
        for ref in self.members[other]:
            self.home[ref] = one
        self.members[one] += self.members.pop(other)
        self._joins[one] += [*self._joins.pop(other, []), join]

    def person(self, top: Ref) -> Person:
        some = sorted((self.seen[r] for r in self.members[top]), key=lambda s: (s.published or "9999", s.ref))
        fullest = max(some, key=lambda s: (s.name is not None, len((s.name or "").split()), len(s.name or s.words)))
        listed = next((s.listed for s in some if s.listed), None)
        name = fullest.name or listed or fullest.words
        return Person(some[0].ref.id, name, tuple(some), tuple(self._joins[top]))


def _may_be(a: Sighting, b: Sighting) -> bool:
    return not (a.country and b.country and a.country != b.country) and same_person(a.name or "", b.name or "")


def _blocks(seen: Iterable[Sighting]) -> dict[str, list[Sighting]]:
    """Named sightings by the skeletons of their last names."""
    found: dict[str, list[Sighting]] = defaultdict(list)
    for one in sorted(seen, key=lambda s: s.ref):
        for last in romanise.key(one.name or "").split()[-1:]:
            for skeleton in sorted(set(romanise.skeletons(last))):
                found[skeleton].append(one)
    return found


def _full(one: Sighting) -> bool:
    return len(romanise.key(one.name or "").split()) > 1


def _by_name(seen: list[Sighting]) -> Iterator[Join]:
    """Full names that can be one: each spelling of a country once with every other, all of one spelling in a row."""
    for block in _blocks(s for s in seen if s.name and _full(s)).values():
        spelt: dict[tuple[str, str | None], list[Sighting]] = defaultdict(list)
        for one in block:
            spelt[romanise.key(one.name or ""), one.country].append(one)
        pairs = [pair for some in spelt.values() for pair in pairwise(some)]
        for a, b in (*pairs, *combinations([some[0] for some in spelt.values()], 2)):
            if _may_be(a, b):
                yield Join(a.ref, b.ref, f"one name: {_told(a)} and {_told(b)}")


def _by_surname(found: _Groups) -> Iterator[Join]:
    """Bare surnames with the only person of that name; where no article has a given name, with one another."""
    for block in _blocks(s for s in found.seen.values() if s.name).values():
        for bare in (s for s in block if not _full(s)):
            full = [s for s in block if _full(s) and _may_be(bare, s)]
            if len({found.home[s.ref] for s in full}) == 1:
                yield Join(bare.ref, full[0].ref, f"the only one of that name: {_told(bare)} and {_told(full[0])}")
            elif not full:
                other = next((s for s in block if s.ref < bare.ref and not _full(s) and _may_be(bare, s)), None)
                if other:
                    yield Join(other.ref, bare.ref, f"one surname: {_told(other)} and {_told(bare)}")


def _by_office(found: _Groups) -> Iterator[Join]:
    """Offices without a name with the only one who is reported in that office about that time."""
    offices: dict[tuple[str | None, frozenset[str]], list[Sighting]] = defaultdict(list)
    for one in sorted(found.seen.values(), key=lambda s: s.ref):
        if one.office and one.country:
            offices[one.country, one.office].append(one)
    for block in offices.values():
        for nameless in (s for s in block if not s.name):
            holders = [s for s in block if s.name and _near(s, nameless)]
            if len({found.home[s.ref] for s in holders}) == 1:
                nearest = min(holders, key=lambda s: (abs((s.number or 0) - (nameless.number or 0)), s.ref))
                yield Join(nameless.ref, nearest.ref, f"one office: {_told(nameless)} and {_told(nearest)}")


def _near(a: Sighting, b: Sighting) -> bool:
    return a.number is not None and b.number is not None and abs(a.number - b.number) <= TERM


def _told(one: Sighting) -> str:
    listed = f"; by the list of office holders {one.listed}" if one.listed else ""
    return f"“{' '.join(one.words.split())}” in {one.ref.article} ({one.published or 'undated'}{listed})"


def paired(edges: Iterable[Edge]) -> tuple[Pairs, Pairs]:
    """The pairs of actors whom reviewers hold for one person, and those whom they hold for two."""
    pairs = [(e.kind, (e.a.id, e.b.id)) for e in edges if e.a.kind == "actor" == e.b.kind]
    return [p for kind, p in pairs if kind == "same"], [p for kind, p in pairs if kind == "apart"]
