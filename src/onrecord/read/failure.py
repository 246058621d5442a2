"""What is said of an input that gave no article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """An input that gave no article: what is wrong, and where (file, or file and line)."""

    error: str
    where: str
    id: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The contract's error record."""
        told = " ".join(f"{self.where}: {self.error}".split()).encode("utf-8", "replace").decode("utf-8")
        return {"schema": "onrecord.error/1", "id": self.id, "error": told, "where": "read"}


def cannot_open(error: OSError) -> str:
    """Why a file cannot be read, and what to do about it where that is not plain.

    >>> cannot_open(PermissionError(13, "Permission denied")), cannot_open(FileNotFoundError(2, "No such file"))
    ('you have no right to read it', 'no such file')
    """
    if isinstance(error, PermissionError):
        return "you have no right to read it"
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "a folder; name the files in it"
    return error.strerror or "cannot be read"
