"""What "this" or "the allegation" stands for: the claim made before it, as the words of a statement."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.model import Span, Spans, Statement, hull, trim

REACH = 3
"""Sentences back in which a claim can stand that "this" answers."""
_JUNK = ' \t\r\n,;:."“”„«»‹›–—-'
_VERBAL = ("VERB", "AUX")
_WILL = frozenset({"will", "shall", "'ll", "wo"})


def antecedent(parse: Parse, so_far: Draft, i: int, denier: Span, own: Statement | None = None) -> Statement | None:
    """The nearest claim before token `i` that somebody else makes; None where there is none within `REACH` sentences.

    `own` is the statement in which the denial itself stands.
    """
    here, at = parse.sent_of[i], parse.start[i]
    speakers = {s.speaker for s in so_far.statements if s.source and hull(s.source) == denier and s.speaker}
    best: tuple[int, int, Statement] | None = None
    for s in so_far.statements:
        told = bool(s.source) or s.cue_class == "assert"  # "has been accused of": by whomever
        if s is own or not s.content or not told or not _claims(parse, s):
            continue
        content = hull(s.content)
        tokens = parse.tokens_in(content)
        distance = here - parse.sent_of[tokens[-1]] if tokens else REACH + 1
        same = bool(s.source) and hull(s.source).of(parse.text) == denier.of(parse.text)
        same = same or (s.speaker is not None and s.speaker in speakers)
        same = same and s.cue_class != "deny"
        if _elsewhere(parse.text[content.end : at], distance):
            continue
        if content.start >= at or not 0 <= distance <= REACH or same:
            continue
        if content.end > at and not any(c.start < at for c in s.cue):
            continue
        rank = (-distance, -abs(at - content.end), s)
        if best is None or rank[:2] > best[:2]:
            best = rank
    return best[2] if best is not None else None


def _claims(parse: Parse, s: Statement) -> bool:
    """Whether a statement says something that another can deny: what is so, not what its speaker will do.

    What a denial denies in a clause of its own was claimed by somebody.
    """
    tokens = [t for span in s.content for t in parse.tokens_in(span)]
    if s.cue_class == "deny":
        return s.polarity == "+" and any(parse.pos[t] in _VERBAL for t in tokens)
    own = any(
        parse.lower(t) in ("i", "we") and any(parse.lower(c) in _WILL for c in parse.childs(parse.head[t], "aux"))
        for t in tokens
    )
    return s.cue_class not in ("doubt", "ask", "hope") and not own


def _elsewhere(between: str, distance: int) -> bool:
    """Whether what stands between a claim and its denial parts them: two paragraphs, or one and a sentence more."""
    breaks = between.count("\n\n")
    return breaks > 1 or (breaks == 1 and distance > 1)


def before(parse: Parse, statement: Statement, cut: int) -> Spans:
    """The statement's content up to code point `cut`: a claim without the clause that denies it."""
    kept = [trim(parse.text, (s.start, min(s.end, cut)), _JUNK) for s in statement.content if s.start < cut]
    return tuple(s for s in kept if s.start < s.end)


def inner_claim(parse: Parse, noun: int, phrases: bool = True) -> Span | None:
    """What a noun of saying says itself: "the claim that he sold the port"; with `phrases` also "reports of a deal"."""
    for c in parse.childs(noun, "acl", "ccomp", "relcl", "appos"):
        marks = [m for m in parse.childs(c, "mark") if parse.lower(m) == "that"]
        if not marks and parse.child(c, "nsubjpass") is not None:  # a passive has no object: "that he had been robbed"
            marks = [m for m in parse.childs(c, "dobj") if parse.lower(m) == "that"]
        if c > noun and marks and parse.pos[c] in _VERBAL:
            return main_clause(parse, c, marks[0] + 1)
    bare = next((c for c in parse.childs(noun, "acl", "relcl") if c > noun and _whole(parse, c)), None)
    if bare is not None:
        return main_clause(parse, bare, parse.left[bare])
    for prep in parse.childs(noun, "prep") if phrases else ():
        what = parse.child(prep, "pobj", "pcomp")
        if parse.lower(prep) in ("of", "about") and what is not None:
            return trim(parse.text, parse.span(parse.left[what], _end(parse, noun, what)), _JUNK)
    return None


def _whole(parse: Parse, c: int) -> bool:
    """Whether a clause without "that" lacks nothing, and so says what the noun says: "claims he sold the port"."""
    if parse.child(c, "nsubj", "nsubjpass") is None or any(parse.tag[t] in ("WDT", "WP") for t in parse.children[c]):
        return False
    finite = parse.tag[c] in ("VBD", "VBZ", "VBP") or any(
        parse.tag[a] in ("MD", "VBD", "VBZ", "VBP") for a in parse.childs(c, "aux", "auxpass")
    )
    complete = parse.child(c, "dobj", "acomp", "attr", "ccomp", "xcomp", "auxpass") is not None
    return finite and (complete or parse.lemma[c] == "be")


def _end(parse: Parse, noun: int, what: int) -> int:
    """Where the phrase behind "of" ends, a participle or an adjective that the parser hung above it counted in."""
    end = parse.right[what]
    for c in parse.childs(noun, "acl", "amod"):
        if c >= end and parse.left[c] == end and (parse.tag[c] == "VBG" or parse.pos[c] == "ADJ"):
            quoted = next((t for t in range(parse.left[c], parse.right[c]) if parse.word(t) in ('"', "“")), None)
            end = quoted if quoted is not None else parse.right[c]
    return end


def main_clause(parse: Parse, head: int, first: int) -> Span:
    """The clause of `head` from token `first` on, without what a comma and a conjunction cut off behind it."""
    last = parse.right[head]
    for c in parse.childs(head, "advcl", "parataxis", "conj"):
        cut = parse.left[c]
        if c > head and cut > head and parse.word(cut - 1) in (",", ";"):
            last = min(last, cut)
    return trim(parse.text, parse.span(first, max(last, first + 1)), _JUNK)


def asked(parse: Parse, answer: int) -> Span | None:
    """The question that the answer at a token answers, in its sentence or the one before: "Asked whether …"."""
    number = parse.sent_of[answer]
    for sentence in reversed(parse.sentences[max(0, number - 1) : number + 1]):
        for t in range(sentence.first, sentence.last):
            if parse.lemma[t].lower() == "ask" and parse.tag[t] in ("VBN", "VBD"):
                for c in parse.childs(t, "ccomp", "xcomp", "advcl"):
                    marks = [m for m in parse.childs(c, "mark", "advmod") if parse.lower(m) in ("whether", "if")]
                    if marks:
                        return main_clause(parse, c, marks[0] + 1)
                told = [
                    n for p in parse.childs(t, "prep") if parse.lower(p) == "about" for n in parse.childs(p, "pobj")
                ]
                if told and (claim := inner_claim(parse, told[0])) is not None:
                    return claim  # "when asked about reports that …"
                mark = next((m for m in range(t + 1, min(t + 4, answer)) if parse.lower(m) in ("whether", "if")), None)
                comma = next((m for m in range(mark or answer, answer) if parse.word(m) == ","), None)
                if mark is not None and comma is not None:
                    return parse.span(mark + 1, comma)
    return None
