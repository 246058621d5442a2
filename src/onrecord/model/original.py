"""What came in: the bytes that an article was made from, and where they are from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes as received. `retrieved_at` is ISO 8601 with a zone, `address` the final address or path of the file.

    Of JSON Lines the original of an article is its line.
    """

    data: bytes
    retrieved_at: str
    address: str | None = None

    @property
    def sha256(self) -> str:
        """Hash of the bytes (64 hexadecimal digits)."""
        return hashlib.sha256(self.data).hexdigest()
