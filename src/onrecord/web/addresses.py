"""Where things are on the page. An address with a version holds for good, whatever versions come later."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any
from urllib.parse import quote, unquote, urlencode

from onrecord.export.printed import Printed
from onrecord.export.wording import Group

SHORT = 16
"""Hexadecimal digits by which an address names a version."""
_PLAIN = re.compile(r"\w[\w.~:@+-]*")


def article(key: str, version: str | None = None, **query: str | None) -> str:
    """The address of an article. Keys that a browser would take for folders go into the query.

    >>> article("nw-12", "0123456789abcdef0123"), article("../x")
    ('/articles/nw-12?version=0123456789abcdef', '/article?key=..%2Fx')
    """
    plain = _PLAIN.fullmatch(key) is not None
    given = {} if plain else {"key": key}
    given |= {"version": version[:SHORT]} if version else {}
    given |= {name: value for name, value in query.items() if value}
    path = f"/articles/{quote(key)}" if plain else "/article"
    return f"{path}?{urlencode(given)}" if given else path


def words(printed: Printed) -> str:
    """The address of words in their article, highlighted.

    >>> from onrecord.export.printed import Source
    >>> words(Printed("so", 3, 5, Source("a", "ff")))
    '/articles/a?version=ff&at=3-5#at'
    """
    place = f"{printed.start}-{printed.end}"
    return f"{article(printed.source.key, printed.source.version, at=place)}#at"


def entry(name: str, as_of: str | None = None) -> str:
    """The address of an entry's own page, with what was known of it on a day.

    >>> entry("c0123456789abcdef", "2031-02-20")
    '/entries/c0123456789abcdef?as_of=2031-02-20'
    """
    return f"/entries/{quote(name, safe='')}{f'?as_of={as_of}' if as_of else ''}"


def marked(key: str, version: str, name: str) -> str:
    """The address of an entry's highlighted words in its article.

    >>> marked("a", "ff", "c01")
    '/articles/a?version=ff&entry=c01#e-c01'
    """
    return f"{article(key, version, entry=name)}#e-{quote(name, safe='')}"


def query(path: str, **given: object) -> str:
    """The address of a path with what was asked; empty values are left out.

    >>> query("/said", actor="Ruvia & sons", about="", as_of="2031-02-20")
    '/said?actor=Ruvia+%26+sons&as_of=2031-02-20'
    """
    words = urlencode({name: value for name, value in given.items() if value})
    return f"{path}?{words}" if words else path


def listed(path: str, wanted: Any, **given: object) -> str:
    """The address of a list by its filter, which is a dataclass of parameters; `given` ones count before its own."""
    return query(path, **({f.name: getattr(wanted, f.name) for f in fields(wanted)} | given))


def promises(group: Group, as_of: str, **given: object) -> str:
    """The address of the list that holds all commitments of a group.

    >>> promises(Group("kept", ("kept", "partly_kept"), "", "", True), "2031-02-20")
    '/promises?status=kept%2Cpartly_kept&term=dated&as_of=2031-02-20'
    """
    term = {True: "dated", False: "open", None: ""}[group.dated]
    return query("/promises", status=",".join(group.statuses), term=term, as_of=as_of, **given)


def cookie(words: str) -> str:
    """Words as the value of a cookie.

    >>> cookie("Ada Moreau"), from_cookie("Ada%20Moreau")
    ('Ada%20Moreau', 'Ada Moreau')
    """
    return quote(words, safe="")


def from_cookie(value: str) -> str:
    """The words that `cookie` wrote."""
    return " ".join(unquote(value, errors="replace").split())[:100]
