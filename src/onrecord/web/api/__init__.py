"""The same ledger for programs: `/api/v1`, read-only, the contract's records as JSON."""

from __future__ import annotations

from onrecord.web.api.app import create_api

__all__ = ["create_api"]
