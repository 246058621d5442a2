"""Attributions without a verb of saying: "according to X", "in the words of X", "per X"."""

from __future__ import annotations

from onrecord.extract.attribution_found import Found
from onrecord.extract.attribution_relays import according_to, relayed
from onrecord.extract.content_words import QUOTE_MARKS, pieces
from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.source_phrase import JUNK, SUBJECTS, is_speaker, source_words
from onrecord.model import Span, trim


def according(parse: Parse, words: Cues, i: int) -> Found | None:
    """ "According to X": the rest of the clause that it stands in."""
    to, noun = i + 1, according_to(parse, i)
    if noun is None or relayed(parse, words, i) is not None:
        return None
    top = i if parse.head[to] == i or parse.head[i] != to else to
    return _framed(parse, words, (i, to), top, noun)


def in_the_words(parse: Parse, words: Cues, i: int) -> Found | None:
    """ "In the words of X", "in the view of X", "in X's view": the rest of the clause that it stands in."""
    voice = parse.child(i, "pobj")
    if voice is None or parse.lower(voice) not in words.voicing or parse.left[voice] != i + 1:
        return None
    owner = parse.child(voice, "poss")
    if owner is not None:
        mine = parse.tag[owner] == "PRP$" and parse.lower(owner) in ("my", "our", "your")
        return None if mine or not _may_own(parse, words, owner) else _framed(parse, words, (i, voice), i, owner)
    of = next((p for p in parse.childs(voice, "prep") if parse.lower(p) == "of"), None)
    owner = parse.child(of, "pobj") if of is not None and parse.lower(i + 1) == "the" else None
    if of is None or owner is None or not is_speaker(parse, words, owner):
        return None
    return _framed(parse, words, (i, of), i, owner)


def _may_own(parse: Parse, words: Cues, owner: int) -> bool:
    return parse.tag[owner] == "PRP$" or is_speaker(parse, words, owner)


def per(parse: Parse, words: Cues, i: int) -> Found | None:
    """ "Per the port authority" behind a comma: the rest of the clause that it stands in."""
    noun = parse.child(i, "pobj")
    if noun is None or i == 0 or parse.word(i - 1) != "," or not is_speaker(parse, words, noun):
        return None
    named = parse.pos[noun] == "PROPN" or parse.pos[parse.left[noun]] == "DET"
    return _framed(parse, words, (i, i), i, noun) if named else None


def _framed(parse: Parse, words: Cues, cue: tuple[int, int], top: int, noun: int) -> Found:
    """The attribution whose content is the clause around a phrase with `noun` as the source."""
    i, head = cue[0], parse.head[top]
    for _ in range(20):
        if parse.pos[head] in ("VERB", "AUX") or parse.head[head] == head:
            break
        head = parse.head[head]
    while parse.dep[head] == "conj" and parse.child(head, *SUBJECTS) is None and parse.pos[parse.head[head]] == "VERB":
        head = parse.head[head]
    while parse.dep[head] == "advcl" and parse.tag[head] == "VBG" and parse.word(parse.left[head] - 1) == ",":
        head = parse.head[head]
    while parse.dep[head] in ("acl", "relcl", "xcomp") and parse.head[head] != head and parse.word(i - 1) == ",":
        head = _clause_above(parse, head)
    own = _phrase(parse, top, noun) | set(range(i, cue[1] + 1))
    head = _told(parse, words, i, head) if max(own) + 2 >= parse.sentence(i).last else head
    end = min((parse.left[c] for c in parse.childs(head, "advcl") if _contrast(parse, words, i, c)), default=len(parse))
    content = pieces(parse, [t for t in parse.subtree(head) if t not in own and t < end])
    source = tuple(_before_quotation(parse, s) for s in source_words(parse, noun, i))
    apart = parse.dep[noun] == "poss"
    words_of = (parse.span(i, i + 1), parse.span(cue[1], cue[1] + 1)) if apart else (parse.span(i, cue[1] + 1),)
    return Found(i, words_of, source, content, head, "say", "according to", 0.82)


def _told(parse: Parse, words: Cues, i: int, head: int) -> int:
    """The verb of saying above, where the phrase behind a comma ends a sentence that tells what somebody says: in "she
    told him that it would rain, according to the palace" the palace tells of both."""
    if parse.word(i - 1) != "," or i < head:
        return head
    at = head
    while parse.dep[at] in ("advcl", "ccomp", "xcomp", "conj") and parse.head[at] < at:
        clause, at = at, parse.head[at]
        that = any(parse.lower(m) == "that" for m in parse.childs(clause, "mark"))
        if parse.dep[clause] == "ccomp" and that and parse.lemma[at].lower() in words.verbs:
            return at
    return head


def _phrase(parse: Parse, top: int, noun: int) -> set[int]:
    """The tokens of the phrase, up to a quotation that follows a comma: those are the words."""
    tokens = parse.subtree(top)
    opens = next((t for t in tokens if t > noun and parse.word(t - 1) == "," and parse.word(t) in QUOTE_MARKS), None)
    return {t for t in tokens if opens is None or t < opens}


def _before_quotation(parse: Parse, source: Span) -> Span:
    """The source without quoted words that the parse takes for another name of it."""
    tokens = parse.tokens_in(source)
    opens = next((t for t in tokens if parse.word(t) in QUOTE_MARKS and parse.word(t - 1) == ","), None)
    return source if opens is None else trim(parse.text, (source.start, parse.start[opens]), JUNK)


def _contrast(parse: Parse, words: Cues, i: int, c: int) -> bool:
    """Whether a clause behind gives others the floor: "…, according to the survey, although bakers disagree"."""
    opens = parse.lower(parse.left[c]) in ("although", "though", "while", "whereas")
    return parse.left[c] > i and opens and parse.lemma[c].lower() in words.verbs


def _clause_above(parse: Parse, verb: int) -> int:
    """The verb of the clause in which a relative or infinitive clause stands; the top where there is none."""
    at = parse.head[verb]
    while parse.pos[at] not in ("VERB", "AUX") and parse.head[at] != at:
        at = parse.head[at]
    return at
