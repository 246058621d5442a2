"""Stories written as records, not as text to be parsed, with promises, disputes and copies whose truth is known.

A story has its own town, people and site; states, offices and trades come from short lists that all stories share, as
they do in the news. Story number k is the same in every ledger, and begins the earlier the greater k is: a ledger of
more articles reaches further back, and ends on the same day.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, count, islice
from pathlib import Path
from random import Random
from typing import Any

from wordfreq import top_n_list

import newsroom
from onrecord.model import (
    Actor,
    Article,
    Commitment,
    Deadline,
    Denial,
    Mention,
    Part,
    Place,
    Quantity,
    Record,
    Span,
    Statement,
)

STOCK: dict[str, Any] = tomllib.loads(Path(__file__).with_name("planted.toml").read_text("utf-8"))
WORDS: dict[str, list[str]] = STOCK["words"]
LAST_DAY = date(2031, 12, 1)
STORIES_A_DAY = 30
"""About a hundred articles a day: what a desk can follow."""
OPENINGS = ["B", "Br", "D", "Dr", "F", "G", "Gl", "H", "K", "Kr", "L", "M", "N", "P", "R", "S", "Sk", "T", "V", "Z"]
MIDDLES = ["ald", "arn", "ebr", "eln", "ent", "irk", "ost", "olm", "umb", "und", "ask", "erv", "ing", "ott", "yld"]
ENDINGS = ["a", "au", "by", "ec", "en", "ey", "ia", "ik", "in", "o", "ov", "ura", "us", "wick"]
STATES = 400
"""Names of states and districts; the n-th is in the news one (n + 10)-th as often as the first would be."""
PROBES = 1_000_000
"""Number of the first story of which probes are taken."""
FUNCTION_WORDS, VOCABULARY = 300, 25_000
"""Ranks of the words that the sentences without a story are made of, by how often they are used."""
MADE_WITH: dict[str, str | None] = {"onrecord": "bench", "lexicon": None, "model": None}

_LABEL = re.compile(r"<([A-Z]):|>")


@dataclass(frozen=True, slots=True)
class Truth:
    """What is so in the articles of one story: `outcome` is the step that its promise came to, if any; `disputes` are
    type and the two articles; `copies` are copy and original."""

    outcome: str | None = None
    promised: bool = False
    disputes: tuple[tuple[str, str, str], ...] = ()
    copies: tuple[tuple[str, str], ...] = ()


@dataclass
class Sheet:
    """An article while it is written: its text, and the entries on it."""

    text: str = ""
    entries: dict[str, list[Any]] = field(default_factory=dict)

    def write(self, template: str, words: dict[str, str]) -> dict[str, Span]:
        """Where the labelled words of a sentence came to stand; `Z` is the sentence."""
        filled = re.sub(r"\{(\w+)\}", lambda m: words[m[1]], template)
        start = len(self.text) + 1 if self.text else 0
        spans, open_, pieces, at, length = {}, [], [], 0, start
        for mark in _LABEL.finditer(filled):
            pieces.append(filled[at : mark.start()])
            length, at = length + mark.start() - at, mark.end()
            if mark[1]:
                open_.append((mark[1], length))
            else:
                label, begun = open_.pop()
                spans[label] = Span(begun, length)
        sentence = "".join((*pieces, filled[at:]))
        self.text += (" " if self.text else "") + sentence[:1].upper() + sentence[1:]
        return {**spans, "Z": Span(start, len(self.text))}

    def add(self, layer: str, make: Any) -> str:
        """The id of a new entry; `make` is given the id."""
        some = self.entries.setdefault(layer, [])
        some.append(make(f"{layer[0]}{len(some) + 1}"))
        return str(some[-1].id)

    def actor(self, span: Span) -> str:
        """An actor who is named in these words."""
        name, mention = self.text[span.start : span.end], Mention(span, "name")
        kind: Any = "person" if name[:1].isupper() and " of " not in name else "organisation"
        return self.add("actors", lambda i: Actor(i, name, kind, mentions=(mention,)))

    def record(self, key: str, day: date, outlet: str, title: str) -> Record:
        """The article with its entries."""
        parts = (Part("body", Span(0, len(self.text))),)
        article = Article(key, self.text, day.isoformat(), title=title, outlet=outlet, language="en", parts=parts)
        layers: dict[str, Any] = {name: tuple(some) for name, some in self.entries.items()}
        return Record(article, MADE_WITH, **layers)


def ledger(articles: int) -> Iterator[tuple[list[Record], Truth]]:
    """Stories until they have that many articles, the latest story first."""
    number, k = 0, 0
    while number < articles:
        records, truth = story(k)
        yield records, truth
        number, k = number + len(records), k + 1


def probes(articles: int) -> list[Record]:
    """Articles of other stories of the last days, to be added to ledgers of every size: no ledger holds them yet."""
    found = (record for k in count(PROBES) for record in story(-k)[0])
    return list(islice(found, articles))


def story(k: int) -> tuple[list[Record], Truth]:
    """The articles of one story in order, copies among them, and what is so in them."""
    random = Random(f"planted {k}")
    first = LAST_DAY - timedelta(days=25 + max(k, 0) // STORIES_A_DAY)
    words = _words(random, first)
    told = {"promise": _promise, "denial": _denial, "numbers": _numbers, "colour": _colour}
    kind = random.choices(list(told), weights=(5, 2, 2, 1))[0]
    sheets, truth = told[kind](random, words, f"{k:+d}")
    records: list[Record] = []
    copies: list[tuple[str, str]] = []
    day = first
    for n, sheet in enumerate(sheets):
        key = f"{k:+d}/{n}"
        title = f"{words['town']}: the {words['site']}"
        records.append(sheet.record(key, day, random.choice(STOCK["outlets"]), title))
        if random.random() < newsroom.COPIED:
            copy = f"{key}c"
            records.append(sheet.record(copy, day, random.choice(STOCK["outlets"]), f"Events in {words['town']}"))
            copies.append((copy, key))
        day += timedelta(days=random.randint(1, 4))
    return records, Truth(truth.outcome, truth.promised, truth.disputes, tuple(copies))


def _words(random: Random, first: date) -> dict[str, str]:
    """What fills the slots of one story's sentences; the promise is due 8 to 14 days after its first day."""
    due = first + timedelta(days=random.randint(8, 14))
    few = random.randint(11, 60)
    return {
        "body": random.choice(STOCK["bodies"]),
        "state": random.choices(_states(), weights=[1 / (n + 10) for n in range(STATES)])[0],
        "town": _name(random), "town2": _name(random), "site": random.choice(WORDS["sites"]),
        "matter": random.choice(WORDS["matters"]),
        "person": f"{random.choice(newsroom.STOCK['given_names'])} {_name(random)}", "few": str(few),
        "many": str(few * random.randint(3, 6)), "date": _printed(due), "due": due.isoformat(),
        "later": _printed(due + timedelta(days=20)), "vows": random.choice(STOCK["vows"]),
        "day": random.choice(newsroom.STOCK["days"]),
    }  # fmt: skip


def _printed(day: date) -> str:
    return f"{day.day} {day:%B}"


def _name(random: Random) -> str:
    """An invented name, one of some fifty thousand."""
    parts = (OPENINGS, MIDDLES, random.choice((MIDDLES, [""])), ENDINGS)
    return "".join(random.choice(part) for part in parts)


def _aside(random: Random, sheet: Sheet, sentences: int) -> None:
    """Sentences that have nothing to do with any entry."""
    for _ in range(sentences):
        some = {
            "away": _name(random), "person2": f"{_name(random)} {_name(random)}",
            "few": str(random.randint(2, 9)), "day": random.choice(newsroom.STOCK["days"]),
            "year": str(random.randint(1950, 2020)),
        }  # fmt: skip
        told = newsroom.chosen(random, random.choice(WORDS["asides"]))
        while "{word}" in told:
            told = told.replace("{word}", random.choices(_common(), cum_weights=_weights())[0], 1)
        sheet.write(told, some)


@cache
def _states() -> list[str]:
    """Names of states, districts and towns that have a government; the first are the most in the news."""
    random = Random("states")
    return [*newsroom.STOCK["states"], *(_name(random) for _ in range(STATES - len(newsroom.STOCK["states"])))]


@cache
def _common() -> list[str]:
    """Words of the language that are neither names of this world nor mere function words, the commonest first."""
    words = top_n_list("en", VOCABULARY, wordlist="small")[FUNCTION_WORDS:]
    return [word for word in words if word.isalpha() and len(word) > 3]


@cache
def _weights() -> list[float]:
    """How often each of them is used, summed up: the n-th word of all one n-th as often as the first."""
    return list(accumulate(1 / (n + FUNCTION_WORDS) for n in range(len(_common()))))


def _between(random: Random, sheet: Sheet, words: dict[str, str]) -> None:
    """A sentence about the matter of the story that makes no entry."""
    sheet.write(newsroom.chosen(random, random.choice(STOCK["between"])), words)


def _sheets(random: Random, number: int) -> list[Sheet]:
    return [Sheet() for _ in range(number)]


def _promise(random: Random, words: dict[str, str], key: str) -> tuple[list[Sheet], Truth]:
    """A promise, perhaps what came of it, and what is told of the matter besides."""
    restraint = random.random() < 0.25
    deed = random.choice(STOCK["restraints" if restraint else "deeds"])
    steps = [None, "violated"] if restraint else [None, "fulfilled", "extended", "withdrawn"]
    step = random.choice(steps)
    sheets = _sheets(random, random.randint(2, 5))
    _commit(random, sheets[0], deed["make"], words, "-" if restraint else "+")
    for sheet in sheets[1:] if step is None else sheets[1:-1]:
        _between(random, sheet, words)
    if step:
        sheets[-1].write(deed[step], words)
    for sheet in sheets:
        _aside(random, sheet, random.randint(3, 12))
    return sheets, Truth(step, True)


def _commit(random: Random, sheet: Sheet, template: str, words: dict[str, str], polarity: Any) -> None:
    at = sheet.write(newsroom.chosen(random, template), words)
    who = sheet.actor(at["P"])
    term = Deadline(at["D"], "by", None, words["due"])
    sheet.add("commitments", lambda i: Commitment(
        i, "promise", (at["P"],), (at["A"],), (at["C"],), at["Z"], promisor_actor=who, polarity=polarity, deadline=term
    ))  # fmt: skip


def _say(random: Random, sheet: Sheet, template: str, words: dict[str, str], cue_class: Any) -> dict[str, Span]:
    at = sheet.write(newsroom.chosen(random, template), words)
    who = sheet.actor(at["S"])
    sheet.add("statements", lambda i: Statement(
        i, "indirect", (at["S"],), (at["Q"],), (at["T"],), who, cue_class=cue_class
    ))  # fmt: skip
    return at


def _denial(random: Random, words: dict[str, str], key: str) -> tuple[list[Sheet], Truth]:
    """A claim in one article, its denial in a later one."""
    form = random.choice(STOCK["denials"])
    sheets = _sheets(random, random.randint(2, 4))
    _say(random, sheets[0], form["claim"], words, "say")
    at = _say(random, sheets[-1], form["denial"], words, "deny")
    sheets[-1].add("denials", lambda i: Denial(i, (at["S"],), (at["T"],), (at["Q"],), at["Z"], denier_actor="a1"))
    for sheet in sheets:
        _aside(random, sheet, random.randint(3, 12))
    return sheets, Truth(disputes=(("denial", f"{key}/0", f"{key}/{len(sheets) - 1}"),))


def _numbers(random: Random, words: dict[str, str], key: str) -> tuple[list[Sheet], Truth]:
    """Two figures for one thing in one article, and articles about something else in that town."""
    form = random.choice(STOCK["numbers"])
    sheets = _sheets(random, random.randint(1, 3))
    for name, value in (("one", float(words["few"])), ("other", float(words["many"]))):
        _figure(random, sheets[0], form[name], words, value)
    for sheet in sheets:
        _aside(random, sheet, random.randint(3, 12))
    return sheets, Truth(disputes=(("number", f"{key}/0", f"{key}/0"),))


def _figure(random: Random, sheet: Sheet, template: str, words: dict[str, str], value: float) -> None:
    at = _say(random, sheet, template, words, "say")
    unit = "person" if "people" in template else "crate"
    place = sheet.add("places", lambda i: Place(i, at["L"], words["town"]))
    sheet.add("quantities", lambda i: Quantity(i, at["N"], "eq", value, value, unit, (at["O"],), place))


def _colour(random: Random, words: dict[str, str], key: str) -> tuple[list[Sheet], Truth]:
    """Nothing but colour."""
    sheets = _sheets(random, random.randint(1, 3))
    for sheet in sheets:
        _between(random, sheet, words)
        _aside(random, sheet, random.randint(3, 12))
    return sheets, Truth()
