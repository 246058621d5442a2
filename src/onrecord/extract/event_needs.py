"""Whether the words around a trigger meet what a sense of it needs; what each need asks for is said in the lexicon."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from onrecord.extract.event_arguments import named_by, objects, pobjs, subjects
from onrecord.extract.event_signs import infinitive
from onrecord.extract.parse import Parse
from onrecord.lexicon import words

ALONE = ("alone", "")
"""A need that is always met: it says that the event needs no actor beside it."""
_FOR = frozenset({"for"})
"""The one preposition that opens a clause, too: "called for the rebels to disarm"."""
_TERMS = frozenset({"until", "till"})
_MODIFIERS = ("amod", "compound", "nmod")


def met(parse: Parse, i: int, key: str, value: str) -> bool:
    """Whether the arguments of the trigger `i` meet one need. KeyError for a key that the lexicon does not describe."""
    return _NEEDS[key](parse, i, value)


@cache
def nouns(name: str, table: str = "nouns") -> frozenset[str]:
    """The words of a class."""
    return frozenset(words("event_classes")[table][name])


def _subject(parse: Parse, i: int, value: str) -> bool:
    agents = [o for by in parse.childs(i, "agent") for o in parse.childs(by, "pobj")]
    return _any_of(parse, agents or subjects(parse, i), value)


def _object(parse: Parse, i: int, value: str) -> bool:
    return _any_of(parse, objects(parse, i), value)


def _any_of(parse: Parse, tokens: list[int], classes: str) -> bool:
    return bool(tokens) if not classes else _of_class(parse, tokens, classes)


def _not(parse: Parse, i: int, value: str) -> bool:
    return not _of_class(parse, objects(parse, i) + pobjs(parse, i, frozenset({"of"})), value)


def _plain(parse: Parse, i: int, value: str) -> bool:
    said = parse.childs(i, "oprd", "acomp") + [c for c in parse.childs(i, "xcomp", "ccomp") if not infinitive(parse, c)]
    return not said


def _intransitive(parse: Parse, i: int, value: str) -> bool:
    return not parse.childs(i, "dobj")


def _complement(parse: Parse, i: int, value: str) -> bool:
    found = parse.childs(i, "xcomp", "ccomp")
    found += [c for c in parse.childs(i, "advcl") if c > i and value and infinitive(parse, c)]
    tags = ("VB", "VBN") if value else ("VB",)  # "ordered the nine men jailed"
    found += [c for o in objects(parse, i) for c in parse.childs(o, "acl", "relcl") if parse.tag[c] in tags]
    return any(not value or parse.lemma[c] in nouns(value, "verbs") for c in found)


def _infinitive(parse: Parse, i: int, value: str) -> bool:
    found = parse.childs(i, "xcomp", "ccomp")
    found += [c for o in objects(parse, i) for c in parse.childs(o, "acl", "relcl")]
    return any(infinitive(parse, c) for c in found)


def _own(parse: Parse, i: int, value: str) -> bool:
    """Whether it is done to one's own people: "ordered most of its staff to leave"."""
    return any(parse.tag[c] == "PRP$" for t in named_by(parse, objects(parse, i)) for c in parse.childs(t, "poss"))


def _wish(parse: Parse, i: int, value: str) -> bool:
    """Whether a clause in the subjunctive follows: "insisted that it leave"."""
    tags = ("VB", "VBP") if parse.tag[i] in ("VBD", "VBN") else ("VB",)
    clauses = [c for c in parse.childs(i, "ccomp") if parse.tag[c] in tags and not parse.childs(c, "aux")]
    return any(parse.childs(c, "nsubj", "nsubjpass") for c in clauses)


def _clause(parse: Parse, i: int, value: str) -> bool:
    return any(parse.tag[c] != "VBG" for c in parse.childs(i, "ccomp"))


def _particle(parse: Parse, i: int, value: str) -> bool:
    return any(parse.lower(c) in value.split("|") for c in parse.childs(i, "prt", "prep", "advmod"))


def _beside(parse: Parse, i: int, value: str) -> bool:
    return any(parse.lower(c) in value.split("|") for c in parse.children[i])


def _modifier(parse: Parse, i: int, value: str) -> bool:
    return any(parse.lemma[c].lower() in value.split("|") for c in parse.childs(i, *_MODIFIERS))


def _object_modifier(parse: Parse, i: int, value: str) -> bool:
    near = named_by(parse, objects(parse, i))
    return any(parse.dep[c] in _MODIFIERS and parse.lemma[c].lower() in value.split("|") for c in near)


def _preposition(parse: Parse, i: int, value: str) -> bool:
    """Whether a preposition of the trigger is among those asked for, and its object of the class asked for."""
    first, _, kind = value.partition(":")
    asked = frozenset(first.split("|"))
    if not kind:
        clauses = [m for c in parse.childs(i, "ccomp", "xcomp", "advcl") for m in parse.childs(c, "mark")]
        near = [c for c in parse.childs(i, "prep", "prt", "agent", "dative") if asked & _TERMS or not _day(parse, c)]
        return any(parse.lower(c) in asked and c > i for c in near) or any(
            parse.lower(m) in asked & _FOR and m > i for m in clauses
        )
    return _of_class(parse, pobjs(parse, i, asked), kind)


def _day(parse: Parse, prep: int) -> bool:
    """Whether a preposition only says when: "the strike on Monday"."""
    inner = parse.childs(prep, "pobj")
    return bool(inner) and all(_entity(parse, t, "DATE", "TIME") for t in inner)


def _of_class(parse: Parse, tokens: list[int], classes: str) -> bool:
    kinds = classes.split("|")
    wanted = frozenset().union(*(nouns(k) for k in kinds))
    if "leaders" in kinds and any(_entity(parse, t, "PERSON") for t in tokens):
        return True
    if "territory" in kinds and any(_entity(parse, t, "GPE", "LOC") or _unknown(parse, t) for t in tokens):
        return True
    return any(parse.lemma[c].lower() in wanted for c in named_by(parse, tokens))


def _unknown(parse: Parse, token: int) -> bool:
    """Whether a name is of no known kind; what is entered, seized or held is then a place."""
    return parse.pos[token] == "PROPN" and parse.entity_of[token] < 0


def _entity(parse: Parse, token: int, *labels: str) -> bool:
    entity = parse.entity_of[token]
    return entity >= 0 and parse.entities[entity].label in labels


_NEEDS: Mapping[str, Callable[[Parse, int, str], bool]] = {
    "alone": lambda parse, i, value: True,
    "subj": _subject,
    "obj": _object,
    "not": _not,
    "plain": _plain,
    "intr": _intransitive,
    "comp": _complement,
    "inf": _infinitive,
    "own": _own,
    "wish": _wish,
    "clause": _clause,
    "prt": _particle,
    "with": _beside,
    "mod": _modifier,
    "omod": _object_modifier,
    "prep": _preposition,
}
