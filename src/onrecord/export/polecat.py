"""POLECAT: the table of PLOVER events. Tab separated with a header, one line for each source with each target.

POLECAT writes `None` where it knows nothing, and `;` between several values of a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.export.gdelt import line
from onrecord.export.reported import Reported, actor, citation, dyads, made_with, name_of
from onrecord.lexicon import words
from onrecord.model import Participant, Record

_SIDE = ("{} Name", "{} Country", "{} COW", "Primary {} Sector", "{} Sectors", "{} Title", "{} Name Raw",
         "Wikipedia {} ID")  # fmt: skip
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(name.format(side) for side in ("Actor", "Recipient") for name in _SIDE),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
LANGUAGES = {"en": "English"}
MISSING = "None"


def holds(one: Reported) -> bool:
    """Whether the table can hold an event: one without a PLOVER type it cannot."""
    return one.first.event.plover is not None


def lines(events: Iterable[Reported], *, published_for_undated: bool = False) -> Iterator[str]:
    """The file, line by line, the header first, of the events that the table can hold.

    With `published_for_undated` an event that the text does not date has the day of its first report.
    """
    yield "\t".join(COLUMNS) + "\n"
    for one in filter(holds, events):
        common = _common(one, published_for_undated)
        for number, (source, target) in enumerate(dyads(one), 1):
            cells = {
                "Event ID": f"{one.view.id}-{number}", **common, **_side("Actor", one.first.record, source),
                **_side("Recipient", one.first.record, target),
            }  # fmt: skip
            yield line({name: cells.get(name) or MISSING for name in COLUMNS}, COLUMNS)


def _common(one: Reported, published: bool) -> dict[str, str]:
    record, plover = one.first.record, one.first.event.plover
    assert plover is not None
    article = record.article
    days = set(one.days or ()) or ({one.known_from or ""} if published else {""})
    quads: dict[str, list[str]] = words("polecat")["quads"]
    return {
        "Event Date": days.pop() if len(days) == 1 else "", "Event Type": plover.type, "Event Mode": plover.mode or "",
        "Quad Code": next((quad for quad, types in quads.items() if plover.type in types), ""),
        "Contexts": ";".join(plover.context), **_place(one), "Source": article.outlet or citation(record),
        "Publication Date": one.known_from or "",
        "Story People": ";".join(_named(record, "person")),
        "Story Organizations": ";".join(_named(record, "organisation")),
        "Story Locations": ";".join(dict.fromkeys(p.name for p in record.places)),
        "Language": LANGUAGES.get(article.language or "", ""), "Version": f"onrecord ({made_with(record)})",
    }  # fmt: skip


def _named(record: Record, kind: str) -> list[str]:
    return list(dict.fromkeys(a.name for a in record.actors if a.kind == kind))


def _side(side: str, record: Record, party: Participant | None) -> dict[str, str]:
    if party is None:
        return {}
    known = actor(record, party)
    found = (
        name_of(record, party), party.country, None, party.sector, party.sector, known.role if known else None,
        party.span.of(record.article.text) if party.span else None, None,
    )  # fmt: skip
    return {name.format(side): value or "" for name, value in zip(_SIDE, found, strict=True)}


def _place(one: Reported) -> dict[str, str]:
    place = one.place
    if place is None:
        return {}
    return {
        "Placename": place.name, "City": place.name if place.kind == "city" else "", "Province": place.admin1 or "",
        "Country": place.country or "", "Latitude": "" if place.lat is None else str(place.lat),
        "Longitude": "" if place.lon is None else str(place.lon),
        "GeoNames ID": str(place.geonames) if place.geonames else "",
        "Raw Placename": place.span.of(one.first.record.article.text),
    }  # fmt: skip
