"""The words beside a trigger that name who does what it names, and to whom: of a verb, of a noun, within a phrase."""

from __future__ import annotations

from functools import cache

from onrecord.extract.event_arguments import objects, pobjs, subjects
from onrecord.extract.event_needs import nouns
from onrecord.extract.event_signs import infinitive
from onrecord.extract.parse import Parse

_SOURCES = frozenset({"by", "between"})
_LAID = frozenset({"for", "with", "of", "on"})
_BY_WHOM = frozenset({"by"})
_BY = frozenset({"by", "from"})
_TARGETS = frozenset(
    {"on", "against", "with", "at", "to", "from", "upon", "toward", "towards", "into", "in", "over", "for", "of",
     "behind"}
)  # fmt: skip
_AT = frozenset({"in", "at", "from", "over"})
"""Those after which a place stands."""
_DOERS = frozenset(
    {"talk", "negotiation", "meeting", "summit", "visit", "withdrawal", "retreat", "surrender", "offensive"}
)
"""Nouns whose "of" names the one who acts: "the withdrawal of the troops", not "the arrest of the minister"."""
_AIMED = frozenset({"fire", "shoot", "throw", "hurl", "aim", "launch", "lob"})
"""Verbs that have after "at" what they are aimed at."""
_JOINED = 12
"""How many names in a row are read."""


def of_verb(parse: Parse, verb: int) -> tuple[list[int], list[int]]:
    """Who does it, and to whom: the subject or the agent, the objects and what certain prepositions name."""
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
    told = [c for c in parse.childs(verb, "ccomp", "xcomp", "advcl") if _for(parse, c)]
    target += [s for c in told for s in parse.childs(c, "nsubj", "nsubjpass")]  # "called for the rebels to disarm"
    for below in parse.childs(verb, "xcomp") if not target else ():
        target = objects(parse, below)
        for prep in parse.childs(below, "prep", "dative"):
            target += parse.childs(prep, "pobj") if parse.lower(prep) in _TARGETS else []
    if not target:  # "demanded that the rebels leave"
        target = [s for c in parse.childs(verb, "ccomp") for s in parse.childs(c, "nsubj", "nsubjpass")]
    return source, target


def _for(parse: Parse, clause: int) -> bool:
    return any(parse.lower(m) == "for" for m in parse.childs(clause, "mark"))


def meant(parse: Parse, verb: int) -> list[int]:
    """The objects of what is done for: those to whom the verb is done, where its own object is a thing."""
    over = [verb, *parse.childs(verb, "dobj")]
    below = [
        c for o in over for c in parse.childs(o, "xcomp", "advcl", "acl", "relcl") if c > verb and infinitive(parse, c)
    ]
    return [o for c in below for o in objects(parse, c)]


def of_noun(parse: Parse, noun: int) -> tuple[list[int], list[int]]:
    """Who does it, and to whom: "the Danish raid on Norway", "talks between Peru and Chile"."""
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


def doers_of(parse: Parse, noun: int) -> list[int]:
    """Those within a noun phrase who do what it names: "missiles fired by soldiers", "police gunfire"."""
    found = [c for c in parse.childs(noun, "poss", "amod", "compound", "nmod") if _could_act(parse, c)]
    for c in parse.childs(noun, "acl"):
        found += [o for by in parse.childs(c, "agent") for o in parse.childs(by, "pobj")]
    found += [o for p in parse.childs(noun, "prep") if parse.lower(p) in _BY for o in parse.childs(p, "pobj")]
    return found or (subjects(parse, parse.head[noun]) if parse.dep[noun] == "dobj" else [])


def sufferers_of(parse: Parse, noun: int) -> list[int]:
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


@cache
def _armed() -> frozenset[str]:
    """Nouns of those who act, before the noun of what they do: "police raids", "rebel shelling"."""
    return nouns("policemen") | nouns("irregulars") | frozenset({"army", "navy"})


def where_done(parse: Parse, token: int) -> bool:
    """Whether a noun only says where it is done: who is named within its phrase has no part in it."""
    prep = parse.head[token]
    aimed = parse.lower(prep) == "at" and parse.lemma[parse.head[prep]] in _AIMED
    return parse.dep[token] == "pobj" and parse.lower(prep) in _AT and not aimed


def spread(parse: Parse, tokens: list[int]) -> list[int]:
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
