"""What an article is about, as a vector of the model's word vectors."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pytest

from onrecord.errors import ExtractError
from onrecord.extract.embedding import embedding
from onrecord.extract.parse import Parser, load
from onrecord.extract.pipeline import extract
from onrecord.link.vectors import embedding as direction
from onrecord.link.vectors import nearness
from onrecord.model import Article


def told(text: str, title: str | None = None) -> str:
    return embedding(Article("a", text, title=title), load())


SAME = "The nurses walked off the wards at dawn over their wages.", "Hospital staff went on strike for higher pay."
OTHER = "A freighter loaded with gravel ran aground off the cape in thick fog."


def test_one_matter_in_other_words_is_nearer_than_another_matter() -> None:
    one, again, other = (direction(told(text)) for text in (*SAME, OTHER))
    assert nearness(one, again) > 0.3 > nearness(one, other)
    assert nearness(one, one) == pytest.approx(1)


def test_it_is_signed_bytes_and_the_same_every_time() -> None:
    found = told(OTHER)
    assert len(b64decode(found)) == 300
    assert found == told(OTHER)
    assert found != told(OTHER, title="Nurses strike")


def test_a_text_without_known_words_says_nothing() -> None:
    assert not any(b64decode(told("12 34 !!")))
    assert nearness(direction(told("12 34")), direction(told(OTHER))) == 0


def test_a_model_without_word_vectors_is_named() -> None:
    @dataclass(frozen=True)
    class Bare:
        name: str = "en_small"

        def vectors(self, words: Iterable[str]) -> dict[str, Any]:
            return {}

    with pytest.raises(ExtractError, match="en_small has no word vectors"):
        embedding(Article("a", OTHER), Bare())  # type: ignore[arg-type]


def test_a_record_has_one_only_where_it_was_asked_for() -> None:
    bare, asked = (next(extract([Article("a", OTHER)], embeddings=wanted)) for wanted in (False, True))
    assert bare.embedding is None
    assert "embedding" not in bare.to_json()
    assert asked.embedding == told(OTHER)
    assert type(asked).from_json(asked.to_json()) == asked
    assert bare.made_with != asked.made_with


def test_the_parser_gives_vectors_of_known_words_alone() -> None:
    parser: Parser = load()
    assert list(parser.vectors(["harbour", "qzxv"])) == ["harbour"]
