"""Words that name no event of politics or war where they stand: sport, illness, accidents, what is counted already."""

from __future__ import annotations

from onrecord.extract.event_aims import aim
from onrecord.extract.event_arguments import as_it_happened, pobjs, said_before, subjects
from onrecord.extract.event_needs import nouns
from onrecord.extract.event_patterns import Sense, sense_of, used_by, using
from onrecord.extract.event_signs import infinitive, modal, negated
from onrecord.extract.parse import Parse

_HURTING = frozenset({"kill", "wound", "injure", "maim"})
_HURT = frozenset({"18", "19"})
_STRUCK = frozenset({"183", "193", "194", "195"})
"""Codes of bombs, shots and shells, which nobody but soldiers and bombers has."""
_BETWEEN = frozenset({"between", "with", "by", "among"})
_TAKEN = "192"
"""The code of ground that is taken; whoever was hurt in it is a second event."""
_PUNISHED = frozenset({"11", "16", "17"})
"""Roots of what is done to somebody for a deed that is laid to his charge."""
_AMID = frozenset({"after", "amid", "before", "despite", "during", "following", "since"})
"""Prepositions before what went on at the time: "opened an inquiry after the fall of the shares"."""
_PLAYED = frozenset({"08", "15", "18", "19"})
"""Roots of what players and singers do to each other on the field and on the stage."""


def figure(parse: Parse, i: int, sense: Sense) -> bool:
    """Sport, illness, business, a noun that only modifies another, or one with its verb already counted."""
    if parse.pos[i] == "NOUN" and parse.dep[i] in ("compound", "nmod"):
        return True
    if parse.lemma[i] == "talk" and parse.tag[i] == "NN":
        return True  # "talk of war" is no talks
    if (parse.pos[i] == "NOUN" or parse.dep[i] == "pcomp") and used_by(parse, i):
        return True
    if _aside(parse, i, sense) or aim(parse, i, sense) or _charge(parse, i, sense) or _told_of(parse, i):
        return True
    if _nobodys(parse, i):
        return True
    if sense.code[:2] in _HURT and parse.pos[i] == "VERB" and _outcome(parse, i):
        return True
    around = [*_around(parse, i, sense), *subjects(parse, i)]
    said = {parse.lemma[c].lower() for c in around if not _named(parse, c)}
    struck = sense.code[:3] in _STRUCK or parse.lemma[i] in _HURTING  # "killed two at a market"
    out = nouns("nouns", "out") - (nouns("struck", "out") if struck else frozenset())
    own = using(parse, i, sense)
    others = [c for c in around if c not in own]  # "traded fire"
    if said & out or (sense.code[:2] in _HURT and (_mishap(parse, said, others) or said & nouns("abstract", "out"))):
        return True
    said -= {parse.lemma[t].lower() for t in own}  # "war games"
    # players meet, beat and attack each other; they are arrested like anybody else
    return sense.code[:2] in _PLAYED and not said.isdisjoint(nouns("players", "out"))


def _named(parse: Parse, token: int) -> bool:
    """Whether a noun is within a name: "the Liberation Front" is no weather."""
    entity = parse.entity_of[token]
    return entity >= 0 and parse.entities[entity].label in ("ORG", "GPE", "NORP", "PERSON")


def _around(parse: Parse, i: int, sense: Sense) -> list[int]:
    """The words beside a trigger that may take it out of politics and war; of a noun also those whose verb it is."""
    around = [c for c in parse.children[i] if parse.dep[c] in ("nsubj", "nsubjpass", "dobj", "compound", "amod")]
    around += [
        o for prep in parse.childs(i, "prep") if parse.lower(prep) not in _AMID for o in parse.childs(prep, "pobj")
    ]
    for noun in parse.childs(i, "dobj"):
        if not sense_of(parse, noun) or noun in using(parse, i, sense):  # else an event of its own
            around += [o for prep in parse.childs(noun, "prep") for o in parse.childs(prep, "pobj")]
    if parse.pos[i] == "NOUN" and parse.dep[i] == "dobj":
        around += parse.childs(parse.head[i], "nsubj")
        around += [o for prep in parse.childs(parse.head[i], "prep") if parse.lower(prep) == "with"
                   for o in parse.childs(prep, "pobj")]  # fmt: skip
    return around


def private(parse: Parse, i: int) -> bool:
    """Whether those between whom there is a truce are named: where none of them is an actor, it is no truce of armies.

    Of "a truce took effect" it is not known; "the neighbours reached a truce" is between neighbours.
    """
    head = parse.head[i]
    own = pobjs(parse, i, _BETWEEN) + pobjs(parse, head, _BETWEEN)
    return bool(own or (parse.dep[i] == "dobj" and parse.childs(head, "nsubj")))


def _aside(parse: Parse, i: int, sense: Sense) -> bool:
    """Whether a word below another of its kind tells the same: "met to discuss", "used tear gas to disperse them",
    "agreed to a truce"."""
    over, dep = parse.head[i], parse.dep[i]
    if parse.pos[i] == "NOUN":
        if parse.childs(i, "relcl"):
            return False  # "agreed to a truce that begins on Friday" tells of the truce, too
        if dep == "pobj" and parse.lower(over) in ("to", "on"):
            over = parse.head[over]
        elif dep != "dobj":
            return False
    elif not (infinitive(parse, i) and dep in ("advcl", "xcomp")) and not (dep == "advcl" and parse.tag[i] == "VBG"):
        return False
    above = sense_of(parse, over)
    if above is None or above.code[:2] != sense.code[:2]:
        return False
    return dep != "xcomp" or bool(using(parse, over, above))  # "summoned him to criticise Benin" are two


def _charge(parse: Parse, i: int, sense: Sense) -> bool:
    """Whether a word only tells what somebody is punished for: "jailed for trading with smugglers"."""
    prep = parse.head[i]
    if parse.dep[i] != "pcomp" or parse.lower(prep) not in ("for", "of") or sense.code[:2] in _HURT:
        return False
    over = sense_of(parse, parse.head[prep])
    return over is not None and over.code[:2] in _PUNISHED


def _told_of(parse: Parse, i: int) -> bool:
    """Whether a participle only says which thing another verb deals with: "lifted the sanctions imposed in May"."""
    noun = parse.head[i]
    if parse.dep[i] != "acl" or parse.tag[i] != "VBN" or parse.child(i, "agent") is not None:
        return False
    return used_by(parse, noun)


def _nobodys(parse: Parse, i: int) -> bool:
    """Whether a verb says that a thing may be: "it could not be ruled out that"."""
    empty = any(parse.lower(c) == "it" for c in parse.childs(i, "nsubjpass"))
    told = any(c > i for c in parse.childs(i, "ccomp"))
    return empty and told and (negated(parse, i) or modal(parse, i) != "happened") and not parse.childs(i, "agent")


def _mishap(parse: Parse, said: set[str], around: list[int]) -> bool:
    """Whether those who were hurt were so by an accident: "killed in a crash", "a fire that killed nine"."""
    burnt = [c for c in around if parse.lower(c) == "fire" and not parse.childs(c, "amod", "compound", "poss")]
    return bool(burnt) or not said.isdisjoint(nouns("mishaps", "out"))


def _outcome(parse: Parse, i: int) -> bool:
    """Whether a verb only tells what an attack did: "the bombing killed two", "shelled it, wounding five"."""
    if parse.lemma[i] not in _HURTING:
        return False
    first = i
    while parse.dep[first] == "conj" and parse.lemma[parse.head[first]] in _HURTING:
        first = parse.head[first]  # "killed one and wounded two"
    causes = parse.childs(first, "nsubj")
    if parse.dep[first] == "advcl" and parse.tag[first] == "VBG":
        causes = [said_before(parse, first, parse.head[first])]
    causes += as_it_happened(parse, first)
    return any((s := sense_of(parse, c)) and s.code[:2] in _HURT and s.code != _TAKEN for c in causes)
