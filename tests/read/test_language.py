"""Texts in other languages are sent away, but only where that is sure."""

from __future__ import annotations

import pytest

from onrecord.model import Article
from onrecord.read import ReadFailure, articles

FRENCH = "Le ministre a déclaré lundi que la pluie était tombée sur toute la vallée et que la rivière avait monté."
RUSSIAN = "Министр заявил в понедельник, что дождь прошёл по всей долине и река поднялась на один метр."


@pytest.mark.parametrize(("text", "code"), [(FRENCH, "fr"), (RUSSIAN, "ru")])
def test_a_long_text_in_another_language_is_an_error(text: str, code: str) -> None:
    (found,) = articles([{"id": "x", "text": text}])
    assert isinstance(found, ReadFailure)
    assert "not in English" in found.error and repr(code) in found.error
    assert found.to_json()["id"] == "x"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said on Monday that rain had fallen on the whole of the valley.", "en"),
        (
            f"The minister said on Monday that rain had fallen. “{FRENCH[:40]}”, he added in the evening.",
            "en",
        ),
        ("Bonjour", None),
        ("Karsova Velmark", None),
    ],
)
def test_what_is_english_or_too_short_to_tell_goes_in(text: str, code: str | None) -> None:
    (found,) = articles([{"text": text}])
    assert isinstance(found, Article)
    assert found.language == code
