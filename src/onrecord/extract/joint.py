"""Several who speak as one: "the mayor and the bishop said", and "the two", "both" after them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.extract.parse import Parse
from onrecord.model import Actor, Mention

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "pobj", "agent"})
_MOST = 4
"""Most actors whose names a joint name lists; a longer list goes on with "others"."""
_BACK = 2
"""Sentences within which "the two" finds its pair."""


@dataclass(frozen=True, slots=True)
class Joint:
    """Actors joined by "and": the first's head token, the last's, and the numbers of all, in text order."""

    head: int
    last: int
    parts: tuple[int, ...]


def joints(parse: Parse, at: Mapping[int, int], head: int | None = None) -> Iterator[Joint]:
    """Who is joined as a subject or after a preposition, or at one `head`; `at` gives actor numbers by head token.

    Only where each of them is an actor: "the Oder and the mayor" is no joint one.
    """
    for i in sorted(at) if head is None else (head,):
        if (parse.dep[i] in _SUBJECTS or i == head) and (listed := _listed(parse, i)):
            parts = [at.get(token) for token in listed]
            known = tuple(dict.fromkeys(part for part in parts if part is not None))
            if len(known) > 1 and None not in parts:
                yield Joint(i, listed[-1], known)


def _listed(parse: Parse, head: int) -> list[int]:
    """The heads joined by "and", the first among them; empty where there is one only, or "or" joins them."""
    found, at = [head], 0
    while at < len(found) and len(found) <= 12:
        if any(parse.lower(c) not in ("and", "&", "both") for c in parse.childs(found[at], "cc", "preconj")):
            return []
        found += [c for c in parse.childs(found[at], "conj") if parse.pos[c] in ("PROPN", "NOUN", "PRON")]
        at += 1
    return sorted(found) if len(found) > 1 else []


def joint_actor(parse: Parse, joint: Joint, cast: Sequence[Actor], number: str) -> Actor:
    """The group that joined actors make, of the country and the sector that all of them have, if they have one."""
    members = [cast[part] for part in joint.parts]
    names = [member.name for member in members]
    if len(names) > _MOST:
        names = [*names[: _MOST - 1], "others"]
    countries, sectors = {m.country for m in members}, {m.sector for m in members}
    first = min(parse.left[joint.head], joint.head)
    return Actor(
        number, f"{', '.join(names[:-1])} and {names[-1]}", "group",
        countries.pop() if len(countries) == 1 else None, sectors.pop() if len(sectors) == 1 else None,
        mentions=() if pair(parse, joint.head) else (Mention(parse.span(first, joint.last + 1), "nominal"),),
    )  # fmt: skip


def pair(parse: Parse, token: int) -> bool:
    """Whether a token speaks of two who were named before: "both", "the two"."""
    if parse.lower(token) == "both":
        return parse.dep[token] in ("nsubj", "nsubjpass")
    return parse.lower(token) == "two" and token > 0 and parse.lower(token - 1) in ("the", "these", "those")


def pair_before(
    parse: Parse, token: int, known: Sequence[Joint], at: Mapping[int, int], cast: Sequence[Actor]
) -> Joint | None:
    """The two whom "both" or "the two" means: those joined last, else the only two persons (or states) named last."""
    here = parse.sent_of[token]
    for joint in sorted(known, key=lambda j: -j.head):
        if joint.head < token and here - parse.sent_of[joint.head] <= _BACK:
            return joint if len(joint.parts) == 2 else None
    sentence = parse.sentence(token)
    tokens = [t for t in range(max(sentence.first - 80, 0), sentence.first) if t in at]
    last = [t for t in tokens if parse.sent_of[t] == here - 1]
    for kind in ("person", "state"):
        found = tuple(dict.fromkeys(at[t] for t in last if cast[at[t]].kind == kind))
        if len(found) == 2:
            return Joint(token, token, found)
        if found:
            return None
    return None
