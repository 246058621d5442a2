"""What an outlet takes back: a figure that it corrects, a report that it retracts.

Only an outlet's own earlier reports are corrected by it, and only in its own voice: a minister who retracts something
corrects nobody's report but his own word. From the day of the correction on what was corrected is told no more; the
edge leads from it to the words that correct it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.link.cues import cue, listed
from onrecord.link.reading import Reading
from onrecord.link.refs import Entry, refs
from onrecord.link.spans import told_by
from onrecord.link.stories import apart
from onrecord.link.vectors import alike
from onrecord.link.words import sentences, stem, stems, total
from onrecord.model import Commitment, Denial, Edge, Event, Ref, Span, Statement, hull

DAYS = 60
"""Longest time between a report and its correction."""
NEAR = 0.12
"""How alike the two articles must be."""
RETRACTED = 0.5
"""Share of an entry's words that the retraction must name."""
OURS = frozenset({"we", "our", "our report", "its", "this newspaper", "the newspaper", "this agency", "the agency"})
"""How an outlet calls itself."""
_BACK = re.compile(r"(?:That|This|The|Our) (?:report|story|article|account)\b|(?:That|This|It) (?:is|was)\b|We \w+")
"""How a sentence points back at the one before."""


def corrections(a: Reading, b: Reading) -> tuple[Edge, ...]:
    """Edges of kind `corrected` from the entries of the earlier article that the later one takes back; from those of
    one article that it repeats only to take them back."""
    if a is b:
        return tuple(sorted(_told_to_take_back(a)))
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
    """What a retraction names of what was said, promised, denied or done."""
    found = set()
    for span, named in _taken_back(b):
        for ref, entry in refs(a.record).items():
            if isinstance(entry, Event):
                gone = _names(a, entry, stems(named.of(b.text)))
            else:
                words = _said(a, entry)
                whole = cue("retracted", span.of(b.text)) is not None
                around = stems((_around(b, span) if whole else named).of(b.text))
                gone = total(words) >= 1.0 and total(words & around) >= RETRACTED * total(words)
            if gone:
                found.add(Edge("corrected", ref, b.passage(span), "corrections:retracted"))
    return found


def _told_to_take_back(a: Reading) -> set[Edge]:
    """The events that an article repeats only to take them back: "We reported that … That report was wrong"."""
    found = set()
    for span, named in _taken_back(a):
        for ref, entry in refs(a.record).items():
            if isinstance(entry, Event) and (named.holds(entry.evidence) or span.holds(entry.evidence)):
                found.add(Edge("corrected", ref, a.passage(span), "corrections:retracted"))
    return found


def _taken_back(b: Reading) -> Iterator[tuple[Span, Span]]:
    """The sentences in which the outlet takes a report of its own back, each with the one that names the report: itself
    or, where that one only points back at it ("That report was wrong"), the one before. What gives a wrong number or
    day corrects these alone."""
    spans = [Span(*s) for s in sentences(b.text)]
    for n, span in enumerate(spans):
        said = span.of(b.text)
        whole = cue("retracted", said) is not None
        if not (whole or cue("wrong", said) is not None) or not _own_voice(b, span):
            continue
        before = spans[n - 1] if n else span
        points_back = bool(_BACK.match(said)) and _reported(b, before)
        named = before if points_back else span
        detail = any(named.holds(q.span) for q in b.record.quantities) or _dated(b, named)
        if whole or points_back or not detail:
            yield span, named


def _dated(b: Reading, span: Span) -> bool:
    """Whether a day is named behind the words of a report: the day is what was wrong."""
    return any(span.holds(t.span) and told_by(b.record, t.span) is not None for t in b.record.times)


def _reported(b: Reading, span: Span) -> bool:
    """Whether the outlet says in a sentence what it reported."""
    return any(span.holds(hull(s.content)) and _ours(b, s) for s in b.record.statements if s.content)


def _ours(b: Reading, told: Statement) -> bool:
    """Whether the outlet itself tells something: "we", its name, its "report" or "story"."""
    words = " ".join(s.of(b.text) for s in told.source)
    outlet, said = stems(b.record.article.outlet or ""), stems(words)
    ours = words.casefold() in OURS or bool(said & {stem(w) for w in listed("nouns", "reports")})
    return ours or (bool(outlet) and said == outlet)


def _around(b: Reading, span: Span) -> Span:
    """A sentence with the one before and the one behind it."""
    spans = [Span(*s) for s in sentences(b.text)]
    n = spans.index(span)
    return Span(spans[max(0, n - 1)].start, spans[min(n + 1, len(spans) - 1)].end)


def _names(a: Reading, event: Event, named: frozenset[str]) -> bool:
    """Whether words name an event: the deed, and of its parties and its place at least a half."""
    deed = stems(" ".join(s.of(a.text) for s in event.trigger))
    sides = [p.span.of(a.text) for side in event.sides for p in side if p.span]
    place = next((p.name for p in a.record.places if p.id == event.place), "")
    beside = stems(" ".join((*sides, place))) - deed
    return bool(deed & named) and total(beside) > 0 and total(beside & named) >= RETRACTED * total(beside)


def _own_voice(b: Reading, span: Span) -> bool:
    """Whether the outlet speaks for itself: it names nobody, or itself ("The Vale Echo retracts its report …")."""
    told = told_by(b.record, span)
    return told is None or _ours(b, told)


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
