"""The events of an article: a trigger with its code, who did it to whom, and whether it happened."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.extract.draft import Draft
from onrecord.extract.event_patterns import Sense, code_of, codes, nouns, sense_of
from onrecord.extract.factuality import factuality, tense
from onrecord.extract.parse import Parse
from onrecord.extract.participants import participants
from onrecord.lexicon import words
from onrecord.model import Event, Span

_LIGHT = frozenset({"launch", "conduct", "stage", "mount", "begin", "start", "wage", "carry", "hold", "impose", "sign"})
"""Verbs that are one event with the noun that they take for an object."""


def events(parse: Parse, so_far: Draft) -> tuple[Event, ...]:
    """The article's events, in text order. A word with no actor on either side names none."""
    found: list[Event] = []
    for i in range(len(parse)):
        sense = sense_of(parse, i)
        if sense and not _figure(parse, i) and (event := _event(parse, so_far, i, sense, len(found) + 1)):
            found.append(event)
    return tuple(found)


def _event(parse: Parse, so_far: Draft, i: int, sense: Sense, number: int) -> Event | None:
    source, target = participants(parse, so_far, i)
    if not source and not target:
        return None
    value = factuality(parse, i)
    # the codebooks take help, visits and concessions that are only announced for an intent to cooperate
    intent = words("event_classes")["composite"]["03"] if value == "planned" and parse.pos[i] == "VERB" else {}
    code = code_of(parse, i, sense)
    code = str(intent.get(code[:2], code))
    carried = codes()[code]
    sentence = parse.sentence(i)
    within = parse.span(_clause_start(parse, i), _clause_end(parse, i))
    counted = [q.id for q in so_far.quantities if _inside(q.span, within)]
    return Event(
        id=f"e{number}",
        trigger=(parse.span(i, i + 1),),
        evidence=parse.span(sentence.first, sentence.last),
        source=source,
        target=target,
        cameo=code,
        quad=carried.quad,
        goldstein=carried.goldstein,
        plover=carried.plover,
        time=_nearest(((t.id, t.span) for t in so_far.times), parse.start[i], within),
        place=_nearest(((p.id, p.span) for p in so_far.places if p.use == "literal"), parse.start[i], within),
        tense=tense(parse, i),
        factuality=value,
        statement=_statement(so_far, parse.span(i, i + 1)),
        quantities=tuple(counted),
        rule=f"event_patterns:{sense.word}:{sense.code}",
        confidence=0.8 if source and target else 0.6,
    )


def _clause_start(parse: Parse, i: int) -> int:
    return max(parse.left[i], parse.sentence(i).first)


def _clause_end(parse: Parse, i: int) -> int:
    return min(parse.right[i], parse.sentence(i).last)


def _inside(span: Span, within: Span) -> bool:
    return within.start <= span.start and span.end <= within.end


def _nearest(spans: Iterable[tuple[str, Span]], at: int, within: Span) -> str | None:
    """The id of the entry nearest to the trigger in its clause."""
    near = [(abs(span.start - at), name) for name, span in spans if _inside(span, within)]
    return min(near)[1] if near else None


def _statement(so_far: Draft, trigger: Span) -> str | None:
    """The statement with the shortest content that holds the trigger."""
    holding = [(c.end - c.start, s.id) for s in so_far.statements for c in s.content if _inside(trigger, c)]
    return min(holding)[1] if holding else None


def _figure(parse: Parse, i: int) -> bool:
    """Sport, illness, business, a noun that only modifies another, or one with its verb already counted."""
    if parse.pos[i] == "NOUN" and parse.dep[i] in ("compound", "nmod"):
        return True
    if parse.pos[i] == "NOUN" and parse.dep[i] == "dobj" and parse.lemma[parse.head[i]] in _LIGHT:
        return sense_of(parse, parse.head[i]) is not None
    around = [c for c in parse.children[i] if parse.dep[c] in ("nsubj", "nsubjpass", "dobj", "compound", "amod")]
    for prep in parse.childs(i, "prep"):
        around += parse.childs(prep, "pobj")
    for noun in parse.childs(i, "dobj"):
        around += [o for prep in parse.childs(noun, "prep") for o in parse.childs(prep, "pobj")]
    return any(parse.lemma[c].lower() in nouns("nouns", "out") for c in around)
