"""Whose words they are: the phrase of a source, the subject of a verb, who is spoken to and where."""

from __future__ import annotations

from functools import cache

from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.roles import profile
from onrecord.lexicon import words as lexicon_words
from onrecord.model import Span, Spans, trim

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
JUNK = " \t\r\n,;:.\"“”„«»'‘’`-–—"
_PHRASE = frozenset({"prep", "appos", "conj", "cc", "compound", "case", "nummod", "flat"})
_CLAUSES = frozenset({"acl", "relcl", "amod"})
_LONGEST = 40
"""Most tokens of a source that are kept: longer ones have swallowed a clause."""
_NO_SPEAKER = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE", "EVENT"})


def phrase(parse: Parse, i: int) -> Span:
    """The noun phrase of `i` without clauses that hang on it and without a closing comma."""
    return _noun_phrase(parse, i, _PHRASE)


def source_words(parse: Parse, i: int, cue: int) -> Spans:
    """The noun phrase of `i` with what narrows it down ("a driver who saw the crash"), without a closing comma.

    Where the cue stands in a clause on the noun ("the driver who said"), that clause stays outside, less its pronoun.
    """
    own = next((c for c in parse.children[i] if parse.left[c] <= cue < parse.right[c]), None)
    if own is None or own < i:
        return (_noun_phrase(parse, i, _PHRASE | _CLAUSES),)
    whole = _noun_phrase(parse, i, _PHRASE | _CLAUSES)
    cut = trim(parse.text, Span(whole.start, min(whole.end, parse.start[parse.left[own]])), ' ,;:\n—–-"“”')
    who = next((t for t in range(parse.left[own], cue) if parse.lower(t) in ("who", "which", "that")), None)
    relative = who is not None and parse.dep[own] == "relcl" and who - parse.left[own] < 2
    return (cut, parse.span(who, who + 1)) if relative and who is not None else (cut,)


def _noun_phrase(parse: Parse, i: int, kept: frozenset[str]) -> Span:
    first, last = parse.left[i], i + 1
    for child in parse.children[i]:
        if child > i and parse.dep[child] in kept:
            if parse.dep[child] == "cc" and not parse.childs(i, "conj"):
                continue
            if parse.right[child] - first > _LONGEST or _of_what_was_said(parse, child):
                break
            last = max(last, parse.right[child])
    return trim(parse.text, parse.span(first, last), ' ,;:\n—–-"“”')


def _of_what_was_said(parse: Parse, c: int) -> bool:
    """Whether a relative clause on a speaker is of what was said: ", when the river froze", ", that once ran here"."""
    opens = parse.left[c]
    comma = parse.lower(opens) == "that" and parse.word(opens - 1) == ","
    return parse.dep[c] == "relcl" and (comma or parse.lower(opens) in ("when", "where"))


def bare_phrase(parse: Parse, i: int) -> Span:
    """The noun phrase of `i` up to its head, with the names behind it ("the envoy, Odo Falk"); no clause."""
    beside = [c for c in parse.childs(i, "appos", "flat", "nummod") if c > i]
    aside = [parse.left[r] for c in beside for r in parse.childs(c, "relcl") if r > c]
    last = min([max([i + 1, *(parse.right[c] for c in beside)]), *aside])
    return trim(parse.text, parse.span(parse.left[i], min(last, parse.left[i] + _LONGEST)), " ,;:\n")


def subject_of(parse: Parse, verb: int) -> int | None:
    """The subject of a verb, its own or inherited through conjunction, participle, infinitive or relative clause."""
    for _ in range(4):
        subjects = parse.childs(verb, *SUBJECTS)
        named = [c for c in subjects if parse.tag[c] not in ("WP", "WDT")] or subjects
        near = [c for c in named if c < verb and not _is_time(parse, c)]
        own = near[-1] if near else named[0] if named else None
        if own is not None:
            if parse.dep[verb] == "relcl" and parse.tag[own] in ("WP", "WDT"):
                return parse.head[verb]
            return own
        dep, head = parse.dep[verb], parse.head[verb]
        if dep in ("acl", "relcl"):
            return head
        if dep in ("pcomp", "advcl") and (quoted := _quoted_as(parse, verb)) is not None:
            return quoted
        if dep == "pcomp" and parse.dep[head] == "prep" and parse.pos[parse.head[head]] == "VERB":
            verb = parse.head[head]
            continue
        if dep == "xcomp" and parse.dep[head] in ("acomp", "oprd") and _can(parse, head):
            verb = parse.head[head]
            continue
        if dep not in ("conj", "xcomp", "advcl") or head == verb:
            return None
        controller = parse.child(head, "dobj", "dative") if dep == "xcomp" else None
        if controller is not None and controller < verb and not _uses(parse, verb, head, controller):
            return controller
        subject = parse.child(head, *SUBJECTS) if controller is not None else None
        if subject is not None and parse.lower(subject) == "it" and parse.lemma[head] == "take":
            return None
        verb = head
    return None


def _is_time(parse: Parse, i: int) -> bool:
    """Whether a noun is a day or a season: "this fall", "on Monday morning"."""
    return parse.entity_of[i] >= 0 and parse.entities[parse.entity_of[i]].label in ("DATE", "TIME")


def _can(parse: Parse, i: int) -> bool:
    """Whether an adjective says of its subject that he does, can or will: "is due to announce"."""
    return parse.lower(i) in lexicon_words("cues")["persons"]["able"].split()


def _uses(parse: Parse, infinitive: int, verb: int, thing: int) -> bool:
    """Whether the object of a verb with an infinitive is only a means: "used the ceremony to warn"."""
    if (
        parse.tag[infinitive] != "VB"
        or parse.lemma[verb].lower() not in lexicon_words("cues")["persons"]["using"].split()
    ):
        return False
    return parse.pos[thing] == "NOUN" and profile(parse, thing) is None and not _personal(parse.lemma[thing].lower())


def noun_beside(parse: Parse, verb: int) -> int | None:
    """The noun right behind a verb of speech, else right before it: its subject where the parse has none."""
    first, last, *_ = parse.sentence(verb)
    for start, step in ((verb + 1, 1), (verb - 1, -1)):
        at = start
        while first <= at < last and step < 0 and parse.pos[at] in ("ADV", "AUX"):
            at += step
        if not first <= at < last or parse.pos[at] not in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"):
            continue
        while parse.head[at] != at and (parse.head[at] > verb) == (step > 0) and parse.head[at] != verb:
            if parse.pos[parse.head[at]] not in ("NOUN", "PROPN", "PRON"):
                break
            at = parse.head[at]
        if parse.pos[at] in ("NOUN", "PROPN", "PRON") and parse.tag[at] not in ("WDT", "WP"):
            return at
    return None


def _quoted_as(parse: Parse, verb: int) -> int | None:
    """Who is quoted in "quoted him as saying", "was quoted as saying"."""
    above = quoting_verb(parse, verb)
    return parse.child(above, "dobj", "nsubjpass") if above is not None else None


def quoting_verb(parse: Parse, verb: int) -> int | None:
    """The verb above "as saying": "quoted" in "quoted him as saying"."""
    head = parse.head[verb]
    if parse.dep[verb] not in ("pcomp", "advcl") or "as" not in (parse.lower(head), parse.lower(verb - 1)):
        return None
    return parse.head[head] if parse.lower(head) == "as" else head


def agent_of(parse: Parse, i: int) -> int | None:
    """The noun behind "by" in a passive or on a noun."""
    for p in parse.childs(i, "agent", "prep"):
        if parse.lower(p) == "by" and (noun := parse.child(p, "pobj")) is not None:
            return noun
    return None


def is_passive(parse: Parse, i: int) -> bool:
    """Whether a verb is passive, with an auxiliary or as a bare participle behind a noun ("a letter written by …")."""
    if parse.child(i, "auxpass", "nsubjpass") is not None:
        return True
    return parse.tag[i] == "VBN" and parse.dep[i] in ("acl", "advcl", "relcl") and parse.child(i, "aux") is None


def can_think(parse: Parse, i: int | None) -> bool:
    """Whether a subject could speak or think at all: a noun, a name or a pronoun for people."""
    if i is None:
        return False
    if parse.pos[i] == "PRON":
        return parse.lower(i) in _persons() or parse.lower(i) == "it"
    return parse.pos[i] in ("PROPN", "NOUN")


def is_speaker(parse: Parse, words: Cues, i: int | None) -> bool:
    """Whether a subject is somebody or a text that can say things: a name, people, a body, a document."""
    if i is None:
        return False
    if parse.pos[i] == "PRON" or parse.tag[i] in ("DT", "PRP"):
        return parse.lower(i) in _persons()
    if parse.entity_of[i] >= 0 and parse.entities[parse.entity_of[i]].label in _NO_SPEAKER:
        counted = parse.entities[parse.entity_of[i]].label in ("CARDINAL", "PERCENT")
        return counted and parse.dep[i] in (*SUBJECTS, "pobj")
    if parse.pos[i] == "PROPN":
        return True
    lemma = parse.lemma[i].lower()
    return parse.pos[i] == "NOUN" and (
        lemma in words.documents or parse.entity_of[i] >= 0 or profile(parse, i) is not None or _personal(lemma)
    )


@cache
def _persons() -> frozenset[str]:
    return frozenset(lexicon_words("cues")["persons"]["pronouns"].split())


@cache
def _personal(lemma: str) -> bool:
    """Whether a noun looks like one for a person: its ending says so.

    >>> _personal("gardener"), _personal("historian"), _personal("harbour")
    (True, True, False)
    """
    data = lexicon_words("cues")["persons"]
    if lemma in data["never"].split():
        return False
    return lemma in data["nouns"].split() or (len(lemma) > 5 and lemma.endswith(tuple(data["endings"].split())))


def addressee_of(parse: Parse, words: Cues, i: int) -> Spans:
    """Who is spoken to: the object of "told", "asked", or what stands behind "to"."""
    lemma = parse.lemma[i].lower()
    if lemma in words.addressing or lemma in words.objects:
        noun = parse.child(i, "dobj", "dative", "iobj")
        if noun is None and lemma in words.objects:
            asked = next((c for c in parse.childs(i, "ccomp", "xcomp") if c > i), None)
            to = asked is not None and any(parse.tag[a] == "TO" for a in parse.childs(asked, "aux"))
            noun = parse.child(asked, *SUBJECTS) if asked is not None and to and lemma not in words.raising else None
        hears = lemma in words.telling or lemma not in words.objects
        if noun is not None and (is_speaker(parse, words, noun) or (hears and _can_hear(parse, noun))):
            return (bare_phrase(parse, noun),)
    for p in parse.childs(i, "prep", "dative"):
        if parse.lower(p) == "to" and (noun := parse.child(p, "pobj")) is not None:
            return (bare_phrase(parse, noun),)
    return ()


def _can_hear(parse: Parse, i: int) -> bool:
    """Whether an object could be spoken to: a noun, a name or a pronoun for people."""
    return can_think(parse, i) or parse.lower(i) in lexicon_words("cues")["persons"]["hearers"].split()


def venue_of(parse: Parse, words: Cues, i: int) -> Spans:
    """Where the words were said: "in a statement", "on his channel"."""
    found = []
    for p in parse.childs(i, "prep"):
        noun = parse.child(p, "pobj")
        placing = parse.lower(p) in ("in", "on", "at", "during", "via", "through", "before")
        if placing and noun is not None and parse.lemma[noun].lower() in words.venues:
            found.append(trim(parse.text, parse.span(parse.left[p], _before_clause(parse, p)), JUNK))
    return tuple(found)


def is_venue(parse: Parse, words: Cues, noun: int) -> bool:
    """Whether a noun only says where a verb's words were said: "told them in a letter that …"."""
    p = parse.head[noun]
    verb = parse.head[p]
    placed = parse.dep[noun] == "pobj" and parse.lower(p) in ("in", "on", "at", "during", "via")
    return placed and parse.lemma[noun].lower() in words.venues and parse.lemma[verb].lower() in words.speaking


def _before_clause(parse: Parse, p: int) -> int:
    """Where a prepositional phrase ends, a clause with "that" inside it left out."""
    inside = range(p + 1, parse.right[p])
    return next((j for j in inside if parse.dep[j] == "mark" and parse.lower(j) == "that"), parse.right[p])


def issuer_of(parse: Parse, words: Cues, i: int, paper: int) -> int | None:
    """Who "issued a statement saying": whoever issues a paper says what it says."""
    owned = parse.child(paper, "poss") is not None
    if parse.dep[i] != "acl" or owned or parse.lemma[paper].lower() not in words.venues | words.documents:
        return None
    verb = parse.head[paper] if parse.dep[paper] == "dobj" else parse.head[parse.head[paper]]
    if parse.dep[paper] not in ("dobj", "pobj") or parse.pos[verb] != "VERB" or verb >= paper:
        return None
    issuer = subject_of(parse, verb)
    issues = parse.lemma[verb].lower() in words.uttering or parse.dep[paper] == "pobj"
    return issuer if issues and is_speaker(parse, words, issuer) and not is_passive(parse, verb) else None


def negated(parse: Parse, i: int) -> bool:
    """Whether the cue itself is negated, by an adverb or by its subject: "did not specify", "neither side said"."""
    if any(parse.dep[c] == "neg" for c in parse.children[i]):
        return True
    if parse.dep[i] == "conj" and any(parse.lower(c) == "nor" and c < i for c in parse.childs(parse.head[i], "cc")):
        return True
    subject = parse.child(i, *SUBJECTS)
    return subject is not None and parse.lower(parse.left[subject]) in ("no", "neither", "nobody", "none")
