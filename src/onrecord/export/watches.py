"""Saved searches that are sent to an address: what each asks for, what was sent, and when it may be tried again.

Kept beside the ledger in a file of lines that only grows and that its owner alone can read: it holds the secrets with
which deliveries are signed.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from onrecord.errors import OnrecordError
from onrecord.ledger import Hit, Ledger
from onrecord.store.beside import add_line

MOST = 200
"""Articles of one delivery; further ones go with the next."""
LONGEST_WAIT = 24 * 60
"""Minutes between two tries at most; after each failure twice as many as before, from one on."""


class WatchError(OnrecordError):
    """A saved search that cannot be kept, or is not as asked for."""


@dataclass(frozen=True, slots=True)
class Watch:
    """One saved search. `sent` names what was delivered, all of it stored up to the number `upto`; `failures` in a
    row, the last one at `failed`."""

    name: str
    address: str
    words: str
    outlet: str
    secret: str
    made: str
    sent: frozenset[str] = frozenset()
    failures: int = 0
    failed: str = ""
    upto: int = 0

    def due(self, now: str) -> bool:
        """Whether it may be tried at that time (ISO 8601, UTC)."""
        if not self.failures:
            return True
        wait = timedelta(minutes=min(2 ** (self.failures - 1), LONGEST_WAIT))
        return datetime.fromisoformat(now) >= datetime.fromisoformat(self.failed) + wait


class Watches:
    """The saved searches of a ledger."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def beside(cls, ledger: Path) -> Watches:
        """Those of the ledger in that file."""
        return cls(ledger.with_name(f"{ledger.name}.watches"))

    def all(self) -> tuple[Watch, ...]:
        """All of them, the oldest first. WatchError where the file cannot be read."""
        found: dict[str, Watch] = {}
        try:
            lines = self.path.read_text("utf-8").splitlines() if self.path.exists() else []
            for line in lines:
                _read(found, json.loads(line))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise WatchError(f"{self.path}: cannot be read ({error}); restore a copy, or remove it") from None
        return tuple(found.values())

    def add(self, name: str, address: str, words: str, outlet: str, now: str, upto: int = 0) -> Watch:
        """A new saved search with its secret; what was stored up to that number it need not send. WatchError where it
        is none."""
        if not name.strip() or any(w.name == name for w in self.all()):
            raise WatchError(f"{name!r}: a watch needs a name of its own; `watch list` prints those there are")
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise WatchError(
                f"{address}: no address that can be sent to; give one with https:// and without a password"
            )
        if not words.strip():
            raise WatchError("a watch needs words to look for; give them with --words")
        watch = Watch(name, address, words, outlet, secrets.token_hex(32), now)
        data = {
            "watch": name,
            "address": address,
            "words": words,
            "outlet": outlet,
            "secret": watch.secret,
            "made": now,
        }
        self._append(data)
        self.sent(watch, (), now, upto)
        return replace(watch, upto=upto)

    def remove(self, name: str, now: str) -> None:
        """Forget one. WatchError where there is none."""
        if all(w.name != name for w in self.all()):
            raise WatchError(f"{name}: no such watch; `watch list` prints their names")
        self._append({"remove": name, "time": now})

    def sent(self, watch: Watch, items: Iterable[str], now: str, upto: int = 0) -> None:
        """Keep that these were delivered, and with them all that was stored up to a number."""
        self._append({"sent": watch.name, "items": sorted(items), "time": now, "upto": upto})

    def failed(self, watch: Watch, why: str, now: str) -> None:
        """Keep that a delivery failed."""
        self._append({"failed": watch.name, "why": why[:200], "time": now})

    def _append(self, data: dict[str, Any]) -> None:
        try:
            add_line(self.path, data)
        except OSError as error:
            raise WatchError(f"{self.path}: {error.strerror or error}; watches are kept beside the ledger") from None


def _read(found: dict[str, Watch], data: dict[str, Any]) -> None:
    """Take one line in."""
    if "watch" in data:
        found[data["watch"]] = Watch(
            data["watch"], *(data[n] for n in ("address", "words", "outlet", "secret", "made"))
        )
    elif "remove" in data:
        found.pop(data["remove"], None)
    elif "sent" in data and data["sent"] in found:
        one = found[data["sent"]]
        upto = max(one.upto, data.get("upto", 0))
        found[one.name] = replace(one, sent=one.sent | set(data["items"]), failures=0, failed="", upto=upto)
    elif "failed" in data and data["failed"] in found:
        one = found[data["failed"]]
        found[one.name] = replace(one, failures=one.failures + 1, failed=data["time"])


def news(ledger: Ledger, watch: Watch) -> tuple[dict[str, tuple[Hit, str | None]], int]:
    """The articles that a saved search has not sent, with their outlets, by name and version, in the order in which
    they were stored, at most `MOST`; and the number that they reach to."""
    after, found = watch.upto, dict[str, tuple[Hit, str | None]]()
    while not found:
        hits, reached = ledger.news(watch.words, watch.outlet, after, MOST)
        for hit in hits:
            name = f"{hit.article}:{hit.version}"
            if name not in watch.sent:
                found[name] = hit, ledger.article(hit.article, hit.version).article.outlet
        after = reached
        if len(hits) < MOST:
            break
    return found, after


def delivery(watch: Watch, new: dict[str, tuple[Hit, str | None]], as_of: str | None) -> dict[str, Any]:
    """What is sent: the search, and each new article with its words around the first hit."""
    return {
        "schema": "onrecord.watch/1", "watch": watch.name, "words": watch.words, "outlet": watch.outlet or None,
        "as_of": as_of,
        "items": [
            {"article": h.article, "version": h.version, "title": h.title, "outlet": outlet, "known_from": h.known_from,
             "start": h.start, "end": h.end, "snippet": h.snippet}
            for h, outlet in new.values()
        ],
    }  # fmt: skip
