"""Whether a capital's name stands for a government."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.metonyms import acts, is_located


def head_of(parse: Any, name: str) -> int:
    return next(i for i in range(len(parse)) if parse.word(i) == name)


@pytest.mark.parametrize(
    ("text", "name", "answer"),
    [
        ("Oslo rejected the plan.", "Oslo", True),
        ("Oslo is ready to sign.", "Oslo", True),
        ("Oslo is cold in winter.", "Oslo", False),
        ("Oslo lies on a fjord.", "Oslo", False),
        ("The envoys urged Oslo to wait.", "Oslo", True),
        ("The storm hit Oslo on Monday.", "Oslo", False),
        ("Talks between Oslo and Lima failed.", "Lima", True),
        ("A train to Oslo broke down.", "Oslo", False),
        ("Oslo's ambassador was late.", "Oslo", True),
        ("Oslo's parks are green.", "Oslo", False),
        ("The note was sent by Oslo.", "Oslo", True),
        ("Sanctions against Oslo were lifted.", "Oslo", True),
        ("He lives in Oslo.", "Oslo", False),
    ],
)
def test_a_town_or_its_government(body: Callable[..., Any], text: str, name: str, answer: bool) -> None:
    parse, _ = body(text)
    assert acts(parse, head_of(parse, name)) is answer


@pytest.mark.parametrize(
    ("text", "name", "answer"),
    [
        ("Troops in Peru and Chile marched.", "Chile", True),
        ("They left the village of Torvik.", "Torvik", True),
        ("Troops of Peru marched.", "Peru", False),
        ("They wrote to Peru.", "Peru", False),
    ],
)
def test_where_something_is(body: Callable[..., Any], text: str, name: str, answer: bool) -> None:
    parse, _ = body(text)
    assert is_located(parse, head_of(parse, name)) is answer
