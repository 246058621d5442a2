"""What a timeline shows: events, statements and commitments, each with the days from and to which it reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from onrecord.export import wording
from onrecord.export.printed import Printed, Sources, printed
from onrecord.ledger.placing import span
from onrecord.model import View
from onrecord.model.view import CommitmentView, EventView, StatementView
from onrecord.web.filters import Commitments, Events, Statements, days, one_of

Kind = Literal["promise", "event", "statement"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Entry = CommitmentView | EventView | StatementView
LONGEST = 150
"""Characters of a quotation in a line of the table; the entry's own page has all of it."""
TELLING = frozenset({"deny", "admit", "promise", "threaten"})
"""Statements that are looked at before others."""
STEPS = 24
"""Stretches of time that a reader can choose from, at most about."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry on the line of time, from one ISO 8601 day to another, both "" where no day is known.

    `told` says that the text gives the day; else it is that of the report. `state` is the status of a commitment, the
    factuality of an event, the class of a statement's cue.
    """

    kind: Kind
    view: Entry
    first: str
    last: str
    told: bool
    state: str

    @property
    def place(self) -> tuple[bool, str, str, int, str]:
        """Where it stands in the table: by day, those without one last."""
        return not self.first, self.first, self.last, KINDS.index(self.kind), self.view.id

    @property
    def weight(self) -> tuple[int, float, str]:
        """How soon a reader looks at it where not all can be shown; like ones by their names, which scatters them."""
        match self.view:
            case CommitmentView() as c:
                return 3, 100.0 * (c.status not in ("pending", "in_progress")) + c.origins, c.id
            case EventView() as e:
                return 2 if e.factuality in ("happened", "ongoing") else 1, wording.weight(e.cameo) + e.origins, e.id
            case StatementView() as s:
                return 1, 10.0 * (s.cue_class in TELLING) + s.origins, s.id


@dataclass(frozen=True, slots=True)
class Moments:
    """Entries by kind, by who acts or speaks, by words in them or their place, and by day, both days counted."""

    actor: str = ""
    about: str = ""
    kind: str = ""
    day_from: str = ""
    day_to: str = ""

    def __post_init__(self) -> None:
        one_of(KINDS, kind=self.kind)
        days(day_from=self.day_from, day_to=self.day_to)
        Statements(self.actor, self.about)

    def pick(self, every: Iterable[Moment]) -> list[Moment]:
        """The wanted ones in their order."""
        return [m for m in every if self.kind in ("", m.kind) and self._within(m) and self._holds(m.view)]

    def _within(self, m: Moment) -> bool:
        if not (self.day_from or self.day_to):
            return True
        return bool(m.first) and self.day_from <= m.last and m.first <= (self.day_to or "9999-12-31")

    def _holds(self, view: Entry) -> bool:
        if not (self.actor or self.about):
            return True
        match view:
            case CommitmentView():
                return Commitments(self.actor, self.about).holds(view)
            case StatementView():
                return Statements(self.actor, self.about).holds(view)
            case EventView():
                return Events(self.actor, about=self.about).holds(view)


def moments(view: View, known: Sources) -> tuple[Moment, ...]:
    """All that a view has for the line of time, by day. Of events the deeds: what is said is among the statements."""
    return tuple(sorted(_moments(view, known), key=lambda m: m.place))


def _moments(view: View, known: Sources) -> Iterator[Moment]:
    for c in view.commitments:
        made, due = _day(c.made.published), span(c.deadline.latest if c.deadline else None)
        first, last = sorted((made or due[1], due[1] or made))
        yield Moment("promise", c, first, last, bool(due[1]), c.status)
    for e in view.events:
        if wording.is_deed(e.cameo):
            yield Moment("event", e, *span(e.day), e.date is not None, e.factuality)
    for s in view.statements:
        source = known.get(s.article)
        day = _day(source.published if source else None)
        yield Moment("statement", s, day, day, False, s.cue_class or "say")


def _day(published: str | None) -> str:
    return published[:10] if published else ""


def most_telling(found: list[Moment], most: int) -> list[Moment]:
    """At most so many, in their order: commitments first, then what happened, then denials and other statements."""
    if len(found) <= most:
        return found
    kept = sorted(found, key=lambda m: m.weight, reverse=True)[:most]
    return sorted(kept, key=lambda m: m.place)


def words(moment: Moment, known: Sources) -> tuple[str, str, Printed | None]:
    """Who, what in a line, and where it is printed; an event has its words on its own page."""
    match moment.view:
        case CommitmentView() as c:
            return wording.promisor(c), wording.deed(c.action, c.polarity), printed(c.made, known)
        case EventView() as e:
            return "", wording.deed_of(e) + (f", {e.place}" if e.place else ""), None
        case StatementView() as s:
            return wording.speaker(s), f"“{shortened(s.quote)}”", printed(s, known)


def outlets(articles: Iterable[str], known: Sources) -> str:
    """The outlets of these articles by name, two at the most, and how many more there are."""
    names = sorted({known[a].outlet or wording.key(a) for a in articles if a in known})
    return ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")


def shortened(quote: str) -> str:
    """A quotation in one line, cut at a blank where it is long.

    >>> shortened("one two"), len(shortened("word " * 60)) <= LONGEST + 1
    ('one two', True)
    """
    line = " ".join(quote.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rpartition(' ')[0] or line[:LONGEST]}…"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days, both counted, and how many entries begin in them."""

    first: str
    last: str
    size: int


def stretches(found: Iterable[Moment]) -> list[Stretch]:
    """The whole time in equal pieces of a day, a week, months or years, the empty ones left out."""
    begun = sorted(date.fromisoformat(m.first) for m in found if m.first)
    if not begun:
        return []
    length = (begun[-1] - begun[0]).days + 1
    step = next((s for s in (1, 7, 28, 91, 365) if length <= s * STEPS), 3650)
    sizes: dict[int, int] = {}
    for day in begun:
        sizes[(day - begun[0]).days // step] = sizes.get((day - begun[0]).days // step, 0) + 1
    start = begun[0]
    return [
        Stretch(_later(start, n * step).isoformat(), _later(start, n * step + step - 1).isoformat(), size)
        for n, size in sorted(sizes.items())
    ]  # fmt: skip


def _later(day: date, number: int) -> date:
    return date.fromordinal(min(day.toordinal() + number, date.max.toordinal()))
