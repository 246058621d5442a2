"""Where a ledger is kept. The only floor that knows SQL."""

from __future__ import annotations

from onrecord.store.protocol import Store
from onrecord.store.sqlite import SqliteStore

__all__ = ["SqliteStore", "Store"]
