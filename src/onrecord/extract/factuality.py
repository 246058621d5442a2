"""Whether what a word names happened, as its clause and the words above it tell: one reading for all layers."""

from __future__ import annotations

from functools import cache

from onrecord.extract.parse import Parse
from onrecord.lexicon import words
from onrecord.model.event import Factuality, Tense
from onrecord.model.statement import Certainty, Polarity

_RANK: dict[str, int] = {"happened": 0, "ongoing": 1, "planned": 2, "possible": 3, "hypothetical": 4, "denied": 5}
_VERBAL = frozenset({"VERB", "AUX"})
_CLIMB = 12
"""Most words above a trigger that are asked."""


@cache
def _table(name: str) -> dict[str, str]:
    """Lemma -> value, of one table of the lexicon."""
    return {lemma: value for value, lemmas in words("factuality")[name].items() for lemma in lemmas}


@cache
def _set(name: str, table: str = "signs") -> frozenset[str]:
    return frozenset(words("factuality")[table][name])


def polarity(parse: Parse, head: int) -> Polarity:
    """'-' where the clause of `head` is negated, by an adverb or by "no", "nobody", "none" as its subject or object."""
    return "-" if _negated(parse, _clause(parse, head)) else "+"


def certainty(parse: Parse, head: int) -> Certainty:
    """How sure the clause of `head` sounds: by its modal, its adverbs, and "likely" or "possible" as its predicate.

    A plain statement is certain; a question or a condition is unknown.
    """
    head = _clause(parse, head)
    if _asked(parse, head) or _conditional(parse, head):
        return "unknown"
    modal, said = _modal(parse, head), {parse.lower(c) for c in parse.children[head]}
    if modal == "possible" or said & _set("maybe") or "possible" in said:
        return "possible"
    if said & _set("probably") or (modal == "hypothetical" and said.isdisjoint({"must"})):
        return "probable"
    return "certain" if parse.pos[head] in _VERBAL or said & _set("surely") else "unknown"


def tense(parse: Parse, trigger: int) -> Tense | None:
    """When the event falls, seen from publication; a noun has the tense that its factuality or its verb gives it."""
    value = factuality(parse, trigger)
    if parse.pos[trigger] not in _VERBAL:
        if value in ("happened", "denied"):
            return _verb_tense(parse, _clause(parse, trigger)) if value == "denied" else "past"
        return "present" if value == "ongoing" else "future"
    return _verb_tense(parse, trigger)


def factuality(parse: Parse, trigger: int) -> Factuality:
    """What the innermost source asserts of the event that `trigger` names.

    The words above it are read from the inside out; the strongest of denied, hypothetical, possible and planned holds.
    """
    value = _own(parse, trigger)
    at = trigger
    for _ in range(_CLIMB):
        head = parse.head[at]
        if head == at:
            break
        above, go_on = _above(parse, at, head, at == trigger)
        if above == "flip":
            value = "happened"
        elif _RANK[above] > _RANK[value]:
            value = above
        if not go_on:
            break
        at = head
    if _asked(parse, trigger) and _RANK[value] < _RANK["possible"]:
        value = "possible"
    return value  # type: ignore[return-value]


def _clause(parse: Parse, i: int) -> int:
    """The verb of the clause in which `i` stands, `i` itself where it is one or none is above."""
    at = i
    while parse.pos[at] not in _VERBAL and parse.head[at] != at:
        at = parse.head[at]
    return at if parse.pos[at] in _VERBAL else i


def _negated(parse: Parse, verb: int) -> bool:
    for c in parse.children[verb]:
        if parse.dep[c] == "neg" or (parse.dep[c] == "advmod" and parse.lower(c) in _set("not")):
            return True
        if parse.dep[c] in ("nsubj", "nsubjpass", "dobj", "attr") and _none(parse, c):
            return True
    return (
        "yet" in {parse.lower(c) for c in parse.children[verb]}
        and parse.dep[verb] == "xcomp"
        and any(parse.lower(a) in ("have", "has", "had") for a in (parse.head[verb],))
    )


def _none(parse: Parse, noun: int) -> bool:
    if parse.lower(noun) in _set("no"):
        return True
    first = parse.left[noun]
    return parse.lower(first) in ("no", "not", "none", "neither") and first != noun


def _modal(parse: Parse, verb: int) -> str:
    """The value of the verb's modal; "happened" without one."""
    for c in parse.children[verb]:
        if parse.dep[c] in ("aux", "auxpass") and parse.tag[c] == "MD":
            return _table("modals").get(parse.lower(c), "possible")
    return "happened"


def _conditional(parse: Parse, verb: int) -> bool:
    return any(parse.dep[c] in ("mark", "advmod") and parse.lower(c) in _set("if") for c in parse.children[verb])


def _asked(parse: Parse, i: int) -> bool:
    first, last, *_ = parse.sentence(i)
    marks = [t for t in range(max(i, first), min(last, i + 40)) if parse.word(t) in ("?", ".", ";", "!")]
    if not marks or parse.word(marks[0]) != "?":
        return False
    return all(parse.dep[a] not in ("relcl", "advcl", "acl") for a in (i, *parse.ancestors(i)))


def _own(parse: Parse, i: int) -> str:
    """What the trigger's own modifiers and auxiliaries say."""
    values = ["happened"]
    if parse.pos[i] not in _VERBAL:
        for c in parse.children[i]:
            if parse.dep[c] in ("amod", "compound", "nmod"):
                values.append(_table("adjectives").get(parse.lower(c), "happened"))
            elif parse.dep[c] == "det" and parse.lower(c) in ("no", "neither"):
                values.append("denied")
            elif parse.dep[c] == "det" and parse.lower(c) == "any":
                values.append("hypothetical")
        return max(values, key=_RANK.__getitem__)
    return max(*values, _clause_value(parse, i), key=_RANK.__getitem__)


def _clause_value(parse: Parse, verb: int) -> str:
    """What negation, modal, condition, aspect and adverbs say of a verb."""
    said = {parse.lower(c) for c in parse.children[verb]}
    auxes = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
    values = ["denied" if _negated(parse, verb) else "happened", _modal(parse, verb)]
    if _conditional(parse, verb):
        values.append("hypothetical")
    if said & _set("maybe") or said & _set("unsaid"):
        values.append("possible")
    if any(parse.dep[c] in ("nsubj", "nsubjpass") and _generic(parse, c) for c in parse.children[verb]):
        values.append("hypothetical")
    if "would" in said and values[1] == "hypothetical" and _reported(parse, verb) and "have" not in said:
        values[1] = "planned"
    infinitive = any(parse.lower(c) == "to" and parse.tag[c] == "TO" for c in auxes)
    if infinitive and parse.dep[verb] in ("advcl", "acl", "relcl", "xcomp", "ROOT", "ccomp"):
        governor = parse.lemma[parse.head[verb]].lower()
        if governor not in _set("known", "verbs") and not {"have", "has"} & said:
            values.append("planned")
    if parse.tag[verb] == "VBG" and any(parse.lower(c) in ("is", "are", "am", "'s", "'re") for c in auxes):
        values.append("planned" if _later(parse, verb) else "ongoing")
    if parse.tag[verb] in ("VBZ", "VBP") and any(parse.lower(t) in _set("habit") for t in _near(parse, verb)):
        values.append("ongoing")
    return max(values, key=_RANK.__getitem__)


def _generic(parse: Parse, noun: int) -> bool:
    if parse.lower(noun) in _set("any") or parse.lower(parse.left[noun]) == "any":
        return True
    verb = parse.head[noun]
    return (
        parse.tag[noun] in ("WP", "WDT")
        and parse.dep[verb] == "relcl"
        and (parse.lower(parse.head[verb]) in _set("any") or parse.lower(parse.left[parse.head[verb]]) == "any")
    )


def _near(parse: Parse, verb: int) -> range:
    return range(max(parse.left[verb], verb - 12), min(parse.right[verb], verb + 12))


def _later(parse: Parse, verb: int) -> bool:
    return any(parse.lower(t) in _set("future") for t in range(verb, min(parse.right[verb], verb + 12)))


def _reported(parse: Parse, verb: int) -> bool:
    """Is the verb in the content of a past statement: "said the talks would resume"?"""
    head = parse.head[verb]
    return parse.dep[verb] == "ccomp" and parse.lemma[head] in _set("speech") and parse.tag[head] in ("VBD", "VBN")


def _definite(parse: Parse, noun: int) -> bool:
    return any(
        parse.dep[c] == "poss"
        or (parse.dep[c] == "det" and parse.lower(c) in ("the", "this", "that", "these", "those"))
        for c in parse.children[noun]
    )


def _above(parse: Parse, at: int, head: int, first: bool) -> tuple[str, bool]:
    """What the word above `at` says of it ("flip": it happened after all), and whether to go on upwards."""
    dep, lemma = parse.dep[at], parse.lemma[head].lower()
    noun = parse.pos[at] not in _VERBAL
    if dep in ("relcl", "appos", "parataxis", "punct", "intj"):
        return ("hypothetical" if dep == "relcl" and parse.lower(parse.left[head]) == "any" else "happened"), False
    if dep == "conj":
        base = parse.tag[at] == "VB" and not noun and parse.pos[head] in _VERBAL
        if base and not any(parse.tag[c] == "MD" for c in parse.children[at]):
            return _clause_value(parse, head), True
        return "happened", noun or parse.child(at, "nsubj", "nsubjpass") is None or parse.dep[head] == "ccomp"
    if dep == "prep":
        if parse.pos[head] in _VERBAL:
            return _object_of(parse, at, head, True)
        return _table("nouns").get(lemma, "happened"), lemma not in ("investigation", "probe", "wake")
    if dep in ("pobj", "pcomp"):
        without = parse.lower(head) in _set("without")
        return ("denied" if without else "happened"), not without
    if dep == "advcl":
        infinitive = any(parse.tag[c] == "TO" for c in parse.children[at])
        if not infinitive:
            stopped = any(parse.lower(c) == "before" for c in parse.children[at]) and _modal(parse, at) == "possible"
            return ("denied" if stopped else "happened"), False
        return _verb_above(parse, at, head), True
    if dep == "csubj" or dep in ("nsubj", "nsubjpass"):
        return _subject_of(parse, at, head, dep)
    if parse.pos[head] in _VERBAL:
        return _object_of(parse, at, head, noun)
    return _table("nouns").get(lemma, _table("predicates").get(lemma, "happened")), True


def _subject_of(parse: Parse, noun: int, verb: int, dep: str) -> tuple[str, bool]:
    lemma = parse.lemma[verb].lower()
    said = [lemma] if lemma != "be" else [parse.lower(c) for c in parse.childs(verb, "acomp", "attr", "prep", "advmod")]
    if parse.lemma[verb] == "call" and parse.child(verb, "prt") is not None:
        said.append("call-off")
    found = [v for s in said if (v := _table("predicates").get(s)) and (lemma == "be" or dep != "csubj")]
    if lemma in ("schedule", "expect", "plan", "threaten", "fear", "propose", "demand", "announce") and dep == "nsubj":
        found = []
    if found:
        return max(found, key=_RANK.__getitem__), False
    if lemma in _set("light") or not _definite(parse, noun):
        return _clause_value(parse, verb), True
    return "happened", False


def _object_of(parse: Parse, at: int, verb: int, noun: bool) -> tuple[str, bool]:
    lemma = parse.lemma[verb].lower()
    value = _verb_above(parse, at, verb)
    negated = _negated(parse, verb)
    if (negated and value == "denied" and lemma in _set("implicative_no")) or (negated and lemma == "hesitate"):
        return "flip", False
    if value == "denied" and negated:
        return "possible", False
    if noun and lemma not in _set("light") and _definite(parse, at):
        return value, value == "happened" and lemma in _set("light")
    if parse.dep[at] == "ccomp" and (lemma in _set("speech") or any(parse.tag[c] == "WP" for c in parse.children[at])):
        return ("denied" if negated and lemma in ("believe", "think", "suggest", "show") else value), False
    if value != "happened" and not noun and lemma not in ("want",):
        return value, True
    return max(value, _clause_value(parse, verb), key=_RANK.__getitem__), True


def _verb_above(parse: Parse, at: int, verb: int) -> str:
    """What a governing verb says of its object, complement or purpose."""
    lemma, noun = parse.lemma[verb].lower(), parse.pos[at] not in _VERBAL
    passive = parse.child(verb, "auxpass", "nsubjpass") is not None
    if noun and lemma in _set("words", "clause_only") and parse.dep[at] == "dobj":
        return "happened"
    if parse.lower(at) == "from" and lemma in _set("words", "from_only"):
        return "denied"
    if lemma == "call" and parse.lower(at) not in ("for", "on", "upon") and parse.dep[at] == "prep":
        return "happened"
    if parse.lemma[at] in _set("nouns", "reject_reports") and lemma in _set("verbs", "reject_reports"):
        return "denied"
    if lemma in ("halt", "keep", "rule") and not (lemma == "rule" and parse.child(verb, "prt") is not None):
        return "happened"
    if passive and lemma in _table("passive"):
        return "possible"
    return _table("verbs").get(lemma, "happened").replace("known", "happened")


def _verb_tense(parse: Parse, verb: int) -> Tense | None:
    auxes = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
    said = {parse.lower(c) for c in auxes}
    head = parse.head[verb]
    if parse.dep[verb] in ("xcomp", "ccomp") and parse.tag[verb] == "VB" and head != verb:
        lemma = parse.lemma[head].lower()
        if lemma in _set("implied"):
            return _verb_tense(parse, head)
    if parse.dep[verb] == "advcl" and _conditional(parse, verb):
        return "future" if parse.tag[verb] in ("VBP", "VBZ", "VB") else "past"
    if said & {"will", "shall", "'ll", "wo"} or ("would" in said and "have" not in said):
        return "future"
    if parse.tag[verb] in ("VBD", "VBN") or said & {"did", "had", "was", "were", "have", "has", "having"}:
        return "past"
    if any(parse.tag[c] == "TO" for c in auxes) or any(parse.tag[c] == "MD" for c in auxes):
        return "future"
    if parse.tag[verb] in ("VBZ", "VBP") or said & {"is", "are", "am"}:
        return "future" if _later(parse, verb) else "present"
    if parse.dep[verb] in ("xcomp", "pcomp", "ccomp", "advcl", "conj") and parse.pos[parse.head[verb]] in _VERBAL:
        return _verb_tense(parse, parse.head[verb])
    return "past" if parse.tag[verb] == "VBG" else None
