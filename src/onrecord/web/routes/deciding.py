"""What reviewers decide, as their forms send it. Every answer leads back to the page that the form stood on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.ledger.missed import MAIN
from onrecord.ledger.reviewing import entry_of
from onrecord.model.correction import Correction
from onrecord.web import addresses
from onrecord.web.editing import FIELDS, changes
from onrecord.web.forms import Form
from onrecord.web.pages import Pages
from onrecord.web.records import entry_of as as_it_is
from onrecord.web.routes.signing import own
from onrecord.web.shelf import Shelf
from onrecord.web.who import who

AUTHOR = "onrecord_author"
"""The cookie with the name that a reviewer gave on an open server."""
FIELDS_OF_MISSED: dict[str, dict[str, str]] = {
    "commitment": {"who": "promisor", "whom": "promisee", "latest": "deadline.latest", "cue": "cue"},
    "statement": {"who": "source", "whom": "addressee", "cue": "cue"},
    "denial": {"who": "denier", "cue": "cue"}, "event": {"who": "source", "whom": "target"}, "quantity": {}, "time": {},
    "place": {},
}  # fmt: skip
"""By kind, which field of the entry a field of the form fills."""


def router(shelf: Shelf, _: Pages) -> APIRouter:
    """What is posted to `/review/…`. Each decision is kept with its author and time, and can be undone."""
    routes, ledger = APIRouter(), shelf.ledger

    @routes.post("/review/decide")
    def decide(request: Request, given: Form) -> Response:
        decision, _, name = given.get("decision", "").partition(" ")
        if decision not in ("accept", "reject"):
            raise HTTPException(400, "An entry is accepted or rejected.")
        return _kept(request, given, lambda author, note: ledger.review(
            name, cast(Any, decision), author=author, note=note))  # fmt: skip

    @routes.post("/review/entries/{name}")
    def correct(request: Request, name: str, given: Form) -> Response:
        found = _or_404(lambda: ledger.entry(name))
        record, mended = as_it_is(ledger, found)
        if mended is None or found.ref.kind not in FIELDS:
            raise HTTPException(400, "This entry was struck out; accept it first.")
        changed = list(changes(record, found.ref.kind, mended, given))
        if not changed:
            return RedirectResponse(f"/review/entries/{name}?done=none", 303)

        def all_of(author: str, note: str | None) -> Correction:
            made = [ledger.review(name, "set", author=author, field=f, value=v, note=note) for f, v in changed]
            return made[-1]

        return _kept(request, given, all_of)

    @routes.post("/review/missed")
    def missed(request: Request, given: Form) -> Response:
        kind = given.get("kind", "")
        if kind not in MAIN:
            raise HTTPException(400, f"“{kind[:40]}” is no kind of entry that can be added.")
        names = FIELDS_OF_MISSED[kind]
        fields = {names[name]: given[name].strip() for name in names if given.get(name, "").strip()}
        if kind == "commitment" and given.get("sort"):
            fields["kind"] = given["sort"]
        return _kept(
            request, given, lambda author, note: ledger.add_missed(
                given.get("article", ""), cast(Any, kind), _words(ledger, given), fields, author=author, note=note,
                version=given.get("version") or None,
            ), to_entry=True,
        )  # fmt: skip

    @routes.post("/review/relate")
    def relate(request: Request, given: Form) -> Response:
        return _kept(request, given, lambda author, note: ledger.relate(
            given.get("entry", ""), cast(Any, given.get("relation", "")), _far(ledger, given),
            holds=given.get("holds") == "yes", author=author, note=note))  # fmt: skip

    @routes.post("/review/pair")
    def pair(request: Request, given: Form) -> Response:
        holds, one, other = (*given.get("pair", "").split(), "", "", "")[:3]
        if not given.get("pair"):
            holds, one, other = "yes", given.get("entry", ""), _name(given.get("other", ""))
        return _kept(request, given, lambda author, note: ledger.pair(
            one, other, same=holds == "yes", author=author, note=note))  # fmt: skip

    @routes.post("/review/dispute")
    def dispute(request: Request, given: Form) -> Response:
        edges = ledger.links(given.get("dispute", ""))
        if not edges:
            raise HTTPException(404, "No dispute of that name is on record.")

        def all_of(author: str, note: str | None) -> Correction:
            return [ledger.relate(e.a.id, e.kind, e.b.id, holds=False, author=author, note=note) for e in edges][-1]

        return _kept(request, given, all_of)

    @routes.post("/review/undo")
    def undo(request: Request, given: Form) -> Response:
        name = given.get("decision", "")
        return _kept(request, given, lambda author, note: ledger.undo(name, author=author, note=note))

    return routes


def _words(ledger: Ledger, given: dict[str, str]) -> Any:
    """The words as quoted; where the browser told their characters, these, as long as they hold the same words."""
    quote = " ".join(given.get("quote", "").split())
    if (span := _characters(given)) is None:
        return quote
    text = _or_404(lambda: ledger.article(given.get("article", ""), given.get("version") or None)).article.text
    return span if " ".join(text[slice(*span)].split()) == quote else quote


def _characters(given: dict[str, str]) -> tuple[int, int] | None:
    start, end = given.get("start", ""), given.get("end", "")
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() and len(start + end) < 20 else None


def _far(ledger: Ledger, given: dict[str, str]) -> Any:
    """The far end of a relation as a form names it: an entry, by its name or the address of its page; or words in an
    article, quoted or by their characters."""
    if other := _name(given.get("other", "")):
        return other
    key = given.get("article", "").strip()
    return key, _characters(given) or ledger.stretch(key, given.get("quote", ""))


def _name(given: str) -> str:
    """An entry's name, or that in the address of its page.

    >>> _name(" http://127.0.0.1:8000/entries/c01?as_of=2031-02-20#at "), _name("c01")
    ('c01', 'c01')
    """
    return given.strip().partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]


def _kept(
    request: Request, given: dict[str, str], decide: Callable[[str, str | None], Correction], *, to_entry: bool = False
) -> Response:
    """Decide, and lead back to where the reviewer was. HTTPException 400 where it cannot be."""
    asker = who(request)
    author = asker.name or " ".join(given.get("author", "").split())[:100]
    try:
        made = decide(author, " ".join(given.get("note", "").split())[:1000] or None)
    except LedgerError as error:
        told = str(error).replace("name one with --author", "give your name")
        raise HTTPException(400, f"{told[:1].upper()}{told[1:]}.") from None
    back = addresses.query("/review/entries/" + entry_of(made)) if to_entry else own(given.get("back", "/review"))
    address, _, mark = back.partition("#")
    answer = RedirectResponse(
        f"{address}{'&' if '?' in address else '?'}done={made.id}{f'#{mark}' if mark else ''}", 303
    )
    if asker.open:
        secure = request.url.scheme == "https"
        answer.set_cookie(AUTHOR, addresses.cookie(author), max_age=90 * 86400, httponly=True, samesite="lax",
                          secure=secure)  # fmt: skip
    return answer


def _or_404(find: Callable[[], Any]) -> Any:
    try:
        return find()
    except LedgerError as error:
        raise HTTPException(404, f"{error}.") from None
