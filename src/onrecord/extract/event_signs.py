"""The signs in a clause that tell whether its event is real: negation, modals, conditions, questions, fiction."""

from __future__ import annotations

from functools import cache

from onrecord.extract.parse import Parse
from onrecord.lexicon import words

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = ("nsubj", "nsubjpass")


@cache
def table(name: str) -> dict[str, str]:
    """Lemma -> value, of one table of the lexicon."""
    return {lemma: value for value, lemmas in words("factuality")[name].items() for lemma in lemmas}


@cache
def listed(name: str, group: str = "signs") -> frozenset[str]:
    """The words of one list of the lexicon."""
    return frozenset(words("factuality")[group][name])


def clause_of(parse: Parse, i: int) -> int:
    """The verb of the clause in which `i` stands, `i` itself where it is one or none is above."""
    at = i
    while parse.pos[at] not in VERBAL and parse.head[at] != at:
        at = parse.head[at]
    return at if parse.pos[at] in VERBAL else i


def negated(parse: Parse, verb: int) -> bool:
    """Whether a verb is negated: by an adverb, by "no" in its subject or object, by "have yet to"."""
    said = set()
    for c in parse.children[verb]:
        said.add(parse.lower(c))
        if parse.dep[c] == "neg" or (parse.dep[c] in ("advmod", "preconj") and parse.lower(c) in listed("not")):
            return True
        if parse.dep[c] in (*SUBJECTS, "dobj", "attr") and _none(parse, c):
            return True
    have = parse.head[verb]
    yet = "yet" in said or any(parse.lower(c) == "yet" for c in parse.childs(have, "advmod"))
    return yet and parse.dep[verb] == "xcomp" and parse.lemma[have] == "have"


def _none(parse: Parse, noun: int) -> bool:
    if parse.lower(noun) in listed("no"):
        return True
    first = parse.left[noun]
    return parse.lower(first) in ("no", "not", "none", "neither") and first != noun


def modal(parse: Parse, verb: int) -> str:
    """The value of the verb's modal; "happened" without one."""
    for c in parse.children[verb]:
        if parse.dep[c] in ("aux", "auxpass") and parse.tag[c] == "MD":
            return table("modals").get(parse.lower(c), "possible")
    return "happened"


def conditional(parse: Parse, verb: int) -> bool:
    """Whether the verb's clause begins with "if" or the like."""
    return any(parse.dep[c] in ("mark", "advmod") and parse.lower(c) in listed("if") for c in parse.children[verb])


def after_if(parse: Parse, i: int) -> bool:
    """Whether "if", "unless" or "lest" opens the words before `i`, back to the comma: where the parse fails, too."""
    first = max(parse.sentence(i).first, i - 10)
    for t in range(i - 1, first - 1, -1):
        if parse.lower(t) in (",", ";", ":", '"', ".", "”", "“"):
            return False
        if parse.lower(t) in listed("surely_if"):
            return True
    return False


def asked(parse: Parse, i: int) -> bool:
    """Whether `i` stands in a question."""
    first, last, *_ = parse.sentence(i)
    marks = [t for t in range(max(i, first), min(last, i + 40)) if parse.word(t) in ("?", ".", ";", "!")]
    if not marks or parse.word(marks[0]) != "?":
        return False
    return all(parse.dep[a] not in ("relcl", "advcl", "acl") for a in (i, *parse.ancestors(i)))


def generic(parse: Parse, noun: int) -> bool:
    """Whether a noun means whichever there may be: "any ship", "whoever"."""
    if parse.lower(noun) in listed("any") or parse.lower(parse.left[noun]) == "any":
        return True
    verb = parse.head[noun]
    above = parse.head[verb]
    relative = parse.tag[noun] in ("WP", "WDT") and parse.dep[verb] == "relcl"
    return relative and (parse.lower(above) in listed("any") or parse.lower(parse.left[above]) == "any")


def fiction(parse: Parse, verb: int) -> bool:
    """Whether a clause tells what a novel, a drill or a made-up actor does: "in the film, rebels storm a palace"."""
    present = parse.tag[verb] in ("VBZ", "VBP", "VBG")
    for c in parse.children[verb]:
        if parse.dep[c] in SUBJECTS:
            if any(table("adjectives").get(parse.lower(a)) == "hypothetical" for a in parse.childs(c, "amod")):
                return True
            if present and parse.lemma[c].lower() in listed("fiction"):
                return True
        within = parse.dep[c] == "prep" and parse.lower(c) in ("in", "on") and (present or c < verb)
        inside = parse.childs(c, "pobj") if within else []
        if any(parse.lemma[o].lower() in listed("fiction") for o in inside):
            return True
    return False


def whenever(parse: Parse, verb: int) -> bool:
    """Whether a plain present tells what is done when something else is: "troops leave when they are asked to"."""
    if parse.tag[verb] not in ("VBZ", "VBP") or any(parse.dep[c] in ("aux", "auxpass") for c in parse.children[verb]):
        return False
    return any(
        {parse.tag[t] for t in (c, *parse.childs(c, "aux", "auxpass"))} & {"VBZ", "VBP"}
        and any(parse.lower(m) in ("when", "whenever", "if") for m in parse.children[c])
        for c in parse.childs(verb, "advcl")
    )


def to_come(parse: Parse, clause: int) -> str:
    """What a clause after a noun says of it: "talks that were to open" are planned, "drills due to end" go on."""
    lemmas = {parse.lemma[c] for c in parse.childs(clause, "xcomp") if infinitive(parse, c)}
    if parse.lemma[clause] not in listed("due") or not lemmas:
        return "happened"
    return "planned" if lemmas & listed("starting") else "ongoing" if lemmas & listed("ending") else "happened"


def was_able(parse: Parse, head: int) -> bool:
    """Whether "was able to" says that it was done."""
    verb = parse.head[head]
    return parse.lemma[head] == "able" and parse.tag[verb] == "VBD" and not negated(parse, verb)


def definite(parse: Parse, noun: int) -> bool:
    """Whether a noun has a definite article, a demonstrative or a possessor."""
    return any(
        parse.dep[c] == "poss"
        or (parse.dep[c] == "det" and parse.lower(c) in ("the", "this", "that", "these", "those"))
        for c in parse.children[noun]
    )


def infinitive(parse: Parse, verb: int) -> bool:
    """Whether a verb has "to" before it."""
    return any(parse.tag[c] == "TO" for c in parse.children[verb])


def near(parse: Parse, verb: int) -> range:
    """The tokens of the verb's clause next to it."""
    return range(max(parse.left[verb], verb - 12), min(parse.right[verb], verb + 12))


def later(parse: Parse, verb: int) -> bool:
    """Whether the words after the verb name a time to come."""
    return any(parse.lower(t) in listed("future") for t in range(verb, min(parse.right[verb], verb + 12)))


def reported(parse: Parse, verb: int) -> bool:
    """Whether the verb stands in the content of a past statement: "said the talks would resume"."""
    head = parse.head[verb]
    return parse.dep[verb] == "ccomp" and parse.lemma[head] in listed("speech") and parse.tag[head] in ("VBD", "VBN")
