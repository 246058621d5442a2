"""Commitments and denials of a passage: what is missing, extra or wrong in a field. An empty list is a right answer."""

from __future__ import annotations

from typing import Any

from scoring.match import SAME_ACTION, cut, pair, rest, same_head, token_f1, words

Json = dict[str, Any]

HOSTILE = ("threat", "ultimatum")


def commitments(row: Json, record: Json) -> list[str]:
    """Faults in the commitments that somebody asserts, and in the denials."""
    text = row["text"]
    found = [c for c in record["commitments"] if c["existence"] != "denied"]
    matched = pair(row["commitments"], found, lambda g, f: _same_commitment(text, g, f))
    names = {actor["id"]: actor["name"] for actor in record["actors"]}
    faults = [
        f"{wanted['cue']}: {fault}"
        for i, j in matched
        for wanted in [row["commitments"][i]]
        for fault in _field_faults(text, wanted, found[j], names)
    ]
    faults += [f"missing: {g['cue']!r} {g['action']!r}" for g in rest(row["commitments"], (i for i, _ in matched))]
    extra = rest(found, (j for _, j in matched))
    faults += [f"extra {f['kind']}: {cut(text, f['cue'])!r} {cut(text, f['action'])!r}" for f in extra]
    return faults + _denial_faults(row, record)


def _same_commitment(text: str, gold: Json, found: Json) -> float:
    near = _action_f1(text, gold, found)
    cue = bool(gold["cue"]) and bool(set(words(gold["cue"])) & set(words(cut(text, found["cue"]))))
    return near + 0.1 * cue if near >= SAME_ACTION else 0.3 * cue * (near > 0.2)


def _action_f1(text: str, gold: Json, found: Json) -> float:
    said = cut(text, found["action"])
    return max(token_f1(action, said) for action in [gold["action"], *gold.get("action_alts", [])])


def _field_faults(text: str, gold: Json, found: Json, names: dict[str, str]) -> list[str]:
    faults = _promisor_faults(text, gold, found, names)
    for field in ("polarity", "operation"):
        if gold[field] != found[field]:
            faults.append(f"{field} {found[field]} for {gold[field]}")
    if (gold["kind"] in HOSTILE) != (found["kind"] in HOSTILE):
        faults.append(f"kind {found['kind']} for {gold['kind']}")
    if _action_f1(text, gold, found) < SAME_ACTION:
        faults.append(f"action {cut(text, found['action'])!r} for {gold['action']!r}")
    deadline = found["deadline"] or {}
    days = [gold["deadline_iso"], *gold["deadline_iso_alts"]]
    if gold["deadline_iso"] and deadline.get("latest") not in days:
        faults.append(f"deadline {deadline.get('latest')} for {gold['deadline_iso']}")
    if gold["deadline_type"] and not gold["deadline_iso"] and deadline.get("type") != gold["deadline_type"]:
        faults.append(f"deadline type {deadline.get('type')} for {gold['deadline_type']}")
    if gold["condition"] and token_f1(gold["condition"], cut(text, found["condition"])) < SAME_ACTION:
        faults.append(f"condition {cut(text, found['condition'])!r} for {gold['condition']!r}")
    old = cut(text, (found["old_deadline"] or {}).get("span"))
    if gold["old_deadline_text"] and not set(words(gold["old_deadline_text"])) & set(words(old)):
        faults.append(f"old deadline {old!r} for {gold['old_deadline_text']!r}")
    return faults


def _promisor_faults(text: str, gold: Json, found: Json, names: dict[str, str]) -> list[str]:
    said = cut(text, found["promisor"])
    readings = [said, names.get(found["promisor_actor"] or "", said)] if said else [""]
    accepted = [gold["promisor"], *gold["promisor_alts"]]
    met = next((want for want in accepted if any(same_head(want, r) for r in readings)), False)
    if met is False:
        return [f"promisor {said!r} for {gold['promisor']!r}"]
    chain = [cut(text, [span]) for span in found["reported_by"]]
    exact = len(chain) == len(gold["reported_by"]) and all(map(same_head, chain, gold["reported_by"]))
    by_alternative = met != gold["promisor"] and abs(len(chain) - len(gold["reported_by"])) <= 1
    return [] if exact or by_alternative else [f"reported by {chain} for {gold['reported_by']}"]


def _denial_faults(row: Json, record: Json) -> list[str]:
    text, kind = row["text"], "doubt" if "doubt" in row["tags"] else "denial"
    wanted, found = row["denials"], record["denials"]
    matched = pair(wanted, found, lambda g, f: _same_denial(text, g, f))
    faults = []
    for i, j in matched:
        if not same_head(wanted[i]["denier"], cut(text, found[j]["denier"])):
            faults.append(f"denier {cut(text, found[j]['denier'])!r} for {wanted[i]['denier']!r}")
        if token_f1(wanted[i]["denied"], cut(text, found[j]["denied"])) < SAME_ACTION:
            faults.append(f"denied {cut(text, found[j]['denied'])!r} for {wanted[i]['denied']!r}")
        if found[j]["kind"] != kind:
            faults.append(f"{found[j]['kind']} for {kind}")
    faults += [f"missing denial: {g['cue']!r} {g['denied']!r}" for g in rest(wanted, (i for i, _ in matched))]
    extra = rest(found, (j for _, j in matched))
    return faults + [f"extra denial: {cut(text, f['cue'])!r} {cut(text, f['denied'])!r}" for f in extra]


def _same_denial(text: str, gold: Json, found: Json) -> float:
    near = token_f1(gold["denied"], cut(text, found["denied"]))
    cue = bool(set(words(gold["cue"])) & set(words(cut(text, found["cue"]))))
    return near + cue if near >= SAME_ACTION or cue else 0.0
