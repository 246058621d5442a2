"""An entry as a form, and a form as what a reviewer changed: one control a field."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from starlette.exceptions import HTTPException

from onrecord.export.fields import POINTS_AT
from onrecord.ledger.review import DAYS
from onrecord.ledger.settable import blank, choices, hints_of, inner, is_words
from onrecord.lexicon import rows
from onrecord.link.refs import Entry, refs
from onrecord.model import Actor, Event, Participant, Record, Span, Spans
from onrecord.model.record import to_plain

Shape = Literal["choice", "day", "words", "number", "text", "entry"]
FIELDS: dict[str, tuple[str, ...]] = {
    "commitment": ("kind", "operation", "promisor", "promisor_actor", "promisee", "action", "polarity",
                   "deadline.latest", "deadline.span", "deadline.type", "condition", "reported_by", "existence", "cue"),
    "statement": ("source", "speaker", "content", "cue_class", "certainty", "polarity", "via", "addressee", "parent",
                  "existence", "cue"),
    "denial": ("kind", "denier", "denier_actor", "denied", "target", "cue"),
    "event": ("cameo", "source", "target", "factuality", "tense", "time", "place", "statement", "trigger"),
    "quantity": ("op", "low", "high", "unit", "of", "place", "time", "span"),
    "time": ("type", "value", "earliest", "latest", "span"),
    "place": ("name", "use", "kind", "country", "lat", "lon", "radius_km", "span"),
    "actor": ("name", "kind", "country", "sector", "role"),
}  # fmt: skip
"""By kind, what the form shows."""
LABELS = {
    "promisor": "who undertakes it (words)", "promisor_actor": "who that is", "promisee": "to whom (words)",
    "action": "what will be done (words)", "polarity": "polarity", "deadline.latest": "last day",
    "deadline.span": "deadline (words)", "deadline.type": "kind of deadline", "condition": "condition (words)",
    "reported_by": "according to (words)", "existence": "that it was made is", "source": "source (words)",
    "speaker": "who that is", "content": "what is said (words)", "cue_class": "how it is said",
    "via": "through (words)", "addressee": "to whom (words)", "parent": "within the statement",
    "denier": "who denies (words)",
    "denier_actor": "who that is", "denied": "what is denied (words)", "target": "answers", "cameo": "CAMEO code",
    "cue": "said by the words (cue)", "trigger": "told by the words", "span": "words",
    "statement": "according to the statement", "op": "bound", "of": "of what (words)", "radius_km": "radius, km",
    "lat": "latitude", "lon": "longitude", "country": "country (ISO 3166-1 alpha-3)",
}  # fmt: skip
VALUES = {"+": "as it stands", "-": "in the negative", "eq": "exactly", "approx": "about", "lt": "fewer than",
          "le": "up to", "gt": "more than", "ge": "at least"}  # fmt: skip
EVENT = {"source": "who does it (words)", "target": "to whom (words)"}


@dataclass(frozen=True, slots=True)
class Control:
    """One field: its value as a form has it ("" for none), and what can be chosen as (value, words)."""

    name: str
    label: str
    shape: Shape
    value: str
    options: tuple[tuple[str, str], ...] = ()


def controls(record: Record, kind: str, entry: Entry) -> list[Control]:
    """The controls of an entry of `record`."""
    data, named = to_plain(entry), {e.id: ref for ref, e in refs(record).items()}
    return [_control(record, kind, data, name, hint, named) for name, hint in _fields(kind, entry, data)]


def changes(record: Record, kind: str, entry: Entry, given: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """The fields of which a form says something else than the entry, with their values. HTTPException 400 where a
    number is none."""
    for control in controls(record, kind, entry):
        words = " ".join(given.get(control.name, control.value).split())
        if words == control.value:
            continue
        value: Any = words or None
        if control.shape == "number" and words:
            try:
                value = float(words)
            except ValueError:
                raise HTTPException(400, f"“{words[:40]}” is no number for {control.label}.") from None
        yield control.name, value
        if control.name == "cameo":
            yield from _follows(words, entry)


def _follows(cameo: str, entry: Entry) -> Iterator[tuple[str, Any]]:
    """What hangs on a code: quad, Goldstein value, PLOVER coding. HTTPException 400 where there is no such code."""
    row = next((row for row in rows("cameo") if row["code"] == cameo), {})
    if cameo and not row:
        raise HTTPException(400, f"“{cameo[:40]}” is no CAMEO code.")
    yield "goldstein", float(row["goldstein"]) if row.get("goldstein") else None
    yield "quad", int(row["quad"]) if row.get("quad") else None
    if isinstance(entry, Event) and entry.plover and row.get("type"):
        yield "plover.type", row["type"]
        yield "plover.mode", row["mode"] or None


def _fields(kind: str, entry: Entry, data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    hints = hints_of(type(entry))
    for name in FIELDS[kind]:
        outer, _, last = name.partition(".")
        part = inner(hints[outer]) if last else None
        if last and data[outer] is None and blank(part) is None:
            continue
        yield name, hints_of(part)[last] if last else hints[outer]


def _control(
    record: Record, kind: str, data: dict[str, Any], name: str, hint: Any, named: Mapping[str, Any]
) -> Control:
    outer, _, last = name.partition(".")
    value = (data[outer] or {}).get(last) if last else data[outer]
    label = EVENT.get(name, "") if kind == "event" else ""
    label = label or LABELS.get(name, name.replace("_", " "))
    if is_words(hint):
        return Control(name, label, "words", words_of(record, hint, value))
    if (last or outer) in DAYS:
        return Control(name, label, "day", str(value or ""))
    if name in POINTS_AT:
        options = tuple(_pointed(record, POINTS_AT[name]))
        return Control(
            name, label, "entry", named[value].id if isinstance(value, str) and value in named else "", options
        )
    literal = next((c for c in choices(hint) if typing.get_origin(c) is Literal), None)
    if literal is not None:
        options = tuple((str(v), VALUES.get(str(v), str(v).replace("_", " "))) for v in typing.get_args(literal))
        empty = (("", "none"),) if type(None) in choices(hint) else ()
        return Control(name, label, "choice", str(value or ""), (*empty, *options))
    number = float in choices(hint) or int in choices(hint)
    shown = f"{value:g}" if isinstance(value, float) else "" if value is None else str(value)
    return Control(name, label, "number" if number else "text", shown)


def words_of(record: Record, hint: Any, value: Any) -> str:
    """The words of a field as a form has them, pieces joined by " … "."""
    if hint == tuple[Participant, ...]:
        value = [side["span"] for side in value if side["span"]]
    elif hint != Spans:
        value = [value] if value else []
    return " … ".join(" ".join(Span(*span).of(record.article.text).split()) for span in value)


def _pointed(record: Record, kind: str) -> Iterator[tuple[str, str]]:
    """The entries that a field can point at, by name and in words."""
    yield "", "none"
    for ref, entry in refs(record).items():
        if ref.kind == kind:
            words = " ".join(record.article.text[ref.start : ref.end].split())[:60]
            yield ref.id, entry.name if isinstance(entry, Actor) else f"“{words}”"
