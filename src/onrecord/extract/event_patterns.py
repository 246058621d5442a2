"""Which CAMEO code a verb or a noun has among its arguments: the lexicon's senses, found by lemma."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from onrecord.extract.parse import Parse
from onrecord.lexicon import rows, words
from onrecord.model import Plover


class Sense(NamedTuple):
    """One reading of a word: what it needs (key, value), its code, and an example with {} for the word."""

    word: str
    needs: tuple[tuple[str, str], ...]
    code: str
    example: str


class Code(NamedTuple):
    """What a CAMEO code carries: quad class 1 to 4, Goldstein value -10 to 10, PLOVER coding."""

    quad: int
    goldstein: float | None
    plover: Plover | None


@cache
def senses() -> Mapping[tuple[str, str], tuple[Sense, ...]]:
    """Senses by (v or n, lemma), those that need most first."""
    found: dict[tuple[str, str], list[Sense]] = defaultdict(list)
    for row in rows("event_patterns"):
        needs = tuple((key, value) for need in row["needs"].split() for key, _, value in [need.partition("=")])
        for word in row["words"].split():
            found[row["kind"], word].append(Sense(word, needs, row["code"], row["example"]))
    return {key: tuple(sorted(value, key=lambda s: -len(s.needs))) for key, value in found.items()}


@cache
def codes() -> Mapping[str, Code]:
    """What each code carries."""
    return {
        r["code"]: Code(
            int(r["quad"]),
            float(r["goldstein"]) if r["goldstein"] else None,
            Plover(r["type"], r["mode"] or None, tuple(r["context"].split())) if r["type"] else None,
        )
        for r in rows("cameo")
    }


@cache
def nouns(name: str, table: str = "nouns") -> frozenset[str]:
    """The words of a class."""
    return frozenset(words("event_classes")[table][name])


def sense_of(parse: Parse, i: int) -> Sense | None:
    """The sense of a token whose needs its arguments meet; None where there is none."""
    kind = {"VERB": "v", "NOUN": "n"}.get(parse.pos[i])
    known = senses().get((kind, parse.lemma[i].lower()), ()) if kind else ()
    return next((s for s in known if all(_meets(parse, i, *need) for need in s.needs)), None)


def code_of(parse: Parse, i: int, sense: Sense) -> str:
    """The sense's code, made narrower by what is intended, demanded, refused or threatened, where that is known."""
    table = words("event_classes")["composite"].get(sense.code[:2])
    if not table or sense.code[2:] != "0":
        return sense.code
    for c in parse.children[i]:
        inner = c
        if parse.dep[c] == "prep" and parse.lower(c) in ("for", "to", "with"):
            inner = parse.child(c, "pobj", "pcomp") or c
        elif parse.dep[c] not in ("xcomp", "ccomp", "dobj"):
            continue
        below = sense_of(parse, inner)
        if below and (code := table.get(below.code[:2])):
            return str(code)
    return sense.code


def _meets(parse: Parse, i: int, key: str, value: str) -> bool:
    if key == "comp":
        found = parse.childs(i, "xcomp", "ccomp")
        return any(not value or parse.lemma[c] in nouns(value, "verbs") for c in found)
    if key == "prt":
        return any(parse.lower(c) == value for c in parse.childs(i, "prt", "prep", "advmod"))
    if key == "prep":
        return any(parse.lower(c) == value for c in parse.childs(i, "prep", "prt"))
    deps = ("nsubj",) if key == "subj" else ("dobj", "nsubjpass")
    return any(parse.lemma[c].lower() in nouns(value) for c in _with_conjuncts(parse, parse.childs(i, *deps)))


def _with_conjuncts(parse: Parse, tokens: list[int]) -> list[int]:
    return tokens + [c for t in tokens for c in parse.childs(t, "conj", "compound", "prep")]
