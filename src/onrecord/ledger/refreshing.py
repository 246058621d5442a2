"""Touched units derived anew, and their rows changed where they say something else now.

Between two days on which something in it changes a unit says the same; so it is derived on these days alone, and its
rows hold from one to the next. That they say what a fresh derivation says is tested over many worlds and days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from hashlib import sha256
from typing import Any

from onrecord.ledger import placing
from onrecord.ledger.corrections import RELATIONS
from onrecord.ledger.linking import Records
from onrecord.ledger.relations import related
from onrecord.ledger.units import BOOK, Read, Touched, in_force, pair
from onrecord.ledger.withdrawn import of_article
from onrecord.link.book import Book
from onrecord.link.groups import groups
from onrecord.link.stories_told import called, stories
from onrecord.link.told_no_more import corrected
from onrecord.link.view_commitments import OUTCOMES, commitments
from onrecord.link.view_disputes import disputes, series
from onrecord.link.view_statements import events, statements
from onrecord.model import Edge, EdgeKind, EntryKind, Ref
from onrecord.model.correction import Correction
from onrecord.model.view import CommitmentView, Dispute
from onrecord.store import Store
from onrecord.store.derived import Derived
from onrecord.store.rows_derived import KeptRow, Member, Related, Standing
from onrecord.store.schema_derived import FOREVER

RUNNING = frozenset({"pending", "in_progress", "extended"})
"""Statuses that the clock alone can change."""
KINDS: dict[str, EntryKind] = {
    "commitments": "commitment", "series": "quantity", "statements": "statement", "events": "event",
}  # fmt: skip
"""The lists whose units are made of entries, and of which."""
STORIES: tuple[EdgeKind, ...] = ("story", "copy")
CORRECTIONS: tuple[EdgeKind, ...] = ("corrected",)
STEPS: tuple[EdgeKind, ...] = tuple(kind for kind in BOOK if kind in OUTCOMES)
Told = Iterator[tuple[str, str, Any]]
"""List, unit, and entry of a view."""
Units = Mapping[str, str]
"""Units, and the day on which each changes next."""
Spans = dict[KeptRow, list[list[str]]]
"""Rows without their days, and the days from and until which each holds."""


@dataclass
class World:
    """What the touched units are derived from: articles as they stand on all days, and the relations between them."""

    rows: dict[str, list[Standing]]
    near: set[str]
    """The articles whose entries are told, or tell something of them."""
    edges: list[Related]
    whole: list[Related]
    """Relations of articles as a whole: stories and copies."""

    def days(self, articles: Iterable[str], since: str) -> list[str]:
        """The days from `since` on that something changes on in these articles; the first of all counts as such."""
        rows = [row for a in articles for row in self.rows.get(a, ())]
        found = {row.from_day for row in rows} | {row.to_day for row in rows} - {FOREVER}
        first = min(found, default=since)
        return sorted({day for day in found if day > since} | {max(since, first)}) if found else []

    def known(self, articles: Iterable[str], day: str) -> dict[str, Standing]:
        """Those of the articles that are in force on a day, as they stand."""
        return in_force((row for a in articles for row in self.rows.get(a, ())), day)

    def related(self, known: Mapping[str, Standing], *, whole: bool = False) -> list[Edge]:
        """The relations between articles as they stand; `whole`: of articles as a whole."""
        found = self._whole_of if whole else self._edges_of
        return [one.edge for a in known for one in found.get(a, ()) if _holds(one, known)]

    def around(self, articles: set[str]) -> set[str]:
        """The articles, those that tell something of them, the copies of both, and what corrects any of these."""
        return self.copied(articles.union(*(self._beside[a] for a in articles if a in self._beside)))

    def copied(self, articles: set[str]) -> set[str]:
        """The articles, their copies, and what corrects any of these."""
        found = articles.union(*(self._copies[a] for a in articles if a in self._copies))
        return found.union(*(self._correcting[a] for a in found if a in self._correcting))

    @cached_property
    def _edges_of(self) -> dict[str, list[Related]]:
        return _by_article(self.edges)

    @cached_property
    def _whole_of(self) -> dict[str, list[Related]]:
        return _by_article(self.whole)

    @cached_property
    def _beside(self) -> dict[str, set[str]]:
        return _neighbours(one.edge for one in self.edges)

    @cached_property
    def _correcting(self) -> dict[str, set[str]]:
        return _neighbours(one.edge for one in self.edges if one.edge.kind == "corrected")

    @cached_property
    def _copies(self) -> dict[str, set[str]]:
        pairs = ((e.a.article, e.b.article) for _, _, e in self.edges if e.kind == "copy")
        return {member: set(group) for group in groups(pairs) for member in group}


def _by_article(edges: Iterable[Related]) -> dict[str, list[Related]]:
    found: dict[str, list[Related]] = defaultdict(list)
    for one in edges:
        found[one.edge.a.article].append(one)
    return found


def _neighbours(edges: Iterable[Edge]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        found[edge.a.article].add(edge.b.article)
        found[edge.b.article].add(edge.a.article)
    return found


class Anew:
    """The touched units of one change, derived on any day."""

    def __init__(
        self, store: Store, records: Records, derived: Derived, read: Read, touched: Touched, told: Iterable[Correction]
    ) -> None:
        self._store, self._records, self._read = store, records, read
        self.derived, self.touched = derived, touched
        self._told = [d for d in told if d.field in RELATIONS and isinstance(d.value, dict)]
        self.unit_of: dict[Ref, str] = {}
        self.articles: dict[str, str] = {}
        for name, some in touched.units.items():
            for m in some:
                if m.list in KINDS:
                    self.unit_of[_ref(m)] = name
                elif m.list in ("stories", "copies"):
                    self.articles[f"{m.list} {m.article}"] = name
        self._beside = {_ref(m): m.unit for m in touched.beside}
        self._refs: dict[str, set[Ref]] = defaultdict(set)
        for ref, name in self.unit_of.items():
            self._refs[name].add(ref)

    def world(self) -> World:
        """All that the units depend on, loaded at once."""
        near = {ref.article for ref in (*self.unit_of, *self._beside)} | self.touched.near
        near |= {article for both in self.touched.pairs.values() for article in both}
        near |= {article for d in self._told for article in (d.article, str(d.value["article"]))}
        rows = self.derived.standing(near)
        promises = {ref for ref in (*self.unit_of, *self._beside) if ref.kind == "commitment"}
        makers = [r.record_id for r in rows if r.article in {ref.article for ref in promises}]
        steps = [one.edge for one in self.derived.related(makers, STEPS)] if makers else []
        near |= {edge.b.article for edge in steps if edge.a in promises}
        near |= self._copies(near)
        ids = [r.record_id for r in self.derived.standing(near)]
        near |= {one.edge.b.article for one in self.derived.related(ids, CORRECTIONS) if one.edge.a.article in near}
        told = {key.partition(" ")[2] for key in self.articles}
        standing: dict[str, list[Standing]] = defaultdict(list)
        for row in self.derived.standing(near | told):
            standing[row.article].append(row)
        edges = self.derived.between([r.record_id for a in near for r in standing[a]], BOOK)
        whole = self.derived.between([r.record_id for a in told for r in standing[a]], STORIES)
        return World(standing, near, edges, whole)

    def hanging(self, world: World) -> dict[str, set[str]]:
        """The units, each with the articles that what it says can hang on: all of them where reviewers have drawn or
        barred relations, which can reach far."""
        found: dict[str, set[str]] = {}
        for name, refs in self._refs.items():
            promise, articles = next(iter(refs)).kind == "commitment", {ref.article for ref in refs}
            found[name] = world.around(articles) if promise else world.copied(articles)
        for name, both in self.touched.pairs.items():
            found[name] = world.around(both | self._promised(world, both))
        found |= {gone_unit(a): world.copied({a}) for a in self.touched.near}
        for key, name in self.articles.items():
            found.setdefault(name, set()).add(key.partition(" ")[2])
        return {name: {*world.rows} for name in found} if self._told else found

    def _promised(self, world: World, articles: Collection[str]) -> set[str]:
        """The articles of the commitments whose outcome is told in these articles."""
        all_units = {**self.unit_of, **self._beside}
        steps = (one.edge for one in world.edges if one.edge.b.article in articles and one.edge.kind in STEPS)
        units = {all_units.get(edge.a) for edge in steps}
        return {ref.article for ref, name in all_units.items() if name in units}

    def _copies(self, articles: Collection[str]) -> set[str]:
        """The copies of these articles; those of the touched ones are as they are now."""
        units = {m.unit for m in self.derived.members(articles) if m.list == "copies"}
        found = {m.article for m in self.derived.units(units)}
        for some in self.touched.units.values():
            whole = {m.article for m in some if m.list == "copies"}
            found |= whole if whole & (found | set(articles)) else set()
        return found

    def book(self, world: World, day: str, articles: Collection[str]) -> tuple[Book, dict[str, Standing]]:
        """Those of the articles that are in force on a day as a book, and as they stand."""
        known = world.known(articles, day)
        readings = self._read(known[a].record_id for a in sorted(world.near & set(known)))
        edges = world.related(known)
        if self._told:
            edges = related(edges, self._told, {r.key: r.record for r in readings})
        return Book(readings, edges, {a for a, row in known.items() if row.several}), known

    def told(self, book: Book, known: Mapping[str, Standing], world: World, day: str, units: Units) -> Told:
        """What the units say on a day, except that of commitments only those are given that disputes need."""
        by_id = {ref.id: name for name in units for ref in self._refs.get(name, ())}
        among = set().union(*(self._refs.get(name, ()) for name in units))
        for name, some in (
            ("statements", statements(book, among)), ("events", events(book, among)), ("series", series(book, among)),
        ):  # fmt: skip
            for one in some:
                yield name, by_id[one.id], one
        for dispute in self._disputes(book, day, units):
            yield "disputes", self._pair(dispute.a.article, dispute.b.article) or "", dispute
        for gone in self._withdrawn(book, known, day, units):
            yield "withdrawn", gone_unit(gone.article), gone
        yield from self._whole(known, world, units)

    def promises(self, book: Book, day: str, units: Collection[str]) -> list[tuple[str, CommitmentView]]:
        """What units say of commitments on a day, with the units."""
        by_id = {r.id: name for name in units for r in self._refs.get(name, ()) if r.kind == "commitment"}
        among = {r for name in units for r in self._refs.get(name, ()) if r.kind == "commitment"}
        return [(by_id[view.id], view) for view in commitments(book, day, among)]

    def _disputes(self, book: Book, day: str, units: Units) -> Iterator[Dispute]:
        def wanted(one: str, other: str) -> bool:
            return self._pair(one, other) in units

        if not units.keys().isdisjoint(self.touched.pairs):
            among = {r for r in (*self.unit_of, *self._beside) if r.kind == "commitment"}
            for one in disputes(book, commitments(book, day, among), lambda e: wanted(e.a.article, e.b.article)):
                if wanted(one.a.article, one.b.article):
                    yield one

    def _pair(self, one: str, other: str) -> str | None:
        """The touched unit of the disputes between two articles."""
        cluster = self.touched.cluster
        name = pair(cluster[one], cluster[other]) if one in cluster and other in cluster else ""
        return name if name in self.touched.pairs else None

    def _withdrawn(self, book: Book, known: Mapping[str, Standing], day: str, units: Collection[str]) -> list[Any]:
        near = {a for a in self.touched.near if gone_unit(a) in units}
        several = sorted(a for a in near & set(known) if known[a].several)
        gone = {w.id: w for a in several for w in of_article(self._store, self._records, a, day)}
        return list((gone | {w.id: w for w in corrected(book) if w.article in near}).values())

    def _whole(self, known: Mapping[str, Standing], world: World, units: Collection[str]) -> Told:
        """Stories and copies."""
        edges = world.related(known, whole=True)
        if self._told:
            readings = self._read(known[a].record_id for a in world.near & set(known))
            edges = related(edges, self._told, {r.key: r.record for r in readings})
        copies = groups((e.a.article, e.b.article) for e in edges if e.kind == "copy")
        origin = {member: group[0] for group in copies for member in group}
        headings = {a: called(a, row.version, row.moment, row.title, row.head) for a, row in known.items()}
        for group in copies:
            if (unit := self.articles.get(f"copies {group[0]}", "")) in units:
                yield "copies", unit, group
        for story in stories(edges, headings, lambda some: len({origin.get(a, a) for a in some})):
            if (unit := self.articles.get(f"stories {story.articles[0]}", "")) in units:
                yield "stories", unit, story


def refresh(anew: Anew, since: str, also: Collection[str]) -> None:
    """Derive the touched units anew from the day `since` on, and change their rows; `also` are units that were touched
    before the change."""
    derived, touched, spans = anew.derived, anew.touched, _spans(anew, since)
    old = {*touched.names(), *also, *(gone_unit(a) for a in touched.near)}
    moved = dict(touched.old)
    sides: dict[str, set[str]] = defaultdict(set)
    for m in derived.units([name for name in old if name.startswith("disputes:") and name not in touched.pairs]):
        sides[m.unit].add(m.article)
    for name, both in sides.items():
        moved[name] = next((unit for unit, some in touched.pairs.items() if both <= some), name)
    derived.change(*_changes(derived.rows(old), spans, moved, since))
    new = {m for some in touched.units.values() for m in some if m.list != "disputes"}
    new |= {Member(unit, "disputes", article, "", 0, 0) for unit, both in touched.pairs.items() for article in both}
    derived.set_members(old, new)


def gone_unit(article: str) -> str:
    """The unit of what an article prints no more."""
    return f"withdrawn:{sha256(article.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def _spans(anew: Anew, since: str) -> Spans:
    """The rows of the units from a day on, with the days on which they hold: each unit is derived anew on the days on
    which something changes that it hangs on."""
    world, spans = anew.world(), Spans()
    hanging = anew.hanging(world)
    changing: dict[str, dict[str, str]] = defaultdict(dict)
    for name, articles in hanging.items():
        days = world.days(articles, since)
        for day, until in zip(days, [*days[1:], FOREVER], strict=False):
            changing[day][name] = until
    for day, units in sorted(changing.items()):
        book, known = anew.book(world, day, set().union(*(hanging[name] for name in units)))
        for name, unit, view in anew.told(book, known, world, day, units):
            _add(spans, placing.row(name, unit, view, known), day, units[unit])
        for unit, view, start, end in _by_clock(anew, book, day, units):
            _add(spans, placing.row("commitments", unit, view, known), start, end)
    return spans


def _add(spans: Spans, row: KeptRow, day: str, until: str) -> None:
    held = spans.setdefault(row, [])
    if held and held[-1][1] == day:
        held[-1][1] = until
    else:
        held.append([day, until])


def _by_clock(
    anew: Anew, book: Book, day: str, units: Mapping[str, str]
) -> Iterator[tuple[str, CommitmentView, str, str]]:
    """The commitments of units from a day until theirs, each unit anew where a term of one of it runs out."""
    views = anew.promises(book, day, units)
    ticks: dict[str, set[str]] = defaultdict(set)
    for unit, view in views:
        after = _after(view.deadline.latest) if view.deadline and view.deadline.latest else ""
        if view.status in RUNNING and day < after < units[unit]:
            ticks[unit].add(after)
    for unit, view in views:
        yield unit, view, day, min(ticks[unit], default=units[unit])
    for tick in sorted(set().union(*ticks.values())):
        for unit, view in anew.promises(book, tick, {unit for unit, some in ticks.items() if tick in some}):
            yield unit, view, tick, min((t for t in ticks[unit] if t > tick), default=units[unit])


def _after(latest: str) -> str:
    """The first day after a term, "" where there is none."""
    try:
        return (date.fromisoformat(latest) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return f"{latest}-01" if len(latest) == 7 else ""


def _holds(one: Related, known: Mapping[str, Standing]) -> bool:
    """Whether both ends of an edge are of records in force."""
    a, b = known.get(one.edge.a.article), known.get(one.edge.b.article)
    return a is not None and b is not None and (a.record_id, b.record_id) == (one.record_a, one.record_b)


def _ref(member: Member) -> Ref:
    return Ref(member.article, member.version, KINDS[member.list], member.start, member.end)


def _changes(
    held: Iterable[tuple[int, KeptRow]], spans: Spans, moved: Mapping[str, str], since: str
) -> tuple[list[int], list[tuple[str, str, int]], list[KeptRow]]:
    """Rows to drop, those to change in their last day and unit, those to add, so that from `since` on `spans` hold."""
    gone: list[int] = []
    changed: list[tuple[str, str, int]] = []
    for number, row in held:
        unit = moved.get(row.unit, row.unit)
        wanted = spans.get(row._replace(unit=unit, from_day="", to_day=""), [])
        start = max(row.from_day, since)
        span = next((s for s in wanted if s[0] == start), None) if row.to_day > since else None
        if span:
            wanted.remove(span)
        elif row.to_day > since and row.from_day >= since:
            gone.append(number)
            continue
        until = span[1] if span else min(row.to_day, since)
        if (until, unit) != (row.to_day, row.unit):
            changed.append((until, unit, number))
    new = [row._replace(from_day=day, to_day=until) for row, some in spans.items() for day, until in some]
    return gone, changed, new
