"""Events that are only spoken of below another: what is asked for, what somebody is punished for, what is condemned.

The event above tells what was done. What stands below it is an event of its own where it has a day, or both of its
sides, or where it is said that it did not happen; else it was reported elsewhere, and counting it would count it twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from onrecord.extract.event_signs import VERBAL, infinitive
from onrecord.extract.parse import Parse
from onrecord.model import Event

_NEAR = 6
"""Most words between an event and the one above it."""
_ASKED = frozenset({"02", "10"})
_WANTED = _ASKED | {"03", "12"}
"""Roots of what is asked, demanded, promised and refused: such an event holds what it is about in its own code."""
_PUNISHED = ("116", "173")
"""Codes of verdicts and jailings: the deed is that for which somebody is punished."""
_UNREAL = frozenset({"hypothetical", "possible", "planned"})
_CHARGES = frozenset({"of", "for", "with", "over", "from"})
"""Prepositions before what somebody is accused of or punished for."""
_ABOUT = frozenset({"of", "for", "on", "over", "about", "with", "to", "from", "against", "into", "as", "behind"})
"""Prepositions before what another deed is about; after "after" a noun tells what happened, too."""
_DURING = frozenset({"in", "during"})
_MEETING = "04"
_SEATED = _DURING | {"at"}
"""Prepositions before the meeting at which a thing was said or done."""


def reported(parse: Parse, found: dict[int, Event]) -> list[Event]:
    """The events, by trigger token, without those that are only spoken of below another of them.

    Whoever is wanted to do such a thing, or to have it done to him, is the target of what is above it; so is the target
    of a thing of the same kind: "launched a raid in which they burned the mill".
    """
    only = {i: over for i, event in found.items() if (over := _over(parse, i, found)) is not None
            and _mentioned(parse, i, event, found, over)}  # fmt: skip
    told = dict(found)
    for i, over in only.items():
        above = told[over]
        root = (above.cameo or "")[:2]
        if not above.target and (root in _WANTED or root == (found[i].cameo or "")[:2]):
            asked = found[i].source if root in _ASKED else ()
            near = tuple(p for p in asked or found[i].target if p not in above.source)
            told[over] = replace(above, target=near)
    return [event for i, event in told.items() if i not in only]


def _mentioned(parse: Parse, i: int, event: Event, above: Mapping[int, Event], over: int) -> bool:
    if event.time is not None:
        return False
    if event.factuality == "denied":  # "refused a request" is no denial that there was one
        return parse.pos[i] not in VERBAL and (event.cameo or "")[:2] in _ASKED
    wanted = (above[over].cameo or "")[:2] in _WANTED and event.factuality in _UNREAL
    if parse.pos[i] in VERBAL:
        return wanted or _charged(parse, i, event, above) or _told_which(parse, i, event)
    if _named_thing(parse, i, event):
        return False
    return wanted or _topic(parse, i, event)


def _over(parse: Parse, i: int, above: Mapping[int, Event]) -> int | None:
    at = i
    for _ in range(_NEAR):
        if parse.head[at] == at:
            return None
        at = parse.head[at]
        if at in above:
            return at
    return None


def _charged(parse: Parse, i: int, event: Event, above: Mapping[int, Event]) -> bool:
    """Whether a verb tells of what deed somebody is accused, in general, or for what he is punished: "jailed him for
    plotting a coup"; "accused the rebels of shelling the mill" tells of the shelling, too."""
    prep = parse.head[i]
    over = above.get(parse.head[prep])
    if over is None or parse.dep[i] != "pcomp" or parse.lower(prep) not in _CHARGES:
        return False
    return not (event.source and event.target) or (over.cameo or "").startswith(_PUNISHED)


def _told_which(parse: Parse, i: int, event: Event) -> bool:
    """Whether a clause only tells which person, thing or plan is meant: "freed the sailors who were seized off Yemen",
    "welcomed the decision to pardon him". After a comma a clause tells more of what is known already."""
    if parse.dep[i] not in ("acl", "relcl"):
        return False
    if event.factuality in _UNREAL:
        return infinitive(parse, i)
    first = parse.left[i]
    set_off = parse.tag[i] == "VBG" or (first > 0 and parse.word(first - 1) in (",", "-", "–", "—"))
    return event.factuality == "happened" and not (set_off and event.source)


def _topic(parse: Parse, i: int, event: Event) -> bool:
    """Whether a noun with one side at most is what another deed is about, or the meeting at which it was done:
    "condemned the raid on the mill", "told a summit"."""
    if event.factuality == "ongoing" or (event.source and event.target) or (event.place and event.quantities):
        return False
    word = parse.lower(parse.head[i])
    if parse.dep[i] != "pobj":
        return parse.dep[i] in ("dobj", "conj")
    if word in _SEATED and (event.cameo or "").startswith(_MEETING):
        return True
    bare = not (event.source or event.target) and word not in _DURING
    return word in _ABOUT or bare


def _named_thing(parse: Parse, i: int, event: Event) -> bool:
    """Whether what is wanted is one definite deed done to somebody: "demanded the arrest of the governor"."""
    definite = any(parse.lower(c) == "the" for c in parse.childs(i, "det"))
    return definite and event.factuality == "hypothetical" and bool(event.target)
