"""Whether a clause speaks of what a commitment is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon import words as lexicon_words
from onrecord.link import actions, deeds, frames, phrases, scenes
from onrecord.link.clauses import clauses
from onrecord.link.cues import listed, plain, stems_of
from onrecord.link.refs import anchor
from onrecord.link.vectors import setting
from onrecord.link.who import Party, Tie, party, tie
from onrecord.link.words import content, stem, stems, total
from onrecord.model import Commitment, Record, Spans, hull

_PASSIVE = re.compile(r"be |.{0,12}\bbe ")
_LASTS = re.compile(r"(?:it )?(?:will |would |to )?(?:last|hold|run|remain|continue|stay|apply|be in force)\b")
_HE = re.compile(r"(?:he|she)\b", re.IGNORECASE)
PERSONAL = frozenset({"resign", "candidacy", "strike", "apologise"})
"""Families of deeds that somebody does himself, without an object."""
HIS = 0.44
"""Weight of the words of a promisor by which he is known where such a deed is told of him."""
TOLD: tuple[deeds.Told, ...] = ("done", "progress", "contrary", "undone")
"""What a clause may tell of a deed in other words than its own."""
PLACED = frozenset({"open", "build", "close", "clean"})
"""Families of deeds that are done to what stands at a place, which may be walked through for other reasons."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a commitment is about, as stems: `action` what will be done, `around` the other words of its sentence.

    `promisors` are the parties of "Norland and Sarvia" one by one, besides the two together; `frame` holds the stems
    that only say which countries and governments it is about, `names` those of other names in the action, `telling`
    the action's words without those of the frame and of the promisor's name, where others are left, `condition` the
    words of the condition, `families` those of the deed (link/deeds.py), which is `deed`: what is to go on where the
    verb only says that something does. `purpose` is the verb of what somebody is sent or used to do, `ended` that of
    what is to be stopped ("stop dumping waste"), `heads` are the words of the thing itself, without places and goals,
    `tellers` are those who report it, `doer` the words of who is to do it ("the board" of "the board will pay"),
    `agents` those of another than the promisor who is to do it himself ("the army will load the ships"),
    `person` the last names of those whom it is done to, `goal` where to, `users` for whom,
    `called` gives what news may call a word of the action by ("power": "electricity").
    """

    action: frozenset[str]
    around: frozenset[str]
    verb: str | None
    promisor: Party | None
    promisors: tuple[Party, ...] = ()
    frame: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    condition: frozenset[str] = frozenset()
    deed: str | None = None
    purpose: str | None = None
    ended: str | None = None
    heads: frozenset[str] = frozenset()
    families: tuple[str, ...] = ()
    tellers: tuple[Party, ...] = ()
    doer: frozenset[str] = frozenset()
    called: tuple[tuple[str, frozenset[str]], ...] = ()
    agents: frozenset[str] = frozenset()
    person: frozenset[str] = frozenset()
    goal: frozenset[str] = frozenset()
    users: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        """The action's words and its verb."""
        return self.action | {self.verb} if self.verb else self.action

    @property
    def verbs(self) -> frozenset[str]:
        """The stems of the verbs that tell of it as done."""
        return frozenset(v for v in (self.verb, self.purpose) if v)

    @property
    def goes_on(self) -> bool:
        """Whether to keep it is to let something go on, or to keep the peace."""
        return deeds.upkeep(self.verb) or "truce" in self.families

    def told(self, what: deeds.Told, clause: str) -> int | None:
        """Where the clause says so of the deed in other words than its own."""
        if what == "contrary" and self.goes_on:
            thing = self._thing
            found = (p for p in deeds.places(self.families, what, clause))
            return min(
                (p.at for p in found if not frames.of_others(thing, phrases.frame(clause, p.at), p)), default=None
            )
        return self._first(self.families, what, clause)

    def seen(self, clause: str) -> int | None:
        """Where a clause shows the thing where it was to be brought, or in use."""
        if scenes.MOVED & {*self.families} and self.goal and self.heads:
            at = scenes.at_goal(self._thing, self.goal, clause)
            if at is not None:
                return at
        if scenes.TAKEN_IN & {*self.families} and self.heads and self.promisor:
            at = scenes.at_goal(self._thing, self.promisor.words, clause, brought=True)
            if at is not None:
                return at
        if scenes.MADE & {*self.families} and self.heads:
            users = self.users.union(*(names for word, names in self.called if word in self.users))
            return scenes.in_use(self._thing, users, clause)
        return None

    def broken(self, clause: str, *, himself: bool = False) -> bool:
        """Whether the clause tells the contrary of what can then not be done any more; `himself`: that the promisor, as
        the subject of a verb in the active, does it."""
        told = (p for p in deeds.places(deeds.final(self.families), "contrary", clause) if self.fits(clause, p))
        return any(not himself or self._does(clause, p) for p in told)

    def _does(self, clause: str, place: deeds.Place) -> bool:
        """Whether the promisor is the subject of the verb at a place."""
        made = phrases.frame(clause, place.at)
        words = self.promisor.words if self.promisor else frozenset()
        does = bool(place.pattern) and not made.passive and phrases.head_of(made.subject, words)
        return does and total(words & stems(" ".join(made.subject))) >= HIS

    def _first(self, names: tuple[str, ...], what: deeds.Told, clause: str) -> int | None:
        return min((p.at for p in deeds.places(names, what, clause) if self.fits(clause, p)), default=None)

    def fits(self, clause: str, place: deeds.Place) -> bool:
        """Whether what is told at a place of the clause is told of the thing that was promised."""
        return frames.fits(self._thing, clause, place)

    @property
    def _thing(self) -> frames.Thing:
        doer = self.promisor.words if self.promisor else frozenset()
        deed = frozenset(word for word in (self.verb, self.deed) if word)
        heads = self.heads.union(*(names for word, names in self.called if word in self.heads))
        agents = self.agents.union(*(names for word, names in self.called if word in self.agents))
        return frames.Thing(heads, doer, deed, self.telling, frozenset(self.families), agents)

    def himself(self, clause: str) -> bool:
        """Whether the promisor is told to do what somebody does without an object, or the contrary of it."""
        if not PERSONAL & {*self.families} or self.promisor is None:
            return False
        if self.heads and not frames.OF_HIMSELF & {*self.families}:
            return False
        told = (p for what in TOLD for p in deeds.places(self.families, what, clause) if self.fits(clause, p))
        return any(self._does(clause, p) for p in told)

    def meant(self, here: frozenset[str]) -> frozenset[str]:
        """The words of the action that stems of a clause stand for."""
        return frozenset(word for word, names in self.called if names & here)


def topic(record: Record, commitment: Commitment) -> Topic:
    """The topic of a commitment of the record."""
    text = record.article.text
    light = stems_of("verbs", "light", "committing")
    due = commitment.deadline.span if commitment.deadline else None
    term = stems(due.of(text)) if due else frozenset()
    written = [w for span in commitment.action for w in content(span.of(text))]
    found = frozenset(w.stem for w in written)
    action = (found - light - term) or (found - light) or found
    here = hull((*commitment.promisor, *commitment.action, anchor(commitment)))
    home = " ".join(c.of(text) for c in clauses(text) if c.overlaps(here))
    around = stems(home) - action - light - term
    who = party(record, commitment.promisor, commitment.promisor_actor)
    if who and set(plain(" ".join(s.of(text) for s in commitment.promisor)).split()) <= listed("nouns", "undertakings"):
        who = None  # "plans to close it": nobody's in particular
    spelt = " ".join(s.of(text) for s in commitment.action)
    verb = actions.verb_of(spelt)
    if verb and actions.LEFT.search(spelt):
        action = action - {stem("leave")} | {verb}
    deed = deeds.goes_on(verb, spelt)
    framed = frozenset(w.stem for w in content(home) if home[w.start].isupper() and setting(home[w.start : w.end]))
    known = deeds.families(spelt, deed) if not _of_truce(spelt, commitment.evidence.of(text)) else ("truce",)
    if verb is None and not known and stems(spelt) & stems_of("nouns", "money"):
        known = ("pay",)
    thing = actions.without_places(spelt) if PLACED & {*known} else spelt  # the school of Vik is no Vik
    whose = (stems(who.name) if who.kind == "person" and who.name else who.words) if who else frozenset()
    heads = actions.heads(thing, whose)
    names = frozenset(w.stem for w in written if w.name) - framed - term - dates()
    telling = (action - framed - whose) or action
    condition = stems(" ".join(s.of(text) for s in commitment.condition))
    will = actions.MODAL.search(spelt)
    doer = stems(spelt[: will.start()]) if will else frozenset()
    persons = _persons(record, commitment)
    users, goal = scenes.users_of(spelt), scenes.goal_of(spelt) - heads - dates()
    spoken = telling | heads | users
    return Topic(
        action, around, verb, who, _each(record, commitment.promisor), framed, names, telling, condition, deed,
        actions.purpose(spelt, verb), actions.ended(spelt), (heads - light - term) | persons,
        known,
        tuple(p for s in commitment.reported_by if (p := party(record, (s,), None)) is not None),
        doer,
        tuple((word, called) for word in sorted(spoken - {verb}) if (called := _called().get(word))),
        frozenset() if will and _PASSIVE.match(spelt, will.end() - 3) else doer - (who.words if who else frozenset()),
        persons, goal - light - term, users - heads - term,
    )  # fmt: skip


def _persons(record: Record, commitment: Commitment) -> frozenset[str]:
    """The stems of the last names of persons whom an action names, its promisor aside; of "he" or "she", of the one
    whom the sentence names besides."""
    text, action = record.article.text, commitment.action
    spelt = " ".join(span.of(text) for span in action)
    within = (commitment.evidence,) if _HE.match(spelt) else action
    found = {
        actor.name.split()[-1]
        for actor in record.actors
        if actor.kind == "person" and actor.name and " " in actor.name and actor.id != commitment.promisor_actor
        and any(span.holds(m.span) for m in actor.mentions for span in within)
        and not any(m.span.overlaps(s) for m in actor.mentions for s in (*commitment.promisor, *commitment.reported_by))
    }  # fmt: skip
    return frozenset(map(stem, found)) if within is action or len(found) == 1 else frozenset()


@cache
def dates() -> frozenset[str]:
    """The stems of the names of months and of days of the week."""
    table = lexicon_words("parts")["dateline"]
    return frozenset(stem(word) for name in ("months", "weekdays") for word in table[name].split())


def _of_truce(action: str, sentence: str) -> bool:
    """Whether it is a truce of its sentence that is to last ("declared a truce, saying it would hold until May")."""
    lasts = _LASTS.match(action) is not None
    return lasts and "truce" in deeds.families(sentence, None)


@cache
def _called() -> dict[str, frozenset[str]]:
    """What news calls a thing by, by the stem of the word with which it was promised."""
    return {
        stem(word): frozenset(map(stem, names.split())) for word, names in lexicon_words("outcomes")["called"].items()
    }


def _each(record: Record, promisor: Spans) -> tuple[Party, ...]:
    """The actors that a promisor's words name one by one; none where they name one."""
    if not any(re.search(r",|\sand\s", span.of(record.article.text)) for span in promisor):
        return ()
    found = [
        party(record, (m.span,), actor.id)
        for actor in record.actors for m in actor.mentions
        if any(span.holds(m.span) and m.span != span for span in promisor)
    ]  # fmt: skip
    return tuple(p for p in found if p is not None)


def tied(a: Topic, b: Topic) -> Tie | None:
    """How the promisors of two topics belong together; of several, one in common makes them one side."""
    found = tie(a.promisor, b.promisor)
    if found is None and (a.promisors or b.promisors):
        ones, others = ((*t.promisors, *((t.promisor,) if t.promisor else ())) for t in (a, b))
        return "side" if any(tie(one, other) for one in ones for other in others) else None
    return found


@cache
def staying() -> frozenset[str]:
    """The stems of verbs for being where one was."""
    return frozenset(stem(v) for v in listed("verbs", "staying") if v != "leave")


def told_back(record: Record, commitment: Commitment) -> bool:
    """Whether the article tells of the commitment as past: it dates it, or says "had promised", "after promising",
    "its pledge"."""
    if commitment.made_on is not None:
        return True
    text, evidence = record.article.text, commitment.evidence
    cue = anchor(commitment)
    before = plain(text[evidence.start : cue.start]).split()[-6:]
    if set(before[-3:]) & listed("pattern", "future"):
        return False
    noun = bool(set(plain(cue.of(text)).split()) & listed("nouns", "undertakings"))
    known = bool(before) and (before[-1] in listed("nouns", "known") or before[-1].endswith(("'s", "’s")))
    return (noun and known) or bool(set(before) & listed("pattern", "back"))
