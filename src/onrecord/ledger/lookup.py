"""One entry by its permanent name, with what became of it since; and words in texts."""

from __future__ import annotations

from onrecord.errors import LedgerError
from onrecord.ledger.answers import Found, Hit
from onrecord.ledger.corrections import at, corrected, locate
from onrecord.ledger.linking import Records
from onrecord.ledger.reach import decisions_on
from onrecord.ledger.review import correction
from onrecord.ledger.withdrawn import gone_since
from onrecord.link.refs import Entry, refs, whole
from onrecord.model import Article, Record, Ref, Span
from onrecord.model.record import to_plain
from onrecord.store import Store
from onrecord.store.rows import MARKS, Match
from onrecord.store.search import quoted

BEFORE, AFTER = 80, 160
"""Characters of a snippet before the first found word and after it."""


def found(store: Store, records: Records, entry_id: str) -> Found:
    """The entry as its newest extraction has it. LedgerError where the ledger holds none of that name."""
    place = named(store, records, entry_id)
    if place is None:
        raise LedgerError(f"{entry_id}: no entry of this ledger; `brief`, `said` and `show ARTICLE` print their names")
    ref, record = place[0], records(place[1])
    decisions = decisions_on(store, records, place[1])
    laid = corrected(record, decisions)
    here = laid.moved.get(ref, ref)
    mended = refs(laid.record).get(here)
    entry = refs(record).get(ref) or mended
    evidence = _evidence(entry)
    held, newest = store.held(ref.article, ref.version), store.held(ref.article)
    having = {place[1], *(row.record_id for row in store.entries(entry_id))}
    superseded = held is not None and held.record_id not in having
    moved, since = here if here != ref else None, None
    if newest is not None and (newest.version != ref.version or superseded):
        now = records(newest.record_id)
        own = decisions_on(store, records, newest.record_id)
        moved = _now(record, ref, now) or (_now(record, ref, corrected(now, own).record) if own else None)
        since = gone_since(store, records, ref, record) if moved is None else None
    return Found(
        id=entry_id, ref=ref, article=record.article, anchor=record.article.text[ref.start : ref.end],
        quote=evidence.of(record.article.text), evidence=evidence, data=to_plain(entry) if entry else None,
        corrected=to_plain(mended) if mended else None,
        made_with=record.made_with, rule=getattr(entry, "rule", None), redirect=moved.id if moved else None,
        withdrawn=since is not None, withdrawn_on=since, superseded=superseded, rejected=ref in laid.rejected,
        renamed=here.id if here != ref else None,
        corrections=tuple(d for d in decisions if laid.attached.get(d.id) == here),
    )  # fmt: skip


def named(store: Store, records: Records, entry_id: str) -> tuple[Ref, int] | None:
    """An entry by its permanent name, with the number of the newest record that has it; None where there is none.

    What reviewers have added or changed stands in no extraction: it is looked for among their decisions.
    """
    if rows := store.entries(entry_id):
        return rows[0].ref, rows[0].record_id
    for key in dict.fromkeys(d.article for d in store.corrections() if d.decision in ("add", "set")):
        for version in dict.fromkeys(row.version for row in store.versions(key)):
            held = store.held(key, version)
            if held is None:
                continue
            own = corrected(records(held.record_id), decisions_on(store, records, held.record_id))
            for ref in refs(own.record):
                if ref.id == entry_id:
                    return ref, held.record_id
    return None


def words(store: Store, records: Records, entry_id: str) -> tuple[str, Span, Article, str] | None:
    """The words that carry an extracted entry, where they stand, their article, and the anchor as printed."""
    rows = store.entries(entry_id)
    reading = records.reading(rows[0].record_id) if rows else None
    entry = reading.entries.get(rows[0].ref) if reading else None
    if reading is None or entry is None:
        return None
    evidence, ref = _evidence(entry), rows[0].ref
    return evidence.of(reading.text), evidence, reading.record.article, reading.text[ref.start : ref.end]


def _now(record: Record, ref: Ref, newest: Record) -> Ref | None:
    """The entry in the article's newest version or extraction that stands on the same words."""
    if ref.kind == "article":
        return Ref(ref.article, newest.article.version, "article", 0, 0)
    mark = correction(record, ref, "accept", author="", time="")
    span = locate(newest, mark)
    return at(refs(newest), ref.kind, span) if span else None


def _evidence(entry: Entry | None) -> Span:
    """The stretch that a reader must see to agree; empty for an article as a whole."""
    if entry is None:
        return Span(0, 0)
    evidence: Span | None = getattr(entry, "evidence", None)
    return evidence or whole(entry)


def searchable(words: str) -> bool:
    """Whether there is anything in the words that can be looked for: a letter or a digit.

    >>> searchable('"'), searchable("--"), searchable("Nr. 5")
    (False, False, True)
    """
    return bool(quoted(words))


def hit(match: Match) -> Hit:
    """The found words in their surroundings, cut at blanks."""
    opening, closing = MARKS
    pieces = match.marked.split(opening)
    text, marks = pieces[0], []
    for piece in pieces[1:]:
        word, _, rest = piece.partition(closing)
        marks.append(Span(len(text), len(text) + len(word)))
        text += word + rest
    first = marks[0] if marks else Span(0, 0)
    start, end = max(0, first.start - BEFORE), min(len(text), first.end + AFTER)
    while 0 < start < first.start and not text[start - 1].isspace():
        start += 1
    while first.end < end < len(text) and not text[end].isspace():
        end -= 1
    inside = tuple(Span(m.start - start, m.end - start) for m in marks if start <= m.start and m.end <= end)
    return Hit(
        match.article, match.version, match.title, match.known_from, *first, start, text[start:end], inside
    )  # fmt: skip
