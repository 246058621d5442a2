"""Disputes: who denies what, who contradicts whom, who blames each other. Both sides are kept and none is judged."""

from __future__ import annotations

from onrecord.link.cues import cue, listed, plain
from onrecord.link.refs import by_id
from onrecord.link.stories import apart
from onrecord.link.topic import topic
from onrecord.link.who import party, tie
from onrecord.link.words import sentences, stems, total
from onrecord.model import Denial, Edge, Record, Ref, Span, Statement, hull

DAYS = 60
"""Longest time between a claim and a denial in another article."""
DENIED = 0.6
"""Share of the denied words' weight that a claim in another article must hold."""
NEAR = 1
"""Sentences between two statements of one article that contradict each other."""


def claims(a: Record, b: Record) -> tuple[Edge, ...]:
    """The disputes between what two articles report, or inside one."""
    if a is b:
        found = _inside_denials(a) | _contradictions(a) | _responsibility(a) | _denied_promises(a, a)
    elif apart(a, b) <= DAYS:
        found = _denied_elsewhere(a, b) | _denied_elsewhere(b, a) | _denied_promises(a, b)
    else:
        return ()
    return tuple(sorted(found))


def _edge(kind: str, a: Ref, b: Ref) -> Edge:
    low, high = sorted((a, b))
    return Edge(kind, low, high, f"claims:{kind}")  # type: ignore[arg-type]


def _inside_denials(record: Record) -> set[Edge]:
    """Denials with the statement that they answer."""
    statements, denials = by_id(record, "statement"), by_id(record, "denial")
    return {
        _edge("denial", statements[d.target], denials[d.id])
        for d in record.denials
        if d.kind == "denial" and d.target in statements and not _of_itself(record, d)
    }


def _of_itself(record: Record, denial: Denial) -> bool:
    """Whether the target is the very statement that denies."""
    target = next(s for s in record.statements if s.id == denial.target)
    return any(c.overlaps(t) for c in denial.cue for t in target.cue)


def _denied_elsewhere(a: Record, b: Record) -> set[Edge]:
    """Denials in `b` that answer nothing there, with a claim of another speaker in `a` that has the same content."""
    denials, statements = by_id(b, "denial"), by_id(a, "statement")
    found = set()
    for denial in b.denials:
        words = stems(" ".join(s.of(b.article.text) for s in denial.denied))
        if denial.kind != "denial" or denial.target or total(words) < 1.5:
            continue
        denier = party(b, denial.denier, denial.denier_actor)
        for claim in a.statements:
            if claim.cue_class in ("deny", "doubt", "ask", "hope") or tie(
                party(a, claim.source, claim.speaker), denier
            ):
                continue
            shared = words & stems(" ".join(s.of(a.article.text) for s in claim.content))
            if total(shared) >= max(1.5, DENIED * total(words)):
                found.add(_edge("denial", statements[claim.id], denials[denial.id]))
    return found


def _denied_promises(a: Record, b: Record) -> set[Edge]:
    """A promise that others report and the promisor says he never gave."""
    found = set()
    commitments = by_id(a, "commitment")
    for denied, ref in _promise_denials(b):
        words = stems(denied.of(b.article.text))
        for commitment in a.commitments:
            if commitment.existence == "denied" or (commitment.evidence.overlaps(denied) and a is b):
                continue
            about = topic(a, commitment)
            here = [s for s in b.statements if any(c.overlaps(denied) for c in (*s.content, *s.cue))]
            tied = any(tie(party(b, s.source, s.speaker), about.promisor) for s in here) or any(
                d.evidence.overlaps(denied) and tie(party(b, d.denier, d.denier_actor), about.promisor)
                for d in b.denials
            )
            if tied and total(words & about.action) >= 0.4:
                found.add(_edge("denial", commitments[commitment.id], ref))
    return found


def _promise_denials(record: Record) -> list[tuple[Span, Ref]]:
    """The sentences in which somebody says that a promise was never given, with the entry that says so."""
    text = record.article.text
    found = []
    statements, denials = by_id(record, "statement"), by_id(record, "denial")
    for start, end in sentences(text):
        if cue("no_promise", text[start:end], "disputes") is None:
            continue
        span = Span(start, end)
        refs = [denials[d.id] for d in record.denials if d.evidence.overlaps(span)]
        refs += [statements[s.id] for s in record.statements if any(c.overlaps(span) for c in s.content)]
        if refs:
            found.append((span, refs[0]))
    return found


def _pairs(record: Record) -> list[tuple[Statement, Statement]]:
    """Statements of two speakers in one sentence or in neighbouring ones."""
    text = record.article.text
    homes = {
        s.id: next((i for i, (b, e) in enumerate(sentences(text)) if b <= hull(s.cue or s.content).start < e), -9)
        for s in record.statements
    }
    ordered = sorted(record.statements, key=lambda s: (hull(s.cue or s.content), s.id))
    found = []
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if homes[other.id] - homes[one.id] > NEAR:
                break
            if other.parent == one.id or one.parent == other.id or not one.source or not other.source:
                continue
            if tie(party(record, one.source, one.speaker), party(record, other.source, other.speaker)) is None:
                found.append((one, other))
    return found


def _contradictions(record: Record) -> set[Edge]:
    """Two speakers side by side, one of whom says that it is so and the other that it is not."""
    names = by_id(record, "statement")
    answered = {d.target for d in record.denials}
    found = set()
    for one, other in _pairs(record):
        words = [" ".join(s.of(record.article.text) for s in st.content) for st in (one, other)]
        negative = [bool(set(plain(w).split()) & listed("pattern", "negative")) for w in words]
        shared = stems(words[0]) & stems(words[1])
        if negative[0] != negative[1] and total(shared) >= 0.3 and not {one.id, other.id} & answered:
            found.add(_edge("contradiction", names[one.id], names[other.id]))
    return found


def _responsibility(record: Record) -> set[Edge]:
    """Two parties that put the blame on each other, or on something that the other did."""
    names = by_id(record, "statement")
    text = record.article.text
    found = set()
    for one, other in _pairs(record):
        first = hull((*one.source, *one.cue, *one.content)).of(text)
        second = hull((*other.source, *other.cue, *other.content)).of(text)
        blamed = party(record, other.source, other.speaker)
        if not (blamed and cue("blame", first, "disputes") and cue("shift", second, "disputes")):
            continue
        if blamed.words & stems(" ".join(s.of(text) for s in (*one.content, *one.addressee))):
            found.add(_edge("responsibility", names[one.id], names[other.id]))
    return found
