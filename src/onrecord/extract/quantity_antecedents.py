"""What a bare number counts where no noun stands behind it: "Drones, 46 of them", "put the number of goats at 30",
"left 4 dead"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.numbers import Lexeme
from onrecord.extract.parse import Parse
from onrecord.extract.quantity_nouns import Noun, lemma
from onrecord.extract.quantity_ranges import Reading
from onrecord.extract.quantity_units import is_measure
from onrecord.lexicon import words
from onrecord.model import Quantity

_SUBJECTS = ("nsubj", "nsubjpass")
_PLURAL = frozenset({"NNS", "NNPS"})
_GAP = 8
"""Most tokens from one item of a list to the number of the next."""
_TELLING = 100
"""Smaller numbers come up for other things by chance."""


def with_antecedents(parse: Parse, lex: Sequence[Lexeme], read: Sequence[Reading]) -> list[Reading]:
    """The readings of a sentence; those without a unit count what an earlier noun names, where one can be meant."""
    found: list[Reading] = []
    for one in read:
        named = one.noun is not None and one.noun.lemma is not None  # "four others" names nothing
        bare = one.unit is None and not named and one.rule not in ("fraction", "share", "ratio")
        noun = (_antecedent(parse, lex, one, found) or _fate(parse, lex, one)) if bare else None
        found.append(replace(one, unit=noun.lemma, noun=noun) if noun else one)
    return found


def _antecedent(parse: Parse, lex: Sequence[Lexeme], one: Reading, before: Sequence[Reading]) -> Noun | None:
    tokens = parse.tokens_in((lex[one.last - 1].start, lex[one.last - 1].end))
    if not tokens:
        return None
    number = tokens[-1]
    if _word(lex, one.last) == "of" and _word(lex, one.last + 1) in words("not_counts")["of_them"]["words"]:
        return _told_to_be(parse, number + 3) or _plural_before(parse, tokens[0])
    return _numbered(parse, number) or _listed(parse, tokens[0], number, before) or _same(parse, number, one, before)


def _fate(parse: Parse, lex: Sequence[Lexeme], one: Reading) -> Noun | None:
    """What became of people who are not named: "left 4 <dead>", "nine <missing>"."""
    if _word(lex, one.last) not in words("not_counts")["one"]["fates"]:
        return None
    at = parse.tokens_in((lex[one.last].start, lex[one.last].end))[0]
    return Noun(parse.lower(at), at, at + 1)


def _word(lex: Sequence[Lexeme], i: int) -> str:
    return lex[i].low if i < len(lex) else ""


def _told_to_be(parse: Parse, at: int) -> Noun | None:
    """What the counted are said to be, without a verb: "45 of them <children>"."""
    bare = at < len(parse) and parse.tag[at] in _PLURAL and parse.dep[at] not in _SUBJECTS
    return Noun(lemma(parse, at), at, at + 1) if bare else None


def _plural_before(parse: Parse, number: int) -> Noun | None:
    first = parse.sentence(number).first
    at = next((i for i in range(number - 1, first - 1, -1) if parse.tag[i] in _PLURAL), None)
    if at is None:
        at = _only_plural(parse, first)
    return Noun(lemma(parse, at), at, at + 1) if at is not None else None


def _only_plural(parse: Parse, first: int) -> int | None:
    """The only plural noun of the sentence before, in one paragraph: "A cart of rifles came. Tarn counted 9"."""
    if first == 0 or "\n" in parse.text[parse.end[first - 1] : parse.start[first]]:
        return None
    before = parse.sentence(first - 1)
    timed = words("units")["time"]["words"]
    found = [i for i in range(before.first, before.last) if parse.tag[i] in _PLURAL]
    found = [i for i in found if lemma(parse, i) not in timed]
    return found[0] if len(found) == 1 else None


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


def _listed(parse: Parse, first: int, last: int, before: Sequence[Reading]) -> Noun | None:
    """The noun counted right before in a list that leaves it out: "28 trucks from Oslo, <12> from Turku", "<200> more",
    "of the 90 huts, <40> burned"."""
    noun = before[-1].noun if before and before[-1].unit is not None else None
    if noun is None or noun.lemma is None or noun.lemma != before[-1].unit or is_measure(noun.lemma):
        return None
    after = parse.lower(last + 1) if last + 1 < len(parse) else ""
    if after in ("more", "others") and (last + 2 >= len(parse) or parse.pos[last + 2] not in ("NOUN", "PROPN", "ADJ")):
        return noun
    at, low = first - 1, max(noun.last, first - _GAP)
    if parse.lower(at) == "," and at == noun.last and _opened_with_of(parse, noun):
        return noun
    if parse.lower(at) not in (",", "and", ";") or last + 1 >= len(parse) or parse.tag[last + 1] != "IN":
        return None
    while at >= low and parse.pos[at] not in ("VERB", "AUX"):
        if parse.lower(at) == after and parse.dep[at] == "prep":
            return noun
        at -= 1
    return None


def _opened_with_of(parse: Parse, noun: Noun) -> bool:
    """Whether a sentence begins with the whole that a number is a part of: "of the 90 huts, …"."""
    first = parse.sentence(noun.first).first
    return parse.lower(first) in ("of", "among") and noun.first - first <= _GAP


def _same(parse: Parse, number: int, one: Reading, before: Sequence[Reading]) -> Noun | None:
    """The noun of the only things counted so far: "killed 31 people and injured another <204>"."""
    there = parse.dep[number] == "attr" and parse.child(parse.head[number], "expl") is not None  # "there were <500>"
    wanted = "any" if there else _role(parse, number)
    if wanted is None or parse.tag[number] != "CD" or one.high != int(one.high):
        return None
    nouns = {r.noun.lemma: r.noun for r in before if r.noun is not None and r.unit == r.noun.lemma}
    timed = words("units")["time"]["words"]
    if len(nouns) != 1 or any(name is None or is_measure(name) or name in timed for name in nouns):
        return None
    noun = next(iter(nouns.values()))
    head = next((i for i in range(noun.last - 1, noun.first - 1, -1) if lemma(parse, i) == noun.lemma), noun.first)
    of = parse.head[head]
    if parse.lower(of) == "of" and parse.tag[parse.head[of]] == "CD":  # "two of its goats"
        head = parse.head[of]
    # "two sisters won 3" speaks of no sister
    return noun if there or (parse.dep[head] in _SUBJECTS) == (wanted == "subject") else None


def _role(parse: Parse, number: int) -> str | None:
    """Whether a number stands as a subject or an object; "and four wounded" is a subject without its verb."""
    if parse.dep[number] == "conj" and parse.pos[parse.head[number]] == "VERB":
        left_out = parse.child(number, "acl")
        return "subject" if left_out is not None and parse.tag[left_out] == "VBN" else None
    return "subject" if parse.dep[number] in _SUBJECTS else "object" if parse.dep[number] == "dobj" else None


def repeated(found: Sequence[Quantity]) -> list[Quantity]:
    """The article's quantities; a bare number counts what the same number counted before: "648 faults", then "648"."""
    units: dict[float, set[str]] = {}
    done: list[Quantity] = []
    for one in found:
        value = (one.high if one.low is None else one.low) if one.op != "range" else None
        known = units.get(value, set()) if value is not None and value >= _TELLING else set()
        bare = one.unit is None and not one.of
        done.append(replace(one, unit=next(iter(known))) if bare and len(known) == 1 else one)
        if one.unit is not None and value is not None and not is_measure(one.unit):
            units.setdefault(value, set()).add(one.unit)
    return done
