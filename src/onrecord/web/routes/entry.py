"""One entry: its words, why it was made, what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError
from onrecord.export.copied import also_in
from onrecord.export.decisions import told
from onrecord.export.fields import fields
from onrecord.export.grouped import group as group_of
from onrecord.export.printed import source
from onrecord.ledger import Found, Ledger
from onrecord.web import addresses, asked
from onrecord.web.pages import Pages
from onrecord.web.routes.review import asker
from onrecord.web.shelf import Shelf
from onrecord.web.steady import steady

SECTIONS = {
    "Promise": "promises.html", "DisputeLine": "disputes.html", "SeriesLine": "series.html",
    "StoryLine": "stories.html",
}  # fmt: skip
"""To which list of the menu a group belongs."""


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """The page of an entry, or of a dispute, series or story by its name in the ledger."""
    routes, ledger = steady(shelf.ledger), shelf.ledger

    @routes.api_route("/entries/{name:path}", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(request: Request, name: str, as_of: str | None = None) -> HTMLResponse:
        day = asked.day(as_of, "as of") or ledger.last_day()
        group = group_of(shelf.view(day), shelf.sources(day), name) if day else None
        section = SECTIONS.get(type(group).__name__, "entry.html")
        try:
            found = ledger.entry(name)
            if day and group is None and found.redirect:
                group = group_of(shelf.view(day), shelf.sources(day), found.redirect)
                section = SECTIONS.get(type(group).__name__, section)
        except LedgerError as error:
            if group is None:
                raise HTTPException(404, f"{error}.") from None
            also = partial(also_in, shelf.view(day or ""), shelf.sources(day or ""))
            return pages.show(
                "group.html", name=name, group=group, kind=type(group).__name__, as_of=day, also=also, section=section,
                **asker(request),
            )  # fmt: skip
        return pages.show(
            "entry.html", found=found, label=source(found.article).label, fields=list(_fields(ledger, found)),
            group=group, kind=type(group).__name__, as_of=day, section=section, told=told,
        )  # fmt: skip

    return routes


def _fields(ledger: Ledger, found: Found) -> Iterator[tuple[str, str, str | None]]:
    """What was found of the entry: name, value in words, address of the other entry that it points at."""
    try:
        record = ledger.article(found.ref.article, found.ref.version)
    except LedgerError:  # removed meanwhile
        return
    for one in fields(record, found.corrected or found.data or {}, found.data):
        was = f" (set by a reviewer; as extracted: {one.was})" if one.was else ""
        yield one.name, f"{one.words}{was}", addresses.entry(one.entry) if one.entry else None
