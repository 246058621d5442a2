"""How far a reviewer's decision reaches: to the same words in copies of the article that it was made on.

Whether an entry is right is read off its words, and copies of one story print the same words; so what was rejected (or
accepted again) in one is so in all. A field that was set stays with its article: it may hang on the day of publication.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.ledger.corrections import RELATIONS, at, effective, locate
from onrecord.ledger.linking import Records
from onrecord.link.copies import copies
from onrecord.link.refs import refs
from onrecord.model import Record
from onrecord.model.correction import Correction, Words
from onrecord.store import Store


def decisions_on(
    store: Store, records: Records, record_id: int, all_decisions: Iterable[Correction] | None = None
) -> list[Correction]:
    """The decisions that hold for a record: those on its article, and those on the same words in copies of it.

    `all_decisions` are those of the ledger that count, where they are at hand.
    """
    record = records(record_id).article
    given = effective(store.corrections()) if all_decisions is None else all_decisions
    return [d for d in given if d.article == record.id or _reaches(store, records, d, record_id)]


def reached(store: Store, records: Records, decision: Correction) -> list[str]:
    """The keys of the articles in which a decision holds besides its own, sorted."""
    held = store.held(decision.article, decision.version)
    partners = store.partners(held.record_id) if held else []
    found = {
        records(p).article.id for p in partners
        if _reaches(store, records, decision, p) and _stands(records(p), decision)
    }  # fmt: skip
    return sorted(found - {decision.article})


def touched(store: Store, records: Records, decision: Correction) -> set[str]:
    """The keys of all articles in which a decision, or the undoing of one, can change something."""
    if decision.decision == "undo":
        undone = next((d for d in store.corrections() if d.id == decision.value), None)
        return touched(store, records, undone) if undone else {decision.article}
    found = {decision.article, *reached(store, records, decision)}
    if decision.field in RELATIONS:
        far = Words(**{name: decision.value[name] for name in ("version", "start", "quote", "before", "after")})
        near = Words(decision.version, decision.start, decision.quote, decision.before, decision.after)
        found.add(decision.value["article"])
        for key, words in ((decision.article, near), (decision.value["article"], far)):
            held = store.held(key, words.version)
            partners = store.partners(held.record_id) if held else []
            found |= {records(p).article.id for p in partners if locate(records(p), words)}
    return found


def _reaches(store: Store, records: Records, decision: Correction, record_id: int) -> bool:
    record = records(record_id)
    if decision.decision in ("set", "add") or locate(record, decision) is None:
        return False
    held = store.held(decision.article, decision.version)
    if held is None:
        return False
    return bool(copies(records.reading(held.record_id), records.reading(record_id)))


def _stands(record: Record, decision: Correction) -> bool:
    """Whether an entry of the kind stands on the words."""
    span = locate(record, decision)
    return span is not None and at(refs(record), decision.kind, span) is not None
