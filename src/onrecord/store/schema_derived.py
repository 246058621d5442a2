"""What is derived from the tables of `schema`, kept so that a page need not derive it again.

All of it can be dropped and made anew from records, edges and decisions; no digest depends on it, and its rows, unlike
those, are changed in place. Days are ISO 8601; a row holds from `from_day` on, and no more on `to_day`.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text, desc, func, literal_column, text

from onrecord.store.schema import metadata

FOREVER = "~"
"""The `to_day` of what nothing has ended yet: after every day."""
NO_DAY = "(day IS NULL OR day != last)"
"""Whether a row has no one day."""
COUNTED = 3
"""Rows are counted by how large their `number` and `size` are, up to so much."""

derived_by = Table("derived_by", metadata, Column("id", Integer, primary_key=True), Column("code", Text))
"""Row 1: what the code was that derived. Rows of other code are made anew; row 2 is the code that is at it."""

waiting = Table(
    "waiting", metadata,  # articles that what is derived does not tell of yet, and from which day on it will
    Column("article", Text, primary_key=True), Column("since", Text, nullable=False),
    Index("waiting_since", "since", "article"),
)  # fmt: skip

standing = Table(
    "standing", metadata,  # which record of an article is in force when, and what is known of the article by it
    Column("article", Text, primary_key=True),
    Column("from_day", Text, primary_key=True),
    Column("to_day", Text, nullable=False),
    Column("record_id", Integer, nullable=False),
    Column("version", Text, nullable=False),
    Column("several", Integer, nullable=False),  # whether several texts of it are known then
    Column("outlet", Text),
    Column("outlet_key", Text, nullable=False),  # casefolded, empty where unknown
    Column("title", Text),
    Column("published", Text),
    Column("moment", Text, nullable=False),
    Column("head", Text, nullable=False),  # the first characters of the text
    Index("standing_outlet", "outlet", "to_day", "from_day"),
    Index("standing_record", "record_id", "to_day", "from_day"),
)  # fmt: skip
Index("standing_printer", standing.c.outlet_key, func.coalesce(standing.c.published, literal_column("''")),
      standing.c.article, standing.c.to_day, standing.c.from_day)  # fmt: skip
Index("standing_listed", func.coalesce(standing.c.published, literal_column("''")), standing.c.article,
      standing.c.to_day, standing.c.from_day, standing.c.outlet_key)  # fmt: skip

standing_day = Table(
    "standing_day", metadata,  # how many articles are first known on a day
    Column("day", Text, primary_key=True), Column("number", Integer, nullable=False),
)  # fmt: skip

kept = Table(
    "kept", metadata,  # entries of views, as JSON, with what lists choose and sort by
    Column("id", Integer, primary_key=True),
    Column("list", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("from_day", Text, nullable=False),
    Column("to_day", Text, nullable=False),
    Column("kind", Text),
    Column("status", Text),
    Column("day", Text),  # the first and the last day that its day, month or year can mean
    Column("last", Text),
    Column("published", Text),
    Column("number", Integer),
    Column("size", Integer),
    Column("who", Text),
    Column("place", Text, nullable=False),  # where it stands in the view, sortable
    Column("words", Text, nullable=False),  # what can be looked for in it, as tokens
    Column("json", Text, nullable=False),
    Index("kept_unit", "unit", "list"),
    Index("kept_name", "name"),
    # each stands in the order of a list and holds all that it chooses by, so that as many rows are read as are shown
    Index("kept_place", "list", "place", "to_day", "from_day", "kind", "number", "size", "day", "last", "status"),
    Index("kept_size", "list", desc("number"), desc("size"), "name", "to_day", "from_day", "kind", "who"),
    Index("kept_who", "list", "who", "to_day", "from_day"),
    Index("kept_from", "list", desc("from_day"), "name", "to_day"),
    Index("kept_to", "list", desc("to_day"), "name", "from_day"),
)  # fmt: skip
_COMMITMENTS, _EVENTS = text("list = 'commitments'"), text("list = 'events'")
_WAITING = text("list = 'waiting'")
_PUBLISHED = func.coalesce(kept.c.published, literal_column("''"))
Index("kept_due", kept.c.status, kept.c.to_day, kept.c.from_day, kept.c.kind, kept.c.day, kept.c.last, kept.c.published,
      kept.c.name, kept.c.number, sqlite_where=_COMMITMENTS)  # fmt: skip
Index("kept_day", kept.c.status, kept.c.day, kept.c.to_day, kept.c.from_day, kept.c.kind, kept.c.last, kept.c.published,
      kept.c.name, kept.c.number, sqlite_where=_COMMITMENTS)  # fmt: skip
Index("kept_open", kept.c.status, desc(kept.c.number), desc(_PUBLISHED), kept.c.name, kept.c.to_day, kept.c.from_day,
      kept.c.kind, sqlite_where=text(f"list = 'commitments' AND {NO_DAY}"))  # fmt: skip
for _name, _first in (("doubt", ("number", "size")), ("weight", ("size", "number"))):
    Index(f"kept_{_name}", *(desc(kept.c[name]) for name in _first), kept.c.name, kept.c.to_day, kept.c.from_day,
          kept.c.kind, kept.c.status, kept.c.who, kept.c.day, kept.c.place, sqlite_where=_WAITING)  # fmt: skip
Index("kept_near", kept.c.day, kept.c.to_day, kept.c.from_day, kept.c.size, kept.c.number, kept.c.name,
      sqlite_where=_WAITING)  # fmt: skip
Index("kept_reported", desc(_PUBLISHED), desc(kept.c.number), desc(kept.c.size), kept.c.name, kept.c.to_day,
      kept.c.from_day, kept.c.kind, kept.c.status, kept.c.who, kept.c.day, kept.c.last,
      sqlite_where=_EVENTS)  # fmt: skip

kept_number = Table(
    "kept_number", metadata,  # how many rows of a sort begin to hold (or, below zero, end) in a month or on a day
    Column("list", Text, primary_key=True),
    Column("period", Text, primary_key=True),  # m2031-04 or d2031-04-12
    Column("kind", Text, primary_key=True),
    Column("status", Text, primary_key=True),  # of events the root of their code
    Column("dated", Integer, primary_key=True),  # whether it has one day
    Column("number", Integer, primary_key=True),  # at most COUNTED, as is size
    Column("size", Integer, primary_key=True),
    Column("rows", Integer, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip

kept_member = Table(
    "kept_member", metadata,  # which entries a unit is made of: what has to be derived together
    Column("unit", Text, primary_key=True),
    Column("list", Text, primary_key=True),
    Column("article", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Index("kept_member_article", "article", "list"),
)  # fmt: skip

laid = Table(
    "laid", metadata,  # records that reviewers have changed, as they want them
    Column("record_id", Integer, primary_key=True), Column("json", LargeBinary, nullable=False),
)  # fmt: skip

laid_edge = Table(
    "laid_edge", metadata,  # and their relations
    *(Column(name, Integer, primary_key=True) for name in ("record_a", "record_b")),
    Column("kind", Text, primary_key=True),
    *(Column(f"a_{name}", Text if name == "kind" else Integer, primary_key=True) for name in ("kind", "start", "end")),
    *(Column(f"b_{name}", Text if name == "kind" else Integer, primary_key=True) for name in ("kind", "start", "end")),
    Column("rule", Text, primary_key=True),
    Index("laid_edge_b", "record_b"),
)  # fmt: skip

horizon = Table(
    "horizon", metadata,  # how far from its day a record's partners are looked for
    Column("record_id", Integer, primary_key=True),
    Column("day", Text, nullable=False),  # empty where undated
    Column("close_first", Text, nullable=False),  # articles from the first to the last of these days all count
    Column("close_last", Text, nullable=False),
    Column("first", Text, nullable=False),  # of these, where one answers or both count
    Column("last", Text, nullable=False),
    Column("until", Text, nullable=False),  # until when a later one can tell of its commitments; empty: it has none
    Column("answers", Integer, nullable=False),  # whether it denies or takes back
    Column("counts", Integer, nullable=False),  # whether it has numbers
    Column("short", Integer, nullable=False),  # whether few words tell what it is about
    Column("marks", Integer, nullable=False),  # how many keys it has by which copies are found
)  # fmt: skip

TABLES = (horizon, derived_by, waiting, standing, standing_day, kept, kept_number, kept_member, laid, laid_edge)


def _counts(row: str, day: str, by: int) -> str:
    """A statement for a trigger: count that a row, old or new, begins (`by` 1) or ends (-1) to hold on a day of it."""
    kind, status, number, size = (f"{row}.{name}" for name in ("kind", "status", "number", "size"))
    when = f"{row}.{day}"
    return (
        f"INSERT INTO kept_number SELECT {row}.list, period, coalesce({kind}, ''), "
        f"CASE {row}.list WHEN 'events' THEN substr(coalesce({status}, ''), 1, 2) ELSE coalesce({status}, '') END, "
        f"coalesce({row}.day = {row}.last, 0), min(coalesce({number}, 0), {COUNTED}), "
        f"min(coalesce({size}, 0), {COUNTED}), {by} "
        f"FROM (SELECT 'm' || substr({when}, 1, 7) AS period UNION ALL SELECT 'd' || {when}) "
        f"WHERE {when} != '{FOREVER}' "
        "ON CONFLICT DO UPDATE SET rows = rows + excluded.rows;"
    )


def _trigger(name: str, on: str, *statements: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {on} ON kept BEGIN {' '.join(statements)} END"


INDEXED = (
    "CREATE VIRTUAL TABLE kept_words USING fts5(words, content='kept', content_rowid='id', tokenize='ascii', "
    "detail='none')",
    _trigger("kept_insert", "INSERT", "INSERT INTO kept_words(rowid, words) VALUES (new.id, new.words);",
             _counts("new", "from_day", 1), _counts("new", "to_day", -1)),
    _trigger("kept_delete", "DELETE",
             "INSERT INTO kept_words(kept_words, rowid, words) VALUES ('delete', old.id, old.words);",
             _counts("old", "from_day", -1), _counts("old", "to_day", 1)),
    _trigger("kept_end", "UPDATE OF to_day", _counts("old", "to_day", 1), _counts("new", "to_day", -1)),
)  # fmt: skip
"""The index of what can be looked for, and the numbers of rows, kept in step by the database itself."""
