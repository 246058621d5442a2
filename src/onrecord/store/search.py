"""Words in texts: SQLite's FTS5, with every user's string made a safe query."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection, text

from onrecord.store.rows import MARKS, Match

LONGEST = 40
"""Words of a query that are looked for; further ones are passed over."""


def quoted(words: str) -> str:
    """An FTS5 query for all the words, and for phrases in double quotes as phrases; "" where nothing can be found.

    >>> quoted('border "live fire" NEAR(x'), quoted("--")
    ('"border" "live fire" "NEAR(x"', '')
    """
    pieces = re.findall(r'"([^"]*)"|([^\s"]+)', words.replace("\0", " ").encode("utf-8", "replace").decode())
    terms = [phrase or word for phrase, word in pieces]
    return " ".join(f'"{term}"' for term in terms[:LONGEST] if any(ch.isalnum() for ch in term))


def search(c: Connection, words: str, among: Sequence[int] | None, limit: int) -> list[Match]:
    """The versions that hold all the words, best first; `among` are numbers of records."""
    query = quoted(words)
    if not query:
        return []
    chosen = "AND v.id IN (SELECT version_id FROM record JOIN json_each(:among) ON record.id = value)"
    inside = "" if among is None else chosen
    found = c.execute(
        text(
            "SELECT v.article, v.version, v.title, v.known_from, highlight(search, 1, :open, :close) "
            f"FROM search JOIN version v ON v.id = search.rowid WHERE search MATCH :query {inside} "
            "ORDER BY bm25(search), v.article, v.version, v.meta LIMIT :limit"
        ),
        {"query": query, "open": MARKS[0], "close": MARKS[1], "limit": max(0, min(limit, 10_000))}
        | ({} if among is None else {"among": f"[{','.join(map(str, among))}]"}),
    )  # fmt: skip
    return [Match(*row) for row in found]
