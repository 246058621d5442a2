"""What a denial is of: the clause that it takes, or the claim that a pronoun or a noun stands for."""

from __future__ import annotations

from onrecord.extract import commissives
from onrecord.extract.antecedents import antecedent, before, main_clause
from onrecord.extract.denied import listed
from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.model import Span, Spans, Statement, hull

_VERBAL = ("VERB", "AUX")


def proposition(parse: Parse, c: int) -> bool:
    """Whether a clause is what is denied: with "that", a gerund, or simply taken by the verb."""
    that = any(parse.lower(m) == "that" for m in parse.childs(c, "mark"))
    taken, auxes = parse.dep[c] in ("xcomp", "pcomp", "ccomp"), parse.childs(c, "aux", "auxpass")
    gerund = taken and (parse.lower(auxes[0]) in ("having", "being") if auxes else parse.tag[c] == "VBG")
    return that or gerund or (parse.dep[c] == "ccomp" and parse.pos[c] in _VERBAL)


def clause_of(parse: Parse, c: int) -> Span:
    """The words of a clause without its "that"."""
    first = parse.left[c]
    marks = [m for m in parse.childs(c, "mark") if parse.lower(m) in ("that", "if", "whether")]
    whole = main_clause(parse, c, max(first, marks[0] + 1) if marks else first)
    said = next((t for t in parse.childs(c, "conj") if t > c and _says_more(parse, t)), None)
    joined = next((t for t in parse.childs(c, "cc") if said is not None and c < t < said), said)
    return whole if joined is None else Span(whole.start, min(whole.end, parse.end[joined - 1]))


def _says_more(parse: Parse, t: int) -> bool:
    """Whether a verb beside what is denied says something else: "denied that it fired and said that it would not"."""
    speaks = parse.lemma[t].lower() in commissives.listed("speech", "plain") and parse.tag[t] in ("VBD", "VBZ", "VBP")
    return speaks and parse.child(t, "ccomp", "dobj") is not None


def meant_by(parse: Parse, so_far: Draft, i: int, denier: Span) -> tuple[Spans, Statement | None] | None:
    """The claim that "this" or "the allegation" stands for."""
    target = antecedent(parse, so_far, i, denier)
    if target is None:
        return None
    first = parse.left[i]
    if parse.dep[i] == "relcl" and parse.lemma[parse.head[i]].lower() in listed("objects", "claims"):
        first = parse.left[parse.head[i]]
    elif hull(target.content).end <= parse.start[i]:
        return target.content, target  # "he said that it sank; the navy denied it"
    return before(parse, target, parse.start[first]), target
