"""From a reviewer's wish to a correction that can be kept: checked against the entry that it is about."""

from __future__ import annotations

import typing
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Literal

from onrecord.errors import LedgerError
from onrecord.ledger.corrections import REFERENCES
from onrecord.ledger.missed import CLASSES, MAIN, missed
from onrecord.ledger.settable import ANCHORS, blank, choices, hints_of, inner, is_words, kept, nearest, places, settable
from onrecord.link.refs import Entry, anchor
from onrecord.model import EntryKind, Record, Ref, Span, Spans
from onrecord.model.correction import Correction, Decision, Words
from onrecord.model.record import to_plain


def correction(
    record: Record, ref: Ref, decision: Decision, *, author: str, time: str, field: str | None = None,
    value: Any = None, note: str | None = None,
) -> Correction:  # fmt: skip
    """The decision on the entry `ref` of `record`, with its words and 32 characters either side."""
    words = Words.of(record.article.text, ref.version, (ref.start, ref.end))
    return Correction(
        article=ref.article,
        version=ref.version,
        kind=ref.kind,
        **words.plain(),
        decision=decision,
        author=author,
        time=time,
        field=field,
        value=value,
        note=note,
    )


DAYS = frozenset({"earliest", "latest"})
"""Fields that hold an ISO 8601 day."""


def after(decisions: Iterable[Correction], now: str) -> str:
    """The time of a decision that comes after those, if only by a microsecond: so that the last one counts."""
    last = max((d.time for d in decisions), default="")
    if last < now:
        return now
    return (datetime.fromisoformat(last) + timedelta(microseconds=1)).isoformat()


def value_for(record: Record, entry: Entry, field: str, value: Any, ids: set[str]) -> Any:
    """The value as a decision keeps it: words of the text with their surroundings, everything else as it is.

    LedgerError where the entry has no such field, where it takes no such value, or where `value` is no entry's name.
    `ids` are the permanent names of the record's entries, which fields that point at an entry take.
    """
    *path, last = field.split(".")
    kind: Any = type(entry)
    data: Any = to_plain(entry)
    for name in path:
        kind = inner(hints_of(kind).get(name))
        data = (data.get(name) or blank(kind)) if isinstance(data, dict) else None
    offered = settable(kind, part=bool(path))
    if last not in offered:
        offer = f"choose one of {', '.join(sorted(offered))}" if offered else "its parts cannot be set"
        raise LedgerError(f"{field}: no field of this entry that can be set; {offer}")
    if not isinstance(data, dict):
        raise LedgerError(f"{field}: this entry has no {'.'.join(path)}; only fields of what is there can be set")
    if field in ANCHORS and value in (None, "", []):
        raise LedgerError(f"{field}: cannot be without words; reject the entry where it is none")
    if is_words(offered[last]):
        return kept(record, words_in(record, field, offered[last], value, anchor(entry).start))
    _check(field, offered[last], value, ids)
    return value


def words_in(record: Record, field: str, hint: Any, value: Any, near: int) -> list[Span]:
    """The stretches that a value stands for: words as printed (several pieces with " … " between them), the nearest to
    a character; or pairs of first and end character. None and "" for none. LedgerError where the text lacks them."""
    text = record.article.text
    if value in (None, "", []):
        found: list[Span] = []
    elif isinstance(value, str):
        pieces = [(piece.strip(), nearest(text, piece, near)) for piece in value.split(" … ")]
        if missing := [piece for piece, span in pieces if span is None]:
            raise LedgerError(f"{field}: “{missing[0]}” does not stand in the article; give the words as printed")
        found = [span for _, span in pieces if span]
    else:
        try:
            found = [Span(int(start), int(end)) for start, end in value]
        except (TypeError, ValueError):
            raise LedgerError(f"{field}: takes words of the article, or pairs of characters such as [[0, 5]]") from None
    if any(not 0 <= s.start < s.end <= len(text) for s in found):
        raise LedgerError(f"{field}: the article has {len(text)} characters; nothing stands there")
    if len(found) > 1 and Span in choices(hint):
        raise LedgerError(f"{field}: takes one stretch of the article")
    if not found and hint is Span:
        raise LedgerError(f"{field}: cannot be without words")
    return sorted(found)


def added(
    record: Record, kind: EntryKind, words: str | tuple[int, int], fields: dict[str, Any], ids: set[str]
) -> tuple[Ref, dict[str, Any]]:
    """The name of an entry on these words and its values as a decision keeps them. LedgerError where that cannot be."""
    if kind not in MAIN:
        raise LedgerError(f"{kind}: no kind of entry that can be added; choose one of {', '.join(MAIN)}")
    hints = hints_of(CLASSES[kind])
    given = [words_once(record, words) if isinstance(words, str) else words]
    spans = words_in(record, MAIN[kind], Spans, given, 0)
    found: dict[str, Any] = {MAIN[kind]: spans}
    for field, value in fields.items():
        outer, _, last = field.partition(".")
        hint = hints_of(inner(hints[outer])).get(last) if last and outer in hints else hints.get(field)
        words_of_it = hint is not None and is_words(hint)
        fits = words_of_it or (hint is not None and any(_fits(c, value) for c in choices(hint)))
        if not fits or (outer in REFERENCES | {"id"} and not words_of_it):
            raise LedgerError(f"{field}: a {kind} has no such field, or it takes no {value!r}")
        if is_words(hint):
            found[field] = words_in(record, field, hint, value, spans[0].start)
        else:
            _check(field, hint, value, ids)
            found[field] = value
    entry = missed(record, kind, found, "new")
    if entry is None:
        raise LedgerError(f"a {kind} needs words of the article")
    ref = Ref(record.article.id, record.article.version, kind, *anchor(entry))
    return ref, {name: kept(record, v) if isinstance(v, list) else v for name, v in found.items()}


def words_once(record: Record, words: str) -> Span:
    """Where these words stand in the text. LedgerError where that is nowhere, or in several places."""
    text = record.article.text
    found = nearest(text, words, 0)
    if found is None or (n := places(text, words)) == 0:
        raise LedgerError(f"“{words}” does not stand in the article; give the words as printed")
    if n > 1:
        raise LedgerError(f"“{words}” stands {n} times in the article; quote more of it")
    return found


def _check(field: str, hint: Any, value: Any, ids: set[str]) -> None:
    last = field.rpartition(".")[2]
    if last in DAYS and value is not None and not _is_day(value):
        raise LedgerError(f"{field}: {value!r} is no day; write it as 2022-02-20, or null for none")
    if not any(_fits(choice, value) for choice in choices(hint)):
        wanted = [str(a) for c in choices(hint) for a in (typing.get_args(c) or (getattr(c, "__name__", c),))]
        raise LedgerError(f"{field}: takes no {value!r}; give one of: {', '.join(wanted)}")
    if last in REFERENCES and value is not None and value not in ids:
        raise LedgerError(f"{field}: {value!r} is no entry of this article; give the name of one, as `show` prints it")


def _fits(hint: Any, value: Any) -> bool:
    if hint is type(None):
        return value is None
    if typing.get_origin(hint) is Literal:
        return value in typing.get_args(hint)
    if hint is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, hint) and not (hint is int and isinstance(value, bool))


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
