"""Stories on a day, from what is known of each article without reading it: its moment, its title, its first words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from onrecord.link.groups import groups
from onrecord.model import Article, Edge, Ref
from onrecord.model.moment import moment
from onrecord.model.view import Story

LONGEST = 100
"""Characters of a text's first line that stand for a title."""


class Heading(NamedTuple):
    """An article as a story needs it: its place in time, its name as a whole, and what it is known by."""

    order: tuple[str, str, str]
    name: str
    title: str | None


def heading(article: Article) -> Heading:
    """What a story needs of an article."""
    return called(article.id, article.version, moment(article.published), article.title, article.text)


def called(key: str, version: str, moment_: str, title: str | None, text: str) -> Heading:
    """The same from its parts; `text` may be the beginning of the text."""
    return Heading((moment_ or "9999", key, version), Ref(key, version, "article", 0, 0).id, title or _opening(text))


def stories(
    edges: Iterable[Edge], known: Mapping[str, Heading], origins: Callable[[Iterable[str]], int]
) -> tuple[Story, ...]:
    """Articles about one matter; the earliest gives the title. An article by itself is no story."""
    found = []
    for group in groups((e.a.article, e.b.article) for e in edges if e.kind in ("story", "copy")):
        members = sorted(group, key=lambda a: known[a].order)
        first = known[members[0]]
        found.append(Story(first.name, first.title, tuple(members), origins(members)))
    return tuple(found)


def _opening(text: str) -> str | None:
    """The first line of a text, cut at 100 characters."""
    line = next((part.strip() for part in text.splitlines() if part.strip()), "")
    return (line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…") or None
