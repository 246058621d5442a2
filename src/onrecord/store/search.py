"""Words in texts: SQLite's FTS5, with every user's string made a safe query."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection, text

from onrecord.store.chosen import printed_where
from onrecord.store.rows import MARKS, Match
from onrecord.store.rows_derived import Printing

LONGEST = 40
"""Words of a query that are looked for; further ones are passed over."""
BEGINNING = 3
"""Letters that the beginning of a word has at least: a shorter one would be in every text."""


def quoted(words: str) -> str:
    """An FTS5 query for all the words, and for phrases in double quotes as phrases; "" where nothing can be found.

    A word of three letters or more before an asterisk stands for all words that begin so.

    >>> quoted('border "live fire" NEAR(x'), quoted("--")
    ('"border" "live fire" "NEAR(x"', '')
    >>> quoted("evacu* a*")
    '"evacu"* "a*"'
    """
    pieces = re.findall(r'"([^"]*)"|([^\s"]+)', words.replace("\0", " ").encode("utf-8", "replace").decode())
    terms = [_term(phrase, word) for phrase, word in pieces]
    return " ".join(term for term in terms[:LONGEST] if any(ch.isalnum() for ch in term))


def _term(phrase: str, word: str) -> str:
    stem = word.rstrip("*")
    begins = stem != word and len(stem) >= BEGINNING and stem[-1:].isalnum()
    return f'"{stem}"*' if begins else f'"{phrase or word}"'


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


_WHERE = (
    "FROM search CROSS JOIN version v ON v.id = search.rowid CROSS JOIN record r ON r.version_id = v.id "
    "CROSS JOIN standing ON standing.record_id = r.id WHERE search MATCH :query AND {inside}"
)
"""Joined in this order: from the few that hold the words to what is known of them."""


def ranked(c: Connection, words: str, day: str, wanted: Printing, start: int, limit: int) -> list[Match]:
    """The wanted articles in force on a day that hold all the words, the best first, from the `start`-th on."""
    query = quoted(words)
    if not query:
        return []
    inside, given = printed_where(wanted)
    given |= {"query": query, "day": day, "start": start, "limit": limit}
    order = "ORDER BY bm25(search), v.article, v.version, v.meta LIMIT :limit OFFSET :start"
    best = c.exec_driver_sql(f"SELECT v.id {_WHERE.format(inside=inside)} {order}", given).scalars()
    return [_told(c, query, number) for number in list(best)]


def later(c: Connection, words: str, day: str, wanted: Printing, after: int, limit: int) -> tuple[list[Match], int]:
    """The wanted articles in force on a day that hold all the words and were stored after a number, in that order, at
    most so many; and the number that these reach to, all that there is where there are no more of them."""
    query, last = quoted(words), int(c.exec_driver_sql("SELECT coalesce(max(id), 0) FROM version").scalar_one())
    if not query:
        return [], last
    inside, given = printed_where(wanted)
    given |= {"query": query, "day": day, "after": after, "limit": limit}
    sql = f"SELECT DISTINCT v.id {_WHERE.format(inside=inside)} AND v.id > :after ORDER BY v.id LIMIT :limit"
    ids = list(c.exec_driver_sql(sql, given).scalars())
    return [_told(c, query, n) for n in ids], ids[-1] if len(ids) == limit else max(last, after)


def _told(c: Connection, query: str, version_id: int) -> Match:
    """A version with the found words marked."""
    told = (
        "SELECT v.article, v.version, v.title, v.known_from, highlight(search, 1, ?, ?) FROM search "
        "JOIN version v ON v.id = search.rowid WHERE search MATCH ? AND search.rowid = ?"
    )
    return Match(*c.exec_driver_sql(told, (*MARKS, query, version_id)).one())


def number(c: Connection, words: str, day: str, wanted: Printing) -> int:
    """How many wanted articles in force on a day hold all the words."""
    query = quoted(words)
    if not query:
        return 0
    inside, given = printed_where(wanted)
    sql = f"SELECT count(*) {_WHERE.format(inside=inside)}"
    found: int = c.exec_driver_sql(sql, given | {"query": query, "day": day}).scalar_one()
    return found
