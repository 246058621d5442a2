"""What a reviewer can set of an entry, and the form in which it is kept and laid over a record."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from dataclasses import is_dataclass
from typing import Any, Literal, Union

from onrecord.model import Participant, Record, Span, Spans
from onrecord.model.correction import Words

Kept = dict[str, Any]
"""A stretch as a decision keeps it: `Words` without the version."""
ANCHORS = frozenset({"cue", "trigger", "span"})
"""Fields whose words an entry goes by: set anew, it goes by another name, and its old one leads there."""
KNOWN_BY = ANCHORS | {"id", "evidence", "mentions", "quantities"}
"""Fields that make an entry this one."""


def hints_of(kind: Any) -> dict[str, Any]:
    """The fields of an entry, or of a field with parts, by name."""
    return typing.get_type_hints(kind) if is_dataclass(kind) else {}


def choices(hint: Any) -> tuple[Any, ...]:
    """The alternatives of a type hint."""
    return typing.get_args(hint) if typing.get_origin(hint) in (Union, types.UnionType) else (hint,)


def inner(hint: Any) -> Any:
    """The dataclass of a field with parts; None where it has none."""
    return next((a for a in choices(hint) if is_dataclass(a)), None)


def settable(kind: Any, *, part: bool = False) -> dict[str, Any]:
    """The fields that can be set, with their hints; `part`: of a field of an entry, where "span" makes no entry."""
    known_by = {"id"} if part else KNOWN_BY - ANCHORS
    return {
        name: hint for name, hint in hints_of(kind).items()
        if name not in known_by and (is_words(hint) or all(_simple(c) for c in choices(hint)))
    }  # fmt: skip


def is_words(hint: Any) -> bool:
    """Whether a field holds words of the text, or those who are named by them."""
    return Span in choices(hint) or hint == Spans or hint == tuple[Participant, ...]


def blank(kind: Any) -> dict[str, Any] | None:
    """A field with parts of which nothing is known, as plain JSON; None where some part has to be known."""
    hints = hints_of(kind)
    return dict.fromkeys(hints) if hints and all(type(None) in choices(h) for h in hints.values()) else None


def _simple(hint: Any) -> bool:
    return hint in (str, int, float, bool, type(None)) or typing.get_origin(hint) is Literal


# ---- words of the text


def nearest(text: str, words: str, to: int) -> Span | None:
    """Where the words stand, blanks of any kind alike; of several places the nearest to a character; None: nowhere.

    >>> nearest("go on, go\\non", "go on", 8)
    Span(start=7, end=12)
    """
    wanted, found = words.split(), []
    if not wanted:
        return None
    at = text.find(wanted[0])
    while at >= 0:
        if end := _follows(text, at, wanted):
            found.append(Span(at, end))
        at = text.find(wanted[0], at + 1)
    return min(found, key=lambda s: (abs(s.start - to), s.start), default=None)


def places(text: str, words: str) -> int:
    """How often the words stand there, blanks of any kind alike."""
    flat, wanted = " ".join(text.split()), " ".join(words.split())
    return flat.count(wanted) if wanted else 0


def _follows(text: str, at: int, wanted: list[str]) -> int:
    """The end of the words where all of them stand one after another from there; 0 where they do not."""
    for n, word in enumerate(wanted):
        start = at
        while n and at < len(text) and text[at].isspace():
            at += 1
        if (n and at == start) or not text.startswith(word, at):
            return 0
        at += len(word)
    return at


def kept(record: Record, spans: Iterable[tuple[int, int]]) -> list[Kept]:
    """The stretches with their surroundings, as a decision keeps them."""
    article = record.article
    return [Words.of(article.text, article.version, span).plain() for span in spans]


def laid(record: Record, hint: Any, spans: list[Span]) -> Any:
    """Stretches of a record in the plain form that the field asks for."""
    if hint == tuple[Participant, ...]:
        return [participant(record, span) for span in spans]
    plain = [list(span) for span in spans]
    return plain if hint == Spans else (plain[0] if plain else None)


def participant(record: Record, span: Span) -> dict[str, Any]:
    """Whoever the words name, as a side of an event."""
    actor = actor_at(record, span)
    found = next((a for a in record.actors if a.id == actor), None)
    country, sector = (found.country, found.sector) if found else (None, None)
    return {"span": list(span), "actor": actor, "country": country, "sector": sector}


def actor_at(record: Record, span: tuple[int, int]) -> str | None:
    """The id of the actor whose mention shares most of the words; None where no mention does."""
    over = [
        (min(m.span.end, span[1]) - max(m.span.start, span[0]), a.id) for a in record.actors for m in a.mentions
        if m.span.overlaps(span)
    ]  # fmt: skip
    return max(over, default=(0, None), key=lambda o: o[0])[1]
