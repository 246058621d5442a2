"""The project's own table of events: what CSV, Parquet and GeoJSON share. One row an event, all its evidence in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from onrecord.export.gdelt_mentions import extras
from onrecord.export.reported import HAPPENED, Direction, Reported, directions, made_with, name_of
from onrecord.link.spans import words_of
from onrecord.model import Event, Participant, Record

COLUMNS: dict[str, type] = {
    "event": str, "direction": int, "factuality": str, "tense": str, "asserted_by": str,
    "cameo": str, "root": str, "quad": int, "goldstein": float,
    "plover_type": str, "plover_mode": str, "plover_context": str,
    "earliest": str, "latest": str, "dated_by": str, "known_from": str,
    "source": str, "source_country": str, "source_sector": str,
    "target": str, "target_country": str, "target_sector": str,
    "place": str, "place_kind": str, "place_country": str, "place_admin1": str, "lat": float, "lon": float,
    "radius_km": float, "geonames": int, "quantities": str,
    "articles": int, "origins": int, "mentions": int, "confidence": float, "rule": str,
    "quote": str, "article": str, "outlet": str, "url": str, "start": int, "end": int,
    "made_with": str, "evidence": list,
}  # fmt: skip
"""Column and type. Several parties, contexts or quantities of a cell stand in order, "; " between them; `evidence` is a
list of mentions, the first of which is quoted."""


def rows(events: Iterable[Reported]) -> Iterator[dict[str, Any]]:
    """The events as rows with every column, None where nothing is known; one done by all to each other has several."""
    for one in events:
        for direction in directions(one):
            yield row(direction)


def row(direction: Direction) -> dict[str, Any]:
    """One row."""
    one = direction.reported
    record, event = one.first.record, one.first.event
    first, last, dated_by = _days(one)
    cells = {
        "event": one.view.id, "direction": direction.number, "factuality": event.factuality, "tense": event.tense,
        "asserted_by": _asserted_by(record, event), "cameo": event.cameo, "root": event.cameo and event.cameo[:2],
        "quad": event.quad, "goldstein": event.goldstein, "earliest": first, "latest": last, "dated_by": dated_by,
        "known_from": one.known_from, **_side("source", record, direction.source),
        **_side("target", record, direction.target), **_place(one), "quantities": _quantities(record, event),
        "articles": len(one.view.articles), "origins": one.view.origins, "mentions": len(one.mentions),
        "confidence": event.confidence, "rule": event.rule, "quote": event.evidence.of(record.article.text),
        "article": record.article.id, "outlet": record.article.outlet, "url": record.article.url,
        "start": event.evidence.start, "end": event.evidence.end, "made_with": made_with(record),
        "evidence": [extras(m) for m in one.mentions],
    }  # fmt: skip
    if event.plover:
        cells |= {"plover_type": event.plover.type, "plover_mode": event.plover.mode,
                  "plover_context": "; ".join(event.plover.context) or None}  # fmt: skip
    return {name: cells.get(name) for name in COLUMNS}


def _days(one: Reported) -> tuple[str | None, str | None, str | None]:
    """The first and the last day on which it can have been, and what says so: the text, or only that what happened was
    over when it was first reported ("published")."""
    if one.days:
        return *one.days, "text"
    if one.view.factuality in HAPPENED and one.known_from:
        return None, one.known_from, "published"
    return None, None, None


def _side(name: str, record: Record, parties: tuple[Participant, ...]) -> dict[str, str | None]:
    """Names, countries and sectors in one order; a party without one leaves its place empty."""
    asked: dict[str, Callable[[Participant], str | None]] = {
        name: lambda p: name_of(record, p), f"{name}_country": lambda p: p.country,
        f"{name}_sector": lambda p: p.sector,
    }  # fmt: skip
    found = {column: [ask(p) or "" for p in parties] for column, ask in asked.items()}
    return {column: "; ".join(cells) if any(cells) else None for column, cells in found.items()}


def _place(one: Reported) -> dict[str, Any]:
    place = one.place
    if place is None:
        return {}
    return {
        "place": place.name, "place_kind": place.kind, "place_country": place.country, "place_admin1": place.admin1,
        "lat": place.lat, "lon": place.lon, "radius_km": place.radius_km, "geonames": place.geonames,
    }  # fmt: skip


def _asserted_by(record: Record, event: Event) -> str | None:
    """Whose word it is; None where it is the article's own."""
    statement = next((s for s in record.statements if s.id == event.statement), None)
    if statement is None:
        return None
    known = next((a.name for a in record.actors if a.id == statement.speaker), None)
    return known or words_of(record, statement.source) or "unnamed"


def _quantities(record: Record, event: Event) -> str | None:
    spans = [q.span for q in record.quantities if q.id in event.quantities]
    return "; ".join(" ".join(span.of(record.article.text).split()) for span in spans) or None
