"""What waits for a reviewer: the entries of some articles, the most doubtful or the weightiest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

from onrecord.export.printed import Printed, Source, Sources, source
from onrecord.export.wording import days_until, is_deed
from onrecord.ledger import Ledger
from onrecord.link.refs import Entry, refs, whole
from onrecord.model import Commitment, Denial, Event, Record, Ref, Span, Statement
from onrecord.model.correction import Correction
from onrecord.web.filters import one_of
from onrecord.web.notes import Note, notes

By = Literal["doubt", "importance"]
REVIEWED = ("commitment", "denial", "event", "statement")
"""Kinds of entries whose reading can be doubted as a whole; their numbers, times and places are checked with them."""
STATES = ("open", "decided", "all")
SOON = 14
"""Days before and after its deadline in which a commitment counts as pressing."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries: of what kind, in which state, and in which order."""

    kind: str = ""
    state: str = "open"
    by: str = "doubt"

    def __post_init__(self) -> None:
        one_of(REVIEWED, kind=self.kind)
        one_of(STATES, state=self.state)
        one_of(get_args(By), by=self.by)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry with its words. `doubt` 0 to 1; `weight`: the more, the more depends on it; `why` says so in words.

    `copies` are the other articles that print the same words, with the same entry on them.
    """

    ref: Ref
    record: Record
    words: Printed
    anchor: Span
    doubt: float
    weight: int
    why: tuple[str, ...]
    decisions: tuple[Correction, ...]
    copies: tuple[Source, ...] = ()

    @property
    def name(self) -> str:
        """Its permanent name."""
        return self.ref.id


def waiting(ledger: Ledger, known: Sources, keys: Collection[str], wanted: Wanted, as_of: str) -> list[Waiting]:
    """The wanted entries of these articles, what several of them print alike once."""
    found: dict[tuple[str, str, int], Waiting] = {}
    for record, decided in ledger.reviewed(keys, as_of):
        for ref, entry in refs(record).items():
            if ref.kind in REVIEWED and wanted.kind in ("", ref.kind) and _in_state(wanted, decided.get(ref)):
                one = _line(record, known, ref, entry, decided.get(ref, []), as_of)
                alike = (ref.kind, " ".join(one.words.quote.split()), ref.start - one.words.start)
                first = found.setdefault(alike, one)
                if first is not one:
                    found[alike] = replace(first, copies=(*first.copies, one.words.source))
    return sorted(found.values(), key=lambda w: _order(w, wanted.by))


def noted(shown: Iterable[Waiting]) -> list[tuple[Waiting, Note]]:
    """The entries that are shown, each with what it says in words."""
    by_article: dict[str, dict[str, Note]] = {}
    pairs = []
    for one in shown:
        key = one.ref.article
        if key not in by_article:
            by_article[key] = {note.name: note for note in notes(one.record)}
        pairs.append((one, by_article[key][one.name]))
    return pairs


def _order(one: Waiting, by: str) -> tuple[float, float, str]:
    first, second = (-one.doubt, -one.weight) if by == "doubt" else (-one.weight, -one.doubt)
    return first, second, one.name


def _in_state(wanted: Wanted, decisions: list[Correction] | None) -> bool:
    return wanted.state == "all" or (wanted.state == "decided") == bool(decisions)


def _line(record: Record, known: Sources, ref: Ref, entry: Entry, decisions: list[Correction], as_of: str) -> Waiting:
    evidence: Span = getattr(entry, "evidence", None) or whole(entry)
    printed = Printed(evidence.of(record.article.text), *evidence, known.get(ref.article) or source(record.article))
    why = tuple(_why(entry, as_of))
    doubt = round(1 - float(getattr(entry, "confidence", 1.0)), 3)
    weight, words = sum(n for n, _ in why), tuple(w for _, w in why if w)
    return Waiting(ref, record, printed, Span(ref.start, ref.end), doubt, weight, words, tuple(decisions))


def _why(entry: Entry, as_of: str) -> Iterable[tuple[int, str]]:
    """What makes an entry weigh, with its weight: what others rest on comes before what stands for itself."""
    match entry:
        case Commitment():
            yield 4, ""
            days = days_until(entry.deadline.latest if entry.deadline else None, as_of)
            if days is not None and abs(days) <= SOON:
                yield 3, "its deadline is near" if days >= 0 else "its deadline has just passed"
            if entry.kind in ("ultimatum", "threat"):
                yield 1, "a threat"
        case Denial():
            yield 3, "one side of a dispute"
        case Event():
            yield 1, ""
            if entry.factuality in ("happened", "ongoing") and is_deed(entry.cameo):
                yield 1, ""
            if abs(entry.goldstein or 0) >= 9:
                yield 2, "grave if it is so"
        case Statement() if entry.cue_class in ("deny", "admit", "promise", "threaten"):
            yield 2, ""
        case _:
            yield 0, ""
