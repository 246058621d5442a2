"""Who asks: what `Access` found out, for whoever answers."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from onrecord.web.tokens import Scope, Token


@dataclass(frozen=True, slots=True)
class Who:
    """Who asks: a name ("" on an open server, where nobody has to say), how far they reach, and by which token."""

    name: str = ""
    scope: Scope = "admin"
    token: Token | None = None

    @property
    def open(self) -> bool:
        """Whether nobody asked who it is."""
        return self.token is None


def who(request: Request) -> Who:
    """Who asks, as `Access` found out."""
    found: Who = request.state.who
    return found
