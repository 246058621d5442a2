"""Which token a span is about, and which actor stands there."""

from __future__ import annotations

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.model import Actor


def head_token(parse: Parse, span: tuple[int, int]) -> int | None:
    """The token that the others in a span hang on: "envoys" in "two envoys in Dorrim"; None where there is no token.

    Where several tokens hang on words outside the span, the first noun among them, else the first.
    """
    tokens = parse.tokens_in(span)
    if not tokens:
        return None
    tops = [i for i in tokens if parse.head[i] == i or parse.head[i] not in tokens]
    nouns = [i for i in tops if parse.pos[i] in ("PROPN", "NOUN", "PRON", "NUM")]
    return (nouns or tops or list(tokens))[0]


def actor_at(so_far: Draft, span: tuple[int, int]) -> Actor | None:
    """The actor whose mention fits a span best: the largest share of characters in common, the earlier one on a tie.

    The span should be a mention, or the head token of one; `actor_of` finds the head of a longer phrase first.
    """
    best, found = 0.0, None
    for actor in so_far.actors:
        for mention in actor.mentions:
            shared = min(span[1], mention.span.end) - max(span[0], mention.span.start)
            if shared > 0:
                share = shared / (max(span[1], mention.span.end) - min(span[0], mention.span.start))
                if share > best:
                    best, found = share, actor
    return found


def actor_of(parse: Parse, so_far: Draft, span: tuple[int, int]) -> Actor | None:
    """The actor whose mention covers the head of a span: "officials" in "two officials in Dorrim", not Dorrim."""
    head = head_token(parse, span)
    return actor_at(so_far, parse.span(head, head + 1)) if head is not None else None
