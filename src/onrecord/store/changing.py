"""What changes a ledger, over one connection in a transaction: rows are inserted or ignored, `remove` alone deletes."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache

from sqlalchemy import Connection, Insert, Table, bindparam, delete, insert, or_, select

from onrecord.model import Article, Edge, Record, Ref
from onrecord.model.correction import Correction
from onrecord.model.moment import moment
from onrecord.model.original import Original
from onrecord.model.tombstone import Tombstone
from onrecord.store import schema as s
from onrecord.store.identity import canonical, known_from, meta
from onrecord.store.reading import pack
from onrecord.store.schema_derived import horizon, laid, laid_edge

_v, _r = s.version.c, s.record.c
_VERSION = select(_v.id).where(
    _v.article == bindparam("article"), _v.version == bindparam("version"), _v.meta == bindparam("meta")
)
_MADE_WITH = select(s.made_with.c.id).where(s.made_with.c.json == bindparam("json"))
_RECORD = select(_r.id).where(_r.version_id == bindparam("version_id"), _r.made_with_id == bindparam("made_with_id"))
"""What is asked for every article: putting a question together takes longer than its answer."""


@cache
def _ignore(table: Table) -> Insert:
    return insert(table).prefix_with("OR IGNORE", dialect="sqlite")


def put(
    c: Connection, record: Record, *, original: Original | None, refs: Iterable[Ref], keys: Iterable[str], now: str
) -> int | None:
    """The number of the new record; None where it is already there, and then it stays as it is."""
    version_id = _version(c, record.article, now)
    if original is not None:
        _custody(c, version_id, original, now)
    made_id = _made_with(c, canonical(record.made_with), now)
    same = {"version_id": version_id, "made_with_id": made_id}
    if c.execute(_RECORD, same).scalar() is not None:
        return None
    record_id = _new(c, s.record, {**same, "json": pack(record), "recorded_at": now})
    _many(c, s.entry, [
        {"record_id": record_id, "id": r.id, "kind": r.kind, "start": r.start, "end": r.end, "recorded_at": now}
        for r in refs
    ])  # fmt: skip
    _many(c, s.block, [{"key": key, "record_id": record_id, "recorded_at": now} for key in keys])
    return record_id


def _version(c: Connection, article: Article, now: str) -> int:
    key = {"article": article.id, "version": article.version, "meta": meta(article)}
    held: int | None = c.execute(_VERSION, key).scalar()
    if held is not None:
        return held
    c.execute(_ignore(s.article), {"key": article.id, "recorded_at": now})
    when = {"moment": moment(article.published), "known_from": known_from(article.published, now), "recorded_at": now}
    return _new(c, s.version, {**key, **when, "title": article.title, "text": article.text})


def _made_with(c: Connection, made: str, now: str) -> int:
    held: int | None = c.execute(_MADE_WITH, {"json": made}).scalar()
    return held or _new(c, s.made_with, {"json": made, "recorded_at": now})


def _new(c: Connection, table: Table, row: dict[str, object]) -> int:
    """The number of a new row."""
    key = c.execute(insert(table), row).inserted_primary_key
    assert key is not None
    return int(key[0])


def _custody(c: Connection, version_id: int, original: Original, now: str) -> None:
    row = {"sha256": original.sha256, "data": zlib.compress(original.data), "recorded_at": now}
    c.execute(_ignore(s.original), row)
    taken = {"version_id": version_id, "sha256": original.sha256, "retrieved_at": original.retrieved_at}
    c.execute(_ignore(s.custody), {**taken, "address": original.address, "recorded_at": now})


def _many(c: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    if rows:
        c.execute(_ignore(table), rows)


def add_edges(c: Connection, record_ids: Mapping[str, int], edges: Iterable[Edge], now: str) -> None:
    """Keep the edges between two records, given by the keys of their articles."""
    _many(c, s.edge, [
        {"record_a": record_ids[a.article], "record_b": record_ids[b.article], "kind": kind, "a_kind": a.kind,
         "a_start": a.start, "a_end": a.end, "b_kind": b.kind, "b_start": b.start, "b_end": b.end, "rule": rule,
         "recorded_at": now}
        for kind, a, b, rule in ((e.kind, e.a, e.b, e.rule) for e in edges)
    ])  # fmt: skip


def add_correction(c: Connection, correction: Correction, now: str) -> None:
    """Keep a reviewer's decision."""
    row = {"id": correction.id, "article": correction.article, "json": canonical(asdict(correction))}
    c.execute(_ignore(s.correction), {**row, "recorded_at": now})


def remove(c: Connection, stone: Tombstone, now: str) -> None:
    """Erase an article with all that came from it: reviewers' decisions too, since they quote it."""
    version_ids = select(s.version.c.id).where(s.version.c.article == stone.article)
    record_ids = select(s.record.c.id).where(s.record.c.version_id.in_(version_ids))
    taken = set(c.execute(select(s.custody.c.sha256).where(s.custody.c.version_id.in_(version_ids))).scalars())
    e = s.edge.c
    c.execute(delete(s.edge).where(or_(e.record_a.in_(record_ids), e.record_b.in_(record_ids))))
    given = delete(laid_edge).where(or_(laid_edge.c.record_a.in_(record_ids), laid_edge.c.record_b.in_(record_ids)))
    c.execute(given)
    for table in (s.entry, s.block, laid, horizon):
        c.execute(delete(table).where(table.c.record_id.in_(record_ids)))
    for table in (s.record, s.custody):
        c.execute(delete(table).where(table.c.version_id.in_(version_ids)))
    c.execute(delete(s.correction).where(s.correction.c.article == stone.article))
    c.execute(delete(s.version).where(s.version.c.article == stone.article))
    c.execute(delete(s.article).where(s.article.c.key == stone.article))
    for sha256 in sorted(taken):
        kept = select(s.custody.c.id).where(s.custody.c.sha256 == sha256).exists()
        c.execute(delete(s.original).where(s.original.c.sha256 == sha256, ~kept))
    c.execute(insert(s.tombstone), {"article": stone.article, "json": json.dumps(asdict(stone)), "recorded_at": now})
