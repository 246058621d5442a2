"""Every word of the quantity lexicons does what its table says, in a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.draft import Draft
from onrecord.extract.numbers import lexemes, numbers
from onrecord.extract.parse import Parse
from onrecord.extract.quantities import quantities
from onrecord.extract.quantity_units import amount
from onrecord.lexicon import words

Parser = Callable[..., tuple[Parse, Draft]]


def pairs(topic: str, *tables: str) -> list[tuple[str, str]]:
    return [(name, phrase) for t in tables for name, listed in words(topic)[t].items() for phrase in listed]


@pytest.mark.parametrize(("op", "phrase"), pairs("bounds", "before"))
def test_words_before_a_number_bound_it(body: Parser, op: str, phrase: str) -> None:
    joint = "-" if phrase == "sub" else " "
    text = f"They had {phrase}{joint}40 km of rope."
    assert [q.op for q in quantities(*body(text))] == [op]


@pytest.mark.parametrize(("op", "phrase"), pairs("bounds", "after"))
def test_words_behind_a_number_bound_it(body: Parser, op: str, phrase: str) -> None:
    joint = " " if " " in phrase else "-"
    text = f"They had 40{joint}{phrase}."
    assert [q.op for q in quantities(*body(text))] == [op]


@pytest.mark.parametrize(("sign", "op"), words("bounds")["signs"].items())
def test_signs_bound_a_number(body: Parser, sign: str, op: str) -> None:
    assert [q.op for q in quantities(*body(f"They had {sign}40 km of rope."))] == [op]


@pytest.mark.parametrize(("unit", "printed"), pairs("units", "signs", "words", "money_after"))
def test_units_behind_a_number_are_known(unit: str, printed: str) -> None:
    text = "40" + ("" if len(printed) == 1 else " ") + printed.replace(" . ", ".").replace(" / ", "/")
    (number, *_) = numbers(lex := lexemes(text, 0, len(text)))
    assert amount(lex, number).unit == unit


@pytest.mark.parametrize(("unit", "printed"), pairs("units", "money_before"))
def test_money_before_a_number_is_known(unit: str, printed: str) -> None:
    text = ("Rs" if printed == "rs" else "Rp" if printed == "rp" else printed.upper()) + "40"
    (number, *_) = numbers(lex := lexemes(text, 0, len(text)))
    assert amount(lex, number).unit == unit


@pytest.mark.parametrize(("word", "value"), [*words("numbers")["small"].items(), *words("numbers")["tens"].items()])
def test_number_words_have_their_value(word: str, value: float) -> None:
    text = f"{word} crates"
    assert [n.low for n in numbers(lexemes(text, 0, len(text)))] == [value]


@pytest.mark.parametrize(("word", "value"), words("numbers")["magnitudes"].items())
def test_magnitudes_multiply(word: str, value: float) -> None:
    text = f"three {word} crates"
    assert [n.low for n in numbers(lexemes(text, 0, len(text)))] == [3 * value]


@pytest.mark.parametrize(("word", "value"), words("numbers")["vague"].items())
def test_vague_counts_reach_ten_times_as_far(word: str, value: float) -> None:
    text = f"{word} of thousands of crates"
    assert [(n.low, n.high) for n in numbers(lexemes(text, 0, len(text)))] == [(value * 1e3, value * 1e4)]


@pytest.mark.parametrize(("word", "parts"), words("numbers")["parts"].items())
def test_parts_divide(word: str, parts: float) -> None:
    few = f"two {word}" if word.endswith("s") and parts > 2 else f"one {word}"
    text = f"{few} of the crates"
    assert numbers(lexemes(text, 0, len(text)))[0].low == pytest.approx((2 if few.startswith("two") else 1) / parts)


@pytest.mark.parametrize("word", [*words("not_counts")["label"]["always"], *words("not_counts")["label"]["bare"]])
def test_a_number_behind_a_word_that_is_numbered_counts_nothing(body: Parser, word: str) -> None:
    assert quantities(*body(f"They asked about {word} 12.")) == ()


@pytest.mark.parametrize(("plural", "singular"), words("plurals")["irregular"].items())
def test_plurals_have_their_singular(body: Parser, plural: str, singular: str) -> None:
    (found,) = quantities(*body(f"They counted forty {plural}."))
    assert found.unit == singular
