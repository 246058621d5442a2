"""How much of what was promised a clause counts: a part of it, the last of it, more than was allowed."""

from __future__ import annotations

import re
from functools import cache

from onrecord.link import deeds
from onrecord.link.bearing import done
from onrecord.link.clauses import Clause
from onrecord.link.cues import cue, listed, plain, speaks
from onrecord.link.predicates import predicates
from onrecord.link.reading import Reading
from onrecord.link.topic import Topic, told_back
from onrecord.link.words import is_past, stem, stems
from onrecord.model import Commitment

_LAST = re.compile(
    r"\b(?:(?:the|its|his|her|their|all) (?:remaining|rest(?! of (?:the|his|her|their) (?:way|day|night|week|month|"
    r"year|country|world|journey|route|distance|time))|final|remainder|other)|"
    r"(?:second|third|fourth|fifth|sixth|tenth|next) and (?:last|final)|"
    r"(?:the|its|his|her|their) last (?!week|month|year|night|time|minute|day|few|hour|\w+day))\b",
    re.IGNORECASE,
)
"""Told of the last of them, it is told of all of them."""
_ALL = re.compile(
    r"\b(?:all|every|each)(?: (?:of )?(?:the|its|his|her|their))?(?: \d[\d,.]*)? ([a-z-]+(?: [a-z-]+)?)", re.IGNORECASE
)
"""All of a thing, with the thing; one word may stand between ("all political prisoners")."""
_EACH = re.compile(r"\b(?:to|for) (?:every|each)(?: one of the| of the)? ([a-z-]+(?: [a-z-]+)?)", re.IGNORECASE)
"""Each of those who are to get something."""
_TWO = re.compile(
    r"\b([a-z]+) and (?:the|an?|its|his|her|their|one|two|three|four|five|six|seven|eight|nine|ten|\d+) ([a-z]+)\b"
)
"""Two things, the second with its article or number."""
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_OF_SO_MANY = re.compile(
    r"\b[Oo]f (?:the |its |their |some |about )?(\d[\d,]*|[a-z]+) [^.;]{3,80}?, (?:only |just |about )?"
    r"(\d[\d,]*|[a-z]+) (?:of them )?(?:have|has|had|got|were|was|are|is|received)\b"
)
_SOME_OF = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|\d+) "
    r"(?:members of|of (?:the|its|his|her|their)) ((?:[\w'’-]+ ?){1,3})",
    re.IGNORECASE,
)
_SO_MUCH_OF = re.compile(
    r"(\d[\d.,]*)(?: (million|billion|thousand))? (?:\w+ )?of (?:the|its|his|her|their) (?:promised |agreed )?"
    r"(\d[\d.,]*)(?: (million|billion|thousand))?"
)
"""A sum out of a larger one ("2 million of the 5 million crowns")."""
_SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_ABOUT = re.compile(r"\bsome (?=\d)", re.IGNORECASE)
_SHARES = frozenset({"%", "percent"})
"""Units of which less is not a part of what was promised: a duty of 10 percent is another duty."""
_BOTH = re.compile(r"\b(?:both|each other|two sides|neighbours)\b")
_PART = re.compile(r",? (?:when|since|after|because|who|which|as) (?=\w+)|, and ")
_FIRST = re.compile(r"\bfirst (?:\d[\d.,]*|two|three|four|five|six|ten|dozen|twenty|hundred|few) ", re.IGNORECASE)
_FIRST_OF = re.compile(r"\bfirst ((?:[\w-]+ ){1,3})", re.IGNORECASE)
"""Told of the first of them, it has begun."""
NEAR = 6
"""Words between a word of beginning and what is begun."""
MUTUAL = frozenset({"hold", "talk", "sign", "truce", "free"})
"""Families of deeds that one alone does not do, or that are told from one side."""
_DESCRIBED = re.compile(
    r"(?<=\w) still (?:in|at|on|held|with|under|inside)\b(?=[^,;]{0,60}? (?:[a-z]+ed|came|left|went) )"
)


def still(clause: Clause) -> bool:
    """Whether the clause says that nothing has changed; not in the reason that it gives, nor of those whom it only
    describes so ("the men still in the camp came home")."""
    said = clause.told.partition(" because ")[0]
    found = cue("still", _DESCRIBED.sub(" ", said))
    return found is not None


def still_at(clause: Clause, at: int) -> bool:
    """Whether the part of the clause around a place says that nothing has changed ("not a boat has left since the army
    shut the port": the port is shut)."""
    return cue("still", _around(clause, at)) is not None


def _around(clause: Clause, at: int) -> str:
    """The part of the clause around a place, between words that join two parts with a verb each."""
    starts = [m.end() for m in _PART.finditer(clause.told) if m.end() <= at]
    ends = [m.start() for m in _PART.finditer(clause.told) if m.start() > at]
    return clause.told[max(starts, default=0) : min(ends, default=len(clause.told))]


def last(clause: Clause) -> bool:
    """Whether the clause tells of the last of them."""
    return _LAST.search(clause.told) is not None


def some(clause: Clause, at: int | None = None) -> bool:
    """Whether the clause, or its part around a place, tells of some of them; "some 300" are about so many."""
    return cue("some", _ABOUT.sub(" ", clause.told if at is None else _around(clause, at))) is not None


def in_part(a: Reading, commitment: Commitment, b: Reading, clause: Clause) -> bool:
    """Whether the clause counts fewer of the very things that were promised, and not the last of them."""
    if cue("fulfilled", clause.told) or last(clause):
        return False
    about = a.topics[commitment.id]
    if still(clause):  # "26 of them were freed and 14 remain in jail"
        return done(about, clause.told) is not None and _counted_fewer(a, commitment, b, clause)
    if _of_so_many(clause) and (_own(about, clause) or about.told("done", clause.told) is not None):
        return True
    if _so_much_of(clause) and (_own(about, clause) or done(about, clause.told) is not None):
        return True
    if _some_of(about, clause) and done(about, clause.told) is not None:
        return True
    if about.told("contrary", clause.told) is not None or not (done(about, clause.told) or _own(about, clause)):
        return False
    if _some_of_all(a, commitment, b, clause) or _one_of_several(about, clause) or _one_thing(a, commitment, clause):
        return True
    return _counted_fewer(a, commitment, b, clause)


def _counted_fewer(a: Reading, commitment: Commitment, b: Reading, clause: Clause) -> bool:
    about = a.topics[commitment.id]
    return any(
        _fewer(b, clause, _kind(about, q.unit), q.low) for q in a.record.quantities
        if q.unit and q.low and stem(q.unit) not in _SHARES
        and (any(s.holds(q.span) for s in commitment.action)
             or (commitment.evidence.holds(q.span) and stem(q.unit) in about.heads | about.telling))
    )  # fmt: skip


def _so_much_of(clause: Clause) -> bool:
    """Whether the clause tells of a sum out of a larger one."""
    found = _SO_MUCH_OF.search(clause.told)
    if found is None:
        return False
    part, whole = (
        float(found[n].strip(".,").replace(",", "") or 0) * _SCALE.get(found[n + 1] or "", 1.0) for n in (1, 3)
    )
    return part < whole


def _of_so_many(clause: Clause) -> bool:
    """Whether of so many of them fewer are told of ("Of 40 farmers whose barns burned, 26 have the money")."""
    found = _OF_SO_MANY.search(clause.told)
    whole, part = (number_of(found.group(n)) for n in (1, 2)) if found else (None, None)
    return whole is not None and part is not None and part < whole


def number_of(word: str) -> float | None:
    """The number that a word or some digits stand for; None: none."""
    low = word.casefold().replace(",", "")
    if low.replace(".", "", 1).isdigit():
        return float(low)
    return float(_WORDS.index(low) + 1) if low in _WORDS else None


def _some_of(about: Topic, clause: Clause) -> bool:
    """Whether the clause counts some "of the" things that were promised, or just some "of them"."""
    found = _SOME_OF.search(clause.told)
    here = stems(found.group(1)) if found else frozenset()
    known = about.heads | about.telling | (about.promisor.words if about.promisor else frozenset())
    return found is not None and bool(here & known or about.meant(here) or {*found.group(1).split()} <= {"number"})


def _some_of_all(a: Reading, commitment: Commitment, b: Reading, clause: Clause) -> bool:
    """Whether all of a thing were promised and the clause only counts some of it ("every child": "40,000 children")."""
    thing = {s for span in commitment.action for noun in _ALL.findall(span.of(a.text)) for s in stems(noun)}
    each = {s for noun in _EACH.findall(commitment.evidence.of(a.text)) for s in stems(noun)}
    counted = {stem(q.unit) for q in b.record.quantities if clause.span.holds(q.span) and q.unit}
    some = bool(thing & counted) or bool(each & counted) or (each & _folk() and counted & _folk())
    return bool(some) and not _ALL.search(clause.told)


@cache
def _folk() -> frozenset[str]:
    """The stems of words for people who get something."""
    return frozenset(map(stem, listed("nouns", "folk")))


def _one_of_several(about: Topic, clause: Clause) -> bool:
    """Whether of two who each undertook it only one is told to have done it ("Norland has pulled back its men")."""
    if len(about.promisors) < 2 or not about.families or about.told("done", clause.told) is None:
        return False
    named = [one for one in about.promisors if one.words & clause.told_stems]
    return len(named) == 1 and not MUTUAL & {*about.families} and not _BOTH.search(clause.told)


def _one_thing(a: Reading, commitment: Commitment, clause: Clause) -> bool:
    """Whether of two things or persons that were promised together, each counted or with its article, the clause names
    one alone ("the pilot and two nurses": "the nurses walked free")."""
    heads = a.topics[commitment.id].heads
    for span in commitment.action:
        for one, other in _TWO.findall(span.of(a.text)):
            both = stems(one), stems(other)
            if (
                all(both)
                and both[0] | both[1] <= heads
                and bool(both[0] & clause.stems) != bool(both[1] & clause.stems)
            ):
                return True
    return False


def _own(about: Topic, clause: Clause) -> bool:
    """Whether a clause tells the deed by its own verb, or of a deed of no known kind something that does no harm."""
    verbs = {stem(p.verb) for p in predicates(clause.told) if p.said == "so"}
    if verbs & (about.verbs | {about.deed}):
        return True
    return not about.families and not deeds.harmed(clause.told)


def _kind(about: Topic, unit: str) -> frozenset[str]:
    """The stems of a counted noun and of what news may call it by ("guns": "howitzers")."""
    return frozenset({stem(unit)}).union(*(names for word, names in about.called if word == stem(unit)))


def _fewer(b: Reading, clause: Clause, units: frozenset[str], wanted: float) -> bool:
    """Whether the clause counts fewer of a thing than `wanted`, and no other total than that ("18 of the 30")."""
    undertaken = [c.evidence for c in b.record.commitments if not told_back(b.record, c)]
    got = [
        q.high for q in b.record.quantities
        if clause.span.holds(q.span) and q.high is not None and q.unit and stem(q.unit) in units
        and not any(span.holds(q.span) for span in undertaken)
    ]  # fmt: skip
    whole = len(got) == 1 or (wanted in got and len(units) == 1) or sum(got) == wanted
    return whole and any(high < wanted for high in got) and all(high <= wanted for high in got)


def other_share(a: Reading, commitment: Commitment, b: Reading, clause: Clause) -> bool:
    """Whether the clause tells of other percentages than the one that was promised: another duty, another rise."""
    promised = {
        q.low for q in a.record.quantities
        if q.unit in _SHARES and q.low is not None and any(s.holds(q.span) for s in commitment.action)
    }  # fmt: skip
    told = {q.low for q in b.record.quantities if q.unit in _SHARES and clause.span.holds(q.span)}
    return bool(promised and told) and promised.isdisjoint(told)


def over_limit(a: Reading, commitment: Commitment, b: Reading, clause: Clause) -> bool:
    """Whether the clause counts more of the very things of which no more than so many were promised."""
    words = set(plain(clause.told).split())
    if a is b or words & (listed("pattern", "future") - {"to"}):
        return False
    limits = [
        q for q in a.record.quantities
        if q.op in ("le", "lt") and q.unit and q.high is not None and any(s.holds(q.span) for s in commitment.action)
    ]  # fmt: skip
    counted = [q for q in b.record.quantities if clause.span.holds(q.span) and q.unit and q.low is not None]
    return any(stem(q.unit) == stem(o.unit) and (o.low or 0) > (q.high or 0) for q in limits for o in counted)


def begun(about: Topic, clause: Clause) -> bool:
    """Whether it is said to have begun, with the action's own verb or in words of its family."""
    if still(clause):
        return False
    if about.told("progress", clause.told) is not None or _FIRST.search(clause.told):
        return True
    first = _FIRST_OF.search(clause.told) if deeds.gradual(about.families) or "deploy" in about.families else None
    if (
        first
        and about.heads & (here := stems(first.group(1))) | about.meant(here)
        and done(about, clause.told) is not None
    ):
        return True
    at = speaks("progress", clause.told, about.words)
    if at is None or cue("fulfilled", clause.told):
        return False
    behind, ahead = plain(clause.told[at:]).split()[:NEAR], plain(clause.told[:at]).split()[-NEAR:]
    nouns = [word for word in ahead if not is_past(word)]
    return about.verb is None or bool(about.verbs & (stems(" ".join(behind)) | stems(" ".join(nouns))))


def under_way(commitment: Commitment, about: Topic, b: Reading) -> bool:
    """Whether what is to be let go on until a day is told before that day ("let people leave until Friday")."""
    term = commitment.deadline
    until = term is not None and term.type == "until" and term.latest is not None
    early = term is not None and term.latest is not None and (b.day or "") < term.latest[:10]
    return early and ("let_out" in about.families or (until and "admit" in about.families))


def past(commitment: Commitment, b: Reading) -> bool:
    """Whether the last day set lies before the article."""
    latest = commitment.deadline.latest if commitment.deadline else None
    return latest is not None and (b.day or "") > latest[:10]
