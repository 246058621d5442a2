"""An entry that a reviewer found missing, made from the words that were selected, in the form of all others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from onrecord.ledger.settable import actor_at, hints_of, is_words, laid
from onrecord.link.refs import Entry
from onrecord.model import (
    Actor,
    Commitment,
    Denial,
    EntryKind,
    Event,
    Place,
    Quantity,
    Record,
    Span,
    Statement,
    Time,
    hull,
)
from onrecord.model.record import from_plain

MAIN: dict[EntryKind, str] = {
    "statement": "content", "commitment": "action", "denial": "denied", "event": "trigger", "quantity": "span",
    "time": "span", "place": "span",
}  # fmt: skip
"""Kinds that can be added, and the field that the selected words fill."""
CLASSES: dict[EntryKind, type[Entry]] = {
    "statement": Statement, "commitment": Commitment, "denial": Denial, "event": Event, "quantity": Quantity,
    "time": Time, "place": Place, "actor": Actor,
}  # fmt: skip
ACTORS = {"source": "speaker", "promisor": "promisor_actor", "denier": "denier_actor"}
"""Words that name somebody, and the field for the actor whom they name."""
DEFAULTS: dict[EntryKind, dict[str, Any]] = {
    "statement": {"type": "indirect", "source": [], "cue": []},
    "commitment": {"kind": "promise", "promisor": [], "cue": []},
    "denial": {"denier": [], "cue": []}, "quantity": {"op": "eq"}, "time": {"type": "DATE"},
}  # fmt: skip
BY_HAND = "a reviewer"
"""The rule of what a reviewer has added."""
_END = re.compile(r"(?<=\w{3})[.!?][\"\u201d\u2019')]*\s+(?=[^\sa-z])")
"""A stop behind a word longer than most abbreviations, before anything but a small letter."""


def missed(record: Record, kind: EntryKind, values: dict[str, Any], name: str) -> Entry | None:
    """The entry of that id; None where a field that it cannot do without is not given.

    `values` are its fields; words of the text come as lists of `Span`. A deadline comes as `deadline.latest` and the
    like; evidence are the sentences in which the words stand.
    """
    made = CLASSES.get(kind)
    main = MAIN.get(kind)
    if made is None or main is None or not values.get(main):
        return None
    hints, data = hints_of(made), {"id": name, **DEFAULTS.get(kind, {}), "confidence": 1.0, "rule": BY_HAND}
    words: list[Span] = []
    for field, value in values.items():
        outer, _, inside = field.partition(".")
        if inside and outer in hints:
            data.setdefault(outer, {"span": None})[inside] = laid(record, Span, value) if inside == "span" else value
        elif isinstance(value, list) and is_words(hints.get(field)):
            words += value
            data[field] = laid(record, hints[field], value)
            if field in ACTORS and value:
                data.setdefault(ACTORS[field], actor_at(record, value[0]))
        elif field in hints:
            data[field] = value
    if "evidence" in hints:
        data["evidence"] = list(sentences(record.article.text, hull(words)))
    if kind == "place":
        data.setdefault("name", words[0].of(record.article.text))
    return from_plain(made, data)


def twin(entries: Iterable[Entry], kind: EntryKind, values: dict[str, Any]) -> Entry | None:
    """The entry of that kind whose main words are for the most part those of an added one; None where there is none."""
    main = MAIN[kind]
    for entry in entries:
        there = getattr(entry, main)
        pieces = (there,) if isinstance(there, Span) else there
        shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in pieces for b in values[main])
        if 2 * shared > min(_size(pieces), _size(values[main])):
            return entry
    return None


def _size(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)


def sentences(text: str, span: Span) -> Span:
    """The sentences of one line each in which a stretch stands, told apart by their stops.

    >>> text = "He left. She \\"will stay.\\" So they said."
    >>> sentences(text, Span(15, 18)).of(text)
    'She "will stay."'
    """
    first, last = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    last = len(text) if last < 0 else last
    ends = [first, *(first + m.end() for m in _END.finditer(text[first:last])), last]
    start = max(e for e in ends if e <= span.start)
    end = min((e for e in ends if e >= span.end), default=last)
    return Span(start, len(text[:end].rstrip()))
