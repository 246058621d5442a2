"""The relations around one entry on a day, found from its articles or its unit, never from the whole ledger."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.ledger.keeping import up_to_date
from onrecord.ledger.kept import entry
from onrecord.ledger.units import ALL, GROUPING, in_force
from onrecord.model import Edge, EdgeKind, Ref
from onrecord.model.view import Dispute
from onrecord.store import Store
from onrecord.store.derived import Derived


def around(store: Store, articles: Collection[str], day: str, kinds: Collection[EdgeKind] = ALL) -> list[Edge]:
    """The relations of these kinds that these articles have on a day; of a ledger that is not up to date all."""
    if not up_to_date(store):
        return [e for e in store.edges([h.record_id for h in store.in_force(day)]) if e.kind in kinds]
    with store.derived() as derived:
        ids = [row.record_id for row in in_force(derived.standing(articles), day).values()]
        found = derived.related(ids, kinds)
        ends = {ref.article for one in found for ref in (one.edge.a, one.edge.b)}
        known = {row.record_id for row in in_force(derived.standing(ends), day).values()}
        return [one.edge for one in found if one.record_a in known and one.record_b in known]


def together(store: Store, ref: Ref, day: str, kind: EdgeKind) -> list[Edge]:
    """The relations of a kind that can bring an entry into a group with others on a day."""
    with store.derived() as derived:
        members = derived.units(_units(derived, ref, kind))
    return around(store, {m.article for m in members} or {ref.article}, day, [kind])


def shown(store: Store, ref: Ref, day: str, kind: EdgeKind) -> set[str]:
    """The names of the entries of a view that tell of the unit of an entry."""
    with store.derived() as derived:
        rows = derived.rows(_units(derived, ref, kind))
        return {row.name for _, row in rows if row.from_day <= day < row.to_day}


def sides(store: Store, name: str, day: str) -> set[str]:
    """The articles of the two sides of a dispute; none where the day has no such dispute."""
    with store.listing(day) as listing:
        data = listing.named("disputes", name)
    found: Dispute | None = entry("disputes", data) if data else None
    return {found.a.article, found.b.article} if found else set()


def _units(derived: Derived, ref: Ref, kind: EdgeKind) -> set[str]:
    where = (ref.article, ref.version, ref.start, ref.end)
    return {m.unit for m in derived.members([ref.article]) if m.list == GROUPING[kind] and m[2:] == where}
