"""Source and target of an event, with those of what it asks, refuses or threatens."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.event_aims import aim
from onrecord.extract.event_arguments import subjects
from onrecord.extract.event_codes import demanded
from onrecord.extract.event_patterns import Sense, code_of, sense_of
from onrecord.extract.event_signs import conditional
from onrecord.extract.parse import Parse
from onrecord.extract.participants import Sides, named, participants
from onrecord.model import Participant

_WIDEST = 40
"""Tokens after a protest that may tell of whom it demands something."""
_WANTED = frozenset({"02", "10"})
"""Roots of what is wanted of somebody else."""


def sides(parse: Parse, so_far: Draft, i: int, sense: Sense) -> Sides:
    """Source and target of the event that the token `i` names in this sense.

    Whoever says what another must do makes a demand, and the other is its target.
    """
    if demanded(parse, so_far, i):
        verb = parse.head[i] if parse.pos[i] == "AUX" else i
        speakers, doers = subjects(parse, parse.head[verb]), parse.childs(verb, "nsubj", "nsubjpass")
        return named(parse, so_far, speakers), named(parse, so_far, doers)
    source, target = _with_asked(parse, so_far, i, sense, participants(parse, so_far, i, sense.code))
    if not target and sense.code == "150" and len({p.country for p in source} - {None}) > 1:
        return source, source[1:] + source[:1]  # "Danish and Swedish jets began drills": with each other
    return source, target or _protested(parse, so_far, i, sense) or _warned(parse, so_far, i, sense)


def _protested(parse: Parse, so_far: Draft, i: int, sense: Sense) -> tuple[Participant, ...]:
    """Of whom protesters demand what they march for: "rioted, calling for the removal of the king"."""
    if not sense.code.startswith("14"):
        return ()
    for t in range(i + 1, min(parse.right[i], i + _WIDEST)):
        below = sense_of(parse, t)
        if below and aim(parse, t, below) and (found := sides(parse, so_far, t, below)[1]):
            return found
    return ()


def _warned(parse: Parse, so_far: Draft, i: int, sense: Sense) -> tuple[Participant, ...]:
    """Who can avert what is threatened: "threatened to strike unless the mine reopened"."""
    if not sense.code.startswith("13"):
        return ()
    verbs = (i, *parse.childs(i, "xcomp", "ccomp"))
    clauses = [c for v in verbs for c in parse.childs(v, "advcl") if conditional(parse, c)]
    return named(parse, so_far, [t for c in clauses for t in parse.childs(c, "nsubj")])


def _with_asked(parse: Parse, so_far: Draft, i: int, sense: Sense, own: Sides) -> Sides:
    """The sides with those of what is asked, meant, refused or threatened: whoever an appeal or a demand wants to act
    is its target, and what is meant, refused or threatened is so to those to whom it would be done."""
    source, target = own
    inner = code_of(parse, i, sense)[1]
    below = sense_of(parse, inner) if inner is not None else None
    if inner is None or below is None:
        return own
    doers, sufferers = participants(parse, so_far, inner, below.code)
    if sense.code[:2] in _WANTED:
        more = () if target else (tuple(p for p in doers if p not in source) or sufferers)
    else:
        more = sufferers
    known = {p.span for p in source + target}
    return source, target + tuple(p for p in more if p.span not in known)
