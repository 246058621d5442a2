"""What a ledger knew on a day: the versions then in force, reviewers' decisions over them, the edges between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord import link
from onrecord.ledger.corrections import corrected, effective
from onrecord.ledger.linking import Records, afresh
from onrecord.ledger.reach import decisions_on
from onrecord.ledger.relations import related
from onrecord.ledger.withdrawn import in_order, withdrawn
from onrecord.model import Edge, Record, View
from onrecord.store import Store
from onrecord.store.rows import Held


def view(store: Store, records: Records, day: str) -> View:
    """The view of that day. Edges of records that reviewers have changed are found afresh."""
    held = store.in_force(day)
    laid, changed = _in_force(store, records, held)
    edges = [e for e in store.edges([h.record_id for h in held]) if not {e.a.article, e.b.article} & changed]
    edges.extend(_afresh(store, held, laid, changed))
    edges = related(edges, store.corrections(), laid)
    found = link.view(laid.values(), edges, day, store.several(day))
    gone = {one.id: one for one in (*withdrawn(store, records, day), *found.withdrawn)}
    return replace(found, withdrawn=in_order(gone.values()))


def in_force(store: Store, records: Records, day: str) -> list[Record]:
    """The records in force on that day, by key, with reviewers' decisions applied."""
    laid, _ = _in_force(store, records, store.in_force(day))
    return [laid[key] for key in sorted(laid)]


def _in_force(store: Store, records: Records, held: Iterable[Held]) -> tuple[dict[str, Record], set[str]]:
    """The records with reviewers' decisions applied, and the keys of those articles that this changes."""
    decisions = effective(store.corrections())
    laid: dict[str, Record] = {}
    changed: set[str] = set()
    for row in held:
        record = records(row.record_id)
        laid[row.article] = record
        own = decisions_on(store, records, row.record_id, decisions) if decisions else []
        if own:
            laid[row.article] = corrected(record, own).record
            if laid[row.article] != record:
                changed.add(row.article)
    return laid, changed


def _afresh(store: Store, held: Iterable[Held], laid: dict[str, Record], changed: set[str]) -> Iterator[Edge]:
    """The edges of the changed records; between two of them each edge comes twice, which does no harm."""
    number = {row.article: row.record_id for row in held}
    article = {record_id: key for key, record_id in number.items()}
    for key in sorted(changed):
        partners = [article[p] for p in store.partners(number[key]) if p in article]
        yield from afresh(laid[key], [laid[p] for p in partners])
