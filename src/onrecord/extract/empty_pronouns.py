"""Pronouns that stand for nobody: "it rains", "it is known that", "each must say whether he …"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord.extract.parse import Parse
from onrecord.extract.roles import profile
from onrecord.lexicon import words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_MOST = 60
"""Tokens that are looked back at most."""


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    data = words("pronouns")
    return {f"{t}.{name}": frozenset(listed) for t in ("empty", "nobody") for name, listed in data[t].items()}


def nobody(parse: Parse, at: int, kind: str) -> bool:
    """Whether a pronoun stands for nobody in particular."""
    near = [parse.lower(i) for i in range(max(at - 2, 0), min(at + 3, len(parse)))]
    if kind in ("m", "f") and "or" in near and {"he", "she"} <= set(near):
        return True
    subjects = (i for i in range(max(parse.sentence(at).first, at - _MOST), at) if parse.dep[i] in SUBJECTS)
    if any(parse.lower(parse.left[i]) in _lists()["nobody.determiners"] for i in subjects):
        return True
    return kind == "it" and _thing(parse, at)


def _thing(parse: Parse, at: int) -> bool:
    """Whether "it" is empty or rather a thing: no subject or owner that acts."""
    lists, dep, verb = _lists(), parse.dep[at], parse.head[at]
    if dep == "poss":
        first = max(parse.sentence(at).first, at - _MOST)
        subjects = [i for i in range(first, at) if parse.dep[i] in SUBJECTS]
        return bool(subjects) and parse.pos[subjects[-1]] == "NOUN" and profile(parse, subjects[-1]) is None
    if dep not in SUBJECTS:
        return True
    lemma = parse.lemma[verb]
    clause = parse.child(verb, "ccomp", "csubj", "xcomp", "advcl", "relcl")
    if lemma in lists["empty.with_clause"] and clause is not None:
        return True
    if lemma in lists["empty.verbs"] or (dep == "nsubjpass" and (lemma in lists["empty.said"] or clause is None)):
        return True
    return lemma in lists["empty.thing_verbs"] and not _acts(parse, verb, lists)


def _acts(parse: Parse, verb: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether the verb says what only somebody who acts is or does: "it is ready to", "it began withdrawing troops"."""
    if parse.lemma[verb] == "be":
        return any(parse.lower(c) in lists["empty.acting"] for c in parse.childs(verb, "acomp"))
    return any(parse.pos[c] == "VERB" for c in parse.childs(verb, "xcomp"))
