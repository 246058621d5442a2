"""Commitments on a day: reports of one joined, its history in order, the status that follows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from onrecord.link.book import Book
from onrecord.link.groups import groups
from onrecord.link.known_as import person_named
from onrecord.link.naming import named
from onrecord.link.outcomes import LEFT_UNDONE
from onrecord.link.spans import around, words_of
from onrecord.link.status import Happening, Outcome, outcome
from onrecord.link.topic import told_back
from onrecord.link.view_terms import DATED, Happened, commitment, last_term, new_term, outlet, terms
from onrecord.link.who import Party, party, tie
from onrecord.model import Commitment, Edge, Record, Ref, Span, Statement, hull
from onrecord.model.moment import day, moment
from onrecord.model.view import CommitmentView, HistoryItem, Made, Step, Term

OUTCOMES: dict[str, Step] = {
    "reaffirmed": "reaffirmed", "extended": "extended", "narrowed": "narrowed", "withdrawn": "withdrawn",
    "condition_met": "condition_met", "condition_failed": "condition_failed", "progress": "progress",
    "fulfilled": "fulfilled", "partly_fulfilled": "partly_fulfilled", "violated": "violated",
    "outcome_disputed": "outcome_disputed", "corrected": "corrected",
}  # fmt: skip


def commitments(book: Book, as_of: str, among: Collection[Ref] | None = None) -> tuple[CommitmentView, ...]:
    """All commitments that somebody asserts (or those `among` some), by the day on which each was first reported."""
    entries = {r: e for r, e in book.some(among) if isinstance(e, Commitment) and e.existence != "denied"}
    pairs = ((e.a, e.b) for e in book.edges if e.kind == "same" and e.a in entries and e.b in entries)
    return in_order(_view(book, sorted(group, key=book.when), as_of) for group in groups(pairs, alone=entries))


def in_order(made: Iterable[CommitmentView]) -> tuple[CommitmentView, ...]:
    """Commitments by the day on which each was first reported, undated last."""
    return tuple(sorted(made, key=lambda c: (moment(c.made.published) or "9999", c.made.article, c.made.start, c.id)))


def _view(book: Book, members: list[Ref], as_of: str) -> CommitmentView:
    """One commitment; the earliest member names it."""
    first = _namesake(book, members)
    record, entry = book.record(first), commitment(book, first)
    steps = _steps(book, members, first)
    term, moved = last_term(book, members, first, steps)
    about = book.reading(first).topics[entry.id]
    found = outcome(terms(entry, about, term, moved), [_happening(s) for s in steps], as_of)
    made = book.quote(record, entry.evidence)
    return CommitmentView(
        id=first.id, promisor=words_of(record, entry.promisor),
        promisor_actor=person_named(book, first, entry.promisor_actor, {m.article for m in members}),
        promisee=words_of(record, entry.promisee), action=words_of(record, entry.action), kind=entry.kind,
        polarity=entry.polarity, condition=words_of(record, entry.condition), deadline=term, status=found.status,
        late=found.late, basis=found.basis, outcome_disputed=found.disputed,
        reported_by=tuple(w for w in (named(record, (s,)) for s in entry.reported_by) if w),
        origins=book.origins(_reporting(book, members)),
        made=Made(made.article, made.version, record.article.published, *made[2:]),
        history=_history(book, first, steps, found, term),
    )  # fmt: skip


def _reporting(book: Book, members: list[Ref]) -> list[str]:
    """The articles that report the commitment; those that only look back on it where there are no others."""
    fresh = [m.article for m in members if not told_back(book.record(m), commitment(book, m))]
    return fresh or [m.article for m in members]


def _namesake(book: Book, members: list[Ref]) -> Ref:
    """The member that names the group: the earliest, of one article the first that makes the commitment."""
    day = [m for m in members if m.article == members[0].article]
    return next((m for m in day if commitment(book, m).operation == "make"), members[0])


def _steps(book: Book, members: list[Ref], first: Ref) -> list[Happened]:
    """What is reported to have become of any member, in order; the same step in copies of one story once."""
    inside = set(members)
    found: dict[tuple[str, str], Happened] = {}
    for edge in _of(book, inside):
        step = _happened(book, first, edge)
        key = (step.event, book.origin(edge.b.article))
        if key not in found or _better(step, found[key]):
            found[key] = step
    for member in members:
        entry = commitment(book, member)
        if member.article != first.article and entry.deadline and _mends(book, member):
            key = ("corrected", book.origin(member.article))
            found.setdefault(key, _happened(book, first, Edge("corrected", first, member, "correction")))
        if entry.operation in ("extend", "withdraw") and not any(e.b == member for e in _of(book, inside)):
            edge = Edge("extended" if entry.operation == "extend" else "withdrawn", first, member, "operation")
            found.setdefault((OUTCOMES[edge.kind], book.origin(member.article)), _happened(book, first, edge))
    steps = sorted(found.values(), key=lambda s: (book.when(s.ref), s.event))
    return _plausible(_without_corrected(book, members, steps))


def _without_corrected(book: Book, members: list[Ref], steps: list[Happened]) -> list[Happened]:
    """Without the outcomes that their own outlet corrected later, where it sets no date right; and without corrections
    by outlets that had reported nothing of it themselves."""
    makers = {outlet(book, member) for member in members}

    def corrects(later: Happened, step: Happened) -> bool:
        own = outlet(book, later.ref) == outlet(book, step.ref) != "" and later.published != step.published
        return own and later.event == "corrected" and later.term is None

    def own(step: Happened, n: int) -> bool:
        told = makers | {outlet(book, s.ref) for s in steps[:n] if s.event != "corrected"}
        return step.event != "corrected" or outlet(book, step.ref) in told

    kept = [step for n, step in enumerate(steps) if own(step, n)]
    return [
        step for n, step in enumerate(kept)
        if step.event in ("corrected", "reaffirmed") or not any(corrects(later, step) for later in kept[n + 1 :])
    ]  # fmt: skip


def _mends(book: Book, member: Ref) -> bool:
    """Whether a report of a commitment stands where its outlet corrects itself."""
    evidence = commitment(book, member).evidence
    return any(c.corrects and c.span.overlaps(evidence) for c in book.reading(member).clauses_read)


def _of(book: Book, members: set[Ref]) -> list[Edge]:
    return [e for e in book.edges_from(members) if e.kind in OUTCOMES]


def _better(step: Happened, other: Happened) -> bool:
    """An entry of its own tells more than a passage; then one that sets a date; then a witness; then the earlier."""

    def rank(one: Happened) -> tuple[bool, bool, bool, tuple[str, int]]:
        return (
            one.ref.kind == "passage",
            one.event in DATED and one.term is None,
            one.own_word,
            (one.quote.article, one.quote.start),
        )

    return rank(step) < rank(other)


def _plausible(steps: list[Happened]) -> list[Happened]:
    """Without doubts about an outcome that nobody had reported yet. From then on "it was not done" is such a doubt.

    Words that report the deed itself neither take the promise back nor break it.
    """
    kept: list[Happened] = []
    deeds = {s.quote for s in steps if s.event in ("fulfilled", "partly_fulfilled")}
    for step in steps:
        if step.event in ("withdrawn", "violated") and step.quote in deeds:
            continue
        done = any(s.event in ("fulfilled", "partly_fulfilled") for s in kept)
        if step.event == "outcome_disputed" and not done:
            continue
        kept.append(replace(step, event="outcome_disputed") if step.undone and done else step)
    return kept


def _happened(book: Book, first: Ref, edge: Edge) -> Happened:
    record, entry = book.record(edge.b), book.entries.get(edge.b)
    span = entry.evidence if isinstance(entry, Commitment) else hull([(edge.b.start, edge.b.end)])
    promisor = _promisor(book.record(first), commitment(book, first))
    tellers = book.reading(first).topics[commitment(book, first).id].tellers
    telling = around(record, span) or [
        s for s in record.statements if s.cue_class in ("say", "assert", "admit") and _all_of(s).holds(Span(*span))
    ]
    own = bool(telling) and all(
        any(_ties(record, s.source, s.speaker, one) for one in (promisor, *tellers)) for s in telling
    )
    return Happened(
        OUTCOMES[edge.kind], edge.b, book.quote(record, span), record.article.published, _day(record, span), own,
        new_term(book, first, edge, span), edge.rule == LEFT_UNDONE,
    )  # fmt: skip


def _all_of(told: Statement) -> Span:
    """From the first to the last word of a statement, its source and its cue: all of a short sentence."""
    found = hull((*told.content, *told.cue, *told.source))
    return Span(found[0], found[1] + 1)  # with the full stop


def _promisor(record: Record, entry: Commitment) -> Party | None:
    return party(record, entry.promisor, entry.promisor_actor)


def _ties(record: Record, spans: tuple, speaker: str | None, promisor: Party | None) -> bool:  # type: ignore[type-arg]
    return tie(party(record, spans, speaker), promisor) is not None


def _day(record: Record, span: tuple[int, int]) -> str | None:
    """The day of a deed: the last day that a date in its clause can mean, not after publication; a date in what
    somebody says goes before the day on which he says it."""
    published = day(record.article.published) or ""
    days = [
        (t.last_day, t.span) for t in record.times
        if t.last_day and t.type in ("DATE", "TIME") and span[0] <= t.span.start < span[1] and t.last_day <= published
    ]  # fmt: skip
    said = around(record, span)[-1:]
    inside = [last for last, at in days for s in said if any(c.holds(at) for c in s.content)]
    return max(inside or [last for last, _ in days], default=published or None)


def _happening(step: Happened) -> Happening:
    return Happening(step.event, step.day, step.own_word)


def _history(
    book: Book, first: Ref, steps: list[Happened], found: Outcome, term: Term | None
) -> tuple[HistoryItem, ...]:
    record = book.record(first)
    made = book.quote(record, commitment(book, first).evidence)
    items = [HistoryItem("made", made.article, made.version, record.article.published, *made[2:])]
    items += [HistoryItem(s.event, s.quote.article, s.quote.version, s.published, *s.quote[2:]) for s in steps]
    if found.deadline_passed:
        items.append(HistoryItem("deadline_passed", published=term.latest if term else None))
    return tuple(items)
