"""A reviewer's decision on one entry: it outlives every re-extraction, and its author and time stay."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from onrecord.model.edge import EntryKind
from onrecord.model.span import Span

Decision = Literal["accept", "reject", "set", "add", "undo"]

CONTEXT = 32
"""Characters kept on either side of the words, to find them again in another version."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a text, and what it is known by in another version: its surroundings."""

    version: str
    start: int
    quote: str
    before: str
    after: str

    @classmethod
    def of(cls, text: str, version: str, span: tuple[int, int]) -> Words:
        """The stretch with `CONTEXT` characters either side."""
        start, end = span
        return cls(version, start, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])

    @property
    def span(self) -> Span:
        """Where it stands in its version."""
        return Span(self.start, self.start + len(self.quote))

    def plain(self) -> dict[str, Any]:
        """As it is kept in the value of a decision, which knows the version."""
        return {"start": self.start, "quote": self.quote, "before": self.before, "after": self.after}


@dataclass(frozen=True, slots=True)
class Correction:
    """What `author` decided at `time` (ISO 8601, UTC) on the entry whose anchor, `quote`, stood at `start`.

    `set`: `value` (plain JSON) of `field`; `deadline.latest` names a field of a field, and words of the text are kept
    with their surroundings. `add`: an entry that was missed, `value` its fields. `undo`: `value` is the id of the
    decision that counts no more. `version` is the hash of the text that the reviewer saw. A rejection blocks later
    entries of that kind on that anchor.
    """

    article: str
    version: str
    kind: EntryKind
    start: int
    quote: str
    before: str
    after: str
    decision: Decision
    author: str
    time: str
    field: str | None = None
    value: Any = None
    note: str | None = None

    @property
    def span(self) -> Span:
        """The anchor in the version that the reviewer saw."""
        return Span(self.start, self.start + len(self.quote))

    @property
    def id(self) -> str:
        """Its permanent name: `r` and 16 hexadecimal digits. The same decision at the same time is the same one."""
        words = [getattr(self, name) for name in self.__slots__]
        return f"r{sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()[:16]}"
