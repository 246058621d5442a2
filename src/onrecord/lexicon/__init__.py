"""The words that the layers look for, as data: one topic a file, TOML or CSV, loaded once.

`words(topic)` reads a TOML file, `rows(topic)` a CSV file. Nothing here depends on an article.
"""

from __future__ import annotations

import csv
import hashlib
import tomllib
from functools import cache
from importlib import resources
from typing import Any

_DATA = resources.files(__name__)


@cache
def words(topic: str) -> dict[str, Any]:
    """The tables of `TOPIC.toml`. FileNotFoundError where there is none. Callers must not change what they get."""
    return tomllib.loads(_DATA.joinpath(f"{topic}.toml").read_text(encoding="utf-8"))


@cache
def rows(topic: str) -> tuple[dict[str, str], ...]:
    """The rows of `TOPIC.csv`, by the names in its first line. Lines that begin with # are comments."""
    lines = _DATA.joinpath(f"{topic}.csv").read_text(encoding="utf-8").splitlines()
    return tuple(csv.DictReader(line for line in lines if line and not line.startswith("#")))


@cache
def digest() -> str:
    """Hash of all data files, 12 hexadecimal digits: what `made_with.lexicon` says."""
    total = hashlib.sha256()
    data = (f for f in _DATA.iterdir() if f.name.endswith((".toml", ".csv", ".geojson")))
    for file in sorted(data, key=lambda f: f.name):
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()[:12]
