"""Words that name no event of politics or war where they stand: sport, illness, accidents, what is counted already."""

from __future__ import annotations

from onrecord.extract.event_arguments import subjects
from onrecord.extract.event_needs import nouns
from onrecord.extract.event_patterns import Sense, sense_of, used_by, using
from onrecord.extract.event_signs import infinitive
from onrecord.extract.parse import Parse

_HURT = frozenset({"18", "19"})
_STRUCK = frozenset({"183", "193", "194", "195"})
"""Codes of bombs, shots and shells, which nobody but soldiers and bombers has."""
_PLAYED = frozenset({"15", "18", "19"})
"""Roots of what players do to each other on the field."""


def figure(parse: Parse, i: int, sense: Sense) -> bool:
    """Sport, illness, business, a noun that only modifies another, or one with its verb already counted."""
    if parse.pos[i] == "NOUN" and parse.dep[i] in ("compound", "nmod"):
        return True
    if parse.lemma[i] == "talk" and parse.tag[i] == "NN":
        return True  # "talk of war" is no talks
    if parse.pos[i] == "NOUN" and used_by(parse, i):
        return True
    aside = parse.dep[i] == "advcl" and (infinitive(parse, i) or parse.tag[i] == "VBG")
    if aside and (over := sense_of(parse, parse.head[i])) and over.code[:2] == sense.code[:2]:
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
    said = {parse.lemma[c].lower() for c in [*around, *subjects(parse, i)]}
    out = nouns("nouns", "out") - (nouns("struck", "out") if sense.code[:3] in _STRUCK else frozenset())
    if said & out or (sense.code[:2] in _HURT and _mishap(parse, said, [*around, *subjects(parse, i)])):
        return True
    # players meet, beat and attack each other; they are arrested like anybody else
    return sense.code[:2] in _PLAYED and not said.isdisjoint(nouns("players", "out"))


def _mishap(parse: Parse, said: set[str], around: list[int]) -> bool:
    """Whether those who were hurt were so by an accident: "killed in a crash", "a fire that killed nine"."""
    burnt = [c for c in around if parse.lower(c) == "fire" and not parse.childs(c, "amod", "compound", "poss")]
    return bool(burnt) or not said.isdisjoint(nouns("mishaps", "out"))


def _outcome(parse: Parse, i: int) -> bool:
    """Whether a verb only tells what an attack did: "the bombing killed two", "shelled the town, wounding five"."""
    if parse.lemma[i] not in ("kill", "wound", "injure", "maim"):
        return False
    causes = parse.childs(i, "nsubj")
    if parse.dep[i] == "advcl" and parse.tag[i] == "VBG":
        causes = [parse.head[i]]
    return any((s := sense_of(parse, c)) and s.code[:2] in _HURT for c in causes)
