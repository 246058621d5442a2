"""What a ledger knows on a day, as the contract's ledger record (`onrecord.ledger/1`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal

from onrecord.model.commitment import CommitmentKind
from onrecord.model.edge import EntryKind
from onrecord.model.event import Factuality
from onrecord.model.place import PlaceKind
from onrecord.model.quantity import Op
from onrecord.model.record import to_plain
from onrecord.model.statement import CueClass, Polarity

SCHEMA: Literal["onrecord.ledger/1"] = "onrecord.ledger/1"

Status = Literal[
    "pending", "in_progress", "extended", "kept", "partly_kept", "broken", "overdue", "withdrawn", "lapsed",
    "carried_out", "not_carried_out",
]  # fmt: skip
Basis = Literal["evidence", "clock", "self_reported", "none"]
Step = Literal[
    "made", "reaffirmed", "extended", "narrowed", "withdrawn", "condition_met", "condition_failed", "progress",
    "fulfilled", "partly_fulfilled", "violated", "deadline_passed", "outcome_disputed", "corrected",
]  # fmt: skip
DisputeType = Literal["denial", "number", "contradiction", "responsibility"]


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement, quoted."""

    id: str
    speaker: str | None
    source: str | None
    via: str | None
    reported_by: tuple[str, ...]
    cue_class: CueClass | None
    origins: int
    article: str
    version: str | None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """One step in the life of a commitment. Without quote only for `deadline_passed`, the clock's word."""

    event: Step
    article: str | None = None
    version: str | None = None
    published: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """Where a commitment was first reported."""

    article: str
    version: str | None
    published: str | None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """The last deadline set: its words, and the last acceptable day (ISO 8601) where it could be resolved."""

    text: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """A commitment with its history and the status that follows from it."""

    id: str
    promisor: str | None
    promisor_actor: str | None
    promisee: str | None
    action: str | None
    kind: CommitmentKind
    polarity: Polarity
    condition: str | None
    deadline: Term | None
    status: Status
    late: bool
    basis: Basis
    outcome_disputed: bool
    reported_by: tuple[str, ...]
    origins: int
    made: Made
    history: tuple[HistoryItem, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute, quoted."""

    article: str
    version: str | None
    source: str | None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two reports that cannot both be right, or one that denies the other. Never settled here."""

    id: str
    type: DisputeType
    a: Side
    b: Side


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series. `as_of` is the ISO 8601 day that the text gives for it."""

    article: str
    version: str | None
    source: str | None
    op: Op
    low: float | None
    high: float | None
    as_of: str | None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Series:
    """One number over time."""

    id: str
    what: str
    where: str | None
    unit: str | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one matter; `origins` counts copies of one wire story once."""

    id: str
    title: str | None
    articles: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: `lat` and `lon` in degrees, and within how many kilometres of that point it is."""

    name: str
    kind: PlaceKind | None
    country: str | None
    lat: float
    lon: float
    radius_km: float | None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event as the articles report it; `entries` are the permanent names of all reports, the earliest first.

    `at` is its place where that could be found on the map, `trigger` the words that tell of it in the earliest report,
    `reported` the ISO 8601 day of that report.
    """

    id: str
    cameo: str | None
    source: str | None
    target: str | None
    date: str | None
    place: str | None
    factuality: Factuality
    articles: tuple[str, ...]
    origins: int
    entries: tuple[str, ...] = ()
    at: Spot | None = None
    trigger: str | None = None
    reported: str | None = None

    @property
    def day(self) -> str | None:
        """Its day, month or year by the text; where the text gives none, the day of the report."""
        return self.date or self.reported


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An entry that the outlet prints no more since the ISO 8601 day `withdrawn`: it stands in an earlier version of
    the article, or the outlet has corrected it, and then `correction` holds the words.

    `version` is the hash of the text that the quote stands in, `published` that version's date. Nothing of this is the
    speaker's doing: a promise that was taken back has the status `withdrawn`.
    """

    id: str
    kind: EntryKind
    who: str | None
    what: str | None
    withdrawn: str
    article: str
    version: str
    published: str | None
    quote: str
    start: int
    end: int
    correction: HistoryItem | None = None


@dataclass(frozen=True, slots=True)
class View:
    """All that was known on the day `as_of` (ISO 8601), sorted, free of ingestion times.

    Its lists may be tuples, or sequences that are read as they are asked for.
    """

    as_of: str
    articles: int
    statements: Sequence[StatementView] = ()
    commitments: Sequence[CommitmentView] = ()
    disputes: Sequence[Dispute] = ()
    series: Sequence[Series] = ()
    stories: Sequence[Story] = ()
    copies: Sequence[tuple[str, ...]] = ()
    events: Sequence[EventView] = ()
    withdrawn: Sequence[Withdrawn] = ()

    def to_json(self) -> dict[str, Any]:
        """The contract's ledger record as plain dicts and lists, every key present."""
        lists = {f.name: [to_plain(one) for one in getattr(self, f.name)] for f in fields(self)[2:]}
        return {"schema": SCHEMA, "as_of": self.as_of, "articles": self.articles, **lists}
