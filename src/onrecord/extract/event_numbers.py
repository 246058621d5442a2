"""The numbers of an event: how many were killed, arrested, sent, as its own clause tells."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.draft import Draft
from onrecord.extract.event_arguments import as_it_happened, objects, pobjs, said_before, subjects
from onrecord.extract.event_needs import nouns
from onrecord.extract.event_signs import VERBAL
from onrecord.extract.names import head_token
from onrecord.extract.parse import Parse

_OF = frozenset({"of"})
_SUFFERERS = frozenset({"of", "by", "on", "against", "at", "with", "to", "into", "between"})
"""Prepositions after the noun of an event before those who did or suffered it."""
_AT = frozenset({"at", "on", "into"})
_GIVEN = frozenset({"the", "these", "those", "both"})
_HARM = frozenset({"18", "19", "20"})
_DEEP = 3


def numbers(parse: Parse, so_far: Draft, i: int, used: list[int], code: str) -> tuple[str, ...]:
    """The ids of the quantities that count who or what did it or had it done to them; no lengths of time."""
    counted = set(_counted(parse, i, used))
    if code[:2] in _HARM:
        counted.update(_outcome(parse, i, used))
    times = [t.span for t in so_far.times]
    found = []
    for q in so_far.quantities:
        head = head_token(parse, q.of[0] if q.of else q.span)
        near = head is not None and parse.sent_of[head] == parse.sent_of[i]
        if head is None or not near or any(q.span.overlaps(t) for t in times):
            continue
        if head in counted or (parse.head[head] in counted and parse.dep[head] in ("nummod", "quantmod")):
            found.append(q.id)
    return tuple(found)


def _counted(parse: Parse, i: int, used: list[int]) -> Iterator[int]:
    """The nouns whose number is one of the event."""
    for t in (i, *used):
        if parse.pos[t] in VERBAL:
            yield from _of_verb(parse, t)
            continue
        if t != i:
            yield t  # "send 400 soldiers"
        yield from _within(parse, [n for n in pobjs(parse, t, _SUFFERERS) if not _given(parse, n)])


def _outcome(parse: Parse, i: int, used: list[int]) -> Iterator[int]:
    """Those whom an attack harmed, as a verb beside it tells: "the raid killed two", "shelled it, killing two"."""
    verbs = [c for c in parse.childs(i, "advcl") if c > i and parse.tag[c] == "VBG"]
    for above in list(parse.ancestors(i))[:2]:  # "overran it, he said, killing two"
        verbs += [c for c in parse.childs(above, "advcl") if said_before(parse, c, above) == i]
        verbs += [above] if i in as_it_happened(parse, above) else []
    for t in (i, *used):
        if parse.pos[t] not in VERBAL:
            verbs += [parse.head[t], *parse.childs(t, "relcl")]
    for verb in verbs:
        if parse.lemma[verb].lower() in nouns("harming", "verbs"):
            yield from _harmed(parse, verb)


def _of_verb(parse: Parse, verb: int) -> Iterator[int]:
    yield from _harmed(parse, verb)
    yield from _within(parse, [n for n in subjects(parse, verb) if not _given(parse, n)])
    yield from _within(parse, [n for n in pobjs(parse, verb, _AT) if not _given(parse, n)])


def _harmed(parse: Parse, verb: int) -> Iterator[int]:
    """Those to whom a verb does it; "kills two and wounds five" are both of one attack."""
    yield from _within(parse, objects(parse, verb))
    if parse.lemma[verb] == "leave":  # "left nine guards dead"
        for clause in parse.childs(verb, "ccomp", "xcomp", "oprd"):
            yield from _within(parse, parse.childs(clause, "nsubj"))
    for other in parse.childs(verb, "conj"):
        if parse.lemma[other].lower() in nouns("harming", "verbs") and not parse.childs(other, "nsubj"):
            yield from _within(parse, objects(parse, other))


def _within(parse: Parse, tokens: list[int]) -> Iterator[int]:
    """The nouns with what is joined to them and what they measure: "dozens of villagers"."""
    near = [t for t in tokens if not any(parse.tag[c] == "PRP$" for c in parse.childs(t, "poss"))]
    for _ in range(_DEEP):
        near = [t for t in near if parse.pos[t] not in VERBAL]
        yield from near
        measures = [t for t in near if parse.lemma[t].lower() in nouns("measures") or parse.pos[t] == "NUM"]
        near = [o for t in near for o in parse.childs(t, "conj")] + [o for t in measures for o in pobjs(parse, t, _OF)]


def _given(parse: Parse, noun: int) -> bool:
    """Whether it is said of whom before: "the two clans"."""
    return any(parse.lower(c) in _GIVEN for c in parse.childs(noun, "det", "predet"))
