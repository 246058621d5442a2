"""Quotations without a cue that go on with the words before them: the next paragraph, the sentence after a report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import replace

from onrecord.extract.attribution_found import Found
from onrecord.extract.attribution_quotes import MIN_WORDS, OUTER, REACH, is_sentence, taken_by, token_from
from onrecord.extract.parse import Parse
from onrecord.extract.quotes import Quotation, Quotations
from onrecord.model import Span, trim

_GAP = 300
"""Most characters between the end of an attribution and the quotation that goes on with it."""
_CONTRARY = frozenset({"deny", "demand", "promise", "assure"})
"""Classes of cues that say something of their content which does not hold of a quotation that follows."""
_TELLING = frozenset({"say", "assert", "deny", "admit", "predict", "promise", "assure", "demand"})
"""Classes of cues after whose reported words a quotation goes on in the same mouth."""


def follow_ups(parse: Parse, found: list[Found], quotes: Quotations) -> list[Found]:
    """The attributions with the quotations joined that go on where one ended: in its paragraph, or as the next one."""
    out = list(found)
    taken = taken_by(out, quotes)
    ends = sorted((_last(f), k) for k, f in enumerate(out) if _quotes_something(f, quotes))
    plain = dict(sorted(((_last(f), k) for k, f in enumerate(out) if _tells(f, quotes)), reverse=True))
    for n, q in enumerate(quotes.found):
        if n in taken or not is_sentence(q.inner.of(parse.text)):
            continue
        near = ends[bisect_left(ends, (q.outer.start - _GAP, -1)) : bisect_right(ends, (q.outer.start, len(out)))]
        at = next((k for last, k in reversed(near) if _only_gap(parse, last, q.outer)), None)
        at = _before_it(parse, plain, q) if at is None else at
        if at is not None:
            run = tuple(trim(parse.text, quotes.found[m].inner, OUTER) for m in quotes.run(n))
            taken.update(quotes.run(n))
            if out[at].cue_class in _CONTRARY and not _quotes_something(out[at], quotes):
                head = parse.tokens_in(run[0])[0]
                at, before = len(out), out[at]
                out.append(replace(before, content=run, cue_class="say", head=head, rule="quote:beside"))
            else:
                out[at] = replace(out[at], content=tuple(sorted((*out[at].content, *run))))
            insort(ends, (_last(out[at]), at))
    return out


def _before_it(parse: Parse, plain: dict[int, int], q: Quotation) -> int | None:
    """The number of the reported words that close the sentence before a whole quotation in their paragraph."""
    said, at = q.inner.of(parse.text), q.outer.start
    gap = parse.text[max(at - 3, 0) : at]
    full = said[:1].isupper() and said.rstrip()[-1:] in (".", "!", "?") and len(said.split()) >= MIN_WORDS
    end = at - len(gap) + len(gap.rstrip())
    for last in (end, end - 1):
        if full and last in plain and "\n" not in gap and parse.text[last:at].strip() in (".", ""):
            return plain[last]
    return None


def _tells(found: Found, quotes: Quotations) -> bool:
    """Whether a cue outside quotations reports words of somebody, none of them quoted."""
    speaks = found.cue_class in _TELLING and bool(found.source) and not found.negated
    return speaks and quotes.holding(found.cue[0]) is None and not _quotes_something(found, quotes)


def _last(found: Found) -> int:
    return max(s.end for s in (*found.content, *found.cue, *found.source, *found.addressee))


def _quotes_something(found: Found, quotes: Quotations) -> bool:
    """Whether a cue outside quotations has one for its content."""
    return quotes.holding(found.cue[0]) is None and any(len(quotes.touching(p)) > 0 for p in found.content)


def _only_gap(parse: Parse, last: int, outer: Span) -> bool:
    """Whether a quotation opens the next sentence, and fills its paragraph where it opens one."""
    a, b = token_from(parse, last), token_from(parse, outer.start)
    if b >= len(parse) or b == 0:
        return False
    crossing = "\n" in parse.text[last : outer.start]
    if crossing:
        rest = parse.text.find("\n", outer.end)
        tail = parse.text[outer.end : rest if rest >= 0 else len(parse.text)]
        return b - a <= 3 and not any(ch.isalnum() for ch in tail)
    between = [parse.word(t) for t in range(a, b)]
    ends = [w for w in between if w in (".", "!", "?")]
    return len(ends) <= 1 and len(between) <= REACH and (not between or between[-1] in (".", "!", "?", '"', "”", "''"))
