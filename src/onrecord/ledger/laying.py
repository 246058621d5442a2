"""Records as reviewers want them, kept with their relations: what a decision changes is worked out once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from onrecord import link
from onrecord.ledger.corrections import corrected
from onrecord.ledger.linking import Records
from onrecord.ledger.reach import decisions_on
from onrecord.link import Reading
from onrecord.model import Ref
from onrecord.model.correction import Correction
from onrecord.store import Store
from onrecord.store.derived import Derived


class Laid:
    """Records by number, those that reviewers have changed as they want them."""

    def __init__(self, store: Store, records: Records, derived: Derived) -> None:
        self._store, self._records, self._derived = store, records, derived
        self._kept: dict[int, Reading] = {}

    def reading(self, record_id: int, changed: Collection[int]) -> Reading:
        """The record as the linkers read it. `changed` are those of them that reviewers have changed."""
        if record_id not in changed:
            return self._records.reading(record_id)
        if record_id not in self._kept:
            record = self._derived.laid(record_id)
            assert record is not None
            self._kept[record_id] = Reading(record)
        return self._kept[record_id]

    def reach(self, record_id: int, reading: Reading, wanted: Reading | None = None) -> None:
        """Keep how far from its day a record's partners have to be looked for, also as reviewers want it."""
        self._derived.set_horizon(record_id, link.horizon(reading, wanted))

    def lay(self, record_ids: Iterable[int], decisions: Collection[Correction]) -> dict[int, frozenset[Ref]]:
        """Work out anew what reviewers make of these records, and the relations of those that they change; `decisions`
        are those of the ledger that count. By record, the entries that were decided on."""
        some, decided = list(record_ids), dict[int, frozenset[Ref]]()
        for record_id in some:
            self.reach(record_id, self._records.reading(record_id))
        if not decisions and not self._derived.laid_among(some):
            return decided
        for record_id in some:
            reading = self._records.reading(record_id)
            made = corrected(reading.record, decisions_on(self._store, self._records, record_id, decisions))
            decided[record_id] = frozenset(made.attached.values())
            self._derived.set_laid(record_id, made.record if made.record != reading.record else None)
            self._kept.pop(record_id, None)
            self.reach(record_id, reading, Reading(made.record))
        self._relate(some)
        return decided

    def _relate(self, some: list[int]) -> None:
        """The relations of changed records, and of these records with their changed partners."""
        for record_id in some:
            partners = self._store.partners(record_id)
            changed = set(self._derived.laid_among([record_id, *partners]))
            others = partners if record_id in changed else [p for p in partners if p in changed]
            if record_id in changed:
                reading = self.reading(record_id, changed)
                self._derived.add_laid_edges({reading.key: record_id}, link.edges(reading, reading))
            for partner in others:
                one, other = (self.reading(n, changed) for n in (record_id, partner))
                self._derived.add_laid_edges({one.key: record_id, other.key: partner}, link.edges(one, other))
