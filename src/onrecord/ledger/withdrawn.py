"""What an outlet no longer prints: entries of an article's earlier versions that are gone from the later ones.

An entry is gone where the words of its evidence stand in a later version no more, and no entry of its kind there says
the same in other words. Corrected spelling elsewhere in the text, or a better extraction, withdraws nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.ledger.corrections import at, corrected, locate
from onrecord.ledger.linking import Records
from onrecord.ledger.reach import decisions_on
from onrecord.ledger.review import correction
from onrecord.link.book import normal
from onrecord.link.refs import Entry, refs, whole
from onrecord.link.spans import body
from onrecord.link.told_no_more import told
from onrecord.model import EntryKind, Record, Ref, Span
from onrecord.model.view import Withdrawn
from onrecord.store import Store
from onrecord.store.rows import VersionRow

KINDS: tuple[EntryKind, ...] = ("commitment", "statement", "denial", "event")
"""Kinds of entries that say something; what they are made of (numbers, places) goes with them."""


def withdrawn(store: Store, records: Records, day: str) -> tuple[Withdrawn, ...]:
    """All entries that no version in force on that day prints any more, by article and place in the text."""
    found = [one for key in sorted(store.several(day)) for one in of_article(store, records, key, day)]
    return in_order(found)


def in_order(found: Iterable[Withdrawn]) -> tuple[Withdrawn, ...]:
    """By the day of withdrawal, then by article and place in the text."""
    return tuple(sorted(found, key=lambda w: (w.withdrawn, w.article, w.start, w.kind, w.id)))


def gone_since(store: Store, records: Records, ref: Ref, record: Record, day: str | None = None) -> str | None:
    """The day from which the outlet prints an entry no more; None where it still does."""
    versions = _versions(store, ref.article, day)
    later = versions[next((n + 1 for n, v in enumerate(versions) if v.version == ref.version), len(versions)) :]
    entry = refs(record).get(ref)
    return _since(store, records, ref, entry, record, later) if entry else None


def of_article(store: Store, records: Records, key: str, day: str) -> Iterator[Withdrawn]:
    """The entries of one article that no version in force on that day prints any more."""
    versions, seen = _versions(store, key, day), set()
    for n in range(len(versions) - 2, -1, -1):  # of several versions that print it the latest is quoted
        record = _record(store, records, versions[n])
        if record is None:
            continue
        for ref, entry in refs(record).items():
            name = (ref.kind, _said(record, entry))
            if ref.kind not in KINDS or name in seen or not body(Span(ref.start, ref.end), record):
                continue
            since = _since(store, records, ref, entry, record, versions[n + 1 :])
            if since:
                seen.add(name)
                yield told(record, ref, entry, since)


def _versions(store: Store, key: str, day: str | None) -> list[VersionRow]:
    """The versions known on a day, each under the metadata first known, the one in force last."""
    first: dict[str, VersionRow] = {}
    for row in sorted(store.versions(key), key=lambda r: (r.moment == "", r.moment, r.meta)):
        if day is None or row.known_from <= day:
            first.setdefault(row.version, row)
    return sorted(first.values(), key=lambda r: (r.moment, r.version))


def _record(store: Store, records: Records, row: VersionRow) -> Record | None:
    held = store.held(row.article, row.version)
    if held is None:
        return None
    return corrected(records(held.record_id), decisions_on(store, records, held.record_id)).record


def _since(
    store: Store, records: Records, ref: Ref, entry: Entry, record: Record, later: list[VersionRow]
) -> str | None:
    """From when the later versions lack the entry; None where the last of them has it."""
    since = None
    for row in reversed(later):
        newer = _record(store, records, row)
        if newer is not None:
            if _prints(newer, ref, entry, record):
                break
            since = row.known_from
    return since


def _prints(newer: Record, ref: Ref, entry: Entry, record: Record) -> bool:
    evidence = getattr(entry, "evidence", None) or whole(entry)
    if _flat(evidence.of(record.article.text)) in _flat(newer.article.text):
        return True
    span = locate(newer, correction(record, ref, "accept", author="", time=""))
    named = refs(newer)
    if span and at(named, ref.kind, span):
        return True
    said = _said(record, entry)
    return any(other.kind == ref.kind and _said(newer, e) == said for other, e in named.items())


def _flat(text: str) -> str:
    return " ".join(text.split())


def _said(record: Record, entry: Entry) -> str:
    return normal(whole(entry).of(record.article.text))
