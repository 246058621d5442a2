"""The ledger that people use: add articles, ask what was known on a day, look things up, correct, remove."""

from __future__ import annotations

from onrecord.ledger.answers import Added, Check, Failure, Found, Hit, OriginalRow
from onrecord.ledger.facade import Ledger
from onrecord.ledger.lookup import searchable

__all__ = ["Added", "Check", "Failure", "Found", "Hit", "Ledger", "OriginalRow", "searchable"]
