"""What is told as done, and what as done by nobody: "every field has been sprayed", "no plane had sprayed anything"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.link.cues import listed, plain
from onrecord.link.negated import negations, seen_alike
from onrecord.link.who import Party, party
from onrecord.link.words import sentences, starts_sentence, stems
from onrecord.model import Record, Ref, Span, hull

_WOULD = re.compile(r"\b(?:will|would|could|might|may|should|must|can|if|unless|whether|going to|to be|yet)\b")
_NONE = re.compile(
    r"^(?:that |but |and )?(?:nobody|no one|none of|nothing|not one|not a single|no (?!longer\b|more\b)[a-z]+)\b"
)
_NOTHING = re.compile(
    r"\b(?:have|has|had|was|were|did|got|received) (?:[a-z]+ )?(?:nothing|none|no (?!longer\b|more\b)[a-z]+)\b"
)
_NEVER = re.compile(r"\b(?:was|were|had|has|have) never\b")
_DONE = re.compile(r"\b(?:has|have|had|was|were|been|is|are)\b|ed\b")
_THERE = re.compile(r"\bthere\b")
_NAME = re.compile(r"\b[A-Z][\w-]{2,}")


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of what is so or not so: the stems of its content, who makes it, the names in it.

    `negated` are the stems of what nobody did; empty where it tells what was done.
    """

    ref: Ref
    words: frozenset[str]
    speaker: Party | None
    names: frozenset[str]
    negated: frozenset[str]


def told(record: Record, refs: dict[str, Ref]) -> tuple[Told, ...]:
    """The statements of an article that tell wholly of what was done, or that nothing was. `refs` are their names."""
    text, found = record.article.text, []
    for statement in record.statements:
        if statement.cue_class not in ("say", "assert") or not (statement.content and statement.source):
            continue
        said = plain(" ".join(s.of(text) for s in statement.content))
        if _WOULD.search(said):
            continue
        none = any(p.search(said) for p in (_NONE, _NOTHING, _NEVER))
        if not none and (set(said.split()) & listed("pattern", "negative") or not _DONE.search(said)):
            continue
        negated = seen_alike(negations(said)) if none else frozenset()
        if negated or not none:
            who = party(record, statement.source, statement.speaker)
            names = _names(text, hull(statement.content))
            there = _sentence_before(text, hull(statement.content)) if negated and _THERE.search(said) else ""
            found.append(Told(refs[statement.id], seen_alike(stems(f"{said} {there}")), who, names, negated))
    return tuple(found)


def _sentence_before(text: str, span: Span) -> str:
    """The sentence before the one in which a statement begins, which says where "there" is."""
    known = sentences(text)
    at = next((n for n, s in enumerate(known) if s[0] <= span.start < s[1]), 0)
    return Span(*known[at - 1]).of(text) if at else ""


def _names(text: str, span: Span) -> frozenset[str]:
    """The stems of the names in a stretch."""
    capital = (m for m in _NAME.finditer(text, span.start, span.end) if not starts_sentence(text, m.start()))
    return stems(" ".join(m.group() for m in capital))
