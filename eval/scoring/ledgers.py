"""Scenarios: dated stories, and what a ledger of them must know on a day. An empty list of faults is a right answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from scoring.match import SAME_ACTION, pair, rest, token_f1

Json = dict[str, Any]

_LOOSE = {"approx": "eq", "gt": "ge", "lt": "le"}


def scenario(row: Json, ledger: Json) -> list[str]:
    """Faults in the commitments and their status, the disputes, the series and the copies."""
    gold = row["gold"]
    kin = _kin(gold["duplicates"])
    return [
        *_commitment_faults(gold, ledger, kin),
        *_dispute_faults(gold, ledger, kin),
        *_series_faults(gold, ledger, kin),
        *_copy_faults(gold, ledger),
    ]


def _kin(groups: Sequence[Sequence[str]]) -> dict[str, set[str]]:
    """For each article, the articles that print the same story."""
    return {article: set(group) for group in groups for article in group}


def _near(kin: dict[str, set[str]], one: str, other: str) -> bool:
    return one == other or other in kin.get(one, ())


def _quotes_meet(kin: dict[str, set[str]], gold: Json, found: Json) -> bool:
    """Whether two quotes are one: in one article or a copy, and one holds the other or most words agree."""
    if found["article"] is None or not _near(kin, gold["article"], found["article"]):
        return False
    a, b = gold["quote"], found["quote"] or ""
    return bool(b) and (a in b or b in a or token_f1(a, b) >= SAME_ACTION)


def _commitment_faults(gold: Json, ledger: Json, kin: dict[str, set[str]]) -> list[str]:
    found = ledger["commitments"]
    matched = pair(gold["commitments"], found, lambda g, f: _same_promise(kin, g, f))
    faults = []
    for i, j in matched:
        want, have = gold["commitments"][i], found[j]
        if want["status_scored"] and have["status"] not in want["status_accept"]:
            faults.append(f"{want['id']} status {have['status']} for {want['status']}")
        if have["late"] != want["late"]:
            faults.append(f"{want['id']} late {have['late']}")
        if want["deadline_iso"] and (have["deadline"] or {}).get("latest") != want["deadline_iso"]:
            faults.append(f"{want['id']} deadline {(have['deadline'] or {}).get('latest')} for {want['deadline_iso']}")
        if "basis" in want and have["basis"] != want["basis"]:
            faults.append(f"{want['id']} basis {have['basis']} for {want['basis']}")
        outcome = want["outcome"]
        if outcome and not any(_quotes_meet(kin, outcome, step) for step in have["history"]):
            faults.append(f"{want['id']} without its outcome {outcome['quote']!r}")
    missing = [g for g in rest(gold["commitments"], (i for i, _ in matched)) if not g.get("optional")]
    faults += [f"missing {g['id']}: {g['action']!r}" for g in missing]
    return faults + [f"extra {f['kind']}: {f['action']!r}" for f in rest(found, (j for _, j in matched))]


def _same_promise(kin: dict[str, set[str]], gold: Json, found: Json) -> float:
    if not _near(kin, gold["made_in"], found["made"]["article"]):
        return 0.0
    made = {"article": gold["made_in"], "quote": gold["evidence"]}
    near = token_f1(gold["action"], found["action"])
    return near + 0.01 if near >= SAME_ACTION or _quotes_meet(kin, made, found["made"]) else 0.0


def _dispute_faults(gold: Json, ledger: Json, kin: dict[str, set[str]]) -> list[str]:
    def same(want: Json, have: Json) -> float:
        straight = _quotes_meet(kin, want["a"], have["a"]) and _quotes_meet(kin, want["b"], have["b"])
        crossed = _quotes_meet(kin, want["a"], have["b"]) and _quotes_meet(kin, want["b"], have["a"])
        return float(straight or crossed)

    found = ledger["disputes"]
    matched = pair(gold["disputes"], found, same)
    faults = [f"missing dispute: {g['a']['quote']!r}" for g in rest(gold["disputes"], (i for i, _ in matched))]
    extra = [f for f in rest(found, (j for _, j in matched)) if not any(same(g, f) for g in gold["disputes"])]
    return faults + [f"extra dispute: {f['a']['quote']!r} / {f['b']['quote']!r}" for f in extra]


def _series_faults(gold: Json, ledger: Json, kin: dict[str, set[str]]) -> list[str]:
    faults = []
    for series in gold["numbers"]:
        homes: Counter[str] = Counter()
        for point in series["points"]:
            home = next((s["id"] for s in ledger["series"] for p in s["points"] if _same_point(kin, point, p)), None)
            if home:
                homes[home] += 1
            elif len(series["points"]) > 1 and not point.get("optional"):
                faults.append(f"missing point {point['quote']!r}")
        if len(homes) > 1:
            faults.append(f"{series['series']!r} is torn")
    known = [p for s in gold["numbers"] for p in s["points"]]
    long = [p for s in ledger["series"] if len(s["points"]) > 1 for p in s["points"]]
    return faults + [f"extra point {p['quote']!r}" for p in long if not any(_same_point(kin, g, p) for g in known)]


def _same_point(kin: dict[str, set[str]], gold: Json, found: Json) -> bool:
    same = _near(kin, gold["article"], found["article"]) and (gold["low"], gold["high"]) == (
        found["low"],
        found["high"],
    )
    return same and _LOOSE.get(gold["op"], gold["op"]) == _LOOSE.get(found["op"], found["op"])


def _pairs(groups: Iterable[Sequence[str]]) -> set[tuple[str, ...]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _copy_faults(gold: Json, ledger: Json) -> list[str]:
    want, have = _pairs(gold["duplicates"]), _pairs(ledger["copies"])
    faults = [f"copies not seen: {' '.join(p)}" for p in sorted(want - have)]
    return faults + [f"no copies: {' '.join(p)}" for p in sorted(have - want)]


def stories(rows: Sequence[Json], ledger: Json) -> dict[str, list[str]]:
    """For each article of the set: whether its story holds just the articles of its cluster."""
    homes = {article: set(story["articles"]) for story in ledger["stories"] for article in story["articles"]}
    faults = {}
    for row in rows:
        want = {r["id"] for r in rows if r["cluster"] == row["cluster"]}
        have = homes.get(row["id"], {row["id"]})
        faults[row["id"]] = [] if have == want else [f"with {sorted(have)}, not with {sorted(want)}"]
    return faults
