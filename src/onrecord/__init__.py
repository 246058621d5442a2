"""The ledger of a crisis: who did what, who says what, who denies it, who promised what by when.

>>> import onrecord
>>> record = onrecord.extract("The ministry said on Monday that the bridge had reopened.", published="2031-03-05")
>>> [s.cue_class for s in record.statements]
['say']
>>> callable(onrecord.extract)
True
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord import extract as _layers  # noqa: F401 - loaded first: importing it later would put the package over the function
from onrecord.errors import ReadError

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.model import Record

__all__ = ["extract", "open"]


def extract(text: str, published: str | None = None, **known: str | None) -> Record:
    """The record of one text. `published` is an ISO 8601 date; `known` may hold id, title, outlet, url.

    ReadError where the text is empty or the date impossible.
    """
    from onrecord.extract import pipeline
    from onrecord.read import ReadFailure, articles

    found = next(articles([{"text": text}], published=published, **known))
    if isinstance(found, ReadFailure):
        raise ReadError(found.error)
    return next(pipeline.extract([found]))


def open(path: str | Path) -> Ledger:
    """The ledger kept in this file, made where there is none. LedgerError where the file is something else."""
    from onrecord.ledger import Ledger

    return Ledger.open(path)
