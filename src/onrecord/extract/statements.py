"""The statements of an article: attributions by cue, joined with the quotations, nested in one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.attribution import Found, attributions
from onrecord.extract.cue_words import Cues, cues
from onrecord.extract.draft import Draft
from onrecord.extract.factuality import certainty, polarity
from onrecord.extract.parse import Parse
from onrecord.extract.quotes import Quotation, quotations
from onrecord.model import Span, Spans, Statement, hull, trim
from onrecord.model.statement import StatementType

MIN_QUOTE_WORDS = 4
"""A shorter quotation without a verb of speech beside it is a title, a nickname or a scare quote."""


def statements(parse: Parse, so_far: Draft) -> tuple[Statement, ...]:
    """The article's statements, in the order of their first words."""
    words = cues()
    quotes = quotations(parse.text, so_far.article.parts)
    found = [_with_quotes(parse, f, quotes) for f in attributions(parse, words)]
    found = _best(found)
    found = _follow_ups(parse, found, quotes)
    made = [_statement(parse, words, f, quotes, so_far) for f in found]
    made.sort(key=lambda s: (hull((*s.source, *s.cue, *s.content)), s.cue))
    made = [replace(s, id=f"s{n}") for n, s in enumerate(made, 1)]
    return tuple(replace(s, parent=_parent(s, made)) for s in made)


def _with_quotes(parse: Parse, found: Found, quotes: tuple[Quotation, ...]) -> Found:
    """The content widened to the whole of a quotation that it covers most of, and cut where a quotation ends."""
    pieces: list[Span] = []
    for said in found.content:
        piece = said
        touched = [q for q in quotes if q.inner.overlaps(piece)]
        for q in touched:
            shared = min(q.inner.end, piece.end) - max(q.inner.start, piece.start)
            cue_inside = any(q.inner.holds(c) for c in found.cue)
            if not cue_inside and shared >= 0.5 * (q.inner.end - q.inner.start):
                piece = Span(min(piece.start, q.inner.start), max(piece.end, q.inner.end))
        pieces.append(trim(parse.text, piece, " \t\r\n,;:\"“”„«»`"))
    kept = tuple(p for p in pieces if p.start < p.end)
    return replace(found, content=_merged(kept, found.cue + found.source))


def _merged(pieces: Iterable[Span], barred: Spans) -> Spans:
    """Overlapping pieces as one, less the words of the cue and the source."""
    out: list[Span] = []
    for piece in sorted(pieces):
        if out and piece.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, piece.end))
        else:
            out.append(piece)
    return tuple(p for p in out if not any(p.overlaps(b) for b in barred))


def _best(found: list[Found]) -> list[Found]:
    """One attribution a content: where two claim nearly the same words, the surer one."""
    kept: list[Found] = []
    for f in sorted((f for f in found if f.content), key=lambda f: (-f.confidence, f.cue)):
        outer = hull(f.content)
        twin = any(
            hull(k.content) == outer or (k.cue == f.cue) for k in kept
        )
        if not twin:
            kept.append(f)
    return sorted(kept, key=lambda f: f.cue)


def _follow_ups(parse: Parse, found: list[Found], quotes: tuple[Quotation, ...]) -> list[Found]:
    """Whole quoted sentences right behind a quotation in one paragraph go on with it."""
    out = list(found)
    covered = [p for f in found for p in f.content]
    for q in quotes:
        if any(q.inner.overlaps(p) for p in covered) or len(q.inner.of(parse.text).split()) < MIN_QUOTE_WORDS:
            continue
        at = _before(parse, out, q)
        if at is not None:
            content = tuple(sorted((*out[at].content, trim(parse.text, q.inner, " ,;"))))
            out[at] = replace(out[at], content=content)
            covered.append(q.inner)
    return out


def _before(parse: Parse, found: list[Found], q: Quotation) -> int | None:
    """The quoted attribution of the same paragraph that ends right before the quotation."""
    best = None
    for n, f in enumerate(found):
        last = max(s.end for s in (*f.content, *f.cue, *f.source))
        between = parse.text[last : q.outer.start]
        quoted = parse.text[f.content[-1].end : f.content[-1].end + 2].strip(" ,.")[:1] in '"”»\''
        near = last <= q.outer.start and "\n" not in between and len(between) < 60 and between.count(".") <= 2
        if near and quoted and (best is None or f.cue > found[best].cue):
            best = n
    return best


def _statement(
    parse: Parse, words: Cues, found: Found, quotes: tuple[Quotation, ...], so_far: Draft
) -> Statement:
    flipped = found.negated
    said = polarity(parse, found.head)
    return Statement(
        id="", type=_type(parse, found.content, quotes), source=found.source, cue=found.cue, content=found.content,
        addressee=found.addressee, venue=found.venue, cue_class=found.cue_class,
        speech_act=words.acts.get(found.cue_class), certainty=certainty(parse, found.head),
        polarity="-" if flipped else said, confidence=round(found.confidence, 2),
        part=parse.sentence(found.cue_at).part, rule=f"{found.rule}:{parse.lemma[found.cue_at]}",
    )  # fmt: skip


def _type(parse: Parse, content: Spans, quotes: tuple[Quotation, ...]) -> StatementType:
    """direct: all the words are quoted; mixed: some are; indirect: none."""
    inside = total = 0
    for s in content:
        for i in range(s.start, s.end):
            if parse.text[i].isalnum():
                total += 1
                inside += any(q.inner.start <= i < q.inner.end for q in quotes if q.inner.overlaps(s))
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.9 * total else "mixed"


def _parent(statement: Statement, all_of_them: list[Statement]) -> str | None:
    """The innermost other statement whose content holds this one's cue."""
    holders = [
        s for s in all_of_them
        if s is not statement and all(any(p.holds(c) for p in s.content) for c in statement.cue)
        and not any(p.overlaps(c) for p in statement.content for c in s.cue)
    ]  # fmt: skip
    return min(holders, key=lambda s: sum(p.end - p.start for p in s.content)).id if holders else None
