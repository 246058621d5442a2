"""Disputes and series on a day, each side with its own words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence

from onrecord.link.book import Book, Quote, normal
from onrecord.link.clauses import clauses
from onrecord.link.figures import Figure
from onrecord.link.givers import giver_name, second_giver
from onrecord.link.groups import groups
from onrecord.link.naming import named, source_name
from onrecord.link.series import is_money
from onrecord.link.shares import SHARE
from onrecord.link.spans import words_of
from onrecord.model import Commitment, Denial, Edge, EdgeKind, Quantity, Record, Ref, Span, Statement, hull, trim
from onrecord.model.view import CommitmentView, Dispute, DisputeType, Point, Series, Side

TYPES: dict[EdgeKind, DisputeType] = {
    "denial": "denial", "number": "number", "contradiction": "contradiction", "responsibility": "responsibility",
}  # fmt: skip
PLAINEST: tuple[DisputeType, ...] = ("number", "denial", "responsibility", "contradiction")
"""Types of disputes, the one that says most of what is at odds first."""
CASUALTIES = frozenset({"dead", "injured", "missing", "displaced", "detained", "captured", "protesters"})
_GOES_ON = re.compile(r",\s|\sand\s|\n")
HANDFUL = 10
"""Things up to which a count that stands alone is not worth following."""


def disputes(
    book: Book, commitments: Sequence[CommitmentView], among: Callable[[Edge], bool] = lambda _: True
) -> tuple[Dispute, ...]:
    """All disputes (or those of edges `among` some), the earlier side first; one that copies of a story repeat once."""
    found: dict[tuple[object, ...], Dispute] = {}
    edges = [e for e in book.edges if e.kind in TYPES and among(e)]
    for edge in sorted(edges, key=lambda e: (book.when(e.a), book.when(e.b), e)):
        ends = sorted((edge.a, edge.b), key=lambda r: (isinstance(book.entries.get(r), Denial), book.when(r)))
        sides = [_side(book, ref) for ref in ends]
        if sides[0] == sides[1]:
            continue
        name = pair_name(edge)
        key = (edge.kind, *sorted((book.origin(s.article), normal(s.quote)) for s in sides))
        found.setdefault(key, Dispute(name, TYPES[edge.kind], *sides))
    made = _once([*found.values(), *_of_outcomes(commitments, book)])
    unique = {d.id: d for d in made}
    return tuple(sorted(unique.values(), key=lambda d: (d.a.article, d.a.start, d.b.article, d.b.start, d.type, d.id)))


def doubted(book: Book, commitment: CommitmentView) -> tuple[Dispute, ...]:
    """Of `disputes` those on what became of one commitment."""
    own = _of_outcomes([commitment], book)
    sides = {book.origin(side.article) for one in own for side in (one.a, one.b)}
    beside = disputes(book, (), lambda e: {book.origin(e.a.article), book.origin(e.b.article)} <= sides) if own else ()
    return tuple(one for one in _once([*beside, *own]) if one in own)


def pair_name(edge: Edge) -> str:
    """The name of the dispute that an edge makes: x and eight digits of each end."""
    return f"x{edge.a.id[1:9]}{edge.b.id[1:9]}"


def _once(given: list[Dispute]) -> list[Dispute]:
    """Without a dispute whose two sides are quoted in another one of another type: what denies also contradicts."""
    kept: dict[frozenset[str], list[Dispute]] = defaultdict(list)
    for one in sorted(given, key=lambda d: PLAINEST.index(d.type)):
        near = kept[frozenset((one.a.article, one.b.article))]
        if not any(d.type != one.type and _same_sides(d, one) for d in near):
            near.append(one)
    return [one for some in kept.values() for one in some]


def _same_sides(one: Dispute, other: Dispute) -> bool:
    return any(_overlap(one.a, a) and _overlap(one.b, b) for a, b in ((other.a, other.b), (other.b, other.a)))


def _overlap(one: Side, other: Side) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _of_outcomes(commitments: Sequence[CommitmentView], book: Book) -> list[Dispute]:
    """What the one side calls done and the other, from then on, does not see."""
    found = []
    for commitment in commitments:
        done = [h for h in commitment.history if h.event in ("fulfilled", "partly_fulfilled") and h.quote]
        doubts = [h for h in commitment.history if h.event == "outcome_disputed" and h.quote]
        for deed in done[-1:]:
            since = [d for d in doubts if (d.published or "") >= (deed.published or "")]
            for i, doubt in enumerate(since[:1]):
                sides = [
                    Side(
                        h.article or "", h.version,
                        source_name(book.records[h.article or ""], (h.start or 0, h.end or 0)),
                        h.quote or "", h.start or 0, h.end or 0,
                    )
                    for h in (deed, doubt)
                ]  # fmt: skip
                found.append(Dispute(f"x{commitment.id[1:]}{i}", "contradiction", *sides))
    return found


def _side(book: Book, ref: Ref) -> Side:
    record, entry = book.record(ref), book.entries.get(ref)
    match entry:
        case Denial():
            source, span = (
                named(record, entry.denier, entry.denier_actor),
                _of_denial(record, entry),
            )
        case Statement():
            source, span = named(record, entry.source, entry.speaker), hull((*entry.source, *entry.cue, *entry.content))
        case Commitment():
            reporter = entry.reported_by[-1:] or entry.promisor
            actor = None if entry.reported_by else entry.promisor_actor
            source, span = named(record, reporter, actor), entry.evidence
        case Quantity():
            source, span = _of_figure(book, ref, entry)
        case _:
            span = _to_the_end(record.article.text, Span(ref.start, ref.end))
            own = next((s for s in record.statements if s.source and span.holds(hull(s.source))), None)
            source = named(record, own.source, own.speaker) if own else source_name(record, span)
    quote = book.quote(record, span)
    return Side(quote.article, quote.version, source, *quote[2:])


def _of_denial(record: Record, denial: Denial) -> Span:
    """The words that deny, to the end of their clause, with what is denied where it stands behind them."""
    own = [s for s in (*denial.denier, *denial.cue) if denial.evidence.holds(s)]
    if not own:
        return denial.evidence
    said = hull(own)
    whole = hull((said, *(s for s in denial.denied if s.start >= said.start and denial.evidence.holds(s))))
    text = record.article.text
    return trim(text, hull((whole, Span(whole.start, max(whole.end, _clause(text, said).end)))), " \t\r\n.,;")


def _of_figure(book: Book, ref: Ref, quantity: Quantity) -> tuple[str | None, Span]:
    """Who gives a figure and its clause; of two givers in one clause each has his own part of it."""
    reading = book.reading(ref)
    span = _clause(reading.text, quantity.span)
    figure = next((f for f in reading.figures if f.ref == ref), None)
    if figure is None:
        return source_name(reading.record, quantity.span), span
    for other in reading.figures:
        giver = second_giver(reading, other) if other.clause == figure.clause else None
        if giver is not None:
            own = other.ref == ref
            start, end = (giver.start, span.end) if own else (span.start, giver.start)
            span = trim(reading.text, Span(max(span.start, start), min(span.end, end)), " \t\r\n,;")
    return giver_name(reading, figure), span


def _to_the_end(text: str, span: Span) -> Span:
    """Words of blame with what the blame is for, as far as their clause goes: "accused Norland <of the arson>"."""
    end = max(span.end, _clause(text, span).end)
    stop = _GOES_ON.search(text, span.end, end)
    return trim(text, Span(span.start, stop.start() if stop else end), " \t\r\n.,;")


def _clause(text: str, span: Span) -> Span:
    return next((c for c in clauses(text) if c.holds(span)), span)


def series(book: Book, among: Collection[Ref] | None = None) -> tuple[Series, ...]:
    """All figures worth following (or those `among` some), each with the others that count the same; a lone one is a
    series of one point.

    A handful that only one report counts is none: "two trucks", "one of the bridges".
    """
    articles = None if among is None else {ref.article for ref in among}
    known: dict[Ref, Figure] = {
        f.ref: f for key, reading in book.readings.items() if articles is None or key in articles
        for f in reading.figures if f.ref in book.entries and (among is None or f.ref in among)
    }  # fmt: skip
    pairs = ((e.a, e.b) for e in book.edges if e.kind == "series" and e.a in known and e.b in known)
    members = [[known[r] for r in sorted(group, key=book.when)] for group in groups(pairs, alone=known)]
    made = [(_series(book, some), some) for some in members]
    return tuple(
        sorted(
            (s for s, some in made if _followed(s) and not _only_promised(s, some)),
            key=lambda s: (s.what, s.where or "", s.id),
        )
    )


def _followed(series: Series) -> bool:
    only = series.points[0]
    if (series.unit or "").startswith("%"):
        return len(series.points) > 1
    return len(series.points) > 1 or series.what in CASUALTIES or only.op != "eq" or (only.low or 0) > HANDFUL


def _only_promised(series: Series, members: list[Figure]) -> bool:
    """Whether the points repeat one sum that somebody promised: "80,000 marks each", then the same sum paid out."""
    one = len(series.points) > 1 and len({(p.low, p.high) for p in series.points}) == 1
    return one and any(f.signs.promised for f in members) and all(is_money(f.quantity.unit) for f in members)


def _series(book: Book, members: list[Figure]) -> Series:
    first = members[0]
    points: dict[tuple[object, ...], Point] = {}
    for figure in members:
        point = _point(book, figure)
        same = (book.origin(point.article), point.op, point.low, point.high)
        if any(key[:4] == same and other.article != point.article for key, other in points.items()):
            continue  # a copy of the story tells it again
        points.setdefault((*same, point.source), point)
    where = next((f.place for f in members if f.place), None)
    return Series(first.ref.id, _what(book, first), where, first.quantity.unit, tuple(points.values()))


def _what(book: Book, figure: Figure) -> str:
    """What is counted, in the words of the first report."""
    of = words_of(book.record(figure.ref), figure.quantity.of)
    if figure.measure in CASUALTIES:
        return figure.measure
    if figure.measure.startswith(SHARE):
        return of or " ".join((*sorted(figure.kind), figure.measure.removeprefix(SHARE)))
    return of or figure.quantity.unit or figure.measure


def _point(book: Book, figure: Figure) -> Point:
    record, quantity = book.record(figure.ref), figure.quantity
    inside = [s for s in quantity.of if 0 <= s.start - quantity.span.end <= 3]
    span = hull([quantity.span, *inside])
    quote: Quote = book.quote(record, span)
    time = next((t for t in record.times if t.id == quantity.time), None)
    return Point(
        quote.article, quote.version, giver_name(book.reading(figure.ref), figure),
        quantity.op, quantity.low, quantity.high, time.last_day if time else None, *quote[2:],
    )  # fmt: skip
