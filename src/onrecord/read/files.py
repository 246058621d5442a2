"""The articles of files, of standard input and of dicts, in the order given."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord.model import Article
from onrecord.read.jsonl import ReadFailure, article

LINES = frozenset({".jsonl", ".ndjson", ".json"})
"""Endings of files that hold one JSON object a line; every other file is one plain text."""
LARGEST = 20_000_000
"""Bytes of a plain text beyond which it is no article."""


def articles(inputs: Iterable[Path | str | dict[str, Any]], **known: str | None) -> Iterator[Article | ReadFailure]:
    """One article or failure an input or line, one in memory at a time.

    An input is a path, `-` for standard input, or an article as a dict in the contract's form. `known` (id, title,
    outlet, published, url) fills what an input leaves out.
    """
    given = {name: value for name, value in known.items() if value is not None}
    for one in inputs:
        if isinstance(one, dict):
            yield _from(given | {k: v for k, v in one.items() if v is not None}, "input")
            continue
        try:
            if str(one) == "-":
                yield from _stream(sys.stdin.buffer.read(LARGEST + 1), given)
            elif Path(one).suffix.lower() in LINES:
                with Path(one).open("rb") as lines:
                    yield from _lines(lines, str(one), given)
            else:
                yield _text(_bytes(Path(one)), str(one), given)
        except OSError as error:
            yield ReadFailure(error.strerror or "cannot be read", str(one))


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _stream(data: bytes, given: dict[str, Any]) -> Iterator[Article | ReadFailure]:
    """Standard input: JSON Lines where it begins with a brace, else one text."""
    if data.lstrip()[:1] == b"{":
        yield from _lines(data.split(b"\n"), "-", given)
    else:
        yield _text(data, "-", given)


def _lines(lines: Iterable[bytes], where: str, given: dict[str, Any]) -> Iterator[Article | ReadFailure]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield article(_filled(line, given), f"{where}:{number}")


def _filled(line: bytes, given: dict[str, Any]) -> bytes:
    """The line with `given` under what it leaves out; as it is where it is no object, for the reader to say so."""
    if not given:
        return line
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return line
    if not isinstance(data, dict):
        return line
    return json.dumps(given | {k: v for k, v in data.items() if v is not None}).encode()


def _text(data: bytes, where: str, given: dict[str, Any]) -> Article | ReadFailure:
    """A plain text, kept character for character."""
    if len(data) > LARGEST:
        return ReadFailure(f"longer than {LARGEST} bytes", where)
    try:
        return _from(given | {"text": data.decode("utf-8")}, where)
    except UnicodeDecodeError:
        return ReadFailure("no text in UTF-8", where)


def _from(data: dict[str, Any], where: str) -> Article | ReadFailure:
    try:
        line = json.dumps(data, ensure_ascii=False).encode("utf-8")
    except (TypeError, ValueError, RecursionError):
        return ReadFailure("no plain JSON in UTF-8", where)
    return article(line, where)
