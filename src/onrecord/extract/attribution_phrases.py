"""Attributions without a verb or noun of saying: "according to X"."""

from __future__ import annotations

from onrecord.extract.attribution_found import Found
from onrecord.extract.content_words import pieces
from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.source_phrase import SUBJECTS, source_words


def according(parse: Parse, words: Cues, i: int) -> Found | None:
    """ "According to X": the rest of the clause that it stands in."""
    to = i + 1
    if to >= len(parse) or parse.lower(to) != "to":
        return None
    noun = parse.child(to, "pobj")
    if noun is None:
        noun = parse.child(i, "pobj")
    if noun is None:
        return None
    top = i if parse.head[to] == i or parse.head[i] != to else to
    head = parse.head[top]
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
    own = set(parse.subtree(top)) | {i, to}
    end = min((parse.left[c] for c in parse.childs(head, "advcl") if _contrast(parse, words, i, c)), default=len(parse))
    content = pieces(parse, [t for t in parse.subtree(head) if t not in own and t < end])
    source = source_words(parse, noun, i)
    return Found(i, (parse.span(i, to + 1),), source, content, head, "say", "according to", 0.82)


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
