"""The statements of an article: attributions by cue, joined with the quotations, nested in one another."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.attribution import attributions
from onrecord.extract.attribution_found import Found
from onrecord.extract.attribution_labels import labels
from onrecord.extract.attribution_quotes import bare_quotes, fit, follow_ups
from onrecord.extract.cue_words import Cues, cues
from onrecord.extract.draft import Draft
from onrecord.extract.factuality import certainty, polarity
from onrecord.extract.parse import Parse
from onrecord.extract.quotes import Quotations, quotations
from onrecord.model import Spans, Statement, hull
from onrecord.model.statement import StatementType


def statements(parse: Parse, so_far: Draft) -> tuple[Statement, ...]:
    """The article's statements, in the order of their first words."""
    words = cues()
    quotes = quotations(parse.text, so_far.article.parts)
    raw = (*attributions(parse, words), *labels(parse, words, quotes))
    fitted = (fit(parse, f, quotes) for f in raw)
    found = _best([f for f in fitted if f is not None])
    found = bare_quotes(parse, words, found, quotes)
    found = follow_ups(parse, found, quotes)
    made = [_statement(parse, words, f, quotes, so_far) for f in found]
    made.sort(key=lambda s: (hull((*s.source, *s.cue, *s.content)), s.cue))
    made = [replace(s, id=f"s{n}") for n, s in enumerate(made, 1)]
    return tuple(replace(s, parent=_parent(s, made)) for s in made)


def _best(found: list[Found]) -> list[Found]:
    """One attribution a content: where two claim nearly the same words, the surer one."""
    kept: list[Found] = []
    for f in sorted((f for f in found if f.content), key=lambda f: (-f.confidence, f.cue)):
        outer = hull(f.content)
        twin = any(hull(k.content) == outer or (k.cue == f.cue) for k in kept)
        if not twin:
            kept.append(f)
    return sorted(kept, key=lambda f: f.cue)


def _statement(parse: Parse, words: Cues, found: Found, quotes: Quotations, so_far: Draft) -> Statement:
    flipped = found.negated
    said = polarity(parse, found.head)
    lemma = words.misread.get(parse.lower(found.cue_at), parse.lemma[found.cue_at])
    return Statement(
        id="", type=_type(parse, found.content, quotes), source=found.source, cue=found.cue, content=found.content,
        addressee=found.addressee, venue=found.venue, cue_class=found.cue_class,
        speech_act=words.acts.get(found.cue_class), certainty=certainty(parse, found.head),
        polarity="-" if flipped else said, confidence=round(found.confidence, 2),
        part=parse.sentence(found.cue_at).part, rule=f"{found.rule}:{lemma}",
    )  # fmt: skip


def _type(parse: Parse, content: Spans, quotes: Quotations) -> StatementType:
    """direct: all the words are quoted; mixed: some are; indirect: none."""
    inside = total = 0
    for s in content:
        total += _letters(parse.text[s.start : s.end])
        for n in quotes.touching(s):
            inner = quotes.found[n].inner
            inside += _letters(parse.text[max(s.start, inner.start) : min(s.end, inner.end)])
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.9 * total else "mixed"


def _letters(words: str) -> int:
    return sum(ch.isalnum() for ch in words)


def _parent(statement: Statement, all_of_them: list[Statement]) -> str | None:
    """The innermost other statement whose content holds this one's cue."""
    holders = [
        s for s in all_of_them
        if s is not statement and all(any(p.holds(c) for p in s.content) for c in statement.cue)
        and not any(p.overlaps(c) for p in statement.content for c in s.cue)
    ]  # fmt: skip
    return min(holders, key=lambda s: sum(p.end - p.start for p in s.content)).id if holders else None
