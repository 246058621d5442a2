"""What an outlet takes back: a figure that it corrects, a report that it retracts.

Only an outlet's own earlier reports are corrected by it, and only in its own voice: a minister who retracts something
corrects nobody's report but his own word. From the day of the correction on what was corrected is told no more; the
edge leads from it to the words that correct it.
"""

from __future__ import annotations

from onrecord.link.cues import cue
from onrecord.link.reading import Reading
from onrecord.link.refs import Entry, refs
from onrecord.link.spans import told_by
from onrecord.link.stories import apart
from onrecord.link.vectors import alike
from onrecord.link.words import sentences, stems, total
from onrecord.model import Commitment, Denial, Edge, Ref, Span, Statement

DAYS = 60
"""Longest time between a report and its correction."""
NEAR = 0.12
"""How alike the two articles must be."""
RETRACTED = 0.5
"""Share of an entry's words that the retraction must name."""


def corrections(a: Reading, b: Reading) -> tuple[Edge, ...]:
    """Edges of kind `corrected` from the entries of the earlier article that the later one takes back."""
    if not own_report(a, b) or apart(a, b) > DAYS or alike(a.vector, b.vector) < NEAR:
        return ()
    return tuple(sorted({*_figures(a, b), *_retracted(a, b)}))


def own_report(a: Reading, b: Reading) -> bool:
    """Whether one outlet prints both articles, which are two."""
    one, other = (r.record.article.outlet for r in (a, b))
    return a is not b and bool(one and other) and (one or "").casefold() == (other or "").casefold()


def _figures(a: Reading, b: Reading) -> set[Edge]:
    """Figures that stand in a correcting clause once more, as what was wrong."""
    found = set()
    for other in b.misquoted:
        clause = next(c for c in b.clauses_read if c.span.holds(other.quantity.span))
        for figure in a.figures:
            same = (figure.quantity.low, figure.quantity.high) == (other.quantity.low, other.quantity.high)
            if same and figure.measure == other.measure:
                found.add(Edge("corrected", figure.ref, b.passage(clause.span), "corrections:figure"))
    return found


def _retracted(a: Reading, b: Reading) -> set[Edge]:
    """What a retraction names of what was said, promised or denied."""
    found = set()
    spans = [Span(*s) for s in sentences(b.text)]
    for n, span in enumerate(spans):
        if cue("retracted", span.of(b.text)) is None or not _own_voice(b, span):
            continue
        around = Span(spans[max(0, n - 1)].start, spans[min(n + 1, len(spans) - 1)].end)
        named = stems(around.of(b.text))
        for ref, entry in refs(a.record).items():
            words = _said(a, entry)
            if total(words) >= 1.0 and total(words & named) >= RETRACTED * total(words):
                found.add(Edge("corrected", ref, b.passage(span), "corrections:retracted"))
    return found


def _own_voice(b: Reading, span: Span) -> bool:
    """Whether the outlet speaks for itself: it names nobody, or itself ("The Vale Echo retracts its report …")."""
    told = told_by(b.record, span)
    outlet = stems(b.record.article.outlet or "")
    return told is None or (bool(outlet) and stems(" ".join(s.of(b.text) for s in told.source)) == outlet)


def _said(a: Reading, entry: Entry) -> frozenset[str]:
    """The stems of what an entry says; none of an entry that says nothing by itself."""
    match entry:
        case Statement():
            spans = entry.content
        case Commitment():
            spans = entry.action
        case Denial():
            spans = entry.denied
        case _:
            spans = ()
    return stems(" ".join(span.of(a.text) for span in spans))


def taken_back(edges: list[Edge]) -> dict[Ref, Ref]:
    """The entries that are told no more, each with the words that take it back; a promise with a new date stays."""
    gone: dict[Ref, Ref] = {}
    for edge in edges:
        if edge.kind == "corrected" and edge.rule.startswith("corrections:"):
            gone.setdefault(edge.a, edge.b)
    return gone
