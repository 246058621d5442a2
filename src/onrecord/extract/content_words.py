"""Which words are the content of an attribution: the clause or the phrase introduced, cut where others take over."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.source_phrase import JUNK, SUBJECTS
from onrecord.model import Span, Spans, trim

_CONTRAST = frozenset({"although", "though", "while", "whereas", "but", "even"})
_SHIFTED = frozenset({"would", "'d", "’d", "could", "might", "had"})
_STOPS = frozenset({".", "!", "?", ";", "-", "–", "—", "--"})
_DID = frozenset({"did", "does", "do"})
COMMAS = frozenset({",", "”", '"', "''"})
"""Marks behind which a new clause may open: a comma, or the quotation mark that stands behind one."""
QUOTE_MARKS = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'"})


def clause_words(parse: Parse, words: Cues, cue: int, head: int, subject: int | None) -> Spans:
    """The words of the clause that a cue introduces, less the cue's own phrase and what belongs to others."""
    if head in parse.ancestors(cue):
        own = set(parse.subtree(cue))
        return pieces(parse, [t for t in _kept(parse, words, cue, head) if t not in own])
    first, last = parse.left[head], parse.right[head]
    kept = [*_kept(parse, words, cue, head), *_goes_on(parse, words, cue, head)]
    if first <= cue < last:
        own = {cue, *(parse.subtree(subject) if subject is not None else [])}
        own |= {t for c in parse.children[cue] if c != head for t in parse.subtree(c)}
        return pieces(parse, [t for t in kept if t not in own])
    return pieces(parse, kept)


def _goes_on(parse: Parse, words: Cues, cue: int, head: int) -> list[int]:
    """The tokens of a clause that the parser hangs on the cue though it goes on with the content.

    With "nor" ("said it would not sell, nor will it buy"), with "that" ("but that it must buy"), or with a "would" of
    reported words ("…, and it would sue").
    """
    for c in parse.childs(cue, "conj"):
        cc = _cc(parse, c)
        if cc is None or _cue_itself(parse, words, c):
            continue
        if head < cue < cc and _still_will(parse, cue, c, cc):
            return list(range(cc, parse.right[c]))
        if cc > parse.right[head] + 1:
            continue
        nor = parse.lower(cc) == "nor" and modal(parse, c) and parse.child(head, "neg") is not None
        that = any(parse.lower(m) == "that" for m in parse.childs(c, "mark"))
        if nor or that or (parse.lower(cc) in ("and", "but") and _reported(parse, cue, c)):
            return list(range(parse.right[head], parse.right[c]))
    return []


def _still_will(parse: Parse, cue: int, c: int, cc: int) -> bool:
    """Whether a "will" behind an aside goes on with the words before it: "…, his office announced, and will meet"."""
    will = any(parse.lower(a) in ("will", "shall", "'ll", "’ll") for a in parse.childs(c, "aux"))
    return will and parse.tag[cue] == "VBD" and parse.word(cc - 1) in COMMAS and parse.child(c, *SUBJECTS) is None


def _reported(parse: Parse, cue: int, c: int) -> bool:
    """Whether a clause has the form of words reported by a cue in the past: "would" or "had" with a subject."""
    shifted = parse.tag[cue] == "VBD" and any(parse.lower(a) in _SHIFTED for a in parse.childs(c, "aux"))
    return shifted and parse.child(c, *SUBJECTS) is not None


def _cue_itself(parse: Parse, words: Cues, t: int) -> bool:
    """Whether a verb has words of its own to introduce: "nor would he say when"."""
    return parse.lemma[t].lower() in words.verbs and parse.child(t, "ccomp", "xcomp") is not None


def modal(parse: Parse, t: int) -> bool:
    """Whether a verb has a modal: "will it close"."""
    return any(parse.tag[a] == "MD" for a in parse.childs(t, "aux"))


def _kept(parse: Parse, words: Cues, cue: int, head: int) -> list[int]:
    """The tokens of the clause, from "that" on, up to where somebody else takes the floor or the writer does."""
    that = next((m for m in parse.childs(head, "mark") if m > cue and parse.lower(m) == "that"), 0)
    inside = [t for c in _broken(parse, cue, head) for t in parse.subtree(c) if t >= that]
    end = _end(parse, words, cue, head, inside)
    return [t for t in inside if t < end]


def _broken(parse: Parse, cue: int, head: int) -> list[int]:
    """The heads of a clause that the parser breaks in two: the next one begins where the first ends, with no stop."""
    heads = [head]
    for c in parse.childs(cue, "ccomp"):
        first = parse.left[c]
        if parse.pos[first] in ("DET", "PRON") and parse.word(first).istitle() and parse.word(first) != "I":
            break  # a sentence of its own
        if cue < heads[-1] < c and first == parse.right[heads[-1]] and parse.word(first - 1) not in _STOPS:
            heads.append(c)
    return heads


def _end(parse: Parse, words: Cues, cue: int, head: int, inside: list[int]) -> int:
    """One past the last token of the content."""
    for t in inside:
        if t <= max(cue, head) or t == inside[0]:
            continue
        if parse.word(t) == ";" and parse.lower(t - 1) not in ("", ","):
            return t
        if _extraposed(parse, words, cue, head, t):
            return t
        if _sums_up(parse, words, t, inside[-1]):
            return parse.left[t] - 1
        cut = _takes_over(parse, words, cue, head, t)
        if cut is not None:
            return cut
    return inside[-1] + 1


def _extraposed(parse: Parse, words: Cues, cue: int, head: int, t: int) -> bool:
    """Whether "who" goes back to the speaker, who will not be named: "said it was shut who asked not to be named"."""
    if parse.lower(t) != "who" or parse.child(cue, *SUBJECTS) is None or parse.head[t] <= t or t <= head:
        return False
    clause = range(t, parse.right[parse.head[t]])
    return any(parse.lower(k) == "anonymity" or parse.lemma[k].lower() in words.masking for k in clause)


def _sums_up(parse: Parse, words: Cues, t: int, last: int) -> bool:
    """Whether a noun behind a comma is the writer's word for all of it: "no job would go, a promise that …"."""
    first = parse.left[t]
    if parse.tag[t] != "NN" or parse.lemma[t].lower() not in words.nouns or parse.lower(first) not in ("a", "an"):
        return False
    return parse.word(first - 1) in COMMAS and parse.child(t, "relcl") is not None and parse.right[t] >= last


def _takes_over(parse: Parse, words: Cues, cue: int, head: int, t: int) -> int | None:
    """Where the clause of `t` is no part of the content but the next cue: the token at which the content ends."""
    if parse.pos[t] != "VERB" or t <= head:
        return None
    if _own_deed(parse, cue, head, t) or _falls_silent(parse, words, cue, t):
        return _before_conjunction(parse, t)
    if head < cue < t and _next_clause(parse, cue, t):
        return _before_conjunction(parse, t)
    lemma, dep = parse.lemma[t].lower(), parse.dep[t]
    if dep == "conj" and lemma in words.withholding and _conjunction(parse, t) == "but":
        bare = parse.child(t, *SUBJECTS, "aux") is None and parse.tag[t] == parse.tag[cue]
        not_done = parse.child(t, "neg") is not None and any(parse.lower(a) in _DID for a in parse.childs(t, "aux"))
        return _before_conjunction(parse, t) if bare or (not_done and parse.child(t, *SUBJECTS) is None) else None
    if lemma not in words.verbs and lemma not in words.things and lemma not in words.naming:
        return None
    first = parse.left[t]
    opens = parse.lower(first)
    if dep == "advcl" and opens in _CONTRAST and parse.child(t, *SUBJECTS) is not None:
        return first
    if dep == "advcl" and parse.tag[t] == "VBG" and first == t and parse.word(first - 1) in COMMAS:
        return first - 1 if parse.child(t, "ccomp", "dobj", "prep") is not None else None
    if lemma in words.weak:
        return None
    if joined_cue(parse, words, t) == cue:
        return _before_conjunction(parse, t)
    if dep == "conj" and parse.child(t, *SUBJECTS) is not None and _conjunction(parse, t) == "but" and _says(parse, t):
        return _before_conjunction(parse, t)
    return None


def _own_deed(parse: Parse, cue: int, head: int, t: int) -> bool:
    """Whether a verb is what the speaker does besides, as its form shows: "said she would resign and left the room"."""
    bare = parse.dep[t] == "conj" and parse.head[t] == head and parse.child(t, *SUBJECTS, "aux", "auxpass") is None
    finite = parse.tag[t] in ("VBD", "VBZ") and parse.tag[head] == "VB"
    return bare and finite and (parse.tag[t] == parse.tag[cue] or parse.pos[cue] == "NOUN")


def _falls_silent(parse: Parse, words: Cues, cue: int, t: int) -> bool:
    """Whether a verb says that no more was said: "did not say who had paid and declined to comment"."""
    bare = parse.dep[t] == "conj" and parse.tag[t] == "VBD" and parse.child(t, *SUBJECTS, "aux") is None
    said = parse.child(t, "xcomp")
    past = parse.tag[cue] == "VBD" or any(parse.lower(a) == "did" for a in parse.childs(cue, "aux"))
    silent = said is not None and parse.lemma[said].lower() in words.answering | words.verbs.keys()
    return bare and past and silent and parse.lemma[t].lower() in words.refusing


def _next_clause(parse: Parse, cue: int, t: int) -> bool:
    """Whether a clause behind a cue that closes its own is the writer's again: "…, he said, and the ferry left"."""
    cc = _cc(parse, t)
    if cc is not None and parse.lower(cc) == "nor" and modal(parse, t):
        return False
    ours = parse.dep[t] == "conj" and parse.head[t] < cue and parse.child(t, *SUBJECTS) is not None
    return (
        ours and cc is not None and cc > cue and parse.word(cc - 1) in COMMAS and parse.word(cc + 1) not in QUOTE_MARKS
    )


def joined_cue(parse: Parse, words: Cues, t: int) -> int | None:
    """The cue that a verb of speech goes on with: "acknowledged that the dam leaked but insisted it was safe".

    The parser hangs it on the first content; it has no subject and the form of the cue, or follows a comma as a
    participle ("said the dam was safe, pointing out that …").
    """
    said = parse.head[t]
    cue = parse.head[said]
    participle = parse.dep[t] == "advcl" and parse.tag[t] == "VBG" and parse.word(parse.left[t] - 1) in COMMAS
    if participle and parse.dep[said] == "ccomp" and cue < said < t and parse.lemma[cue].lower() in words.verbs:
        return cue
    if parse.dep[t] != "conj" or parse.dep[said] not in ("ccomp", "xcomp") or parse.child(t, *SUBJECTS) is not None:
        return None
    withheld = parse.lemma[t].lower() in words.withholding and _conjunction(parse, t) == "but"
    if withheld and parse.tag[t] == parse.tag[cue] and parse.child(t, "aux", "auxpass") is None:
        return cue
    helper = parse.child(t, "aux")
    if helper is not None:
        return cue if _same_helper(parse, words, t, cue, said) else None
    speaks = parse.lemma[t].lower() in words.speaking and parse.lemma[cue].lower() in words.verbs
    same_form = parse.tag[t] == parse.tag[cue] and parse.child(t, "ccomp", "dobj", "xcomp", "prep") is not None
    return cue if speaks and same_form else None


def _same_helper(parse: Parse, words: Cues, t: int, cue: int, said: int) -> bool:
    """Whether a verb shares "has" or "had" with the cue, not with the content: "has said it will, and has accused"."""
    forms = [{parse.lower(c) for c in parse.childs(v, "aux")} & {"has", "have", "had"} for v in (t, cue, said)]
    lemma = parse.lemma[t].lower()
    known = lemma in words.verbs or lemma in words.things or lemma in words.naming
    return known and bool(forms[0]) and forms[0] == forms[1] and not forms[2]


def _says(parse: Parse, t: int) -> bool:
    """Whether a verb stands in for a whole statement: "but Dorrim denies this"."""
    thing = parse.child(t, "dobj")
    return thing is not None and parse.lower(thing) in ("this", "that", "it", "claim", "claims", "report", "reports")


def _conjunction(parse: Parse, t: int) -> str:
    cc = _cc(parse, t)
    return parse.lower(cc) if cc is not None else ""


def _cc(parse: Parse, t: int) -> int | None:
    """The "and" or "but" before a conjunct."""
    joined = [c for c in parse.childs(parse.head[t], "cc") if c < t]
    return joined[-1] if joined else None


def _before_conjunction(parse: Parse, t: int) -> int:
    cc = _cc(parse, t)
    return cc if cc is not None else parse.left[t]


def span_words(parse: Parse, head: int) -> Spans:
    """All that hangs on `head`, as one run."""
    return (trim(parse.text, parse.span(parse.left[head], parse.right[head]), JUNK),)


def words_from(spans: Spans, at: int) -> Spans:
    """What of the spans lies behind a character.

    >>> words_from((Span(0, 4), Span(6, 9)), 7)
    (Span(start=7, end=9),)
    """
    return tuple(Span(max(s.start, at), s.end) for s in spans if s.end > at)


def pieces(parse: Parse, tokens: Iterable[int]) -> Spans:
    """The runs of neighbouring tokens as spans, trimmed of marks and commas; runs without a word are dropped."""
    found = []
    run: list[int] = []
    for t in [*sorted(tokens), -2]:
        if run and t != run[-1] + 1:
            span = trim(parse.text, parse.span(run[0], run[-1] + 1), JUNK)
            if any(ch.isalnum() for ch in span.of(parse.text)):
                found.append(span)
            run = []
        run.append(t)
    return tuple(found)
