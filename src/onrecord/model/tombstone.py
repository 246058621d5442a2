"""What is left of an article that was removed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Who removed which article, when (ISO 8601, UTC) and why. `hashes` are those of its versions' texts."""

    article: str
    hashes: tuple[str, ...]
    who: str
    why: str
    when: str
