"""Actors: who they are by what evidence, and what they said, undertook, denied and did."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError
from onrecord.export.decisions import told
from onrecord.export.persons import ends, known, named, whose
from onrecord.export.said import speakers
from onrecord.ledger.corrections import RELATIONS
from onrecord.ledger.reviewing import entry_of, other_of
from onrecord.link.persons import Person
from onrecord.web import asked
from onrecord.web.pages import PIECE, Pages
from onrecord.web.paging import piece
from onrecord.web.routes.review import asker
from onrecord.web.shelf import READ, Shelf
from onrecord.web.steady import steady


def router(shelf: Shelf, pages: Pages) -> APIRouter:
    """`/actors`, and one of them by the name of any of its sightings."""
    routes, ledger = steady(shelf.ledger), shelf.ledger

    @routes.api_route("/actors", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def page(about: str | None = None, as_of: str | None = None, cursor: str = "") -> HTMLResponse:
        last = ledger.last_day()
        if last is None:
            return pages.show("empty.html")
        day, words = asked.day(as_of, "as of") or last, asked.words(about, "an actor")
        people = shelf.persons(day, words)
        found = piece(named(people, words), lambda p: p.id, cursor, 2 * PIECE, ("actors", words, day))
        return pages.show(
            "actors.html", as_of=day, last=last, about=words, found=found, cursor=cursor, read=READ,
            articles=len(shelf.sources(day)), others=() if cursor else _others(shelf, people, day, words),
        )  # fmt: skip

    @routes.api_route("/actors/{name}", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def one(request: Request, name: str, as_of: str | None = None, done: str = "") -> HTMLResponse:
        last = ledger.last_day()
        day = asked.day(as_of, "as of") or last
        person = whose(_around(shelf, name, day), name) if day else None
        if person is None:
            raise HTTPException(404, f"{name}: no person who is reported on that day.")
        decided = [d for d in ledger.in_effect() if d.kind == "actor" and d.field in RELATIONS]
        own = {s.ref.id for s in person.sightings}
        others = [p for p in named(shelf.persons(day or "", ""), "") if not own & {s.ref.id for s in p.sightings}]
        return pages.show(
            "actor.html", as_of=day, last=last, actor=known(person, ledger.article), ends=ends, told=told,
            done=next((d for d in ledger.corrections() if d.id == done), None), section="actors.html", read=READ,
            decided=[d for d in decided if own & {entry_of(d), other_of(d)}], others=others,
            **asker(request),
        )  # fmt: skip

    return routes


def _others(shelf: Shelf, persons: Iterable[Person], day: str, words: str) -> list[tuple[str, int]]:
    """Who is quoted most and is no person of the page: states, organisations, groups, unnamed ones."""
    people = {name for p in persons for name in (p.name, *(s.name for s in p.sightings))}
    found = speakers(shelf.view(day), 4 * PIECE)
    return [(name, n) for name, n in found if name not in people and words.casefold() in name.casefold()][:PIECE]


def _around(shelf: Shelf, name: str, day: str) -> tuple[Person, ...]:
    """The persons of the articles that name the one with that sighting; without a name, of the latest ones."""
    try:
        found = shelf.ledger.entry(name)
    except LedgerError:
        return ()
    actor = found.corrected or found.data or {}
    words = str(actor.get("name") or "").split()
    some = shelf.persons(day, f'"{words[-1]}"' if words else "")
    return some if whose(some, name) else shelf.ledger.persons(day, [found.ref.article])
