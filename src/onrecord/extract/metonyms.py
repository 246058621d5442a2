"""Whether a country's or capital's name stands for its government where it is used."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord.extract.parse import Parse
from onrecord.lexicon import words


@cache
def _tables() -> Mapping[str, frozenset[str]]:
    data = words("metonyms")
    return {f"{topic}.{name}": frozenset(listed) for topic, table in data.items() for name, listed in table.items()}


def is_located(parse: Parse, head: int) -> bool:
    """Whether a name is only where something is: "troops in Belarus", "outside the Kremlin", "the village of Orn"."""
    head, tables = first_conjunct(parse, head), _tables()
    above = parse.head[head]
    if parse.dep[head] in ("compound", "nmod") and above > head:
        return parse.lower(above) in tables["literal.containers"]
    if parse.dep[head] != "pobj":
        return False
    if parse.lower(above) == "of":
        return parse.lower(parse.head[above]) in tables["literal.containers"]
    return parse.lower(above) in tables["literal.prepositions"]


def acts(parse: Parse, head: int) -> bool:
    """Whether a capital's name stands for the government: it says or does something, is spoken to, or owns a policy.

    The clause decides: "Vienna rejected the plan" but "Vienna lies on the river", "talks with Vienna" but "a train to
    Vienna", "Vienna's stance" but "Vienna's parks". A name that stands alone is taken for the government.
    """
    tables, head = _tables(), first_conjunct(parse, head)
    dep, above = parse.dep[head], parse.head[head]
    verb = parse.lemma[above].lower()
    if dep in ("nsubj", "csubj"):
        return _subject_acts(parse, above, verb)
    if dep in ("dobj", "dative", "nsubjpass", "oprd"):
        return verb in tables["subject.addressed"]
    if dep == "agent" or (dep == "pobj" and parse.dep[above] == "agent"):
        return True
    if dep == "poss":
        return verb in tables["possessed.nouns"]
    if dep == "pobj" and parse.lower(above) in tables["object.prepositions"]:
        over = parse.head[above]
        word = parse.lemma[over].lower()
        if parse.pos[over] in ("VERB", "AUX"):
            return word in tables["object.verbs"] or any(
                parse.lemma[c].lower() in tables["object.nouns"] for c in parse.childs(over, "dobj", "nsubjpass")
            )
        return word in tables["object.nouns"] or parse.lower(over) in tables["object.nouns"]
    return dep == "ROOT"


def _subject_acts(parse: Parse, verb: int, lemma: str) -> bool:
    tables = _tables()
    if lemma not in tables["subject.literal"]:
        return True
    if lemma in tables["subject.with_object"] and parse.child(verb, "dobj") is not None:
        return True
    said = parse.child(verb, "acomp", "attr", "xcomp", "prep")
    return said is not None and parse.lemma[said].lower() in tables["subject.states_of_mind"]


def first_conjunct(parse: Parse, head: int) -> int:
    """The first of a list: "Rome" in "Rome and Madrid"; what holds of it holds of all."""
    for _ in range(8):
        # "Rome, the Union and Madrid": what is taken for an apposition goes on as a list
        joined = parse.dep[head] == "conj" or (parse.dep[head] == "appos" and parse.child(head, "conj") is not None)
        if not joined or parse.pos[parse.head[head]] not in ("PROPN", "NOUN"):
            break
        head = parse.head[head]
    return head
