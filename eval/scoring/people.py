"""Who said what, and who is meant: the judges of attributions and speakers. No faults: a right answer."""

from __future__ import annotations

from typing import Any

from scoring.match import SAME_CONTENT, cut, head_span, jaccard, overlaps, pair, rest, spans, words

Json = dict[str, Any]


def attribution(row: Json, record: Json) -> list[str]:
    """Faults in the statements of a passage: missing, extra, or with a wrong field (those that the passage gives)."""
    text, wanted, found = row["text"], row["attributions"], record["statements"]
    matched = pair(wanted, found, lambda g, f: _same_statement(text, g, f))
    parents = {found[j]["id"]: wanted[i]["id"] for i, j in matched}
    faults = [
        fault
        for i, j in matched
        if not wanted[i].get("optional")
        for fault in _statement_faults(text, wanted[i], found[j], parents)
    ]
    missing = [g for g in rest(wanted, (i for i, _ in matched)) if not g.get("optional")]
    faults += [f"missing: {cut(text, g['cue'])!r} {cut(text, g['content'])!r}" for g in missing]
    extra = [f for f in rest(found, (j for _, j in matched)) if f["content"]]
    return faults + [f"extra: {cut(text, f['cue'])!r} {cut(text, f['content'])!r}" for f in extra]


def statement_is_right(text: str, wanted: list[Json], statement: Json) -> bool:
    """Whether a statement has the content and the source of one of the gold attributions."""
    return any(_same_statement(text, g, statement) and _source_fault(text, g, statement) is None for g in wanted)


def _same_statement(text: str, gold: Json, found: Json) -> float:
    if not gold["content"]:
        return float(overlaps(gold["cue"], found["cue"]))
    value = jaccard(text, gold["content"], found["content"])
    return value + 0.1 * overlaps(gold["cue"], found["cue"]) if value >= SAME_CONTENT else 0.0


def _source_fault(text: str, gold: Json, found: Json) -> str | None:
    where, said = head_span(text, gold["source"]), cut(text, found["source"])
    if where is None:
        return f"source of nobody: {said!r}" if found["source"] else None
    covered = any(a <= where[0] and where[1] <= b for a, b in spans(found["source"]))
    return None if covered else f"source: {said!r} for {cut(text, gold['source'])!r}"


def _statement_faults(text: str, gold: Json, found: Json, parents: dict[str, str]) -> list[str]:
    faults = [fault] if (fault := _source_fault(text, gold, found)) else []
    if not overlaps(gold["cue"], found["cue"]):
        faults.append(f"cue: {cut(text, found['cue'])!r} for {cut(text, gold['cue'])!r}")
    if gold["type"] and gold["type"] != found["type"]:
        faults.append(f"type: {found['type']} for {gold['type']}")
    parent = parents.get(found["parent"])
    if parent not in (gold["parents"] or [None]) and (parent or not gold.get("parent_optional")):
        faults.append(f"parent: {found['parent']} for {gold['parents']}")
    around = [span for key in ("via", "addressee", "venue") for span in spans(found[key])]
    faults += [f"via: not {cut(text, [g])!r}" for g in spans(gold["via"]) if not overlaps([g], around)]
    for key in sorted({"polarity", "certainty"} & gold.keys()):
        if gold[key] != found[key]:
            faults.append(f"{key}: {found[key]} for {gold[key]}")
    return faults


def speakers(row: Json, record: Json) -> list[str]:
    """Faults in who the marked mentions stand for, in their countries, and in places taken for governments."""
    return [
        f"{row['text'][slice(*m['span'])].strip()}: {fault}"
        for m in row["mentions"]
        if (fault := _mention_fault(row, m, record))
    ]


def actors(row: Json, record: Json) -> list[str]:
    """Faults in the marked actors: not found, of another kind, country or sector, or one taken for two.

    What the gold leaves out is not asked; `one` marks the mentions of one and the same actor, the kind `nobody` words
    that are no actor at all.
    """
    faults: list[str] = []
    ones: dict[str, str] = {}
    for gold in row["mentions"]:
        actor = _actor_at(row["text"], gold["span"], record["actors"])
        if gold.get("kind") == "nobody":
            faults += [f"{gold['name']}: {actor['kind']}, nobody was asked for"] if actor else []
            continue
        if actor is None:
            faults.append(f"missing {gold['name']!r}")
            continue
        asked = [key for key in ("kind", "country", "sector") if key in gold]
        faults += [f"{gold['name']}: {key} {actor[key]} for {gold[key]}" for key in asked if actor[key] != gold[key]]
        if gold.get("one") and ones.setdefault(gold["one"], actor["id"]) != actor["id"]:
            faults.append(f"{gold['name']}: another actor than before")
    return faults


def _mention_fault(row: Json, gold: Json, record: Json) -> str | None:
    text = row["text"]
    actor = _actor_at(text, gold["span"], record["actors"])
    if gold.get("use") and (fault := _use_fault(gold, record)):
        return fault
    name = cut(text, [gold["span"]]).strip().removeprefix("The ").removeprefix("the ")
    if actor and (actor["kind"] == "unnamed" or (words(actor["name"]) == words(name) and gold["form"] != "metonym")):
        actor = None
    if gold["ambiguous"] or not gold["name"]:
        return f"answered {actor['name']!r}, nobody was asked for" if actor and gold["form"] != "name" else None
    if actor is None:
        return f"no answer, {gold['name']!r} wanted"
    if not _is_meant(text, row, gold, actor):
        return f"{actor['name']!r} for {gold['name']!r}"
    if gold["country"] and actor["country"] != gold["country"]:
        return f"country {actor['country']} for {gold['country']}"
    return None


def _actor_at(text: str, span: list[int], actors: list[Json]) -> Json | None:
    fits = [
        (jaccard(text, [span], [m["span"]]), actor)
        for actor in actors
        for m in actor["mentions"]
        if _same_place(text, span, m["span"])
    ]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def _same_place(text: str, one: list[int], other: list[int]) -> bool:
    last = text[one[0] : one[1]].rsplit(maxsplit=1)[-1]
    same_end = overlaps([one], [other]) and text[other[0] : other[1]].rsplit(maxsplit=1)[-1] == last
    return same_end or jaccard(text, [one], [other]) >= 0.5


def _is_meant(text: str, row: Json, gold: Json, actor: Json) -> bool:
    named = set(words(actor["name"]))
    if any(set(words(name)) <= named for name in [" ".join(gold["head"]), *gold.get("name_alts", [])]):
        return True
    if gold["form"] == "metonym" and gold["country"]:
        return bool(actor["country"] == gold["country"] and actor["kind"] in ("state", "organisation", "group"))
    others = [r["span"] for r in row["referents"] if r["span"] != gold["first_span"]]
    at = [m["span"] for m in actor["mentions"]]
    first = gold["first_span"]
    meets = bool(first) and any(_same_place(text, first, span) for span in at)
    return meets and not any(_same_place(text, other, span) for other in others for span in at)


def _use_fault(gold: Json, record: Json) -> str | None:
    place = next((p for p in record["places"] if overlaps([p["span"]], [gold["span"]])), None)
    metonyms = [m for a in record["actors"] for m in a["mentions"] if m["form"] == "metonym"]
    spoken = any(overlaps([m["span"]], [gold["span"]]) for m in metonyms)
    use = place["use"] if place else "metonymic" if spoken else None
    return None if use == gold["use"] else f"use {use} for {gold['use']}"
