"""Source and target of an event, with those of what it asks, refuses or threatens."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.event_arguments import subjects
from onrecord.extract.event_codes import demanded
from onrecord.extract.event_patterns import Sense, code_of, sense_of
from onrecord.extract.parse import Parse
from onrecord.extract.participants import Sides, named, participants

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
    return _with_asked(parse, so_far, i, sense, participants(parse, so_far, i, sense.code))


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
