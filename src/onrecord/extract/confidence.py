"""How far a statement can be trusted: how often statements like it were right on passages that people had read.

Right means that content and source are those of a careful reader. The counts stand in `lexicon/confidence.toml`, which
`eval/fit_confidence.py` writes from the project's own gold.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, log

from onrecord.extract.cue_words import Cues
from onrecord.extract.quotes import MARKS
from onrecord.lexicon import words
from onrecord.model import Spans

Counts = tuple[int, int]
"""How many were right, of how many."""
Table = Mapping[str, Mapping[str, Counts]]
Features = dict[str, str]

STRENGTH = 10.0
"""How many statements of the wider group stand in for a pattern that is seldom seen."""
_LOWEST = 0.05
_HIGHEST = 0.95
_AGREEMENT = 0.74
"""Where no mark says what the content is, readers differ: two careful ones agreed on .74 of PolNeAR's contents (F1,
Newell et al. 2018). One reader's gold cannot show that."""
_LONG = 100
"""Characters from which a content is long."""
_CLAUSES = frozenset({"verb:clause", "quote:beside", "label:before", "label:behind"})
_AROUND = frozenset({"verb:medial", "verb:between", "verb:inverted", "verb:strayed", "according to"})
_MARKS = MARKS | {"‘", "’", "'", "`"}
_PRONOUNS = frozenset(
    {"i", "we", "you", "he", "she", "they", "it", "who", "which", "that", "one", "some", "his", "her"}
)


def features(text: str, rule: str, kind: str, cue: str, source: Spans, content: Spans, known: Cues) -> Features:
    """What a statement's chance of being right hangs on, by the names of the table.

    `type` is how much is quoted; `inner` is a statement within a quotation, whose end no mark shows.

    >>> from onrecord.extract.cue_words import cues
    >>> from onrecord.model import Span
    >>> features("He waved", "verb:clause", "direct", "say", (Span(0, 2),), (Span(3, 8),), cues())
    {'type': 'inner', 'form': 'clause', 'source': 'pronoun', 'length': 'short', 'cue': 'plain'}
    """
    said = sum(s.end - s.start for s in content)
    return {
        "type": "inner" if kind == "direct" and not _opened(text, content) else kind,
        "form": _form(rule),
        "source": _source(" ".join(s.of(text) for s in source)),
        "length": "long" if said > _LONG else "short",
        "cue": "plain" if cue in known.speaking else "weak" if cue in known.weak else "other",
    }


def _opened(text: str, content: Spans) -> bool:
    """Whether quotation marks open the content, or its paragraph does (a quotation that runs on)."""
    at = content[0].start if content else 0
    return any(ch in _MARKS or ch == "\n" for ch in text[max(at - 2, 0) : at + 1])


def _form(rule: str) -> str:
    """How the content stands to its cue, in three groups: more would leave too few passages for each."""
    return "clause" if rule in _CLAUSES else "around" if rule in _AROUND else "phrase"


def _source(phrase: str) -> str:
    """The kind of a source: absent, pronoun, named (a capital in it) or noun."""
    if not phrase:
        return "absent"
    if phrase.lower() in _PRONOUNS:
        return "pronoun"
    return "named" if any(w[:1].isupper() for w in phrase.split()[1:]) or phrase.istitle() else "noun"


def confidence(found: Features) -> float:
    """The chance that a statement with these features is right, .05 to .95, in hundredths."""
    return round(chance(words("confidence"), found), 2)


def chance(table: Table, found: Features) -> float:
    """The rate of the statement's type, moved by how far each other feature lies above or below it within that type.

    >>> table = {"direct": {"all": (9, 10), "source absent": (1, 4)}, "mixed": {"all": (3, 10)}}
    >>> chance(table, {"type": "direct", "source": "named"}) > chance(table, {"type": "direct", "source": "absent"})
    True
    """
    kind = found["type"]
    counts = table.get(kind, {})
    middle = rate(counts.get("all", (0, 0)), 0.5)
    sure = _odds(middle)
    for name, value in found.items():
        sure += _odds(rate(counts.get(f"{name} {value}", (0, 0)), middle)) - _odds(middle)
    agreed = _AGREEMENT if kind in ("indirect", "inner") else 1.0
    return min(max(agreed / (1 + exp(-sure)), _LOWEST), _HIGHEST)


def rate(counts: Counts, prior: float) -> float:
    """The share that was right, drawn towards `prior` where few were seen."""
    right, seen = counts
    return (right + STRENGTH * prior) / (seen + STRENGTH)


def _odds(share: float) -> float:
    return log(share / (1 - share))
