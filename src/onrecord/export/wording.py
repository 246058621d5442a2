"""The ledger's terms in a reader's words. A status is a statement about reports, and is worded as one."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from onrecord.lexicon import rows
from onrecord.link.naming import is_pronoun, unnamed
from onrecord.model.event import Factuality
from onrecord.model.quantity import Op
from onrecord.model.statement import CueClass
from onrecord.model.view import (
    Basis,
    CommitmentView,
    DisputeType,
    EventView,
    Point,
    StatementView,
    Status,
    Step,
    Withdrawn,
)


class Group(NamedTuple):
    """Commitments that are read together: their statuses, a title, what that status means and does not mean, and
    whether only those with (without) a deadline belong to it."""

    name: str
    statuses: tuple[Status, ...]
    title: str
    note: str
    dated: bool | None = None

    def holds(self, status: Status, dated: bool) -> bool:
        """Whether a commitment belongs here."""
        return status in self.statuses and self.dated in (None, dated)


GROUPS = (
    Group("broken", ("broken",), "Reported broken", "A report says that the opposite was done."),
    Group(
        "overdue", ("overdue",), "Past the deadline",
        "The day is over and no report says that it was done, renounced or put off. The clock says so, nobody else.",
    ),
    Group("extended", ("extended",), "Put off", "Reported as put off or prolonged, not as settled."),
    Group(
        "pending", ("pending", "in_progress"), "Running, with a deadline",
        "Nothing is reported that settles it. The nearest deadline comes first.", True,
    ),
    Group(
        "kept", ("kept", "partly_kept"), "Reported kept",
        "A report says that it was done, or its term ran out without a reported breach.",
    ),
    Group(
        "threats", ("carried_out", "not_carried_out"), "Threats that came to an end",
        "A report says that the threat was carried out, or that it was not.",
    ),
    Group("ended", ("withdrawn", "lapsed"), "Withdrawn or lapsed", "Taken back, called off, or its condition failed."),
    Group(
        "open", ("pending", "in_progress"), "Running, without a deadline",
        "Nothing is reported that settles it, and no day is known by which it should be done. The most reported first.",
        False,
    ),
)  # fmt: skip
"""What an analyst must not overlook comes first."""

STATUS: dict[Status, str] = {
    "pending": "pending", "in_progress": "begun", "extended": "put off", "kept": "kept", "partly_kept": "kept in part",
    "broken": "broken", "overdue": "overdue", "withdrawn": "withdrawn", "lapsed": "lapsed",
    "carried_out": "carried out", "not_carried_out": "not carried out",
}  # fmt: skip
BASIS: dict[Basis, str | None] = {
    "evidence": "by a report", "clock": "by the clock alone", "self_reported": "on the promisor's word alone",
    "none": None,
}  # fmt: skip
STEP: dict[Step, str] = {
    "made": "made", "reaffirmed": "repeated", "extended": "put off", "narrowed": "narrowed", "withdrawn": "withdrawn",
    "condition_met": "condition met", "condition_failed": "condition failed", "progress": "begun",
    "fulfilled": "done", "partly_fulfilled": "done in part", "violated": "opposite done",
    "deadline_passed": "deadline passed", "outcome_disputed": "outcome disputed", "corrected": "corrected",
}  # fmt: skip
DISPUTE: dict[DisputeType, str] = {
    "denial": "denial", "number": "numbers differ", "contradiction": "contradiction", "responsibility": "who did it",
}  # fmt: skip
FACTUALITY: dict[Factuality, str] = {
    "happened": "reported as happened", "ongoing": "reported as going on", "planned": "planned",
    "possible": "possible or feared", "denied": "denied", "hypothetical": "supposed",
}  # fmt: skip
CUE: dict[CueClass, str] = {
    "say": "said", "assert": "asserted", "deny": "denied", "doubt": "doubted", "admit": "admitted",
    "promise": "promised", "assure": "assured", "plan": "planned", "offer": "offered", "threaten": "threatened",
    "demand": "demanded", "predict": "predicted", "ask": "asked", "hope": "hoped or feared",
}  # fmt: skip
WITHDRAWN = (
    "Printed in an earlier version of an article and no longer in the one that is in force, or taken back by a "
    "correction, which is then quoted."
)
BOUND: dict[Op, str] = {
    "eq": "", "approx": "about ", "lt": "fewer than ", "le": "up to ", "gt": "more than ", "ge": "at least ",
    "range": "",
}  # fmt: skip
_RELATIVE = re.compile(r"\s(?:who|which|that)$")
_NEGATION = re.compile(
    r"\b(?:no(?!-)|not|never|none|neither|nor|nobody|nothing|cannot|without)\b|n['’]t\b", re.IGNORECASE
)


def days_until(latest: str | None, as_of: str) -> int | None:
    """Whole days from one ISO 8601 day to another, below zero where it is over; None where there is no such day.

    >>> days_until("2031-03-04", "2031-03-01"), days_until("2031-02", "2031-03-01")
    (3, None)
    """
    try:
        return (date.fromisoformat((latest or "")[:10]) - date.fromisoformat(as_of)).days
    except ValueError:
        return None


def distance(days: int) -> str:
    """Days as a reader says it.

    >>> distance(0), distance(1), distance(-1), distance(-9)
    ('today', 'in 1 day', '1 day ago', '9 days ago')
    """
    if days == 0:
        return "today"
    size = count(abs(days), "day")
    return f"in {size}" if days > 0 else f"{size} ago"


def count(n: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "origin"), count(12, "story")
    ('1 origin', '12 stories')
    """
    many = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"
    return f"{n:,} {noun if n == 1 else many}"


def outlets(n: int) -> str:
    """From how many outlets; nothing where none is known.

    >>> outlets(1), outlets(0)
    (' from 1 outlet', '')
    """
    return f" from {count(n, 'outlet')}" if n else ""


def period(first: str | None, last: str | None) -> str:
    """From one day to another; one day where they are the same.

    >>> period("2031-02-01", "2031-02-03"), period("2031-02-01", "2031-02-01")
    ('2031-02-01 to 2031-02-03', '2031-02-01')
    """
    return f"{first} to {last}" if first != last else f"{first}"


def addressed(words: str) -> str:
    """To whom something is said or promised.

    >>> addressed("reporters"), addressed("to the press")
    ('to reporters', 'to the press')
    """
    return words if words.lower().startswith("to ") else f"to {words}"


def deed(action: str | None, polarity: str) -> str:
    """What is undertaken; that it will not happen is said where the words themselves do not.

    >>> deed("raise tolls", "-"), deed("no toll will rise", "-"), deed("set up a no-go area", "-")
    ('not: raise tolls', 'no toll will rise', 'not: set up a no-go area')
    >>> deed(None, "+")
    'something that the report does not name'
    """
    words = action or "something that the report does not name"
    return f"not: {words}" if polarity == "-" and not _NEGATION.search(words) else words


def promisor(view: CommitmentView) -> str:
    """Who undertakes it: by name where one is known, else in the report's words ("the two presidents")."""
    actor, words = view.promisor_actor, _RELATIVE.sub("", (view.promisor or "").partition(",")[0])
    if actor and words and not actor[:1].isupper() and not is_pronoun(words.split()[0]):
        return capital(words)
    return capital(actor or _phrase(words) or "somebody unnamed")


def speaker(view: StatementView) -> str:
    """Who says it: by name where one is known, else in the report's words."""
    return capital(view.speaker or _phrase(view.source) or "somebody unnamed")


def _phrase(words: str | None) -> str | None:
    return unnamed(words) if words and is_pronoun(words) else words


def withdrawn(view: Withdrawn) -> str:
    """Who said or did what by an entry that the outlet prints no more."""
    who = f"{view.kind}, {capital(view.who)}" if view.who else view.kind
    return f"{who}: {view.what}" if view.what else who


def figure(value: float) -> str:
    """A number as people write it.

    >>> figure(30000.0), figure(2.5)
    ('30,000', '2.5')
    """
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def amount(op: Op, low: float | None, high: float | None) -> str:
    """A value with its bound.

    >>> amount("le", None, 900.0), amount("range", 900.0, 1200.0), amount("ge", 5.0, None)
    ('up to 900', '900 to 1,200', 'at least 5')
    """
    if op == "range" and low is not None and high is not None:
        return f"{figure(low)} to {figure(high)}"
    value = low if op in ("gt", "ge") else high
    value = value if value is not None else low
    return f"{BOUND[op]}{figure(value)}" if value is not None else "an unnamed number"


def point(given: Point) -> str:
    """The value of one point of a series with its bound."""
    return amount(given.op, given.low, given.high)


def sharing(n: int) -> str:
    """How words are introduced that carry several lines.

    >>> sharing(1), sharing(2), sharing(3)
    ('', 'both: ', 'all 3: ')
    """
    return "" if n == 1 else "both: " if n == 2 else f"all {n}: "


def event(cameo: str | None) -> str:
    """What a CAMEO code says, in the words of its root.

    >>> event("190"), event(None)
    ('fights', 'acts')
    """
    return next((row["label"] for row in rows("cameo") if row["code"] == cameo), "acts")


def deed_of(view: EventView) -> str:
    """Who, to whom, what: in the words of its code and in the report's own."""
    who = capital(" → ".join(w for w in (view.source or (view.target and "somebody"), view.target) if w))
    deed = event(view.cameo) + (f" (“{view.trigger}”)" if view.trigger else "")
    return f"{who}: {deed}" if who else capital(deed)


def weight(cameo: str | None) -> float:
    """How much a deed of that CAMEO code strains or eases relations, 0 to 10: its Goldstein value without sign."""
    return next((abs(float(row["goldstein"] or 0)) for row in rows("cameo") if row["code"] == cameo), 0.0)


def capital(words: str) -> str:
    """The words with a capital at their beginning; all else stays.

    >>> capital("separatists"), capital("iPhone makers"), capital("")
    ('Separatists', 'IPhone makers', '')
    """
    return words[:1].upper() + words[1:]


def key(article: str) -> str:
    """An article's key for a reader: a bare hash is cut.

    >>> key("nw-12"), key("0f" * 32)
    ('nw-12', '0f0f0f0f0f0f…')
    """
    return f"{article[:12]}…" if re.fullmatch(r"[0-9a-f]{40,}", article) else article
