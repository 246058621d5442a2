"""Whether a clause bears on what was promised, and whether it tells it as done or as not done."""

from __future__ import annotations

import re

from onrecord.lexicon import countries
from onrecord.link import deeds, frames, phrases, working
from onrecord.link.cues import TOWARDS, listed, plain, stems_of
from onrecord.link.predicates import predicates
from onrecord.link.topic import TOLD, Topic
from onrecord.link.who import Party
from onrecord.link.words import Word, content, is_past, stem, stems, total

BARE, NEEDED = 0.8, 0.3
"""An action of less weight ("wells") needs the promisor, or so much of its sentence's other words, in the clause."""
COVER = 0.5
"""Share of the action's weight that a clause must hold where nothing else ties it to the commitment."""
COVER_TIED = 0.2
"""The same where the promisor stands in the clause."""
SUPPORT = 1.0
"""Summed weight of what clause and commitment share."""
WHOLE = 3
"""Words of an action that are enough by themselves where a clause holds all of them."""
NAMED = 0.35
"""The same where the thing and the name by which it was promised stand there."""
WORKING = frozenset({"open", "build", "form"})
"""Families of deeds after which a thing does its work."""
SENT = frozenset({"give", "deploy"})
"""Families of deeds by which somebody or something is sent to do something."""
MOVED = frozenset({"evacuate", "free"})
"""Families of deeds by which people get out of somewhere."""
SUPPORT_TIED = 0.8
"""The same where both the promisor and the action's verb stand in the clause."""


def touches(about: Topic, clause: str, context: frozenset[str] = frozenset()) -> bool:
    """Whether the clause speaks of the topic. `context` holds the stems of the article around the clause."""
    here = stems(clause)
    here = here | about.meant(here)
    names = ((about.promisor.words if about.promisor else frozenset()) & here) | _land(about.promisor, clause)
    if any(about.told(what, clause) is not None for what in TOLD):
        others = (about.around - about.promisor.words if about.promisor else about.around) & here
        if about.goes_on and names and total(others) >= NEEDED and about.told("contrary", clause) is not None:
            return True  # who lets it go on, whom it is for, and that it is over
        here = here | {w for w in (about.verb, about.deed) if w}
    if about.himself(clause):
        return True
    if about.person & here and any(about.told(what, clause) is not None for what in ("done", "contrary")):
        return True  # to whom it was to be done, and that it is done
    if about.person & here and (about.names - about.person) & here:
        return True  # whom it is done to, and where
    whose = about.promisor.words if about.promisor else frozenset()
    if total((about.telling | about.around | whose) & context, about.names) >= SUPPORT:
        if _of_the_rest(about, clause):
            return True
        if MOVED & {*about.families} and about.heads & here and about.told("done", clause) is not None:
            return True  # of those who were to get out, in an article about the same
        paid = frames.PAYING & {*about.families} and frames.money_in(clause) and about.told("done", clause) is not None
        if paid and (total(names) >= SUPPORT_TIED or about.around & here & stems_of("nouns", "folk")):
            return True  # those to whom it was promised "have the money"
    if about.telling.isdisjoint(here):
        return False
    if about.names & here and frames.WHOLE & {*about.families} and _of_a_part(about, clause):
        return True
    if (about.goal & here or names) and about.heads & here and about.seen(clause) is not None:
        return True
    shared = about.telling & here
    deed = frozenset(word for word in (about.verb, about.deed) if word)
    done_to = any(not deeds.families("", word) for word in about.telling - deed)
    if shared <= deed and done_to and deed.isdisjoint(stems(clause)):
        return False  # a phrase for such a deed, and no word of what it is done to
    if any(word[0].isdigit() and len(word) > 1 for word in shared) and about.told("done", clause) is not None:
        return True  # "the last of the 500 had arrived"
    counted = frozenset(word for word in about.telling if not word[0].isdigit()) or about.telling
    cover = total(shared & counted, about.names) / total(counted, about.names)
    others = about.around | (about.action - about.telling)
    near = 0.5 * total((about.around | about.action) & context - here)
    support = total(shared, about.names) + total(others & here) + near
    beside = total((about.around - about.frame) & here), total(names - about.frame)
    if names and about.action <= here and about.action & about.frame:
        return True  # whose it is, every word of it, and the country that it concerns
    if about.telling <= here and len(about.telling) >= WHOLE:
        return True
    if about.names & here and (about.heads - about.names - deed) & here and support >= SUPPORT_TIED and cover >= NAMED:
        return True  # the thing, and the name by which it was promised
    if total(about.telling) < BARE and max(beside) < NEEDED:
        return False
    if shared == {about.verb} and not (names or beside[0] >= 2 * NEEDED or about.action & about.frame & here):
        return False
    if about.verb in shared and names:
        return support + 0.5 * total(names - about.frame) >= SUPPORT_TIED
    return support >= SUPPORT and cover >= (COVER_TIED if names else COVER)


def _of_the_rest(about: Topic, clause: str) -> bool:
    """Whether the clause tells the deed of "the remaining 30" without another word for what they are."""
    places = deeds.places(about.families, "done", clause)
    return any(
        frames.rest_of_them(phrases.frame(clause, p.at).subject) and about.fits(clause, p) for p in places if p.pattern
    )


def _of_a_part(about: Topic, clause: str) -> bool:
    """Whether the clause tells the deed of a part of the thing ("found the tanks of the wreck empty")."""
    places = deeds.places(about.families, "done", clause)
    return any(listed("nouns", "parts") & {*plain(clause).split()} and about.fits(clause, p) for p in places)


def _land(promisor: Party | None, clause: str) -> frozenset[str]:
    """The stem of the first word of the clause that names the state for which the promisor acts ("Russia" for "the
    Russian defence ministry")."""
    if promisor is None or not promisor.official or promisor.country is None:
        return frozenset()
    for word in content(clause):
        raw = re.sub(r"['’]s?$", "", clause[word.start : word.end])
        if raw[:1].isupper() and promisor.country in (countries.country_of(raw), countries.demonym(raw)):
            return frozenset({word.stem})
    return frozenset()


def done(about: Topic, clause: str) -> int | None:
    """Where the clause says that the action has been done (in characters); None: nowhere.

    Its verb stands in a past or perfect form that is neither negated nor under a modal, or other words for the deed or
    for what it brings about do.
    """
    if about.verb == stem("meet") and not about.doer and _without_him(about, clause):
        return None
    giving = {stem(v) for v in listed("verbs", "giving")}
    for word in content(clause):
        meant = word.stem in about.verbs or (about.verb is None and word.stem in giving | about.action)
        if not (meant and asserted(clause, word) and (about.deed == about.verb or about.deed in stems(clause))):
            continue
        if about.verb is None or about.fits(clause, deeds.Place(word.start, (word.stem,))):
            return word.start
    if about.goes_on or (about.verb is None and not about.families):
        return None
    if about.verb is None:
        return about.told("done", clause)
    if SENT & {*about.families} and about.promisor:
        at = working.at_work(about.heads, about.promisor.words, clause)
        if at is not None:
            return at
    if WORKING & {*about.families} and about.heads and (at := working.serves(about.heads, clause)) is not None:
        return at
    carried = deeds.carried_out(about.verb, clause)
    told = about.told("done", clause) if carried is None else carried
    return about.seen(clause) if told is None else told


def _without_him(about: Topic, clause: str) -> bool:
    """Whether a clause names neither the promisor nor somebody that can be he."""
    whose = about.promisor.words if about.promisor else frozenset()
    return (
        bool(whose) and whose.isdisjoint(stems(clause)) and not {"he", "she", "they", "both"} & {*plain(clause).split()}
    )


def undone(deeds: frozenset[str], clause: str) -> bool:
    """Whether the clause says that one of the deeds, given as stems, was not done.

    >>> undone(frozenset({"open"}), "The ferry line never opened."), undone(frozenset({"open"}), "The line opened.")
    (True, False)
    """
    for word in content(clause):
        before = set(plain(clause[: word.start]).split()[-4:])
        if word.stem in deeds and plain(clause[: word.start]).split()[-1:] == ["no"]:
            return True  # "no verdict"
        if word.stem in deeds and is_past(clause[word.start : word.end]) and before & listed("pattern", "negative"):
            return True
    return False


def asserted(clause: str, word: Word) -> bool:
    """Whether a verb of the clause says that something was done: no mere plan, no negation before it."""
    raw = clause[word.start : word.end].split(maxsplit=1)[0]
    if any(p.at == word.start and p.said == "not" for p in predicates(clause)):
        return False
    before = plain(TOWARDS.sub("", clause[: word.start])).split()[-5:]
    if not is_past(raw) and (raw.endswith("ing") or not set(before[-3:]) & listed("pattern", "perfect")):
        return False
    if not is_past(raw) and (set(before[-1:]) & listed("pattern", "nominal") or _governed(before[-3:])):
        return False
    if set(before) & listed("pattern", "when") and {"will", "would"} & set(plain(clause[: word.start]).split()):
        return False  # "will leave once the drill has ended"
    return not set(before) & (listed("pattern", "future") | listed("pattern", "negative"))


def _governed(before: list[str]) -> bool:
    """Whether a verb between stands in the perfect, not the word behind: "have moved into attack positions"."""
    at = max((n for n, word in enumerate(before) if word in listed("pattern", "perfect")), default=len(before))
    return any(is_past(word) and word not in listed("pattern", "perfect") for word in before[at + 1 :])
