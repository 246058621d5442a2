"""A version of an article by what an address says of it."""

from __future__ import annotations

from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError
from onrecord.ledger import Found, Ledger
from onrecord.link.refs import Entry, refs
from onrecord.model import Record


def record_of(ledger: Ledger, key: str, version: str | None) -> Record:
    """The record of the version that an address names by the first digits of its hash, or of the newest."""
    try:
        if not version:
            return ledger.article(key)
        full = [v for v in versions(ledger, key) if len(version) >= 8 and v.startswith(version)]
        return ledger.article(key, full[0] if len(full) == 1 else version)
    except LedgerError as error:
        raise HTTPException(404, f"{error}.") from None


def entry_of(ledger: Ledger, found: Found) -> tuple[Record, Entry | None]:
    """The article of an entry and the entry as reviewers want it, by whatever words it goes; None where it was struck
    out."""
    record = ledger.article(found.ref.article, found.ref.version)
    name = found.renamed or found.id
    return record, next((entry for ref, entry in refs(record).items() if ref.id == name), None)


def versions(ledger: Ledger, key: str) -> dict[str, str | None]:
    """The versions of an article with the days from which they are known, oldest first."""
    found: dict[str, str | None] = {}
    for row in ledger.versions(key):
        found.setdefault(row.version, row.known_from)
    return found
