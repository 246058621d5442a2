"""A promise that is told together with what became of it, in one sentence: "it extended the drill after promising to
end it on Sunday"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from onrecord.link.cues import cue, listed, plain, speaks, stems_of
from onrecord.link.reading import Reading
from onrecord.link.refs import anchor
from onrecord.link.topic import told_back
from onrecord.link.who import Party, party, tie
from onrecord.link.words import is_past, stem, stems, total
from onrecord.model import Commitment, EdgeKind, Span, hull, trim

FOREIGN = 0.8
"""Weight of words foreign to the promise from which the rest of its sentence is taken to speak of something else."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said to have become of the promise, and where."""

    kind: EdgeKind
    span: Span


def step(a: Reading, commitment: Commitment) -> Told | None:
    """What the commitment's own sentence says became of it; None: nothing.

    Only where the sentence looks back on the promise ("after promising", "which it had vowed", "despite pledging").
    """
    if commitment.operation != "make" or not told_back(a.record, commitment):
        return None
    span = _rest(a, commitment)
    behind = _behind(a, commitment)
    kinds: tuple[EdgeKind, ...] = ("extended", "withdrawn")
    for part, kind in product((p for p in (span, behind) if p), kinds):
        words = part.of(a.text)
        said = speaks(kind, words, frozenset()) is not None
        if said and _same_matter(a, commitment, part, cue(kind, words) or ""):
            return Told(kind, commitment.evidence if part == span else hull((commitment.evidence, part)))
    if span is None:
        return None
    rest = span.of(a.text)
    about = a.topics[commitment.id]
    against = bool(set(plain(rest).split()[-4:]) & listed("pattern", "against"))
    on_topic = bool(stems(rest) & about.action) or not _telling(about.action)
    return Told("violated", commitment.evidence) if against and on_topic and _deed(rest) else None


def with_its_day(b: Reading, one: Commitment, other: Commitment, bond: str | None) -> bool:
    """Whether the later entry looks back on a promise of the same promisor with the same day as the one: "had promised
    to have it back by May"."""
    made = one.operation == other.operation == "make" and one.polarity == other.polarity
    had = plain(anchor(other).of(b.text)).startswith("had ")
    if not made or one.deadline is None or other.deadline is None or not (had or told_back(b.record, other)):
        return False
    his = bond == "same" or (bond is None and _unnamed(b, other))
    return his and one.deadline.latest is not None and one.deadline.latest == other.deadline.latest


def _unnamed(b: Reading, other: Commitment) -> bool:
    """Whether an entry names its promisor by a pronoun or as a body just spoken of: "it", "the company"."""
    said = plain(hull(other.promisor).of(b.text)).split() if other.promisor else ["it"]
    return said[-1] in ("it", "they", "he", "she") or (len(said) == 2 and said[0] == "the")


def _rest(a: Reading, commitment: Commitment) -> Span | None:
    """The stretch of the sentence before the promise, as far as the evidence goes; the promisor may stand in it."""
    first = anchor(commitment)
    if first.start <= commitment.evidence.start:
        return None
    start, end = trim(a.text, (commitment.evidence.start, first.start))
    span = Span(start, end)
    home = max((c.start for c in a.sentences if c.start <= first.start), default=start)
    return Span(max(start, home), end) if max(start, home) < end else span


def _behind(a: Reading, commitment: Commitment) -> Span | None:
    """The main clause behind a promise that is told in a time clause before it: "after she had vowed to end it, …"."""
    first, due = anchor(commitment), commitment.deadline
    ahead = plain(a.text[max(0, first.start - 60) : first.start].rpartition(". ")[2]).split()
    if not set(ahead[-6:]) & {"after", "since", "despite", "although", "though"}:
        return None
    last = hull((first, *commitment.action, *((due.span,) if due and due.span else ()))).end
    home = next((s for s in a.sentences if s.start <= first.start < s.end), None)
    if home is None or last >= home.end or not a.text[last : home.end].lstrip().startswith(","):
        return None
    return Span(*trim(a.text, (last + 1, home.end)))


def _same_matter(a: Reading, commitment: Commitment, rest_span: Span, words: str) -> bool:
    """Whether what is moved or dropped is what was promised: a shared word, nothing else that it could be, or the
    promisor's own side that does it ("the army prolonged the drill days after its minister had vowed that nobody would
    stay")."""
    about = a.topics[commitment.id]
    here = stems(rest_span.of(a.text)) - stems(words) - (about.promisor.words if about.promisor else frozenset())
    light = stems_of("verbs", "light", "committing")
    back = {stem(w) for name in ("back", "against") for w in listed("pattern", name)}
    if here & about.action or not _telling(about.action) or total(here - light - back) < FOREIGN:
        return True
    return any(tie(who, about.promisor) for who in _named(a, rest_span, commitment))


def _named(a: Reading, span: Span, commitment: Commitment) -> list[Party | None]:
    """The parties that the stretch names, the promisor's own words left out."""
    return [
        party(a.record, (m.span,), actor.id)
        for actor in a.record.actors for m in actor.mentions
        if span.holds(m.span) and m.form != "pronoun" and not any(p.overlaps(m.span) for p in commitment.promisor)
    ]  # fmt: skip


def _telling(action: frozenset[str]) -> frozenset[str]:
    """The words of an action that say what it is about; none in "end it"."""
    light = stems_of("verbs", "light", "committing")
    return frozenset(s for s in action if s not in light and s != stem("stop"))


def _deed(rest: str) -> bool:
    """Whether the rest tells of something done."""
    return any(is_past(word) for word in plain(rest).split())
