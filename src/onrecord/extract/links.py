"""What two layers owe each other, set once, when all layers have run."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.metonymy import use_of
from onrecord.extract.names import head_token
from onrecord.extract.parse import Parse
from onrecord.model import Commitment, Denial, Event, Quantity, Span, Spans, Statement
from onrecord.model.commitment import Existence

_VERBAL = ("VERB", "AUX")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM"})
MIN_SHARED = 0.6
"""Share of the denied words that a statement must hold to be what is denied. Chosen by hand: most of them."""


def links(parse: Parse, so_far: Draft) -> Draft:
    """The draft with what its layers owe each other.

    The use of each place; where and when a quantity holds; which statement a denial answers; whether a commitment is
    disputed. An event does not happen at a place that stands for a government.
    """
    places = tuple(replace(place, use=use_of(parse, place.span)) for place in so_far.places)
    so_far = replace(so_far, places=places)
    located = {p.id: p.span for p in places if p.use == "literal"}
    dated = {t.id: t.span for t in so_far.times if t.type in ("DATE", "TIME")}
    denials = tuple(_answering(parse, so_far, d) for d in so_far.denials)
    so_far = replace(so_far, denials=denials)
    return replace(
        so_far,
        quantities=tuple(_held(parse, q, located, dated) for q in so_far.quantities),
        commitments=tuple(replace(c, existence=_existence(so_far, c)) for c in so_far.commitments),
        events=tuple(_located(e, located) for e in so_far.events),
    )


def _located(event: Event, located: dict[str, Span]) -> Event:
    return event if event.place is None or event.place in located else replace(event, place=None)


def _held(parse: Parse, quantity: Quantity, located: dict[str, Span], dated: dict[str, Span]) -> Quantity:
    """The quantity with the place and the time that its noun or its clause names."""
    behind = bool(quantity.of) and quantity.of[0].start >= quantity.span.start  # not what an earlier number counted
    token = head_token(parse, quantity.of[0] if behind else quantity.span)
    if token is None:
        return quantity
    place, time = _beside(parse, token, located), _beside(parse, token, dated)
    return replace(quantity, place=place, time=time)


def _beside(parse: Parse, token: int, spans: dict[str, Span]) -> str | None:
    """What hangs on a token itself, else what hangs on the verb of its clause; the nearer one of two."""
    verb = next((a for a in (token, *parse.ancestors(token)) if parse.pos[a] in _VERBAL), None)
    best: tuple[int, int, str] | None = None
    for key, span in spans.items():
        head = head_token(parse, span)
        if head is None or parse.sent_of[head] != parse.sent_of[token]:
            continue
        rank = _attached(parse, head, token, verb)
        if rank is not None and (best is None or (rank, abs(head - token)) < best[:2]):
            best = rank, abs(head - token), key
    return best[2] if best is not None else None


def _attached(parse: Parse, head: int, token: int, verb: int | None) -> int | None:
    """0 where a name hangs on the noun, 1 where on the verb of its clause; None elsewhere."""
    nouns = 0
    for above in parse.ancestors(head):
        if above == token:
            return 0
        if above == verb:
            return 1 if nouns <= 1 else None
        if parse.pos[above] in _VERBAL:
            return None
        nouns += parse.pos[above] in ("NOUN", "PROPN")
    return None


def _answering(parse: Parse, so_far: Draft, denial: Denial) -> Denial:
    """The denial with the statement of another that says what is denied."""
    if denial.target is not None:
        return denial
    words = _words(parse, denial.denied)
    best: tuple[float, Statement] | None = None
    for s in so_far.statements:
        own = s.speaker is not None and s.speaker == denial.denier_actor
        cued = any(c.overlaps(d) for c in s.cue for d in denial.cue)
        aside = (s.rule or "").startswith("according")
        claims = s.source and s.cue_class not in ("deny", "doubt", "ask")
        if own or cued or aside or not claims or not words or _inside(s, denial):
            continue
        share = len(words & _words(parse, s.content)) / len(words)
        if share >= MIN_SHARED and (best is None or share > best[0]):
            best = share, s
    return denial if best is None else replace(denial, target=best[1].id)


def _inside(statement: Statement, denial: Denial) -> bool:
    """Whether the statement holds the denial itself: "X says that Y denies it"."""
    return any(piece.holds(cue) for piece in statement.content for cue in denial.cue)


def _words(parse: Parse, spans: Spans) -> frozenset[str]:
    return frozenset(
        parse.lemma[t].lower() for span in spans for t in parse.tokens_in(span) if parse.pos[t] in _CONTENT
    )


def _existence(so_far: Draft, commitment: Commitment) -> Existence:
    """disputed: somebody says that it was made, and somebody that it was not."""
    if commitment.existence == "denied":
        return "denied"
    for denial in so_far.denials:
        if denial.kind == "denial" and any(d.holds(c) for d in denial.denied for c in commitment.cue):
            return "disputed" if denial.target is not None else "denied"
    return commitment.existence
