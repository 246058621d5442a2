"""Reviewers' decisions laid over a record. Pure: the stored record and the decisions in, the corrected record out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from onrecord.link.refs import KINDS, Entry, refs
from onrecord.model import Record, Ref, Span
from onrecord.model.correction import Correction
from onrecord.model.record import LAYER_FIELDS, from_plain, to_plain

REFERENCES = frozenset(
    {"speaker", "parent", "promisor_actor", "denier_actor", "target", "statement", "time", "place", "actor"}
)
"""Fields that name another entry of the record by its id there."""
PAIRS = ("same_as", "apart_from")
"""Fields of a decision on two actors: they are one person, or two. Its value is the permanent name of the other."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A record with decisions applied, the entry that each decision was found to be about, and those without one."""

    record: Record
    attached: dict[str, Ref]
    unattached: tuple[Correction, ...]
    rejected: frozenset[Ref]


def corrected(record: Record, decisions: Iterable[Correction]) -> Corrected:
    """The record as reviewers want it; of two decisions on one thing the later counts.

    A decision is attached by its anchor, then by its words with 32 characters either side. A rejection whose words are
    still there rests where nothing stands on them; everything else without an entry is unattached.
    """
    named = refs(record)
    attached: dict[str, Ref] = {}
    unattached: list[Correction] = []
    rejected: dict[Ref, bool] = {}
    changed: dict[Ref, Entry] = {}
    for decision in sorted(decisions, key=lambda d: (d.time, d.id)):
        span = locate(record, decision)
        ref = None if span is None else at(named, decision.kind, span)
        if ref is None:
            if span is None or decision.decision != "reject":
                unattached.append(decision)
            continue
        if decision.field in PAIRS:
            attached[decision.id] = ref  # read where persons are put together
            continue
        if decision.decision == "set":
            entry = with_field(changed.get(ref, named[ref]), decision.field or "", decision.value, named)
            if entry is None:
                unattached.append(decision)
                continue
            changed[ref] = entry
        else:
            rejected[ref] = decision.decision == "reject"
        attached[decision.id] = ref
    out = frozenset(ref for ref, gone in rejected.items() if gone)
    made = _without(_with(record, changed), {named[ref].id for ref in out})
    return Corrected(made, attached, tuple(unattached), out)


def locate(record: Record, decision: Correction) -> Span | None:
    """Where a decision's words stand in this version, with their context either side; None where they do not."""
    text = record.article.text
    if decision.version == record.article.version:
        return decision.span
    wanted = decision.before + decision.quote + decision.after
    starts, at = [], text.find(wanted)
    while at >= 0:
        starts.append(at + len(decision.before))
        at = text.find(wanted, at + 1)
    if not starts:
        return None
    start = min(starts, key=lambda s: (abs(s - decision.start), s))
    return Span(start, start + len(decision.quote))


def at(named: Iterable[Ref], kind: str, span: Span) -> Ref | None:
    """The entry of a kind on an anchor, or the one whose anchor shares most of it; None where there is none."""
    same = [ref for ref in named if ref.kind == kind and (ref.start, ref.end) == span]
    if same:
        return same[0]
    over = [ref for ref in named if ref.kind == kind and span.overlaps((ref.start, ref.end))]
    return max(over, key=lambda r: (min(r.end, span.end) - max(r.start, span.start), -r.start), default=None)


def with_field(entry: Entry, field: str, value: Any, named: dict[Ref, Entry]) -> Entry | None:
    """The entry with one field set; None where it has no such field, or where `value` names no entry of the record."""
    data = to_plain(entry)
    *path, last = field.split(".")
    inner = data
    for name in path:
        inner = inner.get(name) if isinstance(inner, dict) else None
    if not isinstance(inner, dict) or last not in inner or last == "id":
        return None
    if last in REFERENCES and value is not None:
        value = next((e.id for ref, e in named.items() if ref.id == value), None)
        if value is None:
            return None
    inner[last] = value
    return from_plain(type(entry), data)


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
