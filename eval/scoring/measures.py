"""Numbers, times and places of a passage. An empty list of faults is a right answer."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import Any

from scoring.match import jaccard, overlaps, pair, rest

Json = dict[str, Any]
Value = tuple[tuple[float, ...], str]

NEAR_KM = 161.0
"""100 miles, the usual bar of place resolution."""
_CHANGE = {"=": "eq", "~": "approx", ">": "more", "<": "less"}
_OP = {"eq": "eq", "range": "eq", "approx": "approx", "gt": "more", "ge": "more", "lt": "less", "le": "less"}
_PEOPLE = {"people": "person", "persons": "person"}
_EARTH_KM = 6371.0


def quantities(row: Json, record: Json) -> list[str]:
    """Faults in the values with their bounds (as a multiset), then in the units of those that are right."""
    wanted = [(_gold_value(g), g["unit"]) for g in row["quantities"]]
    found = [(value, f["unit"]) for f in record["quantities"] if (value := _found_value(f))[0]]
    need, got = Counter(v for v, _ in wanted), Counter(v for v, _ in found)
    faults = [f"missing {_show(v)}" for v in (need - got).elements()]
    faults += [f"extra {_show(v)}" for v in (got - need).elements()]
    for value, unit in wanted:
        units = [_unit(u) for v, u in found if v == value]
        if units and unit.isalpha() and _unit(unit) not in units:
            faults.append(f"unit {units[0]!r} for {unit!r}")
    return faults


def _gold_value(quantity: Json) -> Value:
    numbers = tuple(sorted(float(n) for n in re.findall(r"\d+(?:\.\d+)?", quantity["value"])))
    return numbers, _CHANGE[quantity["change"]]


def _found_value(quantity: Json) -> Value:
    numbers = {float(x) for x in (quantity["low"], quantity["high"]) if x is not None}
    return tuple(sorted(numbers)), _OP[quantity["op"]]


def _show(value: Value) -> str:
    return f"{value[1]} {'-'.join(f'{n:g}' for n in value[0])}"


def _unit(unit: str | None) -> str:
    name = (unit or "").lower()
    return _PEOPLE.get(name, name)


def times(row: Json, record: Json) -> list[str]:
    """Faults in span, type, value and, where the gold gives them, in the bounds of each time expression."""
    text, found = row["text"], record["times"]
    matched = pair(row["timexes"], found, lambda g, f: jaccard(text, [g["span"]], [f["span"]]))
    faults = [
        f"{row['timexes'][i]['text']}: {fault}"
        for i, j in matched
        for fault in _time_faults(row["timexes"][i], found[j])
    ]
    faults += [f"missing {g['text']!r}" for g in rest(row["timexes"], (i for i, _ in matched))]
    return faults + [f"extra {text[slice(*f['span'])]!r}" for f in rest(found, (j for _, j in matched))]


def _time_faults(gold: Json, found: Json) -> list[str]:
    faults = []
    if found["span"] != gold["span"] and not gold.get("loose"):
        faults.append("span")
    if found["type"] != gold["type"]:
        faults.append(f"type {found['type']} for {gold['type']}")
    if not gold.get("value_free") and found["value"] not in [gold["value"], *gold.get("value_alts", [])]:
        faults.append(f"value {found['value']} for {gold['value']}")
    bounds = [edge for edge in ("earliest", "latest") if edge in gold and not _is_edge(gold[edge], found[edge])]
    return faults + [f"{edge} {found[edge]} for {gold[edge]}" for edge in bounds]


def _is_edge(wanted: str | None, found: str | None) -> bool:
    """Whether an end of an interval is the wanted one; a wanted day is met by any hour of it."""
    return found is None if wanted is None else (found or "")[: len(wanted)] == wanted


def places(row: Json, record: Json) -> list[str]:
    """Faults in the toponyms: missing, extra, not placed or farther than 161 km off, of another use, without a name."""
    text, found = row["text"], record["places"]
    matched = pair(row["toponyms"], found, lambda g, f: jaccard(text, [g["span"]], [f["span"]]))
    faults = [
        f"{row['toponyms'][i]['name']}: {fault}"
        for i, j in matched
        for fault in _place_faults(row["toponyms"][i], found[j])
    ]
    missing = [g for g in rest(row["toponyms"], (i for i, _ in matched)) if not g.get("optional")]
    faults += [f"missing {g['name']!r}" for g in missing]
    inside = [[g["span"]] for g in row["toponyms"]]
    extra = [f for f in rest(found, (j for _, j in matched)) if not any(overlaps([f["span"]], g) for g in inside)]
    return faults + [f"extra {text[slice(*f['span'])]!r}" for f in extra]


def _place_faults(gold: Json, found: Json) -> list[str]:
    faults = []
    if gold.get("use") and gold["use"] != found["use"]:
        faults.append(f"use {found['use']} for {gold['use']}")
    if gold.get("unplaced"):
        return faults if found["lat"] is None else [*faults, f"placed in {found['country']}, nobody can tell where"]
    faults += [f"{name!r} not in {found['name']!r}" for name in gold.get("names", []) if name not in found["name"]]
    if found["lat"] is None:
        return [*faults, "not placed"]
    off = distance_km(gold["lat"], gold["lon"], found["lat"], found["lon"])
    return [*faults, f"{off:.0f} km off"] if off > gold.get("loose_km", NEAR_KM) else faults


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points given in degrees.

    >>> round(distance_km(0, 0, 0, 90))
    10008
    """
    a, b, c, d = map(math.radians, (lat1, lon1, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(h)))
