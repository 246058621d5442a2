"""Touched units derived anew, and their rows changed where they say something else now.

Between two days on which something in it changes a unit says the same; so it is derived on these days alone, and its
rows hold from one to the next. That they say what a fresh derivation says is tested over many worlds and days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
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
from onrecord.model import EdgeKind, EntryKind, Ref
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
Spans = dict[KeptRow, list[list[str]]]
"""Rows without their days, and the days from and until which each holds."""


@dataclass
class World:
    """What the touched units are derived from: articles as they stand on all days, and the relations between them."""

    rows: list[Standing]
    edges: list[Related]
    whole: list[Related]
    """Relations of articles as a whole: stories and copies."""

    def days(self, since: str) -> list[str]:
        """The days from `since` on that something changes on; the first of all counts as such."""
        found = {row.from_day for row in self.rows} | {row.to_day for row in self.rows} - {FOREVER}
        first = min(found, default=since)
        return sorted({day for day in found if day > since} | {max(since, first)}) if found else []


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
        self._beside = {_ref(m) for m in touched.beside}
        self._among = {kind: {r for r in self.unit_of if r.kind == kind} for kind in KINDS.values()}

    def world(self) -> World:
        """All that the units depend on, loaded at once."""
        near = {ref.article for ref in (*self.unit_of, *self._beside)} | self.touched.near
        near |= {article for both in self.touched.pairs.values() for article in both}
        near |= {article for d in self._told for article in (d.article, str(d.value["article"]))}
        rows = self.derived.standing(near)
        promises = self._among["commitment"] | self._beside
        makers = [r.record_id for r in rows if r.article in {ref.article for ref in promises}]
        steps = [one.edge for one in self.derived.related(makers, STEPS)] if makers else []
        near |= {edge.b.article for edge in steps if edge.a in promises}
        near |= self._copies(near)
        ids = [r.record_id for r in self.derived.standing(near)]
        near |= {one.edge.b.article for one in self.derived.related(ids, CORRECTIONS) if one.edge.a.article in near}
        told = {key.partition(" ")[2] for key in self.articles}
        rows = self.derived.standing(near | told)
        edges = self.derived.between([r.record_id for r in rows if r.article in near], BOOK)
        whole = self.derived.between([r.record_id for r in rows if r.article in told], STORIES)
        self._near = near
        return World(rows, edges, whole)

    def _copies(self, articles: Collection[str]) -> set[str]:
        """The copies of these articles; those of the touched ones are as they are now."""
        units = {m.unit for m in self.derived.members(articles) if m.list == "copies"}
        found = {m.article for m in self.derived.units(units)}
        for some in self.touched.units.values():
            whole = {m.article for m in some if m.list == "copies"}
            found |= whole if whole & (found | set(articles)) else set()
        return found

    def book(self, world: World, day: str) -> tuple[Book, dict[str, Standing]]:
        """The articles in force on a day as a book, and as they stand."""
        known = in_force(world.rows, day)
        readings = self._read(known[a].record_id for a in sorted(self._near & set(known)))
        edges = [one.edge for one in world.edges if _holds(one, known)]
        if self._told:
            edges = related(edges, self._told, {r.key: r.record for r in readings})
        return Book(readings, edges, {a for a, row in known.items() if row.several}), known

    def told(self, book: Book, known: Mapping[str, Standing], world: World, day: str) -> Told:
        """What the units say on a day, except that of commitments only those are given that disputes need."""
        among, by_id = self._among, {ref.id: name for ref, name in self.unit_of.items()}
        for name, some in (
            ("statements", statements(book, among["statement"])), ("events", events(book, among["event"])),
            ("series", series(book, among["quantity"])),
        ):  # fmt: skip
            for one in some:
                yield name, by_id[one.id], one
        for dispute in self._disputes(book, day):
            yield "disputes", self._pair(dispute.a.article, dispute.b.article) or "", dispute
        for gone in self._withdrawn(book, known, day):
            yield "withdrawn", gone_unit(gone.article), gone
        yield from self._whole(known, world)

    def promises(self, book: Book, day: str, some: Collection[Ref] | None = None) -> list[tuple[str, CommitmentView]]:
        """What the units say of commitments on a day, with their units."""
        by_id = {ref.id: name for ref, name in self.unit_of.items() if ref.kind == "commitment"}
        among = self._among["commitment"] if some is None else some
        return [(by_id[view.id], view) for view in commitments(book, day, among)]

    def _disputes(self, book: Book, day: str) -> Iterator[Dispute]:
        if self.touched.pairs:
            views = commitments(book, day, self._among["commitment"] | self._beside)
            for one in disputes(book, views, lambda e: bool(self._pair(e.a.article, e.b.article))):
                if self._pair(one.a.article, one.b.article):
                    yield one

    def _pair(self, one: str, other: str) -> str | None:
        """The touched unit of the disputes between two articles."""
        cluster = self.touched.cluster
        name = pair(cluster[one], cluster[other]) if one in cluster and other in cluster else ""
        return name if name in self.touched.pairs else None

    def _withdrawn(self, book: Book, known: Mapping[str, Standing], day: str) -> list[Any]:
        near = self.touched.near
        several = sorted(a for a in near & set(known) if known[a].several)
        gone = {w.id: w for a in several for w in of_article(self._store, self._records, a, day)}
        return list((gone | {w.id: w for w in corrected(book) if w.article in near}).values())

    def _whole(self, known: Mapping[str, Standing], world: World) -> Told:
        """Stories and copies."""
        edges = [one.edge for one in world.whole if _holds(one, known)]
        if self._told:
            readings = self._read(known[a].record_id for a in self._near & set(known))
            edges = related(edges, self._told, {r.key: r.record for r in readings})
        copies = groups((e.a.article, e.b.article) for e in edges if e.kind == "copy")
        origin = {member: group[0] for group in copies for member in group}
        headings = {a: called(a, row.version, row.moment, row.title, row.head) for a, row in known.items()}
        for group in copies:
            if unit := self.articles.get(f"copies {group[0]}"):
                yield "copies", unit, group
        for story in stories(edges, headings, lambda some: len({origin.get(a, a) for a in some})):
            if unit := self.articles.get(f"stories {story.articles[0]}"):
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
    """The rows of the units from a day on, with the days on which they hold."""
    world, spans = anew.world(), Spans()
    days = world.days(since)
    for day, until in zip(days, [*days[1:], FOREVER], strict=False):
        book, known = anew.book(world, day)
        for name, unit, view in anew.told(book, known, world, day):
            _add(spans, placing.row(name, unit, view, known), day, until)
        for unit, view, start, end in _by_clock(anew, book, day, until):
            _add(spans, placing.row("commitments", unit, view, known), start, end)
    return spans


def _add(spans: Spans, row: KeptRow, day: str, until: str) -> None:
    held = spans.setdefault(row, [])
    if held and held[-1][1] == day:
        held[-1][1] = until
    else:
        held.append([day, until])


def _by_clock(anew: Anew, book: Book, day: str, until: str) -> Iterator[tuple[str, CommitmentView, str, str]]:
    """The commitments between two days, each unit anew where a term of one of it runs out."""
    views = anew.promises(book, day)
    ticks: dict[str, set[str]] = defaultdict(set)
    for unit, view in views:
        after = _after(view.deadline.latest) if view.deadline and view.deadline.latest else ""
        if view.status in RUNNING and day < after < until:
            ticks[unit].add(after)
    for unit, view in views:
        yield unit, view, day, min(ticks[unit], default=until)
    for tick in sorted(set().union(*ticks.values())):
        some = {ref for ref, unit in anew.unit_of.items() if ref.kind == "commitment" and tick in ticks[unit]}
        for unit, view in anew.promises(book, tick, some):
            yield unit, view, tick, min((t for t in ticks[unit] if t > tick), default=until)


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
