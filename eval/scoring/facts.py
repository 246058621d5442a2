"""Events: whether they are found, what they are, whether they happened. An empty list of faults is a right answer."""

from __future__ import annotations

from collections import Counter
from typing import Any

from scoring.match import cut, overlaps, rest, spans

Json = dict[str, Any]

REAL = ("happened", "ongoing")


def events(row: Json, record: Json) -> list[str]:
    """Faults in the CAMEO roots of a sentence (as a multiset), and in the actors, the factuality, the days (`when`),
    the place (`where`) and the numbers (`numbers`) of an event where the gold has them."""
    text = row["text"]
    found = Counter(f["cameo"][:2] for f in record["events"])
    rows = [{**g, "code": _nearest_code(g, found)} for g in row["events"]]
    wanted = [g for g in rows if not g.get("optional")]
    allowed, need = Counter(g["code"][:2] for g in rows), Counter(g["code"][:2] for g in wanted)
    faults = [f"missing root {root}" for root in (need - found).elements()]
    faults += [f"extra root {root}: {_triggers(text, root, record)}" for root in (found - allowed).elements()]
    for gold in wanted:
        same = [f for f in record["events"] if f["cameo"][:2] == gold["code"][:2]]
        faults += [fault for side in ("source", "target") if same and (fault := _actor_fault(text, gold, side, same))]
        details = sorted((_detail_faults(text, gold, f, record) for f in same), key=len)
        faults += details[0] if details else []
    return faults


def _detail_faults(text: str, gold: Json, found: Json, record: Json) -> list[str]:
    """Faults in whether, when and where one event was, and in the numbers that it has."""
    faults = []
    if "factuality" in gold and found["factuality"] != gold["factuality"]:
        faults.append(f"{found['factuality']} for {gold['factuality']}")
    if "when" in gold:
        days = next(([t["earliest"], t["latest"]] for t in record["times"] if t["id"] == found["time"]), None)
        faults += [] if days == gold["when"] else [f"when {days} for {gold['when']}"]
    if "where" in gold:
        place = next((cut(text, [p["span"]]) for p in record["places"] if p["id"] == found["place"]), None)
        faults += [] if place == gold["where"] else [f"where {place!r} for {gold['where']!r}"]
    if "numbers" in gold:
        given = [cut(text, [q["span"]]) for q in record["quantities"] if q["id"] in found["quantities"]]
        named = all(any(n in g.split() for g in given) for n in gold["numbers"])
        faults += [] if named and len(given) == len(gold["numbers"]) else [f"numbers {given} for {gold['numbers']}"]
    return faults


def _nearest_code(gold: Json, found: Counter[str]) -> str:
    """The code of a gold event, or one that is as good (`code_alts`) where that has a root that was found."""
    codes: list[str] = [gold["code"], *gold.get("code_alts", [])]
    return next((code for code in codes if found[code[:2]]), codes[0])


def _triggers(text: str, root: str, record: Json) -> str:
    return ", ".join(cut(text, f["trigger"]) for f in record["events"] if f["cameo"][:2] == root)


def _actor_fault(text: str, gold: Json, side: str, found: list[Json]) -> str | None:
    wanted = gold[f"{side}_text"]
    if wanted is None:
        return None
    at = text.find(wanted)
    where = [(at, at + len(wanted))]
    given = [actor["span"] for event in found for actor in event[side]]
    return None if any(overlaps([span], where) for span in given) else f"{side}: not {wanted!r}"


def no_event(row: Json, record: Json) -> list[str]:
    """Events found where there are none, or taken for real where nothing happened."""
    wrong = [e for e in record["events"] if row["kind"] == "none" or e["factuality"] in REAL]
    return [f"{e['factuality']} {e['cameo']}: {cut(row['text'], e['trigger'])!r}" for e in wrong]


def factuality(row: Json, record: Json) -> list[str]:
    """Faults in what is said about the marked triggers: missing, wrong factuality, tense or asserting source.

    Silence about something that did not happen is no fault where the gold says so (`silent_ok`); taking it for real is.
    """
    marked = [*row["triggers"], *row.get("governors", [])]
    homes: dict[int, list[Json]] = {}
    for event in record["events"]:
        at = max(range(len(marked)), key=lambda i: _covered(marked[i]["span"], event["trigger"]), default=None)
        if at is not None and overlaps([marked[at]["span"]], event["trigger"]):
            homes.setdefault(at, []).append(event)
    return [
        f"{row['text'][slice(*trigger['span'])]}: {fault}"
        for i, trigger in enumerate(row["triggers"])
        if trigger.get("scored", True)
        for fault in _trigger_faults(row, trigger, homes.get(i, []), record)
    ]


def _covered(span: list[int], trigger: Any) -> float:
    shared = sum(max(0, min(span[1], b) - max(span[0], a)) for a, b in spans(trigger))
    return shared / (span[1] - span[0])


def _trigger_faults(row: Json, gold: Json, found: list[Json], record: Json) -> list[str]:
    if not found:
        return [] if gold.get("silent_ok") else ["missing"]
    event = found[0]
    accepted = [gold["factuality"], *gold.get("accept", [])]
    faults = [] if event["factuality"] in accepted else [f"{event['factuality']} for {gold['factuality']}"]
    if gold["factuality"] in (*REAL, "planned") and event["tense"] != gold["tense"]:
        faults.append(f"tense {event['tense']} for {gold['tense']}")
    if gold["asserted_by"]:
        source: Any = next((s["source"] for s in record["statements"] if s["id"] == event["statement"]), [])
        if not overlaps(source, [gold["asserted_by"]]):
            faults.append(f"asserted by {cut(row['text'], source)!r}")
    return faults


def parts(row: Json, record: Json) -> list[str]:
    """Faults in the parts of a text that are not body: missing, extra, or of another extent."""
    text = row["text"]
    found = [(p["kind"], cut(text, [p["span"]]).strip(" |\n-")) for p in record["parts"] if p["kind"] != "body"]
    wanted = [(p["kind"], p["quote"].strip(" |\n-")) for p in row["parts"]]
    faults = [f"missing {kind}: {quote!r}" for kind, quote in wanted if (kind, quote) not in found]
    matched = [i for i, part in enumerate(found) if part in wanted]
    return faults + [f"extra {kind}: {quote!r}" for kind, quote in rest(found, matched)]
