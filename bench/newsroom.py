"""Generated articles for measuring speed: wire-like prose from templates, the same for the same seed.

They say nothing about quality. They hold what costs time: quotations, nested sources, promises with deadlines, numbers
with bounds, places, and articles of different lengths; hundreds of names, a few of them often.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

FIRST_DAY = date(2031, 1, 6)
OUTLETS = ("Northern Wire", "Bay Courier", "Hill Gazette", "Plain Mail", "Frontier Times")
STATES = ("Calvora", "Hallmere", "Tirelia", "Halmar", "Dovenia", "Norway", "Peru", "Kenya", "Latvia", "Jordan")
TOWNS = tuple(
    head + tail
    for tail in ("au", "ford", "ik", "enz", "holm", "ara", "ov", "mouth")
    for head in ("Pell", "Gren", "Korr", "Dast", "Lumm", "Harv", "Osk", "Brenn", "Tarl", "Vess", "Midd", "Quorn")
)
PEOPLE = tuple(
    f"{first} {last}{end}"
    for end in ("", "sen", "ova", "ides")
    for last in ("Varg", "Ask", "Orr", "Penn", "Brok", "Strand", "Holm", "Kroll", "Salt", "Bly")
    for first in ("Ilse", "Rolf", "Tamsin", "Dario", "Sanna", "Ove", "Edda", "Bastian", "Runa", "Joren")
)
ROLES = ("Defence Minister", "Foreign Minister", "Governor", "General", "Mayor", "Prime Minister")
THINGS = ("troops", "trucks", "tents", "refugees", "shells", "miners", "wells", "gunboats")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = ("the bridge", "the dam", "the pass", "the harbour", "the airport", "the border post", "the rail yard")

Template = Callable[[Random], str]


def _some(r: Random, names: tuple[str, ...]) -> str:
    """One of the names, the first ones more often: a few people and places fill the news."""
    return names[int(len(names) * r.random() ** 2)]


def _minister(r: Random) -> str:
    return f"{r.choice(STATES)}'s {r.choice(ROLES).lower()}, {_some(r, PEOPLE)},"


TEMPLATES: tuple[Template, ...] = (
    lambda r: (
        f"{_minister(r)} promised on {r.choice(DAYS)} that {r.choice(THINGS)} would leave {_some(r, TOWNS)} by "
        f"{r.randint(1, 28)} March."
    ),
    lambda r: f"{r.choice(STATES)} denied that its {r.choice(THINGS)} had crossed into {r.choice(STATES)}.",
    lambda r: (
        f'"We counted more than {r.randint(2, 90) * 100} {r.choice(THINGS)} near {r.choice(WORDS)}," '
        f"{r.choice(ROLES)} {_some(r, PEOPLE)} told reporters in {_some(r, TOWNS)}."
    ),
    lambda r: (
        f"The presidency of {r.choice(STATES)} said {_some(r, PEOPLE)} had received assurances from "
        f"{_some(r, PEOPLE)} that {r.choice(WORDS)} would stay open after the talks."
    ),
    lambda r: (
        f"At least {r.randint(2, 60)} people were killed when shells hit {r.choice(WORDS)} in {_some(r, TOWNS)} on "
        f"{r.choice(DAYS)}, according to the {r.choice(('police', 'army', 'Red Cross', 'regional governor'))}."
    ),
    lambda r: f"Diplomats fear that an attack on {r.choice(WORDS)} could follow before the end of the month.",
    lambda r: (
        f"{r.choice(STATES)} and {r.choice(STATES)} signed an agreement in {_some(r, TOWNS)} to share "
        f"{r.choice(WORDS)}, which had been closed since {r.randint(1990, 2029)}."
    ),
    lambda r: (
        f"A senior official, who asked not to be named, put the number of {r.choice(THINGS)} at between "
        f"{r.randint(2, 9) * 1000} and {r.randint(10, 19) * 1000}."
    ),
    lambda r: (
        f"Unless {r.choice(WORDS)} is handed over by {r.choice(DAYS)}, {_some(r, PEOPLE)} warned, "
        f"{r.choice(STATES)} will close its border with {r.choice(STATES)}."
    ),
    lambda r: (
        f"Hundreds of people marched through {_some(r, TOWNS)} last {r.choice(DAYS)} to protest against the price of "
        "bread; shops stayed shut and trams stopped running until the evening."
    ),
    lambda r: f"Police in {_some(r, TOWNS)} arrested {r.randint(2, 40)} people and released most of them a day later.",
    lambda r: (
        "The weather, cold and clear, had kept the road dry, and farmers used the lull to bring in what was left of "
        f"the harvest around {_some(r, TOWNS)}."
    ),
)


def articles(number: int, seed: int = 2022) -> Iterator[dict[str, str]]:
    """`number` articles as the input format's objects: 60 to 900 words, over two months, from five outlets."""
    random = Random(seed)
    for i in range(number):
        paragraphs = [_paragraph(random) for _ in range(random.choice((2, 3, 4, 5, 6, 8, 12)))]
        day = FIRST_DAY + timedelta(days=random.randrange(60))
        yield {
            "id": f"bench-{i:05d}",
            "title": f"{random.choice(STATES)} and {random.choice(WORDS)}, {i}",
            "outlet": random.choice(OUTLETS),
            "published": day.isoformat(),
            "text": "\n\n".join(paragraphs),
        }


def _paragraph(random: Random) -> str:
    return " ".join(random.choice(TEMPLATES)(random) for _ in range(random.randint(1, 4)))
