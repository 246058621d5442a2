"""An article from a web page: its text, and what the page says of title, outlet, address and date."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,1000}-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I
)
FEWEST_WORDS = 20
"""Words below which what is left of a page is no article."""
DEEPEST = 2_000
"""Tags open at once beyond which a page is no article but a trap for parsers."""
LATEST = "2199-12-31"
"""The last date looked for: a fixed one, so that the same page gives the same date on any day."""
_DATED = (
    "article:published_time",
    "og:article:published_time",
    "datePublished",
    "date",
    "DC.date.issued",
    "pubdate",
    "parsely-pub-date",
)
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_VOID = frozenset(
    b"br img hr meta link input source wbr area base col embed param track p li td tr th dt dd option".split()
)


def is_html(data: bytes) -> bool:
    """Whether bytes begin as a web page does.

    >>> is_html(b"<!DOCTYPE html><html>"), is_html(b"The tag <html> was forgotten.")
    (True, False)
    """
    return bool(_HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")))


def page(data: bytes) -> dict[str, str] | str:
    """The article's text, title, outlet, url and published as far as the page tells them; else why there is none.

    Only the page is asked, never the network. A date is taken from what the page states (meta data, time elements).
    """
    if _depth(data) > DEEPEST:
        return "HTML nested too deep"
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    tree = load_html(data)
    if tree is None:
        return "HTML that cannot be read"
    published = _stated(tree)
    dates = {"original_date": True, "extensive_search": False, "max_date": LATEST}
    found = bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=False, favor_precision=True,
        date_extraction_params=dates,
    )  # fmt: skip
    text = (found.text or "") if found is not None and not isinstance(found, dict) else ""
    if found is None or isinstance(found, dict) or len(text.split()) < FEWEST_WORDS or not _prose(text):
        return "HTML without an article in it"
    known = {"title": found.title, "outlet": found.sitename, "url": found.url, "published": published or found.date}
    return {"text": text} | {name: value for name, value in known.items() if value}


def _prose(text: str) -> bool:
    """Whether there is at least one sentence that ends as one, and not only links and buttons."""
    return any(
        len(line.split()) > 7 and line.rstrip("\"”'’) ").endswith((".", "!", "?", "…")) for line in text.splitlines()
    )


def _stated(tree: Any) -> str | None:
    """The date or time of publication that the page's meta data state; None where none is valid."""
    for name in _DATED:
        for element in tree.xpath("//meta[@property=$n or @name=$n or @itemprop=$n]", n=name)[:3]:
            value = (element.get("content") or "").strip()
            if re.match(r"\d{4}-\d{2}-\d{2}", value) and _valid(value):
                return value
    for element in tree.xpath("//time[@itemprop='datePublished' and @datetime]")[:1]:
        value = element.get("datetime").strip()
        if _valid(value):
            return str(value)
    return None


def _valid(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _depth(data: bytes) -> int:
    """How many tags are open at most, those left out that authors may leave open."""
    depth = most = 0
    for close, name in _TAG.findall(data):
        if name.lower() not in _VOID:
            depth = max(0, depth - 1) if close else depth + 1
            most = max(most, depth)
    return most
