"""Who undertakes what towards whom, by when, on what condition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span, Spans
from onrecord.model.statement import Polarity

Operation = Literal["make", "reaffirm", "extend", "withdraw"]
CommitmentKind = Literal["promise", "assurance", "plan", "offer", "threat", "ultimatum"]
DeadlineType = Literal["by", "on", "until", "event"]
Existence = Literal["asserted", "denied", "disputed"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """The term of a commitment. `latest` is the last acceptable day, ISO 8601; None: vague, or without an anchor."""

    span: Span | None
    type: DeadlineType | None = None
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class MadeOn:
    """When the text says that the commitment was made."""

    span: Span
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One undertaking. `action` is the least words that say what will (polarity +) or will not (-) be done.

    `reported_by` is the chain from the article to the promisor, outermost first, without the article.
    """

    id: str
    kind: CommitmentKind
    promisor: Spans
    action: Spans
    cue: Spans
    evidence: Span
    statement: str | None = None
    operation: Operation = "make"
    promisor_actor: str | None = None
    promisee: Spans = ()
    polarity: Polarity = "+"
    deadline: Deadline | None = None
    old_deadline: Deadline | None = None
    made_on: MadeOn | None = None
    condition: Spans = ()
    reported_by: Spans = ()
    existence: Existence = "asserted"
    confidence: float = 0.5
    rule: str | None = None
