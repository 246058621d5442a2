"""A search as an Atom feed (RFC 4287): each article one entry, the latest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote
from xml.etree import ElementTree as ET

from onrecord.export.printed import Source

NAMESPACE = "http://www.w3.org/2005/Atom"
AUTHORITY = "tag:onrecord.invalid,2020:"
"""Names under it belong to no host: the same ledger served elsewhere names its entries alike."""
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Item:
    """An article of the feed: its words around the hit, and the address of its page."""

    source: Source
    words: str
    address: str


def feed(title: str, items: Sequence[Item], own: str, page: str, as_of: str) -> str:
    """The feed as XML. `own` is its address, `page` that of the same list for people; an empty one is of `as_of`."""
    root = ET.Element("feed", xmlns=NAMESPACE)
    found = sorted(items, key=lambda i: (_time(i.source.published, as_of), i.source.key), reverse=True)
    newest = _time(found[0].source.published, as_of) if found else _time(None, as_of)
    _add(root, "id", f"{AUTHORITY}search:{quote(title)}")
    _add(root, "title", title)
    _add(root, "updated", newest)
    _add(_add(root, "author", ""), "name", "onrecord")
    _add(root, "link", "", rel="self", type="application/atom+xml", href=own)
    _add(root, "link", "", rel="alternate", type="text/html", href=page)
    for item in found:
        entry = _add(root, "entry", "")
        source = item.source
        _add(entry, "id", f"{AUTHORITY}article:{quote(source.key, safe='')}:{source.version}")
        _add(entry, "title", source.label)
        _add(entry, "updated", _time(source.published, as_of))
        if source.outlet:
            _add(_add(entry, "author", ""), "name", source.outlet)
        _add(entry, "link", "", rel="alternate", type="text/html", href=item.address)
        _add(entry, "summary", item.words)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, name, {key: clean(value) for key, value in attributes.items()})
    made.text = clean(text) or None
    return made


def clean(text: str) -> str:
    r"""The text without the characters that XML 1.0 does not allow.

    >>> clean("a\x00b\ufffe<c")
    'a b <c'
    """
    return _FORBIDDEN.sub(" ", text)


def _time(given: str | None, as_of: str) -> str:
    """A time as RFC 3339 asks for, UTC; of a bare day its beginning, and of no day that of `as_of`."""
    try:
        when = datetime.fromisoformat(given or as_of)
    except ValueError:
        when = datetime.fromisoformat(as_of)
    when = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    return f"{when.isoformat(timespec='seconds').removesuffix('+00:00')}Z"
