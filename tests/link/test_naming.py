"""Whose word something is: by name, in the report's words, or honestly nobody's; never a pronoun by itself."""

from __future__ import annotations

import pytest

from onrecord.link.naming import named
from onrecord.model import Actor, Article, Mention, Record, Span

TEXT = "The separatists' envoy came. They said no. He nodded. Ivo Varga spoke; it was late."


def record() -> Record:
    they = TEXT.index("They")
    return Record(Article("a", TEXT), {}, actors=(
        Actor("a1", "the separatists", "group", mentions=(Mention(Span(they, they + 4), "pronoun"),)),
        Actor("a2", "he", "unnamed", mentions=(Mention(Span(TEXT.index("He "), TEXT.index("He ") + 2), "pronoun"),)),
        Actor("a3", "Ivo Varga", "person"),
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("words", "actor", "expected"),
    [
        ("Ivo Varga", "a3", "Ivo Varga"),
        ("They", None, "the separatists"),
        ("it", "a3", "Ivo Varga"),
        ("it", None, "unnamed (“it”)"),
        ("He", None, "unnamed (“He”)"),
        ("The separatists'", None, "The separatists"),
        ("", None, None),
    ],
)
def test_a_pronoun_gives_way_to_whom_it_stands_for(words: str, actor: str | None, expected: str | None) -> None:
    spans = (Span(TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()
    assert named(record(), spans, actor) == expected
