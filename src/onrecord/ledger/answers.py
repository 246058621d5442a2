"""What a ledger answers with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from onrecord.model import Article, Ref, Span
from onrecord.model.correction import Correction
from onrecord.store.rows import Check, OriginalRow

__all__ = ["Added", "Check", "Failure", "Found", "Hit", "OriginalRow"]


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that did not become a record: `where` it failed, and what is wrong, in one line.

    `input` names the file and line, or the article; `id` the article's key where one is known.
    """

    input: str
    where: Literal["read", "extract"]
    error: str
    id: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The contract's error record."""
        return {"schema": "onrecord.error/1", "id": self.id, "error": self.error, "where": self.where}


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the inputs. `known`: held already; `renewed`: held, extracted again or known under other metadata.

    `refused` holds the keys of articles that were removed earlier.
    """

    new: int = 0
    new_versions: int = 0
    known: int = 0
    renewed: int = 0
    failures: tuple[Failure, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds the words asked for. `start`/`end`: the first of them in its text (0, 0: title only).

    `snippet` is the text around it, character for character from `offset` on; `marks` are spans of the snippet.
    """

    article: str
    version: str
    title: str | None
    known_from: str
    start: int
    end: int
    offset: int
    snippet: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One entry by its permanent name, as extracted; `corrections` say what reviewers made of it.

    `anchor` is the cue, trigger or number as printed; `quote` the words of `evidence`, the stretch that a reader must
    see. `data` is the entry in the contract's JSON, None for the article as a whole. `redirect` is the name under which
    it goes today: in the newest version or extraction of its article, or of the group that it belongs to.
    `corrected` is `data` with the fields that reviewers have set. `withdrawn`: the outlet's newest version lacks it,
    since the day `withdrawn_on`. `superseded`: the newest extraction of its own version lacks it. `rejected`: a
    reviewer struck it out. `renamed`: its name since a reviewer has given it other words to go by.
    """

    id: str
    ref: Ref
    article: Article
    anchor: str
    quote: str
    evidence: Span
    data: dict[str, Any] | None
    made_with: dict[str, str | None]
    rule: str | None
    corrections: tuple[Correction, ...] = ()
    redirect: str | None = None
    withdrawn: bool = False
    superseded: bool = False
    rejected: bool = False
    withdrawn_on: str | None = None
    corrected: dict[str, Any] | None = None
    renamed: str | None = None
