"""From what a user hands in to articles with the bytes that they came from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import ExtractError
from onrecord.extract import pipeline
from onrecord.ledger.answers import Failure
from onrecord.model import Article, Record
from onrecord.model.original import Original
from onrecord.read import jsonl

Input = Path | str | dict[str, Any]
"""A file (JSON Lines, or plain text where its name ends in .txt), or one article in the contract's input form."""

LARGEST_TEXT = 20_000_000
"""Bytes of a plain text file beyond which it is no article."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article and its original."""

    article: Article
    original: Original


def sources(inputs: Iterable[Input], known: dict[str, Any], now: str) -> Iterator[Source | Failure]:
    """One article or failure a line of input, in order, one in memory. `known` fills what an input leaves out."""
    known = {name: value for name, value in known.items() if value is not None}
    for number, given in enumerate(inputs, 1):
        if isinstance(given, dict):
            yield _from_dict(given, known, f"input {number}", now)
            continue
        path = Path(given)
        try:
            if path.suffix.lower() == ".txt":
                yield _from_text(path, known, now)
            else:
                yield from _from_lines(path, known, now)
        except OSError as error:
            yield Failure(str(path), "read", error.strerror or "cannot be read")


def _from_lines(path: Path, known: dict[str, Any], now: str) -> Iterator[Source | Failure]:
    address = path.resolve().as_uri()
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _source(line, Original(line, now, address), known, f"{path}:{number}")


def _from_text(path: Path, known: dict[str, Any], now: str) -> Source | Failure:
    if path.stat().st_size > LARGEST_TEXT:
        return Failure(str(path), "read", f"longer than {LARGEST_TEXT} bytes")
    data = path.read_bytes()
    try:
        line = json.dumps({"text": data.decode("utf-8")}).encode()
    except UnicodeDecodeError:
        return Failure(str(path), "read", "no text in UTF-8")
    return _source(line, Original(data, now, path.resolve().as_uri()), known, str(path))


def _from_dict(given: dict[str, Any], known: dict[str, Any], name: str, now: str) -> Source | Failure:
    try:
        line = json.dumps(given, ensure_ascii=False, sort_keys=True).encode()
    except (TypeError, ValueError, RecursionError):
        return Failure(name, "read", "no plain JSON in UTF-8")
    return _source(line, Original(line, now), known, name)


def _source(line: bytes, original: Original, known: dict[str, Any], name: str) -> Source | Failure:
    found = jsonl.article(_filled(line, known), name)
    if isinstance(found, jsonl.ReadFailure):
        return Failure(name, "read", found.error)
    return Source(found, original)


def _filled(line: bytes, known: dict[str, Any]) -> bytes:
    """The line with `known` under what it leaves out; as it is where it is no object, for the reader to say so."""
    if not known:
        return line
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return line
    if not isinstance(data, dict):
        return line
    return json.dumps(known | {name: value for name, value in data.items() if value is not None}).encode()


def read_one(article: Article) -> Record | ExtractError:
    """The article's record, or what went wrong as a value, so that the run goes on and workers can send it back."""
    try:
        return next(pipeline.extract([article]))
    except Exception as error:  # a fault in a rule must not cost the other articles
        return ExtractError(f"{type(error).__name__}: {error}".splitlines()[0][:300])
