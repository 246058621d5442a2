"""Who does what an event's trigger names, and to whom: source and target from the syntax around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from onrecord.extract.draft import Draft
from onrecord.extract.event_arguments import objects, pobjs, subjects
from onrecord.extract.event_needs import nouns
from onrecord.extract.event_signs import infinitive
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.phrase_country import phrase_country
from onrecord.model import Actor, Participant, Span

_SOURCES = frozenset({"by", "between"})
_LAID = frozenset({"for", "with", "of", "on"})
_BY_WHOM = frozenset({"by"})
_FROM = frozenset({"from"})
_SHOT = frozenset({"18", "19"})
_BY = frozenset({"by", "from"})
_TARGETS = frozenset(
    {
        "on",
        "against",
        "with",
        "at",
        "to",
        "from",
        "upon",
        "toward",
        "towards",
        "into",
        "in",
        "over",
        "for",
        "of",
        "behind",
    }
)
_WHERE = frozenset({"on", "at", "in", "over", "for", "into"})
"""Those after which a meeting or a clash has its place or its subject, not its other party."""
_AT = frozenset({"in", "at", "from", "over"})
"""Those after which a place stands."""
_DOERS = frozenset(
    {"talk", "negotiation", "meeting", "summit", "visit", "withdrawal", "retreat", "surrender", "offensive"}
)
"""Nouns whose "of" names the one who acts: "the withdrawal of the troops", not "the arrest of the minister"."""
_HUMAN = frozenset({"173", "174", "181", "182", "186", "084", "116"})
"""Codes of what is done to people alone: whatever noun stands there names people."""
_PROMISED = frozenset({"030", "032"})
"""Codes of what one promises another, which two do together only where the verb says so: "agreed"."""
_EMERGENCY = "1724"
_MUTUAL = frozenset({"036", "040", "041", "046", "057", "060", "061", "062", "064"})

_DEEP = 3
"""How many nouns deep an actor is looked for within the phrase of a thing."""
_JOINED = 12
"""How many names in a row are read."""
_AIMED = frozenset({"fire", "shoot", "throw", "hurl", "aim", "launch", "lob"})
"""Verbs that have after "at" what they are aimed at."""
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
    doers, sufferers = _of_noun(parse, trigger) if parse.pos[trigger] == "NOUN" else _of_verb(parse, trigger)
    if code[:2] in _SHOT and parse.pos[trigger] == "NOUN":  # "shelling from the hill fort"
        doers = doers + (shooters := pobjs(parse, trigger, _FROM))
        sufferers = [t for t in sufferers if t not in shooters]
    if code.startswith("14"):  # "marched in Lima": Lima is where
        sufferers = [t for t in sufferers if not _where(parse, t)]
    mutual = code in _MUTUAL or parse.lemma[trigger] in nouns("mutual", "verbs")
    mutual = mutual or (code in _PROMISED and parse.pos[trigger] == "NOUN") or _of_both(parse, trigger)
    if mutual:
        sufferers = [t for t in sufferers if not _beside(parse, t)]
    direct: list[int] = []
    if code[:3] in _HUMAN or parse.lemma[trigger] in nouns("hurting", "verbs"):
        direct = _spread(parse, objects(parse, trigger) if parse.pos[trigger] == "VERB" else sufferers)
    if code == _EMERGENCY:
        sufferers = [t for t in sufferers if parse.lemma[t] not in nouns("emergency")]  # "a state of emergency"
    source = _named(parse, so_far, doers, frozenset(), _doers_of)
    acting = {p.actor for p in source} - {None}
    target = _named(parse, so_far, sufferers, frozenset(direct), _sufferers_of)
    if not target and parse.pos[trigger] == "VERB":  # "used tear gas to disperse the crowd"
        target = _named(parse, so_far, _meant(parse, trigger), frozenset(), _sufferers_of)
    target = tuple(p for p in target if p not in source and p.actor not in acting)
    if mutual and not source and len(target) > 1 and parse.childs(trigger, "nsubjpass"):
        return target, target[1:] + target[:1]  # "talks between Laos and Cambodia were held"
    if not mutual or not source:
        return source, target
    apart = not any(parse.lower(c) == "with" for c in parse.childs(trigger, "prep"))
    if len(source) > 1 and apart:
        return source, source[1:] + source[:1]
    return (source + target, target + source) if target and _together(parse, trigger) else (source, target)


def _beside(parse: Parse, token: int) -> bool:
    """Whether what follows a meeting or a clash is its place or its subject, not its other party: "met in Lima"."""
    entity = parse.entity_of[token]
    person = entity >= 0 and parse.entities[entity].label == "PERSON"  # "called on King Olav"
    return parse.dep[token] == "pobj" and parse.lower(parse.head[token]) in _WHERE and not person


def _of_both(parse: Parse, trigger: int) -> bool:
    """Whether what is done is to what two have with each other: "severed ties", "a truce between the clans"."""
    between = any(parse.lower(c) == "between" for c in parse.childs(trigger, "prep"))
    return between or any(parse.lemma[o] in nouns("relations") for o in parse.childs(trigger, "dobj"))


def named(parse: Parse, so_far: Draft, tokens: list[int]) -> tuple[Participant, ...]:
    """The actors that the tokens name, with those joined to them."""
    return tuple(p for t in _spread(parse, tokens) if (p := _participant(parse, so_far, t, False)))


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
    for token in _spread(parse, tokens):
        near, seen = [token], _DEEP - 1 if _where(parse, token) else 0
        while near and seen < _DEEP:
            named = [p for t in near if (p := _participant(parse, so_far, t, t in people))]
            inner = [t for n in near for t in _spread(parse, within(parse, n))]
            own = any(parse.tag[c] == "PRP$" for c in parse.childs(token, "poss")) and parse.lemma[token] in _forces()
            if own and inner and within is _sufferers_of:
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
def _armed() -> frozenset[str]:
    """Nouns of those who act, before the noun of what they do: "police raids", "rebel shelling"."""
    return nouns("policemen") | nouns("irregulars") | frozenset({"army", "military", "navy", "government"})


@cache
def _forces() -> frozenset[str]:
    return nouns("forces") | nouns("peacekeepers") | nouns("missiles")


def _where(parse: Parse, token: int) -> bool:
    """Whether a noun only says where it is done: who is named within its phrase has no part in it."""
    prep = parse.head[token]
    aimed = parse.lower(prep) == "at" and parse.lemma[parse.head[prep]] in _AIMED
    return parse.dep[token] == "pobj" and parse.lower(prep) in _AT and not aimed


def _doers_of(parse: Parse, noun: int) -> list[int]:
    """Those within a noun phrase who do what it names: "missiles fired by soldiers", "police gunfire"."""
    found = [c for c in parse.childs(noun, "poss", "amod", "compound", "nmod") if _could_act(parse, c)]
    for c in parse.childs(noun, "acl"):
        found += [o for by in parse.childs(c, "agent") for o in parse.childs(by, "pobj")]
    found += [o for p in parse.childs(noun, "prep") if parse.lower(p) in _BY for o in parse.childs(p, "pobj")]
    return found or (subjects(parse, parse.head[noun]) if parse.dep[noun] == "dobj" else [])


def _sufferers_of(parse: Parse, noun: int) -> list[int]:
    """Those within a noun phrase to whom it is done: "sanctions against the bank", "a Danish proposal"."""
    if parse.lemma[noun].lower() in nouns("measures"):
        return []
    preps = [p for p in parse.childs(noun, "prep") if parse.lower(p) in _TARGETS or parse.lower(p) in _SOURCES]
    found = [o for p in preps for o in parse.childs(p, "pobj")]
    found += [c for c in parse.childs(noun, "poss", "amod", "compound", "nmod") if _could_act(parse, c)]
    for c in parse.childs(noun, "acl"):
        if parse.tag[c] == "VBN":
            found += [o for by in parse.childs(c, "agent", "prep") for o in parse.childs(by, "pobj")]
    return found


def _could_act(parse: Parse, token: int) -> bool:
    return parse.pos[token] != "PRON" and (parse.word(token)[:1].isupper() or parse.pos[token] == "NOUN")


def someone(parse: Parse, trigger: int) -> bool:
    """Whether a pronoun or a bare number stands for one side: "nobody was arrested", "six were killed"."""
    sides = _of_noun(parse, trigger) if parse.pos[trigger] == "NOUN" else _of_verb(parse, trigger)
    return any(_one(parse, t) for side in sides for t in side)


def _one(parse: Parse, token: int) -> bool:
    return parse.lower(token) in _SOMEONE or (parse.dep[token] == "nsubjpass" and parse.pos[token] == "NUM")


def _of_verb(parse: Parse, verb: int) -> tuple[list[int], list[int]]:
    agents = [o for c in parse.childs(verb, "agent") for o in parse.childs(c, "pobj")]
    if not agents and parse.childs(verb, "nsubjpass"):  # "charged with theft by the court"
        agents = [o for thing in pobjs(parse, verb, _LAID) for o in pobjs(parse, thing, _BY_WHOM)]
        agents += [o for means in pobjs(parse, verb, _BY_WHOM) for o in pobjs(parse, means, _BY)]
    source = agents or subjects(parse, verb)
    target = objects(parse, verb) + parse.childs(verb, "dative")
    away = [p for c in parse.childs(verb, "advmod") for p in parse.childs(c, "prep")]  # "walked away from the talks"
    for prep in parse.childs(verb, "prep", "dative") + away:
        if parse.lower(prep) == "according" or (prep < verb and parse.lower(prep) in _AT):
            continue  # "In Lima, the king met the envoy"
        inner = [p for p in parse.childs(prep, "prep") if parse.lower(p) in _TARGETS]  # "out of Chad"
        for p in [prep, *inner] if parse.lower(prep) in _TARGETS else inner:
            target += parse.childs(p, "pobj")
    for below in parse.childs(verb, "xcomp") if not target else ():
        target = objects(parse, below)
        for prep in parse.childs(below, "prep", "dative"):
            target += parse.childs(prep, "pobj") if parse.lower(prep) in _TARGETS else []
    if not target:  # "demanded that the rebels leave"
        target = [s for c in parse.childs(verb, "ccomp") for s in parse.childs(c, "nsubj", "nsubjpass")]
    return source, target


def _meant(parse: Parse, verb: int) -> list[int]:
    """The objects of what is done for: those to whom the verb is done, where its own object is a thing."""
    over = [verb, *parse.childs(verb, "dobj")]
    below = [
        c for o in over for c in parse.childs(o, "xcomp", "advcl", "acl", "relcl") if c > verb and infinitive(parse, c)
    ]
    return [o for c in below for o in objects(parse, c)]


def _of_noun(parse: Parse, noun: int) -> tuple[list[int], list[int]]:
    source = parse.childs(noun, "poss")
    near = parse.childs(noun, "amod", "compound", "nmod")
    source += [c for c in near if parse.word(c)[:1].isupper() or parse.lemma[c] in _armed()]
    target: list[int] = []
    for prep in parse.childs(noun, "prep", "agent"):
        word, found = parse.lower(prep), parse.childs(prep, "pobj")
        doer = word in _SOURCES or (word == "of" and parse.lemma[noun] in _DOERS)
        if doer:
            source += found
        elif word in _TARGETS:
            target += found
    over = _series(parse, noun)
    verb = parse.head[over]
    if parse.dep[over] == "pobj" and parse.lower(verb) in ("in", "on"):
        verb = parse.head[verb]  # "engaged in drills", "is on a visit"
        done = parse.lemma[verb].lower() in ("be", "engage", "participate")
    else:
        done = parse.dep[over] in ("dobj", "npadvmod") and parse.lemma[verb].lower() in nouns("doing", "verbs")
    if not source and done:
        source = subjects(parse, verb) or parse.childs(verb, "nsubjpass")
    if parse.dep[over] == "nsubj" and parse.lemma[verb] in nouns("hurting", "verbs"):
        target += parse.childs(verb, "dobj")
    return source, target


def _series(parse: Parse, noun: int) -> int:
    """The noun that says how many or how long: "a wave of attacks", "ten days of drills"; else the noun itself."""
    over = parse.head[parse.head[noun]]
    of = parse.dep[noun] == "pobj" and parse.lower(parse.head[noun]) == "of"
    return over if of and parse.lemma[over].lower() in nouns("series") | nouns("measures") else noun


def _spread(parse: Parse, tokens: list[int]) -> list[int]:
    """The tokens and what is joined to them; an office that several hold is theirs: "ministers of Peru and Chile",
    "Danish and Swedish sailors"."""
    found: list[int] = []
    for token in tokens:
        held = [o for p in parse.childs(token, "prep") if parse.lower(p) == "of" for o in parse.childs(p, "pobj")]
        if parse.lemma[token].lower() in nouns("measures"):
            held += [a for h in held for a in parse.childs(h, "amod")]  # "dozens of Danish and Swedish sailors"
        held += parse.childs(token, "amod")
        several = [h for h in held if parse.childs(h, "conj") and parse.word(h)[:1].isupper()]
        for one in several if several and parse.tag[token] == "NNS" else [token]:
            found.append(one)
            for _ in range(_JOINED):
                joined = [c for c in parse.childs(found[-1], "conj") if c not in found]
                if not joined:
                    break
                found.extend(joined)
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
    span = _name_before(parse, actor, token) or parse.span(first, token + 1)
    return Participant(span, actor.id if actor else None, country, actor.sector if actor else None)


def _name_before(parse: Parse, actor: Actor | None, token: int) -> Span | None:
    """The nearest name or description of the actor in the sentence before a pronoun that stands for it."""
    if actor is None or parse.pos[token] != "PRON":
        return None
    first = parse.start[parse.sentence(token).first]
    near = [m.span for m in actor.mentions if m.form != "pronoun" and first <= m.span.start < parse.start[token]]
    return near[-1] if near else None
