"""Attributions and quotations brought together: whose words stand between the marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.attribution_found import Found, verb_cue
from onrecord.extract.attribution_relays import mouthpiece
from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.quotes import Quotation, Quotations
from onrecord.extract.source_phrase import (
    addressee_of,
    agent_of,
    is_passive,
    is_speaker,
    noun_beside,
    source_words,
    subject_of,
    venue_of,
)
from onrecord.model import Span, Spans, hull, trim

OUTER = ' \t\r\n,;:"“”„«»‹›`'
REACH = 30
"""Most tokens between a quotation and its cue."""
MIN_WORDS = 4
"""A shorter quotation without a verb of speech beside it is a title, a nickname or a scare quote."""


def fit(parse: Parse, found: Found, quotes: Quotations) -> Found | None:
    """The attribution with its content fitted to the quotations: whole ones outside, none of the outside within.

    A cue between the marks speaks only of words between them; any other takes in the whole of a quotation that it
    introduces a part of, with the paragraphs on which it runs. None where nothing is left.
    """
    home = quotes.holding(found.cue[0])
    if home is not None:
        inner = quotes.found[home].inner
        if _is_title(inner.of(parse.text)) or parse.start[found.head] < inner.start:
            return None
        cut = [Span(max(p.start, inner.start), min(p.end, inner.end)) for p in found.content]
        source = tuple(s for s in found.source if inner.holds(s))
        content = _quoted_within(parse.text, found.cue[-1], _merged(parse, cut, found.cue + source), quotes)
        return replace(found, content=content, source=source) if content else None
    source = _outside(parse, found, quotes)
    found = replace(found, source=source)
    content = _merged(parse, _widened(found, quotes), found.cue + source)
    content = _only_quoted(content, found.cue[0].start, quotes)
    content = _from_quotation(parse.text, content, found.cue[-1], quotes)
    content = tuple(_balanced(p, quotes) for p in content)
    return replace(found, content=content) if content else None


def _quoted_within(text: str, cue: Span, content: Spans, quotes: Quotations) -> Spans:
    """The words that a quotation quotes in its turn, where a cue within it leads up to them; else the content."""
    for piece in content:
        inner = next((s for s in quotes.within if abs(s.start - piece.start) < 2 and s.overlaps(piece)), None)
        if piece.start > cue.end and inner is not None:
            return (trim(text, inner, OUTER),)
    return content


def _balanced(piece: Span, quotes: Quotations) -> Span:
    """The piece with both marks of a quotation that stands at one of its ends, not only with the inner one."""
    for n in quotes.touching(piece):
        outer, inner = quotes.found[n].outer, quotes.found[n].inner
        if piece.start < outer.start and piece.end <= outer.end and inner.end - piece.end <= 1:
            piece = Span(piece.start, outer.end)
        elif outer.end < piece.end and outer.start <= piece.start and piece.start - inner.start <= 1:
            piece = Span(outer.start, piece.end)
    return piece


def _only_quoted(content: Spans, cue: int, quotes: Quotations) -> Spans:
    """The content less unquoted words behind the cue, where all before it is quoted: "“Yes,” he said, waving"."""
    before = [p for p in content if p.start < cue]
    quoting = bool(before) and all(quotes.holding(p) is not None for p in before)
    if not quoting:
        return content
    return tuple(p for p in content if p.start < cue or len(quotes.touching(p)) > 0)


def _from_quotation(text: str, content: Spans, cue: Span, quotes: Quotations) -> Spans:
    """The content less the unquoted words before a cue that a whole quotation follows: "As he rose, he said, “No.”"."""
    before = [p for p in content if p.end <= cue.start]
    first = next((p for p in content if p.start >= cue.end), None)
    n = quotes.holding(first) if first is not None else None
    if first is None or n is None or any(len(quotes.touching(p)) for p in before):
        return content
    leads = text[cue.end : quotes.found[n].outer.start].rstrip()[-1:] in (",", ":")
    opens = text[first.start].isupper() and quotes.found[n].inner.start == first.start
    closes = quotes.found[n].inner.of(text).rstrip()[-1:] in (".", "!", "?") and opens
    return tuple(p for p in content if p.start >= cue.end) if leads and closes else content


def _is_title(said: str) -> bool:
    """Whether quoted words are a name or a title: few, each with a capital, no mark at the end.

    >>> _is_title("Say You Will"), _is_title("Say no more."), _is_title("I said no")
    (True, False, False)
    """
    words = said.split()
    return (
        0 < len(words) <= 6
        and all(w[:1].isupper() or len(w) < 4 for w in words)
        and words[-1][:1].isupper()
        and (said[-1:].isalnum())
    )


def _outside(parse: Parse, found: Found, quotes: Quotations) -> Spans:
    """The source, or where the parse takes it from the quoted words the noun beside the cue instead."""
    source = tuple(s for s in found.source if quotes.holding(s) is None)
    if source or not found.source:
        return found.source
    beside = noun_beside(parse, found.cue_at)
    source = source_words(parse, beside, found.cue_at) if beside is not None else ()
    return tuple(s for s in source if quotes.holding(s) is None)


def _widened(found: Found, quotes: Quotations) -> list[Span]:
    pieces = []
    for piece in found.content:
        pieces.append(piece)
        for n in quotes.touching(piece):
            inner = quotes.found[n].inner
            if not any(inner.overlaps(s) for s in found.source):
                pieces.append(inner)
            pieces.extend(quotes.found[m].inner for m in quotes.run(n) if m != n)
    return pieces


def _merged(parse: Parse, pieces: Iterable[Span], barred: Spans) -> Spans:
    """Overlapping pieces as one, trimmed, less those that hold the cue or the source."""
    out: list[Span] = []
    for piece in sorted(p for p in pieces if p.start < p.end):
        if out and (piece.start <= out[-1].end or parse.text[out[-1].end : piece.start].isspace()):
            out[-1] = hull((out[-1], piece))
        else:
            out.append(piece)
    trimmed = (trim(parse.text, p, OUTER) for p in out if not any(p.overlaps(b) for b in barred))
    return tuple(p for p in trimmed if p.start < p.end)


def bare_quotes(parse: Parse, words: Cues, found: list[Found], quotes: Quotations) -> list[Found]:
    """The attributions with those added whose quotation the parse does not join with the cue beside it."""
    out = list(found)
    taken = taken_by(out, quotes)
    place = {f.cue_at: k for k, f in enumerate(out)}
    for n, q in enumerate(quotes.found):
        if n in taken or not any(ch.isalpha() for ch in q.inner.of(parse.text)) or _names_work(parse, q):
            continue
        cue = _cue_behind(parse, words, quotes, n)
        if cue is None:
            cue = _cue_before(parse, words, quotes, n)
        said = q.inner.of(parse.text)
        if cue is None or not (is_sentence(said) or said[-1:] in ",!?" or parse.lemma[cue].lower() in words.speaking):
            continue
        spans = tuple(quotes.found[m].inner for m in quotes.run(n))
        at = place.setdefault(cue, len(out))
        if at < len(out) and parse.start[cue] > q.outer.start and _has_its_own(parse.text, out[at]):
            continue
        if at == len(out):
            out.append(_spoken(parse, words, cue, spans))
        else:
            content = _merged(parse, (*out[at].content, *spans), out[at].cue + out[at].source)
            content = _from_quotation(parse.text, content, out[at].cue[-1], quotes)
            out[at] = replace(out[at], content=content)
        taken.update(quotes.run(n))
    return out


def _names_work(parse: Parse, quotation: Quotation) -> bool:
    """Whether quoted words name a programme, a book or a ship: "said on “Morning Watch,”", "aboard the “Sea Lark”"."""
    before = token_from(parse, quotation.outer.start) - 1
    return (
        before >= 0
        and parse.pos[before] in ("ADP", "DET", "NOUN")
        and _is_title(quotation.inner.of(parse.text).rstrip(",.;"))
    )


def _has_its_own(text: str, found: Found) -> bool:
    """Whether a cue behind a quotation has other words to introduce: "called it “vain” and suggested that …"."""
    first = found.content[0]
    return first.start >= found.cue[-1].end and first.of(text).split(maxsplit=1)[0] in ("that", "to", "whether")


def taken_by(found: list[Found], quotes: Quotations) -> set[int]:
    """The numbers of the quotations that are content of a cue outside them."""
    return {n for f in found if quotes.holding(f.cue[0]) is None for piece in f.content for n in quotes.touching(piece)}


def _spoken(parse: Parse, words: Cues, cue: int, spans: Spans) -> Found:
    lemma = parse.lemma[cue].lower()
    who = agent_of(parse, cue) if is_passive(parse, cue) else subject_of(parse, cue)
    source = source_words(parse, who, cue) if who is not None else ()
    if not source or any(s.overlaps(q) for s in source for q in spans):
        beside = noun_beside(parse, cue)
        source = source_words(parse, beside, cue) if beside is not None else ()
    source = tuple(s for s in source if not any(s.overlaps(q) for q in spans))
    content = tuple(trim(parse.text, s, OUTER) for s in spans)
    head = parse.tokens_in(content[0])[0]
    return Found(
        cue, (verb_cue(parse, cue),), source, content, head, words.verbs.get(lemma, "say"), "quote:beside", 0.85,
        addressee_of(parse, words, cue), venue_of(parse, words, cue), via=mouthpiece(parse, words, cue),
    )  # fmt: skip


def _cue_behind(parse: Parse, words: Cues, quotes: Quotations, n: int) -> int | None:
    """The verb of speech right behind a quotation: "…," said the mayor; "…," the mayor of Pellau says."""
    tail = quotes.found[n].outer
    first = token_from(parse, tail.end)
    for i in range(first, min(first + REACH, len(parse))):
        if parse.sentences[parse.sent_of[i]].part_no != _part_of(parse, tail) or quotes.touching(parse.span(i, i + 1)):
            return None
        if parse.word(i) in (".", "!", "?", ":", ";") and i > first:
            return None
        if parse.pos[i] == "VERB" and parse.tag[i] not in ("VBN", "VB"):
            return i if _speaks(parse, words, i) or (i == first and _inverted(parse, words, i)) else None
    return None


def _inverted(parse: Parse, words: Cues, i: int) -> bool:
    """Whether any verb right behind a quotation has a speaker right behind it: "“Splendid,” grinned the clerk"."""
    beside = noun_beside(parse, i)
    finite = parse.tag[i] in ("VBD", "VBZ") and parse.lemma[i].lower() not in words.happening
    return finite and beside is not None and beside > i and is_speaker(parse, words, beside)


def _cue_before(parse: Parse, words: Cues, quotes: Quotations, n: int) -> int | None:
    """The verb of speech that leads up to a quotation, with a comma or a colon between."""
    lead = quotes.found[n].outer
    last = token_from(parse, lead.start) - 1
    if last < 0:
        return None
    if parse.pos[last] == "VERB" and parse.lemma[last].lower() in words.speaking and is_sentence(lead.of(parse.text)):
        return last
    mark = parse.word(last)
    crossing = parse.sentence(last).part_no != _part_of(parse, lead)
    if mark == "." and last > 0 and not crossing and parse.pos[last - 1] == "VERB":
        return last - 1 if parse.lemma[last - 1].lower() in words.speaking else None
    if mark != ":" and (crossing or mark != ","):
        return None
    for i in range(last - 1, max(last - REACH, -1), -1):
        if parse.sentence(i).part_no != parse.sentence(last).part_no or quotes.touching(parse.span(i, i + 1)):
            break
        if parse.word(i) in (".", "!", "?", ":", ";"):
            break
        if parse.pos[i] == "VERB" and (_speaks(parse, words, i) or (mark == ":" and _leads_up(parse, words, i))):
            return i
    return None


def _leads_up(parse: Parse, words: Cues, i: int) -> bool:
    """Whether any verb of a person leads up to a quotation with a colon: "scolded him: “Go home.”"."""
    finite = parse.tag[i] in ("VBD", "VBZ", "VBP") and not is_passive(parse, i)
    return finite and parse.lemma[i].lower() not in words.happening and is_speaker(parse, words, subject_of(parse, i))


def _speaks(parse: Parse, words: Cues, i: int) -> bool:
    lemma = parse.lemma[i].lower()
    if lemma not in words.verbs or lemma in words.weak:
        return False
    who = agent_of(parse, i) if is_passive(parse, i) else subject_of(parse, i)
    return is_speaker(parse, words, who) or lemma in words.speaking


def token_from(parse: Parse, at: int) -> int:
    """The first token that starts at or after a character."""
    tokens = parse.tokens_in((at, at + 1))
    return tokens.start + (1 if len(tokens) and parse.start[tokens.start] < at else 0)


def _part_of(parse: Parse, span: Span) -> int:
    tokens = parse.tokens_in(span)
    return parse.sentence(tokens[-1]).part_no if len(tokens) else -1


def is_sentence(said: str) -> bool:
    """Whether quoted words are long enough, or closed as a sentence is, to be more than a title or a nickname."""
    return len(said.split()) >= MIN_WORDS or (said[:1].isupper() and said.rstrip()[-1:] in (".", "!", "?"))
