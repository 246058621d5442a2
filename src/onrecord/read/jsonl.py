"""An article from one line of JSON Lines, or from the same as a dict."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from onrecord.model import Article
from onrecord.read.failure import ReadFailure
from onrecord.read.keys import key
from onrecord.read.language import language
from onrecord.read.limits import LARGEST, no_prose
from onrecord.read.parts import parts

KNOWN = ("id", "title", "outlet", "published", "url", "text")
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})(?=T|$)")


def article(line: bytes, where: str, known: Mapping[str, Any] | None = None) -> Article | ReadFailure:
    """The article that one line holds. `known` fills what the line leaves out."""
    if len(line) > LARGEST:
        return ReadFailure(f"a line of more than {LARGEST:,} bytes", where)
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return ReadFailure("not valid JSON in UTF-8", where)
    return from_data(data, where, known)


def from_data(data: Any, where: str, known: Mapping[str, Any] | None = None) -> Article | ReadFailure:
    """The article that a JSON value holds, or what is wrong with it."""
    if not isinstance(data, dict):
        return ReadFailure("no JSON object", where)
    named = data.get("id") if isinstance(data.get("id"), str) and _encodable(data["id"]) else None
    try:
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except (TypeError, ValueError, RecursionError):
        return ReadFailure("no plain JSON in UTF-8", where, named)
    given = dict(known or {}) | {name: value for name, value in data.items() if value is not None}
    values = {name: given.get(name) for name in KNOWN}
    text = values["text"]
    fault = no_prose(text) if isinstance(text, str) else "an object without a text"
    if fault is None and any(value is not None and not isinstance(value, str) for value in values.values()):
        fault = "id, title, outlet, published and url must be strings"
    if fault is None and any("\0" in value for value in values.values() if value):
        fault = "NUL bytes in id, title, outlet, published or url"
    if fault is not None:
        return ReadFailure(fault, where, named)
    return _made({name: value or None for name, value in values.items()}, given, where)


def _made(values: dict[str, Any], given: Mapping[str, Any], where: str) -> Article | ReadFailure:
    """The article of values that are sound one by one."""
    day = _day(values["published"])
    if day is None and values["published"]:
        return ReadFailure(f"published is no date: {values['published'][:40]!r}", where, values["id"])
    text, spoken = values["text"], language(values["text"])
    if spoken not in ("en", None):
        return ReadFailure(f"not in English but in the language {spoken!r}", where, values["id"])
    known = values | {"id": key(values), "published": day}
    extra = {name: value for name, value in given.items() if name not in KNOWN}
    return Article(**known, language=spoken, parts=parts(text, values["title"]), extra=extra or None)


def _day(published: str | None) -> str | None:
    """The date or time as it was given, with the hyphens that ISO 8601 lets one leave out; None where it is none.

    >>> _day("2031-03-05"), _day("20310305"), _day("2031-02-31")
    ('2031-03-05', '2031-03-05', None)
    """
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    if re.match(r"\d{4}-\d{2}-\d{2}", published):
        return published
    return _BASIC.sub(r"\1-\2-\3", published) if _BASIC.match(published) else moment.date().isoformat()


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
