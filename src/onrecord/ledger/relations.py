"""Reviewers' decisions on what entries have to do with each other, laid over the edges that the linkers found.

An edge is barred wherever its words stand, in every article of its group and in copies: otherwise the twin of a wrong
outcome would take its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast, get_args

from onrecord.ledger.corrections import RELATIONS, at, effective, locate
from onrecord.link.refs import article, refs
from onrecord.model import Edge, EdgeKind, EntryKind, Record, Ref, Span
from onrecord.model.correction import Correction, Words

GROUPING: frozenset[EdgeKind] = frozenset({"copy", "story", "same", "series"})
"""Relations that make groups: two that are parted may not come together through a third."""
DISPUTES: frozenset[EdgeKind] = frozenset({"denial", "number", "contradiction", "responsibility"})
BY_HAND = "a reviewer"
"""The rule of an edge that a reviewer has drawn."""
KINDS: tuple[EdgeKind, ...] = tuple(kind for kind in get_args(EdgeKind) if kind != "apart")

Records = Mapping[str, Record]
"""The records in force, by article."""


@dataclass(frozen=True, slots=True)
class Told:
    """One decision on a relation, its ends found in the records in force, and the words by which they were found."""

    kind: EdgeKind
    a: Ref
    b: Ref
    holds: bool
    near: Correction
    far: Words


def related(edges: Iterable[Edge], decisions: Iterable[Correction], records: Records) -> list[Edge]:
    """The edges as reviewers want them: theirs added, those that they deny left out; of two actors whom they hold for
    two people an edge says so."""
    found = list(edges)
    told = list(_told(decisions, records))
    if not told:
        return found
    found += [Edge(t.kind, *_ends(t), BY_HAND) for t in told if t.holds]
    barred = [t for t in told if not t.holds]
    found += [Edge("apart", *_ends(t), BY_HAND) for t in barred if t.a.kind == "actor"]
    for kind in sorted({t.kind for t in barred} & GROUPING):
        apart = [(t.a, t.b) for t in barred if t.kind == kind]
        found = [e for e in found if e.kind != kind] + parted([e for e in found if e.kind == kind], apart)
    member = _members(found)
    return [e for e in found if e.kind in GROUPING or not any(_barred(e, t, member, records) for t in barred)]


def drawn(decisions: Iterable[Correction], records: Records) -> list[Edge]:
    """The edges that reviewers have drawn between these records."""
    return [Edge(t.kind, *_ends(t), BY_HAND) for t in _told(decisions, records) if t.holds]


def other_end(record: Record, kind: EntryKind, span: tuple[int, int]) -> dict[str, Any]:
    """The far end of a relation as a decision keeps it; kind `passage` for words that are no entry."""
    article = record.article
    return {"article": article.id, "version": article.version, "kind": kind,
            **Words.of(article.text, article.version, span).plain()}  # fmt: skip


def parted(edges: Iterable[Edge], apart: Iterable[tuple[Ref, Ref]]) -> list[Edge]:
    """The edges that can stand together without bringing into one group what is held apart, taken in their order;
    those that reviewers have drawn come first."""
    home: dict[Ref, Ref] = {}
    members: dict[Ref, set[Ref]] = defaultdict(set)
    barred = list(apart)
    kept = []
    for edge in sorted(edges, key=lambda e: (e.rule != BY_HAND, e)):
        one, other = (home.setdefault(ref, ref) for ref in (edge.a, edge.b))
        both = members[one] | members[other] | {edge.a, edge.b}
        if any(a in both and b in both for a, b in barred):
            continue
        for ref in both:
            home[ref] = one
        members[one] = both
        kept.append(edge)
    return kept


def _told(decisions: Iterable[Correction], records: Records) -> Iterable[Told]:
    """The decisions on relations whose two ends are in force; of several on one relation the last."""
    last: dict[tuple[EdgeKind, frozenset[Ref]], Told] = {}
    for decision in effective(decisions):
        record = records.get(decision.article)
        other = decision.value if decision.field in RELATIONS and isinstance(decision.value, dict) else {}
        far = records.get(str(other.get("article")))
        if record is None or far is None or other.get("relation") not in KINDS:
            continue
        words = Words(*(other[name] for name in ("version", "start", "quote", "before", "after")))
        a, b = _end(record, decision.kind, locate(record, decision)), _end(far, other["kind"], locate(far, words))
        if a and b:
            kind = cast(EdgeKind, other["relation"])
            last[kind, frozenset((a, b))] = Told(kind, a, b, decision.field == "related", decision, words)
    return last.values()


def _end(record: Record, kind: EntryKind, span: Span | None) -> Ref | None:
    if span is None or kind == "article":
        return article(record) if kind == "article" else None
    if kind == "passage":
        return Ref(record.article.id, record.article.version, kind, *span)
    return at(refs(record), kind, span)


def _ends(told: Told) -> tuple[Ref, Ref]:
    """Relations of outcomes lead from the commitment; of all others the lesser end comes first."""
    low, high = sorted((told.a, told.b))
    return (low, high) if told.kind in GROUPING | DISPUTES else (told.a, told.b)


def _members(edges: Iterable[Edge]) -> Callable[[Ref], Ref]:
    """By entry the commitment that stands for its group."""
    home: dict[Ref, Ref] = {}

    def top(ref: Ref) -> Ref:
        while home.get(ref, ref) != ref:
            ref = home[ref]
        return ref

    for edge in edges:
        if edge.kind == "same":
            low, high = sorted((top(edge.a), top(edge.b)))
            home[high] = low
    return top


def _barred(edge: Edge, told: Told, group: Callable[[Ref], Ref], records: Records) -> bool:
    if edge.kind != told.kind or edge.rule == BY_HAND:
        return False
    return any(
        (group(near) == group(told.a) or _same_words(near, told.a, told.near, records))
        and _same_words(far, told.b, told.far, records)
        for near, far in ((edge.a, edge.b), (edge.b, edge.a))
    )


def _same_words(end: Ref, told: Ref, words: Correction | Words, records: Records) -> bool:
    """Whether an end of an edge stands on the words of the barred one, in whichever article prints them."""
    if end == told:
        return True
    record = records.get(end.article)
    span = locate(record, words) if record else None
    return span is not None and span.overlaps((end.start, end.end))
