"""The touched units of a change, told anew on any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from onrecord.ledger.corrections import RELATIONS
from onrecord.ledger.linking import Records
from onrecord.ledger.relations import related
from onrecord.ledger.units import BOOK, Read, Touched, pair
from onrecord.ledger.withdrawn import of_article
from onrecord.ledger.world import World
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
from onrecord.store.rows_derived import Standing

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


def gone_unit(article: str) -> str:
    """The unit of what an article prints no more."""
    return f"withdrawn:{sha256(article.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


class Anew:
    """The touched units of one change, derived on any day."""

    def __init__(
        self, store: Store, records: Records, derived: Derived, read: Read, touched: Touched, told: Iterable[Correction]
    ) -> None:
        self._store, self._records, self._read = store, records, read
        self.derived, self.touched = derived, touched
        self._told = [d for d in told if d.field in RELATIONS and isinstance(d.value, dict)]
        self._refs: dict[str, set[Ref]] = defaultdict(set)
        self._articles: dict[str, str] = {}
        for name, some in touched.units.items():
            for m in some:
                if m.list in KINDS:
                    self._refs[name].add(Ref(m.article, m.version, KINDS[m.list], m.start, m.end))
                elif m.list in ("stories", "copies"):
                    self._articles[f"{m.list} {m.article}"] = name

    def world(self) -> World:
        """All that the units depend on, loaded at once."""
        refs = set().union(*self._refs.values())
        near = {ref.article for ref in refs} | self.touched.near
        near |= {article for both in self.touched.pairs.values() for article in both}
        near |= {article for d in self._told for article in (d.article, str(d.value["article"]))}
        makers = {ref.article for ref in refs if ref.kind == "commitment"}
        steps = self.derived.related([r.record_id for r in self.derived.standing(makers)], STEPS) if makers else []
        near |= {one.edge.b.article for one in steps if one.edge.a in refs}
        near |= self._copies(near)
        ids = [r.record_id for r in self.derived.standing(near)]
        near |= {one.edge.b.article for one in self.derived.related(ids, CORRECTIONS) if one.edge.a.article in near}
        told = {key.partition(" ")[2] for key in self._articles}
        standing: dict[str, list[Standing]] = defaultdict(list)
        for row in self.derived.standing(near | told):
            standing[row.article].append(row)
        edges = self.derived.between([r.record_id for a in near for r in standing[a]], BOOK)
        whole = self.derived.between([r.record_id for a in told for r in standing[a]], STORIES)
        return World(standing, near, edges, whole)

    def _copies(self, articles: Collection[str]) -> set[str]:
        """The copies of these articles; those of the touched ones are as they are now."""
        units = {m.unit for m in self.derived.members(articles) if m.list == "copies"}
        found = {m.article for m in self.derived.units(units)}
        for some in self.touched.units.values():
            whole = {m.article for m in some if m.list == "copies"}
            found |= whole if whole & (found | set(articles)) else set()
        return found

    def hanging(self, world: World) -> dict[str, set[str]]:
        """The units, each with the articles that what it says can hang on: all of them where reviewers have drawn or
        barred relations, which can reach far."""
        found: dict[str, set[str]] = {}
        for name, refs in self._refs.items():
            found[name] = world.copied({ref.article for ref in refs} | world.telling(refs, STEPS))
        found |= {name: world.copied(both) for name, both in self.touched.pairs.items()}
        found |= {gone_unit(a): world.copied({a}) for a in self.touched.near}
        for key, name in self._articles.items():
            found.setdefault(name, set()).add(key.partition(" ")[2])
        return {name: {*world.rows} for name in found} if self._told else found

    def book(self, world: World, day: str, articles: Collection[str]) -> tuple[Book, dict[str, Standing]]:
        """Those of the articles that are in force on a day as a book, and as they stand."""
        known = world.known(articles, day)
        readings = self._read(known[a].record_id for a in sorted(world.near & set(known)))
        edges = world.related(known)
        if self._told:
            edges = related(edges, self._told, {r.key: r.record for r in readings})
        return Book(readings, edges, {a for a, row in known.items() if row.several}), known

    def told(self, book: Book, known: Mapping[str, Standing], world: World, day: str, units: Units) -> Told:
        """What the units say on a day, except of commitments, which the clock alone can change."""
        by_id = {ref.id: name for name in units for ref in self._refs.get(name, ())}
        among = set().union(*(self._refs.get(name, ()) for name in units))
        for name, some in (
            ("statements", statements(book, among)), ("events", events(book, among)), ("series", series(book, among)),
        ):  # fmt: skip
            for one in some:
                yield name, by_id[one.id], one
        for unit, dispute in self._disputes(book, units):
            yield "disputes", unit, dispute
        for gone in self._withdrawn(book, known, day, units):
            yield "withdrawn", gone_unit(gone.article), gone
        yield from self._whole(known, world, units)

    def promises(self, book: Book, day: str, units: Collection[str]) -> list[tuple[str, CommitmentView]]:
        """What units say of commitments on a day, with the units."""
        among = {r: name for name in units for r in self._refs.get(name, ()) if r.kind == "commitment"}
        by_id = {ref.id: name for ref, name in among.items()}
        return [(by_id[view.id], view) for view in commitments(book, day, among.keys())]

    def _disputes(self, book: Book, units: Units) -> Iterator[tuple[str, Dispute]]:
        """The disputes of edges; those on what became of a commitment belong to its unit."""
        cluster = self.touched.cluster

        def unit(one: str, other: str) -> str | None:
            name = pair(cluster[one], cluster[other]) if one in cluster and other in cluster else ""
            return name if name in units else None

        if not units.keys().isdisjoint(self.touched.pairs):
            for one in disputes(book, (), lambda e: unit(e.a.article, e.b.article) is not None):
                if name := unit(one.a.article, one.b.article):
                    yield name, one

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
            if (unit := self._articles.get(f"copies {group[0]}", "")) in units:
                yield "copies", unit, group
        for story in stories(edges, headings, lambda some: len({origin.get(a, a) for a in some})):
            if (unit := self._articles.get(f"stories {story.articles[0]}", "")) in units:
                yield "stories", unit, story
