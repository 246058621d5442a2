"""The same commitment in several reports, and a later one that repeats, moves or takes back an earlier one."""

from __future__ import annotations

import re
from functools import cache

from onrecord.link import deeds
from onrecord.link.cues import cue, listed, plain
from onrecord.link.moving import drops
from onrecord.link.reading import Reading
from onrecord.link.retelling import with_its_day
from onrecord.link.stories import apart
from onrecord.link.topic import Topic, staying, tied, told_back
from onrecord.link.vectors import alike
from onrecord.link.who import Tie, tie
from onrecord.link.words import stem, total
from onrecord.model import Commitment, Edge, EdgeKind

ALIKE = 0.5
"""Share of the lighter action's weight that two reports of one commitment have in common."""
ALIKE_UNTIED = 0.75
"""The same where the one report does not say whose it is."""
LEAST, LEAST_OF_VERB = 0.4, 0.25
"""Weight that two actions share at least; the second where their verb is the same."""
ALIKE_OBJECT = 0.6
"""The same, verbs left out, for an entry that moves or takes back what was promised."""
WHOLE = 1.0
"""Weight of an action from which another one with its verb, that holds all its words, is taken for the same."""
COMMON = 1.2
"""Weight of the words that two articles with one commitment share at least."""
CLOSE = 250
"""Characters behind a promise in which its promisor may say it once more in a word."""
DAYS = 400
"""Longest time between two reports that are taken for one commitment."""
_NUMBER = re.compile(r"\d")
COARSE = {
    "promise": "promise",
    "assurance": "promise",
    "plan": "promise",
    "offer": "promise",
    "threat": "threat",
    "ultimatum": "threat",
}


def same(a: Reading, b: Reading) -> tuple[Edge, ...]:
    """Edges of kind `same` between commitments of two articles (or of one), and from the earlier one `extended`,
    `withdrawn`, `reaffirmed` or `narrowed` to the later where that is what the later does."""
    if apart(a, b) > DAYS:
        return ()
    found: set[Edge] = set()
    for one in a.record.commitments:
        for other in b.record.commitments:
            ref, later = a.ref("commitment", one.id), b.ref("commitment", other.id)
            backwards = a is b and later < ref and not _changes(a, one, b, other)
            if ref == later or backwards or "denied" in (one.existence, other.existence):
                continue
            if one_commitment(a, one, b, other):
                low, high = sorted((ref, later))
                found.add(Edge("same", low, high, "same"))
                if kind := _step(a, one, b, other):
                    found.add(Edge(kind, ref, later, f"same:{kind}"))
    return tuple(sorted(found))


def one_commitment(a: Reading, one: Commitment, b: Reading, other: Commitment) -> bool:
    """Whether two entries report one commitment: one promisor and action, no conflict of numbers, terms, direction."""
    if drops(a, one) != drops(b, other):
        return False
    first, second = a.topics[one.id], b.topics[other.id]
    moved = other.operation == "extend" and one.operation == "make" and _of_deadline(b, other)
    dropped = other.operation == "withdraw" and one.operation == "make"  # "dropped its plan to strike" drops a threat
    one_kind = dropped or COARSE[one.kind] == COARSE[other.kind]
    alone = _one_deed(first, second) or (COARSE[one.kind] == "threat" and second.action <= _hostile())
    if one_kind and other.operation == "withdraw" and alone and _about(a, b):
        return bool(tied(first, second) or _spoken_for(first, second))
    if one_kind and other.operation == "extend" and other.kind == "ultimatum" and one.condition and _about(a, b):
        asked = second.verb in first.condition and total(first.condition & second.action) >= LEAST
        return asked and bool(tied(first, second) or _spoken_for(first, second))  # more time to do what was asked
    if a is b and one_kind and _said_again(one, first, other, second):
        return True
    comparable = one_kind and not first.action.isdisjoint(second.action)
    if not (moved or comparable):
        return False
    meeting = _one_meeting(first, one, second, other) if comparable else None
    if meeting is not None:
        return meeting
    bond = tied(first, second) or _spoken_for(first, second) or _nameless(first, second)
    if moved and bond:
        return one.deadline is not None and _about(a, b)
    if not comparable:
        return False
    numbers = [{s for s in t.action if _NUMBER.match(s)} for t in (first, second)]
    if all(numbers) and not numbers[0] & numbers[1] and cue("narrowed", other.evidence.of(b.text)) is None:
        return False
    if second.words <= first.words and with_its_day(b, one, other, bond):
        return _about(a, b)
    if bond is None and first.promisor and second.promisor:
        return False
    if first.names - second.action - second.around and second.names - first.action - first.around:
        return False  # each is about a place or person that the other does not know
    if _contrary(first, one, second, other) and not (_one_voice(first, second, bond) and _taken_back(a, b, one, other)):
        return False
    if a is not b and _of_another_term(first, one, second, other):
        return False
    if a is b and one.operation == other.operation and _term(one) and _term(other) and _term(one) != _term(other):
        return False
    if bond == "same" and first.action == second.action:
        return _about(a, b)
    if bond and _changes(a, one, b, other):
        return _of_object(first, second) >= ALIKE_OBJECT and _about(a, b)
    return _likeness(first, second) >= (ALIKE if bond else ALIKE_UNTIED) and _about(a, b)


def _said_again(one: Commitment, first: Topic, other: Commitment, second: Topic) -> bool:
    """Whether the promisor says the bare deed once more right behind: "promised that his men would leave the valley":
    "We will be gone", "Not one will stay"."""
    behind = 0 <= other.evidence.start - one.evidence.end <= CLOSE
    terms = _term(one), _term(other)
    if not behind or second.verb is None or not second.action <= {second.verb} or (all(terms) and terms[0] != terms[1]):
        return False
    alike = bool(set(first.families) & set(second.families)) and one.polarity == other.polarity
    leaving = "leave" in first.families and second.verb in staying() and one.polarity != other.polarity
    return tied(first, second) == "same" and (alike or leaving)


def _one_deed(first: Topic, second: Topic) -> bool:
    """Whether the second names the deed of the first, and nothing else, in another word ("walk out": "strike")."""
    named = {*second.families, *(("strike",) if second.verb == stem("strike") else ())}
    return second.action <= {second.verb} and bool(named & set(first.families))


@cache
def _hostile() -> frozenset[str]:
    """The stems of what a threat is called by ("called off their strike")."""
    return frozenset(stem(noun) for noun in listed("nouns", "hostile"))


def _spoken_for(first: Topic, second: Topic) -> Tie | None:
    """Whether one promisor undertakes what the other is to do ("the board will …, its chairman vowed"), or reports it
    ("police will …, the ministry warned")."""
    pairs = ((first, second.promisor), (second, first.promisor))
    named = any(who is not None and who.words and who.words <= topic.doer for topic, who in pairs)
    named = named or any(tie(teller, who) == "same" for topic, who in pairs for teller in topic.tellers)
    return "side" if named else None


def _nameless(first: Topic, second: Topic) -> Tie | None:
    """Whether the very same is undertaken by a state and by "the government" of no state that is named."""
    if first.promisor is None or second.promisor is None or total(first.telling & second.telling) < COMMON:
        return None
    one, other = first.promisor, second.promisor
    bare = {stem(w) for w in listed("nouns", "government")}
    fits = any(not x.country and x.words <= bare and y.kind == "state" for x, y in ((one, other), (other, one)))
    return "side" if fits and first.action - first.frame == second.action - second.frame else None


def _one_meeting(first: Topic, one: Commitment, second: Topic, other: Commitment) -> bool | None:
    """Whether two plans are for the same people to meet on the same day, whoever of them is named first; None: they
    are no such plans, or it cannot be told by that alone."""
    meeting = {stem("meet"), stem("talks")}
    if one.polarity != other.polarity or not (first.words & meeting and second.words & meeting):
        return None
    who, others = _named(first), _named(second)
    with_whom = [(about.names | about.frame) & about.action - meeting for about in (first, second)]
    if not (who and others and len(who | with_whom[0]) > 1 and len(others | with_whom[1]) > 1):
        return None
    if not (who <= others | with_whom[1] and others <= who | with_whom[0]):
        return False
    return True if _term(one) and _term(one) == _term(other) else None


def _named(about: Topic) -> frozenset[str]:
    """The stems of the last names of whoever undertakes it."""
    whose = about.promisors or ((about.promisor,) if about.promisor else ())
    return frozenset(stem(who.name.split()[-1]) for who in whose if who.name)


def _changes(a: Reading, one: Commitment, b: Reading, other: Commitment) -> bool:
    """Whether the other entry moves or takes back what the one makes."""
    if one.operation != "make" or _moves(a, one):
        return False
    return other.operation == "withdraw" or _moves(b, other)


def _moves(a: Reading, commitment: Commitment) -> bool:
    """Whether an entry is about more time, whatever word undertakes it ("said the ban would be prolonged")."""
    action = " ".join(span.of(a.text) for span in commitment.action)
    return commitment.operation == "extend" or (commitment.operation == "make" and bool(cue("extended", action)))


def _of_object(first: Topic, second: Topic) -> float:
    """How much two actions share besides their verbs: "end the drill", "extend the drill until May"."""
    one, other = first.action - {first.verb}, second.action - {second.verb}
    least = min(total(one), total(other))
    return total(one & other) / least if least >= 0.3 else 0.0


def _of_deadline(b: Reading, other: Commitment) -> bool:
    """Whether the later entry moves a deadline that it calls by that name alone ("put the deadline back")."""
    return any("deadline" in plain(span.of(b.text)).split() for span in other.action)


def _of_another_term(first: Topic, one: Commitment, second: Topic, other: Commitment) -> bool:
    """Whether of two promises to refrain one is for a time and the other for good ("no strike on Monday")."""
    to_be_there = {stem(v) for v in listed("verbs", "staying")}
    if "+" in (one.polarity, other.polarity) or {first.verb, second.verb} & to_be_there:
        return False
    return (_term(one) is None) != (_term(other) is None)


def _contrary(first: Topic, one: Commitment, second: Topic, other: Commitment) -> bool:
    """Whether the one is to do what the other is not to do ("will leave": "will not leave", "nobody will stay": "they
    will remain"), or the opposite of it ("will close": "will stay open")."""
    alike = first.verb == second.verb or {first.verb, second.verb} <= staying()
    if one.polarity == other.polarity == "+":
        told = second.action if deeds.upkeep(second.verb) else {second.verb}
        return bool(told & deeds.opposites(first.families)) and not alike
    return alike and one.polarity != other.polarity


def _one_voice(first: Topic, second: Topic, bond: Tie | None) -> bool:
    """Whether the one promisor can take back what the other said: it is he, or he is named by the other's name ("the
    board", "the board's chairman"); two officials of one country are two."""
    if bond == "same" or first.promisor is None or second.promisor is None:
        return bond == "same"
    one, other = sorted((first.promisor.words, second.promisor.words), key=len)
    return bond == "side" and bool(one) and one <= other


def _taken_back(a: Reading, b: Reading, one: Commitment, other: Commitment) -> bool:
    """Whether the later entry says the contrary of the earlier one ("it will go ahead": "it will not go ahead").

    What stood beside the promise from the first is no contrary of it, whoever prints it again.
    """
    if other.operation == "withdraw":
        return True
    return apart(a, b) > 0 and other.operation == "make" and not told_back(b.record, other) and not _beside(a, b, other)


def _beside(a: Reading, b: Reading, other: Commitment) -> bool:
    """Whether the earlier article has the later one's entry, too, in the same words or nearly so."""
    later = b.topics[other.id]
    return any(
        entry.polarity == other.polarity and a.topics[entry.id].verb == later.verb
        and _likeness(a.topics[entry.id], later) >= ALIKE_UNTIED
        for entry in a.record.commitments
    )  # fmt: skip


def _likeness(first: Topic, second: Topic) -> float:
    shared = first.action & second.action
    if not shared or total(shared) < (LEAST_OF_VERB if first.verb == second.verb else LEAST):
        return 0.0
    small, large = sorted((first.action, second.action), key=len)
    if first.verb == second.verb and small <= large and total(small) >= WHOLE:
        return 1.0
    wide = (first.action & (second.action | second.around)) | (second.action & (first.action | first.around))
    return total(shared | wide) / max(
        total(first.action | second.action) * 0.75, min(total(first.action), total(second.action))
    )


def _about(a: Reading, b: Reading) -> bool:
    """Whether the two articles have enough in common besides the action itself, so that "talks will resume" of two
    countries stay two."""
    if a is b:
        return True
    return total(a.stems & b.stems) >= COMMON or alike(a.vector, b.vector) >= 0.2


def _term(commitment: Commitment) -> str | None:
    return commitment.deadline.latest if commitment.deadline else None


def _due(a: Reading, commitment: Commitment) -> str:
    """The words of the deadline: where two reports print the same ones, they mean the same day."""
    span = commitment.deadline.span if commitment.deadline else None
    return plain(span.of(a.text)) if span else ""


def _step(a: Reading, one: Commitment, b: Reading, other: Commitment) -> EdgeKind | None:
    """What the later entry does to the earlier one; None: it reports it again."""
    before, after = _term(one), _term(other)
    words = other.evidence.of(b.text)
    old = other.operation == "make" and told_back(b.record, other)
    if other.operation == "withdraw":
        return "withdrawn"
    if _contrary(a.topics[one.id], one, b.topics[other.id], other):
        waits = bool({"before", "until"} & set(plain(words).split()))  # "will not restart before June"
        later = waits and bool(before and after and after > before)
        return "extended" if later or cue("extended", words) else "withdrawn"  # "will stay for another month"
    if other.operation == "extend" or (_moves(b, other) and not _moves(a, one)):
        return "extended"
    if before and after and after > before and apart(a, b) > 0 and not old and _due(a, one) != _due(b, other):
        return "extended"
    if a is b or other.operation != "make":
        return "reaffirmed" if other.operation == "reaffirm" else None
    if cue("narrowed", words):
        return "narrowed"
    return "reaffirmed" if cue("reaffirmed", words) and not old else None
