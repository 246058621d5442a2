"""The lexicon of undertakings as look-ups: which word undertakes what, and what undoes it."""

from __future__ import annotations

from functools import cache
from typing import cast

from onrecord import lexicon
from onrecord.model.commitment import CommitmentKind


@cache
def kinds(form: str) -> dict[str, CommitmentKind]:
    """Lemma to kind of commitment, for the words of one form: "verbs", "nouns" or "adjectives"."""
    table: dict[str, list[str]] = lexicon.words("commissives")[form]
    return {lemma: cast(CommitmentKind, kind) for kind, lemmas in table.items() for lemma in lemmas}


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """The words of one list of the lexicon."""
    return frozenset(lexicon.words("commissives")[table][name])
