"""Who does what an event's trigger names, and to whom: source and target from the syntax around it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.event_arguments import objects, subjects
from onrecord.extract.event_patterns import nouns
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.phrase_country import phrase_country
from onrecord.model import Participant

_SOURCES = frozenset({"by", "between"})
_TARGETS = frozenset(
    {"on", "against", "with", "at", "to", "from", "upon", "toward", "towards", "into", "in", "over", "for", "of"}
)
_DOERS = frozenset(
    {"talk", "negotiation", "meeting", "summit", "visit", "withdrawal", "retreat", "surrender", "offensive"}
)
"""Nouns whose "of" names the one who acts: "the withdrawal of the troops", not "the arrest of the minister"."""
_HUMAN = frozenset({"173", "174", "181", "182", "186", "084", "116"})
"""Codes of what is done to people alone: whatever noun stands there names people."""
_MUTUAL = frozenset({"030", "032", "036", "040", "041", "046", "057", "060", "061", "062", "064"})

_SOMEONE = frozenset(
    {
        "he", "him", "she", "her", "they", "them", "we", "us", "i", "me", "you", "who", "whom", "nobody", "none",
        "someone", "somebody", "everyone", "everybody", "anyone",
    }
)  # fmt: skip
"""Pronouns of people; "it", "that" and "this" are as often things."""


Sides = tuple[tuple[Participant, ...], tuple[Participant, ...]]


def participants(parse: Parse, so_far: Draft, trigger: int, code: str) -> Sides:
    """Source and target of an event of this code, each as the noun phrases that are actors.

    Where two do a thing to each other, such as to meet, the first named is the source, the others the target.
    """
    doers, sufferers = _of_noun(parse, trigger) if parse.pos[trigger] == "NOUN" else _of_verb(parse, trigger)
    people = code[:3] in _HUMAN or parse.lemma[trigger] in nouns("hurting", "verbs")
    source = tuple(p for t in _spread(parse, doers) if (p := _participant(parse, so_far, t, False)))
    direct = _spread(parse, objects(parse, trigger)) if parse.pos[trigger] == "VERB" else _spread(parse, sufferers)
    target = tuple(
        p
        for t in _spread(parse, sufferers)
        if (p := _participant(parse, so_far, t, people and t in direct)) and p not in source
    )
    apart = not any(parse.lower(c) == "with" for c in parse.childs(trigger, "prep"))
    if len(source) > 1 and apart and (code in _MUTUAL or parse.lemma[trigger] in nouns("mutual", "verbs")):
        return source[:1], source[1:]
    return source, target


def someone(parse: Parse, trigger: int) -> bool:
    """Whether a pronoun or a bare number stands for one side: "nobody was arrested", "six were killed"."""
    sides = _of_noun(parse, trigger) if parse.pos[trigger] == "NOUN" else _of_verb(parse, trigger)
    return any(_one(parse, t) for side in sides for t in side)


def _one(parse: Parse, token: int) -> bool:
    return parse.lower(token) in _SOMEONE or (parse.dep[token] == "nsubjpass" and parse.pos[token] == "NUM")


def _of_verb(parse: Parse, verb: int) -> tuple[list[int], list[int]]:
    agents = [o for c in parse.childs(verb, "agent") for o in parse.childs(c, "pobj")]
    source = agents or subjects(parse, verb)
    target = objects(parse, verb) + parse.childs(verb, "dative")
    for prep in parse.childs(verb, "prep", "dative"):
        if parse.lower(prep) in _TARGETS:
            target += parse.childs(prep, "pobj")
    for noun in parse.childs(verb, "dobj"):
        if parse.lemma[noun].lower() in nouns("measures"):
            continue
        of = [p for p in parse.childs(noun, "prep") if parse.lower(p) in _TARGETS or parse.lower(p) in _SOURCES]
        target += [o for p in of for o in parse.childs(p, "pobj")] + [
            o for o in parse.childs(noun, "poss") if parse.pos[o] != "PRON"
        ]
    if not target:  # "demanded that the rebels leave"
        target = [s for c in parse.childs(verb, "ccomp") for s in parse.childs(c, "nsubj", "nsubjpass")]
    return source, target


def _of_noun(parse: Parse, noun: int) -> tuple[list[int], list[int]]:
    source = parse.childs(noun, "poss")
    source += [c for c in parse.childs(noun, "amod", "compound", "nmod") if parse.word(c)[:1].isupper()]
    target: list[int] = []
    for prep in parse.childs(noun, "prep", "agent"):
        word, found = parse.lower(prep), parse.childs(prep, "pobj")
        doer = word in _SOURCES or (word == "of" and parse.lemma[noun] in _DOERS)
        if doer:
            source += found
        elif word in _TARGETS:
            target += found
    verb = parse.head[noun]
    if not source and parse.dep[noun] == "dobj":
        source = subjects(parse, verb)
    if parse.dep[noun] == "nsubj" and parse.lemma[verb] in nouns("hurting", "verbs"):
        target += parse.childs(verb, "dobj")
    return source, target


def _spread(parse: Parse, tokens: list[int]) -> list[int]:
    """The tokens and what is joined to them; an office that several hold is theirs: "ministers of Peru and Chile"."""
    found: list[int] = []
    for token in tokens:
        held = [o for p in parse.childs(token, "prep") if parse.lower(p) == "of" for o in parse.childs(p, "pobj")]
        several = [h for h in held if parse.childs(h, "conj") and parse.pos[h] == "PROPN"]
        for one in several if several and parse.tag[token] == "NNS" else [token]:
            found.append(one)
            found.extend(parse.childs(one, "conj"))
    return list(dict.fromkeys(found))


def _participant(parse: Parse, so_far: Draft, token: int, people: bool) -> Participant | None:
    """The actor that a noun phrase names; None for a thing, a time or a figure of speech, unless only `people` fit."""
    actor = actor_at(so_far, parse.span(token, token + 1))
    measured = [o for p in parse.childs(token, "prep") if parse.lower(p) == "of" for o in parse.childs(p, "pobj")]
    if actor is None and measured and parse.lemma[token].lower() in nouns("measures"):
        inner = _participant(parse, so_far, measured[0], people)
        return replace(inner, span=parse.span(min(parse.left[token], token), measured[0] + 1)) if inner else None
    entity = parse.entity_of[token]
    named = entity >= 0 and parse.entities[entity].label in ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC")
    if parse.tag[token] in ("WP", "WDT") or not (
        actor
        or named
        or (people and parse.pos[token] == "NOUN")
        or parse.lemma[token].lower() in nouns("nouns", "people")
    ):
        return None
    first = parse.left[token] if parse.left[token] > token - 12 else token
    country = actor.country if actor else None
    country = country or phrase_country(parse, first, token, actor.sector if actor else None)
    return Participant(
        parse.span(first, token + 1), actor.id if actor else None, country, actor.sector if actor else None
    )
