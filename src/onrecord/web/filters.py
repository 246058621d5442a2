"""What a reader wants of each list. The pages and the API choose by the same code, so that they never disagree.

Every field is a parameter of an address; an empty one chooses everything. A value that means nothing is refused
with HTTPException 400.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from starlette.exceptions import HTTPException

from onrecord.export.deadlines import OPEN
from onrecord.export.printed import Source
from onrecord.ledger.listed import Rows, rows
from onrecord.ledger.placing import about, asked_for
from onrecord.link.words import stems
from onrecord.model import View
from onrecord.model.commitment import CommitmentKind
from onrecord.model.event import Factuality
from onrecord.model.statement import CueClass
from onrecord.model.view import CommitmentView, Dispute, DisputeType, EventView, Series, StatementView, Status, Story
from onrecord.store.rows_derived import Printing
from onrecord.web import asked
from onrecord.web.known import Known

STATUSES: tuple[str, ...] = ("open", *get_args(Status))
"""`open` are those that still run: pending, begun, put off."""
KINDS: tuple[str, ...] = get_args(CommitmentKind)
TERMS: dict[str, bool] = {"dated": True, "open": False}
"""Whether a commitment has one last day."""
DISPUTES: tuple[str, ...] = get_args(DisputeType)
CUES: tuple[str, ...] = get_args(CueClass)
FACTUALITIES: tuple[str, ...] = get_args(Factuality)


def days(**given: str) -> None:
    """Refuse what is no ISO 8601 day. HTTPException 400."""
    for name, value in given.items():
        if value and asked.day(value, name) != value:
            raise HTTPException(400, f"“{value[:40]}” is no day for {name}; write it as 2031-02-20.")


def _words(**given: str) -> None:
    for name, value in given.items():
        asked.words(value, name)


def one_of(known: Iterable[str], **given: str) -> None:
    """Refuse what is none of the known words. HTTPException 400."""
    for name, value in given.items():
        if value and value not in known:
            raise HTTPException(400, f"“{value[:40]}” is no {name}; there are {', '.join(known)}.")


def some_of(known: Iterable[str], **given: str) -> None:
    """Refuse where one of several words, with commas between them, is none of the known. HTTPException 400."""
    for name, value in given.items():
        for one in value.split(","):
            one_of(known, **{name: one})


def _some(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, value.split(","))))


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles by outlet and day of publication (ISO 8601, both days counted)."""

    outlet: str = ""
    published_from: str = ""
    published_to: str = ""

    def __post_init__(self) -> None:
        _words(outlet=self.outlet)
        days(published_from=self.published_from, published_to=self.published_to)

    @property
    def printing(self) -> Printing:
        """The same for the ledger."""
        return Printing(self.outlet, self.published_from, self.published_to)

    def pick(self, known: Known) -> Sequence[Source]:
        """The wanted ones, the latest first."""
        return known.pick(self.printing)


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements by who speaks, by words in them, by the class of their cue, and by their article."""

    actor: str = ""
    about: str = ""
    cue: str = ""

    def __post_init__(self) -> None:
        _words(actor=self.actor, about=self.about)
        one_of(CUES, cue=self.cue)

    def pick(self, view: View) -> Sequence[StatementView]:
        """The wanted ones in the view's order."""
        return rows(view.statements).only(kinds=_some(self.cue), words=asked_for(self.about, self.actor))


@dataclass(frozen=True, slots=True)
class Commitments:
    """Commitments by promisor, words in them (a place, too), kind, status, and last day of their term.

    Several kinds or statuses have commas between them. `term` asks for those with one last day, or for those without.
    """

    actor: str = ""
    about: str = ""
    kind: str = ""
    status: str = ""
    due_from: str = ""
    due_to: str = ""
    term: str = ""

    def __post_init__(self) -> None:
        _words(actor=self.actor, about=self.about)
        some_of(KINDS, kind=self.kind)
        some_of(STATUSES, status=self.status)
        one_of(TERMS, term=self.term)
        days(due_from=self.due_from, due_to=self.due_to)

    def pick(self, view: View) -> Sequence[CommitmentView]:
        """The wanted ones: those that wait for their outcome first, and of these the nearest to its deadline; without
        a deadline the latest made first."""
        return self.among(view).only(order="due")

    def among(self, view: View) -> Rows[CommitmentView]:
        """The wanted ones in the view's order."""
        statuses = [one for s in _some(self.status) for one in (sorted(OPEN) if s == "open" else (s,))]
        return rows(view.commitments).only(
            kinds=_some(self.kind), statuses=tuple(dict.fromkeys(statuses)), dated=TERMS.get(self.term),
            from_day=self.due_from, to_day=self.due_to, words=asked_for(self.about, self.actor),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Disputes:
    """Disputes by type, by who stands on a side, and by words in them."""

    actor: str = ""
    about: str = ""
    type: str = ""

    def __post_init__(self) -> None:
        _words(actor=self.actor, about=self.about)
        one_of(DISPUTES, type=self.type)

    def pick(self, view: View) -> Sequence[Dispute]:
        """The wanted ones in the view's order."""
        return rows(view.disputes).only(kinds=_some(self.type), words=asked_for(self.about, self.actor, "ab"))


@dataclass(frozen=True, slots=True)
class Numbers:
    """Series by words in what is counted and where, and by how many figures they have at least.

    A number that nothing else counts is no series to a reader; `at_least=1` has it.
    """

    about: str = ""
    at_least: int = 2

    def __post_init__(self) -> None:
        _words(about=self.about)

    def pick(self, view: View) -> Sequence[Series]:
        """The wanted ones, those with most figures first."""
        return rows(view.series).only(least=self.at_least, words=asked_for(self.about), order="longest")


@dataclass(frozen=True, slots=True)
class Stories:
    """Stories by words in their title and by how many independent origins they have at least."""

    about: str = ""
    origins: int = 1

    def __post_init__(self) -> None:
        _words(about=self.about)

    def pick(self, view: View) -> Sequence[Story]:
        """The wanted ones, those with most origins first."""
        return rows(view.stories).only(least=self.origins, words=asked_for(self.about), order="most")


@dataclass(frozen=True, slots=True)
class Events:
    """Events by who does it or to whom it is done, the beginning of their CAMEO code, place, factuality, words that
    tell of them, and day: where the text gives none, that of the report."""

    actor: str = ""
    cameo: str = ""
    place: str = ""
    factuality: str = ""
    day_from: str = ""
    day_to: str = ""
    about: str = ""

    def __post_init__(self) -> None:
        _words(actor=self.actor, cameo=self.cameo, place=self.place, about=self.about)
        one_of(FACTUALITIES, factuality=self.factuality)
        days(day_from=self.day_from, day_to=self.day_to)

    def pick(self, view: View) -> Sequence[EventView]:
        """The wanted ones in the view's order."""
        return self.among(view)

    def among(self, view: View) -> Rows[EventView]:
        """The wanted ones, of which fewer can be asked for."""
        place = ((about(self.place, "p"),),) if self.place and stems(self.place) else ()
        return rows(view.events).only(
            kinds=_some(self.factuality), code=self.cameo, from_day=self.day_from, to_day=self.day_to,
            words=(*place, *asked_for(self.about, self.actor, "ab")),
        )  # fmt: skip
