"""The questions a ledger asks, over one connection. SQLAlchemy Core, no dialect in it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    FromClause,
    Select,
    Subquery,
    bindparam,
    exists,
    func,
    literal_column,
    select,
    text,
)
from sqlalchemy.sql.expression import ColumnElement

from onrecord.errors import LedgerError
from onrecord.model import Edge, Record, Ref
from onrecord.model.correction import Correction
from onrecord.model.tombstone import Tombstone
from onrecord.store import schema as s
from onrecord.store.identity import canonical
from onrecord.store.rows import EntryRow, Held, OriginalRow, VersionRow

SLICE = 500
"""Rows or parameters in one go."""


def holds(c: Connection, article: str, version: str, meta: str, made_with: dict[str, str | None] | None) -> bool:
    """Whether the version has a record (made with `made_with`)."""
    joined = s.record.join(s.version, s.record.c.version_id == s.version.c.id)
    query = select(s.record.c.id).select_from(joined).where(
        s.version.c.article == article, s.version.c.version == version, s.version.c.meta == meta
    )  # fmt: skip
    if made_with is not None:
        same = select(s.made_with.c.id).where(s.made_with.c.json == canonical(made_with))
        query = query.where(s.record.c.made_with_id.in_(same))
    return c.execute(query.limit(1)).first() is not None


def versions(c: Connection, article: str | None) -> list[VersionRow]:
    """All versions (of one article), oldest first."""
    v = s.version.c
    query = select(v.id, v.article, v.version, v.meta, v.moment, v.known_from, v.recorded_at)
    if article is not None:
        query = query.where(v.article == article)
    return [VersionRow(*row) for row in c.execute(query.order_by(v.article, v.moment, v.version, v.meta))]


def _is_newest(r: FromClause = s.record) -> ColumnElement[bool]:
    """Whether no later extraction of the same version is held; correlated, for one row at a time."""
    later = s.record.alias("later")
    after = exists(later.c.id).where(later.c.version_id == r.c.version_id, later.c.made_with_id > r.c.made_with_id)
    return ~after.correlate(r)


def newest(c: Connection, record_id: int) -> bool:
    """Whether no later extraction of the same version is held."""
    return c.execute(_NEWEST, {"record": record_id}).first() is not None


_NEWEST = select(s.record.c.id).where(s.record.c.id == bindparam("record"), _is_newest())


_PARTNERS = """
WITH shared AS (
  SELECT theirs.record_id AS id, sum(mine.key GLOB 'p:*') AS telling, sum(mine.key GLOB '[sm]:*') AS steps,
  sum(mine.key GLOB 'c:*') AS runs
  FROM block mine CROSS JOIN block theirs ON theirs.key = mine.key
  WHERE mine.record_id = :record AND theirs.record_id != :record GROUP BY theirs.record_id
), weighed AS (
  SELECT shared.*, a.day IS NULL OR b.day IS NULL AS unknown,
  a.day = '' OR b.day = '' OR b.day BETWEEN a.close_first AND a.close_last AS close,
  a.day = '' OR b.day = '' OR b.day BETWEEN a.first AND a.last AS near,
  a.answers OR b.answers OR (a.counts AND b.counts) AS disputing,
  (b.day < a.day AND b.until >= a.day) OR (a.day < b.day AND a.until >= b.day) AS awaited,
  a.until != '' OR b.until != '' OR a.answers OR b.answers AS at_issue, min(a.marks, b.marks) AS marks,
  telling >= :three OR (telling AND (a.short OR b.short)) AS much
  FROM shared LEFT JOIN horizon a ON a.record_id = :record LEFT JOIN horizon b ON b.record_id = shared.id
), wanted AS (
  SELECT id FROM weighed
  WHERE unknown OR (close AND telling) OR (((near AND disputing) OR awaited) AND much)
  OR ((close OR (near AND disputing) OR awaited) AND steps AND at_issue)
  OR (runs >= :share * marks AND (near OR runs > 1))
)
SELECT r.id FROM wanted CROSS JOIN record r ON r.id = wanted.id JOIN version v ON v.id = r.version_id
WHERE v.article != (SELECT w.article FROM record q JOIN version w ON w.id = q.version_id WHERE q.id = :record)
AND NOT EXISTS (
  SELECT 1 FROM record later WHERE later.version_id = r.version_id AND later.made_with_id > r.made_with_id
)
ORDER BY r.id
"""
"""Most that share a key have too little else in common; so what they share is weighed before they are looked up."""
SHARE = 0.2
"""Share of the keys of runs of words that copies have in common at least, of the text with fewer. What an outlet prints
under every article is less of most of them."""
THREE = 3
"""Pairs that three words make."""


def partners(c: Connection, record_id: int) -> list[int]:
    """The newest records of other articles that share keys with this one, enough for what such keys tell.

    Telling words count between articles that are close in time; where they are near and one of them denies or both
    give numbers, or where one can tell what became of the other's promises, three words have to be shared, two by a
    short text. Words of steps count where one of them promises or denies something; runs of words where they are more
    than a phrase that stands in every article, however far apart they are.
    """
    return list(c.execute(text(_PARTNERS), {"record": record_id, "share": SHARE, "three": THREE}).scalars())


_RECORD = select(s.record.c.json).where(s.record.c.id == bindparam("id"))


def record(c: Connection, record_id: int) -> Record:
    """The record with that number."""
    row = c.execute(_RECORD, {"id": record_id}).first()
    if row is None:
        raise LedgerError(f"the ledger has no record {record_id}; was the article removed meanwhile?")
    return unpack(row[0])


def unpack(data: bytes) -> Record:
    """The record that `pack` wrote."""
    return Record.from_json(json.loads(zlib.decompress(data)))


def pack(record: Record) -> bytes:
    """The contract's JSON, compressed."""
    return zlib.compress(canonical(record.to_json()).encode("utf-8", "surrogatepass"))


def records(c: Connection, all_made: bool) -> Iterator[Record]:
    """All newest records (or all) in canonical order."""
    joined = s.record.join(s.version, s.record.c.version_id == s.version.c.id)
    joined = joined.join(s.made_with, s.record.c.made_with_id == s.made_with.c.id)
    query = select(s.record.c.json).select_from(joined)
    if not all_made:
        query = query.where(_is_newest())
    v = s.version.c
    for row in c.execute(query.order_by(v.article, v.version, v.meta, s.made_with.c.json)):
        yield unpack(row[0])


def _chosen(day: str | None, article: BindParameter[str] | None = None) -> Subquery:
    """The version rows that count on a day: of one text the metadata first known, of one article the newest text."""
    v = s.version.c
    variant = func.row_number().over(partition_by=(v.article, v.version), order_by=(v.moment == "", v.moment, v.meta))
    known = select(v.id, v.article, v.version, v.moment, variant.label("variant"))
    if day is not None:
        known = known.where(v.known_from <= day)
    if article is not None:
        known = known.where(v.article == article)
    first = known.subquery()
    age = func.row_number().over(partition_by=first.c.article, order_by=(first.c.moment.desc(), first.c.version.desc()))
    return (
        select(first.c.id, first.c.article, first.c.version, age.label("age")).where(first.c.variant == 1).subquery()
    )  # fmt: skip


def _held(chosen: Subquery) -> Select[int, str, str, int]:
    r = s.record.c
    joined = chosen.join(s.record, r.version_id == chosen.c.id)
    return select(r.id, chosen.c.article, chosen.c.version, r.made_with_id).select_from(joined).where(_is_newest())


def in_force(c: Connection, day: str) -> list[Held]:
    """Of each article known on that day the newest version then known."""
    chosen = _chosen(day)
    query = _held(chosen).where(chosen.c.age == 1).order_by(chosen.c.article)
    return [Held(*row) for row in c.execute(query)]


def held(c: Connection, article: str, version: str | None) -> Held | None:
    """The newest record of an article's version (its newest one)."""
    given = {"key": article} | ({"text": version} if version else {})
    row = c.execute(_held_of_one(bool(version)), given).first()
    return Held(*row) if row else None


@cache
def _held_of_one(named: bool) -> Select[int, str, str, int]:
    """The question for an article's version, made once: to make it takes longer than to answer it."""
    chosen = _chosen(None, bindparam("key"))
    return _held(chosen).where(chosen.c.version == bindparam("text") if named else chosen.c.age == 1)


def several(c: Connection, day: str) -> frozenset[str]:
    """The keys of articles with more than one text known on that day."""
    v = s.version.c
    texts = func.count(v.version.distinct())
    query = select(v.article).where(v.known_from <= day).group_by(v.article).having(texts > 1)
    return frozenset(c.execute(query).scalars())


_LATEST = (
    select(s.version.c.known_from).where(s.version.c.moment != "").order_by(s.version.c.known_from.desc()).limit(1)
)  # fmt: skip


def last_day(c: Connection) -> str | None:
    """The latest publication day; of undated articles only, the day of the last recording."""
    dated: str | None = c.execute(_LATEST).scalar()
    return dated or c.execute(select(func.max(s.version.c.known_from))).scalar()


def edges(c: Connection, among: Sequence[int] | None) -> Iterator[Edge]:
    """All edges between newest records, or those with both ends among these."""
    a, b = s.record.alias("ra"), s.record.alias("rb")
    va, vb, e = s.version.alias("va"), s.version.alias("vb"), s.edge.c
    joined = s.edge.join(a, e.record_a == a.c.id).join(b, e.record_b == b.c.id)
    joined = joined.join(va, a.c.version_id == va.c.id).join(vb, b.c.version_id == vb.c.id)
    query = select(
        e.kind, va.c.article, va.c.version, e.a_kind, e.a_start, e.a_end, vb.c.article, vb.c.version, e.b_kind,
        e.b_start, e.b_end, e.rule, e.record_b,
    ).select_from(joined)  # fmt: skip
    if among is None:
        query = query.where(_is_newest(a), _is_newest(b))
        for kind, *ends, rule, _ in c.execute(query):
            yield Edge(kind, Ref(*ends[:5]), Ref(*ends[5:]), rule)
        return
    wanted = frozenset(among)
    for i in range(0, len(among), SLICE):
        for kind, *ends, rule, record_b in c.execute(query.where(e.record_a.in_(among[i : i + SLICE]))):
            if record_b in wanted:
                yield Edge(kind, Ref(*ends[:5]), Ref(*ends[5:]), rule)


def entries(c: Connection, entry_id: str) -> list[EntryRow]:
    """The records that have this entry, the newest first."""
    return [EntryRow(Ref(*row[:5]), row[5]) for row in c.execute(_entry(), {"name": entry_id})]


@cache
def _entry() -> Select[Any]:
    joined = s.entry.join(s.record, s.entry.c.record_id == s.record.c.id)
    joined = joined.join(s.version, s.record.c.version_id == s.version.c.id)
    e, v = s.entry.c, s.version.c
    chosen = select(v.article, v.version, e.kind, e.start, e.end, e.record_id).select_from(joined)
    newest_first = (s.record.c.made_with_id.desc(), v.moment == "", v.moment, v.meta)
    return chosen.where(e.id == bindparam("name")).order_by(*newest_first)


def original(c: Connection, article: str, version: str | None) -> OriginalRow | None:
    """The bytes that an article's version came from, as first received."""
    joined = s.custody.join(s.original, s.custody.c.sha256 == s.original.c.sha256)
    joined = joined.join(s.version, s.custody.c.version_id == s.version.c.id)
    k, v = s.custody.c, s.version.c
    query = select(k.sha256, s.original.c.data, k.retrieved_at, k.address, v.article, v.version).select_from(joined)
    query = query.where(v.article == article)
    if version:
        query = query.where(v.version == version)
    row = c.execute(query.order_by(v.moment.desc(), v.version.desc(), k.id)).first()
    return OriginalRow(row[0], zlib.decompress(row[1]), *row[2:]) if row else None


def corrections(c: Connection, article: str | None) -> list[Correction]:
    """All decisions (on one article), in order of their times."""
    query = select(s.correction.c.json)
    if article is not None:
        query = query.where(s.correction.c.article == article)
    found = [Correction(**json.loads(row)) for row in c.execute(query).scalars()]
    return sorted(found, key=lambda x: (x.time, x.id))


def tombstones(c: Connection, article: str | None) -> list[Tombstone]:
    """What was removed, in order."""
    query = select(s.tombstone.c.json)
    if article is not None:
        query = query.where(s.tombstone.c.article == article)
    found = (json.loads(row) for row in c.execute(query.order_by(literal_column("id"))).scalars())
    return [Tombstone(**{**data, "hashes": tuple(data["hashes"])}) for data in found]
