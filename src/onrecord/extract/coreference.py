"""Whom a pronoun stands for: a small resolver whose every point can be told.

It looks back from each pronoun, in text order, at actors that agree in kind, gender and number, and gives points: for
nearness, for being a subject, for a gender that is known, for being spoken of often. Whoever leads by a clear margin is
meant; where two are close nobody is. "It" needs an actor that acts, since most things are no actors.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from typing import Literal

from onrecord.extract.binding import bound, first_of, verb_of
from onrecord.extract.empty_pronouns import SUBJECTS, nobody
from onrecord.extract.parse import Parse
from onrecord.extract.roles import profile
from onrecord.lexicon import words
from onrecord.lexicon.organisations import gender, office_holder
from onrecord.model import Actor

Kind = Literal["m", "f", "it", "they", "speaker", "speakers"]

MARGIN = 0.6
"""Points by which the first must lead the second; our own choice, so that "X and Y met. He …" is not guessed."""
_BACK = 4
"""Sentences that are looked back."""
_MOST = 60
"""Mentions or tokens that are looked back at most, so that one endless sentence costs no more than many."""
_SINGLE = frozenset({"person", "unnamed"})
_BODIES = frozenset({"organisation", "state", "outlet", "group"})


@dataclass(frozen=True, slots=True)
class Person:
    """What agreement asks of an actor: gender where the article tells it, and whether it is many."""

    kind: str
    gender: str | None
    many: bool


@dataclass(slots=True)
class Scene:
    """The actors of an article with their mentions by head token, in text order; resolved pronouns are added."""

    parse: Parse
    people: list[Person]
    heads: list[tuple[int, int]] = field(default_factory=list)
    at: dict[int, int] = field(default_factory=dict)
    quoted: frozenset[int] = frozenset()
    """Tokens inside quotations: who is named there is less likely to be taken up outside."""
    counts: Counter[int] = field(default_factory=Counter)

    def note(self, head: int, who: int) -> None:
        """Add a mention of actor number `who`."""
        insort(self.heads, (head, who))
        self.at[head] = who
        self.counts[who] += 1

    def learn(self, at: int, who: int) -> None:
        """Keep the gender of an actor whose own words never tell it, once "she" or "he" stands for it."""
        kind = pronouns().get(self.parse.lower(at))
        if kind in ("m", "f") and self.people[who].gender is None:
            self.people[who] = replace(self.people[who], gender=kind)

    def join(self, head: int, who: int) -> None:
        """Let a group stand at the head of its first member, for "they"; what is one of them stays at the head."""
        insort(self.heads, (head, who))
        self.counts[who] += 1


@cache
def pronouns() -> Mapping[str, Kind]:
    """Every pronoun with the kind of actor that it can stand for."""
    return {word: kind for kind, listed in words("pronouns")["kind"].items() for word in listed}


def answers(lemma: str) -> bool:
    """Whether a verb of saying is an answer, so that not the last speaker speaks."""
    return lemma in _lists()["turns.answer"]


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    data = words("pronouns")
    tables = ("causes", "turns")
    return {f"{t}.{name}": frozenset(listed) for t in tables for name, listed in data[t].items()}


def scene(parse: Parse, actors: Sequence[Actor]) -> Scene:
    """The scene before any pronoun is resolved."""
    marks: dict[int, tuple[int, int]] = {}
    starts: dict[int, list[int]] = {}
    for number, actor in enumerate(actors):
        for mention in actor.mentions:
            if not (tokens := parse.tokens_in(mention.span)):
                continue
            starts.setdefault(number, []).append(tokens[0])
            for head in heads(parse, tokens):
                if head not in marks or len(tokens) < marks[head][0]:
                    marks[head] = (len(tokens), number)
    made = Scene(parse, [_person(parse, a, starts.get(n, [])) for n, a in enumerate(actors)])
    for head, (_, number) in sorted(marks.items()):
        made.note(head, number)
    return made


def heads(parse: Parse, tokens: range) -> set[int]:
    """The tokens by which a mention is met: its last, and what a name hangs by ("Ministry" in "Ministry of Ports")."""
    last = tokens[-1] - (parse.tag[tokens[-1]] == "POS" and len(tokens) > 1)
    above = parse.head[parse.head[last]]
    return {last, above} if parse.dep[last] == "pobj" and above in tokens else {last}


def _person(parse: Parse, actor: Actor, starts: Iterable[int]) -> Person:
    listed = words("roles")
    found: str | None = None
    for word in reversed((actor.role or "").lower().split()):
        found = found or next((tag for tag in ("m", "f") if word in listed["gender"][tag]), None)
    for start in starts:
        for i in (start, start - 1):
            if found is None and i >= 0:
                found = next((tag for tag in ("m", "f") if parse.lower(i) in listed["title"][tag]), None)
    if actor.kind == "person" and found is None:
        held = office_holder(actor.name, None) if " " not in actor.name else None
        full = held.name if held else actor.name
        found = gender(full.split()[0]) if " " in full else None
    if found is None and actor.kind == "unnamed":
        last = actor.name.lower().split()[-1]
        found = next((tag for tag in ("m", "f") if last in listed["gender"][tag]), None)
    if actor.kind != "unnamed" or not actor.mentions or not (tokens := parse.tokens_in(actor.mentions[0].span)):
        return Person(actor.kind, found, actor.kind == "group")
    about = profile(parse, tokens[-1])
    kind = "organisation" if about and about.table == "body" else actor.kind
    return Person(kind, found, parse.tag[tokens[-1]] in ("NNS", "NNPS"))


def resolve(
    made: Scene, at: int, barred: Collection[int] = (), later: bool = False, favour: Mapping[int, float] | None = None
) -> int | None:
    """The number of the actor that the third-person pronoun at a token stands for; None where nobody or undecided.

    `barred` are actors it cannot be (who speaks the quotation it stands in, and to whom); `later` lets it look ahead in
    its sentence ("Before he left, Peder Lund had …" does so by itself); `favour` gives actors points beforehand.
    """
    kind = pronouns()[made.parse.lower(at)]
    if nobody(made.parse, at, kind):
        return None
    points: dict[int, float] = {}
    for head, who, ahead in _candidates(made, at, later):
        if who not in barred and _agrees(kind, made.people[who]) and not bound(made.parse, at, head):
            score = _points(made, at, (head, who), kind) - (0.3 if ahead and later else 0)
            points[who] = max(score + (favour or {}).get(who, 0.0), points.get(who, -9.0))
    ranked = sorted(points.items(), key=lambda pair: -pair[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    number = kind == "they" and made.people[ranked[0][0]].many
    if len(ranked) > 1 and not number and _told(made, at, ranked):
        return None
    return ranked[0][0]


def _candidates(made: Scene, at: int, later: bool) -> Iterable[tuple[int, int, bool]]:
    """Mentions before a token, not too far back, and the subject that a fronted clause looks ahead to."""
    parse, here = made.parse, made.parse.sent_of[at]
    place = bisect_left(made.heads, (at, -1))
    for head, who in reversed(made.heads[max(place - _MOST, 0) : place]):
        if here - parse.sent_of[head] > _BACK:
            break
        yield head, who, False
    last = parse.sentence(at).last
    main = None if later else _main_subject(parse, at)
    for head, who in made.heads[place : place + _MOST]:
        if head >= last:
            break
        if head > at and (later or (main is not None and head in _with_conjuncts(parse, main))):
            yield head, who, True


def _main_subject(parse: Parse, at: int) -> int | None:
    """The main clause's subject, where the pronoun stands in a clause or phrase put before it."""
    for above in _above(parse, at):
        if parse.pos[above] in ("VERB", "AUX") and above > at:
            subject = parse.child(above, "nsubj", "nsubjpass")
            if subject is not None and subject > at:
                return subject
    return None


def _above(parse: Parse, at: int) -> Iterable[int]:
    """What a token hangs on, up to a depth that no readable sentence reaches."""
    return islice(parse.ancestors(at), 40)


def _with_conjuncts(parse: Parse, head: int) -> set[int]:
    return {head, *parse.childs(head, "conj", "appos")}


def _agrees(kind: Kind, person: Person) -> bool:
    if kind in ("m", "f"):
        return person.kind in _SINGLE and not person.many and person.gender in (kind, None)
    if kind == "it":
        return person.kind in _BODIES and (person.kind != "group" or not person.many)
    return person.many or person.kind in _BODIES


def _points(made: Scene, at: int, mention: tuple[int, int], kind: Kind) -> float:
    """How well a mention fits: nearness, part of the sentence, known gender, how often it is spoken of."""
    parse, (head, who) = made.parse, mention
    away = abs(parse.sent_of[at] - parse.sent_of[head])
    first = first_of(parse, head)
    dep, above = parse.dep[first], parse.head[first]
    score = -1.0 * away + 0.1 * min(made.counts[who], 5)
    if dep in SUBJECTS:
        score += 1.2 + 0.3 * (parse.dep[above] in ("ROOT", "conj", "ccomp"))
    elif dep in ("dobj", "dative"):
        score += 0.3
    elif dep == "poss":
        score -= 0.2
    if at not in made.quoted and head in made.quoted:
        score -= 1.0
    if kind in ("m", "f") and made.people[who].gender == kind:
        score += 1.8
    if kind == "they" and made.people[who].many:
        score += 2.2
    owns = parse.dep[at] == "poss" and parse.dep[head] == "nsubj"
    if away == 0 and owns and parse.head[head] == verb_of(parse, parse.head[at]):
        score += 1.0  # "Lund told his driver to wait"
    if away == 0 and dep in ("dobj", "dative") and _caused(parse, at, above):
        score += 2.5
    return score


def _caused(parse: Parse, at: int, verb: int) -> bool:
    """Whether the pronoun's clause gives the reason for what its object got: "fined the firm after it had …"."""
    lists = _lists()
    if parse.lemma[verb] not in lists["causes.object"]:
        return False
    clause = next((a for a in _above(parse, at) if parse.head[a] == verb and parse.dep[a] == "advcl"), None)
    mark = parse.child(clause, "mark", "advmod") if clause is not None else None
    return mark is not None and parse.lower(mark) in lists["causes.links"] and parse.dep[at] in SUBJECTS


def _told(made: Scene, at: int, ranked: Sequence[tuple[int, float]]) -> bool:
    """Whether both who tells and who is told could be meant ("X told Y that his car …"): that cannot be decided."""
    parse = made.parse
    rivals = {who for who, score in ranked if ranked[0][1] - score < 3.0}
    below = at
    for verb in _above(parse, at):
        clause, below = below, verb
        if parse.pos[verb] == "VERB" and parse.dep[clause] == "ccomp":
            subject, told = parse.child(verb, "nsubj"), parse.child(verb, "dobj", "dative")
            parts = {made.at[head] for head in (subject, told) if head in made.at}
            if told is not None and len(parts & rivals) > 1:
                return ranked[0][1] - ranked[1][1] < 1.6
    return False
