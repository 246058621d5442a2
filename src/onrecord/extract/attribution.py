"""Attributions in one article: a word or a turn that introduces words, whose they are and which they are.

One module for each kind of cue: verbs with a clause, verbs with a noun, nouns and adjectives, set phrases.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.attribution_asides import closing, medial
from onrecord.extract.attribution_clauses import verb_with_clause
from onrecord.extract.attribution_found import Found
from onrecord.extract.attribution_kinds import declared
from onrecord.extract.attribution_nouns import adjective, noun, passive_state
from onrecord.extract.attribution_phrases import according, in_the_words, per
from onrecord.extract.attribution_things import verb_with_thing
from onrecord.extract.content_words import pieces
from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.source_phrase import SUBJECTS, negated, phrase, subject_of

__all__ = ["SUBJECTS", "Found", "attributions", "negated", "phrase", "pieces", "subject_of"]


def attributions(parse: Parse, words: Cues) -> Iterator[Found]:
    """All attributions carried by a cue, in the order of their cues."""
    for first, last, part, _ in parse.sentences:
        if part == "dateline" or last - first > _LONGEST:
            continue
        yield from _in_sentence(parse, words, first, last)


def _in_sentence(parse: Parse, words: Cues, first: int, last: int) -> Iterator[Found]:
    for i in range(first, last):
        if parse.pos[i] not in _CUES:
            continue
        found = _attribution(parse, words, i)
        if found is not None and found.content:
            yield found


_LONGEST = 500
"""Most tokens of a sentence that is read: a longer one is a list, a table or no text at all."""
_CUES = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "ADP", "SCONJ"})


def _attribution(parse: Parse, words: Cues, i: int) -> Found | None:
    """The attribution of one token, by what kind of word it is."""
    pos, form = parse.pos[i], parse.lower(i)
    lemma = words.misread.get(form, parse.lemma[i].lower())
    if form == "according":
        return according(parse, words, i)
    if pos == "ADP" and form in ("in", "per"):
        return in_the_words(parse, words, i) if form == "in" else per(parse, words, i)
    if pos in ("ADJ", "VERB") and parse.dep[i] in ("acomp", "oprd", "attr") and form in words.adjectives:
        return adjective(parse, words, i, words.adjectives[form])
    if pos == "VERB":
        particle = _particle(parse, i) if declared(parse, i) is None else declared(parse, i)
        joined = f"{lemma}_{parse.lower(particle)}" if particle is not None else lemma
        lemma = joined if joined in words.verbs or joined in words.things or joined in words.gerund else lemma
        found = medial(parse, words, i, lemma) or passive_state(parse, words, i)
        found = found or verb_with_clause(parse, words, i, lemma)
        found = found or verb_with_thing(parse, words, i, joined if particle is not None else lemma)
        return found or closing(parse, words, i, lemma)
    if pos in ("NOUN", "PROPN") and (lemma in words.nouns or lemma in words.noun_heads):
        return noun(parse, words, i, lemma)
    if pos == "ADJ" and form in words.adjectives:
        return adjective(parse, words, i, words.adjectives[form])
    return None


def _particle(parse: Parse, i: int) -> int | None:
    """The particle of a verb: "rule out", "push back against"."""
    particle = parse.child(i, "prt")
    if particle is None and i + 1 < len(parse) and parse.dep[i + 1] == "advmod" and parse.head[i + 1] == i:
        return i + 1 if parse.lower(i + 1) in ("back", "away", "out", "off", "down", "up") else None
    return particle
