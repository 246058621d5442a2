"""What a store answers with: one small row type an answer, nothing of the database in it."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.model import Ref


class Held(NamedTuple):
    """A record as the store names it."""

    record_id: int
    article: str
    version: str
    made_with_id: int


class VersionRow(NamedTuple):
    """One version of an article as known under one set of metadata. `moment` is its publication in UTC, "" undated."""

    id: int
    article: str
    version: str
    meta: str
    moment: str
    known_from: str
    recorded_at: str


class EntryRow(NamedTuple):
    """An entry, and the record that it was made for."""

    ref: Ref
    record_id: int


class Match(NamedTuple):
    """A version that holds the words asked for. `marked` is its text with `MARKS` around each of them."""

    article: str
    version: str
    title: str | None
    known_from: str
    marked: str


class OriginalRow(NamedTuple):
    """The bytes that a version came from, when and from where they were taken."""

    sha256: str
    data: bytes
    retrieved_at: str
    address: str | None
    article: str
    version: str


class Check(NamedTuple):
    """One thing that was looked at, whether it is as it should be, and the figures or the fault in one line."""

    name: str
    ok: bool
    detail: str


MARKS = ("\x01\x02", "\x02\x01")
"""Put before and after found words. Control characters that no article has in this order."""
