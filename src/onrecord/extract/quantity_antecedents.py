"""What a bare number counts where the noun stands before it: "Drones, 46 of them", "put the number of goats at 30"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.numbers import Lexeme
from onrecord.extract.parse import Parse
from onrecord.extract.quantity_nouns import Noun, lemma
from onrecord.extract.quantity_ranges import Reading
from onrecord.extract.quantity_units import is_measure
from onrecord.lexicon import words

_OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass"})
_SUBJECTS = ("nsubj", "nsubjpass")
_PLURAL = frozenset({"NNS", "NNPS"})


def with_antecedents(parse: Parse, lex: Sequence[Lexeme], read: Sequence[Reading]) -> list[Reading]:
    """The readings of a sentence; those without a unit count what an earlier noun names, where one can be meant."""
    found: list[Reading] = []
    for one in read:
        bare = one.unit is None and one.noun is None and one.rule not in ("fraction", "share")
        noun = _antecedent(parse, lex, one, found) if bare else None
        found.append(replace(one, unit=noun.lemma, noun=noun) if noun else one)
    return found


def _antecedent(parse: Parse, lex: Sequence[Lexeme], one: Reading, before: Sequence[Reading]) -> Noun | None:
    tokens = parse.tokens_in((lex[one.last - 1].start, lex[one.last - 1].end))
    if not tokens:
        return None
    number = tokens[-1]
    if _word(lex, one.last) == "of" and _word(lex, one.last + 1) in words("not_counts")["of_them"]["words"]:
        return _plural_before(parse, tokens[0])
    return _numbered(parse, number) or _same(parse, number, one, before)


def _word(lex: Sequence[Lexeme], i: int) -> str:
    return lex[i].low if i < len(lex) else ""


def _plural_before(parse: Parse, number: int) -> Noun | None:
    first = parse.sentence(number).first
    at = next((i for i in range(number - 1, first - 1, -1) if parse.tag[i] in _PLURAL), None)
    return Noun(lemma(parse, at), at, at + 1) if at is not None else None


def _numbered(parse: Parse, number: int) -> Noun | None:
    """The noun of "the number of goats rose to 30"; for "the number" alone the subject of the clause before."""
    verb = next((a for a in parse.ancestors(number) if parse.pos[a] in ("VERB", "AUX")), None)
    if verb is None:
        return None
    counts = words("bounds")["rules"]["countings"]
    told = next((c for c in parse.childs(verb, *_SUBJECTS, "dobj") if parse.lower(c) in counts), None)
    if told is None or told > number:
        return None
    for prep in parse.childs(told, "prep"):
        counted = parse.child(prep, "pobj")
        if parse.lower(prep) == "of" and counted is not None and parse.tag[counted] in _PLURAL:
            return Noun(lemma(parse, counted), counted, counted + 1)
    above = parse.head[verb] if parse.dep[verb] == "conj" else verb
    subject = parse.child(above, *_SUBJECTS) if above != verb else None
    if subject is None or parse.tag[subject] not in _PLURAL or parse.child(told, "prep") is not None:
        return None
    return Noun(lemma(parse, subject), subject, subject + 1)


def _same(parse: Parse, number: int, one: Reading, before: Sequence[Reading]) -> Noun | None:
    """The noun of the only things counted so far: "killed 31 people and injured another <204>"."""
    if parse.dep[number] not in _OBJECTS or parse.tag[number] != "CD" or one.high != int(one.high):
        return None
    nouns = {r.noun.lemma: r.noun for r in before if r.noun is not None and r.unit == r.noun.lemma}
    timed = words("units")["time"]["words"]
    if len(nouns) != 1 or any(name is None or is_measure(name) or name in timed for name in nouns):
        return None
    noun = next(iter(nouns.values()))
    head = next((i for i in range(noun.last - 1, noun.first - 1, -1) if lemma(parse, i) == noun.lemma), noun.first)
    # "two sisters won 3" speaks of no sister
    return noun if (parse.dep[head] in _SUBJECTS) == (parse.dep[number] in _SUBJECTS) else None
