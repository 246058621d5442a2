"""The lexicon of cues as look-ups: which class a verb, noun or adjective that introduces words belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from onrecord import lexicon
from onrecord.model.statement import CueClass, SpeechAct

WordClasses = dict[str, CueClass]


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemma to class, by what the word takes; and the sets that single rules ask for."""

    verbs: WordClasses
    infinitive: WordClasses
    objects: WordClasses
    nouns: WordClasses
    adjectives: WordClasses
    acts: dict[str, SpeechAct]
    speaking: frozenset[str]
    addressing: frozenset[str]
    receiving: frozenset[str]
    venues: frozenset[str]
    weak: frozenset[str]


@cache
def cues() -> Cues:
    """The lexicon `cues.toml`. Where a word stands in several classes, the last one holds."""
    table = lexicon.words("cues")
    special = table["speaking"]
    classes = {name: entry for name, entry in table.items() if name not in ("speaking", "speech_acts")}

    def kind(field: str) -> WordClasses:
        return {
            word: cast(CueClass, name) for name, entry in classes.items() for word in entry.get(field, "").split()
        }

    return Cues(
        kind("verbs"), kind("infinitive"), kind("objects"), kind("nouns"), kind("adjectives"), table["speech_acts"],
        *(frozenset(special[name].split()) for name in ("verbs", "addressing", "receiving", "venues", "weak")),
    )  # fmt: skip
