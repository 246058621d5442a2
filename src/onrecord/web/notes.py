"""The side list of an article: every entry as a note with its words, its marks, and what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.export import wording
from onrecord.link.refs import Entry, refs
from onrecord.model import Commitment, Denial, Event, Place, Quantity, Record, Ref, Span, Spans, Statement, Time
from onrecord.web.marks import Mark

KINDS: dict[str, tuple[str, str]] = {
    "statement": ("S", "Statements"), "commitment": ("C", "Commitments"), "denial": ("D", "Denials and doubts"),
    "event": ("E", "Events"), "quantity": ("Q", "Quantities"), "time": ("T", "Times"), "place": ("P", "Places"),
}  # fmt: skip
"""What is highlighted: kind, the letter of its numbers, title of its list."""
NUMBERED = frozenset({"statement", "commitment", "denial", "event"})
"""Kinds that bear their number in the text."""


@dataclass(frozen=True, slots=True)
class Note:
    """One entry: `code` as in the text ("S3"), `head` and `words` for people, `facts` what else is known of it."""

    name: str
    kind: str
    code: str
    head: str
    words: str
    facts: tuple[str, ...]
    mark: Mark


def notes(record: Record) -> tuple[Note, ...]:
    """The notes of a record, numbered within each kind, in text order."""
    found, numbers = [], Counter[str]()
    for ref, entry in refs(record).items():
        if ref.kind in KINDS:
            numbers[ref.kind] += 1
            found.append(_note(record, ref, entry, numbers[ref.kind]))
    return tuple(sorted(found, key=lambda n: (list(KINDS).index(n.kind), int(n.code[1:]))))


def _note(record: Record, ref: Ref, entry: Entry, number: int) -> Note:
    spans = tuple((span, role) for span, role in _spans(entry) if span.end > span.start)
    mark = Mark(ref.id, ref.kind, spans or ((Span(ref.start, ref.end), ref.kind),))
    head, words, facts = _told(record, entry)
    shown = tuple(fact for fact in facts if fact)
    return Note(ref.id, ref.kind, f"{KINDS[ref.kind][0]}{number}", head, words, shown, mark)


def _spans(entry: Entry) -> Iterator[tuple[Span, str]]:
    """What is highlighted, the narrower parts last."""
    match entry:
        case Statement():
            yield from _as("content", entry.content)
            yield from _as("source", entry.source)
            yield from _as("cue", entry.cue)
        case Commitment():
            yield from _as("content", entry.action)
            if entry.deadline and entry.deadline.span:
                yield entry.deadline.span, "deadline"
            yield from _as("cue", entry.cue)
        case Denial():
            yield from _as("content", entry.denied)
            yield from _as("source", entry.denier)
            yield from _as("cue", entry.cue)
        case Event():
            yield from _as("trigger", entry.trigger)
        case Quantity() | Time() | Place():
            yield entry.span, "value"
        case _:
            return


def _as(role: str, spans: Spans) -> Iterator[tuple[Span, str]]:
    for span in spans:
        yield span, role


def _told(record: Record, entry: Entry) -> tuple[str, str, tuple[str | None, ...]]:
    match entry:
        case Statement():
            return _statement(record, entry)
        case Commitment():
            return _commitment(record, entry)
        case Denial():
            return _denial(record, entry)
        case Event():
            return _event(record, entry)
        case Quantity():
            return _quantity(record, entry)
        case Time():
            days = _between(entry.earliest, entry.latest) or "no day that could be told"
            return _text(record, (entry.span,)), "", (entry.type.lower(), entry.value, days)
        case Place():
            return _place(record, entry)
    return _text(record, ()), "", ()


def _statement(record: Record, s: Statement) -> tuple[str, str, tuple[str | None, ...]]:
    printed = _text(record, s.source)
    who = _actor(record, s.speaker) or printed or "nobody named"
    cue = wording.CUE[s.cue_class] if s.cue_class else "said"
    return f"{who} {cue}", _text(record, s.content), (
        f"as “{printed}”" if printed and printed != who else None,
        f"through {_text(record, s.via)}" if s.via else None,
        f"to {_text(record, s.addressee)}" if s.addressee else None,
        f"within {_outer(record, s.parent)}" if s.parent else None,
        f"{s.certainty}" if s.certainty in ("probable", "possible") else None,
        "in the negative" if s.polarity == "-" else None,
    )  # fmt: skip


def _commitment(record: Record, c: Commitment) -> tuple[str, str, tuple[str | None, ...]]:
    who = _actor(record, c.promisor_actor) or _text(record, c.promisor) or "somebody unnamed"
    term, old = c.deadline, c.old_deadline
    doing = {"make": c.kind, "reaffirm": f"{c.kind}, repeated", "extend": f"{c.kind}, put off",
             "withdraw": f"{c.kind}, taken back"}[c.operation]  # fmt: skip
    chain = [_text(record, (span,)) for span in c.reported_by]
    return f"{who}: {doing}", wording.deed(_text(record, c.action) or None, c.polarity), (
        f"to {_text(record, c.promisee)}" if c.promisee else None,
        _term(record, "deadline", term.span, term.latest) if term else "no deadline",
        _term(record, "instead of", old.span, old.latest) if old else None,
        f"condition: {_text(record, c.condition)}" if c.condition else None,
        f"according to {', according to '.join(chain)}" if chain else None,
        f"that it was made is {c.existence}" if c.existence != "asserted" else None,
    )  # fmt: skip


def _term(record: Record, label: str, span: Span | None, latest: str | None) -> str:
    said = f"“{_text(record, (span,))}”" if span else ""
    return " ".join(w for w in (label, said, f"({latest})" if latest else "") if w)


def _denial(record: Record, d: Denial) -> tuple[str, str, tuple[str | None, ...]]:
    who = _actor(record, d.denier_actor) or _text(record, d.denier) or "nobody named"
    facts = (f"answers {_outer(record, d.target)}" if d.target else None,)
    return f"{who} {'denied' if d.kind == 'denial' else 'doubted'}", _text(record, d.denied), facts


def _event(record: Record, e: Event) -> tuple[str, str, tuple[str | None, ...]]:
    sides = [", ".join(_actor(record, p.actor) or (_text(record, (p.span,)) if p.span else p.country or "")
                       for p in side) for side in e.sides]  # fmt: skip
    head = f"{sides[0] or 'Somebody'} {wording.event(e.cameo)}{f' ({sides[1]})' if sides[1] else ''}"
    time = next((t for t in record.times if t.id == e.time), None)
    place = next((p.name for p in record.places if p.id == e.place), None)
    return head, _text(record, e.trigger), (
        wording.FACTUALITY[e.factuality],
        f"according to {_outer(record, e.statement)}" if e.statement else None,
        _between(time.earliest, time.latest) if time else None, place,
        f"CAMEO {e.cameo}" if e.cameo else None, f"PLOVER {e.plover.type}" if e.plover else None,
    )  # fmt: skip


def _quantity(record: Record, q: Quantity) -> tuple[str, str, tuple[str | None, ...]]:
    place = next((p.name for p in record.places if p.id == q.place), None)
    value = f"{wording.amount(q.op, q.low, q.high)}{f' {q.unit}' if q.unit else ''}"
    return _text(record, (q.span,)), "", (value, f"of: {_text(record, q.of)}" if q.of else None, place)


def _place(record: Record, p: Place) -> tuple[str, str, tuple[str | None, ...]]:
    point = f"{p.lat:.2f}, {p.lon:.2f}" if p.lat is not None and p.lon is not None else "no point on the map"
    named = p.name if p.name != _text(record, (p.span,)) else None
    use = "stands for those who govern there" if p.use == "metonymic" else p.kind
    return _text(record, (p.span,)), "", (named, use, p.country, point)


def _between(earliest: str | None, latest: str | None) -> str | None:
    if not earliest or not latest:
        return earliest or latest
    return earliest if earliest == latest else f"{earliest} to {latest}"


def _text(record: Record, spans: Spans) -> str:
    """The words, pieces joined by an ellipsis, line breaks as blanks."""
    return " … ".join(" ".join(span.of(record.article.text).split()) for span in spans)


def _actor(record: Record, name: str | None) -> str | None:
    return next((a.name for a in record.actors if a.id == name), None) if name else None


def _outer(record: Record, name: str | None) -> str:
    """Whose statement that is."""
    found = next((s for s in record.statements if s.id == name), None)
    if found is None:
        return "a statement"
    return _actor(record, found.speaker) or _text(record, found.source) or "a statement by nobody named"
