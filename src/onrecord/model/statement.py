"""Who says what, through whom: one attribution of source, cue and content (PARC, PolNeAR)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Spans

StatementType = Literal["direct", "indirect", "mixed"]
CueClass = Literal[
    "say", "assert", "deny", "doubt", "admit", "promise", "assure", "plan", "offer", "threaten", "demand", "predict",
    "ask", "hope",
]  # fmt: skip
SpeechAct = Literal["assertive", "commissive", "directive", "expressive", "declaration"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Polarity = Literal["+", "-"]
Existence = Literal["asserted", "denied", "open"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution. `speaker` is an actor's id, `parent` the id of the statement whose content holds this one.

    `certainty` and `polarity` are the source's own, of the content. `existence` is whether the text has it said:
    "denied" after "it is not true that he pledged", "open" after "if", "may" or "will". `part` is the kind of its part.
    """

    id: str
    type: StatementType
    source: Spans
    cue: Spans
    content: Spans
    speaker: str | None = None
    via: Spans = ()
    addressee: Spans = ()
    venue: Spans = ()
    parent: str | None = None
    cue_class: CueClass | None = None
    speech_act: SpeechAct | None = None
    certainty: Certainty = "unknown"
    polarity: Polarity = "+"
    existence: Existence = "asserted"
    confidence: float = 0.5
    part: str | None = None
    rule: str | None = None
