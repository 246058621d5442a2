"""The events of an article: a trigger with its code, who did it to whom, and whether it happened."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.extract.draft import Draft
from onrecord.extract.event_codes import coded
from onrecord.extract.event_patterns import Sense, code_of, codes, nouns, sense_of, used_by, using
from onrecord.extract.factuality import factuality, tense
from onrecord.extract.parse import Parse
from onrecord.extract.participants import Sides, participants, someone
from onrecord.model import Event, Span

_HURT = frozenset({"18", "19"})
_WANTED = frozenset({"02", "10"})
"""Roots of what is wanted of somebody else."""
_STRUCK = frozenset({"183", "193", "194", "195"})
"""Codes of bombs, shots and shells, which nobody but soldiers and bombers has."""
_PLAYED = frozenset({"15", "18", "19"})
"""Roots of what players do to each other on the field."""


def events(parse: Parse, so_far: Draft) -> tuple[Event, ...]:
    """The article's events, in text order. A word with no actor on either side names none."""
    found: list[Event] = []
    for i in range(len(parse)):
        sense = sense_of(parse, i)
        if sense is None or _figure(parse, i, sense) or _told(parse, i):
            continue
        if event := _event(parse, so_far, i, sense, len(found) + 1):
            found.append(event)
    return tuple(found)


def _told(parse: Parse, i: int) -> bool:
    """Whether the word above has this one in its own code: "asked it to withdraw", "refused to meet"."""
    at = i
    for _ in range(3):
        at = parse.head[at]
        sense = sense_of(parse, at) if at != i else None
        if sense and code_of(parse, at, sense)[1] == i:
            return True
    return False


def _event(parse: Parse, so_far: Draft, i: int, sense: Sense, number: int) -> Event | None:
    source, target = participants(parse, so_far, i, sense.code)
    source, target = _with_asked(parse, so_far, i, sense, (source, target))
    if not (source or target or sense.alone or someone(parse, i)):
        return None
    value = factuality(parse, i)
    code = coded(parse, so_far, i, sense, value, source)
    carried = codes()[code]
    sentence = parse.sentence(i)
    within = parse.span(_clause_start(parse, i), _clause_end(parse, i))
    counted = [q.id for q in so_far.quantities if _inside(q.span, within)]
    return Event(
        id=f"e{number}",
        trigger=tuple(parse.span(t, t + 1) for t in sorted({i, *using(parse, i, sense)})),
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
        confidence=0.8 if source and target else 0.6 if source or target else 0.5,
    )


def _with_asked(parse: Parse, so_far: Draft, i: int, sense: Sense, sides: Sides) -> Sides:
    """The sides with those of what is asked, meant, refused or threatened: whoever an appeal or a demand wants to act
    is its target, and what is meant, refused or threatened is so to those to whom it would be done."""
    source, target = sides
    inner = code_of(parse, i, sense)[1]
    below = sense_of(parse, inner) if inner is not None else None
    if inner is None or below is None:
        return sides
    doers, sufferers = participants(parse, so_far, inner, below.code)
    if sense.code[:2] in _WANTED:
        more = () if target else (tuple(p for p in doers if p not in source) or sufferers)
    else:
        more = sufferers
    known = {p.span for p in source + target}
    return source, target + tuple(p for p in more if p.span not in known)


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


def _outcome(parse: Parse, i: int) -> bool:
    """Whether a verb only tells what an attack did: "the bombing killed two", "shelled the town, wounding five"."""
    if parse.lemma[i] not in ("kill", "wound", "injure", "maim"):
        return False
    causes = parse.childs(i, "nsubj")
    if parse.dep[i] == "advcl" and parse.tag[i] == "VBG":
        causes = [parse.head[i]]
    return any((s := sense_of(parse, c)) and s.code[:2] in _HURT for c in causes)


def _figure(parse: Parse, i: int, sense: Sense) -> bool:
    """Sport, illness, business, a noun that only modifies another, or one with its verb already counted."""
    if parse.pos[i] == "NOUN" and parse.dep[i] in ("compound", "nmod"):
        return True
    if parse.lemma[i] == "talk" and parse.tag[i] == "NN":
        return True  # "talk of war" is no talks
    if parse.pos[i] == "NOUN" and used_by(parse, i):
        return True
    if parse.dep[i] == "advcl" and (over := sense_of(parse, parse.head[i])) and over.code[:2] == sense.code[:2]:
        return True  # "met to discuss" is one meeting
    if sense.code[:2] in _HURT and parse.pos[i] == "VERB" and _outcome(parse, i):
        return True
    around = [c for c in parse.children[i] if parse.dep[c] in ("nsubj", "nsubjpass", "dobj", "compound", "amod")]
    for prep in parse.childs(i, "prep"):
        around += parse.childs(prep, "pobj")
    for noun in parse.childs(i, "dobj"):
        if sense_of(parse, noun) and noun not in using(parse, i, sense):
            continue  # an event of its own
        around += [o for prep in parse.childs(noun, "prep") for o in parse.childs(prep, "pobj")]
    said = {parse.lemma[c].lower() for c in around}
    out = nouns("nouns", "out") - (nouns("struck", "out") if sense.code[:3] in _STRUCK else frozenset())
    if said & out:
        return True
    # players meet, beat and attack each other; they are arrested like anybody else
    return sense.code[:2] in _PLAYED and not said.isdisjoint(nouns("players", "out"))
