"""What waits for a reviewer: the entries of a ledger, the most doubtful or the weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from onrecord.export.printed import Printed, Source, Sources, source
from onrecord.export.wording import days_until
from onrecord.ledger import Ledger
from onrecord.ledger.doubts import REVIEWED, Doubtful, reasons
from onrecord.ledger.listed import Rows
from onrecord.link.refs import Entry, refs, whole
from onrecord.model import Commitment, Record, Ref, Span
from onrecord.model.correction import Correction
from onrecord.store.listing import SOON
from onrecord.web.filters import Articles, one_of
from onrecord.web.notes import Note, notes

By = Literal["doubt", "importance"]
STATES = ("open", "decided", "all")


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

    def pick(self, waiting: Rows[Doubtful], among: Articles) -> Rows[Doubtful]:
        """The wanted ones of these articles."""
        return waiting.only(
            kinds=(self.kind,) if self.kind else (), statuses=() if self.state in ("", "all") else (self.state,),
            whose=among.outlet.casefold(), placed_from=among.published_from, placed_to=among.published_to,
            order="weight" if self.by == "importance" else "doubt",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry with its words. `doubt` 0 to 1; `why` says in words what makes it weigh.

    `copies` are the other articles that print the same words, with the same entry on them.
    """

    ref: Ref
    record: Record
    words: Printed
    anchor: Span
    doubt: float
    why: tuple[str, ...]
    decisions: tuple[Correction, ...]
    copies: tuple[Source, ...] = ()

    @property
    def name(self) -> str:
        """Its permanent name."""
        return self.ref.id


def waiting(ledger: Ledger, known: Sources, some: Sequence[Doubtful], as_of: str) -> list[Waiting]:
    """The entries in their order, what several articles print alike once; what was removed meanwhile is left out."""
    keys = dict.fromkeys(one.article for one in some)
    read = {record.article.id: (record, refs(record), told) for record, told in ledger.reviewed(list(keys), as_of)}
    found: dict[str, Waiting] = {}
    for one in some:
        record, named, told = read.get(one.article, (None, {}, {}))
        if record is None or one.ref not in named:
            continue
        line = _line(record, known, one, named[one.ref], told.get(one.ref, []), as_of)
        first = found.setdefault(one.alike, line)
        if first is not line:
            found[one.alike] = replace(first, copies=(*first.copies, line.words.source))
    return list(found.values())


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


def _line(
    record: Record, known: Sources, one: Doubtful, entry: Entry, decisions: list[Correction], as_of: str
) -> Waiting:  # fmt: skip
    evidence: Span = getattr(entry, "evidence", None) or whole(entry)
    printed = Printed(evidence.of(record.article.text), *evidence, known.get(one.article) or source(record.article))
    why = tuple(words for words in (*_pressing(entry, as_of), *(told for _, told in reasons(entry))) if words)
    return Waiting(one.ref, record, printed, Span(one.start, one.end), one.doubt / 1000, why, tuple(decisions))


def _pressing(entry: Entry, as_of: str) -> Iterable[str]:
    """Whether a commitment is near its last day, in words."""
    if isinstance(entry, Commitment) and entry.deadline:
        days = days_until(entry.deadline.latest, as_of)
        if days is not None and abs(days) <= SOON:
            yield "its deadline is near" if days >= 0 else "its deadline has just passed"
