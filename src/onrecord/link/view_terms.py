"""The term of a commitment on a day: what each step sets, and which is the last one."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.link.book import Book, Quote
from onrecord.link.cues import listed, plain
from onrecord.link.status import Terms
from onrecord.link.topic import Topic
from onrecord.link.words import stem
from onrecord.model import Commitment, Deadline, Edge, Record, Ref
from onrecord.model.moment import day
from onrecord.model.view import Step, Term

DATED: frozenset[Step] = frozenset({"extended", "corrected"})
"""Steps that set a day."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One step with its words, the day of the deed where the text gives it, and the new term that it sets.

    `undone`: it only says that the day went by and nothing was done.
    """

    event: Step
    ref: Ref
    quote: Quote
    published: str | None
    day: str | None
    own_word: bool
    term: Term | None
    undone: bool = False


def commitment(book: Book, ref: Ref) -> Commitment:
    """The commitment of that name. TypeError where it is another kind of entry."""
    entry = book.entries[ref]
    if not isinstance(entry, Commitment):
        raise TypeError(f"{ref.id} is no commitment")
    return entry


def outlet(book: Book, ref: Ref) -> str:
    """Whose article an entry stands in, in small letters; "" where it is not known."""
    return (book.record(ref).article.outlet or "").casefold()


def new_term(book: Book, first: Ref, edge: Edge, span: tuple[int, int]) -> Term | None:
    """The term that a step sets: the entry's own, or a date in its words that is not the old one.

    Of several the last counts. A correction may set an earlier day, and says which was wrong ("not 19 May").
    """
    record, entry = book.record(edge.b), book.entries.get(edge.b)
    if isinstance(entry, Commitment):
        return term_of(record, entry.deadline)
    before = commitment(book, first).deadline
    old = before.latest[:10] if before and before.latest else None
    text, today = record.article.text, day(record.article.published) or ""
    made = book.day(first.article) or ""
    span = _with_new_day(book, edge.b, span) if edge.kind == "extended" else span
    found = [
        (t.last_day, t.span) for t in record.times
        if t.last_day and t.type in ("DATE", "TIME") and span[0] <= t.span.start < span[1] and t.last_day != old
        and t.last_day > (made if edge.kind == "corrected" else today)
        and not set(plain(text[span[0] : t.span.start]).split()[-2:]) & listed("pattern", "negative")
        and not set(plain(text[span[0] : t.span.start]).split()[-4:]) & listed("pattern", "old")
    ]  # fmt: skip
    if not found or edge.kind not in DATED:
        return None
    latest, words = max(found)
    return Term(" ".join(words.of(text).split()), latest)


def _with_new_day(book: Book, ref: Ref, span: tuple[int, int]) -> tuple[int, int]:
    """The words of a step, with the next sentence where that gives the new day ("It will now open on 4 May")."""
    reading = book.reading(ref)
    behind = next((s for s in reading.sentences if s.start >= span[1]), None)
    words = plain(behind.of(reading.text)).split() if behind else []
    goes_on = words[:1] in (["it"], ["they"], ["that"]) and "now" in words[:5]
    return (span[0], behind.end) if behind and goes_on else span


def term_of(record: Record, deadline: Deadline | None) -> Term | None:
    """A deadline with its words and its last day."""
    if deadline is None:
        return None
    words = " ".join(deadline.span.of(record.article.text).split()) if deadline.span else None
    return Term(words, deadline.latest[:10] if deadline.latest else None)


def last_term(book: Book, members: list[Ref], first: Ref, steps: list[Happened]) -> tuple[Term | None, bool]:
    """The last term set, and whether the clock may speak of it: not where it was put off to a day that nobody named.

    Reports of one commitment fill in what the first leaves out.
    """
    term = term_of(book.record(first), commitment(book, first).deadline)
    for member in members:
        other = term_of(book.record(member), commitment(book, member).deadline)
        if other and (term is None or (term.latest is None and other.latest and member.article != first.article)):
            term = other
    known = True
    for step in steps:
        if step.event == "extended":
            before = term.latest if term and term.latest else ""
            known = bool(step.term and step.term.latest and step.term.latest > before)
            term = step.term if known else term
        elif step.event == "corrected" and step.term and step.term.latest and not _of_others(book, members, step):
            term, known = step.term, True
    return term, known


def _of_others(book: Book, members: list[Ref], step: Happened) -> bool:
    """Whether another outlet, which has it from nobody else, gave a day that this correction sets otherwise."""
    own = {book.origin(m.article) for m in members if outlet(book, m) == outlet(book, step.ref)}
    for member in members:
        given = term_of(book.record(member), commitment(book, member).deadline)
        apart = book.origin(member.article) not in own and outlet(book, member) != outlet(book, step.ref)
        if own and apart and given and given.latest and step.term and given.latest != step.term.latest:
            return True
    return False


def terms(entry: Commitment, about: Topic, term: Term | None, known: bool) -> Terms:
    """What the clock and the status rules need of a commitment; `known`: whether its last term names a day."""
    return Terms(entry.kind, term.latest if term and known else None, _lasting(entry, about))


def _lasting(entry: Commitment, about: Topic) -> bool:
    """Whether it is kept by letting its term run out: to refrain, or to keep something up until a date. That nobody
    will stay beyond a date is something to be done."""
    if entry.polarity == "-":
        return about.verb not in {stem(v) for v in listed("verbs", "staying")}
    return entry.deadline is not None and entry.deadline.type == "until"
