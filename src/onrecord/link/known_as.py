"""The name by which a reader knows an actor: of a person the fullest that the reports of one promise give him."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.link.book import Book, actor_of
from onrecord.link.persons import paired, persons
from onrecord.link.refs import of_kind
from onrecord.model import Actor, Ref


def person_named(book: Book, at: Ref, actor_id: str | None, articles: Collection[str]) -> str | None:
    """The name of the actor `actor_id` of the article of `at`; None where there is none.

    A person whom that article calls by a surname or an office alone has the name that the list of office holders, or
    one of `articles`, gives the same person; reviewers' pairs lead to further articles.
    """
    record = book.record(at)
    actor = actor_of(record, actor_id)
    if actor is None or actor.kind != "person":
        return actor.name if actor else None
    own = _ref(book, at, actor)
    decided = [e for e in book.edges if e.a.kind == "actor" == e.b.kind]
    touched = [e for e in decided if own in (e.a, e.b)]
    full = " " in actor.name and any(m.form == "name" for m in actor.mentions)
    if own is None or (full and not touched):
        return actor.name
    known = {at.article, *articles, *(ref.article for e in touched for ref in (e.a, e.b))}
    if touched:  # with the other reports of what the paired one promised
        known |= {
            ref.article for e in book.edges
            if e.kind == "same" and known & {e.a.article, e.b.article} for ref in (e.a, e.b)
        }  # fmt: skip
    read = [book.records[a] for a in sorted(known) if a in book.records]
    found = next((p for p in persons(read, *paired(decided)) if own in {s.ref for s in p.sightings}), None)
    return found.name if found else actor.name


def _ref(book: Book, at: Ref, actor: Actor) -> Ref | None:
    return next((ref for ref, one in of_kind(book.record(at), "actor").items() if one is actor), None)
