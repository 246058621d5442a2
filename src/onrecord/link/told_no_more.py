"""What an outlet tells no more: its own words for an entry that it withdrew or corrected."""

from __future__ import annotations

from onrecord.link.book import Book, actor_of
from onrecord.link.naming import named, source_name
from onrecord.link.refs import Entry, whole
from onrecord.link.spans import words_of
from onrecord.model import Commitment, Denial, Event, Quantity, Record, Ref, Statement
from onrecord.model.view import HistoryItem, Withdrawn


def corrected(book: Book) -> tuple[Withdrawn, ...]:
    """The entries that corrections take back, by article and place in the text, each with the words that correct it."""
    found = []
    for ref, by in sorted(book.gone.items()):
        if ref.article == by.article:
            continue  # repeated there only to be taken back
        record, quote = book.record(by), book.quote(book.record(by), (by.start, by.end))
        step = HistoryItem("corrected", quote.article, quote.version, record.article.published, *quote[2:])
        entry = book.withdrawn[ref]
        found.append(told(book.record(ref), ref, entry, book.day(by.article) or "", step))
    return tuple(found)


def told(record: Record, ref: Ref, entry: Entry, since: str, correction: HistoryItem | None = None) -> Withdrawn:
    """An entry that its outlet prints no more since that day, with its words and those that correct it."""
    article = record.article
    who, what = _parts(record, entry)
    evidence = getattr(entry, "evidence", None) or whole(entry)
    text = article.text[evidence.start : evidence.end]
    start = evidence.start + len(text) - len(text.lstrip())
    quote = text.strip()
    return Withdrawn(
        ref.id, ref.kind, who, what, since, article.id, article.version, article.published, quote, start,
        start + len(quote), correction,
    )  # fmt: skip


def _parts(record: Record, entry: Entry) -> tuple[str | None, str | None]:
    """Who says or does it, and what."""
    match entry:
        case Commitment():
            actor, spans, what = entry.promisor_actor, entry.promisor, entry.action
        case Statement():
            actor, spans, what = entry.speaker, entry.source, entry.content
        case Denial():
            actor, spans, what = entry.denier_actor, entry.denier, entry.denied
        case Event():
            first = entry.source[0] if entry.source else None
            actor, spans, what = first.actor if first else None, (), entry.trigger
        case Quantity():
            return source_name(record, entry.span), words_of(record, (entry.span, *entry.of))
        case _:
            actor, spans, what = None, (), ()
    found = actor_of(record, actor)
    return (found.name if found and found.kind != "unnamed" else named(record, spans, actor)), words_of(record, what)
