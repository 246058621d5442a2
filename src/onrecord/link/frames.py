"""Whether a verb of a clause is about the thing that was promised."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.lexicon import words as lexicon_words
from onrecord.link.cues import listed
from onrecord.link.deeds import ANY, Place
from onrecord.link.phrases import Frame, frame, group, head_of
from onrecord.link.words import is_past, plain_form, stem, stems

BY_FORCE = frozenset(
    {
        "leave",
        "enter",
        "attack",
        "truce",
        "protect",
        "seize",
        "hinder",
        "blockade",
        "test",
        "repay_in_kind",
        "nothing",
        "resupply",
        "flow",
        "keepout",
        "interrupt",
        "snap",
    }
)
"""Families of deeds that are told by who does them and where."""
SELF = frozenset({"leave", "homecoming", "visit"})
"""Families of deeds by which somebody goes somewhere himself."""
OF_HIMSELF = frozenset({"candidacy", "strike"})
"""The same, whatever office it is for."""
DESTROYING = frozenset({"force", "attack"})
"""Families of deeds that a blast does."""
WHOLE = DESTROYING | {"clean", "close"}
"""Families of deeds that are told of a part of the thing."""
HARMING = frozenset({"truce", "attack", "protect"})
GIVING = frozenset({"give", "pay", "fund", "feed", "treat", "admit", "train", "vaccinate"})
"""Families of deeds that are done to somebody, whose thing need not be named."""
PAYING = frozenset({"pay", "fund"})
"""Families of deeds of which the thing is money."""
HIS_OWN = frozenset({"deploy", "give", "test", "hold", "publish", "relocate", "hire", "sack", "form", "visit", "talk"})
"""Families of deeds that nobody has done for him by a firm that he hires."""
_BEGINNING = frozenset({"begin", "start", "prepar"})


@dataclass(frozen=True, slots=True)
class Thing:
    """What was promised, as stems: the words of the thing itself, of whoever promised it, of the deed, of all that the
    promise says; the families of the deed; and who is to do it where the promise names another ("the army will")."""

    heads: frozenset[str]
    doer: frozenset[str]
    deed: frozenset[str]
    telling: frozenset[str]
    families: frozenset[str]
    agents: frozenset[str] = frozenset()


def fits(thing: Thing, clause: str, place: Place) -> bool:
    """Whether what a verb tells is told of the thing that was promised, or of the noun of the deed; of marching and
    shooting it is enough that the promisor does it."""
    made = frame(clause, place.at)
    if place.pattern and stranger(thing, made, place):
        return False
    if not thing.heads:
        return _by_himself(thing, clause, place)
    if thing.families & OF_HIMSELF and place.pattern and not made.passive and head_of(made.subject, thing.doer):
        return True
    rest = rest_of_them(made.subject)
    subject = thing.heads if rest else stems(" ".join(made.subject))
    behind = stems(" ".join((*made.object, *made.rest)))
    if "own" in map(str.casefold, made.object) and not thing.doer & subject:
        return False  # "cut its own net"
    known = thing.heads | _counted(thing, (*made.subject, *made.object, *made.rest))
    if of_others(thing, made, place):
        return False
    if _part_of(thing, made):
        return True
    if not known & (subject | behind if subject else stems(clause)) and not subject & _generic():
        money = bool(thing.families & PAYING) and head_of(made.object, _generic())
        return not place.pattern or bool(money) or (bool(thing.doer & subject) and _his(thing, made, place))
    if not place.pattern or thing.families & BY_FORCE:
        return True
    if {word.casefold() for word in made.subject} & listed("pattern", "foreign"):
        return False
    if thing.agents & subject and behind & (thing.heads - thing.agents):
        return True
    if place.pattern[0] == "stand" and not subject & thing.heads:
        return False  # "the deployment stands at 900 men"
    if place.pattern[0] in _BEGINNING and made.object and not stems(" ".join(made.object)) & (thing.heads | thing.deed):
        return False  # "began a drill"
    of_it = rest or head_of(made.subject, thing.heads | thing.deed) or _goes_on_at(made, thing)
    if subject & thing.heads and not of_it and not behind & thing.heads:
        return False
    if "hire" in thing.families and made.rest[:1] in (("as",), ("to",)) and head_of(made.rest[1:], thing.heads):
        return True  # "named Ida Holm as minister"
    return made.passive or place.pattern == ANY or _takes(made, thing.heads, thing.deed if of_it else None, place)


def _counted(thing: Thing, words: tuple[str, ...]) -> frozenset[str]:
    """The numbers of the promise that some words hold with no other noun behind them ("24 ambulances" are no guns)."""
    found: set[str] = set()
    for n, word in enumerate(words):
        number = stems(word) & {w for w in thing.telling if w[0].isdigit() and len(w) > 1}
        behind = group(words[n + 1 : n + 4])
        own = stems(" ".join(behind)) - {w for w in stems(" ".join(behind)) if w[0].isdigit()} - _people()
        plain = all(is_past(w) or w[0].isupper() for w in behind if stems(w) & own)
        if number and (not own or own & (thing.heads | thing.telling) or plain):
            found |= number
    return frozenset(found)


def rest_of_them(words: tuple[str, ...]) -> bool:
    """Whether a noun phrase stands for the rest of them without another word for what they are.

    >>> rest_of_them(("The", "remaining", "57")), rest_of_them(("The", "last", "of", "them"))
    (True, True)
    >>> rest_of_them(("The", "remaining", "57", "guards")), rest_of_them(("57",))
    (False, False)
    """
    low = [word.casefold() for word in words]
    low = low[next((n for n, word in enumerate(words) if word in ("The", "the", "All", "all")), 0) :]  # no dateline
    counting = listed("pattern", "counting") | {
        "remaining",
        "final",
        "others",
        "them",
        "of",
        "the",
        "all",
        "and",
        "other",
    }
    rest = {"remaining", "final", "others", "rest", "remainder", "last", "other"} & {*low}
    return bool(rest) and low[-1:] != ["other"] and all(w in counting or w[0].isdigit() for w in low)


def stranger(thing: Thing, made: Frame, place: Place) -> bool:
    """Whether a verb is told of another than the one who was meant: somebody's kin, some other state, some other firm
    where one does such a deed oneself ("a private firm launched a probe"); not of whoever gets what was promised."""
    noun = [word.casefold() for word in group(made.subject)]
    meant = thing.telling | thing.agents | thing.heads
    if not noun or stem(noun[-1]) in meant or noun[-1] in thing.doer:
        return False
    if noun[-1] in listed("nouns", "kin"):
        return not stems(" ".join((*made.object, *made.rest))) & thing.heads
    one_of_many = noun[0] in listed("pattern", "indefinite") or noun[0][0].isdigit()
    if made.passive or not one_of_many or {place.pattern[0], stem(place.pattern[0])} & _receiving():
        return False
    firm = bool(thing.families & HIS_OWN) and noun[-1] in listed("nouns", "firms")
    return firm or noun[-1] in listed("nouns", "states")


def _goes_on_at(made: Frame, thing: Thing) -> bool:
    """Whether the subject is what goes on at the thing, without a name of its own ("traffic through Vik", "work at the
    mine")."""
    noun = stems(" ".join(group(made.subject)[-1:]))
    return bool(noun & _generic()) and bool(stems(" ".join(made.subject)) & thing.heads)


def of_others(thing: Thing, made: Frame, place: Place) -> bool:
    """Whether a verb in the active is told of somebody or something else: another leaves, a ship hits a rock, those who
    sell a thing close, a decision is attacked, a storm does it."""
    if not place.pattern or made.passive:
        return False
    noun = [word.casefold() for word in group(made.subject)]
    if set(noun[-1:]) & listed("nouns", "mishaps"):
        return not (thing.families & DESTROYING and set(noun[-1:]) & listed("nouns", "blasts"))
    if set(noun[-1:]) & listed("nouns", "concerned") and stems(" ".join(noun[:-1])) & thing.heads:
        return True  # "coal miners"
    if thing.families & SELF and stems(" ".join(made.subject)):
        forces = thing.agents | _forces()
        led = stems(" ".join(made.object)) & forces or stems(" ".join(noun)) & thing.doer
        return not led and not head_of(made.subject, forces | thing.doer | thing.heads)
    if thing.families & HARMING and len(place.pattern) == 1:
        itself = head_of(made.subject, thing.heads) and not stems(" ".join((*made.object, *made.rest))) & thing.heads
        return itself or bool({word.casefold() for word in made.object} & listed("nouns", "spoken"))
    return False


def _part_of(thing: Thing, made: Frame) -> bool:
    """Whether the subject is a part of the thing by which the whole is known: "two spans of the bridge" that lie in the
    river, "the tanks of the wreck" that are empty."""
    for words in (made.subject, made.object) if thing.families & WHOLE else ():
        noun = {word.casefold() for word in group(words)}
        if noun & listed("nouns", "parts") and stems(" ".join(words)) & (thing.heads | thing.telling - thing.deed):
            return True
    return False


def _his(thing: Thing, made: Frame, place: Place) -> bool:
    """Whether what the promisor does can be what he promised although the thing is not named: by force, to so many of
    them, or to whom it was promised."""
    taken = made.rest[:3] if {*made.rest[:1]} & {*place.pattern[1:]} else ()  # "took on 40 people"
    number = (*made.object, *taken)
    counted = any(word[:1].isdigit() for word in number) and stems(" ".join(number)) <= _people() | _digits(number)
    to_them = len(place.pattern) == 1 and place.pattern != ANY and bool(stems(" ".join(made.object)) & thing.telling)
    to_them = to_them and bool(thing.families & GIVING)
    return bool(thing.families & BY_FORCE) or counted or to_them


@cache
def _forces() -> frozenset[str]:
    return frozenset(map(stem, listed("nouns", "forces")))


@cache
def _people() -> frozenset[str]:
    return frozenset(map(stem, listed("nouns", "people")))


def _digits(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(s for word in words if word[:1].isdigit() for s in stems(word)) | {stem("million"), stem("more")}


def _by_himself(thing: Thing, clause: str, place: Place) -> bool:
    """Whether somebody who is to do a thing without an object does it himself, and not his brother."""
    made = frame(clause, place.at)
    alone = place.pattern == ANY and not made.object
    if not place.pattern or not (alone or place.pattern[0] in thing.deed) or made.passive:
        return True
    return not stems(" ".join(made.subject)) & thing.doer or head_of(made.subject, thing.doer)


def _takes(made: Frame, heads: frozenset[str], of_it: frozenset[str] | None, place: Place) -> bool:
    """Whether the object of a verb in the active is no other thing. `of_it`: the deed, where its subject is the thing:
    it may do much, but neither the deed itself nor get something else."""
    named = stems(" ".join(made.object))
    if place.pattern[-1] == "to" and not made.object:
        return True
    if named and named <= _days():
        return bool(heads & stems(" ".join(made.rest)))  # "spent Monday with the crews"
    if made.object and named <= _generic():
        return True
    own = {*map(stem, made.object), *map(plain_form, (w.casefold() for w in made.object))}
    if (
        not named
        or head_of(made.object, heads)
        or own & {*place.pattern[1:]}
        or any(w[:1].isdigit() for w in made.object)
    ):
        return True
    if of_it is not None:
        return len(place.pattern) > 1 or not {place.pattern[0], stem(place.pattern[0])} & (_receiving() | of_it)
    return bool({plain_form(w.casefold()) for w in made.rest} & {*place.pattern[1:]}) and bool(
        heads & stems(" ".join(made.rest))
    )


def money_in(clause: str) -> bool:
    """Whether a clause names the money without saying how much."""
    return not {"money", "payment", "cheque", "cheques", "sum", "account", "accounts"}.isdisjoint(
        clause.casefold().split()
    )


@cache
def _days() -> frozenset[str]:
    """The stems of names of days and of lengths of time."""
    spans = ["day", "night", "morning", "afternoon", "evening", "week", "hour", "minute"]
    return frozenset(map(stem, (*lexicon_words("parts")["dateline"]["weekdays"].split(), *spans)))


@cache
def _generic() -> frozenset[str]:
    return frozenset(map(stem, listed("pattern", "generic")))


@cache
def _receiving() -> frozenset[str]:
    return frozenset(plain_form(verb) for verb in listed("verbs", "receiving"))
