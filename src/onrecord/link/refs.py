"""The permanent names of a record's entries: what edges point at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from onrecord.model import (
    Actor,
    Commitment,
    Denial,
    EntryKind,
    Event,
    Place,
    Quantity,
    Record,
    Ref,
    Span,
    Statement,
    Time,
    hull,
)  # fmt: skip

Entry = Actor | Commitment | Denial | Event | Place | Quantity | Statement | Time
KINDS: dict[EntryKind, str] = {
    kind: name for kind in get_args(EntryKind) for name in Record.__slots__ if name in (f"{kind}s", f"{kind[:-1]}ies")
}
"""Kind of entry to the record's field that lists it."""


def refs(record: Record) -> dict[Ref, Entry]:
    """Every entry of a record by its permanent name, in text order within a kind.

    The anchor is the cue, trigger, number or first mention. Of two entries of one kind with one anchor, the first keeps
    it and the others take the whole stretch that they speak of ("vowed to pay and to leave": one cue, two promises).
    """
    return {ref: entry for kind in KINDS for ref, entry in of_kind(record, kind).items()}


def of_kind(record: Record, kind: EntryKind) -> dict[Ref, Entry]:
    """The same of the entries of one kind."""
    named: dict[Ref, Entry] = {}
    for entry in sorted(getattr(record, KINDS[kind]), key=lambda e: (anchor(e), whole(e), e.id)):
        for span in (anchor(entry), whole(entry)):
            ref = Ref(record.article.id, record.article.version, kind, *span)
            if ref not in named:
                named[ref] = entry
                break
    return named


def article(record: Record) -> Ref:
    """The name of an article as a whole, in one version."""
    return Ref(record.article.id, record.article.version, "article", 0, 0)


def passage(record: Record, span: Span) -> Ref:
    """The name of words that are no entry."""
    return Ref(record.article.id, record.article.version, "passage", *span)


def anchor(entry: Entry) -> Span:
    """The words that make the entry what it is."""
    match entry:
        case Statement():
            return _first(entry.cue, entry.content, entry.source)
        case Commitment():
            return _first(entry.cue, entry.action)
        case Denial():
            return _first(entry.cue, entry.denier, (entry.evidence,))
        case Event():
            return _first(entry.trigger, (entry.evidence,))
        case Actor():
            return min((m.span for m in entry.mentions), default=Span(0, 0))
        case _:
            return entry.span


def whole(entry: Entry) -> Span:
    """All words that the entry speaks of."""
    match entry:
        case Statement():
            return hull((*entry.source, *entry.cue, *entry.content))
        case Commitment():
            return hull((*entry.promisor, *entry.cue, *entry.action))
        case Denial():
            return hull((*entry.denier, *entry.cue, *entry.denied, entry.evidence))
        case Event():
            return hull((*entry.trigger, entry.evidence))
        case Actor():
            return hull(m.span for m in entry.mentions) if entry.mentions else Span(0, 0)
        case _:
            return entry.span


def _first(*choices: Iterable[Span]) -> Span:
    for spans in choices:
        pieces = tuple(spans)
        if pieces:
            return hull(pieces)
    return Span(0, 0)
