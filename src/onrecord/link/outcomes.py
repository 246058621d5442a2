"""What became of a commitment: later words that say of its subject that it was done, moved, taken back, broken.

Few and right beats many and wrong: a clause must share the action's own words, and one list of cues (or the action's
verb in a past form) must speak in it. What somebody merely predicts, asks, hopes or what is denied is no outcome.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.link.cues import cue, listed, plain
from onrecord.link.refs import by_id, passage
from onrecord.link.topic import Topic, clauses, done, topic, touches
from onrecord.link.words import content, stem, stems, total
from onrecord.model import Commitment, Edge, EdgeKind, Record, Span

NO_REPORT = frozenset({"predict", "hope", "ask", "demand", "doubt", "threaten", "deny", "offer"})
"""Cue classes of statements whose content is no report of what happened."""
THREATS = ("threat", "ultimatum")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the later article as it bears on one commitment."""

    span: Span
    text: str
    stems: frozenset[str]


def outcomes(a: Record, b: Record) -> tuple[Edge, ...]:
    """Edges from the commitments of the earlier article `a` to clauses of `b` that say what became of them."""
    names = by_id(a, "commitment")
    found = []
    for commitment in a.commitments:
        if commitment.existence == "denied":
            continue
        about = topic(a, commitment)
        for clause, kind, rule in _steps(a, commitment, about, b):
            found.append(Edge(kind, names[commitment.id], passage(b, clause.span), rule))
    return tuple(found)


def _steps(a: Record, commitment: Commitment, about: Topic, b: Record) -> list[tuple[Clause, EdgeKind, str]]:
    text = b.article.text
    everything = stems(text)
    steps = []
    for span in clauses(text):
        if a is b and (span.overlaps(commitment.evidence) or _own(b, span)):
            continue
        clause = Clause(span, span.of(text), stems(span.of(text)))
        on_topic = touches(about, clause.text, everything)
        kind = _kind(a, commitment, about, b, clause, on_topic=on_topic)
        if kind and not _no_report(b, span, kind):
            steps.append((clause, kind, f"outcome:{kind}"))
    return steps


def _kind(
    a: Record, commitment: Commitment, about: Topic, b: Record, clause: Clause, *, on_topic: bool
) -> EdgeKind | None:
    """What the clause says of the commitment; None: nothing."""
    if on_topic and a is not b and cue("corrected", _before(b, clause.span) + clause.text):
        return "corrected"
    if _condition_failed(a, commitment, clause, on_topic):
        return "condition_failed"
    if not on_topic:
        return "extended" if _deadline_moved(commitment, about, clause) else None
    return _of_topic(a, commitment, about, b, clause)


def _of_topic(a: Record, commitment: Commitment, about: Topic, b: Record, clause: Clause) -> EdgeKind | None:
    finished = done(about, clause.text)
    full = finished is not None or _given(about, clause)
    if commitment.polarity == "-":
        return _of_refraining(about, clause, full)
    if _speaks("withdrawn", about, clause):
        return "withdrawn"
    if _speaks("extended", about, clause):
        return "extended"
    if cue("violated", clause.text) and not cue("fulfilled", clause.text):
        return "violated"
    if a is b and not _told_back(a, commitment):
        return None
    if cue("partly", clause.text) and full:
        return "partly_fulfilled"
    if _progress(a, commitment, b, clause, full):
        return "progress"
    if full and not _still(clause):
        return "fulfilled"
    if _opposite(about, clause):
        return "violated" if commitment.kind in THREATS else None
    return "outcome_disputed" if a is not b and _still(clause) else None


def _of_refraining(about: Topic, clause: Clause, full: bool) -> EdgeKind | None:
    if cue("violated", clause.text) or (full and not cue("still", clause.text)):
        return "violated"
    return "withdrawn" if _speaks("withdrawn", about, clause) else None


def _speaks(topic_name: str, about: Topic, clause: Clause) -> bool:
    """Whether a cue stands in the clause that is no word of the action itself ("extend the truce": no new date)."""
    words = cue(topic_name, clause.text)
    return words is not None and not (
        stems(words) and stems(words) <= about.action | ({about.verb} if about.verb else set())
    )


def _given(about: Topic, clause: Clause) -> bool:
    """A general word of fulfilment, not under a modal or a negation."""
    words = cue("fulfilled", clause.text)
    if words is None:
        return False
    before = plain(clause.text).split(words, 1)[0].split()[-5:]
    return not set(before) & (listed("pattern", "future") | listed("pattern", "negative"))


def _still(clause: Clause) -> bool:
    return cue("still", clause.text) is not None


def _progress(a: Record, commitment: Commitment, b: Record, clause: Clause, full: bool) -> bool:
    """Part of the way: a cue, or fewer of the very things that were promised."""
    if cue("fulfilled", clause.text):
        return False
    if cue("progress", clause.text):
        return True
    wanted = [
        q for q in a.quantities if any(s.holds(q.span) for s in commitment.action) or commitment.evidence.holds(q.span)
    ]
    return any(
        got.unit and want.unit and stem(got.unit) == stem(want.unit) and None not in (got.high, want.low)
        and (got.high or 0) < (want.low or 0)
        for got in b.quantities if clause.span.holds(got.span)
        for want in wanted
    ) and not _still(clause)  # fmt: skip


def _opposite(about: Topic, clause: Clause) -> bool:
    """The contrary of the action has been done ("will be expelled": "was readmitted")."""
    opposites = {stem(w) for verb in _opposites() if stem(verb) == about.verb for w in _opposites()[verb]}
    return any(w.stem in opposites for w in content(clause.text)) and not set(plain(clause.text).split()) & (
        listed("pattern", "negative") | {"will", "would", "if", "unless"}
    )


def _opposites() -> dict[str, list[str]]:
    from onrecord.lexicon import words

    table: dict[str, list[str]] = words("outcomes")["opposites"]
    return table


def _condition_failed(a: Record, commitment: Commitment, clause: Clause, on_topic: bool) -> bool:
    """Its condition is reported as not met, or the offer as having run out."""
    if not commitment.condition or not cue("condition_failed", clause.text):
        return False
    condition = stems(" ".join(s.of(a.article.text) for s in commitment.condition))
    shared = condition & clause.stems
    return (total(shared) >= 0.4 * total(condition) and total(shared) >= 0.5) or (
        on_topic and bool(cue("condition_failed", clause.text))
    )


def _deadline_moved(commitment: Commitment, about: Topic, clause: Clause) -> bool:
    """The promisor moves the deadline as such, without other words for what was promised."""
    if not (commitment.deadline and about.promisor and cue("extended", clause.text)):
        return False
    return "deadline" in plain(clause.text).split() and about.promisor.head in clause.stems


def _told_back(a: Record, commitment: Commitment) -> bool:
    """Whether the article tells of the commitment as past, so that its outcome can stand in the same article."""
    before = set(plain(commitment.evidence.of(a.article.text)).split())
    return commitment.made_on is not None or bool(before & {"had", "previously", "earlier", "last"})


def _own(b: Record, span: Span) -> bool:
    """Whether the clause lies in a headline or a caption."""
    return any(part.kind not in ("body", "headline") and part.span.overlaps(span) for part in b.article.parts)


def _before(b: Record, span: Span) -> str:
    """The words before a clause, as far as its paragraph and 120 characters go."""
    return b.article.text[max(0, span.start - 120) : span.start].rpartition("\n")[2]


def _no_report(b: Record, span: Span, kind: EdgeKind) -> bool:
    """Whether the clause only stands in what somebody predicts, asks or hopes, or what the article shows denied."""
    around = [s for s in b.statements if s.content and any(c.overlaps(span) and _most(c, span) for c in s.content)]
    if any(s.cue_class in NO_REPORT for s in around):
        return True
    answered = {d.target for d in b.denials}
    return any(s.id in answered for s in around)


def _most(content_span: Span, span: Span) -> bool:
    return min(content_span.end, span.end) - max(content_span.start, span.start) >= 0.5 * (span.end - span.start)
