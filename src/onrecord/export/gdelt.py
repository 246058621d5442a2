"""GDELT 2.0: the table of events. Tab separated, no header, one line for each source with each target.

The columns are those of the GDELT Event Codebook 2.0; one that the ledger knows nothing of stays empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from onrecord.export.gdelt_codes import cameo_country, cameo_type, fips
from onrecord.export.reported import Mention, Reported, citation, dyads, name_of
from onrecord.lexicon.countries import country_name
from onrecord.model import Participant, Place, hull
from onrecord.model.moment import moment

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GlobalEventID", "SQLDate", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{name}" for n in (1, 2) for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DateAdded", "SourceURL",
)  # fmt: skip
COUNTRY, US_CITY, WORLD_CITY, US_STATE, WORLD_STATE = "1", "3", "4", "2", "5"
"""GDELT's kinds of places."""


def holds(one: Reported) -> bool:
    """Whether the table can hold an event: one without a CAMEO code it cannot."""
    return one.view.cameo is not None


def lines(events: Iterable[Reported], *, published_for_undated: bool = False) -> Iterator[str]:
    """The file, line by line."""
    for row in rows(events, published_for_undated=published_for_undated):
        yield line(row, COLUMNS)


def line(row: Mapping[str, str], columns: Iterable[str]) -> str:
    """One line of a table; blanks of any kind within a cell become one blank."""
    return "\t".join(" ".join(row.get(name, "").split()) for name in columns) + "\n"


def rows(events: Iterable[Reported], *, published_for_undated: bool = False) -> Iterator[dict[str, str]]:
    """The cells that are known, by column, of the events that the table can hold.

    With `published_for_undated` an event that the text does not date has the day of its first report.
    """
    for one in filter(holds, events):
        common = _common(one, published_for_undated)
        for number, (source, target) in enumerate(dyads(one)):
            yield {
                "GlobalEventID": str(global_id(one, number)), **common, **_actor("Actor1", one, source),
                **_actor("Actor2", one, target),
            }  # fmt: skip


def global_id(one: Reported, number: int) -> int:
    """A number below 2**63 for the event's row `number` (from 0), made from the event's permanent name."""
    return int(sha256(f"{one.view.id} {number}".encode()).hexdigest()[:16], 16) >> 1


def _common(one: Reported, published: bool) -> dict[str, str]:
    event, code = one.first.event, one.view.cameo or ""
    known = {"QuadClass": event.quad, "GoldsteinScale": event.goldstein}
    return {
        **_dates(one, published), "IsRootEvent": "1" if any(map(_leads, one.mentions)) else "0", "EventCode": code,
        "EventBaseCode": code[:3], "EventRootCode": code[:2],
        **{name: str(value) for name, value in known.items() if value is not None},
        "NumMentions": str(len(one.mentions)), "NumSources": str(one.view.origins),
        "NumArticles": str(len(one.view.articles)), **_geo(one.place), "DateAdded": added(one.first),
        "SourceURL": citation(one.first.record),
    }  # fmt: skip


def _dates(one: Reported, published: bool) -> dict[str, str]:
    """Day, month and year as far as the first and the last possible day agree on them."""
    first, last = one.days or (("", "") if not published else (one.known_from or "",) * 2)
    if not first or first[:4] != last[:4]:
        return {}
    year, month, day = first[:4], first[5:7], first[8:10]
    if first[:7] != last[:7]:
        return {"Year": year}
    if first != last:
        return {"Year": year, "MonthYear": year + month}
    return {
        "SQLDate": year + month + day, "MonthYear": year + month, "Year": year,
        "FractionDate": f"{int(year) + ((int(month) - 1) * 30 + int(day)) / 365:.4f}",
    }  # fmt: skip


def _leads(mention: Mention) -> bool:
    """Whether the event stands in the lead, the first paragraph of the body."""
    lead = next((p.span for p in mention.record.article.parts if p.kind == "body"), None)
    return lead is not None and bool(mention.event.trigger) and lead.holds(hull(mention.event.trigger))


def _actor(prefix: str, one: Reported, party: Participant | None) -> dict[str, str]:
    if party is None:
        return {}
    country, kind = cameo_country(party.country), cameo_type(party.sector)
    return {
        f"{prefix}Code": country + kind, f"{prefix}Name": name_of(one.first.record, party) or "",
        f"{prefix}CountryCode": country, f"{prefix}Type1Code": kind,
    }  # fmt: skip


def _geo(place: Place | None) -> dict[str, str]:
    if place is None or place.lat is None or place.lon is None:
        return {}
    american = place.country == "USA"
    kind = {
        "country": COUNTRY, "region": US_STATE if american else WORLD_STATE,
        "city": US_CITY if american else WORLD_CITY,
    }.get(place.kind or "", "")  # fmt: skip
    around = [place.admin1, country_name(place.country) if place.country else None]
    full = ", ".join(dict.fromkeys(w for w in (place.name, *around) if w))
    found = {
        "Type": kind, "FullName": full, "CountryCode": fips(place.country), "Lat": str(place.lat),
        "Long": str(place.lon),
    }  # fmt: skip
    return {f"ActionGeo_{name}": value for name, value in found.items()}


def added(mention: Mention) -> str:
    """When its article was published, as YYYYMMDDHHMMSS in UTC; a bare date is the first second of its day."""
    when = moment(mention.record.article.published)[:19]
    return "".join(c for c in when if c.isdigit()).ljust(14, "0") if when else ""
