"""One entry: its words, why it was made, what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError
from onrecord.export.brief import (
    DisputeLine,
    PointLine,
    Promise,
    SeriesLine,
    StoryLine,
    promise,
)
from onrecord.export.printed import printed, source
from onrecord.ledger import Found, Ledger
from onrecord.link.refs import refs
from onrecord.model import Actor, Record
from onrecord.web import addresses, asked
from onrecord.web.pages import Pages
from onrecord.web.shelf import Shelf

Group = DisputeLine | Promise | SeriesLine | StoryLine
SHOWN_ELSEWHERE = frozenset({"id", "rule", "evidence", "confidence", "mentions"})


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """The page of an entry, or of a dispute, series or story by its name in the ledger."""
    routes, ledger = APIRouter(), shelf.ledger

    @routes.api_route("/entries/{name:path}", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(name: str, as_of: str | None = None) -> HTMLResponse:
        day = asked.day(as_of, "as of") or ledger.last_day()
        group = _group(shelf, name, day) if day else None
        try:
            found = ledger.entry(name)
        except LedgerError as error:
            if group is None:
                raise HTTPException(404, f"{error}.") from None
            return pages.show("group.html", name=name, group=group, kind=type(group).__name__, as_of=day)
        return pages.show(
            "entry.html", found=found, label=source(found.article).label, fields=list(_fields(ledger, found)),
            group=group, kind=type(group).__name__, as_of=day,
        )  # fmt: skip

    return routes


def _group(shelf: Shelf, name: str, day: str) -> Group | None:
    """What the view of that day has under that name."""
    view, known = shelf.view(day), shelf.sources(day)
    for c in view.commitments:
        if c.id == name:
            return promise(c, known, view.as_of)
    for d in view.disputes:
        if d.id == name:
            return DisputeLine(d, printed(d.a, known), printed(d.b, known))
    for s in view.series:
        if s.id == name:
            return SeriesLine(s, tuple(PointLine(p, printed(p, known)) for p in s.points))
    for t in view.stories:
        if t.id == name:
            return StoryLine(t, tuple(known[a] for a in t.articles if a in known))
    return None


def _fields(ledger: Ledger, found: Found) -> Iterator[tuple[str, str, str | None]]:
    """What was found of the entry: name, value in words, address of the other entry that it points at."""
    try:
        record = ledger.article(found.ref.article, found.ref.version)
    except LedgerError:  # removed meanwhile
        return
    for name, value in (found.data or {}).items():
        if name in SHOWN_ELSEWHERE or value in (None, [], {}):
            continue
        target = _target(record, name, value)
        if target:
            yield (name.replace("_", " "), *target)
        else:
            yield name.replace("_", " "), _value(value, found.article.text), None


POINTS_AT = {
    "speaker": "actor", "promisor_actor": "actor", "denier_actor": "actor", "actor": "actor", "statement": "statement",
    "parent": "statement", "target": "statement", "time": "time", "place": "place",
}  # fmt: skip
"""Fields that name another entry of the same article, and its kind."""


def _target(record: Record, field: str, value: Any) -> tuple[str, str] | None:
    """The entry that a field points at, in words and with its address."""
    kind = POINTS_AT.get(field)
    if kind is None or not isinstance(value, str):
        return None
    for ref, entry in refs(record).items():
        if ref.kind == kind and entry.id == value:
            words = entry.name if isinstance(entry, Actor) else record.article.text[ref.start : ref.end]
            return words, addresses.entry(ref.id)
    return None


def _value(value: Any, text: str) -> str:
    """A value for people: spans as their words, fields of a field by name."""
    if _is_span(value):
        return f"“{text[value[0] : value[1]]}”"
    if isinstance(value, list):
        return (" … " if all(_is_span(v) for v in value) else "; ").join(_value(v, text) for v in value)
    if isinstance(value, dict):
        return ", ".join(
            f"{n.replace('_', ' ')} {_value(v, text)}" for n, v in value.items() if v not in (None, [], {})
        )
    return str(value)


def _is_span(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value)
