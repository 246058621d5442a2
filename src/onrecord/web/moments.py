"""What a timeline shows: events, statements and commitments, each with the days from and to which it reaches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from onrecord.export import wording
from onrecord.export.printed import Printed, Sources, printed
from onrecord.ledger.listed import Rows, rows
from onrecord.ledger.placing import WORDS, asked_for, span
from onrecord.model import View
from onrecord.model.view import CommitmentView, EventView, StatementView
from onrecord.web.filters import Statements, days, one_of

Kind = Literal["promise", "event", "statement"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Entry = CommitmentView | EventView | StatementView
LONGEST = 150
"""Characters of a quotation in a line of the table; the entry's own page has all of it."""
PARTS: dict[Kind, int] = {"promise": 40, "event": 37, "statement": 23}
"""Shares of the kinds, in hundredths, where not all entries can be shown."""
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
    def reported(self) -> str:
        """The day on which it was first reported, ISO 8601."""
        return (self.view.reported or "") if isinstance(self.view, EventView) else self.first

    @property
    def place(self) -> tuple[bool, str, str, int, str]:
        """Where it stands in the table: by day, those without one last."""
        return not self.first, self.first, self.last, KINDS.index(self.kind), self.view.id


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

    def lists(self, view: View) -> dict[Kind, Rows[Any]]:
        """The wanted entries of each kind, the latest first.

        Of events the deeds: what is said is among the statements.
        """
        on = {"from_day": self.day_from, "to_day": self.day_to}
        words, deeds = asked_for(self.about, self.actor), asked_for(self.about, self.actor, "ab")
        met = {"met_from": self.day_from, "met_to": self.day_to}
        every: dict[Kind, Rows[Any]] = {
            "promise": rows(view.commitments).only(words=words, order="last", **met),
            "event": rows(view.events).only(words=deeds, but=WORDS, order="reported", **on),
            "statement": rows(view.statements).only(words=words, order="last", **on),
        }
        return {kind: some for kind, some in every.items() if self.kind in ("", kind)}


@dataclass(frozen=True, slots=True)
class Picked:
    """Entries in the order of time, of `total`. `cut` says from which ISO 8601 day on a kind is here, where earlier
    entries of it are left out."""

    moments: tuple[Moment, ...]
    total: int
    cut: dict[Kind, str]


def pick(lists: Mapping[Kind, Rows[Any]], known: Sources, most: int) -> Picked:
    """The latest entries, at most so many."""
    sizes = {kind: len(some) for kind, some in lists.items()}
    found: list[Moment] = []
    cut: dict[Kind, str] = {}
    for kind, share in shares(sizes, most).items():
        some = lists[kind]
        if kind == "statement" and share < sizes[kind]:
            some = some.only(dated=True)
        these = [moment(one, known) for one in some[:share]]
        if share < sizes[kind]:
            these = _whole_days(these)
            cut[kind] = min((m.reported for m in these if m.reported), default="")
        found += these
    return Picked(tuple(sorted(found, key=lambda m: m.place)), sum(sizes.values()), cut)


def _whole_days(found: list[Moment]) -> list[Moment]:
    """The latest entries without those of the earliest day, of which others may be left out; all of one day."""
    earliest = min((m.reported for m in found if m.reported), default="")
    return [m for m in found if m.reported > earliest] or found


def shares(sizes: Mapping[Kind, int], most: int) -> dict[Kind, int]:
    """How many of each kind: all where there is room, else parts of which what one leaves goes to the others.

    >>> shares({"promise": 10, "event": 900, "statement": 900}, 300)
    {'promise': 10, 'event': 221, 'statement': 69}
    """
    given = {kind: min(size, most * PARTS[kind] // 100) for kind, size in sizes.items()}
    for kind, size in sizes.items():
        given[kind] = min(size, given[kind] + most - sum(given.values()))
    return given


def moment(view: Entry, known: Sources) -> Moment:
    """An entry on the line of time."""
    match view:
        case CommitmentView() as c:
            made, due = (c.made.published or "")[:10], span(c.deadline.latest if c.deadline else None)[1]
            first, last = sorted((made or due, due or made))
            return Moment("promise", c, first, last, bool(due), c.status)
        case EventView() as e:
            return Moment("event", e, *span(e.day), e.date is not None, e.factuality)
        case StatementView() as s:
            source = known.get(s.article)
            day = (source.day if source else None) or ""
            return Moment("statement", s, day, day, False, s.cue_class or "say")


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


def stretches(first: str | None, last: str | None) -> list[tuple[str, str]]:
    """The time between two days in equal pieces of days, weeks, months or years, as their first and last days.

    >>> stretches("2031-02-01", "2031-03-10")[:2]
    [('2031-02-01', '2031-02-07'), ('2031-02-08', '2031-02-14')]
    """
    if not first or not last:
        return []
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    length = (end - start).days + 1
    step = next((s for s in (1, 7, 28, 91, 365) if length <= s * STEPS), 3650)
    days = [start.toordinal() + n for n in range(0, length, step)]
    return [(date.fromordinal(d).isoformat(), date.fromordinal(min(d + step - 1, end.toordinal())).isoformat())
            for d in days]  # fmt: skip
