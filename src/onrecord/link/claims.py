"""Disputes: who denies what, who contradicts whom. Both sides are kept and none is judged."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from onrecord.lexicon import words as lexicon_words
from onrecord.link.answers import LEAST, LEAST_DENIED, NO_CLAIM, Claim, Rejection
from onrecord.link.blame import CLOSE, MATTER, responsibility
from onrecord.link.cues import plain
from onrecord.link.gainsaid import Told
from onrecord.link.negated import converses, negations, seen_alike
from onrecord.link.reading import Reading
from onrecord.link.refs import anchor
from onrecord.link.replies import replies
from onrecord.link.spans import dispute
from onrecord.link.stories import apart
from onrecord.link.vectors import alike
from onrecord.link.who import party, tie
from onrecord.link.words import content, stem, stems, total
from onrecord.model import Denial, Edge, Statement, hull

DAYS = 60
"""Longest time between a claim and a denial in another article."""
DENIED = 0.6
"""Share of the denied words' weight that a claim in another article must hold."""
GUILT_DAYS, GUILT_ALIKE = 14, 0.3
"""Longest time between a reproach and its denial in another article, and how alike the two must be."""
NOTHING, WHOLE = 0.8, 0.9
"""Weight of the words that a claim and its contrary in another article must share, or what share of the latter."""
BESIDE, LEAST_BESIDE, REACH = 0.5, 0.3, 500
"""Share of the denied words' weight, and their least weight, that a claim in the same article must hold, and how many
characters before the denial it may end."""
NEAR = 1
"""Sentences between two statements of one article that contradict each other."""
COMMON = 0.4
"""Share of the shorter statement's weight that a contradicting one must hold."""
_GOES_ON = re.compile(r"(?:that )?(?:it|he|she|they)\b", re.IGNORECASE)
"""A statement that goes on about what the one before it is about."""
_WOULD = re.compile(r"\b(?:will|would|could|might|may|should|must|if|unless|going to)\b")
"""What makes a state one that is to come or only supposed; "May" is a month."""
_IF = re.compile(r"\b(?:if|unless|whether)\b")
NO_ASSERTION = ("ask", "hope", "demand")
"""Cue classes of statements that contradict nothing."""


def claims(a: Reading, b: Reading) -> tuple[Edge, ...]:
    """The disputes between what two articles report, or inside one."""
    if a is b:
        found = _inside_denials(a) | _denied_beside(a) | _denied_guilt(a) | _denied_promises(a, a)
        found |= _contradictions(a) | responsibility(a, a) | _replies(a)
    elif apart(a, b) <= DAYS:
        found = _denied_elsewhere(a, b) | _denied_elsewhere(b, a) | _denied_promises(a, b) | responsibility(a, b)
        found |= _guilt_elsewhere(a, b) | _guilt_elsewhere(b, a) | _gainsaid(a, b) | _gainsaid(b, a)
    else:
        return ()
    return tuple(sorted(found))


def _inside_denials(a: Reading) -> set[Edge]:
    """Denials with the statement that they answer."""
    by_id = {s.id: s for s in a.record.statements}
    found = set()
    for denial in a.record.denials:
        target = by_id.get(denial.target or "")
        if denial.kind == "denial" and target is not None and not _of_itself(target, denial):
            found.add(dispute("denial", a.ref("statement", _such(a, denial, target).id), a.ref("denial", denial.id)))
    return found


def _such(a: Reading, denial: Denial, target: Statement) -> Statement:
    """The statement that a denial answers: of "such" a thing the last one before it that names the thing, where its
    target does not ("there was no such attack")."""
    said = plain(" ".join(s.of(a.text) for s in denial.cue))
    thing = stems(" ".join(said.partition("such ")[2].split()[:2]))
    if not thing or thing & _content(a, target):
        return target
    before = [
        s for s in a.record.statements
        if s.content and hull(s.content).end <= denial.evidence.start and thing & _content(a, s)
    ]  # fmt: skip
    return max(before, key=lambda s: (hull(s.content).end, s.id), default=target)


def _content(a: Reading, statement: Statement) -> frozenset[str]:
    return stems(" ".join(s.of(a.text) for s in statement.content))


def _of_itself(target: Statement, denial: Denial) -> bool:
    """Whether the target is the very statement that denies."""
    return any(c.overlaps(t) for c in denial.cue for t in target.cue)


def _denied_beside(a: Reading) -> set[Edge]:
    """Denials that carry what they deny, with the nearest claim before them that says so: in most of its words, or a
    like deed of whoever denies it ("Putin had decided to invade": "Russia denied that it would attack")."""
    found = set()
    for denial in a.record.denials:
        answered = [s for s in a.record.statements if _answers(a, denial, s)]
        if denial.kind == "denial" and not denial.target and answered:
            nearest = max(answered, key=lambda s: (hull(s.content).end, s.id))
            found.add(dispute("denial", a.ref("statement", nearest.id), a.ref("denial", denial.id)))
    return found


def _answers(a: Reading, denial: Denial, claim: Statement) -> bool:
    """Whether the claim stands shortly before the denial, is another's, and says what is denied."""
    who = a.denier(denial)
    words = (*denial.cue, *denial.denier)  # none where a reviewer adds only what is denied
    if claim.cue_class in NO_CLAIM or not (claim.content and words) or tie(a.speaker(claim), who):
        return False
    said, at = hull(claim.content), hull(words).start
    if not 0 <= at - said.end <= REACH:
        return False
    denied = stems(" ".join(s.of(a.text) for s in denial.denied)) - (who.words if who else frozenset())
    told = _IF.split(" ".join(s.of(a.text) for s in claim.content))[0]
    shared = seen_alike(stems(told)) & seen_alike(denied)
    deed = shared & frozenset(converses().values())
    if total(shared - deed) >= max(LEAST_BESIDE, BESIDE * total(denied)):
        return True
    return bool(deed) and any(tie(party(a.record, (m,), actor), who) for m, actor in a.mentioned(said.start, said.end))


def _denied_guilt(a: Reading) -> set[Edge]:
    """Who is blamed denies it in the same sentence or the next, with a word that names nothing but guilt."""
    guilt = {stem(w) for w in lexicon_words("disputes")["guilt_nouns"]}
    found = set()
    for denial in a.record.denials:
        words = stems(" ".join(s.of(a.text) for s in denial.denied))
        if denial.kind != "denial" or denial.target or not words & guilt:
            continue
        at = hull(denial.cue).start if denial.cue else denial.evidence.start
        before = [r for r in a.reproaches if r.span.start <= at <= r.span.end + CLOSE]
        if before and (before[-1].blamed is None or tie(before[-1].blamed, a.denier(denial)) or not a.denier(denial)):
            found.add(dispute("denial", before[-1].ref, a.ref("denial", denial.id)))
    return found


def _guilt_elsewhere(a: Reading, b: Reading) -> set[Edge]:
    """Who is blamed in `a` denies in `b`, an article about the same matter, that it was he who attacked."""
    if not (b.record.denials and a.reproaches) or apart(a, b) > GUILT_DAYS or alike(a.vector, b.vector) < GUILT_ALIKE:
        return set()
    deeds = {stem(w) for w in lexicon_words("disputes")["guilt_nouns"]} | {
        stem(w) for w in ("attack", "fire", "bomb", "shoot")
    }
    found = set()
    for denial in b.record.denials:
        words = stems(" ".join(s.of(b.text) for s in denial.denied))
        if denial.kind != "denial" or denial.target or not words & deeds:
            continue
        here = stems(denial.evidence.of(b.text)) | b.stems
        found |= {
            dispute("denial", r.ref, b.ref("denial", denial.id))
            for r in a.reproaches
            if r.blamed and not r.weak and tie(r.blamed, b.denier(denial)) and total(r.matter & here) >= MATTER
        }  # fmt: skip
    return found


def _gainsaid(a: Reading, b: Reading) -> set[Edge]:
    """What somebody says in `a` was done, and another in `b`, an article about the same matter, that nobody did."""
    if not any(t.negated for t in b.told) or apart(a, b) > GUILT_DAYS or alike(a.vector, b.vector) < GUILT_ALIKE:
        return set()
    return {
        dispute("contradiction", claim.ref, answer.ref)
        for answer in b.told
        for claim in a.told
        if answer.negated and not claim.negated and _said_of_none(claim, answer) and answer.names <= a.stems
        if claim.speaker and answer.speaker and tie(claim.speaker, answer.speaker) is None
    }


def _said_of_none(claim: Told, answer: Told) -> bool:
    """Whether what nobody did, as one says, is what the other says was done."""
    shared = claim.words & answer.words
    whole = total(shared) >= WHOLE * total(answer.words) and len(shared) > 1
    return bool(answer.negated & claim.words) and (total(shared) >= NOTHING or whole)


def _denied_elsewhere(a: Reading, b: Reading) -> set[Edge]:
    """Denials in `b` that answer nothing there, with a claim of another speaker in `a` that has the same content."""
    if not (a.claims and b.rejections):
        return set()
    least = LEAST if alike(a.vector, b.vector) < GUILT_ALIKE else LEAST_DENIED
    return {
        dispute("denial", claim.ref, denial.ref)
        for denial in b.rejections
        for claim in a.claims
        if not denial.words.isdisjoint(claim.words) and denial.words.isdisjoint(claim.negated)
        if total(denial.words & claim.words) >= max(least, DENIED * _matter(denial, claim))
        if tie(claim.speaker, denial.denier) is None
    }


def _matter(denial: Rejection, claim: Claim) -> float:
    """The weight of what is denied, without the name of whoever is denied ("called Holm's report false")."""
    return total(denial.words - claim.speaker.words) if claim.speaker else denial.weight


def _denied_promises(a: Reading, b: Reading) -> set[Edge]:
    """A promise that others report and the promisor says he never gave."""
    found: set[Edge] = set()
    for denied in b.disavowals:
        for commitment in a.record.commitments:
            if commitment.existence == "denied" or (commitment.evidence.overlaps(denied.span) and a is b):
                continue
            about = a.topics[commitment.id]
            if total(denied.words & about.action) >= 0.4 and any(tie(who, about.promisor) for who in denied.said_by):
                found.add(dispute("denial", a.ref("commitment", commitment.id), denied.ref))
    return found


def _replies(a: Reading) -> set[Edge]:
    """Answers that deny, those left out that a denial names already."""
    answered = {d.target for d in a.record.denials}
    return replies(a, (pair for pair in _pairs(a) if pair[0].id not in answered))


def _pairs(a: Reading) -> list[tuple[Statement, Statement]]:
    """Statements of two speakers in one sentence or in neighbouring ones."""
    starts = [sentence.start for sentence in a.sentences]
    homes = {s.id: bisect_right(starts, anchor(s).start) for s in a.record.statements}
    ordered = sorted(a.record.statements, key=lambda s: (anchor(s), s.id))
    found = []
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if homes[other.id] - homes[one.id] > NEAR:
                break
            if {one.cue_class, other.cue_class} & set(NO_ASSERTION):
                continue
            if other.parent == one.id or one.parent == other.id or not one.source or not other.source:
                continue
            if tie(a.speaker(one), a.speaker(other)) is None:
                found.append((one, other))
    return found


def _contradictions(a: Reading) -> set[Edge]:
    """Two speakers side by side, one of whom says that it is so and the other that it is not."""
    answered = {d.target for d in a.record.denials}
    found = set()
    for one, other in _pairs(a):
        said = [" ".join(s.of(a.text) for s in st.content) for st in (one, other)]
        if not (one.content and other.content) or {one.id, other.id} & answered:
            continue
        if any(c.overlaps(d) for c in one.content for d in other.content):
            continue
        first, second = seen_alike(stems(said[0])), seen_alike(stems(said[1]))
        negated = [seen_alike(negations(words)) for words in said]
        denied = bool(negated[0]) != bool(negated[1]) and bool(negated[0] & second or negated[1] & first)
        if not denied and (any(negated) or not opposed(*said)):
            continue
        side_by_side = any(h.holds(hull(one.content)) and h.holds(hull(other.content)) for h in a.sentences)
        least = LEAST_BESIDE if side_by_side or not denied else 2 * LEAST_BESIDE
        goes_on = not denied and _GOES_ON.match(said[1]) is not None
        if goes_on or total(first & second) >= max(least, COMMON * min(total(first), total(second)) if denied else 0):
            found.add(dispute("contradiction", a.ref("statement", one.id), a.ref("statement", other.id)))
    return found


def opposed(one: str, other: str) -> bool:
    """Whether two texts tell of states that shut each other out, and both of what is so.

    >>> opposed("the mill stood idle", "the mill was running"), opposed("the mill stood idle", "the mill will run")
    (True, False)
    """
    if any(_WOULD.search(text) for text in (one, other)):
        return False
    first, second = (
        {word.stem for word in content(text) if not f" {text[: word.start]}".endswith(" to ")} for text in (one, other)
    )  # "a plan to close it" closes nothing
    return any(
        here & first and there & second and not (here & second or there & first)
        for pair in _opposed() for here, there in (pair, pair[::-1])
    )  # fmt: skip


@cache
def _opposed() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The states of `disputes.toml` that shut each other out, as stems."""
    pairs = (line.split("|") for line in lexicon_words("disputes")["opposed"])
    return tuple((frozenset(map(stem, one.split())), frozenset(map(stem, other.split()))) for one, other in pairs)
