"""The tables, in their current form. What each row says about a text can be made again from the originals.

Rows are inserted or ignored, never updated; `remove` alone deletes. Every table that holds what was extracted leads to
`made_with` through `record`; every row bears `recorded_at` (UTC), which no answer and no digest depends on, except that
an article without a date is known from the day on which it was recorded.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

SCHEMA_VERSION = 3

metadata = MetaData()


def _recorded() -> Column[str]:
    return Column("recorded_at", Text, nullable=False)


schema_version = Table("schema_version", metadata, Column("version", Integer, primary_key=True), _recorded())

made_with = Table(
    "made_with", metadata,
    Column("id", Integer, primary_key=True), Column("json", Text, nullable=False, unique=True), _recorded(),
)  # fmt: skip

original = Table(
    "original", metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),  # zlib
    _recorded(),
)  # fmt: skip

article = Table("article", metadata, Column("key", Text, primary_key=True), _recorded())

version = Table(
    "version", metadata,
    Column("id", Integer, primary_key=True),
    Column("article", Text, ForeignKey("article.key"), nullable=False),
    Column("version", Text, nullable=False),  # hash of the text
    Column("meta", Text, nullable=False),  # hash of what is known about the text: outlet, date, title, address
    Column("moment", Text, nullable=False),  # publication as UTC, sortable; empty where undated
    Column("known_from", Text, nullable=False),  # the day, UTC
    Column("title", Text),
    Column("text", Text, nullable=False),
    _recorded(),
    UniqueConstraint("article", "version", "meta"),
    Index("version_known_from", "known_from"),
)  # fmt: skip

custody = Table(
    "custody", metadata,
    Column("id", Integer, primary_key=True),
    Column("version_id", Integer, ForeignKey("version.id"), nullable=False),
    Column("sha256", Text, ForeignKey("original.sha256"), nullable=False, index=True),
    Column("retrieved_at", Text, nullable=False),
    Column("address", Text),
    _recorded(),
    UniqueConstraint("version_id", "sha256"),
)  # fmt: skip

record = Table(
    "record", metadata,
    Column("id", Integer, primary_key=True),
    Column("version_id", Integer, ForeignKey("version.id"), nullable=False),
    Column("made_with_id", Integer, ForeignKey("made_with.id"), nullable=False),
    Column("json", LargeBinary, nullable=False),  # the contract's article record, zlib
    _recorded(),
    UniqueConstraint("version_id", "made_with_id"),
)  # fmt: skip

entry = Table(
    "entry", metadata,
    Column("record_id", Integer, ForeignKey("record.id"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _recorded(),
    Index("entry_id", "id"),
)  # fmt: skip

edge = Table(
    "edge", metadata,
    Column("record_a", Integer, ForeignKey("record.id"), primary_key=True),
    Column("record_b", Integer, ForeignKey("record.id"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("a_kind", Text, primary_key=True),
    Column("a_start", Integer, primary_key=True),
    Column("a_end", Integer, primary_key=True),
    Column("b_kind", Text, primary_key=True),
    Column("b_start", Integer, primary_key=True),
    Column("b_end", Integer, primary_key=True),
    Column("rule", Text, primary_key=True),
    _recorded(),
    Index("edge_record_b", "record_b"),
)  # fmt: skip

block = Table(
    "block", metadata,
    Column("key", Text, primary_key=True),
    Column("record_id", Integer, ForeignKey("record.id"), primary_key=True),
    _recorded(),
    Index("block_record", "record_id"),
)  # fmt: skip

correction = Table(
    "correction", metadata,
    Column("id", Text, primary_key=True),
    Column("article", Text, ForeignKey("article.key"), nullable=False, index=True),
    Column("json", Text, nullable=False),
    _recorded(),
)  # fmt: skip

tombstone = Table(
    "tombstone", metadata,
    Column("id", Integer, primary_key=True),
    Column("article", Text, nullable=False, index=True),
    Column("json", Text, nullable=False),
    _recorded(),
)  # fmt: skip

SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(title, text, content='version', content_rowid='id', "
    'tokenize="unicode61 remove_diacritics 2")',
    "CREATE TRIGGER search_insert AFTER INSERT ON version BEGIN "
    "INSERT INTO search(rowid, title, text) VALUES (new.id, new.title, new.text); END",
    "CREATE TRIGGER search_delete AFTER DELETE ON version BEGIN "
    "INSERT INTO search(search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text); END",
)
"""The index of words over title and text, kept in step by the database itself."""
