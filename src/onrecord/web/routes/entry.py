"""One entry: its words, why it was made, what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError
from onrecord.export.copied import also_in
from onrecord.export.decisions import told
from onrecord.export.fields import fields
from onrecord.export.grouped import group as group_of
from onrecord.export.printed import Sources, source
from onrecord.ledger import Found, Ledger
from onrecord.model import Ref, Span
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
REPORTS = 12
"""Reports of one commitment that its page shows."""
AROUND = 300
"""Characters on either side in which the sentence of a number is looked for."""
_OPENING = re.compile(r"(?<=[.!?][ \n])|\n")
_END = re.compile(r"[.!?](?=\s)|(?=\n)")


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """The page of an entry, or of a dispute, series or story by its name in the ledger."""
    routes, ledger = steady(shelf.ledger), shelf.ledger

    @routes.api_route("/entries/{name:path}", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(request: Request, name: str, as_of: str | None = None) -> HTMLResponse:
        day = asked.day(as_of, "as of") or ledger.last_day()
        if day is None:
            raise HTTPException(404, f"{name}: this ledger is empty.")
        view, known = shelf.view(day), shelf.sources(day)
        group = group_of(view, known, name)
        found, missing = _entry(ledger, name)
        if group is None and found and found.redirect:
            group = group_of(view, known, found.redirect)
        if group is None and found is None:
            raise HTTPException(404, missing)
        kind = type(group).__name__
        common: dict[str, Any] = {
            "group": group, "kind": kind, "as_of": day, "last": ledger.last_day(), "first": known.period()[0],
            "section": SECTIONS.get(kind, "entry.html"),
        }  # fmt: skip
        if found is None or kind == "StoryLine":
            also = partial(also_in, view, known)
            return pages.show("group.html", name=name, also=also, **common, **asker(request))
        return pages.show(
            "entry.html", found=found, label=source(found.article).label, fields=list(_fields(ledger, found)),
            told=told, words=sentence(found.article.text, found.evidence, found.ref),
            reports=_reports(ledger, known, found.redirect or name) if kind == "Promise" else None,
            early=(found.article.published or "")[:10] > day, **common,
        )  # fmt: skip

    return routes


def _entry(ledger: Ledger, name: str) -> tuple[Found | None, str]:
    """The entry of that name, or why there is none."""
    try:
        return ledger.entry(name), ""
    except LedgerError as error:
        return None, f"{error}."


def _reports(ledger: Ledger, known: Sources, name: str) -> tuple[list[Found], int]:
    """The first reports of a commitment that were known on the day, the earliest first, and how many there are."""
    of = sorted(
        (r for r in ledger.reports(name) if r.article in known), key=lambda r: (known[r.article].published or "", r)
    )
    return [ledger.entry(ref.id) for ref in of[:REPORTS]], len(of)


def sentence(text: str, evidence: Span, anchor: Ref) -> tuple[str, str, str]:
    """The words of an entry as what stands before its anchor, the anchor, and what follows.

    An entry that is no more than its anchor, as a number is, is shown within its sentence.
    """
    start, end = evidence
    if (start, end) == (anchor.start, anchor.end):
        head, tail = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        start -= len(_OPENING.split(head)[-1])
        end += len(tail) if (stop := _END.search(tail)) is None else stop.end()
    if not start <= anchor.start <= anchor.end <= end:
        return text[start:end], "", ""
    return text[start : anchor.start], text[anchor.start : anchor.end], text[anchor.end : end]


def _fields(ledger: Ledger, found: Found) -> Iterator[tuple[str, str, str | None]]:
    """What was found of the entry: name, value in words, address of the other entry that it points at."""
    try:
        record = ledger.article(found.ref.article, found.ref.version)
    except LedgerError:  # removed meanwhile
        return
    for one in fields(record, found.corrected or found.data or {}, found.data):
        was = f" (set by a reviewer; as extracted: {one.was})" if one.was else ""
        yield one.name, f"{one.words}{was}", addresses.entry(one.entry) if one.entry else None
