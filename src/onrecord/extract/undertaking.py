"""An undertaking as found, before its fields are read."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Span, Spans, Statement
from onrecord.model.commitment import CommitmentKind, Operation


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A commitment before its fields.

    `cue` and `action` are tokens, `bounds` what the statement behind it holds. `refusing`: the cue itself says "not".
    """

    cue: int
    cue_span: Span
    kind: CommitmentKind
    promisor: Spans
    action: int
    rule: str
    confidence: float
    operation: Operation = "make"
    promisee: Spans = ()
    statement: Statement | None = None
    bounds: Spans = ()
    refusing: bool = False
    subject: int | None = None
    """The action's subject, where the words that say who speaks part it from its verb."""
    condition: Spans = ()
    relayed: Spans = ()
    """Who passed it on, where the words of the cue say so: "a pledge by the rebels was conveyed by the envoy"."""
    due_at_cue: bool = False
    """Whether a time that hangs on the cue is the term: "gave them until Friday"."""
