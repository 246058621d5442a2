"""Where an entry stands: in whose words, in which part of the article."""

from __future__ import annotations

from onrecord.model import Edge, EdgeKind, Record, Ref, Span, Spans, Statement

OUTSIDE = ("caption", "credit", "boilerplate")
"""Kinds of parts that are no part of the report itself."""


def words_of(record: Record, spans: Spans) -> str | None:
    """The words under spans, pieces joined by a blank, line breaks made blanks; None where there is none."""
    joined = " ".join(" ".join(span.of(record.article.text).split()) for span in spans)
    return joined or None


def around(record: Record, span: tuple[int, int]) -> list[Statement]:
    """The statements whose content holds most of a stretch, the innermost last."""
    size = span[1] - span[0]
    found = [
        s for s in record.statements
        if any(min(c.end, span[1]) - max(c.start, span[0]) >= 0.5 * size for c in s.content)
    ]  # fmt: skip
    return sorted(found, key=lambda s: -sum(c.end - c.start for c in s.content))


def told_by(record: Record, span: tuple[int, int]) -> Statement | None:
    """The innermost statement that tells what stands in a stretch; None: the article itself says so."""
    found = around(record, span)
    return found[-1] if found else None


def body(span: Span, record: Record) -> bool:
    """Whether a span lies in the article's own text: no caption, credit or boilerplate."""
    return not any(p.kind in OUTSIDE and p.span.overlaps(span) for p in record.article.parts)


def dispute(kind: EdgeKind, a: Ref, b: Ref) -> Edge:
    """The edge of a dispute between two entries; which of them comes first says nothing."""
    low, high = sorted((a, b))
    return Edge(kind, low, high, f"claims:{kind}")
