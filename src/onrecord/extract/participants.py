"""Who does what an event's trigger names, and to whom: source and target from the syntax around it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.event_arguments import antecedent, subjects
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


_SOMEONE = frozenset(
    {
        "he", "him", "she", "her", "they", "them", "we", "us", "i", "me", "you", "who", "whom", "nobody", "none",
        "someone", "somebody", "everyone", "everybody", "anyone",
    }
)  # fmt: skip
"""Pronouns of people; "it", "that" and "this" are as often things."""


def participants(parse: Parse, so_far: Draft, trigger: int) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Source and target of the event, each as the noun phrases that are actors."""
    sides = _of_noun(parse, trigger) if parse.pos[trigger] == "NOUN" else _of_verb(parse, trigger)
    first, second = (tuple(_participant(parse, so_far, t) for t in _spread(parse, side)) for side in sides)
    source = tuple(p for p in first if p)
    return source, tuple(p for p in second if p and p not in source)


def someone(parse: Parse, trigger: int) -> bool:
    """Whether a pronoun or a bare number stands for one side: "nobody was arrested", "six were killed"."""
    sides = _of_noun(parse, trigger) if parse.pos[trigger] == "NOUN" else _of_verb(parse, trigger)
    return any(_one(parse, t) for side in sides for t in side)


def _one(parse: Parse, token: int) -> bool:
    return parse.lower(token) in _SOMEONE or (parse.dep[token] == "nsubjpass" and parse.pos[token] == "NUM")


def _of_verb(parse: Parse, verb: int) -> tuple[list[int], list[int]]:
    agents = [o for c in parse.childs(verb, "agent") for o in parse.childs(c, "pobj")]
    source = agents or subjects(parse, verb)
    target = [antecedent(parse, verb, t) for t in parse.childs(verb, "dobj", "nsubjpass", "dative")]
    for prep in parse.childs(verb, "prep", "dative"):
        if parse.lower(prep) in _TARGETS:
            target += parse.childs(prep, "pobj")
    for noun in parse.childs(verb, "dobj"):
        target += [o for p in parse.childs(noun, "prep") if parse.lower(p) in _TARGETS for o in parse.childs(p, "pobj")]
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
    if not source and parse.dep[noun] == "dobj":
        source = subjects(parse, parse.head[noun])
    return source, target


def _spread(parse: Parse, tokens: list[int]) -> list[int]:
    found = []
    for token in tokens:
        found.append(token)
        found.extend(parse.childs(token, "conj"))
    return list(dict.fromkeys(found))


def _participant(parse: Parse, so_far: Draft, token: int) -> Participant | None:
    """The actor that a noun phrase names; None for a thing, a time or a figure of speech."""
    actor = actor_at(so_far, parse.span(token, token + 1))
    measured = [o for p in parse.childs(token, "prep") if parse.lower(p) == "of" for o in parse.childs(p, "pobj")]
    if actor is None and measured and parse.lemma[token].lower() in nouns("measures"):
        inner = _participant(parse, so_far, measured[0])
        return replace(inner, span=parse.span(min(parse.left[token], token), measured[0] + 1)) if inner else None
    entity = parse.entity_of[token]
    named = entity >= 0 and parse.entities[entity].label in ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC")
    if parse.tag[token] in ("WP", "WDT") or not (
        actor or named or parse.lemma[token].lower() in nouns("nouns", "people")
    ):
        return None
    first = parse.left[token] if parse.left[token] > token - 12 else token
    country = actor.country if actor else None
    country = country or phrase_country(parse, first, token, actor.sector if actor else None)
    return Participant(
        parse.span(first, token + 1), actor.id if actor else None, country, actor.sector if actor else None
    )
