"""The articles of files, of standard input and of dicts, in the order given, each with the bytes it came from."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from onrecord.model import Article
from onrecord.read.failure import ReadFailure, cannot_open
from onrecord.read.html import is_html, page
from onrecord.read.jsonl import article, from_data
from onrecord.read.limits import LARGEST, unreadable

LINES = frozenset({".jsonl", ".ndjson"})
"""Endings of files that hold one JSON object a line."""
PAGES = frozenset({".html", ".htm", ".xhtml"})
TEXTS = frozenset({".txt", ".text", ".md"})

Input = Path | str | dict[str, Any]
"""A path, `-` for standard input, or an article as a dict in the contract's form."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article, the bytes that it was made from, and the address of the file they stood in; None: none."""

    article: Article
    data: bytes
    address: str | None = None


Found = Source | ReadFailure


def articles(inputs: Iterable[Input], **known: str | None) -> Iterator[Article | ReadFailure]:
    """As `sources`, without the bytes."""
    for found in sources(inputs, **known):
        yield found.article if isinstance(found, Source) else found


def sources(inputs: Iterable[Input], **known: str | None) -> Iterator[Found]:
    """One article or failure an input or line, in order, one in memory at a time.

    What a file is: its ending tells (.jsonl, .html, .txt), else its first bytes. `known` (id, title, outlet, published,
    url) fills what an input leaves out; of a web page it comes before what the page says, which is often wrong.
    """
    given = {name: value for name, value in known.items() if value is not None}
    for number, one in enumerate(inputs, 1):
        if isinstance(one, dict):
            yield _from_dict(one, given, f"input {number}")
        else:
            try:
                yield from _from_file(one, given)
            except OSError as error:
                yield ReadFailure(cannot_open(error), str(one))


def _from_file(one: Path | str, given: dict[str, Any]) -> Iterator[Found]:
    if str(one) == "-":
        yield from _read(sys.stdin.buffer, "-", "", None, given)
        return
    path = Path(one)
    with path.open("rb") as file:
        yield from _read(file, str(path), path.suffix.lower(), path.resolve().as_uri(), given)


def _read(file: BinaryIO, where: str, suffix: str, address: str | None, given: dict[str, Any]) -> Iterator[Found]:
    """What an open file holds."""
    start = file.readline(LARGEST + 1)
    while start.strip() == b"" and start.endswith(b"\n") and suffix not in TEXTS | PAGES | LINES:
        start += (more := file.readline(LARGEST + 1 - len(start)))
        if not more or len(start) > LARGEST:
            break
    if suffix in LINES or (suffix not in TEXTS | PAGES and _object(start) and suffix != ".json"):
        yield from _lines(start, file, where, address, given)
        return
    data = start + file.read(max(0, LARGEST + 1 - len(start)))
    if suffix == ".json" and len(data) <= LARGEST:
        yield from _json(data, where, address, given)
    elif suffix in PAGES or is_html(data):
        yield _page(data, where, address, given)
    else:
        yield _text(data, where, address, given)


def _object(start: bytes) -> bool:
    return start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def _lines(start: bytes, file: BinaryIO, where: str, address: str | None, given: dict[str, Any]) -> Iterator[Found]:
    """A file of JSON Lines; of a line that is too long only so much is held as shows that it is."""
    number, line, empty = 0, start, True
    while line:
        number += line.count(b"\n", 0, -1) + 1
        if line.strip():
            empty = False
            found = article(line, f"{where}:{number}", given)
            yield found if isinstance(found, ReadFailure) else Source(found, line, address)
        while len(line) > LARGEST and not line.endswith(b"\n"):
            if not (line := file.readline(LARGEST + 1)):
                return
        line = file.readline(LARGEST + 1)
    if empty:
        yield ReadFailure("empty", where)


def _json(data: bytes, where: str, address: str | None, given: dict[str, Any]) -> Iterator[Found]:
    """A .json file: one object over many lines, a list of objects, or in truth JSON Lines."""
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        if b"\n" not in data.strip():
            yield ReadFailure("not valid JSON in UTF-8", where)
            return
        for number, line in enumerate(data.splitlines(keepends=True), 1):
            if line.strip():
                made = article(line, f"{where}:{number}", given)
                yield made if isinstance(made, ReadFailure) else Source(made, line, address)
        return
    for number, one in enumerate(whole if isinstance(whole, list) else [whole], 1):
        found = from_data(one, f"{where}[{number}]" if isinstance(whole, list) else where, given)
        own = (
            json.dumps(one, ensure_ascii=False).encode()
            if isinstance(whole, list) and isinstance(found, Article)
            else data
        )
        yield found if isinstance(found, ReadFailure) else Source(found, own, address)


def _text(data: bytes, where: str, address: str | None, given: dict[str, Any]) -> Found:
    """A plain text, kept character for character but for the mark of its encoding."""
    if fault := unreadable(data):
        return ReadFailure(fault, where)
    if not data.strip():
        return ReadFailure("empty", where)
    try:
        found = from_data(given | {"text": data.decode("utf-8-sig")}, where)
    except UnicodeDecodeError as error:
        return ReadFailure(f"no text in UTF-8 (byte {error.start})", where)
    return found if isinstance(found, ReadFailure) else Source(found, data, address)


def _page(data: bytes, where: str, address: str | None, given: dict[str, Any]) -> Found:
    """A web page, with what it says of itself where the user says nothing."""
    if fault := unreadable(data):
        return ReadFailure(fault, where)
    if b"\0" in data:
        return ReadFailure("NUL bytes in the HTML", where)
    said = page(data)
    if isinstance(said, str):
        return ReadFailure(said, where)
    found = from_data(said | given, where)
    return found if isinstance(found, ReadFailure) else Source(found, data, address)


def _from_dict(data: dict[str, Any], given: dict[str, Any], where: str) -> Found:
    found = from_data(data, where, given)
    if isinstance(found, ReadFailure):
        return found
    return Source(found, json.dumps(data, ensure_ascii=False, sort_keys=True, default=str).encode())
