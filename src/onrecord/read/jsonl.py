"""An article from one line of JSON Lines."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from onrecord.model import Article
from onrecord.read.parts import parts

KNOWN = ("id", "title", "outlet", "published", "url", "text")
LONGEST = 1_000_000
"""Characters of a text beyond which it is no article."""


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """An input that gave no article: what is wrong, and where."""

    error: str
    where: str
    id: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The contract's error record."""
        return {"schema": "onrecord.error/1", "id": self.id, "error": f"{self.where}: {self.error}", "where": "read"}


def article(line: bytes, where: str) -> Article | ReadFailure:
    """The article that one line holds."""
    try:
        data = json.loads(line.decode("utf-8"))
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return ReadFailure("not valid JSON in UTF-8", where)
    if not isinstance(data, dict) or not isinstance(data.get("text"), str) or not data["text"].strip():
        named = data.get("id") if isinstance(data, dict) else None
        return ReadFailure("no object with a text", where, named if isinstance(named, str) else None)
    if "\0" in data["text"]:
        return ReadFailure("NUL bytes in the text", where, data["id"] if isinstance(data.get("id"), str) else None)
    if not any(map(str.isalnum, data["text"])):
        return ReadFailure("no words in the text", where, data["id"] if isinstance(data.get("id"), str) else None)
    if len(data["text"]) > LONGEST:
        return ReadFailure(f"text of more than {LONGEST} characters", where)
    known: dict[str, Any] = {name: data.get(name) for name in KNOWN}
    if any(value is not None and not isinstance(value, str) for value in known.values()):
        return ReadFailure("id, title, outlet, published and url must be strings", where)
    try:
        datetime.fromisoformat(known["published"] or "2000-01-01")
    except ValueError:
        return ReadFailure(f"published is no date: {known['published'][:40]!r}", where, known["id"])
    extra = {name: value for name, value in data.items() if name not in KNOWN}
    text = data["text"]
    known["id"] = known["id"] or _key(known)
    return Article(**known, language="en", parts=parts(text, known["title"]), extra=extra or None)


def _key(known: dict[str, Any]) -> str:
    names = ("url",) if known["url"] else ("outlet", "published", "title", "text")
    return hashlib.sha256("\0".join(known[name] or "" for name in names).encode("utf-8")).hexdigest()
