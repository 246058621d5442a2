"""The article key: what makes two inputs versions of one article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

_TRACKING = re.compile(
    r"utm_\w{1,30}|at_(?:medium|campaign|custom\d?|link\w{0,20}|bbc\w{0,20}|ptr\w{0,10}|format)|fbclid|gclid|dclid|msclkid|"
    r"yclid|twclid|igshid|mc_[ce]id|cmpid|cmp|ocid|icid|ns_\w{1,30}|ito|smid|smtyp|_ga|_gl|ftag|taid|wt\.\w{1,30}|sref|"
    r"guccounter|guce_\w{1,30}|__twitter_impression|spm|xtor|mkt_tok|hss_channel"
)
"""Parameters that tell how a reader came to a page, never which page it is."""
_PORTS = {"http": 80, "https": 443}


def canonical(url: str) -> str:
    """The address without what does not tell pages apart: fragment, tracking, default port, case of scheme and host.

    >>> canonical("HTTPS://News.Example.ORG:443/a/b?utm_source=x&id=7#top")
    'https://news.example.org/a/b?id=7'
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    scheme = parts.scheme.lower()
    site = host if port in (None, _PORTS.get(scheme)) else f"{host}:{port}"
    asked = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k.lower())]
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return SplitResult(scheme, site, path, urlencode(sorted(asked)), "").geturl()


def key(known: Mapping[str, str | None]) -> str:
    """The given id, else a hash of the canonical address, else of outlet, date, title and text together."""
    if given := known.get("id"):
        return given
    if url := known.get("url"):
        words = canonical(url)
    else:
        words = "\0".join(known.get(name) or "" for name in ("outlet", "published", "title", "text"))
    return hashlib.sha256(words.encode("utf-8")).hexdigest()
