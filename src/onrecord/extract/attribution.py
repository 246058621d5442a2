"""Attributions in one sentence: a verb, noun or adjective that introduces words, whose they are and which they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.model import Span, Spans, trim
from onrecord.model.statement import CueClass

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
CLAUSES = ("ccomp", "parataxis")
_JUNK = " \t\r\n,;:.\"“”„«»'‘’`-–—"
_SUBORDINATE = ("advcl", "prep", "pcomp", "npadvmod", "dobj", "pobj", "relcl", "acl", "attr", "oprd", "ccomp", "xcomp")


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution before it has an id. `cue_at` is the cue's main token, `head` that of the content's clause."""

    cue_at: int
    cue: Spans
    source: Spans
    content: Spans
    head: int
    cue_class: CueClass
    rule: str
    confidence: float
    addressee: Spans = ()
    venue: Spans = ()
    negated: bool = False


def attributions(parse: Parse, words: Cues) -> Iterator[Found]:
    """All attributions carried by a cue, in the order of their cues."""
    for i in range(len(parse)):
        if parse.sentence(i).part == "dateline":
            continue
        pos, lemma = parse.pos[i], parse.lemma[i].lower()
        found: Found | None = None
        if pos == "VERB":
            found = _verb(parse, words, i, lemma)
        elif pos in ("NOUN", "PROPN") and lemma in words.nouns:
            found = _noun(parse, words, i, words.nouns[lemma])
        elif pos == "ADJ" and lemma in words.adjectives:
            found = _adjective(parse, words, i, words.adjectives[lemma])
        elif lemma == "accord" or parse.lower(i) == "according":
            found = _according(parse, i)
        if found is not None and found.content:
            yield found


def phrase(parse: Parse, i: int) -> Span:
    """The noun phrase of `i` without clauses that hang on it and without a closing comma.

    The relative clause of an unnamed source ("an official who asked not to be named") stays outside.
    """
    first, last = parse.left[i], i + 1
    for child in parse.children[i]:
        if child > i and parse.dep[child] in ("prep", "appos", "conj", "cc", "compound", "case", "nummod", "flat"):
            if parse.dep[child] == "cc" and not parse.childs(i, "conj"):
                continue
            last = max(last, parse.right[child])
    return trim(parse.text, parse.span(first, last), " ,;:\n")


def _verb(parse: Parse, words: Cues, i: int, lemma: str) -> Found | None:
    """The attribution of a verb: the clause it takes, or what it asks somebody to do."""
    if parse.dep[i] in ("aux", "auxpass", "amod"):
        return None
    clause = _clause_of(parse, words, i, lemma)
    if clause is None:
        return _denied_thing(parse, words, i, lemma)
    head, kind, rule, confidence = clause
    passive = parse.child(i, "auxpass") is not None
    subject = subject_of(parse, i)
    source, addressee = _sides(parse, words, i, lemma, subject, passive)
    if not source and not passive and parse.dep[i] not in ("advcl", "csubj", "pcomp"):
        confidence -= 0.2
    content = _content(parse, i, head, subject)
    return Found(
        i, (_cue(parse, i),), source, content, head, kind, rule, confidence, addressee,
        _venue(parse, words, i), negated(parse, i),
    )  # fmt: skip


def _clause_of(parse: Parse, words: Cues, i: int, lemma: str) -> tuple[int, CueClass, str, float] | None:
    """The head of what the verb introduces, with its class; None where the verb introduces nothing."""
    kind = words.verbs.get(lemma)
    for c in parse.childs(i, *CLAUSES):
        if parse.pos[c] not in ("VERB", "AUX") and c > i and not _quoted(parse, c):
            continue
        if kind is not None:
            if lemma in words.weak and c < i:
                continue
            return c, kind, "verb:clause", 0.8 if lemma in words.weak else 0.93
        if c > i and _marked(parse, c) and _agent(parse, subject_of(parse, i)):
            return c, "say", "verb:unlisted", 0.6
    infinitive = words.infinitive.get(lemma)
    if infinitive is not None:
        for c in parse.childs(i, "xcomp", "ccomp"):
            if c > i and parse.child(c, "aux") is not None:
                return c, infinitive, "verb:infinitive", 0.85
    told = words.objects.get(lemma)
    if told is not None:
        for c in parse.childs(i, "ccomp", "xcomp"):
            if c > i and parse.pos[c] in ("VERB", "AUX"):
                return c, told, "verb:asked", 0.8
    if kind is not None and lemma in words.speaking:
        strayed = _strayed(parse, words, i)
        if strayed is not None:
            return strayed, kind, "verb:strayed", 0.85
        if parse.dep[i] in ("parataxis", "ccomp", "advcl", "dep") and parse.head[i] != i and _comma_beside(parse, i):
            return parse.head[i], kind, "verb:medial", 0.85
    return None


def _strayed(parse: Parse, words: Cues, i: int) -> int | None:
    """The clause with "that" which the parser hung below an adverbial ("said after talks began that …")."""
    last = parse.sentence(i).last
    for j in range(i + 1, last):
        if parse.dep[j] == "mark" and parse.lower(j) == "that":
            head = parse.head[j]
            owner = parse.head[head]
            if owner == head or owner <= i:
                continue
            lemma = parse.lemma[owner].lower()
            if lemma in words.verbs or lemma in words.nouns:
                return None
            return head
    return None


def _denied_thing(parse: Parse, words: Cues, i: int, lemma: str) -> Found | None:
    """A denial or an admission of a thing: "denies this", "rejected the claim"."""
    kind = words.verbs.get(lemma)
    if kind not in ("deny",) and lemma not in ("admit", "confirm", "doubt"):
        return None
    thing, subject = parse.child(i, "dobj"), subject_of(parse, i)
    if thing is None:
        thing = parse.child(i, "xcomp", "ccomp")
    if thing is None or subject is None or kind is None or not _agent(parse, subject):
        return None
    return Found(
        i, (_cue(parse, i),), (phrase(parse, subject),), _content(parse, i, thing, subject), thing, kind,
        "verb:thing", 0.75, (), _venue(parse, words, i), negated(parse, i),
    )  # fmt: skip


def _noun(parse: Parse, words: Cues, i: int, kind: CueClass) -> Found | None:
    """The attribution of a noun: "assurances from X that …", "its promise to …"."""
    head = next((c for c in parse.childs(i, "acl", "ccomp", "relcl") if c > i and _opened(parse, c)), None)
    rule = "noun:clause"
    if head is None:
        head, rule = _after_noun(parse, i), "noun:strayed"
    if head is None:
        return None
    source = _noun_source(parse, words, i)
    giver = parse.head[i] if parse.dep[i] in ("dobj", "pobj") else None
    addressee: Spans = ()
    if giver is not None and parse.pos[giver] == "VERB":
        subject = subject_of(parse, giver)
        receives = parse.lemma[giver].lower() in words.receiving
        if subject is not None and receives:
            addressee = (phrase(parse, subject),)
        elif subject is not None and not source:
            source = (phrase(parse, subject),)
    if not source and not _marked(parse, head):
        return None
    first = i
    while first - 1 in parse.children[i] and parse.dep[first - 1] in ("amod", "compound"):
        first -= 1
    content = (trim(parse.text, parse.span(parse.left[head], parse.right[head]), _JUNK),)
    return Found(i, (parse.span(i, i + 1),), source, content, head, kind, rule, 0.72 if source else 0.55, addressee)


def _after_noun(parse: Parse, i: int) -> int | None:
    """The clause with "that" behind a noun's own phrases, hung by the parser on the verb above."""
    end = parse.right[i]
    if end < parse.sentence(i).last and parse.dep[end] == "mark" and parse.lower(end) == "that":
        head = parse.head[end]
        return head if parse.left[head] == end else None
    return None


def _noun_source(parse: Parse, words: Cues, i: int) -> Spans:
    owner = parse.child(i, "poss")
    if owner is not None:
        return (trim(parse.text, _without_case(parse, owner), " "),)
    around = [*parse.childs(i, "prep", "agent")]
    verb = parse.head[i]
    if parse.dep[i] == "dobj":
        around += parse.childs(verb, "prep", "agent")
    for p in around:
        if parse.lower(p) in ("from", "by") and (noun := parse.child(p, "pobj")) is not None and _agent(parse, noun):
            return (phrase(parse, noun),)
    return ()


def _without_case(parse: Parse, i: int) -> Span:
    last = next((c for c in parse.childs(i, "case") if c > i), parse.right[i])
    return parse.span(parse.left[i], max(last, i + 1))


def _adjective(parse: Parse, words: Cues, i: int, kind: CueClass) -> Found | None:
    """The attribution of a state of mind: "is concerned that …"."""
    head = next((c for c in parse.childs(i, "ccomp") if c > i), None)
    verb = parse.head[i]
    subject = subject_of(parse, verb) if parse.dep[i] in ("acomp", "oprd", "attr") else None
    if head is None or subject is None or not _agent(parse, subject):
        return None
    content = (trim(parse.text, parse.span(parse.left[head], parse.right[head]), _JUNK),)
    cue = parse.span(verb, i + 1) if verb < i else parse.span(i, i + 1)
    source = (phrase(parse, subject),)
    return Found(i, (cue,), source, content, head, kind, "adjective", 0.75, (), (), negated(parse, verb))


def _according(parse: Parse, i: int) -> Found | None:
    """ "According to X": the rest of the clause that it stands in."""
    to = i + 1
    if to >= len(parse) or parse.lower(to) != "to":
        return None
    noun = parse.child(to, "pobj") or parse.child(i, "pobj")
    if noun is None:
        return None
    source = phrase(parse, noun)
    head = parse.head[i]
    while parse.pos[head] not in ("VERB", "AUX") and parse.head[head] != head:
        head = parse.head[head]
    own = set(parse.subtree(i))
    content = pieces(parse, [t for t in parse.subtree(head) if t not in own])
    return Found(i, (parse.span(i, to + 1),), (source,), content, head, "say", "according to", 0.85)


def subject_of(parse: Parse, verb: int) -> int | None:
    """The subject of a verb, its own or inherited through conjunction, participle, infinitive or relative clause."""
    for _ in range(4):
        own = parse.child(verb, *SUBJECTS)
        if own is not None:
            antecedent = parse.head[verb]
            if parse.dep[verb] == "relcl" and parse.tag[own] in ("WP", "WDT"):
                return antecedent
            return own
        dep, head = parse.dep[verb], parse.head[verb]
        if dep in ("acl", "relcl"):
            return head
        if dep not in ("conj", "xcomp", "advcl", "ccomp") or head == verb or (dep == "ccomp" and head > verb):
            return None
        if dep == "ccomp":
            return None
        verb = head
    return None


def _sides(
    parse: Parse, words: Cues, i: int, lemma: str, subject: int | None, passive: bool
) -> tuple[Spans, Spans]:
    """Who speaks and who is spoken to."""
    agent = None
    for p in parse.childs(i, "agent", "prep"):
        if parse.lower(p) == "by":
            agent = parse.child(p, "pobj")
    expletive = subject is not None and parse.lower(subject) in ("it", "there") and (passive or lemma in ("seem",))
    if passive:
        told: Spans = (phrase(parse, subject),) if subject is not None and lemma in words.addressing else ()
        return ((phrase(parse, agent),) if agent is not None else ()), told
    silent = subject is None or expletive or parse.pos[subject] in ("VERB", "AUX")
    source: Spans = () if subject is None or silent else (phrase(parse, subject),)
    addressee: Spans = ()
    if lemma in words.addressing or lemma in words.objects:
        noun = parse.child(i, "dobj", "dative", "iobj")
        if noun is None:
            asked = parse.child(i, "ccomp", "xcomp")
            noun = parse.child(asked, *SUBJECTS) if asked is not None and lemma in words.objects else None
        if noun is not None and parse.pos[noun] in ("NOUN", "PROPN", "PRON"):
            addressee = (phrase(parse, noun),)
    for p in parse.childs(i, "prep", "dative"):
        if parse.lower(p) == "to" and not addressee and (noun := parse.child(p, "pobj")) is not None:
            addressee = (phrase(parse, noun),)
    return source, addressee


def _venue(parse: Parse, words: Cues, i: int) -> Spans:
    found = []
    for p in parse.childs(i, "prep"):
        noun = parse.child(p, "pobj")
        placing = parse.lower(p) in ("in", "on", "at", "during", "via", "through", "before")
        if placing and noun is not None and parse.lemma[noun].lower() in words.venues:
            found.append(trim(parse.text, parse.span(parse.left[p], _before_clause(parse, p)), _JUNK))
    return tuple(found)


def _before_clause(parse: Parse, p: int) -> int:
    """Where a prepositional phrase ends, a clause with "that" inside it left out."""
    return next(
        (j for j in range(p + 1, parse.right[p]) if parse.dep[j] == "mark" and parse.lower(j) == "that"), parse.right[p]
    )


def _cue(parse: Parse, i: int) -> Span:
    """The verb with its auxiliaries, negation and particle where they stand beside it."""
    first = i
    while first > 0 and first - 1 in parse.children[i] and parse.dep[first - 1] in ("aux", "auxpass", "neg"):
        first -= 1
    last = i + 1
    if last < len(parse) and last in parse.children[i] and parse.dep[last] == "prt":
        last += 1
    return parse.span(first, last)


def _content(parse: Parse, cue: int, head: int, subject: int | None) -> Spans:
    """The words introduced: the clause's tokens less the cue's own phrase, adverbials of the cue left out."""
    if head in parse.ancestors(cue):
        own = set(parse.subtree(cue))
        return pieces(parse, [t for t in parse.subtree(head) if t not in own])
    first, last = parse.left[head], parse.right[head]
    if first <= cue < last:
        own = {cue, *(parse.subtree(subject) if subject is not None else [])}
        own |= {t for c in parse.children[cue] if c != head for t in parse.subtree(c)}
        return pieces(parse, [t for t in parse.subtree(head) if t not in own])
    tokens = range(first, last)
    return pieces(parse, list(tokens))


def pieces(parse: Parse, tokens: list[int]) -> Spans:
    """The runs of neighbouring tokens as spans, trimmed of marks and commas; runs without a word are dropped."""
    found: list[Span] = []
    run: list[int] = []
    for t in [*tokens, -2]:
        if run and t != run[-1] + 1:
            span = trim(parse.text, parse.span(run[0], run[-1] + 1), _JUNK)
            if any(ch.isalnum() for ch in span.of(parse.text)):
                found.append(span)
            run = []
        run.append(t)
    return tuple(found)


def negated(parse: Parse, i: int) -> bool:
    """Whether the cue itself is negated: "did not specify"."""
    return any(parse.dep[c] == "neg" for c in parse.children[i])


def _opened(parse: Parse, c: int) -> bool:
    """Whether a clause on a noun says what the words are: with "that" or with "to"."""
    return _marked(parse, c) or any(parse.tag[k] == "TO" for k in parse.childs(c, "aux"))


def _marked(parse: Parse, c: int) -> bool:
    return any(parse.lower(k) in ("that", "whether", "if") for k in parse.childs(c, "mark"))


def _quoted(parse: Parse, c: int) -> bool:
    return parse.left[c] > 0 and parse.text[parse.start[parse.left[c]]] in "\"“„«`"


def _comma_beside(parse: Parse, i: int) -> bool:
    """Whether the cue's phrase is set off by commas or marks from the clause that it stands in."""
    first, last = parse.left[i], parse.right[i]
    before = parse.word(first - 1) if first else ""
    after = parse.word(last) if last < len(parse) else ""
    own = {parse.word(first), parse.word(last - 1)}
    return bool({before, after, *own} & {",", '"', "”", "“", "''", "``"})


def _agent(parse: Parse, i: int | None) -> bool:
    """Whether a subject can speak or think: a name, a pronoun for people, or a noun of the kind."""
    if i is None:
        return False
    if parse.pos[i] == "PRON":
        return parse.lower(i) in ("he", "she", "they", "i", "we", "who", "it", "you", "someone", "many", "some", "one")
    return parse.pos[i] in ("PROPN", "NOUN")
