"""What reviewers decided as gold passages: JSON Lines in the formats of `eval/gold`, a paragraph of an article a line.

A paragraph is gold for a kind of entry only where every entry of that kind in it was decided on; `first_run` says
whether the software had it right by itself. So a review becomes a test.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from onrecord.link.refs import Entry, refs
from onrecord.link.spans import words_of
from onrecord.model import (
    Commitment,
    Deadline,
    Denial,
    Event,
    Participant,
    Place,
    Quantity,
    Record,
    Ref,
    Span,
    Spans,
    Statement,
)
from onrecord.model import Time as TimeEntry
from onrecord.model.correction import Correction

Reviewed = Iterable[tuple[Record, Mapping[Ref, Sequence[Correction]]]]
"""Records with decisions applied, and the decisions by entry; those on rejected entries, too."""
SETS: dict[str, tuple[str, ...]] = {
    "commitments": ("commitment", "denial"), "attribution": ("statement",), "events": ("event",), "times": ("time",),
    "places": ("place",), "quantities": ("quantity",),
}  # fmt: skip
"""Folders of gold, and the kinds of entries that a passage of each is about."""
CHANGES = {"eq": "=", "range": "=", "approx": "~", "gt": ">", "ge": ">", "lt": "<", "le": "<"}
"""The signs of bounds in gold of quantities, which does not tell more than from at least."""


def gold(reviewed: Reviewed) -> Iterator[str]:
    """The passages, one JSON object a line, by article, paragraph and set."""
    for record, decided in reviewed:
        for number, part in enumerate(p for p in record.article.parts if p.kind == "body"):
            for name, kinds in SETS.items():
                passage = _passage(record, decided, part.span, name, kinds)
                if passage:
                    made = f"{record.article.id}-{record.article.version[:8]}-{number}"
                    yield json.dumps({"id": made, "set": name, **passage}, ensure_ascii=False) + "\n"


def _passage(
    record: Record, decided: Mapping[Ref, Sequence[Correction]], span: Span, name: str, kinds: tuple[str, ...]
) -> dict[str, Any] | None:
    """The paragraph as gold of a set; None where some entry in it was not decided on, or none is there."""
    there = {r: e for r, e in refs(record).items() if r.kind in kinds and span.holds((r.start, r.end))}
    told = {r: d for r, d in decided.items() if r.kind in kinds and span.holds((r.start, r.end))}
    if not told or not told.keys() >= there.keys():
        return None
    right = all(d.decision == "accept" for some in told.values() for d in some)
    make = {"commitments": _commitments, "attribution": _attribution, "events": _events, "times": _times,
            "places": _places, "quantities": _quantities}[name]  # fmt: skip
    body = make(record, list(there.values()), span)
    day = (record.article.published or "")[:10] or None
    return {
        "text": span.of(record.article.text), "publication_date": day, "date": day, "dct": day, **body, "tags": [],
        "first_run": "right" if right else "wrong",
    }  # fmt: skip


def _commitments(record: Record, entries: list[Entry], _: Span) -> dict[str, Any]:
    made = [e for e in entries if isinstance(e, Commitment)]
    denied = [e for e in entries if isinstance(e, Denial)]
    return {
        "commitments": [_commitment(record, c) for c in made if c.existence != "denied"],
        "denials": [
            {"denier": words_of(record, d.denier), "denied": words_of(record, d.denied), "cue": words_of(record, d.cue),
             "reported_by": []}
            for d in denied
        ],
        "non_commitment": not any(c.existence != "denied" for c in made),
    }  # fmt: skip


def _commitment(record: Record, c: Commitment) -> dict[str, Any]:
    def words(spans: Spans) -> str | None:
        return words_of(record, spans)

    def term(deadline: Deadline | None) -> str | None:
        return words((deadline.span,)) if deadline and deadline.span else None

    return {
        "promisor": words(c.promisor), "promisee": words(c.promisee), "action": words(c.action),
        "polarity": c.polarity, "deadline_text": term(c.deadline),
        "deadline_iso": c.deadline.latest if c.deadline else None,
        "deadline_type": c.deadline.type if c.deadline else None, "condition": words(c.condition),
        "reported_by": [words((span,)) for span in c.reported_by], "kind": c.kind, "cue": words(c.cue),
        "operation": c.operation, "old_deadline_text": term(c.old_deadline), "deadline_iso_alts": [],
        "promisor_alts": [],
    }  # fmt: skip


def _attribution(record: Record, entries: list[Entry], within: Span) -> dict[str, Any]:
    made = [e for e in entries if isinstance(e, Statement)]
    ids = {s.id: f"A{n}" for n, s in enumerate(made, 1)}
    return {
        "attributions": [
            {
                "id": ids[s.id], "cue": _moved(s.cue, within), "source": _moved(s.source, within),
                "content": _moved(s.content, within), "via": _moved(s.via, within), "type": s.type,
                "nested": s.parent is not None, "parents": [ids[s.parent]] if s.parent in ids else [],
            }
            for s in made
        ]
    }  # fmt: skip


def _events(record: Record, entries: list[Entry], _: Span) -> dict[str, Any]:
    def named(sides: tuple[Participant, ...]) -> str | None:
        return words_of(record, tuple(side.span for side in sides if side.span)[:1])

    return {
        "events": [
            {"source": None, "target": None, "code": e.cameo, "system": "CAMEO", "source_text": named(e.source),
             "target_text": named(e.target)}
            for e in entries if isinstance(e, Event)
        ]
    }  # fmt: skip


def _times(record: Record, entries: list[Entry], within: Span) -> dict[str, Any]:
    return {
        "timexes": [
            {"span": _moved((t.span,), within)[0], "type": t.type, "value": t.value,
             "text": t.span.of(record.article.text), "latest": t.last_day}
            for t in entries if isinstance(t, TimeEntry)
        ]
    }  # fmt: skip


def _places(record: Record, entries: list[Entry], within: Span) -> dict[str, Any]:
    return {
        "toponyms": [
            {"span": _moved((p.span,), within)[0], "name": p.name, "lat": p.lat, "lon": p.lon, "country": p.country}
            for p in entries if isinstance(p, Place)
        ]
    }  # fmt: skip


def _quantities(record: Record, entries: list[Entry], _: Span) -> dict[str, Any]:
    def value(q: Quantity) -> str:
        known = [n for n in (q.low, q.high) if n is not None]
        return "-".join(dict.fromkeys(str(int(n) if n == int(n) else n) for n in known))

    return {
        "quantities": [
            {"change": CHANGES[q.op], "value": value(q), "unit": q.unit or "", "quote": q.span.of(record.article.text)}
            for q in entries if isinstance(q, Quantity)
        ]
    }  # fmt: skip


def _moved(spans: Spans, within: Span) -> list[list[int]]:
    """The spans in characters of the passage; what lies outside of it is left out."""
    return [[s.start - within.start, s.end - within.start] for s in spans if within.holds(s)]
