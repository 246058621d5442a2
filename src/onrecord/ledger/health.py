"""Whether a ledger is sound, and one hash for all that it says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from onrecord.ledger.linking import names
from onrecord.model import Record, View
from onrecord.model.record import LAYER_FIELDS
from onrecord.store import Store
from onrecord.store.identity import canonical
from onrecord.store.rows import Check


def quotes(store: Store, view: View | None) -> Check:
    """Every span lies in its text, and every quote of today's view is what stands there, character for character."""
    texts: dict[tuple[str, str], str] = {}
    faults, seen = [], 0
    for record in store.records(all_made=True):
        text = record.article.text
        texts[record.article.id, record.article.version] = text
        for start, end in _spans(record):
            seen += 1
            if not 0 <= start <= end <= len(text):
                faults.append(f"{record.article.id} [{start}, {end}]")
    plain = view.to_json() if view else {}
    for item in _quoted(plain):
        seen += 1
        wanted = [t for (a, v), t in texts.items() if a == item["article"] and item["version"] in (None, v)]
        if not any(t[item["start"] : item["end"]] == item["quote"] for t in wanted):
            faults.append(f"{item['article']} [{item['start']}, {item['end']}]")
    detail = f"{len(faults)} are not, the first in {faults[0]}" if faults else f"{seen} verbatim"
    return Check("quotes", not faults, detail)


def entries(store: Store) -> Check:
    """Every entry of every newest record can be found by its name."""
    missing = [
        ref.id for record in store.records() for ref in names(record)
        if ref not in {row.ref for row in store.entries(ref.id)}
    ]  # fmt: skip
    return Check("names", not missing, f"{len(missing)} entries cannot be found by name" if missing else "all found")


def _spans(record: Record) -> Iterator[tuple[int, int]]:
    data = record.to_json()
    for part in data["parts"]:
        yield tuple(part["span"])
    for name in LAYER_FIELDS:
        yield from _pairs(data[name])


def _pairs(value: Any) -> Iterator[tuple[int, int]]:
    """All spans in plain data: lists of two whole numbers."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _pairs(inner)
    elif isinstance(value, list):
        if len(value) == 2 and all(type(v) is int for v in value):
            yield (value[0], value[1])
        else:
            for inner in value:
                yield from _pairs(inner)


def _quoted(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("quote") is not None:
            yield value
        for inner in value.values():
            yield from _quoted(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _quoted(inner)


def digest(store: Store) -> str:
    """SHA-256 over all records, edges, decisions and removals in canonical order, free of the times of recording."""
    total = hashlib.sha256()

    def add(kind: str, value: Any) -> None:
        total.update(f"{kind} {canonical(value)}\n".encode("utf-8", "surrogatepass"))

    for record in store.records(all_made=True):
        add("record", record.to_json())
    for edge in sorted(store.edges()):
        add("edge", [edge.kind, edge.a, edge.b, edge.rule])
    for correction in store.corrections():
        add("correction", asdict(correction))
    for article in sorted({stone.article for stone in store.tombstones()}):
        add("removed", article)
    return total.hexdigest()
