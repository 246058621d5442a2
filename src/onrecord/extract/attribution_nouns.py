"""Nouns and adjectives that introduce words: "assurances from X that …", "criticism of …", "is concerned that …"."""

from __future__ import annotations

from onrecord.extract.attribution_found import Found, verb_cue
from onrecord.extract.attribution_frames import marked
from onrecord.extract.attribution_kinds import opens_with_question_word
from onrecord.extract.content_words import pieces, span_words
from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.source_phrase import (
    SUBJECTS,
    agent_of,
    can_think,
    is_passive,
    is_speaker,
    is_venue,
    negated,
    source_words,
    subject_of,
)
from onrecord.model import Spans, hull, trim
from onrecord.model.statement import CueClass

_GIVER = 14
"""Most tokens between a noun and its clause: "from", "by" and a name with its office."""
_ENDS = frozenset({"the end", "the start", "the middle", "the close"})
"""What follows a "by" that says by when: "a promise of a quay by the end of 2050"."""
_STATES = frozenset({"be", "remain", "seem", "become", "sound", "appear", "feel", "stay", "look", "grow", "get"})


def noun(parse: Parse, words: Cues, i: int, lemma: str) -> Found | None:
    """The attribution of a noun: a clause or an infinitive that it takes, or a noun behind its preposition."""
    return _with_clause(parse, words, i, words.nouns.get(lemma)) or _with_thing(parse, words, i, lemma)


def _with_clause(parse: Parse, words: Cues, i: int, kind: CueClass | None) -> Found | None:
    if kind is None:
        return None
    head = next((c for c in parse.childs(i, "acl", "ccomp", "relcl") if c > i and _opened(parse, c)), None)
    rule = "noun:clause"
    if head is None:
        head, rule = _after_noun(parse, i), "noun:strayed"
    if head is None:
        return _with_colon(parse, words, i, kind)
    if is_venue(parse, words, i):
        return None
    if head is None:
        return None
    source, addressee = _parties(parse, words, i)
    if not source and not marked(parse, head):
        return None
    cue = (parse.span(i, i + 1),)
    sure = 0.72 if source else 0.55
    opens = next((t for t in range(i, parse.right[head]) if parse.lower(t) == "that"), parse.left[head])
    first = max(opens, parse.left[head]) if rule == "noun:strayed" else parse.left[head]
    content = pieces(parse, range(first, parse.right[head]))
    opening = parse.start[first]
    source = tuple(trim(parse.text, (s.start, min(s.end, opening)), " ,") if s.start < opening else s for s in source)
    return Found(i, cue, source, content, head, kind, rule, sure, addressee)


def _with_thing(parse: Parse, words: Cues, i: int, lemma: str) -> Found | None:
    """ "Criticism of the plan": what stands behind the noun's preposition."""
    for p in parse.childs(i, "prep"):
        kind = words.nouns_of.get(f"{lemma}_{parse.lower(p)}")
        thing = parse.child(p, "pobj", "pcomp")
        if kind is None or thing is None or p < i or not _raised(parse, words, i):
            continue
        source, addressee = _parties(parse, words, i)
        if not source:
            continue
        sure = 0.5 if parse.dep[thing] == "pobj" else 0.6
        content = span_words(parse, thing)
        cue = (parse.span(i, p + 1),)
        return Found(i, cue, source, content, thing, kind, "noun:thing", sure, addressee)
    return None


def _raised(parse: Parse, words: Cues, i: int) -> bool:
    """Whether a noun with an owner is itself the news: a subject, what is uttered, or without an owner.

    Deep inside a phrase it only says what else is talked about ("after his support for the bank was leaked").
    """
    uttered = parse.dep[i] == "dobj" and parse.lemma[parse.head[i]].lower() in words.uttering
    return parse.child(i, "poss") is None or parse.dep[i] in SUBJECTS or uttered


def _with_colon(parse: Parse, words: Cues, i: int, kind: CueClass) -> Found | None:
    """ "The verdict of the auditors: half the grain is gone": what stands behind the colon."""
    first, last, *_ = parse.sentence(i)
    colon = parse.right[i]
    if parse.left[i] != first or colon + 2 >= last or parse.word(colon) != ":":
        return None
    owner = next((o for p in parse.childs(i, "prep") if parse.lower(p) == "of" and (o := parse.child(p, "pobj"))), None)
    source = _owner(parse, words, i)
    if not source and owner is not None and is_speaker(parse, words, owner):
        source = source_words(parse, owner, i)
    if not source:
        return None
    head = next((t for t in range(colon + 1, last) if parse.pos[t] in ("VERB", "AUX")), colon + 1)
    content = pieces(parse, range(colon + 1, last))
    return Found(i, (parse.span(i, i + 1),), source, content, head, kind, "noun:colon", 0.6)


def _after_noun(parse: Parse, i: int) -> int | None:
    """The clause with "that" behind a noun and its giver, wherever the parser hung it.

    "Assurances from Brandt that the fleet would sail": a clause with its own subject, and only a phrase between.
    """
    for t in range(i + 1, min(i + _GIVER, parse.sentence(i).last)):
        if parse.pos[t] in ("VERB", "AUX", "PUNCT", "NUM"):
            return None
        if parse.lower(t) == "that":
            head = parse.head[t]
            own = parse.child(head, *SUBJECTS)
            return head if head > t and own is not None and own > t and parse.left[head] <= t else None
    return None


def _parties(parse: Parse, words: Cues, i: int) -> tuple[Spans, Spans]:
    """Who utters the noun and who is spoken to: its owner, "by X", "from X", or the subject of the verb it hangs on."""
    source = _owner(parse, words, i)
    giver = parse.head[i] if parse.dep[i] in ("dobj", "attr") else None
    if giver is None and parse.dep[i] == "pobj" and parse.dep[parse.head[i]] == "prep":
        giver = parse.head[parse.head[i]]
    if giver is None or parse.pos[giver] not in ("VERB", "AUX"):
        return source, ()
    lemma, subject = parse.lemma[giver].lower(), subject_of(parse, giver)
    if subject is None:
        return source, ()
    if is_passive(parse, giver):
        given = parse.dep[i] == "dobj" and lemma in words.uttering and can_think(parse, subject)
        return source, source_words(parse, subject, i) if given else ()
    if lemma in words.receiving:
        return source, source_words(parse, subject, i) if can_think(parse, subject) else ()
    speaks = lemma in words.verbs or lemma in words.opening
    carries = parse.dep[i] == "pobj" and parse.lower(parse.head[i]) == "with" and speaks
    utters = lemma in words.uttering | words.airing and parse.dep[i] != "pobj"
    if not source and (utters or carries) and is_speaker(parse, words, subject):
        source = source_words(parse, subject, i)
    return source, ()


def _owner(parse: Parse, words: Cues, i: int) -> Spans:
    """ "Dovenia's claim", "the claim by Dovenia", "assurances from Dovenia", "assurances given by Dovenia"."""
    owner = parse.child(i, "poss")
    if owner is not None:
        return (trim(parse.text, parse.span(parse.left[owner], parse.right[owner]), " "),)
    around = parse.childs(i, "prep", "agent")
    if parse.dep[i] == "dobj":
        around += parse.childs(parse.head[i], "prep", "agent")
    if parse.dep[i] == "nsubjpass" and parse.lemma[parse.head[i]].lower() in words.uttering:
        around += parse.childs(parse.head[i], "agent")
    for p in around:
        due = parse.lower(p) == "by" and parse.words(p + 1, min(p + 3, len(parse))).lower() in _ENDS
        fits = parse.lower(p) in ("from", "by", "among") and not due
        if fits and (other := parse.child(p, "pobj")) is not None and can_think(parse, other):
            return source_words(parse, other, i)
    for c in parse.childs(i, "acl"):
        if parse.tag[c] == "VBN" and (agent := agent_of(parse, c)) is not None:
            return source_words(parse, agent, i)
    return ()


def adjective(parse: Parse, words: Cues, i: int, kind: CueClass) -> Found | None:
    """The attribution of a state of mind: "is concerned that …", "was wary of the plan"."""
    verb = parse.head[i]
    predicate = parse.dep[i] in ("acomp", "oprd", "attr", "conj") and parse.lemma[verb].lower() in _STATES
    if not predicate:
        return None
    subject = subject_of(parse, verb)
    if subject is None or not is_speaker(parse, words, subject):
        return None
    head, content, sure = _state_content(parse, i)
    if head is None:
        return None
    cue = hull((verb_cue(parse, verb), parse.span(i, i + 1))) if verb < i else parse.span(i, i + 1)
    source = source_words(parse, subject, i)
    return Found(i, (cue,), source, content, head, kind, "adjective", sure, (), (), negated(parse, verb))


def passive_state(parse: Parse, words: Cues, i: int) -> Found | None:
    """A state of mind in the form of a passive: "has been concerned that …": the subject's own."""
    kind = words.adjectives.get(parse.lower(i))
    if kind is None or not is_passive(parse, i):
        return None
    subject = subject_of(parse, i)
    if agent_of(parse, i) is not None or not is_speaker(parse, words, subject) or subject is None:
        return None
    head, content, sure = _state_content(parse, i)
    if head is None:
        return None
    cue, source = (verb_cue(parse, i),), source_words(parse, subject, i)
    return Found(i, cue, source, content, head, kind, "adjective", sure, (), (), negated(parse, i))


def _state_content(parse: Parse, i: int) -> tuple[int | None, Spans, float]:
    """What a state of mind is about, head and words, and how sure: a clause, an infinitive, or a noun."""
    for c in parse.childs(i, "ccomp", "xcomp", "advcl"):
        if c > i and (parse.dep[c] != "advcl" or opens_with_question_word(parse, c)):
            return c, pieces(parse, parse.subtree(c)), 0.8 if parse.dep[c] == "ccomp" else 0.65
    for p in parse.childs(i, "prep"):
        fits = parse.lower(p) in ("about", "of", "with", "over", "at", "by", "for", "on", "to", "in")
        thing = parse.child(p, "pobj", "pcomp")
        if fits and thing is not None and p > i:
            return thing, pieces(parse, parse.subtree(thing)), 0.6
    return None, (), 0.0


def _opened(parse: Parse, c: int) -> bool:
    """Whether a clause on a noun says what the words are: with "that" or with "to"."""
    return marked(parse, c) or any(parse.tag[k] == "TO" for k in parse.childs(c, "aux"))
