"""Numbers that take up a figure told before them ("the firm put it at nine"), and numbers of nothing to follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Protocol, TypeVar

from onrecord.lexicon import words
from onrecord.link.words import sentences
from onrecord.model import Quantity, Record, Span

SMALL = 10
"""Things that are a handful beside a larger figure of their sentence."""
_SUCH = re.compile(r"\s+such\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those)\b", re.IGNORECASE)
_VOTES = re.compile(r"\s+(?:votes?\s+)?(?:to|against)\s+(?:\d|[a-z]+(?:-[a-z]+)?\b(?:\s+votes?)?\s*(?:[.,;]|$))")
_AGAINST = re.compile(r"\b(?:votes?|by\s+[\d,]+|by\s+[a-z]+)\s+(?:to|against)\s+$", re.IGNORECASE)
_DIFFERENCE = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:more|fewer|less|higher|lower|above|below|short|ahead|behind)\s+(?:than|of)\b"
)
_SUBJECT = re.compile(r"\s+(?:have|has|had|were|was|are|is|remain|remained|came|left|got|did|could)\b")
_STARTS = re.compile(
    r"(?:(?:so far|to date|by then|until then|by now|in all|altogether|all)[,\s]+)+(?:only\s+|just\s+)?$", re.IGNORECASE
)


class Told(Protocol):
    """A figure as far as one is needed here."""

    @property
    def quantity(self) -> Quantity:
        """The number."""
        ...

    @property
    def measure(self) -> str:
        """What it measures."""
        ...


F = TypeVar("F", bound=Told)


def taken_up(record: Record, quantity: Quantity, clause: Span, before: Sequence[F]) -> F | None:
    """The figure that a number without a noun of its own is another report of; None: it stands for itself.

    Of the figures `before` it those of its own sentence come first, then those of the sentence before it, which must
    all measure one thing.
    """
    text = record.article.text
    if not _points_back(text, quantity, clause):
        return None
    rate = (quantity.unit or "").startswith("%")
    fit = [f for f in before if (f.quantity.unit or "").startswith("%") is rate]
    if quantity.unit is not None and not rate and not said_such(text, quantity):
        fit = [f for f in fit if f.quantity.unit == quantity.unit or not quantity.of]
    told = sentences(text)
    here = next((n for n, s in enumerate(told) if s[0] <= quantity.span.start < s[1]), None)
    if here is None:
        return None
    for n in (here, here - 1):
        if n < 0 or "\n" in text[told[n][1] : told[here][0]].strip(" "):
            break
        near = [f for f in fit if told[n][0] <= f.quantity.span.start < min(told[n][1], quantity.span.start)]
        near = [f for f in near if _top(f.quantity) > SMALL] or near
        if near:
            return near[-1] if n == here or len({f.measure for f in near}) == 1 else None
    return None


def told_again(text: str, quantity: Quantity, clause: Span) -> bool:
    """Whether a number is told as another report of one before it: "nine such cases", "put it at 11 crowns"."""
    return said_such(text, quantity) or _put_at().search(text[clause.start : quantity.span.start]) is not None


def said_such(text: str, quantity: Quantity) -> bool:
    """Whether what is counted is named by what was told before: "nine such cases"."""
    return _SUCH.match(text, quantity.span.end) is not None


def running(text: str, quantity: Quantity, clause: Span) -> bool:
    """Whether a bare number says how many there are by now: "So far 2,100 have come in", "All 24 are back"."""
    start = quantity.span.start
    ahead = text[clause.start : start] + ("all " if quantity.span.of(text).lower().startswith("all ") else "")
    return _STARTS.fullmatch(ahead) is not None and _SUBJECT.match(text, quantity.span.end) is not None


def no_count(text: str, quantity: Quantity) -> bool:
    """Whether a number is votes on one side of a question, or only how far two numbers are apart.

    >>> said = "It passed by 40 votes to 31, three more than were needed, in 12 hours."
    >>> spans = [Span(said.index(n), said.index(n) + len(n)) for n in ("40", "31", "three", "12")]
    >>> [no_count(said, Quantity("q1", span, "eq")) for span in spans]
    [True, True, True, False]
    """
    end = quantity.span.end
    if _VOTES.match(text, end) and re.search(
        r"\b(?:by|of|with|,)\s+$", text[max(0, quantity.span.start - 6) : quantity.span.start]
    ):
        return True
    if _AGAINST.search(text[max(0, quantity.span.start - 24) : quantity.span.start]):
        return True
    return _DIFFERENCE.match(text, end) is not None


def _points_back(text: str, quantity: Quantity, clause: Span) -> bool:
    """Whether the words around a number say that it counts what was counted before."""
    ahead = text[clause.start : quantity.span.start]
    named = bool(quantity.of) or (quantity.unit is not None and quantity.unit != "%")
    if said_such(text, quantity):
        return _estimates().search(ahead) is not None
    if _put_at().search(ahead):
        return True
    if _OF_THEM.match(text, quantity.span.end):
        return _estimates().search(ahead) is not None
    if named or quantity.unit == "%":
        return False
    if running(text, quantity, clause):
        return True
    return _spoke_of().search(ahead) is not None


@cache
def _put_at() -> re.Pattern[str]:
    """ "put it at", "gave the figure as": at the end of what stands before a number."""
    verbs, nouns = "|".join(words("disputes")["putting"]), "|".join(words("disputes")["figure_nouns"])
    own, again = (
        rf"(?:{nouns}|estimate)\s+(?:was|is|stood at)",
        rf"(?:it|them|this|that|(?:the|its|their)\s+(?:{nouns}))",
    )
    return re.compile(rf"\b(?:{own}|(?:{verbs})\s+{again}\s+(?:only\s+)?(?:at|as))\s*$", re.IGNORECASE)


@cache
def _spoke_of() -> re.Pattern[str]:
    verbs = "|".join(re.escape(v) for v in words("disputes")["naming"])
    return re.compile(rf"\b(?:{verbs})\s+(?:only\s+|just\s+)?$", re.IGNORECASE)


@cache
def _estimates() -> re.Pattern[str]:
    """Any word of giving a figure: "put", "counted", "spoke of"."""
    known = (*words("disputes")["putting"], *words("disputes")["naming"])
    return re.compile(r"\b(?:" + "|".join(re.escape(v) for v in known) + r")\b", re.IGNORECASE)


def _top(quantity: Quantity) -> float:
    return quantity.high if quantity.high is not None else quantity.low or 0.0
