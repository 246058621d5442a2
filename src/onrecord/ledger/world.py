"""What units are derived from: articles as they stand on all days, and the relations between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from onrecord.ledger.units import in_force
from onrecord.link.groups import groups
from onrecord.model import Edge, EdgeKind, Ref
from onrecord.store.rows_derived import Related, Standing
from onrecord.store.schema_derived import FOREVER


@dataclass
class World:
    """Articles with all their days, and the relations between them."""

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

    def telling(self, refs: Iterable[Ref], kinds: Collection[EdgeKind]) -> set[str]:
        """The articles that something of these kinds leads to from these entries."""
        return {edge.b.article for ref in refs for edge in self._leading.get(ref, ()) if edge.kind in kinds}

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
    def _leading(self) -> dict[Ref, list[Edge]]:
        found: dict[Ref, list[Edge]] = defaultdict(list)
        for one in self.edges:
            found[one.edge.a].append(one.edge)
        return found

    @cached_property
    def _correcting(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for _, _, edge in self.edges:
            if edge.kind == "corrected":
                found[edge.a.article].add(edge.b.article)
                found[edge.b.article].add(edge.a.article)
        return found

    @cached_property
    def _copies(self) -> dict[str, set[str]]:
        pairs = ((e.a.article, e.b.article) for _, _, e in self.edges if e.kind == "copy")
        return {member: set(group) for group in groups(pairs) for member in group}


def _by_article(edges: Iterable[Related]) -> dict[str, list[Related]]:
    found: dict[str, list[Related]] = defaultdict(list)
    for one in edges:
        found[one.edge.a.article].append(one)
    return found


def _holds(one: Related, known: Mapping[str, Standing]) -> bool:
    """Whether both ends of an edge are of records in force."""
    a, b = known.get(one.edge.a.article), known.get(one.edge.b.article)
    return a is not None and b is not None and (a.record_id, b.record_id) == (one.record_a, one.record_b)
