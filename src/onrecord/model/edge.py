"""A relation between two entries: what the ledger stores instead of groups.

An edge depends on its two records alone, so that the order in which articles arrive cannot change it. It is known from
the later of its two ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, NamedTuple

EntryKind = Literal[
    "article", "passage", "actor", "time", "place", "quantity", "statement", "commitment", "denial", "event"
]
EdgeKind = Literal[
    "copy", "story", "same", "series",  # symmetric: two ends of one group
    "denial", "number", "contradiction", "responsibility",  # disputes
    "reaffirmed", "extended", "narrowed", "withdrawn", "condition_met", "condition_failed", "progress", "fulfilled",
    "partly_fulfilled", "violated", "outcome_disputed", "corrected",  # from a commitment to what became of it
    "apart",  # two actors whom reviewers hold for two people
]  # fmt: skip


class Ref(NamedTuple):
    """An entry: article key, version (hash of the text), kind and anchor span (cue, trigger or number).

    Kind `passage` points at words that are no entry, `article` at the whole text (span 0, 0).
    """

    article: str
    version: str
    kind: EntryKind
    start: int
    end: int

    @property
    def id(self) -> str:
        """The entry's permanent name: a letter for the kind and 16 hexadecimal digits."""
        words = "\0".join((self.article, self.version, self.kind, str(self.start), str(self.end)))
        return f"{self.kind[0]}{sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """`a` and `b` stand in the relation `kind`; `rule` names what found it. Symmetric edges have a < b."""

    kind: EdgeKind
    a: Ref
    b: Ref
    rule: str
