"""What became of a commitment: later words that say of its subject that it was done, moved, taken back, broken.

Few and right beats many and wrong: a clause must share the action's own words, and one list of cues (or the action's
verb in a past form) must speak in it. What somebody merely predicts, asks, hopes or what is denied is no outcome, and
a promise told once more is none either.
"""

from __future__ import annotations

import re

from onrecord.link import breach, counts, deeds, frames, hanging, levels, moving, refraining, retelling
from onrecord.link.backing_out import called_off, leaves, offer_back, takes_back
from onrecord.link.bearing import asserted, done, touches, undone
from onrecord.link.clauses import Clause, before
from onrecord.link.cues import cue, plain, speaks
from onrecord.link.elsewhere import elsewhere, to_another
from onrecord.link.moving import THREATS
from onrecord.link.predicates import predicates
from onrecord.link.reading import Reading
from onrecord.link.same import one_commitment
from onrecord.link.steps import by_another, by_rival, no_report, own
from onrecord.link.stories import apart
from onrecord.link.topic import Topic, staying, tied, told_back
from onrecord.link.who import tie
from onrecord.link.words import content, stem
from onrecord.model import Commitment, Edge, EdgeKind, Span

_NOT_YET = re.compile(r"\byet to\b|\bstill not\b")
_TO_COME = re.compile(r"\b(?:will|would)\b")
_SINCE = re.compile(r"\bsince (?:\w+ ){0,2}(?:\d|[A-Z]|last|early|spring|summer|autumn|winter|\w+ (?:\w+ )?\w+ed\b)")
DAYS = 400
"""Longest time between a commitment, or the day by which it is due, and a report of what became of it."""
REACH = 6000
"""Characters between a promise and what became of it in one article; it also bounds the work on a very long one."""
DEEDS = frozenset({"fulfilled", "partly_fulfilled", "progress", "violated"})
"""Steps that tell of a deed, which cannot have been done before it was promised."""
STANDING = frozenset({"admit", "let_out"})
"""Families of deeds that are let go on where no day is set for them ("free passage")."""
LEFT_UNDONE = "outcome:left_undone"
"""Rule of an edge `violated` that only says that the day went by and it was not done: where somebody has reported it
done, it is a doubt about that."""


def outcomes(a: Reading, b: Reading) -> tuple[Edge, ...]:
    """Edges from the commitments of the earlier article `a` to clauses of `b` that say what became of them."""
    found = []
    for commitment in a.record.commitments:
        if commitment.existence == "denied" or not _in_time(a, commitment, b):
            continue
        ref = a.ref("commitment", commitment.id)
        if a is b and (told := retelling.step(a, commitment)):
            found.append(Edge(told.kind, ref, a.passage(told.span), f"retelling:{told.kind}"))
        for clause, kind in _steps(a, commitment, b):
            later = _new_terms(a, commitment, b, clause) if kind in ("extended", "withdrawn") else None
            if later is not None:
                low, high = sorted((ref, b.ref("commitment", later.id)))
                found += [
                    Edge("same", low, high, "outcome:same"),
                    Edge(kind, ref, b.ref("commitment", later.id), f"outcome:{kind}"),
                ]
                continue
            undone_late = kind == "violated" and _left_undone(commitment, a.topics[commitment.id], b, clause)
            rule = LEFT_UNDONE if undone_late else f"outcome:{kind}"
            found.append(Edge(kind, ref, b.passage(clause.span), rule))
    return tuple(found)


def _new_terms(a: Reading, commitment: Commitment, b: Reading, clause: Clause) -> Commitment | None:
    """What the promisor's side undertakes in the clause that moves or takes back what was undertaken before: one
    commitment with new terms and no second one ("the mill is to stay open after all")."""
    about = a.topics[commitment.id]
    against = deeds.opposites(about.families)
    for other in b.record.commitments if a is not b else ():
        new = b.topics[other.id]
        if other.existence == "denied" or (other.kind in THREATS) != (commitment.kind in THREATS):
            continue
        if moving.renewed(commitment, about, other, new, clause):
            return other
        bears = not new.telling.isdisjoint(about.telling - {about.verb}) or bool(
            {new.verb, new.deed} & (against | {about.verb})
        )
        one_side = tied(about, new) is not None or any(tie(t, about.promisor) for t in new.tellers)
        if bears and one_side and all(clause.span.holds(span) for span in other.action):
            return other
    return None


def _in_time(a: Reading, commitment: Commitment, b: Reading) -> bool:
    """Whether the later article is near enough to the promise, or to the end of its term."""
    if apart(a, b) <= DAYS:
        return True
    latest = commitment.deadline.latest if commitment.deadline else None
    return latest is not None and (b.day or "") <= f"{int(latest[:4]) + 1:04}{latest[4:10]}"


def _steps(a: Reading, commitment: Commitment, b: Reading) -> list[tuple[Clause, EdgeKind]]:
    about = a.topics[commitment.id]
    steps: list[tuple[Clause, EdgeKind]] = []
    names = about.promisor.words if about.promisor else frozenset()
    if b.stems.isdisjoint(about.action | names | about.condition):
        return steps
    wanted = (about.telling | about.condition | {stem("deadline")}).union(*(called for _, called in about.called))
    again, back = ([commitment.evidence], []) if a is b else _told_again(a, commitment, b)
    for clause in b.clauses_read:
        if not (clause.corrects or not wanted.isdisjoint(clause.stems) or _in_other_words(about, clause)):
            continue
        if own(b, clause):
            continue
        far = a is b and abs(clause.span.start - commitment.evidence.start) > REACH
        if far or any(clause.span.overlaps(span) for span in again):
            continue
        told = any(clause.span.overlaps(span) for span in back)
        if not told and elsewhere(a, about, b, clause):
            continue
        kind = _kind(a, commitment, about, b, clause, told)
        if kind in DEEDS and (_before_it(a, b, clause) or (a is b and _SINCE.search(clause.told))):
            continue  # what has been so since some day is no outcome of what is promised now
        if kind and not no_report(b, clause.span, kind):
            steps.append((clause, kind))
    return steps


def _before_it(a: Reading, b: Reading, clause: Clause) -> bool:
    """Whether all days that a clause names lie before the promise was made ("pensions rose last year")."""
    if a is b or a.day is None:
        return False
    dated = [t for t in b.record.times if clause.span.holds(t.span) and t.latest and t.type == "DATE"]
    ahead = [plain(b.text[max(0, t.span.start - 20) : t.span.start]).split()[-1:] for t in dated]
    told = [t for t, word in zip(dated, ahead, strict=True) if not set(word) & {"since", "from", "than", "until"}]
    return bool(told) and all((t.latest or "")[:10] < a.day for t in told)


def _in_other_words(about: Topic, clause: Clause) -> bool:
    """Whether a clause without a word of the action may bear on it: it names the promisor and tells of such a deed, it
    breaks off what was to go on, or somebody says that it will take longer."""
    named = about.promisor is not None and bool(about.promisor.words & clause.stems)
    if named and (about.told("done", clause.told) is not None or about.himself(clause.told)):
        return True
    if about.goes_on:
        return about.told("contrary", clause.told) is not None
    if counts.last(clause) or frames.money_in(clause.told):
        return about.told("done", clause.told) is not None
    if cue("withdrawn", clause.told) is not None:
        return True
    return cue("longer", clause.text) is not None


def _told_again(a: Reading, commitment: Commitment, b: Reading) -> tuple[list[Span], list[Span]]:
    """Where the later article only reports the same commitment, and where it looks back on it."""
    again: list[Span] = []
    back: list[Span] = []
    for other in b.record.commitments:
        if one_commitment(a, commitment, b, other):
            (back if told_back(b.record, other) else again).append(other.evidence)
    return again, back


def _kind(a: Reading, commitment: Commitment, about: Topic, b: Reading, clause: Clause, told: bool) -> EdgeKind | None:
    """What the clause says of the commitment, which is `told` in it once more; None: nothing."""
    on_topic = told or touches(about, clause.told, b.stems)
    if a is not b and _corrected(a, about, b, clause, on_topic):
        return "corrected"
    if hanging.failed(a, commitment, b, clause, on_topic):
        return "condition_failed"
    if a is not b and (against := moving.contrary(commitment, about, b, clause)):
        return against
    if level := levels.step(a, commitment, b, clause, on_topic):
        return level
    if on_topic:
        return _of_topic(a, commitment, about, b, clause)
    if commitment.kind in THREATS and called_off(a, commitment, about, b, clause):
        return "withdrawn"
    if commitment.kind == "offer" and offer_back(a, commitment, about, b, clause):
        return "withdrawn"
    if "truce" in about.families and breach.of_truce(a, commitment, b, clause):
        return "violated"
    return "extended" if moving.deadline_moved(a, commitment, about, b, clause) else None


def _of_topic(a: Reading, commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> EdgeKind | None:
    """As `_kind`, of a clause that speaks of what was promised."""
    at = done(about, clause.told)
    action = " ".join(span.of(a.text) for span in commitment.action)
    if at is not None and (by_rival(b, clause, at, about) or to_another(about, action, clause)):
        at = None
    told = speaks("fulfilled", clause.told, about.words)
    full = at is not None or (told is not None and not _TO_COME.search(clause.told[:told]))
    full = full and not counts.other_share(a, commitment, b, clause)
    if a is b and not told_back(a.record, commitment) and clause.span.start < commitment.evidence.start:
        return None
    if commitment.polarity == "-" and (kind := refraining.step(commitment, about, b, clause, full)):
        return kind
    if counts.over_limit(a, commitment, b, clause):
        return "violated"
    if takes_back(about, b, clause) or (commitment.polarity == "+" and leaves(about, b, clause)):
        return "withdrawn"
    if moving.moved(commitment, about, b, clause):
        return "extended"
    if commitment.polarity == "-":
        return None
    if _gone_against(commitment, about, b, clause):
        return "violated"
    if a is b and not told_back(a.record, commitment):
        return None
    return _of_deed(a, commitment, about, b, clause, full)


def _gone_against(commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether a breach is told in general words, or what was to go on is told to have ended."""
    if speaks("violated", clause.told, about.words) and not cue("fulfilled", clause.told):
        return True
    lasting = (
        about.goes_on
        or "protect" in about.families
        or (commitment.deadline is None and bool(STANDING & {*about.families}))
        or (commitment.deadline is not None and commitment.deadline.type == "until")
    )
    at = about.told("contrary", clause.told) if lasting else None
    return at is not None and not by_rival(b, clause, at, about)


def _of_deed(
    a: Reading, commitment: Commitment, about: Topic, b: Reading, clause: Clause, full: bool
) -> EdgeKind | None:
    if full and cue("partly", clause.told) and not counts.last(clause):
        return "progress" if cue("share", clause.told) and not counts.past(commitment, b) else "partly_fulfilled"
    if full and counts.last(clause) and not counts.still(clause):
        return "fulfilled"
    if counts.past(commitment, b) and counts.in_part(a, commitment, b, clause):
        return "partly_fulfilled"
    if counts.begun(about, clause):
        return "fulfilled" if commitment.kind in THREATS else "progress"
    if about.ended and (kind := _of_ending(commitment, about, b, clause)):
        return kind
    some = full and counts.some(clause, done(about, clause.told))
    if some or counts.in_part(a, commitment, b, clause):
        return "partly_fulfilled" if counts.past(commitment, b) else "progress"
    if commitment.kind in THREATS and done(about, clause.told) is None and moving.opposed(about, clause):
        return "violated"
    if full and not counts.still(clause):
        so_far = cue("so_far", clause.told) and not counts.past(commitment, b) and not counts.last(clause)
        return "progress" if so_far or counts.under_way(commitment, about, b) else "fulfilled"
    if a is b:
        return None
    if _left_undone(commitment, about, b, clause):
        return "partly_fulfilled" if cue("some", clause.told) else "violated"
    own = "own" in clause.told.split()  # "whose own salary has not been paid"
    return "outcome_disputed" if counts.still(clause) and not own else None


def _of_ending(commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> EdgeKind | None:
    """What it means, once the day is past, that what was to be stopped is told as done, or as done no more."""
    if commitment.deadline and commitment.deadline.latest and not counts.past(commitment, b):
        return None
    for told in predicates(clause.told):
        if stem(told.verb) == about.ended and (told.said == "not" or not by_another(b, clause, told.at, about)):
            return "fulfilled" if told.said == "not" else "violated"
    return None


def _left_undone(commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether it is reported after the last day set that it has not been done, or that the contrary goes on ("has not
    paid", "remained there")."""
    latest = commitment.deadline.latest if commitment.deadline else None
    if commitment.polarity == "+" and about.broken(clause.told, himself=True):
        return True
    if (
        latest is None
        or (about.verb is None and not about.families)
        or (b.day or "") < latest[:10]
        or commitment.polarity == "-"
    ):
        return False
    if about.broken(clause.told):
        return True
    if (b.day or "") == latest[:10]:
        return False
    if _NOT_YET.search(clause.told):
        return False  # it is not said that it will not be done
    verbs = frozenset({about.verb} if about.verb else {stem("pay")} & {stem(name) for name in about.families})
    if undone(verbs, clause.told) or about.told("undone", clause.told) is not None:
        return True
    if cue("came_to_nothing", clause.told):
        return True
    against = deeds.opposites(about.families) & staying()
    if against and cue("still_there", clause.told):
        return True
    return any(w.stem in against and asserted(clause.told, w) for w in content(clause.told))


def _corrected(a: Reading, about: Topic, b: Reading, clause: Clause, on_topic: bool) -> bool:
    """Whether the outlet corrects its report of the commitment here, or gives the right day right after saying so."""
    if not clause.corrects:
        return False
    dated = any(clause.span.holds(t.span) and t.last_day and t.last_day > (a.day or "") for t in b.record.times)
    return on_topic or (dated and touches(about, before(b.text, clause.span) + clause.text, b.stems))
