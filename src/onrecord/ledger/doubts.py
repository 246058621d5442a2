"""What waits for a reviewer: the entries of each article with how doubtful each is and how much hangs on it, kept as a
list, so that the whole ledger can be asked for the most doubtful or the weightiest."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from onrecord.ledger.placing import is_deed, span
from onrecord.link.refs import Entry, refs, whole
from onrecord.model import Commitment, Denial, EntryKind, Event, Record, Ref, Span, Statement
from onrecord.model.record import to_plain
from onrecord.store.rows_derived import KeptRow, Standing

REVIEWED: tuple[EntryKind, ...] = ("commitment", "denial", "event", "statement")
"""Kinds of entries whose reading can be doubted as a whole; their numbers, times and places are checked with them."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """An entry by its permanent name, and where its anchor stands. `doubt` in thousandths; `weight`: the more, the more
    depends on it; `due` is its last day, ISO 8601; `alike` is the same for the same entry on the same words elsewhere.
    """

    id: str
    article: str
    version: str
    kind: EntryKind
    start: int
    end: int
    doubt: int
    weight: int
    due: str | None
    alike: str

    @property
    def ref(self) -> Ref:
        """The entry."""
        return Ref(self.article, self.version, self.kind, self.start, self.end)

    @property
    def name(self) -> str:
        """Its name in the list, in which those alike stand together."""
        return f"{self.alike}.{self.id}"


def doubtful(record: Record) -> Iterator[Doubtful]:
    """The entries of a record that can be reviewed."""
    for ref, entry in refs(record).items():
        if ref.kind in REVIEWED:
            evidence: Span = getattr(entry, "evidence", None) or whole(entry)
            quote = " ".join(evidence.of(record.article.text).split())
            alike = sha256(f"{ref.kind} {ref.start - evidence.start} {quote}".encode("utf-8", "replace")).hexdigest()
            doubt = round(1000 * (1 - float(getattr(entry, "confidence", 1.0))))
            due = entry.deadline.latest if isinstance(entry, Commitment) and entry.deadline else None
            weight = sum(n for n, _ in reasons(entry))
            yield Doubtful(
                ref.id, ref.article, ref.version, ref.kind, ref.start, ref.end, doubt, weight, due, alike[:12]
            )  # fmt: skip


def reasons(entry: Entry) -> Iterable[tuple[int, str]]:
    """What makes an entry weigh on any day, with its weight, in words: what others rest on comes before what stands for
    itself."""
    match entry:
        case Commitment():
            yield 4, ""
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


def unit(article: str) -> str:
    """The unit of what waits in an article."""
    return f"waiting:{sha256(article.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def row(one: Doubtful, standing: Standing, decided: Collection[Ref]) -> KeptRow:
    """The entry as a row of the list, for the days on which its record is in force."""
    first, last = span(one.due)
    place = (standing.moment[:10] or "9999", one.article, f"{one.start:09}", one.kind, one.id)
    return KeptRow(
        "waiting", unit(one.article), one.name, standing.from_day, standing.to_day, one.kind,
        "decided" if one.ref in decided else "open", first or None, last or None, standing.published, one.doubt,
        one.weight, standing.outlet_key or None, "\x01".join(place), "",
        json.dumps(to_plain(one), separators=(",", ":")),
    )  # fmt: skip
