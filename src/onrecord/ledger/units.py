"""What has to be derived together: the entries of one commitment, one series, one story, and so on, on any day.

A unit is at least as large as any group that a day can show: units grow together where a relation joins them and are
never split, so that what a change touches is found from the changed articles and their nearest relations alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Set
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import product
from typing import NamedTuple

from onrecord.ledger.relations import drawn
from onrecord.link import Reading
from onrecord.link.view_commitments import OUTCOMES
from onrecord.link.view_disputes import TYPES
from onrecord.link.view_statements import event_key, statement_key
from onrecord.model import Commitment, Edge, EdgeKind, Event, Ref, Statement
from onrecord.model.correction import Correction
from onrecord.store.derived import Derived
from onrecord.store.rows_derived import Member, Related, Standing

GROUPING: dict[EdgeKind, str] = {"same": "commitments", "series": "series"}
"""Relations of entries that make one of several, and the list in which they do."""
KEYED = ("statements", "events")
"""Lists whose units go by what their members have in common."""
JOINING: tuple[EdgeKind, ...] = ("same", "series", "copy", "story", "corrected", *TYPES)
ALL: tuple[EdgeKind, ...] = tuple(dict.fromkeys((*JOINING, *OUTCOMES)))  # type: ignore[arg-type]
BOOK: tuple[EdgeKind, ...] = tuple(kind for kind in ALL if kind != "story")
Units = dict[str, set[Member]]
Read = Callable[[Iterable[int]], list[Reading]]


@dataclass
class Touched:
    """Units to be derived anew, by their names: the members of each, and by their old names what became of units.

    `near` are the articles whose own words are told anew; `pairs` the units of disputes with the articles of their two
    sides, `cluster` the groups of copies that these belong to.
    """

    units: Units = field(default_factory=lambda: defaultdict(set))
    old: dict[str, str] = field(default_factory=dict)
    near: set[str] = field(default_factory=set)
    pairs: dict[str, set[str]] = field(default_factory=dict)
    cluster: dict[str, str] = field(default_factory=dict)

    def names(self) -> set[str]:
        """The names of all units that are touched."""
        return {*self.units, *self.old, *self.pairs}


class Before(NamedTuple):
    """What articles had part in before they changed: units, and articles whose words have to be told anew."""

    units: Set[str]
    near: Set[str]


NOTHING = Before(frozenset(), frozenset())


class Finder:
    """What a change of some articles touches."""

    def __init__(self, derived: Derived, read: Read, decisions: Iterable[Correction] = ()) -> None:
        self._d, self._read = derived, read
        self._drawn = [d for d in decisions if d.field == "related" and isinstance(d.value, dict)]
        self._top: dict[str, str] = {}

    def touched(self, changed: Collection[str], also: Before = NOTHING) -> Touched:
        """The units that the changed articles belong to or have part in, and what they had part in before."""
        edges = self._related(changed)
        near = self._clusters(changed, edges) | also.near
        if near - set(changed):
            edges = self._related(near)
        ends = {ref.article for one in edges for ref in (one.edge.a, one.edge.b)}
        held, seeds = self._d.members(ends | near | set(changed)), self._seeds(changed)
        unit_of: dict[tuple[object, ...], str] = {(m.list, *m[2:]): m.unit for m in held}
        for m in seeds:
            before = unit_of.get((m.list, *m[2:]))
            if before and m.list not in KEYED:
                self._union(before, m.unit)
            unit_of[m.list, *m[2:]] = m.unit
        dirty = {m.unit for m in held if m.article in near} | {m.unit for m in seeds} | also.units
        dirty |= self._join(edges, unit_of, near)
        tops = {self._find(name) for name in dirty}
        old = {name for name in dirty | set(self._top) if self._find(name) in tops}
        found = Touched(old={name: self._find(name) for name in old}, near=near)
        for member in (*seeds, *(m for m in self._d.units(old) if m.article not in changed)):
            found.units[self._find(member.unit)].add(member._replace(unit=self._find(member.unit)))
        self._disputes(found, [one.edge for one in edges], changed, seeds)
        return found

    def _disputes(self, found: Touched, edges: list[Edge], changed: Collection[str], seeds: list[Member]) -> None:
        """The units of disputes that the touched articles stand in."""
        pairs = {(e.a.article, e.b.article) for e in edges if e.kind in TYPES}
        ends = {article for both in pairs for article in both}
        held = [m for m in self._d.members(ends) if m.list == "copies" and m.article not in changed]
        cluster = {m.article: self._find(m.unit) for m in (*held, *seeds) if m.list == "copies"}
        members: Units = defaultdict(set)
        for member in (*seeds, *(m for m in self._d.units({m.unit for m in held}) if m.article not in changed)):
            if member.list == "copies":
                members[self._find(member.unit)].add(member)
        for name in {cluster[end] for end in ends}:
            members[name] |= found.units.get(name, set())
        for one, other in pairs:
            sides = cluster[one], cluster[other]
            found.pairs[pair(*sides)] = {m.article for side in sides for m in members[side]}
            found.cluster |= {m.article: side for side in sides for m in members[side]}

    def _related(self, articles: Collection[str]) -> list[Related]:
        """The relations of articles in force on any day with each other and with others that are."""
        rows = self._d.standing(articles)
        found = self._d.related([r.record_id for r in rows], ALL)
        ends = {ref.article for one in found for ref in (one.edge.a, one.edge.b)}
        known = {r.record_id for r in self._d.standing(ends)}
        found = [one for one in found if one.record_a in known and one.record_b in known]
        return [*found, *self._by_hand(articles)]

    def _by_hand(self, articles: Collection[str]) -> Iterator[Related]:
        """The relations that reviewers have drawn between any versions of these articles and others."""
        for decision in self._drawn:
            far = str(decision.value["article"])
            if {decision.article, far} & set(articles):
                rows = self._d.standing({decision.article, far})
                for one, other in product((r for r in rows if r.article == decision.article),
                                          (r for r in rows if r.article == far)):  # fmt: skip
                    both = {one.article: one.record_id, other.article: other.record_id}
                    if len(both) < 2 and one != other:
                        continue
                    records = {r.key: r.record for r in self._read(both.values())}
                    for edge in drawn([decision], records):
                        yield Related(both[edge.a.article], both[edge.b.article], edge)

    def _clusters(self, changed: Collection[str], edges: list[Related]) -> set[str]:
        """The changed articles, all copies of them, and the articles that they correct."""
        pairs = [one.edge for one in edges if one.edge.kind == "copy"]
        ends = {ref.article for edge in pairs for ref in (edge.a, edge.b)} | set(changed)
        units = {m.unit for m in self._d.members(ends) if m.list == "copies"}
        copies = {m.article for m in self._d.units(units)} if units else set()
        return set(changed) | ends | copies | {one.edge.a.article for one in edges if one.edge.kind == "corrected"}

    def _seeds(self, changed: Collection[str]) -> list[Member]:
        """The members that the changed articles are now."""
        found: dict[tuple[object, ...], Member] = {}
        rows: dict[str, set[int]] = defaultdict(set)
        for row in self._d.standing(changed):
            rows[row.article].add(row.record_id)
        for article, ids in rows.items():
            for name in ("stories", "copies"):
                whole = Ref(article, "", "article", 0, 0)
                member = Member(f"{name}:{whole.id}", name, article, "", 0, 0)
                found[member] = member
            for reading in self._read(ids):
                for member in members(reading):
                    found[member] = member
        return list(found.values())

    def _join(self, edges: list[Related], unit_of: dict[tuple[object, ...], str], near: set[str]) -> set[str]:
        """Let units grow together along relations; gives those that a step of theirs makes dirty."""
        dirty: set[str] = set()
        for _, _, edge in edges:
            ends = [unit_of.get((GROUPING.get(edge.kind), *ref[:2], *ref[3:])) for ref in (edge.a, edge.b)]
            if ends[0] and ends[1]:
                self._union(ends[0], ends[1])
            if edge.kind in OUTCOMES and edge.b.article in near:
                unit = unit_of.get(("commitments", *edge.a[:2], *edge.a[3:]))
                dirty |= {unit} if unit else set()
            for name in ("stories", "copies") if edge.kind == "copy" else ("stories",) if edge.kind == "story" else ():
                whole = [unit_of.get((name, ref.article, "", 0, 0)) for ref in (edge.a, edge.b)]
                if whole[0] and whole[1]:
                    self._union(whole[0], whole[1])
        return dirty

    def _find(self, name: str) -> str:
        while (above := self._top.get(name, name)) != name:
            self._top[name] = name = self._top.get(above, above)
        return name

    def _union(self, one: str, other: str) -> None:
        low, high = sorted((self._find(one), self._find(other)))
        self._top.setdefault(low, low)
        self._top[high] = low


def members(reading: Reading) -> list[Member]:
    """The units that the entries of a record begin as: alone, or under what makes them one with others."""
    found = []
    figures = {figure.ref for figure in reading.figures}
    for ref, entry in reading.entries.items():
        key: object
        match entry:
            case Commitment() if entry.existence != "denied":
                name, key = "commitments", ref
            case Statement():
                name, key = "statements", statement_key(reading.record, ref, entry)
            case Event():
                name, key = "events", event_key(reading.record, ref, entry)
            case _:
                name, key = "series", ref if ref in figures else None
        if key is not None:
            unit = f"{name}:{sha256(repr(key).encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"
            found.append(Member(unit, name, ref.article, ref.version, ref.start, ref.end))
    return found


def pair(one: str, other: str) -> str:
    """The unit of the disputes between two groups of copies, by the names of these."""
    low, high = sorted((one, other))
    return f"disputes:{sha256(f'{low} {high}'.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def in_force(rows: Iterable[Standing], day: str) -> dict[str, Standing]:
    """The articles in force on a day, by key."""
    return {row.article: row for row in rows if row.from_day <= day < row.to_day}
