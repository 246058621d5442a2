"""A choice of rows as SQL: where they are read, the condition that holds for them, and the values in it."""

from __future__ import annotations

from typing import Any

from onrecord.store.rows_derived import Choice, Printing
from onrecord.store.schema_derived import NO_DAY

_FIRST = "coalesce(min(substr(published, 1, 10), day), substr(published, 1, 10), day)"
_LAST = "coalesce(max(substr(published, 1, 10), last), substr(published, 1, 10), last)"
HOLDS = "from_day <= :day AND to_day > :day"
"""What is in force on a day."""
Given = dict[str, Any]


def condition(name: str, choice: Choice, day: str) -> tuple[str, Given]:
    """The condition that a choice of a list's rows makes as of a day, and its values but `:day` itself."""
    given: Given = {"least": choice.least, "apart": choice.apart}
    parts = [f"list = '{name}'", HOLDS]
    for column, values in (("kind", choice.kinds), ("status", choice.statuses)):
        names = [f"{column}{n}" for n in range(len(values))]
        given |= dict(zip(names, values, strict=True))
        parts += [f"{column} IN ({', '.join(f':{n}' for n in names)})"] if values else []
    if choice.name:
        parts.append("name = :name")
    if choice.code:
        parts.append("substr(coalesce(status, ''), 1, length(:code)) = :code")
    if choice.but:
        but = {f"but{n}": code for n, code in enumerate(choice.but)}
        given |= but
        parts.append(f"substr(coalesce(status, ''), 1, 2) NOT IN ({', '.join(f':{n}' for n in but)})")
    if choice.from_day or choice.to_day:
        parts.append("day IS NOT NULL AND :first <= last AND day <= :last")
    if choice.met_from or choice.met_to:
        parts.append(f"{_FIRST} <= :met_to AND {_LAST} >= :met_from")
        given |= {"met_from": choice.met_from, "met_to": choice.met_to or "9999-12-31"}
    if choice.dated is not None:
        parts.append(f"{'NOT ' if choice.dated else ''}{NO_DAY}")
    parts += ["number >= :least"] if choice.least else []
    parts += ["size >= :apart"] if choice.apart else []
    if choice.not_on:
        parts.append("from_day > :before" if choice.not_on < day else "to_day <= :before")
    if choice.whose:
        parts.append("who = :whose")
    if choice.placed_from or choice.placed_to:
        parts.append("place >= :placed_from AND place < :placed_to")
        after = f"{choice.placed_to}~" if choice.placed_to else "9999"
        given |= {"placed_from": choice.placed_from, "placed_to": after}
    if choice.words:
        parts.append("kept_words MATCH :words")
    given |= {
        "code": choice.code,
        "whose": choice.whose,
        "name": choice.name,
        "before": choice.not_on,
        "words": _match(choice),
    }
    return " AND ".join(parts), given | {"first": choice.from_day, "last": choice.to_day or "9999-12-31"}


def source(choice: Choice, index: str | None = None) -> str:
    """Where rows are read: by the words that are looked for, or in an index."""
    if choice.words:
        return "kept_words CROSS JOIN kept ON kept.id = kept_words.rowid"
    return f"kept INDEXED BY {index}" if index else "kept"


def _match(choice: Choice) -> str:
    """The full-text query for the words of a choice; each of them may be impossible, and then nothing matches."""
    groups = []
    for alternatives in choice.words:
        told = [" AND ".join(tokens) for tokens in alternatives if tokens]
        groups.append(f"({' OR '.join(f'({one})' for one in told)})" if told else "(nothing)")
    return " AND ".join(groups)


def printed_where(wanted: Printing) -> tuple[str, Given]:
    """The condition that makes articles wanted on `:day`, and its values."""
    parts, given = [HOLDS], {"outlet": wanted.outlet.casefold(), "first": wanted.from_day}
    if wanted.outlet:
        parts.append("outlet_key = :outlet")
    if wanted.from_day or wanted.to_day:
        parts.append("substr(coalesce(published, ''), 1, 10) BETWEEN :first AND :last AND coalesce(published, '') > ''")
    return " AND ".join(parts), given | {"last": wanted.to_day or "9999-12-31"}
