"""Attributions without a word of saying: a name with a colon before its words, behind a headline, under a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.attribution_found import Found
from onrecord.extract.content_words import QUOTE_MARKS
from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.quotes import Quotations
from onrecord.extract.source_phrase import JUNK, is_speaker
from onrecord.model import Span, Spans, trim

_LABEL = 7
"""Most tokens of a name that stands as a label."""
_SIGNED = 14
"""Most tokens of a name with its office under a quotation."""
_DASHES = frozenset({"-", "--", "–", "—", "―"})


def labels(parse: Parse, words: Cues, quotes: Quotations) -> Iterator[Found]:
    """The attributions of paragraphs that a name labels, in text order."""
    first = 0
    for n, sentence in enumerate(parse.sentences):
        ends = n + 1 == len(parse.sentences) or parse.sentences[n + 1].part_no != sentence.part_no
        if not ends:
            continue
        if sentence.part in ("body", "headline"):
            yield from _below(parse, words, quotes, first, sentence.last)
            yield from _before(parse, words, quotes, first, sentence.last)
            yield from _behind(parse, words, quotes, first, sentence.last)
        first = sentence.last


def _before(parse: Parse, words: Cues, quotes: Quotations, first: int, last: int) -> Iterator[Found]:
    """ "Marta Lind: We closed the doors.", in a transcript "LIND: We closed the doors"."""
    first += parse.word(first) in QUOTE_MARKS
    colon = next((t for t in range(first, min(first + _LABEL, last)) if parse.word(t) == ":"), None)
    if colon is None or colon + 1 >= last or not _names(parse, words, first, colon):
        return
    if any(parse.lower(t) in words.notices for t in range(first, colon)):
        return
    n = next(iter(quotes.touching(Span(parse.end[colon], parse.end[colon] + 4))), None)
    if _capitals(parse, first, colon) and _tells(parse, colon + 1, last):
        content: Spans = (trim(parse.text, parse.span(colon + 1, last), JUNK),)
    elif n is not None:
        content = tuple(quotes.found[m].inner for m in quotes.run(n))
    elif _tells(parse, colon + 1, last) and (_person(parse, first, colon) or _document(parse, words, first, colon)):
        content = (trim(parse.text, parse.span(colon + 1, last), JUNK),)
    else:
        return
    yield _found(parse, colon, (first, colon), content, "label:before")


def _behind(parse: Parse, words: Cues, quotes: Quotations, first: int, last: int) -> Iterator[Found]:
    """ "Bridge to close on Monday: minister", "“We closed the doors.” – Marta Lind"."""
    stopped = parse.word(last - 1) == "."
    last -= stopped
    if parse.word(last - 1) in (".", "!", "?"):
        return
    mark = next((t for t in range(last - 1, max(last - _LABEL, first), -1) if parse.word(t) in _DASHES | {":"}), None)
    if (
        mark is None
        or mark + 1 >= last
        or (stopped and parse.word(mark) == ":")
        or not _names(parse, words, mark + 1, last)
    ):
        return
    n = quotes.holding(Span(parse.start[mark - 1] - 1, parse.start[mark - 1]))
    if n is not None and quotes.found[n].outer.end >= parse.start[mark] - 2:
        content: Spans = tuple(quotes.found[m].inner for m in quotes.run(n))
    elif parse.word(mark) == ":" and mark - first >= 3 and _tells(parse, first, mark):
        content = (trim(parse.text, parse.span(first, mark), JUNK),)
    else:
        return
    yield _found(parse, mark, (mark + 1, last), content, "label:behind")


def _below(parse: Parse, words: Cues, quotes: Quotations, first: int, last: int) -> Iterator[Found]:
    """ "— Marta Lind, nurse" as a paragraph of its own under a quotation."""
    if first == 0 or last - first < 2 or last - first > _SIGNED or parse.word(first) not in _DASHES:
        return
    aside = next((t for t in range(first + 1, last) if parse.word(t) in (",", ".")), last)
    n = quotes.holding(Span(parse.start[first - 1] - 1, parse.start[first - 1]))
    below = n is not None and quotes.found[n].outer.end == parse.end[first - 1]
    if below and n is not None and _names(parse, words, first + 1, aside) and not _tells(parse, aside, last):
        content = tuple(quotes.found[m].inner for m in quotes.run(n))
        yield _found(parse, first, (first + 1, last), content, "label:behind")


def _capitals(parse: Parse, first: int, last: int) -> bool:
    """Whether a label is a name in capitals, as transcripts print the speaker."""
    name = parse.words(first, last)
    return len(name) > 2 and name.isupper() and any(parse.pos[t] == "PROPN" for t in range(first, last))


def _names(parse: Parse, words: Cues, first: int, last: int) -> bool:
    """Whether tokens are nothing but somebody's name or office."""
    tokens = range(first, last)
    if first >= last or any(parse.pos[t] in ("VERB", "AUX", "PRON", "SCONJ") for t in tokens):
        return False
    nouns = [t for t in tokens if parse.pos[t] in ("NOUN", "PROPN")]
    return bool(nouns) and is_speaker(parse, words, nouns[-1])


def _person(parse: Parse, first: int, last: int) -> bool:
    """Whether tokens are a person's name: marked as one, or two names that are no place."""
    marked = {parse.entities[parse.entity_of[t]].label for t in range(first, last) if parse.entity_of[t] >= 0}
    named = sum(parse.pos[t] == "PROPN" for t in range(first, last))
    return "PERSON" in marked or (named >= 2 and not marked & {"GPE", "LOC", "FAC", "DATE", "EVENT", "WORK_OF_ART"})


def _document(parse: Parse, words: Cues, first: int, last: int) -> bool:
    """Whether a label is one word for a text: "Poll: …", "Report: …"."""
    return last - first == 1 and parse.lemma[first].lower() in words.documents


def _tells(parse: Parse, first: int, last: int) -> bool:
    """Whether tokens say something: there is a verb among them."""
    return any(parse.pos[t] in ("VERB", "AUX") for t in range(first, last))


def _found(parse: Parse, mark: int, source: tuple[int, int], content: Spans, rule: str) -> Found:
    head = parse.tokens_in(content[0])
    verb = next((t for t in head if parse.pos[t] in ("VERB", "AUX")), head[0] if len(head) else mark)
    who = trim(parse.text, parse.span(*source), JUNK)
    return Found(mark, (parse.span(mark, mark + 1),), (who,), content, verb, "say", rule, 0.75)
