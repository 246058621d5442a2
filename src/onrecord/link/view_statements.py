"""Statements and events on a day: what several articles report in the same words, or of the same deed, is one entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from onrecord.link.book import Book, actor_of, chain, normal
from onrecord.link.naming import named
from onrecord.link.refs import anchor
from onrecord.link.spans import body, words_of
from onrecord.model import Event, Participant, Record, Ref, Statement, hull
from onrecord.model.view import EventView, Spot, StatementView

FEWEST = 4
"""Content words from which the same words in the same mouth are one statement, wherever they are printed."""
LONGEST = 1200
"""Characters up to which source, cue and content are quoted as one stretch."""


def statements(book: Book, among: Collection[Ref] | None = None) -> tuple[StatementView, ...]:
    """All statements outside captions that the articles have made (or those `among` some), in order of publication; the
    same words of one speaker once."""
    groups: dict[object, list[Ref]] = defaultdict(list)
    for ref, entry in book.some(among):
        if isinstance(entry, Statement) and (key := statement_key(book.record(ref), ref, entry)) is not None:
            groups[key].append(ref)
    made = [_statement(book, sorted(refs, key=book.when)) for refs in groups.values()]
    return tuple(sorted(made, key=lambda s: (book.day(s.article) or "9999", s.article, s.start, s.end, s.id)))


def statement_key(record: Record, ref: Ref, entry: Statement) -> tuple[object, ...] | None:
    """What statements that are one have in common; None where the article does not make the statement."""
    if entry.existence != "asserted" or not body(anchor(entry), record):
        return None
    words = normal(words_of(record, entry.content) or "")
    who = speaker(record, entry)
    if who is None or words.count(" ") + 1 < FEWEST:
        return ref
    return normal(who), words, entry.cue_class


def _statement(book: Book, refs: list[Ref]) -> StatementView:
    ref = refs[0]
    record, entry = book.record(ref), book.entries[ref]
    assert isinstance(entry, Statement)
    span = hull((*entry.source, *entry.cue, *entry.content))
    if span.end - span.start > LONGEST:
        span = hull((*entry.cue, *entry.content)) if not entry.content else hull(entry.content)
    return StatementView(
        ref.id, speaker(record, entry), words_of(record, entry.source), named(record, entry.via),
        chain(record, entry), entry.cue_class, book.origins(r.article for r in refs), *book.quote(record, span),
    )  # fmt: skip


def speaker(record: Record, entry: Statement) -> str | None:
    """The name of a statement's speaker; None where nobody is named."""
    actor = actor_of(record, entry.speaker)
    return actor.name if actor and actor.kind != "unnamed" else None


def events(book: Book, among: Collection[Ref] | None = None) -> tuple[EventView, ...]:
    """All events (or those `among` some), in order of their dates; the same deed by the same parties at one day and
    place once.

    Where nobody says when or by whom, only the same words in copies of one story report the same.
    """
    groups: dict[tuple[object, ...], list[Ref]] = defaultdict(list)
    for ref, entry in book.some(among):
        if isinstance(entry, Event):
            key, printed = event_key(book.record(ref), ref, entry)
            groups[(*key, *printed, book.origin(ref.article)) if printed else key].append(ref)
    made = [_event(book, sorted(refs, key=book.when)) for refs in groups.values()]
    return tuple(sorted(made, key=lambda e: (e.date or "9999", e.cameo or "", e.id)))


def event_key(record: Record, ref: Ref, entry: Event) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """What reports of one event have in common: the deed, and where nobody says when or by whom, the sentence and the
    trigger's place in it, too."""
    source, target = (_parties(record, side) for side in entry.sides)
    date, place = _date(record, entry), next((p.name for p in record.places if p.id == entry.place), None)
    key = (entry.cameo, source, target, date, place, entry.factuality)
    if date and source:
        return key, ()
    words = words_of(record, (entry.evidence,))
    return key, (words, ref.start - entry.evidence.start, ref.end - ref.start)


def _event(book: Book, refs: list[Ref]) -> EventView:
    ref = refs[0]
    record, entry = book.record(ref), book.entries[ref]
    assert isinstance(entry, Event)
    articles = tuple(sorted({r.article for r in refs}))
    source, target = entry.sides
    return EventView(
        ref.id, entry.cameo, _names(record, source), _names(record, target), _date(record, entry),
        next((p.name for p in record.places if p.id == entry.place), None), entry.factuality,
        articles, book.origins(articles), tuple(r.id for r in refs), _spot(record, entry),
        words_of(record, entry.trigger), book.day(ref.article),
    )  # fmt: skip


def _spot(record: Record, entry: Event) -> Spot | None:
    """Where it was; a toponym that stands for a government is no place."""
    place = next((p for p in record.places if p.id == entry.place and p.use == "literal"), None)
    if place is None or place.lat is None or place.lon is None:
        return None
    return Spot(place.name, place.kind, place.country, place.lat, place.lon, place.radius_km)


def _parties(record: Record, side: tuple[Participant, ...]) -> tuple[str, ...]:
    """Who one side is: by country and sector, as "Peruvian troops" and "Peru's army", else by name."""
    known = {f"{p.country} {p.sector}" if p.country and p.sector else _names(record, (p,)) or "" for p in side}
    return tuple(sorted(known - {""}))


def _names(record: Record, side: tuple[Participant, ...]) -> str | None:
    """The parties of one side, by name where they have one, joined by commas."""
    names = []
    for one in side:
        actor = actor_of(record, one.actor)
        name = actor.name if actor else (named(record, (one.span,)) if one.span else one.country)
        if name and name not in names:
            names.append(name)
    return ", ".join(names) or None


def _date(record: Record, entry: Event) -> str | None:
    """The last day on which the event can have been, ISO 8601; its month or year where the text says no more."""
    time = next((t for t in record.times if t.id == entry.time), None)
    if time is None or not time.last_day:
        return None
    whole = (time.value or "").removesuffix("-XX")  # some day of a month
    if time.type == "DATE" and len(whole) in (4, 7) and whole.replace("-", "").isdigit():
        return whole
    return time.last_day
