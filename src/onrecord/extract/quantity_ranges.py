"""Two numbers that are one: spans ("between 10 and 20", "5-7 km"), and shares ("one in five")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extract.numbers import Lexeme, number_words
from onrecord.extract.quantity_bounds import Bound
from onrecord.extract.quantity_nouns import Noun
from onrecord.extract.quantity_units import Amount, is_measure
from onrecord.lexicon import words
from onrecord.model.quantity import Op

GAP = 8
"""Most lexemes between the two ends of "from 20 miles a gallon in one year to 29"."""
_DASHES = ("-", "–", "—", "‑", "−")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its unit, its counted noun and its bound."""

    amount: Amount
    noun: Noun | None
    bound: Bound


@dataclass(frozen=True, slots=True)
class Reading:
    """What one or two numbers say together, over lexemes `[first, last)`."""

    op: Op
    low: float
    high: float
    unit: str | None
    noun: Noun | None
    first: int
    last: int
    rule: str


def readings(lex: Sequence[Lexeme], counted: Sequence[Counted]) -> list[Reading]:
    """The readings of a sentence's numbers, in order."""
    found: list[Reading] = []
    i = 0
    while i < len(counted):
        one = counted[i]
        other = counted[i + 1] if i + 1 < len(counted) else None
        if other is not None:
            if _score(lex, one, other):
                i += 2
                while i < len(counted) and _dashed(lex, counted[i - 1], counted[i]):
                    i += 1
                continue
            joined = _span(lex, one, other) or _share(lex, one, other)
            if joined is not None:
                found.append(joined)
                i += 2
                continue
        found.append(_single(_converted(lex, counted[i - 1] if i else None, one)))
        i += 1
    return found


def _converted(lex: Sequence[Lexeme], before: Counted | None, one: Counted) -> Counted:
    """With the bound of the number that it restates in another unit: "more than 100 km (60 miles)"."""
    if before is None or one.bound.op is not None or before.bound.op is None:
        return one
    if [x.low for x in lex[before.amount.last : one.amount.first]] != ["("]:
        return one
    return replace(one, bound=one.bound._replace(op=before.bound.op))


def _single(one: Counted) -> Reading:
    amount, kind = one.amount, one.amount.number.kind
    op: Op = one.bound.op or ("approx" if kind == "approx" else "eq")
    low, high, rule = amount.low, amount.high, "number"
    if kind == "vague":
        op, rule = "range", "vague"
    elif one.bound.op is not None:
        rule = "bound:" + one.bound.op
    elif kind in ("fraction", "ratio"):
        rule = kind
    return Reading(op, low, high, _unit(one), one.noun, one.bound.first, one.bound.last, rule)


def _unit(one: Counted) -> str | None:
    """The printed unit, else the counted noun; a fraction or a ratio counts no thing."""
    if one.amount.unit is not None:
        return one.amount.unit
    kind = one.amount.number.kind
    if kind in ("fraction", "ratio"):
        return "share" if kind == "fraction" else "ratio"
    return one.noun.lemma if one.noun is not None else None


def _dashed(lex: Sequence[Lexeme], one: Counted, other: Counted) -> bool:
    """Whether only a dash without blanks stands between the two."""
    last, first = one.amount.last, other.amount.first
    return first == last + 1 and lex[last].low in _DASHES and lex[last].glued and lex[first].glued


def _score(lex: Sequence[Lexeme], one: Counted, other: Counted) -> bool:
    """ "2-0", "a 5-4 ruling", "555-0199": a pair that is no span because it falls, or because nothing is counted."""
    last, first = one.amount.last, other.amount.first
    if first == last + 1 and lex[last].low == ":" and lex[last].glued and lex[first].glued:
        return True  # "won 3:1"
    if not _dashed(lex, one, other):
        return False
    if one.amount.unit is not None:
        return False
    if one.amount.low >= other.amount.low:
        return True
    if other.amount.unit is not None:
        return False
    told = _word(lex, other.amount.last) in words("not_counts")["one"]["fates"]
    return (
        other.noun is None
        and one.bound.op is None
        and not told
        and _word(lex, one.bound.first - 1) not in ("of", "for", "between", "from")
    )


def _word(lex: Sequence[Lexeme], i: int) -> str:
    return lex[i].low if 0 <= i < len(lex) else ""


def _span(lex: Sequence[Lexeme], one: Counted, other: Counted) -> Reading | None:
    """The two as the ends of a span, None where they are two figures."""
    gap = [x.low for x in lex[one.amount.last : other.bound.first]]
    if [x.low for x in lex[other.bound.first : other.amount.first]] == ["up", "to"]:
        gap.append("to")
    lead = _word(lex, one.bound.first - 1)
    if "from" in (lead, _word(lex, one.bound.first - 2)) and len(gap) <= GAP and gap and gap[-1] == "to":
        if not set(gap) & {",", ";", ":", "and"} and _one_unit(one, other) and not _tally(lex, one, other):
            return _made(lex, one, other, 1 if lead == "from" else 0, "from to")
        return None
    if lead == "between" and gap and len(gap) <= GAP and gap[-1] == "and" and _one_unit(one, other):
        return _made(lex, one, other, 1, "between")
    if other.bound.op is not None and other.bound.first != other.amount.first:
        return None
    if gap == ["to"] or _dashed(lex, one, other):
        return _made(lex, one, other, 0, "to") if _side_by_side(lex, one, other, lead) else None
    both_vague = one.amount.number.kind == other.amount.number.kind == "vague"
    if gap == ["or"] and one.amount.unit is None and (one.noun is None or both_vague) and _close(lex, one, other):
        return _made(lex, one, other, 0, "or")
    return None


def _one_unit(one: Counted, other: Counted) -> bool:
    return one.amount.unit == other.amount.unit or one.amount.unit is None or other.amount.unit is None


def _tally(lex: Sequence[Lexeme], one: Counted, other: Counted) -> bool:
    """Whether the two are readings of a count ("the toll rose from 3 to 12") and no span of a measure."""
    unit = _unit(one) or _unit(other)
    if is_measure(unit) or one.amount.money:
        return False
    rules = words("bounds")["rules"]
    if other.noun is not None and one.noun is None:  # "has grown from 5 to 8 ships", but "groups of from 5 to 8 men"
        return any(x.low in rules["moves"] for x in lex[max(0, one.bound.first - 4) : one.bound.first])
    told = rules["tallies"]
    return unit is not None or any(x.low in told for x in lex[: one.amount.first])


def _side_by_side(lex: Sequence[Lexeme], one: Counted, other: Counted, lead: str) -> bool:
    """Whether "A to B" is a span: the unit or noun stands at B or at both, and B is greater."""
    low, high = _ends(lex, one, other)
    if low >= high or (one.amount.unit is not None and one.amount.unit != other.amount.unit):
        return False
    shared = other.amount.unit is not None or other.noun is not None
    if lead == "by":
        return shared and one.amount.unit is None and high <= 3 * low
    if one.noun is not None and one.amount.unit is None:
        return False
    # "put the crowd at 6,000 to 8,000"
    return shared or _dashed(lex, one, other) or lead == "at"


def _close(lex: Sequence[Lexeme], one: Counted, other: Counted) -> bool:
    """ "three or four", "20 or 30", "hundreds or thousands": neighbours."""
    low, high = _ends(lex, one, other)
    return low < high and (high <= 2 * low or one.amount.number.kind == "vague")


def _ends(lex: Sequence[Lexeme], one: Counted, other: Counted) -> tuple[float, float]:
    """Both values; the first takes the magnitude of the second ("three to five thousand")."""
    low, high = one.amount.low, other.amount.high
    last, first = one.amount.number.last, other.amount.number.first
    bare = one.amount.number.last - one.amount.number.first == 1 and one.amount.low == one.amount.number.low
    head = lex[first].low
    start = float(head.replace(",", "")) if lex[first].figure else number_words().small.get(head, 0.0)
    if (
        bare
        and lex[last - 1].low not in number_words().magnitudes
        and start
        and low < start
        and other.amount.low > start
    ):
        scale = other.amount.low / start
        if scale in (100.0, 1e3, 1e5, 1e6, 1e9, 1e12, 12.0):
            low *= scale
    return low, high


def _made(lex: Sequence[Lexeme], one: Counted, other: Counted, lead: int, rule: str) -> Reading:
    low, high = _ends(lex, one, other)
    unit = _unit(other) or _unit(one)
    if one.amount.money and unit is not None and not other.amount.money:
        unit = one.amount.unit
    low, high = min(low, high), max(low, high)
    op: Op = "range" if low < high else "eq"
    return Reading(
        op, low, high, unit, other.noun or one.noun, one.bound.first - lead, other.amount.last, rule,
    )  # fmt: skip


def _share(lex: Sequence[Lexeme], one: Counted, other: Counted) -> Reading | None:
    """ "one in five drivers", "two out of three": a share of what the second number counts."""
    gap = " ".join(x.low for x in lex[one.amount.last : other.amount.first])
    if one.amount.unit is not None or other.amount.unit is not None or not 0 < one.amount.low < other.amount.low:
        return None
    timed = other.noun is not None and other.noun.lemma in words("units")["time"]["words"]
    # "two in five drivers", but "she won two in five seasons"
    begins = one.bound.first == 0 or not lex[one.bound.first - 1].low[0].isalnum()
    told = gap in ("out of", "out of every", "in every", "of every")
    told = told or (gap == "in" and (begins or lex[one.amount.first].low in ("one", "1")))
    if not told or timed or (gap == "in" and other.amount.low > 1000):
        return None
    value = one.amount.low / other.amount.low
    return Reading(one.bound.op or "eq", value, value, "share", other.noun, one.bound.first, other.amount.last, "share")
