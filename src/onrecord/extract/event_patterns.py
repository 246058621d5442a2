"""Which CAMEO code a verb or a noun has among its arguments: the lexicon's senses, found by lemma."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from onrecord.extract.event_arguments import pobjs
from onrecord.extract.event_needs import ALONE, met, nouns
from onrecord.extract.event_signs import infinitive, listed, table
from onrecord.extract.parse import Parse
from onrecord.lexicon import rows, words
from onrecord.model import Plover

_LOOSE = frozenset({"alone", "not", "plain", "intr"})
"""Needs that make a sense no narrower than one without them."""
_ABOUT = frozenset({"for", "to", "with", "on", "about", "of", "upon", "against", "over"})
"""Prepositions before what is asked, meant, refused or threatened."""
_OF = frozenset({"of"})
_DURING = frozenset({"in", "during"})
_BY = _DURING | {"by"}
_HURT = frozenset({"18", "19", "20"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "dobj", "nsubjpass"})
_KINDS = {"VERB": "v", "NOUN": "n", "ADJ": "a", "AUX": "m"}


class Sense(NamedTuple):
    """One reading of a word: what it needs (key, value), its code, and an example with {} for the word."""

    word: str
    needs: tuple[tuple[str, str], ...]
    code: str
    example: str

    @property
    def alone(self) -> bool:
        """Whether the word names an event even where no actor stands beside it."""
        return ALONE in self.needs


class Code(NamedTuple):
    """What a CAMEO code carries: quad class 1 to 4, Goldstein value -10 to 10, PLOVER coding."""

    quad: int
    goldstein: float | None
    plover: Plover | None


@cache
def senses() -> Mapping[tuple[str, str], tuple[Sense, ...]]:
    """Senses by (v, n, a or m, lemma), those that need most first."""
    found: dict[tuple[str, str], list[Sense]] = defaultdict(list)
    for row in rows("event_patterns"):
        needs = tuple((key, value) for need in row["needs"].split() for key, _, value in [need.partition("=")])
        for word in row["words"].split():
            found[row["kind"], word].append(Sense(word, needs, row["code"], row["example"]))
    return {
        key: tuple(sorted(value, key=lambda s: -sum(n[0] not in _LOOSE for n in s.needs)))
        for key, value in found.items()
    }


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


def sense_of(parse: Parse, i: int) -> Sense | None:
    """The sense of a token whose needs its arguments meet; None where there is none."""
    kind = _KINDS.get(parse.pos[i])
    known = senses().get((kind, parse.lemma[i].lower()), ()) if kind else ()
    return next((s for s in known if all(met(parse, i, *need) for need in s.needs)), None)


def using(parse: Parse, verb: int, sense: Sense) -> list[int]:
    """The nouns that a verb needs for this sense of it, which make one event with it: "lifted the siege".

    Not so where the verb leaves open whether there is such a thing, as in "demanded a truce": these are two events.
    """
    found = _deed(parse, verb, sense)
    phrasal = [f"{sense.word}-{parse.lower(c)}" for c in parse.childs(verb, "prt")]
    if parse.childs(verb, "nsubjpass") and any(table("predicates").get(w) == "denied" for w in (*phrasal, sense.word)):
        return found  # "was called off", "was cancelled": there was none
    said = next((table("verbs")[w] for w in (*phrasal, sense.word) if w in table("verbs")), "known")
    if said != "known" and sense.word not in listed("performed", "clause_only"):
        return found
    for key, value in sense.needs if parse.pos[verb] == "VERB" else ():
        words_, _, kind = value.partition(":")
        if key == "prep" and kind:
            near = pobjs(parse, verb, frozenset(words_.split("|")))
        elif key == "obj" and value:
            near, kind = parse.childs(verb, "dobj", "nsubjpass"), value
            near += [o for n in near if parse.lemma[n].lower() in nouns("measures") for o in pobjs(parse, n, _OF)]
        elif key == "with":
            found += [c for c in parse.children[verb] if parse.lower(c) in value.split("|")]
            continue
        else:
            continue
        found += [t for t in near if any(parse.lemma[t].lower() in nouns(k) for k in kind.split("|"))]
    return found


def _deed(parse: Parse, verb: int, sense: Sense) -> list[int]:
    """The attack in which somebody was hurt, one event with it: "killed two in a raid", "killed by shelling"."""
    if sense.code[:2] not in _HURT or parse.pos[verb] != "VERB":
        return []
    near = pobjs(parse, verb, _BY)
    for hurt in parse.childs(verb, "dobj"):
        near += pobjs(parse, hurt, _DURING)
    bare = [t for t in near if parse.pos[t] == "NOUN" or not parse.childs(t, "dobj")]
    return [t for t in bare if (s := sense_of(parse, t)) and s.code[:2] in _HURT]


def used_by(parse: Parse, noun: int) -> bool:
    """Whether the verb above a noun needs it for its own sense."""
    verb = parse.head[noun]
    for _ in range(3 if parse.dep[noun] in ("pobj", "pcomp") else 0):
        verb = verb if parse.pos[verb] == "VERB" else parse.head[verb]
    sense = sense_of(parse, verb) if parse.pos[verb] == "VERB" else None
    return sense is not None and noun in using(parse, verb, sense)


def code_of(parse: Parse, i: int, sense: Sense) -> tuple[str, int | None]:
    """The sense's code, made narrower by what is intended, demanded, refused or threatened, and the word that names
    this; the sense's own code and None where it is not known."""
    if sense.code[:2] not in words("event_classes")["composite"] or sense.code[2:] != "0":
        return sense.code, None
    inner = [(t, below.code) for t in _asked(parse, i) if (below := sense_of(parse, t))]
    for t, code in inner if sense.word == "order" else ():
        if parse.dep[t] in ("dobj", "nsubjpass") and code[:2] in words("event_classes")["ordered"]["roots"]:
            return code, t  # "ordered the release of the pilots"
    for t, code in inner:
        if finer := about(sense.code[:2], code):
            return finer, t
    return sense.code, inner[0][0] if inner else None


def _asked(parse: Parse, i: int) -> list[int]:
    """The words that may name what is asked, meant, refused or threatened: complements, objects, their infinitives."""
    found: list[int] = []
    for c in parse.children[i]:
        dep = parse.dep[c]
        if dep in ("prep", "dative") and parse.lower(c) in _ABOUT:
            near = parse.childs(c, "pobj", "pcomp")
        elif dep in _COMPLEMENTS or (dep in ("advcl", "acl", "relcl") and infinitive(parse, c)):
            near = [c]
        else:
            continue
        found += near
        found += [v for n in near for v in parse.childs(n, "acl", "relcl") if infinitive(parse, v)]
    return found


def about(root: str, code: str) -> str | None:
    """The code of an appeal (root 02), intent (03), demand (10), refusal (12) or threat (13) that is about `code`: that
    of the longest beginning of `code` which the lexicon knows."""
    known = words("event_classes")["composite"][root]
    return next((str(known[code[:n]]) for n in range(len(code), 1, -1) if code[:n] in known), None)
