"""The lexicon of cues as look-ups: which class a verb, noun or adjective that introduces words belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from onrecord import lexicon
from onrecord.model.statement import CueClass, SpeechAct

WordClasses = dict[str, CueClass]


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemma to class, by what the word takes; and the sets that single rules ask for.

    `prepositions` and `nouns_of` are keyed by word and preposition: "call_for", "criticism_of".
    """

    verbs: WordClasses
    infinitive: WordClasses
    gerund: WordClasses
    objects: WordClasses
    things: WordClasses
    prepositions: WordClasses
    nouns: WordClasses
    nouns_of: WordClasses
    adjectives: WordClasses
    acts: dict[str, SpeechAct]
    misread: dict[str, str]
    speaking: frozenset[str]
    naming: frozenset[str]
    only_naming: frozenset[str]
    raising: frozenset[str]
    happening: frozenset[str]
    addressing: frozenset[str]
    receiving: frozenset[str]
    uttering: frozenset[str]
    venues: frozenset[str]
    documents: frozenset[str]
    weak: frozenset[str]
    asking: frozenset[str]
    telling: frozenset[str]
    finding: frozenset[str]
    by_things: frozenset[str]
    barred: frozenset[str]
    withholding: frozenset[str]
    lashing: frozenset[str]
    answering: frozenset[str]
    likening: frozenset[str]
    notices: frozenset[str]
    refusing: frozenset[str]
    masking: frozenset[str]
    voicing: frozenset[str]
    vouching: frozenset[str]
    wavering: frozenset[str]
    opening: frozenset[str]
    airing: frozenset[str]
    relaying: frozenset[str]
    fighting: frozenset[str]
    noun_heads: frozenset[str]


_TABLES = ("verbs", "infinitive", "gerund", "objects", "things", "prepositions", "nouns", "nouns_of", "adjectives")
_SETS = (
    "speaking", "naming", "only_naming", "raising", "happening", "addressing", "receiving", "uttering", "venues",
    "documents", "weak", "asking", "telling", "finding", "by_things", "barred", "withholding", "lashing",
    "answering", "likening", "notices", "refusing", "masking", "voicing", "vouching", "wavering", "opening", "airing",
    "relaying", "fighting",
)  # fmt: skip


@cache
def cues() -> Cues:
    """The lexicon `cues.toml`. Where a word stands in several classes, the last one holds."""
    table = lexicon.words("cues")
    frames = table["frames"]
    classes = {
        name: entry for name, entry in table.items() if name not in ("frames", "speech_acts", "persons", "misread")
    }

    def kind(field: str) -> WordClasses:
        return {word: cast(CueClass, name) for name, entry in classes.items() for word in entry.get(field, "").split()}

    heads = frozenset(key.split("_")[0] for key in kind("nouns_of"))
    classed: dict[str, Any] = {field: kind(field) for field in _TABLES}
    sets: dict[str, Any] = {name: frozenset(frames[name].split()) for name in _SETS}
    return Cues(**classed, **sets, acts=table["speech_acts"], misread=table["misread"], noun_heads=heads)
