"""Verbs that introduce a clause: "said that", "was told by", "promised to", "asked him to", "fears losing"."""

from __future__ import annotations

from onrecord.extract.attribution_found import Found, verb_cue
from onrecord.extract.attribution_frames import Clause, clause_of, inverted_speaker
from onrecord.extract.attribution_kinds import declared
from onrecord.extract.attribution_relays import beside_citing, citing, mouthpiece, quoted_aside
from onrecord.extract.content_words import clause_words, joined_cue, pieces, words_from
from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.source_phrase import (
    JUNK,
    SUBJECTS,
    addressee_of,
    agent_of,
    can_think,
    is_passive,
    is_speaker,
    issuer_of,
    negated,
    noun_beside,
    quoting_verb,
    source_words,
    subject_of,
    venue_of,
)
from onrecord.model import Span, Spans, hull, trim

_RESUMING = frozenset({"that", "when", "where", "if", "unless", "because", "until"})
"""Words that open a clause on what was said, behind a comma and whoever said it."""


def verb_with_clause(parse: Parse, words: Cues, i: int, lemma: str) -> Found | None:
    """The attribution of a verb with a clause: what is said, or what somebody is asked or means to do."""
    if parse.dep[i] in ("aux", "auxpass", "amod") or (
        beside_citing(parse, i) and parse.lemma[parse.head[i]].lower() in words.speaking
    ):
        return None
    clause = clause_of(parse, words, i, lemma)
    if clause is None:
        return None
    passive = is_passive(parse, i)
    above = joined_cue(parse, words, i)
    subject = subject_of(parse, i if above is None else above)
    if clause.rule == "verb:inverted":
        behind = inverted_speaker(parse, i)
        subject = behind if behind is not None else subject
    if not _holds(parse, words, i, clause, subject, passive):
        return None
    cited = citing(parse, words, i, subject) if not passive else None
    source = source_words(parse, cited, i) if cited is not None else _speaker(parse, words, i, subject, passive)
    if not source and not passive and parse.tag[i] in ("VBD", "VBZ") and clause.head > i and subject is None:
        beside = noun_beside(parse, i)
        source = source_words(parse, beside, i) if beside is not None and beside < i else ()
    sure = clause.confidence
    if not source and not passive and parse.dep[i] not in ("advcl", "csubj", "pcomp"):
        sure -= 0.2
    told = tuple(s for s in _spoken_to(parse, words, i, subject, passive) if not any(s.overlaps(o) for o in source))
    through = _through(parse, i) if cited is None or subject is None else source_words(parse, subject, i)
    through = through or mouthpiece(parse, words, i)
    content = _content(parse, words, i, clause, subject, passive)
    content = tuple(p for p in content if not any(p.overlaps(o) and p.start > parse.end[i] for o in through))
    source = tuple(_before(parse, s, content) for s in source)
    not_said = negated(parse, i) or _refused(parse, words, i) or _refuses(words, clause, lemma)
    return Found(
        i, (_cue(parse, words, i, clause),), source, content, clause.head,
        clause.kind, clause.rule, sure, told, venue_of(parse, words, i),
        not_said, through,
    )  # fmt: skip


def _cue(parse: Parse, words: Cues, i: int, clause: Clause) -> Span:
    """The words of the cue; with the verb above them where only both say what was done: "declined to say"."""
    clear = declared(parse, i)
    if clear is not None:
        return hull((verb_cue(parse, i), parse.span(clear, clear + 1)))
    above = parse.head[i]
    both = _refused(parse, words, i) or (clause.kind == "ask" and parse.lemma[above].lower() == "want")
    return hull((verb_cue(parse, above), verb_cue(parse, i))) if both and above < i else verb_cue(parse, i)


def _refused(parse: Parse, words: Cues, i: int) -> bool:
    """Whether a verb is what somebody will not do: "declined to say"."""
    to = any(parse.tag[a] == "TO" for a in parse.childs(i, "aux"))
    return (
        to
        and parse.dep[i] == "xcomp"
        and parse.lower(parse.head[i] - 1) != "not"
        and parse.lemma[parse.head[i]].lower() in words.refusing
    )


def _refuses(words: Cues, clause: Clause, lemma: str) -> bool:
    """Whether a verb says that its infinitive will not be done: "refused to leave"."""
    return clause.rule == "verb:infinitive" and lemma in words.refusing


def _quoted_by(parse: Parse, i: int) -> int | None:
    """Whose words stand before a cue that quotes him: "…, the agency quoted the ministry as saying"."""
    thing = parse.child(i, "dobj")
    if thing is None or parse.lemma[i] not in ("quote", "cite") or is_passive(parse, i):
        return None
    saying = [c for p in parse.childs(i, "prep") if parse.lower(p) == "as" for c in parse.childs(p, "pcomp")]
    bare = [c for c in saying if parse.child(c, "ccomp", "dobj") is None]
    return thing if bare and any(c < i for c in parse.childs(i, "ccomp")) else None


def _through(parse: Parse, i: int) -> Spans:
    """Which outlet quotes: "the Post quoted him as saying", "was quoted by the Post as saying"."""
    subject = parse.child(i, *SUBJECTS)
    aside = (
        next((c for c in parse.childs(subject, "acl") if quoted_aside(parse, c)), None) if subject is not None else None
    )
    agent = agent_of(parse, aside) if aside is not None else None
    if agent is not None:
        return source_words(parse, agent, i)
    quoting = quoting_verb(parse, i)
    if quoting is None and (is_passive(parse, i) or _quoted_by(parse, i) is not None):
        quoting = i
    if quoting is None or parse.lemma[quoting] not in ("quote", "cite"):
        return ()
    if quoting == i and not is_passive(parse, i) and _quoted_by(parse, i) is None:
        return ()
    outlet = agent_of(parse, quoting) if is_passive(parse, quoting) else subject_of(parse, quoting)
    for p in parse.childs(quoting, "prep"):
        saying = parse.child(p, "pcomp")
        outlet = agent_of(parse, saying) if outlet is None and saying is not None else outlet
    return source_words(parse, outlet, quoting) if outlet is not None else ()


def _holds(parse: Parse, words: Cues, i: int, clause: Clause, subject: int | None, passive: bool) -> bool:
    """Whether the clause is somebody's: no order to the reader, no wish of a thing."""
    if subject is None and not passive and parse.dep[i] == "ROOT" and parse.tag[i] == "VB":
        return False
    return clause.rule not in ("verb:asked", "verb:infinitive") or passive or is_speaker(parse, words, subject)


def _content(parse: Parse, words: Cues, i: int, clause: Clause, subject: int | None, passive: bool) -> Spans:
    """The words of the clause, with those before the cue or between the two that belong to it."""
    if clause.rule == "verb:inverted":
        return pieces(parse, range(parse.sentence(i).first, i - 1))
    content = clause_words(parse, words, i, clause.head, subject)
    clear = declared(parse, i)
    if clear is not None and clear < clause.head:
        content = words_from(content, parse.end[clear] + 1)
    if clause.rule == "verb:asked" and not passive and parse.lemma[i].lower() not in words.telling:
        content = (*_asked(parse, i, clause.head), *content)
    if clause.rule == "verb:clause":
        content = (*content, *_resumed(parse, i, clause.head, subject))
        content = (*_lost_subject(parse, words, i, clause.head), *content)
    if clause.rule == "verb:raised" and subject is not None:
        content = (*clause_words(parse, words, i, subject, None), *content)
    return words_from(
        tuple(sorted((*_front(parse, i, clause.head, subject), *content))), _relative_at(parse, i, subject)
    )


def _relative_at(parse: Parse, i: int, subject: int | None) -> int:
    """Where the relative clause starts that a cue interrupts: "the clerk, who, she said, had lied"; 0 without one."""
    if subject is None or not subject < i or parse.word(parse.left[subject] - 1) != ",":
        return 0
    before = parse.left[subject] - 2
    if before < 0 or not (parse.tag[before] in ("WDT", "WP", "WP$") or parse.lower(before) == "that"):
        return 0
    while parse.head[before] < before and parse.right[parse.head[before]] == parse.right[before]:
        before = parse.head[before]
    return parse.start[parse.left[before]]


def _before(parse: Parse, source: Span, content: Spans) -> Span:
    """The words of a source up to where those of the content go on."""
    ends = [p.start for p in content if source.start < p.start < source.end]
    return trim(parse.text, (source.start, min(ends)), JUNK) if ends else source


def _resumed(parse: Parse, i: int, head: int, subject: int | None) -> Spans:
    """The clause behind a speaker that goes on with words before him: "Gone are the days, says Falk, when it froze"."""
    if subject is None or not head < i < subject:
        return ()
    of_him = [t for t in parse.subtree(subject) if parse.dep[t] == "relcl"]
    for c in (*of_him, *parse.childs(i, "advcl")):
        first, own = parse.left[c], parse.child(c, *SUBJECTS)
        opens = parse.lower(first) in _RESUMING and parse.word(first - 1) == "," and own is not None
        if opens and first > subject and (parse.lower(first) == "that" or own != first):
            return pieces(parse, parse.subtree(c))
    return ()


def _front(parse: Parse, i: int, head: int, subject: int | None) -> Spans:
    """The words before a cue that interrupts: "Sooner or later," he said, "they will come"."""
    if subject is None or not parse.sentence(i).first < parse.left[subject] < i < head:
        return ()
    first, before = parse.sentence(i).first, parse.left[subject] - 1
    behind = max([i + 1, *(parse.right[c] for c in _beside(parse, i, head))])
    marks = {",", '"', "”", "''"}
    if parse.word(before) not in marks or behind >= len(parse) or parse.word(behind) not in marks:
        return ()
    if parse.pos[first] == "CCONJ":
        first += 1
    return pieces(parse, range(first, before)) if first < before else ()


def _beside(parse: Parse, i: int, head: int) -> list[int]:
    """What stands between a cue and its clause: who is told, when and where."""
    return [c for c in parse.childs(i, "dobj", "dative", "prt", "npadvmod", "prep") if i < c and parse.right[c] <= head]


def _lost_subject(parse: Parse, words: Cues, i: int, head: int) -> Spans:
    """The subject of a clause that the parse takes for the cue's object: "promised the rails would be mended"."""
    thing = parse.child(i, "dobj")
    if thing is None or parse.lemma[i].lower() in words.addressing | words.objects.keys():
        return ()
    between = {t for p in parse.childs(i, "prep") for t in parse.subtree(p)}
    joined = all(t in between for t in range(parse.right[thing], parse.left[head]))
    follows = i < thing < parse.right[thing] <= parse.left[head] and parse.child(head, *SUBJECTS) is None
    return pieces(parse, range(parse.left[thing], parse.left[head])) if follows and joined else ()


def _asked(parse: Parse, i: int, head: int) -> Spans:
    """Who is wanted to do what is asked for: "urged drivers to wait", "called on drivers to wait"."""
    thing = parse.child(i, "dobj")
    if thing is None:
        on = next((p for p in parse.childs(i, "prep") if parse.lower(p) in ("on", "upon", "for")), None)
        thing = parse.child(on, "pobj") if on is not None else None
    return pieces(parse, parse.subtree(thing)) if thing is not None and i < thing < head else ()


def _speaker(parse: Parse, words: Cues, i: int, subject: int | None, passive: bool) -> Spans:
    """Who says it: the subject, in a passive whoever stands behind "by"."""
    if passive and parse.lemma[i] in ("quote", "cite") and subject is not None:
        return source_words(parse, subject, i)
    if passive:
        agent = agent_of(parse, i)
        return source_words(parse, agent, i) if agent is not None else ()
    quoted = _quoted_by(parse, i)
    if quoted is not None:
        return source_words(parse, quoted, i)
    if subject is None or parse.pos[subject] in ("VERB", "AUX") or parse.lower(subject) == "there":
        return ()
    issuer = issuer_of(parse, words, i, subject)
    return source_words(parse, subject if issuer is None else issuer, i)


def _spoken_to(parse: Parse, words: Cues, i: int, subject: int | None, passive: bool) -> Spans:
    if not passive:
        return addressee_of(parse, words, i)
    told = subject is not None and parse.lemma[i].lower() in words.addressing and can_think(parse, subject)
    return source_words(parse, subject, i) if told and subject is not None else ()
