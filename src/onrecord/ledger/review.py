"""From a reviewer's wish to a correction that can be kept: checked against the entry that it is about."""

from __future__ import annotations

import types
import typing
from dataclasses import is_dataclass
from datetime import date
from typing import Any, Literal, Union

from onrecord.errors import LedgerError
from onrecord.ledger.corrections import REFERENCES
from onrecord.link.refs import Entry
from onrecord.model import Record, Ref
from onrecord.model.correction import CONTEXT, Correction, Decision
from onrecord.model.record import to_plain


def correction(
    record: Record, ref: Ref, decision: Decision, *, author: str, time: str, field: str | None = None,
    value: Any = None, note: str | None = None,
) -> Correction:  # fmt: skip
    """The decision on the entry `ref` of `record`, with its words and 32 characters either side."""
    text = record.article.text
    return Correction(
        article=ref.article, version=ref.version, kind=ref.kind, start=ref.start, quote=text[ref.start : ref.end],
        before=text[max(0, ref.start - CONTEXT) : ref.start], after=text[ref.end : ref.end + CONTEXT],
        decision=decision, author=author, time=time, field=field, value=value, note=note,
    )  # fmt: skip


DAYS = frozenset({"earliest", "latest"})
"""Fields that hold an ISO 8601 day."""


def check_field(entry: Entry, field: str, value: Any, ids: set[str]) -> None:
    """LedgerError where the entry has no such field, where it takes no such value, or where `value` is no entry's name.

    Spans and lists cannot be set: they belong to one version of the text. `ids` are the permanent names of the record's
    entries, which fields that point at an entry take.
    """
    *path, last = field.split(".")
    kind: Any = type(entry)
    data: Any = to_plain(entry)
    for name in path:
        hints = typing.get_type_hints(kind) if is_dataclass(kind) else {}
        kind = next((a for a in _choices(hints.get(name)) if is_dataclass(a)), None)
        data = data.get(name) if isinstance(data, dict) else None
    hints = typing.get_type_hints(kind) if is_dataclass(kind) else {}
    settable = sorted(name for name, hint in hints.items() if name != "id" and all(_simple(c) for c in _choices(hint)))
    if last not in settable:
        offer = f"choose one of {', '.join(settable)}" if settable else "its parts cannot be set"
        raise LedgerError(f"{field}: no field of this entry that can be set; {offer}")
    if not isinstance(data, dict):
        raise LedgerError(f"{field}: this entry has no {'.'.join(path)}; only fields of what is there can be set")
    if last in DAYS and value is not None and not _is_day(value):
        raise LedgerError(f"{field}: {value!r} is no day; write it as 2022-02-20, or null for none")
    if not any(_fits(choice, value) for choice in _choices(hints[last])):
        wanted = [str(a) for c in _choices(hints[last]) for a in (typing.get_args(c) or (getattr(c, "__name__", c),))]
        raise LedgerError(f"{field}: takes no {value!r}; give one of: {', '.join(wanted)}")
    if last in REFERENCES and value is not None and value not in ids:
        raise LedgerError(f"{field}: {value!r} is no entry of this article; give the name of one, as `show` prints it")


def _choices(hint: Any) -> tuple[Any, ...]:
    """The alternatives of a type hint."""
    return typing.get_args(hint) if typing.get_origin(hint) in (Union, types.UnionType) else (hint,)


def _simple(hint: Any) -> bool:
    return hint in (str, int, float, bool, type(None)) or typing.get_origin(hint) is Literal


def _fits(hint: Any, value: Any) -> bool:
    if hint is type(None):
        return value is None
    if typing.get_origin(hint) is Literal:
        return value in typing.get_args(hint)
    if hint is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, hint) and not (hint is int and isinstance(value, bool))


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
