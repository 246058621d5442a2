"""The ledger on a screen: plain pages that work without JavaScript, read-only, everything served from here."""

from __future__ import annotations

from onrecord.web.app import create_app

__all__ = ["create_app"]
