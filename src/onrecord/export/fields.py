"""The fields of one entry for people: spans as their words, ids as what they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from onrecord.link.refs import refs
from onrecord.model import Actor, Record

SHOWN_ELSEWHERE = frozenset({"id", "rule", "evidence", "confidence", "mentions"})
POINTS_AT = {
    "speaker": "actor", "promisor_actor": "actor", "denier_actor": "actor", "actor": "actor", "statement": "statement",
    "parent": "statement", "target": "statement", "time": "time", "place": "place",
}  # fmt: skip
"""Fields that name another entry of the same article, and its kind."""


class Field(NamedTuple):
    """A field's name and value in words; `entry` is the name of the entry that it points at; `was`: before a reviewer
    set it."""

    name: str
    words: str
    entry: str | None = None
    was: str | None = None


def fields(record: Record, found: Mapping[str, Any], extracted: Mapping[str, Any] | None = None) -> Iterator[Field]:
    """The fields of an entry of `record` that say something, in the contract's JSON; `extracted` as first found."""
    for name, value in found.items():
        old = (extracted or found).get(name)
        if name in SHOWN_ELSEWHERE or (value in (None, [], {}) and value == old):
            continue
        words, entry = _target(record, name, value) or (_value(value, record.article.text), None)
        was = None
        if value != old:
            was = (_target(record, name, old) or (_changed(old, value, record.article.text), None))[0]
        yield Field(name.replace("_", " "), words, entry, was)


def _target(record: Record, field: str, value: Any) -> tuple[str, str] | None:
    """The entry that a field points at, in words and by its name."""
    kind = POINTS_AT.get(field)
    if kind is None or not isinstance(value, str):
        return None
    for ref, entry in refs(record).items():
        if ref.kind == kind and entry.id == value:
            words = entry.name if isinstance(entry, Actor) else f"“{record.article.text[ref.start : ref.end]}”"
            return words, ref.id
    return None


def _changed(old: Any, new: Any, text: str) -> str:
    """The old value; of a field with parts only those that are others now."""
    if isinstance(old, dict) and isinstance(new, dict):
        return ", ".join(f"{n.replace('_', ' ')} {_value(v, text)}" for n, v in old.items() if v != new.get(n))
    return _value(old, text)


def _value(value: Any, text: str) -> str:
    """A value for people: spans as their words, fields of a field by name."""
    if value in (None, [], {}):
        return "none"
    if _is_span(value):
        return f"“{text[value[0] : value[1]]}”"
    if isinstance(value, list):
        return (" … " if all(_is_span(v) for v in value) else "; ").join(_value(v, text) for v in value)
    if isinstance(value, dict):
        return ", ".join(
            f"{n.replace('_', ' ')} {_value(v, text)}" for n, v in value.items() if v not in (None, [], {})
        )
    return f"{value:g}" if isinstance(value, float) else str(value)


def _is_span(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value)
