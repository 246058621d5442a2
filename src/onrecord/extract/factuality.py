"""Whether what a word names happened, as its clause and the words above it tell: one reading for all layers."""

from __future__ import annotations

from onrecord.extract import event_signs as signs
from onrecord.extract.event_above import above
from onrecord.extract.event_clause import RANK, clause_value, strongest, went_on
from onrecord.extract.event_signs import VERBAL, listed, table
from onrecord.extract.parse import Parse
from onrecord.model.event import Factuality, Tense
from onrecord.model.statement import Certainty, Polarity

_INSTEAD = ("rather than", "instead of")
_CLIMB = 12
"""Most words above a trigger that are asked."""


def polarity(parse: Parse, head: int) -> Polarity:
    """'-' where the clause of `head` is negated, by an adverb or by "no", "nobody", "none" as its subject or object.

    What "may not" be is left open: it denies nothing.
    """
    verb = signs.clause_of(parse, head)
    return "-" if signs.negated(parse, verb) and not _may_not(parse, verb) else "+"


def certainty(parse: Parse, head: int, *, shifted: bool = False) -> Certainty:
    """How sure the clause of `head` sounds: by its modal, its adverbs, and "likely" or "possible" as its predicate.

    A plain statement is certain; a question or a condition is unknown. `shifted`: a past verb reports the clause, whose
    "would" is then what the source put as "will".
    """
    head = signs.clause_of(parse, head)
    if signs.asked(parse, head) or signs.conditional(parse, head):
        return "unknown"
    modal, said = signs.modal(parse, head), {parse.lower(c) for c in parse.children[head]}
    if modal == "possible" or said & listed("maybe") or "possible" in said:
        return "possible"
    supposed = modal == "hypothetical" and "must" not in said and not (shifted and _was_will(parse, head))
    if said & listed("probably") or supposed:
        return "probable"
    return "certain" if parse.pos[head] in VERBAL or said & listed("surely") else "unknown"


def _was_will(parse: Parse, verb: int) -> bool:
    """Whether the "would" of reported words was a "will": no condition on it, no wish, nothing merely thought of."""
    said = {parse.lower(c) for c in parse.childs(verb, "aux", "auxpass", "advmod")}
    if said.isdisjoint({"would", "'d", "’d"}) or "have" in said or parse.lemma[verb].lower() in listed("polite"):
        return False
    if any(signs.conditional(parse, c) for c in parse.childs(verb, "advcl")) or said & listed("polite"):
        return False
    subject = parse.child(verb, *signs.SUBJECTS, "csubj")
    return subject is None or not (parse.dep[subject] == "csubj" or signs.generic(parse, subject))


def factuality(parse: Parse, trigger: int) -> Factuality:
    """What the innermost source asserts of the event that `trigger` names.

    The words above it are read from the inside out; the strongest of denied, hypothetical, possible and planned holds.
    """
    value = _own(parse, trigger)
    at = trigger
    vague = parse.pos[trigger] not in VERBAL and not signs.definite(parse, trigger)
    for _ in range(_CLIMB):
        head = parse.head[at]
        if head == at:
            break
        said, go_on = above(parse, at, head, vague and at != trigger)
        if said == "flip":
            value = "happened"
        elif RANK[said] > RANK[value]:
            value = said
        if not go_on:
            break
        at = head
    if value == "planned" and _purpose(parse, trigger):
        value = "possible"
    if signs.asked(parse, trigger) and RANK[value] < RANK["possible"]:
        value = "possible"
    return value  # type: ignore[return-value]


def _purpose(parse: Parse, i: int) -> bool:
    """Whether an infinitive is the purpose of what only may be done: "could use the barge to block the harbour"."""
    at = i
    for _ in range(_CLIMB):
        if parse.head[at] == at:
            return False
        at = parse.head[at]
        if parse.pos[at] in VERBAL:
            return signs.infinitive(parse, i) and signs.modal(parse, at) == "possible"
    return False


def _own(parse: Parse, i: int) -> str:
    """What the trigger's own modifiers and auxiliaries say, and an "if" or "rather than" before it."""
    values = ["hypothetical"] if signs.after_if(parse, i) else ["happened"]
    if any(0 <= t < i and parse.words(t, t + 2).lower() in _INSTEAD for t in (parse.left[i] - 2, parse.left[i], i - 2)):
        values.append("denied")
    if i >= 2 and parse.word(i - 1) == "-" and parse.lower(i - 2) == "anti":
        values.append("hypothetical")
    if parse.pos[i] in VERBAL:
        own = clause_value(parse, i)
        return strongest(*values, "possible" if own == "denied" and _may_not(parse, i) else own)
    for c in parse.children[i]:
        if parse.dep[c] in ("amod", "compound", "nmod"):
            values.append(table("adjectives").get(parse.lower(c), "happened"))
        if parse.dep[c] in ("relcl", "acl", "amod"):
            values.append(signs.to_come(parse, c))
        elif parse.dep[c] == "det" and parse.lower(c) in ("no", "neither"):
            values.append("denied")
        elif parse.dep[c] == "det" and parse.lower(c) == "any":
            values.append("hypothetical")
    return strongest(*values)


def _may_not(parse: Parse, verb: int) -> bool:
    """Whether a negation leaves it open: "may not be enough", not "could not be reached"."""
    return any(parse.dep[c] == "aux" and parse.lower(c) in listed("open_modals") for c in parse.children[verb])


def tense(parse: Parse, trigger: int) -> Tense | None:
    """When the event falls, seen from publication; a noun has the tense that its factuality or its verb gives it."""
    value = factuality(parse, trigger)
    if parse.pos[trigger] not in VERBAL:
        if value in ("happened", "denied"):
            return _verb_tense(parse, signs.clause_of(parse, trigger)) if value == "denied" else "past"
        if value == "ongoing":
            verb = signs.clause_of(parse, trigger)
            was = any(parse.tag[t] == "VBD" for t in (verb, *parse.childs(verb, "aux", "auxpass")))
            return "past" if was else "present"
        return "future"
    return _verb_tense(parse, trigger)


def _verb_tense(parse: Parse, verb: int) -> Tense | None:
    auxes = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
    said = {parse.lower(c) for c in auxes}
    head = parse.head[verb]
    head = parse.head[head] if parse.dep[verb] == "pcomp" else head  # "will join them in imposing"
    if went_on(parse, head) and parse.tag[verb] == "VB":
        return _verb_tense(parse, head)
    bare = parse.dep[verb] in ("xcomp", "ccomp") and parse.tag[verb] == "VB" and head != verb
    if bare and parse.lemma[head].lower() in listed("implied"):
        return _verb_tense(parse, head)
    if parse.dep[verb] == "advcl" and signs.conditional(parse, verb):
        return "future" if parse.tag[verb] in ("VBP", "VBZ", "VB") else "past"
    if said & {"will", "shall", "'ll", "wo"} or ("would" in said and "have" not in said):
        return "future"
    if "being" in said and said & {"is", "are", "am", "'s", "'re"}:
        return "present"
    if signs.infinitive(parse, verb) and signs.was_able(parse, head):
        return "past"
    if parse.tag[verb] in ("VBD", "VBN") or said & {"did", "had", "was", "were", "have", "has", "having"}:
        return "past"
    if any(parse.tag[c] == "TO" for c in auxes) or any(parse.tag[c] == "MD" for c in auxes):
        return "future"
    if parse.tag[verb] in ("VBZ", "VBP") or said & {"is", "are", "am"}:
        return "future" if signs.later(parse, verb) else "present"
    if parse.tag[verb] == "VB" and parse.dep[verb] == "ccomp":
        return "future"  # the subjunctive: "demanded that it leave"
    if parse.dep[verb] in ("xcomp", "pcomp", "ccomp", "advcl", "conj") and parse.pos[head] in VERBAL:
        return _verb_tense(parse, head)
    return "past" if parse.tag[verb] == "VBG" else None
