"""Whether a clause tells of another place than the one that something was promised for."""

from __future__ import annotations

import re
from functools import cache

from onrecord.link.clauses import Clause
from onrecord.link.cues import listed
from onrecord.link.reading import Reading
from onrecord.link.topic import Topic, dates
from onrecord.link.vectors import setting
from onrecord.link.words import of_land, stem, stems, total

_PLACED = re.compile(
    r"\b(?:in|at|near|of|from|to|off|outside|around|across|into|over|through|on|against|with|between) (?:the |a )?"
    r"((?:[A-Z][\w'’-]+ ?){1,4})"
)


_FROM = re.compile(r"\b(?:of|from|off) (?:the |a )?((?:[A-Z][\w'’-]+ ?){1,4})")
AWAY = frozenset({"evacuate", "leave", "free", "recall", "expel", "sendback", "let_out"})
"""Families of deeds of which the goal may be any place."""
_DISTANCE = re.compile(
    r"\b(?:\d[\d.,]*|an?|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|some|several) "
    r"(?:kilometres|kilometers|km|miles|hours|minutes)(?:['’]s?)?(?: (?:drive|walk))? "
    r"(?:north |south |east |west |north-?east |north-?west |south-?east |south-?west |up |down|up)?(?:river )?"
    r"(?:from|of|outside|beyond|off) (?:the )?((?:[A-Z][\w'’-]+ ?){1,4})"
)
"""How far something is from a place: it is not there."""
_TWIN = re.compile(
    r"\b(New|Old|Upper|Lower|Greater|Lesser|Great|Little|Inner|Outer|Northern|Southern|Eastern|Western|North|South|"
    r"East|West) ([A-Z][\w-]+)"
)
"""One of two places of one name."""
_ONE = re.compile(r"\b(?:an?|another) ((?:[a-z-]+ ){0,2}[a-z-]+)")
"""An indefinite noun phrase."""
_OWNED = re.compile(r"[A-Z][\w-]*['’]s? ")
_GOAL = re.compile(r"\bto ((?:the|an?|its|his|her|their) [\w'’-]+|[A-Z][\w'’-]*)")
SAME_THING = 1.5
"""Weight of the words by which a thing that its promisor is named with is known again wherever it is."""
_GIVER = re.compile(
    r"\b(?:got|received|bought|obtained|collected|took delivery of)\b[^.;]{3,60}? from (?:the )?"
    r"((?:[A-Z][\w-]+ ?){1,3})"
)
RECEIVED = frozenset({"give", "flow", "pay", "sell", "deploy"})
"""Families of deeds that are told of whoever gets something, with the name of whom it is from."""
HANDED = frozenset({"sell", "give", "surrender"})
"""Families of deeds by which something goes to somebody."""


def elsewhere(a: Reading, about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether the article never names what the promise of `a` names, and its clause has a place that `a` knows nothing
    of: a bridge that is opened in another town is another bridge."""
    whose = about.promisor.words if about.promisor else frozenset()
    thing = total((about.telling - {about.verb, about.deed}) & clause.stems)
    bare = about.promisor is not None and thing < SAME_THING / 2
    names = about.names or (about.promisor.whose if about.promisor and bare else frozenset())
    if about.names and (_other_site(a, about, clause) or _another(a, about, clause)):
        return True
    if _far_off(a, about, clause) or _twin(about, a, clause):
        return True
    if not names or not names.isdisjoint(b.stems):
        return False
    if whose and whose <= clause.stems and thing >= SAME_THING:
        return False
    where = _FROM if AWAY & {*about.families} else _PLACED
    placed = [found for found in where.findall(clause.text) if not setting(found.strip())]
    named = frozenset(s for found in placed for s in stems(found)) - dates()
    return bool(named - whose) and named.isdisjoint(a.stems - whose)


def _far_off(a: Reading, about: Topic, clause: Clause) -> bool:
    """Whether the clause names what the promise is for only to say how far from it something else is ("the road to Vik,
    20 kilometres from Orla, was opened")."""
    far = frozenset(s for found in _DISTANCE.findall(clause.text) for s in stems(found))
    here = about.names & clause.stems or (far & a.stems if clause.text[:2] == "A " else frozenset())
    return bool(here) and here <= far and here.isdisjoint(stems(_DISTANCE.sub(" ", clause.text)))


def _twin(about: Topic, a: Reading, clause: Clause) -> bool:
    """Whether the promise is for one of two places of one name and the clause tells of the other ("Old Vik": "New
    Vik")."""
    meant = {(stem(name), side) for side, name in _TWIN.findall(a.text) if stem(name) in about.action}
    told = {(stem(name), side) for side, name in _TWIN.findall(clause.text)}
    named = {name for name, _ in meant} & {name for name, _ in told}
    return bool(named) and not any(name in named for name, _ in meant & told)


def _another(a: Reading, about: Topic, clause: Clause) -> bool:
    """Whether the promise is for a thing with a name and the clause tells of "a" thing of its kind."""
    if not about.names.isdisjoint(clause.stems):
        return False
    one_of = _indefinite(clause.told) & about.heads
    return not one_of.isdisjoint(_sites()) and one_of.isdisjoint(_indefinite(a.text))


def _indefinite(text: str) -> frozenset[str]:
    """The stems of the words behind "a" and "another"."""
    return frozenset(s for found in _ONE.findall(text) for s in stems(found))


def _other_site(a: Reading, about: Topic, clause: Clause) -> bool:
    """Whether the promise is for a site that it names and the clause tells of another one ("the Dorn plant": "the
    reactor at Tarl")."""
    if not about.names.isdisjoint(clause.stems) or about.action.isdisjoint(_sites()):
        return False
    named = frozenset(s for found in _site().findall(_OWNED.sub("", clause.text)) for one in found for s in stems(one))
    return bool(named - _sites() - dates()) and named.isdisjoint(a.stems - _sites())


@cache
def _site() -> re.Pattern[str]:
    """A site with its name, before it or behind."""
    nouns = "|".join(sorted(listed("nouns", "sites")))
    name = r"(?:[A-Z][\w-]+ ?){1,3}"
    return re.compile(rf"({name})(?:[a-z]+ )?\b(?:{nouns})\b|\b(?:{nouns}) (?:at|in|of|near|on) ({name})")


@cache
def _sites() -> frozenset[str]:
    return frozenset(map(stem, listed("nouns", "sites")))


def to_another(about: Topic, action: str, clause: Clause) -> bool:
    """Whether what was promised to one goes to another in the clause ("sold to a fund": "to its tenants")."""
    if RECEIVED & {*about.families} and _from_another(about, action, clause):
        return True
    if not HANDED & {*about.families}:
        return False
    meant, found = (frozenset(s for goal in _GOAL.findall(t) for s in stems(goal)) for t in (action, clause.told))
    found = found - about.heads  # "the keys to the mill"
    return bool(meant and found) and meant.isdisjoint(clause.told_stems)


def _from_another(about: Topic, action: str, clause: Clause) -> bool:
    """Whether somebody is told to have got it from another than the promisor ("received ten tanks from Vik")."""
    found = frozenset(s for giver in _GIVER.findall(clause.told) for s in stems(giver)) - dates()
    whose = about.promisor.words if about.promisor else frozenset()
    known = whose | stems(action) | frozenset().union(*(one.words for one in about.tellers))
    return (
        bool(found)
        and found.isdisjoint(known)
        and not any(of_land(s, w) or of_land(w, s) for s in found for w in known)
    )
