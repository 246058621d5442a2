"""Cues read off the words where the tree goes astray: two phrases before or around the verb, a name beside an office.

"The ferry, the port's new head said on Monday, will sail": the parser takes the ferry for the speaker. What stands
between the marks tells who it is: the first phrase has no verb of its own until the one behind the second comma.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.attribution_found import Found, verb_cue
from onrecord.extract.attribution_relays import mouthpiece
from onrecord.extract.content_words import clause_words, pieces, words_from
from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.source_phrase import JUNK, addressee_of, is_passive, venue_of
from onrecord.model import Span, trim

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_NO_NAME = frozenset({"ADP", "SCONJ", "CCONJ", "VERB", "ADV", "AUX", "PUNCT"})
"""What the phrase that names a speaker or a subject does not begin with."""
_QUOTES = frozenset({'"', "“", "”", "''", "``", "«", "»", "‹", "›"})
_REACH = 20
"""Most words of a phrase that names who speaks, with what stands between it and the marks."""
_SET = frozenset({"date", "day", "deadline", "time", "term", "schedule", "sum", "amount", "figure"})
"""What is set by whoever promises: "ahead of the date promised" names no speaker."""
_SHORTEST = 4
"""Fewest words that a cue at the end of its sentence has before it."""


def medial(parse: Parse, words: Cues, i: int, lemma: str) -> Found | None:
    """The attribution of a cue between a subject and its verb: "The quay, says the new mayor, Ida Holm, will close"."""
    kind = words.verbs.get(lemma)
    if kind is None or is_passive(parse, i) or not _finite(parse, i):
        return None
    for source, front, rest in (*_behind(parse, words, i, lemma), *_before(parse, i, parse.sentence(i).first)):
        first = _clause_start(parse, front)
        if rest is None or not _phrase(parse, first, front):
            continue
        head = _verb_at(parse, rest)
        behind = words_from(clause_words(parse, words, i, head, None), parse.start[rest])
        content = (*pieces(parse, range(first, front)), *behind)
        told = tuple(s for s in addressee_of(parse, words, i) if not s.overlaps(source))
        no = any(parse.dep[c] == "neg" for c in parse.children[i])
        return Found(
            i, (verb_cue(parse, i),), (source,), content, head, kind, "verb:between", 0.85, told,
            venue_of(parse, words, i), no, mouthpiece(parse, words, i),
        )  # fmt: skip
    return None


def closing(parse: Parse, words: Cues, i: int, lemma: str) -> Found | None:
    """The attribution of a cue at the end whose clause is lost: "…, the port's new head, Ida Holm, said on Monday"."""
    first, kind = parse.sentence(i).first, words.verbs.get(lemma)
    first += parse.pos[first] == "CCONJ"
    if kind is None or lemma not in words.speaking or not _finite(parse, i) or i - first < _SHORTEST:
        return None
    subordinate = parse.tag[first] in ("IN", "WRB") and parse.lower(first) not in ("if", "unless")
    taken = ("ccomp", "xcomp", *(() if lemma in words.addressing else ("dobj",)))  # "had added two brigades"
    if subordinate or any(t > i for t in parse.childs(i, *taken)):
        return None
    if parse.tag[i] in ("VBD", "VBN") and parse.lemma[i - 1].lower() in _SET:
        return None
    source, front, _ = next(_before(parse, i, first), (None, first, None))
    content = range(first, front)
    if source is None or any(parse.word(t) in _QUOTES for t in content):
        return None
    head = next((t for t in content if parse.tag[t] in _FINITE), None)
    if head is None:
        return None
    said = pieces(parse, content)
    return Found(i, (verb_cue(parse, i),), (source,), said, _verb_at(parse, head), kind, "verb:medial", 0.7)


def _behind(parse: Parse, words: Cues, i: int, lemma: str) -> Iterator[tuple[Span, int, int | None]]:
    """Speaker, end of what goes before, and the verb with which it goes on: "…, says the new mayor, Ida Holm, will"."""
    if lemma in words.weak or parse.word(i - 1) != ",":
        return
    commas = [t for t in range(i + 1, min(i + _REACH, parse.sentence(i).last)) if parse.word(t) == ","]
    for end in commas:
        rest = _goes_on(parse, end)
        bare = next((t for t in commas if t < end and parse.tag[t + 1] in _RELATIVE), end)
        if rest is not None and _phrase(parse, i + 1, bare):
            yield trim(parse.text, parse.span(i + 1, end), JUNK), i - 1, rest
            return


def _before(parse: Parse, i: int, first: int) -> Iterator[tuple[Span, int, int | None]]:
    """The same of "…, the new mayor said on Monday, will" and of "…, the new mayor, Ida Holm, said, will"."""
    cue = parse.tokens_in(verb_cue(parse, i)).start
    while cue - 1 > first and parse.pos[cue - 1] == "ADV":
        cue -= 1
    commas = [t for t in range(max(first, cue - _REACH), cue) if parse.word(t) == ","]
    beside = parse.word(cue - 1) == ","
    if len(commas) < (3 if beside else 1):
        return
    begin = commas[-3] if beside else commas[-1]
    named = not beside or (_phrase(parse, commas[-2] + 1, cue - 1) and _phrase(parse, begin + 1, commas[-2]))
    if named and _phrase(parse, begin + 1, cue):
        near = range(i + 1, min(i + _REACH, parse.sentence(i).last))
        finite = next((t for t in near if parse.tag[t] in _FINITE or parse.word(t) in _QUOTES), i)
        end = next((t for t in range(finite - 1, i, -1) if parse.pos[t] != "ADV"), i)
        yield trim(parse.text, parse.span(begin + 1, cue), JUNK), begin, _goes_on(parse, end)


def _clause_start(parse: Parse, front: int) -> int:
    """The first word of the clause that breaks off at `front`: behind a semicolon, or ", and" with a clause before."""
    first = parse.sentence(front).first
    for t in range(front - 1, first, -1):
        if parse.tag[t] in _FINITE:
            break
        joined = parse.pos[t] == "CCONJ" and parse.word(t - 1) == ","
        if (joined or parse.word(t) == ";") and any(parse.tag[k] in _FINITE for k in range(first, t)):
            return t + 1
    return first + (parse.pos[first] == "CCONJ")


def _goes_on(parse: Parse, comma: int) -> int | None:
    """The finite verb right behind a comma, adverbs left aside; None where something else stands there."""
    if parse.word(comma) != ",":
        return None
    t = comma + 1
    while t < len(parse) - 1 and parse.pos[t] == "ADV":
        t += 1
    return t if t < len(parse) and parse.tag[t] in _FINITE else None


def _finite(parse: Parse, i: int) -> bool:
    return parse.tag[i] in _FINITE or any(parse.tag[a] in _FINITE for a in parse.childs(i, "aux"))


def _verb_at(parse: Parse, t: int) -> int:
    """The main verb of a finite word: of an auxiliary the verb that it helps."""
    return parse.head[t] if parse.dep[t] in ("aux", "auxpass") and parse.head[t] > t else t


def _phrase(parse: Parse, first: int, last: int) -> bool:
    """Whether tokens can name somebody or something: a noun among them, no finite verb, no conjunction in front."""
    tokens = range(first, last)
    if not tokens or parse.pos[first] in _NO_NAME or not any(parse.pos[t] in _NOMINAL for t in tokens):
        return False
    barred = (
        t for t in tokens if parse.tag[t] in _FINITE | _RELATIVE | {"VB"} or parse.word(t) in _QUOTES | {"than", "as"}
    )
    return next(barred, None) is None
