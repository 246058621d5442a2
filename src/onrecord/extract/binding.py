"""Which two words of a sentence cannot be one actor, by the grammar between them."""

from __future__ import annotations

from onrecord.extract.empty_pronouns import SUBJECTS
from onrecord.extract.parse import Parse

OBJECTS = frozenset({"dobj", "dative", "pobj"})


def bound(parse: Parse, at: int, head: int) -> bool:
    """Whether grammar bars the two from being one: subject and object of one verb, or the two halves of "X and he"."""
    if parse.lower(at).endswith(("self", "selves")):
        return False
    here, there = first_of(parse, at), first_of(parse, head)
    if here == there or at == head:
        return True
    if parse.dep[at] == "poss" and parse.head[at] == head:
        return True
    if parse.dep[here] == "poss":
        return False
    verb = verb_of(parse, here)
    if verb is not None and _says_of(parse, here, verb, there):
        return True
    if parse.dep[here] in OBJECTS and subject_of(parse, verb) == there:
        return True
    return verb is not None and verb == verb_of(parse, there) and parse.dep[there] in OBJECTS


def _says_of(parse: Parse, here: int, verb: int, there: int) -> bool:
    """Whether an aside tells of the other what it says: in "the court, it says, was never asked" no court speaks."""
    about = parse.head[there]
    if parse.dep[here] not in SUBJECTS or parse.dep[there] not in SUBJECTS or not there < here < verb < about:
        return False
    return parse.word(here - 1) == "," and (parse.head[about] == verb or parse.head[verb] == about)


def verb_of(parse: Parse, head: int) -> int | None:
    """The verb that a subject, an object, or the object of the verb's preposition belongs to."""
    above = parse.head[head]
    if parse.dep[head] == "pobj":
        above = parse.head[above]
    return above if parse.pos[above] in ("VERB", "AUX") else None


def subject_of(parse: Parse, verb: int | None) -> int | None:
    """The subject of a verb, or of the verb that it is joined to ("Sand rose and told him")."""
    for _ in range(5):
        if verb is None:
            return None
        if (subject := parse.child(verb, "nsubj", "nsubjpass")) is not None:
            return first_of(parse, subject)
        verb = parse.head[verb] if parse.dep[verb] in ("conj", "xcomp", "advcl") and parse.head[verb] != verb else None
    return None


def first_of(parse: Parse, head: int) -> int:
    """The first of a list, or the noun that an apposition explains."""
    for _ in range(8):
        if parse.dep[head] not in ("conj", "appos") or parse.pos[parse.head[head]] in ("VERB", "AUX"):
            break
        head = parse.head[head]
    return head
