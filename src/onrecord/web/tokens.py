"""Tokens: who may use a ledger that others can reach. Each is kept beside the ledger as the hash of its secret."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from typing import Any, Literal, get_args

from onrecord.errors import OnrecordError
from onrecord.store.beside import add_line

Scope = Literal["read", "review", "admin"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
"""Each may do what those before it may, too."""
PREFIX = "onrecord"
LONGEST = 200
"""Characters of what is taken for a token."""


class TokensError(OnrecordError):
    """Tokens that cannot be read or kept, or that are not as asked for."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `id` names it and is no secret; `name` says whose it is; times are ISO 8601, UTC."""

    id: str
    name: str
    scope: Scope
    made: str
    expires: str
    sha256: str
    revoked: str | None = None

    def state(self, now: str) -> Literal["valid", "expired", "revoked"]:
        """What it is worth at that time."""
        return "revoked" if self.revoked else "expired" if self.expires <= now else "valid"

    def may(self, scope: Scope) -> bool:
        """Whether it reaches that far.

        >>> Token("a", "Ada", "review", "", "", "").may("read"), Token("a", "Ada", "review", "", "", "").may("admin")
        (True, False)
        """
        return SCOPES.index(self.scope) >= SCOPES.index(scope)


class Tokens:
    """The tokens of a ledger, in a file of lines that only grows: one made, or one revoked. Read anew when it changes,
    so that a running server knows of both at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read: tuple[tuple[int, int] | None, dict[str, Token]] = (None, {})

    @classmethod
    def beside(cls, ledger: Path) -> Tokens:
        """Those of the ledger in that file. A copy of the ledger takes no access along."""
        return cls(ledger.with_name(f"{ledger.name}.tokens"))

    def all(self) -> tuple[Token, ...]:
        """All of them, the oldest first. TokensError where the file cannot be read."""
        return tuple(self._tokens().values())

    def any_valid(self, now: str) -> bool:
        """Whether anybody could get in."""
        return any(token.state(now) == "valid" for token in self.all())

    def add(self, name: str, scope: Scope, days: int, now: str) -> tuple[Token, str]:
        """A new token and its secret, which is kept nowhere: 256 random bits."""
        if not name.strip():
            raise TokensError("a token needs a name: whose it is")
        expires = (datetime.fromisoformat(now).astimezone(UTC) + timedelta(days=days)).isoformat(timespec="seconds")
        made, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
        token = Token(made, " ".join(name.split()), scope, now, expires, _hashed(secret))
        self._append(asdict(token))
        return token, f"{PREFIX}_{made}_{secret}"

    def revoke(self, name: str, now: str) -> Token:
        """The token of that id, from now on worth nothing. TokensError where there is none."""
        token = self._tokens().get(name)
        if token is None:
            raise TokensError(f"{name}: no such token; `onrecord token list` prints their ids")
        if token.revoked is None:
            self._append({"revoke": name, "time": now})
        return self._tokens()[name]

    def known(self, words: str, now: str) -> Token | None:
        """The valid token with that secret; None for anything else. Takes as long for a wrong secret as for none."""
        prefix, _, rest = words[:LONGEST].partition("_")
        name, _, secret = rest.partition("_")
        token = self._tokens().get(name) if prefix == PREFIX else None
        right = compare_digest(_hashed(secret), token.sha256 if token else _hashed(""))
        return token if token and right and token.state(now) == "valid" else None

    def _tokens(self) -> dict[str, Token]:
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._unreadable(error) from None
        state = (stat.st_size, stat.st_mtime_ns)
        if self._read[0] != state:
            self._read = (state, dict(self._lines()))
        return self._read[1]

    def _lines(self) -> Iterator[tuple[str, Token]]:
        found: dict[str, Token] = {}
        try:
            for line in self.path.read_text("utf-8").splitlines():
                data = json.loads(line)
                if "revoke" in data:
                    found[data["revoke"]] = replace(found[data["revoke"]], revoked=data["time"])
                else:
                    found[data["id"]] = Token(**data)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise self._unreadable(error) from None
        return iter(found.items())

    def _append(self, data: dict[str, Any]) -> None:
        """One line more, written at once, in a file that only its owner can read."""
        try:
            add_line(self.path, data)
        except OSError as error:
            raise TokensError(f"{self.path}: {error.strerror or error}; tokens are kept beside the ledger") from None

    def _unreadable(self, error: Exception) -> TokensError:
        return TokensError(f"{self.path}: cannot be read ({error}); restore a copy, or remove it and make new tokens")


def _hashed(secret: str) -> str:
    """SHA-256; of 256 random bits no slower hash is needed."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
