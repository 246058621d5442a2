"""A reviewer's decision in words: what was decided, without whom and when."""

from __future__ import annotations

from onrecord.export.wording import STEP
from onrecord.model.correction import Correction

OTHER = {
    "same": "one with", "denial": "denied by", "number": "at odds in numbers with", "contradiction": "contradicted by",
    "responsibility": "at odds about who did it with", "copy": "a copy of", "story": "of one story with",
    "series": "one number with",
}  # fmt: skip
DONE = {"accept": "accepted", "reject": "struck out", "add": "added, having been missed", "undo": "undone"}


def told(made: Correction) -> str:
    """What a decision says of its entry.

    >>> told(Correction("a", "v", "place", 0, "Lund", "", "", "set", "Ada", "2031-03-01", "country", "SWE"))
    'country set to SWE'
    """
    value = made.value
    if made.field in ("related", "unrelated") and isinstance(value, dict):
        kind = value["relation"]
        as_what = "the same person as" if made.kind == "actor" else OTHER.get(kind) or f"“{STEP.get(kind, kind)}” by"
        return f"{'' if made.field == 'related' else 'not '}{as_what} “{value['quote']}” in {value['article']}"
    if made.decision == "undo":
        return f"undone: {value}"
    if made.decision != "set":
        return DONE[made.decision]
    if isinstance(value, list):
        words = " … ".join(" ".join(piece["quote"].split()) for piece in value)
        return f"{made.field} set to “{words}”" if value else f"{made.field} taken away"
    return f"{made.field} taken away" if value is None else f"{made.field} set to {value}"
