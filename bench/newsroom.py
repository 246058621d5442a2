"""Generated articles for measuring speed: wire-like prose from templates, the same for the same seed.

They say nothing about quality. They hold what costs time: quotations, nested sources, promises with deadlines, numbers
with bounds, places, and articles of different lengths. They come as news does: in stories of one to twelve articles
over some days, with people, a place and a matter of their own; one article in twenty or so is another outlet's copy of
the one before. Sentences are put together from parts, so that few runs of words are shared but by copies. Most pairs of
articles have nothing in common, as in a feed of many matters; a ledger of one crisis has more to compare.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

STOCK: dict[str, Any] = tomllib.loads(Path(__file__).with_name("stock.toml").read_text("utf-8"))
TOWNS = [head + tail for head, tail in product(STOCK["town_heads"], STOCK["town_tails"])]
PEOPLE = [f"{a} {b}{c}" for a, b, c in product(STOCK["given_names"], STOCK["surnames"], STOCK["surname_tails"])]
FIRST_DAY = date(2031, 1, 6)
SPAN = 60
"""Days over which the stories begin."""
LONGEST = 12
"""Articles of a story at most."""
COPIED = 0.12
"""Share of the articles that are copies of the one before, the first of a story left out."""
ASIDE = 0.3
"""Share of the sentences of an article that speak of another matter: its colour, its background."""

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


def articles(number: int, seed: int = 2022) -> Iterator[dict[str, str]]:
    """`number` articles as the input format's objects: 30 to 700 words, over two months, from five outlets."""
    random = Random(seed)
    left, story, day = 0, {}, FIRST_DAY
    text = ""
    for i in range(number):
        if left == 0:
            story, left = _story(random), min(LONGEST, int(random.paretovariate(1.2)))
            day, text = FIRST_DAY + timedelta(days=random.randrange(SPAN)), ""
        left -= 1
        day += timedelta(days=random.choice((0, 0, 1, 1, 2, 4)))
        text = _copy(random, text) if text and random.random() < COPIED else _text(random, story)
        yield {
            "id": f"bench-{i:05d}",
            "title": _told(random, random.choice(STOCK["titles"]), story),
            "outlet": random.choice(STOCK["outlets"]),
            "published": day.isoformat(),
            "text": text,
        }


def _text(random: Random, story: dict[str, str]) -> str:
    return "\n\n".join(_paragraph(random, story) for _ in range(random.choice((2, 3, 4, 5, 6, 8, 12))))


def _copy(random: Random, text: str) -> str:
    """The text whole or without its last paragraph."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(paragraphs[: max(2, len(paragraphs) - random.randint(0, 1))])


def _story(random: Random) -> dict[str, str]:
    """The words that fill the slots of one story's sentences: whose it is, where, and what it is about."""
    matter = random.choice(STOCK["matters"])
    people, states = random.sample(PEOPLE, 3), random.sample(STOCK["states"], 2)
    towns = random.sample(TOWNS, 2)
    words = dict(zip(("word", "word2", "word3", "word4"), random.sample(matter["words"], 4), strict=True))
    role = random.choice(STOCK["roles"])
    return words | {
        "things": matter["things"], "leave": matter["deed"], "site": matter["site"],
        "person": people[0], "person2": people[1], "person3": people[2],
        "surname": people[0].split()[-1], "state": states[0], "state2": states[1],
        "town": towns[0], "town2": towns[1], "role": role, "role2": random.choice(STOCK["roles"]),
    }  # fmt: skip


def _paragraph(random: Random, story: dict[str, str]) -> str:
    """One to four sentences; some of them an aside, whose people and places are of no importance to the story."""
    told = []
    for _ in range(random.randint(1, 4)):
        about = story if random.random() > ASIDE else _story(random)
        told.append(_told(random, random.choice(STOCK["sentences"]), about))
    return " ".join(told)


def _told(random: Random, template: str, story: dict[str, str]) -> str:
    """A sentence: each choice is made and each `{slot}` is filled."""
    sentence = _SLOT.sub(lambda m: story[m[1]] if m[1] in story else _number(random, m[1]), chosen(random, template))
    return sentence[:1].upper() + sentence[1:]


def chosen(random: Random, template: str) -> str:
    """The template with one part taken of each `[one|two]`, the innermost first."""
    while found := _CHOICE.search(template):
        template = template[: found.start()] + random.choice(found[1].split("|")) + template[found.end() :]
    return template


def _number(random: Random, slot: str) -> str:
    """A number or a date for a slot: `few` 2 to 60, `many` some hundreds, `date` a day of a month, `year`."""
    if slot == "few":
        return str(random.randint(2, 60))
    if slot == "many":
        return f"{random.randint(2, 190) * 100:,}"
    if slot == "year":
        return str(random.randint(1990, 2029))
    if slot == "day":
        return str(random.choice(STOCK["days"]))
    return f"{random.randint(1, 28)} {random.choice(('February', 'March', 'April'))}"
