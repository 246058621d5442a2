"""Reviewers' decisions laid over a record. Pure: the stored record and the decisions in, the corrected record out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from onrecord.ledger import settable
from onrecord.ledger.missed import missed, sentences, twin
from onrecord.link.refs import KINDS, Entry, anchor, refs
from onrecord.model import Commitment, Denial, Event, Record, Ref, Span, hull
from onrecord.model.correction import Correction, Words
from onrecord.model.record import LAYER_FIELDS, from_plain, to_plain

REFERENCES = frozenset(
    {"speaker", "parent", "promisor_actor", "denier_actor", "target", "statement", "time", "place", "actor"}
)
"""Fields that name another entry of the record by its id there."""
RELATIONS = ("related", "unrelated")
"""Fields of a decision on an entry and what it has to do with another: read where relations are put together."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A record with decisions applied, the entry that each decision was found to be about, and those without one.

    `moved` has the new name of each entry that goes by other words now.
    """

    record: Record
    attached: dict[str, Ref]
    unattached: tuple[Correction, ...]
    rejected: frozenset[Ref]
    moved: dict[Ref, Ref] = dataclasses.field(default_factory=dict)


def effective(decisions: Iterable[Correction]) -> list[Correction]:
    """Those that count, in the order of their times: without what was undone, and without the undoing itself."""
    undone: set[str] = set()
    kept = []
    for decision in sorted(decisions, key=lambda d: (d.time, d.id), reverse=True):
        if decision.id in undone:
            continue
        if decision.decision == "undo":
            undone.add(str(decision.value))
        else:
            kept.append(decision)
    return kept[::-1]


def corrected(record: Record, decisions: Iterable[Correction]) -> Corrected:
    """The record as reviewers want it; of two decisions on one thing the later counts.

    A decision is attached by its anchor, then by its words with 32 characters either side. A rejection whose words are
    still there rests where nothing stands on them; everything else without an entry is unattached. What was added comes
    first, so that it can be decided on like what was found.
    """
    decisions = effective(decisions)
    if not decisions:
        return Corrected(record, {}, (), frozenset())
    record, twins, lost = _with_missed(record, [d for d in decisions if d.decision == "add"])
    named = refs(record)
    attached: dict[str, Ref] = {}
    unattached: list[Correction] = lost
    rejected: dict[Ref, bool] = {}
    changed: dict[Ref, Entry] = {}
    first: dict[Ref, Ref] = {}  # by the name of an entry on other words that it was given, the one before
    for decision in (d for d in decisions if d not in lost):
        span = locate(record, decision)
        ref = twins.get(decision.id) or (None if span is None else at((*named, *first), decision.kind, span))
        ref = first.get(ref, ref) if ref else None
        if ref is None:
            if span is None or decision.decision != "reject":
                unattached.append(decision)
            continue
        if decision.field in RELATIONS:
            attached[decision.id] = ref  # read where relations are put together
            continue
        if decision.decision in ("set", "add"):
            known = named | {new: named[old] for new, old in first.items()}
            entry = _mended(record, changed.get(ref, named[ref]), decision, known)
            if entry is None:
                unattached.append(decision)
                continue
            changed[ref] = entry
            if decision.field in settable.ANCHORS:
                first[Ref(ref.article, ref.version, ref.kind, *anchor(entry))] = ref
        else:
            rejected[ref] = decision.decision == "reject"
        attached[decision.id] = ref
    out = frozenset(ref for ref, gone in rejected.items() if gone)
    made = _without(_with(record, changed), {named[ref].id for ref in out})
    moved = _moved(made, {ref: changed[ref] for ref in first.values()})
    attached = {name: moved.get(ref, ref) for name, ref in attached.items()}
    return Corrected(made, attached, tuple(unattached), out, moved)


def _moved(record: Record, changed: dict[Ref, Entry]) -> dict[Ref, Ref]:
    """By the names of changed entries those by which they go now."""
    now = {(ref.kind, entry.id): ref for ref, entry in refs(record).items()} if changed else {}
    new = {ref: now.get((ref.kind, entry.id)) for ref, entry in changed.items()}
    return {old: ref for old, ref in new.items() if ref and ref != old}


def locate(record: Record, words: Correction | Words) -> Span | None:
    """Where a decision's words stand in this version, with their context either side; None where they do not."""
    text = record.article.text
    if words.version == record.article.version:
        return words.span
    wanted = words.before + words.quote + words.after
    starts, at = [], text.find(wanted)
    while at >= 0:
        starts.append(at + len(words.before))
        at = text.find(wanted, at + 1)
    if not starts:
        return None
    start = min(starts, key=lambda s: (abs(s - words.start), s))
    return Span(start, start + len(words.quote))


def at(named: Iterable[Ref], kind: str, span: Span) -> Ref | None:
    """The entry of a kind on an anchor, or the one whose anchor shares most of it; None where there is none."""
    same = [ref for ref in named if ref.kind == kind and (ref.start, ref.end) == span]
    if same:
        return same[0]
    over = [ref for ref in named if ref.kind == kind and span.overlaps((ref.start, ref.end))]
    return max(over, key=lambda r: (min(r.end, span.end) - max(r.start, span.start), -r.start), default=None)


def _with_missed(record: Record, added: list[Correction]) -> tuple[Record, dict[str, Ref], list[Correction]]:
    """The record with the entries that reviewers found missing; by decision those that were found by themselves
    meanwhile; and the decisions whose words it lacks."""
    twins, lost = {}, []
    for decision in added:
        values, field = _found(record, decision), KINDS[decision.kind]
        entry = missed(record, decision.kind, values, decision.id) if values else None
        if values is None or entry is None:
            lost.append(decision)
            continue
        there: tuple[Entry, ...] = getattr(record, field)
        if other := twin(there, decision.kind, values):
            twins[decision.id] = next(ref for ref, e in refs(record).items() if e is other)
        else:
            layer: dict[str, Any] = {field: (*there, entry)}
            record = replace(record, **layer)
    return record, twins, lost


def _found(record: Record, decision: Correction) -> dict[str, Any] | None:
    """The values of a decision, its words as stretches of this version; None where one of them is not there."""
    given: dict[str, Any] = decision.value if decision.decision == "add" else {decision.field or "": decision.value}
    found = {}
    for name, value in given.items():
        pieces = (
            [locate(record, Words(decision.version, **piece)) for piece in value] if isinstance(value, list) else []
        )
        if None in pieces:
            return None
        found[name] = pieces if isinstance(value, list) else value
    return found


def _mended(record: Record, entry: Entry, decision: Correction, named: dict[Ref, Entry]) -> Entry | None:
    """The entry with what a decision sets; None where that cannot be. What was added and is found by itself meanwhile
    keeps what the reviewer said of it, where that still can be."""
    if entry.id == decision.id:
        return entry
    values = _found(record, decision)
    if values is None:
        return None
    for field, value in values.items():
        if decision.decision == "add" and field in settable.KNOWN_BY:
            continue
        made = with_field(record, entry, field, value, named)
        if made is None and decision.decision == "set":
            return None
        entry = made or entry
    return entry


def with_field(record: Record, entry: Entry, field: str, value: Any, named: dict[Ref, Entry]) -> Entry | None:
    """The entry with one field set; None where it has no such field, or where `value` names no entry of the record."""
    data = to_plain(entry)
    *path, last = field.split(".")
    inner, kind = data, type(entry)
    for name in path:
        kind = settable.inner(settable.hints_of(kind).get(name))
        if isinstance(inner, dict) and name in inner and inner[name] is None:
            inner[name] = settable.blank(kind)
        inner = inner.get(name) if isinstance(inner, dict) else None
    if not isinstance(inner, dict) or last not in inner or last == "id":
        return None
    if last in REFERENCES and value is not None and not isinstance(value, list):
        value = next((e.id for ref, e in named.items() if ref.id == value), None)
        if value is None:
            return None
    if isinstance(value, list):
        value = settable.laid(record, settable.hints_of(kind)[last], value)
    inner[last] = value
    made: Entry = from_plain(type(entry), data)
    return _evident(record, made) if field in settable.ANCHORS else made


def _evident(record: Record, entry: Entry) -> Entry:
    """The entry with evidence that its words stand in."""
    if not isinstance(entry, Commitment | Denial | Event) or entry.evidence.holds(anchor(entry)):
        return entry
    return replace(entry, evidence=sentences(record.article.text, hull((entry.evidence, anchor(entry)))))


def _with(record: Record, changed: dict[Ref, Entry]) -> Record:
    """The record with entries exchanged, each in its old place."""
    if not changed:
        return record
    by_kind: dict[str, dict[str, Entry]] = {}
    for ref, entry in changed.items():
        by_kind.setdefault(KINDS[ref.kind], {})[entry.id] = entry
    layers = {name: tuple(new.get(e.id, e) for e in getattr(record, name)) for name, new in by_kind.items()}
    return replace(record, **layers)  # type: ignore[arg-type]


def _without(record: Record, ids: set[str]) -> Record:
    """The record without these entries, and without the other entries' references to them."""
    if not ids:
        return record
    data = record.to_json()
    for name in LAYER_FIELDS:
        data[name] = [_cut(entry, ids) for entry in data[name] if entry["id"] not in ids]
    return Record.from_json(data)


def _cut(value: Any, ids: set[str]) -> Any:
    if isinstance(value, list):
        return [_cut(v, ids) for v in value if not (isinstance(v, str) and v in ids)]
    if isinstance(value, dict):
        gone = {k for k, v in value.items() if k in REFERENCES and isinstance(v, str) and v in ids}
        return {k: None if k in gone else _cut(v, ids) for k, v in value.items()}
    return value
