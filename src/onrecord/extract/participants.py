"""Who does what an event's trigger names, and to whom: source and target from the syntax around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from onrecord.extract.doers import doers_of, meant, of_noun, of_verb, spread, sufferers_of, where_done
from onrecord.extract.draft import Draft
from onrecord.extract.event_arguments import objects, pobjs
from onrecord.extract.event_needs import nouns
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.phrase_country import phrase_country
from onrecord.model import Actor, Participant, Span

_FROM = frozenset({"from"})
_SHOT = frozenset({"18", "19"})
_WHERE = frozenset({"on", "at", "in", "over", "for", "into"})
"""Those after which a meeting or a clash has its place or its subject, not its other party."""
_HUMAN = frozenset({"173", "174", "181", "182", "186", "084", "116"})
"""Codes of what is done to people alone: whatever noun stands there names people."""
_PROMISED = frozenset({"030", "032"})
"""Codes of what one promises another, which two do together only where the verb says so: "agreed"."""
_BOUND = frozenset({"04", "15", "18", "19"})
"""Roots of what goes or is shot somewhere: where it comes from, or against whose advice, is not to whom it is done."""
_WHENCE = frozenset({"from", "against"})
_OWN_MOVES = frozenset({"03", "08", "16"})
"""Roots of what a state does with its own people, to another's gain or loss."""
_POSTED = frozenset({"from", "in", "to"})
"""Prepositions before the country where they are: "its ambassador to Peru"."""
_TAKEN = "192"
"""The code of ground that is taken, from somebody."""
_EMERGENCY = "1724"
_MUTUAL = frozenset({"036", "040", "041", "046", "057", "060", "061", "062", "064"})

_DEEP = 3
"""How many nouns deep an actor is looked for within the phrase of a thing."""
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

    Where two do a thing to each other, such as to meet, each is both: the source begins with the first named, the
    target with the other.
    """
    mutual = _mutual(parse, trigger, code)
    doers, sufferers = _parties(parse, trigger, code, mutual)
    direct: list[int] = []
    if code[:3] in _HUMAN or parse.lemma[trigger] in nouns("hurting", "verbs"):
        direct = spread(parse, objects(parse, trigger) if parse.pos[trigger] == "VERB" else sufferers)
    source = _named(parse, so_far, doers, frozenset(), doers_of)
    acting = {p.actor for p in source} - {None}
    target = _named(parse, so_far, sufferers, frozenset(direct), sufferers_of)
    if not target and parse.pos[trigger] == "VERB":  # "used tear gas to disperse the crowd"
        target = _named(parse, so_far, _others(parse, meant(parse, trigger), code), frozenset(), sufferers_of)
    target = tuple(p for p in target if p not in source and p.actor not in acting)
    if mutual and not source and len(target) > 1 and parse.childs(trigger, "nsubjpass"):
        return target, target[1:] + target[:1]  # "talks between Laos and Cambodia were held"
    if not mutual or not source:
        return source, target
    apart = not any(parse.lower(c) == "with" for c in parse.childs(trigger, "prep"))
    if len(source) > 1 and apart:
        return source, source[1:] + source[:1]
    return (source + target, target + source) if target and _together(parse, trigger) else (source, target)


def _mutual(parse: Parse, trigger: int, code: str) -> bool:
    """Whether it is what two do with or to each other: "met", "severed ties", "a truce between the clans"."""
    if code in _MUTUAL or parse.lemma[trigger] in nouns("mutual", "verbs"):
        return True
    return (code in _PROMISED and parse.pos[trigger] == "NOUN") or _of_both(parse, trigger)


def _parties(parse: Parse, trigger: int, code: str, mutual: bool) -> tuple[list[int], list[int]]:
    """The words that name who does it and to whom, without those that only say where."""
    if parse.pos[trigger] == "NOUN":
        doers, sufferers = of_noun(parse, trigger)
        if code[:2] in _SHOT:  # "shelling from the hill fort"
            doers = doers + (shooters := pobjs(parse, trigger, _FROM))
            sufferers = [t for t in sufferers if t not in shooters]
    else:
        doers, sufferers = of_verb(parse, trigger)
        if code[:2] in _BOUND and code != _TAKEN:
            sufferers = [t for t in sufferers if not _after(parse, t, _WHENCE)]
    if code.startswith("14"):  # "marched in Lima": Lima is where
        sufferers = [t for t in sufferers if not where_done(parse, t)]
    if mutual:
        sufferers = [t for t in sufferers if not _beside(parse, t)]
    if parse.pos[trigger] != "NOUN":
        sufferers = _others(parse, sufferers, code)
    if code == _EMERGENCY:
        sufferers = [t for t in sufferers if parse.lemma[t] not in nouns("emergency")]  # "a state of emergency"
    return doers, sufferers


def _others(parse: Parse, tokens: list[int], code: str) -> list[int]:
    """The words without those for one's own people; for these the country where they are."""
    own = [t for t in tokens if code[:2] in _OWN_MOVES and _own_people(parse, t)]
    return [t for t in tokens if t not in own] + [o for t in own for o in pobjs(parse, t, _POSTED)]


def _own_people(parse: Parse, token: int) -> bool:
    """Whether those are its own whom a state moves: "recalled its ambassador", "agreed to withdraw its troops"."""
    owned = any(parse.tag[c] == "PRP$" for c in parse.childs(token, "poss"))
    return owned and parse.dep[token] == "dobj" and parse.lemma[token].lower() in nouns("envoys") | nouns("forces")


def _after(parse: Parse, token: int, prepositions: frozenset[str]) -> bool:
    return parse.dep[token] == "pobj" and parse.lower(parse.head[token]) in prepositions


def _beside(parse: Parse, token: int) -> bool:
    """Whether what follows a meeting or a clash is its place or its subject, not its other party: "met in Lima"."""
    entity = parse.entity_of[token]
    person = entity >= 0 and parse.entities[entity].label == "PERSON"  # "called on King Olav"
    return _after(parse, token, _WHERE) and not person


def _of_both(parse: Parse, trigger: int) -> bool:
    """Whether what is done is to what two have with each other: "severed ties", "a truce between the clans"."""
    between = any(parse.lower(c) == "between" for c in parse.childs(trigger, "prep"))
    return between or any(parse.lemma[o] in nouns("relations") for o in parse.childs(trigger, "dobj"))


def named(parse: Parse, so_far: Draft, tokens: list[int]) -> tuple[Participant, ...]:
    """The actors that the tokens name, with those joined to them."""
    return tuple(p for t in spread(parse, tokens) if (p := _participant(parse, so_far, t, False)))


def _together(parse: Parse, trigger: int) -> bool:
    """Whether the other party is named as one that acts too: "met the king", "talks with Peru"."""
    preps = any(parse.lower(c) in ("with", "between", "against", "among") for c in parse.childs(trigger, "prep", "prt"))
    return preps or bool(parse.pos[trigger] == "VERB" and parse.childs(trigger, "dobj", "nsubjpass"))


def _named(
    parse: Parse,
    so_far: Draft,
    tokens: list[int],
    people: frozenset[int],
    within: Callable[[Parse, int], list[int]],
) -> tuple[Participant, ...]:
    """The actors that the tokens name; for a thing, those within its phrase: "an attack on the embassy"."""
    found: list[Participant] = []
    for token in spread(parse, tokens):
        near, seen = [token], _DEEP - 1 if where_done(parse, token) else 0
        while near and seen < _DEEP:
            named = [p for t in near if (p := _participant(parse, so_far, t, t in people))]
            inner = [t for n in near for t in spread(parse, within(parse, n))]
            own = any(parse.tag[c] == "PRP$" for c in parse.childs(token, "poss")) and parse.lemma[token] in _forces()
            if own and inner and within is sufferers_of:
                named = []  # "doubled its garrison in Chad": Chad is what it is done to
            found += [p for p in named if p not in found]
            ground = not any(p.country for p in named) and parse.lemma[token].lower() in _grounds()
            near = [] if named and not ground else inner
            seen += 1
    return tuple(found)


@cache
def _grounds() -> frozenset[str]:
    """Nouns of what stands in a place and has no country of its own: "a camp for Sudanese refugees"."""
    return nouns("territory") | nouns("peacekeepers") | nouns("shelters") | nouns("positions")


@cache
def _forces() -> frozenset[str]:
    return nouns("forces") | nouns("peacekeepers") | nouns("missiles")


def someone(parse: Parse, trigger: int) -> bool:
    """Whether a pronoun or a bare number stands for one side: "nobody was arrested", "six were killed"."""
    sides = of_noun(parse, trigger) if parse.pos[trigger] == "NOUN" else of_verb(parse, trigger)
    return any(_one(parse, t) for side in sides for t in side)


def _one(parse: Parse, token: int) -> bool:
    return parse.lower(token) in _SOMEONE or (parse.dep[token] == "nsubjpass" and parse.pos[token] == "NUM")


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
    span = _name_before(parse, actor, token) or parse.span(first, token + 1)
    return Participant(span, actor.id if actor else None, country, actor.sector if actor else None)


def _name_before(parse: Parse, actor: Actor | None, token: int) -> Span | None:
    """The nearest name or description of the actor in the sentence before a pronoun that stands for it."""
    if actor is None or parse.pos[token] != "PRON":
        return None
    first = parse.start[parse.sentence(token).first]
    near = [m.span for m in actor.mentions if m.form != "pronoun" and first <= m.span.start < parse.start[token]]
    return near[-1] if near else None
