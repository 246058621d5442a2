"""The words around an event's trigger: its subject through control and coordination, what a phrase is about."""

from __future__ import annotations

from functools import cache

from onrecord.extract.parse import Parse
from onrecord.lexicon import words

_CHARGES = frozenset({"of", "from", "for", "into"})
"""Prepositions before what somebody else is accused of, kept from, praised for, talked into."""
_WHEN = frozenset({"when", "as"})
_MEASURES = frozenset({"of", "in", "to", "for"})
"""Prepositions after a measure or a container: "dozens of tanks", "two million in aid"."""


def subjects(parse: Parse, verb: int) -> list[int]:
    """The subject of a verb, or of the verb that controls it or that it is coordinated with."""
    at = verb
    hurting = parse.dep[verb] == "advcl" and parse.lemma[verb].lower() in _harming()
    if _found_so(parse, verb):
        return []
    for _ in range(5):
        if found := parse.childs(at, "nsubj"):
            return [antecedent(parse, at, s) for s in found]
        if at != verb and (passive := parse.childs(at, "nsubjpass")):
            return [] if hurting else passive  # "was shot down, killing five"
        if parse.child(at, "nsubjpass", "auxpass") is not None and at == verb:
            return []
        head = parse.head[at]
        if parse.dep[at] in ("acl", "relcl") and parse.tag[at] == "VBG":
            return [head]
        if head == at or parse.dep[at] not in ("xcomp", "conj", "advcl", "pcomp", "prep", "acomp"):
            return []
        told = parse.childs(head, "dobj")
        if parse.dep[at] == "xcomp" and told and parse.lemma[head].lower() in _commanding():
            return told
        if parse.dep[at] == "pcomp" and parse.lower(head) in _CHARGES and (charged := _charged(parse, head)):
            return charged
        at = said_before(parse, at, head)
    return []


def _charged(parse: Parse, prep: int) -> list[int]:
    """Whoever is accused, kept or praised with "of", "from" or "for": it is they who do what follows."""
    verb = parse.head[prep]
    return parse.childs(verb, "dobj", "nsubjpass") if parse.pos[verb] == "VERB" else []


@cache
def _harming() -> frozenset[str]:
    return frozenset(words("event_classes")["verbs"]["harming"])


@cache
def _commanding() -> frozenset[str]:
    return frozenset(words("event_classes")["verbs"]["commanding"])


def said_before(parse: Parse, at: int, head: int) -> int:
    """The word whose subject does it: where a participle hangs on "said", the clause that is said, if it came first,
    and where it hangs on "accused", that of which.

    In "Rebels overran the base, officials said, killing six" the rebels kill, and so they do in "Officials accused the
    rebels of shelling the base, killing six".
    """
    if parse.dep[at] == "advcl" and parse.tag[at] == "VBG":
        told = [c for c in parse.childs(head, "ccomp") if c < head < at]
        if parse.childs(head, "dobj", "nsubjpass"):
            preps = [p for p in parse.childs(head, "prep") if parse.lower(p) == "of"]
            told += [c for p in preps for c in parse.childs(p, "pcomp") if head < c < at]
        return told[-1] if told else head
    return head


def as_it_happened(parse: Parse, verb: int) -> list[int]:
    """The verbs of the clauses that tell in what a thing came about: "two were killed when rebels stormed the mill"."""
    past = [c for c in parse.childs(verb, "advcl") if parse.tag[c] == "VBD"]
    return [c for c in past if any(parse.lower(m) in _WHEN for m in parse.childs(c, "mark", "advmod"))]


def objects(parse: Parse, verb: int) -> list[int]:
    """What is done something to: the objects, the subject of a passive, the noun before "seized by"."""
    if parse.dep[verb] == "acl" and parse.tag[verb] == "VBN" and parse.head[verb] != verb:
        return [parse.head[verb]]
    found = [antecedent(parse, verb, t) for t in parse.childs(verb, "dobj", "nsubjpass")]
    return parse.childs(parse.head[verb], "dobj", "nsubjpass") if not found and _found_so(parse, verb) else found


def _found_so(parse: Parse, verb: int) -> bool:
    """Whether a participle tells in what state somebody was found: "was found shot"."""
    participle = parse.tag[verb] == "VBN" and parse.dep[verb] in ("oprd", "acomp", "ccomp", "xcomp")
    return participle and parse.lemma[parse.head[verb]] in ("find", "leave") and not parse.childs(verb, "nsubj")


def antecedent(parse: Parse, verb: int, word: int) -> int:
    """The noun for which a relative pronoun stands; the word itself where it is none."""
    relative = parse.dep[verb] == "relcl" and parse.tag[word] in ("WP", "WDT")
    return parse.head[verb] if relative else word


def named_by(parse: Parse, tokens: list[int]) -> list[int]:
    """The tokens with what is joined to them, what modifies them, and what a measure among them measures."""
    found = list(tokens)
    for token in tokens:
        for c in parse.children[token]:
            if parse.dep[c] in ("conj", "compound", "nmod", "amod"):
                found.append(c)
                if parse.dep[c] == "conj":
                    found += parse.childs(c, "compound", "amod")
            elif parse.dep[c] == "prep" and parse.lower(c) in _MEASURES:
                for inner in parse.childs(c, "pobj"):
                    found += [inner, *parse.childs(inner, "compound", "amod", "conj")]
    return found


def pobjs(parse: Parse, word: int, prepositions: frozenset[str]) -> list[int]:
    """The objects of a word's prepositions that are among these, their inner ones included: "out of", "away from"."""
    found = []
    for prep in parse.childs(word, "prep", "agent", "dative", "prt", "advmod"):
        if parse.lower(prep) in prepositions:
            found += parse.childs(prep, "pobj", "pcomp")
            for inner in parse.childs(prep, "prep"):
                found += parse.childs(inner, "pobj")
    return found
