"""The layers that find actors and places do at most twice the work for twice the text, whatever it says."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest

from onrecord.extract.actors import actors
from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.extract.places import places

SHORT = 60
TEXTS = {
    "a list of towns": "Paris, Lyon and Lille, ",
    "one sense an article": "The mayor of Lyon said Paris was calm. ",
    "villages and what holds them": "the villages of Orvik, Tarn and Belk in Ukraine's Sumy region, ",
    "villages and what they are near": "Xorvik, 20 km north of Kharkiv, near Tarn, ",
    "capitals throughout": "Kharkiv Minister Tarn North Xorvik ",
    "borders": "the border between Poland and Belarus and ",
    "unknown lands": "Zorvania said its troops left Drovia. ",
    "other spellings": "Ukrainian officials said rockets fell on Nikolaiev and Charkiw. ",
    "lines": "the front line of the contact line zone ",
    "hyphens": "Sary-Tash-",
    "what is of what": "the head of the ministry of the army of ",
    "names that fit one another": "Ivan Petrov met Piotr Ivanov, and Ivanov thanked Petrov. ",
    "metonyms": "Minsk denied it; the government of Belarus and its army said so. ",
    "directions": "north-eastern northern southern Kenya ",
    "short forms": "St. U.S. Ala. Mt. ",
    "plain plurals": "Barbers left. Brewers left. ",
}


def work(layer: Callable[[Parse, Draft], Any], parse: Parse, draft: Draft) -> tuple[int, Any]:
    """The calls that a layer makes, generators and built-in functions included, and what it finds."""
    calls = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    layer(parse, draft)  # what is kept for good is looked up now
    sys.setprofile(count)
    try:
        found = layer(parse, draft)
    finally:
        sys.setprofile(None)
    return calls, found


@pytest.mark.parametrize("said", TEXTS.values(), ids=TEXTS)
def test_twice_the_text_is_at_most_twice_the_calls(body: Callable[[str], tuple[Parse, Draft]], said: str) -> None:
    counts = []
    for times in (SHORT, 2 * SHORT):
        parse, draft = body(said * times)
        draft = Draft(draft.article)
        first, found = work(actors, parse, draft)
        second, _ = work(places, parse, replace(draft, actors=found))
        counts.append((first, second))
    (actors_once, places_once), (actors_twice, places_twice) = counts
    assert actors_twice <= 2.15 * actors_once + 500
    assert places_twice <= 2.15 * places_once + 500
