"""One number over time: which figures count the same thing, and which of those stand against each other."""

from __future__ import annotations

import math
import re
from functools import cache

from onrecord.lexicon import words
from onrecord.link.cues import cue
from onrecord.link.figures import Figure, counting, words_of_harm
from onrecord.link.givers import apart_from, counting_giver, of_its_own, source
from onrecord.link.reading import Reading
from onrecord.link.shares import SHARE, one_share
from onrecord.link.stories import apart
from onrecord.link.vectors import alike
from onrecord.link.who import tie
from onrecord.link.words import stem, total
from onrecord.model import Edge, Quantity

DAYS = 60
"""Longest time between two figures that are joined directly."""
DISPUTE_DAYS = 7
"""Longest time between two figures that stand against each other: what was counted a week later has moved since."""
CLOSE = 200
"""Characters between two clauses of which the second may leave out what it counts."""
NEAR, ONE_MATTER = 0.12, 0.25
"""How alike two articles must be for their figures to be compared, and for a bare count of the dead to be that of the
other."""
BARE = 0.8
"""Weight of the other words of a clause below which it names nothing but the count ("the toll rose to 14")."""
SAME_THING = 1.0
"""Weight of words that figures of two articles share before one can stand against the other, casualties apart."""
ROUGH = 0.15
"""How far from its number `approx` reaches, as a share of it."""
LIKE = 0.3
"""Weight of words that the article's own figure shares with one that it reports as another's."""
HANDFUL = 10
"""A number up to which two equal ones may count two things, and less than a tenth of another only some of those."""
_MOVES = re.compile(r"\b(?:from|to|compared with|against|than)\s+(?:[a-z]+\s+){0,2}$")
"""Between two figures of which the one became the other."""
GROWING = frozenset({"dead", "injured", "displaced", "detained", "captured", "missing"})
"""Counts that mostly grow: a higher figure on a later day is news and no dispute."""


def series(a: Reading, b: Reading) -> tuple[Edge, ...]:
    """Edges of kind `series` between figures of one thing, of kind `number` between those that cannot both be right."""
    if apart(a, b) > DAYS:
        return ()
    found: set[Edge] = set()
    if not (a.figures and b.figures):
        return ()
    near = 1.0 if a is b else alike(a.vector, b.vector)
    if near < NEAR:
        return ()
    for one in a.figures:
        for other in b.figures_by_measure.get(one.measure, ()):
            if one.ref == other.ref or (a is b and other.ref < one.ref):
                continue
            if not one_thing(one, other, near):
                continue
            if a is b and (_in_one_breath(a, one, other) or _own_deeds(a, one, other)):
                continue
            low, high = sorted((one.ref, other.ref))
            found.add(Edge("series", low, high, f"series:{one.measure}"))
            if at_odds(a, one, b, other):
                found.add(Edge("number", low, high, f"number:{one.measure}"))
    return tuple(sorted(found))


def one_thing(one: Figure, other: Figure, near: float) -> bool:
    """Whether two figures of one measure count the same: no other place, and a common subject besides the unit.

    `near` says how alike their articles are, 0 to 1.
    """
    if one.place and other.place and stem(one.place) != stem(other.place):
        return False
    if is_money(one.quantity.unit) != is_money(other.quantity.unit):
        return False
    if one.measure.startswith(SHARE):
        known = near >= ONE_MATTER or one.place is not None or one.ref.article == other.ref.article
        return known and one.place == other.place and one_share(_told(one), _told(other))
    if _told_apart(one, other) or _part_of(one, other) or _part_of(other, one):
        return False
    shared = (one.words & other.words) - {stem(one.quantity.unit or ""), stem(other.quantity.unit or "")}
    agree = near >= ONE_MATTER and _same_number(one, other)
    if one.signs.promised and other.signs.promised and total(shared) < SAME_THING and not agree:
        return False
    if agree and one.quantity.unit == other.quantity.unit:
        return True  # "14 soldiers are held", "the 14 soldiers are alive"
    counted = one.measure in words("disputes")["measures"]
    if one.ref.article == other.ref.article:
        close = abs(one.clause.start - other.clause.start) < CLOSE
        people = one.measure == stem("person") and not (one.kind or other.kind)
        bare = people or not all(any(f.clause.holds(s) for s in f.quantity.of) for f in (one, other))
        return total(shared) >= (0.3 if counted else 0.6) or (close and (counted or bare))
    if counted:
        harm = near >= ONE_MATTER and one.measure in words_of_harm() and not one.signs.before
        return harm or _one_event(one, other, near)
    return total(shared) >= 0.6 or bool(one.place and one.place == other.place)


def _told_apart(one: Figure, other: Figure) -> bool:
    """Whether the words around two figures say that they count two things."""
    if _other_kind(one, other) or (one.whose and other.whose and not one.whose & other.whose):
        return True
    told, also = one.signs, other.signs
    if {told.counts, also.counts} == {"added", "altogether"}:
        return True
    if one.clause == other.clause and one.ref.article == other.ref.article and "added" in (told.counts, also.counts):
        return True  # "300 welders, then 200 more"
    if one.measure == stem("person") and told.going != also.going:
        return True  # "the camp holds 5,000 people": "200 people left"
    if one.measure in words_of_harm() and told.before != also.before:
        return True  # "the flood of 1987 killed 90"
    few, many = (other, one) if told.whole else (one, other)  # "three schools" of "the county's 41 schools"
    return told.whole != also.whole and _bounds(few.quantity)[1] < _bounds(many.quantity)[0]


def _one_event(one: Figure, other: Figure, near: float) -> bool:
    """Whether the words around two counts of people tell of one event, or one of them names nothing but the count."""
    bare = near >= ONE_MATTER and min(total(_beside(one)), total(_beside(other))) < BARE
    return bare or total(_beside(one) & _beside(other)) >= 0.3 or bool(one.place and one.place == other.place)


def _in_one_breath(a: Reading, one: Figure, other: Figure) -> bool:
    """Whether one source tells both figures in one clause, and not how the one became the other: "of the 23 families 15
    have the money", but "down to 40 from 60"."""
    if one.clause != other.clause:
        return False
    first, second = sorted((one.quantity.span, other.quantity.span))
    if _MOVES.search(a.text, first.end, second.start):
        return False
    sources = (source(a, one), source(a, other))
    return None in sources or (sources[0] == sources[1] and not apart_from(a, one, other))


def _own_deeds(a: Reading, one: Figure, other: Figure) -> bool:
    """Whether two tell of what each of them did: "the zoo sold 40 tickets; the museum said it had sold 90"."""
    return any(of_its_own(a, x) and counting_giver(a, y) is None for x, y in ((one, other), (other, one)))


def _told(figure: Figure) -> tuple[str, frozenset[str], frozenset[str]]:
    return figure.measure, figure.kind, figure.words


def _other_kind(one: Figure, other: Figure) -> bool:
    """Whether the words before the two nouns tell two kinds apart ("ceasefire violations", "traffic violations"), and
    nothing else in the clauses makes them one."""
    if not one.kind or not other.kind or one.kind & other.words or other.kind & one.words:
        return False
    return total((one.words & other.words) - {stem(one.quantity.unit or ""), one.measure}) < SAME_THING


def _part_of(one: Figure, other: Figure) -> bool:
    """Whether the one is a handful of a kind that the other, far larger, does not tell of: "two wounded soldiers"
    beside "109 soldiers"."""
    few, many = _bounds(one.quantity)[1], _bounds(other.quantity)[0]
    own = one.kind - other.words - {one.measure, stem(one.quantity.unit or "")}
    return few <= HANDFUL and few <= 0.1 * many and bool(own)


def _same_number(one: Figure, other: Figure) -> bool:
    """Whether two figures are one exact number, and no handful."""
    number = one.quantity.low
    return number is not None and number > HANDFUL and _exact(one.quantity) == _exact(other.quantity)


def _exact(quantity: Quantity) -> tuple[float | None, float | None]:
    return quantity.low, quantity.high


def _beside(figure: Figure) -> frozenset[str]:
    """The words around a count of people, without those that only say that it is one."""
    return figure.words - counting(figure.measure) - {stem(figure.quantity.unit or "")}


def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency, by its code or by its plain name."""
    return unit is not None and (unit in _money() or unit.casefold() in _money())


@cache
def _money() -> frozenset[str]:
    return frozenset(words("disputes")["money"]) | frozenset(words("disputes")["coins"])


def at_odds(a: Reading, one: Figure, b: Reading, other: Figure) -> bool:
    """Whether two figures of one thing cannot both be right and two different sources give them about the same time."""
    if a is b and (one.signs.running or other.signs.running):
        return False
    if (
        one.signs.promised
        or other.signs.promised
        or apart(a, b) > DISPUTE_DAYS
        or compatible(one.quantity, other.quantity)
    ):
        return False
    if one.measure.startswith(SHARE) and a is not b:
        return False  # a share moves: reports of one day may give its level at noon and in the evening
    if _prices(one, other) or not _two_sources(a, one, b, other) or _retracts(a, one) or _retracts(b, other):
        return False
    if a is not b:
        shared = one.words & other.words
        if one.measure not in words("disputes")["measures"] and total(shared) < SAME_THING:
            return False
        if one.measure in words_of_harm() and not _one_event(one, other, alike(a.vector, b.vector)):
            return False
        if any(cue("update", f.clause.of(r.text), "disputes") for r, f in ((a, one), (b, other))):
            return False
        if apart(a, b) > 0 and (
            one.measure in GROWING or _grown(*((one, other) if (a.day or "") < (b.day or "") else (other, one)))
        ):
            return False
    return True


def _prices(one: Figure, other: Figure) -> bool:
    """Whether both figures are what is asked for a thing, which is not the same everywhere."""
    listed = frozenset(stem(w) for w in words("disputes")["prices"])
    return all(is_money(f.quantity.unit) and bool(f.words & listed) for f in (one, other))


def _grown(one: Figure, other: Figure) -> bool:
    """Whether the later of two figures is higher and says how many there are by then ("since the siege began")."""
    return other.signs.counts == "altogether" and _bounds(one.quantity)[1] < _bounds(other.quantity)[0]


def _two_sources(a: Reading, one: Figure, b: Reading, other: Figure) -> bool:
    """Whether two sources give the figures; in one article one of them may be the article itself."""
    first, second = source(a, one), source(b, other)
    if first is None or second is None:
        return a is b and first is not second and _told_alike(one, other)
    if a is b and apart_from(a, one, other):
        return True
    return tie(first, second) is None and first != second


def _told_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures of one article, one of them its own, are told in like words: "twelve people were treated" is
    no other count of "210 passengers"."""
    if one.measure in words("disputes")["measures"]:
        return True
    units = {stem(one.quantity.unit or ""), stem(other.quantity.unit or ""), one.measure}
    return total((one.words & other.words) - units) >= LIKE


def _retracts(a: Reading, figure: Figure) -> bool:
    """Whether the figure stands where the outlet corrects itself."""
    return any(c.corrects and c.span.overlaps(figure.clause) for c in a.clauses_read)


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether one number can satisfy both bounds.

    >>> from onrecord.model import Span
    >>> most, more = Quantity("q1", Span(0, 1), "le", high=300), Quantity("q2", Span(0, 1), "eq", low=450, high=450)
    >>> compatible(most, more), compatible(most, Quantity("q3", Span(0, 1), "ge", low=200))
    (False, True)
    """
    (low_a, high_a), (low_b, high_b) = _bounds(a), _bounds(b)
    return low_a <= high_b and low_b <= high_a


def _bounds(q: Quantity) -> tuple[float, float]:
    low = q.low if q.low is not None else -math.inf
    high = q.high if q.high is not None else math.inf
    if q.op == "approx":
        return low * (1 - ROUGH), high * (1 + ROUGH)
    return low, high
