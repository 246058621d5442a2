"""Who says a clause, read off the words where the tree leads astray: inverted medial cues, names in apposition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.commissives import kinds, listed
from onrecord.extract.draft import Draft
from onrecord.extract.names import actor_of
from onrecord.extract.parse import Parse
from onrecord.model import Span, Spans, Statement, trim

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NOMINAL = ("NOUN", "PROPN", "PRON")
_REACH = 14
"""Most words of a phrase that names who speaks, his name beside it counted in."""
_RELATIVE = ("who", "which", "that", "whom")
_ASIDE = re.compile(r', (?:who\b|which\b|whose\b|whom\b|["“]|[a-z]{2,14}ing\b|[a-z]{2,12}ed\b|sworn\b)')
_JUNK = " \t\r\n,;:"


def mended(parse: Parse, so_far: Draft) -> Draft:
    """The draft with the speakers of clauses put right; a statement that was missed has the id ""."""
    statements = list(so_far.statements)
    for verb in range(len(parse)):
        if not _cue(parse, verb):
            continue
        known = [n for n, s in enumerate(statements) if any(parse.span(verb, verb + 1).overlaps(c) for c in s.cue)]
        told = _medial(parse, verb)
        if told is not None and known:
            statements[known[0]] = _said(parse, so_far, statements[known[0]], told)
        elif not known and (told := told or _final(parse, verb)) is not None:
            cue = parse.span(verb, verb + 1)
            missed = Statement("", "indirect", (), (cue,), (), cue_class="say", rule=f"words:{parse.lemma[verb]}")
            statements.append(_said(parse, so_far, missed, told))
    return replace(so_far, statements=tuple(statements))


def fronted(parse: Parse, statement: Statement, verb: int) -> int | None:
    """The subject of `verb` where the words that say who speaks part the two: "The quay, said Ms Holm, will …"."""
    if len(statement.content) < 2 or not statement.content[0].end < parse.start[verb]:
        return None
    first = parse.tokens_in(statement.content[0])
    if not first or parse.pos[first[0]] == "ADP" or any(parse.tag[t] in _FINITE for t in first):
        return None
    return next((t for t in first if parse.head[t] not in first and parse.pos[t] in _NOMINAL), None)


def named(text: str, spans: Spans) -> Spans:
    """The words that name somebody, without the relative pronoun that stands for him and what a mark cuts off.

    >>> text = "The mayor, who had left, said no."
    >>> [span.of(text) for span in named(text, (Span(0, 9), Span(11, 14)))]
    ['The mayor']
    """
    kept = [span for span in spans if span.of(text).lower() not in _RELATIVE] or list(spans)
    found = []
    for span in kept:
        said = span.of(text)
        aside = _ASIDE.search(said)
        found.append(trim(text, (span.start, span.start + (aside.start() if aside else len(said))), _JUNK))
    return tuple(found)


def _cue(parse: Parse, verb: int) -> bool:
    known = listed("speech", "plain") | listed("speech", "warning") | frozenset(kinds("verbs"))
    return parse.pos[verb] == "VERB" and parse.tag[verb] in _FINITE and parse.lemma[verb].lower() in known


def _said(parse: Parse, so_far: Draft, statement: Statement, told: tuple[Span, Spans]) -> Statement:
    source, content = told
    actor = actor_of(parse, so_far, source)
    return replace(statement, source=(source,), content=content, speaker=actor.id if actor is not None else None)


def _medial(parse: Parse, verb: int) -> tuple[Span, Spans] | None:
    """Source and content of "The quay, says the new mayor, Ida Holm, will be repaired"."""
    first, last, *_ = parse.sentence(verb)
    if verb == first or parse.word(verb - 1) != "," or not _phrase(parse, first, verb - 1):
        return None
    commas = list(_commas(parse, verb + 1, last))
    end = next((c for c in reversed(commas) if c + 1 < last and parse.tag[c + 1] in _FINITE), None)
    if end is None or not _phrase(parse, verb + 1, end):
        return None
    front, rest = parse.span(first, verb - 1), parse.span(end + 1, last)
    return parse.span(verb + 1, commas[0]), (trim(parse.text, front, _JUNK), trim(parse.text, rest, _JUNK + '."'))


def _commas(parse: Parse, first: int, last: int) -> Iterator[int]:
    """The commas behind a token, as long as no finite verb and no quotation mark stands before them."""
    for t in range(first, min(last, first + _REACH)):
        if parse.word(t) == ",":
            yield t
        elif parse.tag[t] in _FINITE or parse.word(t) in '"“”':
            return


def _final(parse: Parse, verb: int) -> tuple[Span, Spans] | None:
    """Source and content of "The quay will be repaired, the port's new head, Ida Holm, said on Monday"."""
    first = parse.sentence(verb).first
    if any(t > verb for t in parse.childs(verb, "ccomp", "xcomp")) or verb - first < 4:
        return None
    commas = [t for t in range(max(first, verb - _REACH), verb) if parse.word(t) == ","]
    beside = parse.word(verb - 1) == ","
    if len(commas) < (3 if beside else 1):
        return None
    begin, end = (commas[-3] + 1, commas[-2]) if beside else (commas[-1] + 1, verb)
    if not _phrase(parse, begin, end) or (beside and not _phrase(parse, commas[-2] + 1, verb - 1)):
        return None
    content = range(first, begin - 1)
    if not any(parse.tag[t] in _FINITE for t in content) or any(parse.word(t) in '"“”' for t in content):
        return None
    return parse.span(begin, end), (parse.span(first, begin - 1),)


def _phrase(parse: Parse, first: int, last: int) -> bool:
    """Whether tokens can name somebody or something: a noun among them, no finite verb, no conjunction in front."""
    tokens = range(first, last)
    if not tokens or parse.pos[first] in ("ADP", "SCONJ", "CCONJ", "VERB", "ADV"):
        return False
    return any(parse.pos[t] in _NOMINAL for t in tokens) and not any(parse.tag[t] in _FINITE for t in tokens)
