"""The parts of a text: which stretch is headline, kicker, dateline, byline, caption, credit, boilerplate, body.

What is neither part (a bar between two parts, the sign of a Markdown heading) belongs to none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.model import Part, Span, trim
from onrecord.model.article import PartKind
from onrecord.read.credits import before, caption_label, credit, is_caption, source_label
from onrecord.read.datelines import dateline, is_byline, is_date_line
from onrecord.read.labels import is_kicker, kicker
from onrecord.read.notices import is_notice, notice_at_end
from onrecord.read.paragraphs import paragraphs
from onrecord.read.wording import ends_in_stop, tokens

_MARKDOWN = re.compile(r"#{1,6}\s{1,4}(?=\S)")
_RULE = re.compile(r"[-=_*~]{3,}")
_BARRED = re.compile(r"[^|\n]{10,600}\|\s{0,3}(?=\S)")
_BLANK = " \t\r\n\v\f\x85\xa0\u2028\u2029"
LONGEST_HEADLINE = 160
HEAD_LINES = 12
"""Paragraphs before the body in which headline, kicker and byline are looked for."""


def parts(text: str, title: str | None = None) -> tuple[Part, ...]:
    """The text's parts in order, without overlap; a body part is one paragraph.

    >>> text = "World Europe - The ferry is to run from June."
    >>> [(p.kind, p.span.of(text)) for p in parts(text)]
    [('kicker', 'World Europe'), ('body', 'The ferry is to run from June.')]
    """
    reading = _Reading(text, _flat(title or ""), paragraphs(text))
    for number in range(len(reading.found)):
        reading.take(number)
    made = (Part(kind, trim(text, span, _BLANK)) for kind, span in reading.parts)
    return tuple(part for part in made if part.span.start < part.span.end)


@dataclass(slots=True)
class _Reading:
    """The walk through the paragraphs: what was found so far decides what may still come."""

    text: str
    title: str
    found: tuple[tuple[Span, bool], ...]
    parts: list[tuple[PartKind, Span]] = field(default_factory=list)
    body: bool = False
    headline: bool = False

    def take(self, number: int) -> None:
        """Add the parts of one paragraph."""
        span, _ = self.found[number]
        for kind, piece in self._cut(span, number):
            self.body |= kind == "body"
            self.headline |= kind == "headline"
            self.parts.append((kind, piece))

    def _cut(self, span: Span, number: int) -> Iterator[tuple[PartKind, Span]]:
        words = span.of(self.text)
        if not _RULE.fullmatch(words):
            if whole := self._whole(words, number):
                yield whole, Span(span.start + _label_end(words, whole), span.end)
            elif (bar := _BARRED.match(words)) and not self.body and credit(words[: bar.end()]):
                cut = span.start + bar.end()
                yield from self._cut(Span(span.start, cut), number)
                yield from self._cut(Span(cut, span.end), number)
            elif at := credit(words):
                yield from self._pictured(span, words, at, number)
            else:
                yield from self._told(span, words, number)

    def _whole(self, words: str, number: int) -> PartKind | None:
        """What the paragraph is as a whole, where it is no body, picture or mixture."""
        if is_notice(words):
            return "boilerplate"
        if source_label(words):
            return "credit"
        if caption_label(words) and not credit(words):
            return "caption"
        if _MARKDOWN.match(words):
            return "headline"
        if self.body or number >= HEAD_LINES or number + 1 == len(self.found):
            return None
        if is_byline(words):
            return "byline"
        if is_date_line(words):
            return "dateline"
        return "kicker" if is_kicker(words) else None

    def _pictured(self, span: Span, words: str, at: Span, number: int) -> Iterator[tuple[PartKind, Span]]:
        """A credit, with the caption before it in the same paragraph or the paragraph before."""
        caption = before(words, at)
        if caption.start < caption.end and not is_caption(words[caption.start : caption.end]):
            yield from self._told(Span(span.start, span.start + at.start), words[: at.start].rstrip(), number)
        elif caption.start < caption.end:
            start = caption.start + caption_label(words[caption.start : caption.end])
            yield "caption", Span(span.start + start, span.start + caption.end)
        elif not self.found[number][1] and number + 1 < len(self.found):
            self._make_caption(number - 1)
        yield "credit", Span(span.start + at.start, span.start + at.end)

    def _make_caption(self, number: int) -> None:
        """Turn what stands right above a credit into a caption, where it is the first of the body and one sentence."""
        if self.parts and self.parts[-1][1] == self.found[number][0] and self.parts[-1][0] in ("body", "headline"):
            kind, span = self.parts[-1]
            first = sum(k == "body" for k, _ in self.parts) == (1 if kind == "body" else 0)
            if first and not re.search(r"[.!?][\"”]?\s", span.of(self.text)):
                self.parts[-1] = ("caption", span)
                self.body = False
                self.headline = any(k == "headline" for k, _ in self.parts)

    def _told(self, span: Span, words: str, number: int) -> Iterator[tuple[PartKind, Span]]:
        """What is told: label, dateline, headline or body, and who reported it at the end."""
        if not self.body and (label := kicker(words)) and not dateline(words, first=False):
            mark, after = label
            yield "kicker", Span(span.start + mark.start, span.start + mark.end)
            rest = Span(span.start + after, span.end)
            if is_byline(rest.of(self.text)):
                yield "byline", rest
                return
            span, words = rest, rest.of(self.text)
        at = dateline(words, first=not self.body)
        if not at and self._is_headline(words, number):
            yield "headline", span
            return
        if at:
            yield "dateline", Span(span.start, span.start + at.end)
            span = trim(self.text, (span.start + at.end, span.end), _BLANK)
            words = span.of(self.text)
        if end := notice_at_end(words):
            yield "body", Span(span.start, span.start + end.start)
            yield "boilerplate", Span(span.start + end.start, span.start + end.end)
        else:
            yield "body", span

    def _is_headline(self, words: str, number: int) -> bool:
        """The first short line without a full stop before a body, or one that repeats the title."""
        if self.body or number + 1 >= len(self.found):
            return False
        if self.title and _flat(words) == self.title:
            return True
        if self.headline or len(words) > LONGEST_HEADLINE or len(tokens(words)) < 2 or "\t" in words:
            return False
        if (
            ends_in_stop(words)
            or words[-1] in ":;,"
            or not (words[0].isupper() or words[0] in "\"“‘'" or words[0].isdigit())
        ):
            return False
        after = [s.of(self.text) for s, _ in self.found[number + 1 : number + 8]]
        return any(ends_in_stop(w) and len(w) > 20 for w in after)


def _label_end(words: str, kind: PartKind) -> int:
    """Where a part begins behind the label or sign that told what it is."""
    if kind == "credit":
        return source_label(words)
    if kind == "caption":
        return caption_label(words)
    heading = _MARKDOWN.match(words) if kind == "headline" else None
    return heading.end() if heading else 0


def _flat(text: str) -> str:
    """Letters and digits alone, in small letters: equal for two printings of one headline."""
    return "".join(c for c in text.casefold() if c.isalnum())
