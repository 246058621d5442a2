"""The statements in whose content a token stands, and the word that says them."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.model import Statement


def holding(so_far: Draft, parse: Parse, token: int) -> Statement | None:
    """The innermost statement whose content holds a token."""
    around = enclosing(so_far, parse, token)
    return around[-1] if around else None


def enclosing(so_far: Draft, parse: Parse, token: int) -> list[Statement]:
    """The statements whose content holds a token, outermost first."""
    span = parse.span(token, token + 1)
    around = [s for s in so_far.statements if any(piece.holds(span) for piece in s.content)]
    around = [s for s in around if not any(c.holds(span) for c in s.cue)]
    return sorted(around, key=lambda s: -sum(p.end - p.start for p in s.content))


def cue_lemma(parse: Parse, statement: Statement) -> str:
    """The lemma of the verb, or the last word, of a statement's cue; "" where there is none."""
    tokens = [t for span in statement.cue for t in parse.tokens_in(span)]
    verbs = [t for t in tokens if parse.pos[t] == "VERB"] or tokens
    return parse.lemma[verbs[-1]].lower() if verbs else ""
