"""Deliveries over HTTP: signed, so that the receiver knows from whom; retried; never led elsewhere by a redirect."""

from __future__ import annotations

import hmac
import json
import time
from collections.abc import Callable
from hashlib import sha256
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

SECONDS = 10.0
"""How long a receiver may take."""
WAITS = (1.0, 5.0)
"""Seconds before each further try of one run; later runs wait longer, `Watch.due`."""


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def signature(secret: str, sent_at: str, body: bytes) -> str:
    """What the receiver compares, in constant time: HMAC-SHA-256 over time, a point, and the body.

    >>> signature("s", "2031-05-20T12:00:00+00:00", b"{}")[:23]
    'sha256=646d81554657ccc0'
    """
    return f"sha256={hmac.new(secret.encode(), f'{sent_at}.'.encode() + body, sha256).hexdigest()}"


def post(
    address: str, secret: str, content: dict[str, Any], now: str, sleep: Callable[[float], None] = time.sleep
) -> str | None:
    """Why a delivery failed, in a few words, after all tries; None where the receiver took it (status 2xx).

    The same content has the same `X-Onrecord-Delivery`, by which a receiver knows what it has already.
    """
    body = json.dumps(content, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    headers = {
        "Content-Type": "application/json", "User-Agent": "onrecord", "X-Onrecord-Time": now,
        "X-Onrecord-Signature": signature(secret, now, body), "X-Onrecord-Delivery": sha256(body).hexdigest()[:32],
    }  # fmt: skip
    why: str | None = None
    for wait in (0.0, *WAITS):
        if wait:
            sleep(wait)
        why = _tried(Request(address, body, headers, method="POST"))
        if why is None or why.startswith("status 4"):  # what the receiver refuses it will refuse again at once
            return why
    return why


def _tried(request: Request) -> str | None:
    opener = build_opener(_NoRedirect(), ProxyHandler())
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            return None if 200 <= answer.status < 300 else f"status {answer.status}"
    except HTTPError as error:
        with error:
            return f"status {error.code}"
    except (URLError, HTTPException, OSError, ValueError) as error:
        return str(getattr(error, "reason", "") or error) or type(error).__name__
