"""What becomes of a condition: whether it failed, and whether those who were threatened did what was asked."""

from __future__ import annotations

from onrecord.link import deeds, phrases
from onrecord.link.actions import verb_of
from onrecord.link.bearing import asserted, undone
from onrecord.link.clauses import Clause
from onrecord.link.cues import cue, listed, plain, speaks
from onrecord.link.reading import Reading
from onrecord.link.words import content, stems, total
from onrecord.model import Commitment

BEARS = 0.4
"""Share of a condition's weight that a clause must hold to bear on it, and weight that it holds at least."""
LEAST = 0.5


def failed(a: Reading, commitment: Commitment, b: Reading, clause: Clause, on_topic: bool) -> bool:
    """Whether the clause says that the condition is not met, or that the offer has run out."""
    if _unless(a, commitment):
        return _complied(a, commitment, clause)
    said = speaks("condition_failed", clause.told, frozenset()) is not None
    named = said and commitment.kind == "offer" and _by_its_name(a, commitment, b, clause)
    if not commitment.condition:
        return (said and on_topic and commitment.kind == "offer") or named
    condition = a.topics[commitment.id].condition
    if (
        a is not b
        and cue("nothing_owed", clause.told)
        and (on_topic or condition & clause.stems)
        and _his(a, commitment, b)
    ):
        return True
    bears = _bears(condition, clause.stems)
    if said:
        return on_topic or bears or named
    gone = undone(condition, clause.told) or speaks("passed", clause.told, frozenset()) is not None
    return bears and (gone or _opposed(a, commitment, clause))


def _his(a: Reading, commitment: Commitment, b: Reading) -> bool:
    """Whether the article names whoever undertook it."""
    promisor = a.topics[commitment.id].promisor
    return promisor is not None and bool(promisor.words & b.stems)


def _opposed(a: Reading, commitment: Commitment, clause: Clause) -> bool:
    """Whether the contrary of the condition is told as done ("if it lifts the ban": "it extended the ban")."""
    said = " ".join(s.of(a.text) for s in commitment.condition)
    verb = next((w.stem for w in content(said) if deeds.families("", w.stem)), None)
    known = deeds.families(said, verb)
    if deeds.told(known, "contrary", clause.told) is not None:
        return True
    against = deeds.opposites(known)
    return any(w.stem in against and asserted(clause.told, w) for w in content(clause.told))


def _bears(condition: frozenset[str], here: frozenset[str]) -> bool:
    shared = total(condition & here)
    return shared >= BEARS * total(condition) and (shared >= LEAST or (bool(condition) and condition <= here))


def _unless(a: Reading, commitment: Commitment) -> bool:
    """Whether the condition holds as long as something is not done: "unless they leave", "if they do not leave", or
    what is asked in an ultimatum: "to leave"."""
    said = plain(" ".join(s.of(a.text) for s in commitment.condition)).split()
    asked = commitment.kind == "ultimatum" and said[:1] == ["to"]
    return bool(said) and (asked or said[0] == "unless" or bool(set(said) & {"not", "n't", "never"}))


def _complied(a: Reading, commitment: Commitment, clause: Clause) -> bool:
    """Whether what was asked under a threat is told as done: the threat has nothing left to wait for."""
    asked = " ".join(s.of(a.text) for s in commitment.condition)
    condition = stems(asked)
    verb = verb_of(asked) if asked.startswith("to ") else None
    verbs = {verb} if verb else {word for word in condition if deeds.families("", word)}
    if not _bears(condition - verbs, clause.told_stems) or cue("still", clause.told):
        return False
    if any(w.stem in verbs and asserted(clause.told, w) for w in content(clause.told)):
        return True
    return any(_done(asked, one, condition, clause) for one in sorted(verbs))


def _done(asked: str, verb: str, condition: frozenset[str], clause: Clause) -> bool:
    """Whether the clause tells in other words that what was asked has been done, to the very thing."""
    thing = condition - {verb}
    for place in deeds.places(deeds.families(asked, verb), "done", clause.told):
        subject = phrases.frame(clause.told, place.at).subject
        if not stems(" ".join(subject)) & thing or phrases.head_of(subject, thing):
            return True
    return False  # "talks on the ban have gone into a third day"


def _by_its_name(a: Reading, commitment: Commitment, b: Reading, clause: Clause) -> bool:
    """Whether the clause calls the commitment by its name alone ("turned the offer down"), in an article that names its
    promisor's matter, where there is one such only."""
    names = {f"{article} {commitment.kind}" for article in listed("nouns", "known")}
    if not any(f" {name} " in f" {plain(clause.text)} " for name in names):
        return False
    alone = [c.kind for c in a.record.commitments].count(commitment.kind) == 1
    about = a.topics[commitment.id]
    whose = (about.promisor.words if about.promisor else frozenset()) | about.condition
    fresh = any(c.kind == commitment.kind for c in b.record.commitments) and a is not b
    return alone and not fresh and bool(whose & b.stems) and total((about.around | whose) & b.stems) >= 2 * LEAST
