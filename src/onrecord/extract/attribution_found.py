"""An attribution before it has an id, and how its cue is cut out of the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.parse import Parse
from onrecord.model import Span, Spans
from onrecord.model.statement import CueClass


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution before it has an id. `cue_at` is the cue's main token, `head` that of the content's clause."""

    cue_at: int
    cue: Spans
    source: Spans
    content: Spans
    head: int
    cue_class: CueClass
    rule: str
    confidence: float
    addressee: Spans = ()
    venue: Spans = ()
    negated: bool = False
    via: Spans = ()


def verb_cue(parse: Parse, i: int) -> Span:
    """The verb with its auxiliaries, negation and particle where they stand beside it."""
    first = at = i
    while at > 0 and at - 1 in parse.children[i] and parse.dep[at - 1] in ("aux", "auxpass", "neg", "advmod"):
        at -= 1
        if parse.dep[at] != "advmod":
            first = at
    last = i + 1
    if last < len(parse) and last in parse.children[i] and parse.dep[last] == "prt":
        last += 1
    return parse.span(first, last)
