"""The quantities of an article: every number that counts or measures something, with its bound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.extract.draft import Draft
from onrecord.extract.numbers import Lexeme, lexemes, number_words, numbers
from onrecord.extract.parse import Parse
from onrecord.extract.quantity_antecedents import repeated, with_antecedents
from onrecord.extract.quantity_bounds import Bound, bound
from onrecord.extract.quantity_hours import is_hour
from onrecord.extract.quantity_labels import is_label, spread
from onrecord.extract.quantity_nouns import Noun, lemma, noun_after
from onrecord.extract.quantity_ranges import Counted, Reading, readings
from onrecord.extract.quantity_units import Amount, amount
from onrecord.model import Quantity, Span


def quantities(parse: Parse, so_far: Draft) -> tuple[Quantity, ...]:
    """The article's quantities, in text order; numbers inside dates and clock times are left to `times`."""
    dates = [t.span for t in so_far.times if t.type in ("DATE", "TIME", "SET")]
    found: list[Quantity] = []
    for sentence in parse.sentences:
        span = parse.span(sentence.first, sentence.last)
        if _sign().search(parse.text, span.start, span.end):
            lex = lexemes(parse.text, span.start, span.end)
            found.extend(_of_sentence(parse, lex, [d for d in dates if d.overlaps(span)]))
    found.sort(key=lambda q: q.span)
    return tuple(
        Quantity(f"q{n}", q.span, q.op, q.low, q.high, q.unit, q.of, rule=q.rule)
        for n, q in enumerate(repeated(found), 1)
    )


@cache
def _sign() -> re.Pattern[str]:
    """What every number holds one of: a cheap look before a sentence is read."""
    known = number_words()
    some = {*known.small, *known.magnitudes, *known.vague, "half", "third", "quarter"}
    return re.compile(r"[\d½¼¾⅓⅔⅛⅜⅝⅞]|\b(?:" + "|".join(sorted(some)) + ")", re.IGNORECASE)


def _of_sentence(parse: Parse, lex: Sequence[Lexeme], dates: Sequence[Span]) -> Iterator[Quantity]:
    counted = [c for c in _counted(parse, lex) if not any(d.overlaps(_span(lex, c.amount)) for d in dates)]
    counted = [c for c in counted if not is_hour(parse, lex, c, dates)]
    for reading in with_antecedents(parse, lex, readings(lex, counted)):
        yield _quantity(parse, lex, reading)


def _counted(parse: Parse, lex: Sequence[Lexeme]) -> Iterator[Counted]:
    """The sentence's numbers that count or measure, with unit, noun and bound; not those inside another's noun."""
    found = [amount(lex, number) for number in numbers(lex)]
    nouns = [_noun(parse, lex, one) for one in found]
    bounds = [
        bound(parse, lex, one, noun, _lexeme_after(parse, lex, one, noun))
        for one, noun in zip(found, nouns, strict=True)
    ]
    nouns = [_noun_behind(parse, lex, *both) for both in zip(found, nouns, bounds, strict=True)]
    labels = [
        is_label(parse, lex, one, noun, limit.op is not None)
        for one, noun, limit in zip(found, nouns, bounds, strict=True)
    ]
    labels = spread(lex, found, nouns, labels)
    inside = 0
    for one, noun, limit, label in zip(found, nouns, bounds, labels, strict=True):
        start = lex[one.number.first].start
        if not label and (start >= inside or one.unit is not None or limit.op is not None):
            signed = _signed(lex, one)
            yield Counted(signed, noun, limit._replace(first=min(limit.first, signed.first)))
        if noun is not None and not label and lex[min(one.last, len(lex) - 1)].low != "of":
            inside = parse.end[noun.last - 1]  # "two new 737 Max jets"


def _noun(parse: Parse, lex: Sequence[Lexeme], found: Amount) -> Noun | None:
    """What is counted: the word joined by a hyphen ("a 14-<member> panel"), else the noun phrase that follows."""
    last = found.last
    if (
        last + 1 < len(lex)
        and lex[last].low in ("-", "‑")
        and lex[last].glued
        and lex[last + 1].glued
        and found.unit is None
    ):
        tokens = parse.tokens_in((lex[last + 1].start, lex[last + 1].end))
        if tokens and lex[last + 1].low.isalpha() and parse.pos[tokens[0]] in ("NOUN", "PROPN", "ADJ", "VERB"):
            noun = parse.pos[tokens[0]] in ("NOUN", "PROPN") and parse.start[tokens[0]] == lex[last + 1].start
            return Noun(lemma(parse, tokens[0]) if noun else None, tokens[0], tokens[0] + 1)
    tokens = parse.tokens_in((lex[last - 1].start, lex[last - 1].end))
    if not tokens or parse.end[tokens[-1]] > lex[last - 1].end:
        return None
    kind = found.number.kind
    many = found.high != 1
    return noun_after(parse, tokens[-1] + 1, many, of=found.unit is not None, owned=kind == "fraction")


def _noun_behind(parse: Parse, lex: Sequence[Lexeme], found: Amount, noun: Noun | None, limit: Bound) -> Noun | None:
    """The noun behind a bound that stands between the two: "a dozen or so <goats>", "30-odd <trucks>"."""
    named = noun is not None and noun.lemma is not None
    if named or found.unit is not None or limit.last <= found.last:
        return noun
    tokens = parse.tokens_in((lex[limit.last - 1].start, lex[limit.last - 1].end))
    if not tokens or parse.end[tokens[-1]] > lex[limit.last - 1].end:
        return noun
    return noun_after(parse, tokens[-1] + 1, many=found.high != 1) or noun


def _lexeme_after(parse: Parse, lex: Sequence[Lexeme], found: Amount, noun: Noun | None) -> int:
    if noun is None:
        return found.last
    end = parse.end[noun.last - 1]
    return next((i for i in range(found.last, len(lex)) if lex[i].start >= end), len(lex))


def _signed(lex: Sequence[Lexeme], found: Amount) -> Amount:
    """With a minus where one stands before the figure: "minus 30 degrees", "-5C"."""
    at = found.number.first - 1
    if at < 0:
        return found
    sign = lex[at]
    dash = (
        sign.low in ("-", "−")
        and lex[at + 1].glued
        and (not sign.glued or (at > 0 and not lex[at - 1].low[0].isalnum()))
    )
    hyphen = sign.low == "-" and sign.glued and at > 0 and lex[at - 1].low == "minus"
    if sign.low == "minus" or dash or hyphen:
        first = min(found.first, at - 1 if hyphen else at)
        return found._replace(first=first, low=-found.high, high=-found.low)
    return found


def _quantity(parse: Parse, lex: Sequence[Lexeme], read: Reading) -> Quantity:
    """The entry, its id still to be given."""
    last = read.last
    if read.rule == "vague" and last < len(lex) and lex[last].low == "of":
        last += 1
    span = Span(lex[read.first].start, lex[last - 1].end)
    low = None if read.op in ("lt", "le") else read.low
    high = None if read.op in ("gt", "ge") else read.high
    of = () if read.noun is None else (parse.span(read.noun.first, read.noun.last),)
    return Quantity("", span, read.op, low, high, read.unit, of, rule=read.rule)


def _span(lex: Sequence[Lexeme], found: Amount) -> Span:
    return Span(lex[found.first].start, lex[found.last - 1].end)
