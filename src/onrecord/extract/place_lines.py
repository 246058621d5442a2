"""Lines that are written in small letters: "the contact line", "the 38th parallel"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.parse import Parse
from onrecord.extract.place_candidates import ENOUGH, Candidate
from onrecord.extract.place_text import listed, name_of
from onrecord.lexicon.atlas import Sense, senses


def lines(parse: Parse) -> Iterator[Candidate]:
    """Lines that are written in small letters: "the contact line", "the 38th parallel"."""
    for i in range(len(parse)):
        if parse.lower(i) not in listed("lines"):
            continue
        for first in range(max(0, i - 3), i + 1):
            last = next((e for e in range(min(len(parse), i + 4), i, -1) if _line(parse, first, e)), None)
            of_noun = parse.dep[i] in ("compound", "amod", "nmod") and parse.head[i] > i  # "front-line workers"
            if last is not None and parse.sent_of[first] == parse.sent_of[last - 1] and not of_noun:
                name = name_of(parse, first, last)
                yield Candidate(first, last, name, _line(parse, first, last), "", ENOUGH, "line", start=first)
                break


def _line(parse: Parse, first: int, last: int) -> tuple[Sense, ...]:
    if parse.lower(first) in ("the", "of", "a") or last - first < 2:
        return ()
    return tuple(s for s in senses(parse.words(first, last)) if s.kind == "line")
