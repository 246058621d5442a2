"""`show --why` of a time, a place, a number and an event: the rule, and the words that led to the value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from onrecord.cli import show
from onrecord.cli.main import options
from onrecord.ledger import Ledger
from onrecord.link.refs import refs
from onrecord.model import Record

TEXT = (
    "Boats left Mariupol on 9 March 2029 and came back the following day. "
    "Guards held Zelenopolka, a village near Mariupol, on Monday. About 200 guards will leave by Friday. "
    "France imposed sanctions on Belarus."
)


@pytest.fixture(scope="module")
def told(record: Callable[..., Record], tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """What `show` prints of the entry of a kind that stands on some words; without words, of the article."""
    path = tmp_path_factory.mktemp("why") / "ledger.db"
    made = record(TEXT, "2031-05-14")
    with Ledger.open(path) as ledger:
        ledger.put(made)
    names = {(str(ref.kind), TEXT[ref.start : ref.end]): ref.id for ref in refs(made)}
    app = typer.Typer(pretty_exceptions_enable=False)
    app.callback()(options)
    app.command("show")(show.show)

    def of(kind: str = "", words: str = "", *more: Any) -> str:
        name = names[kind, words] if words else made.article.id
        return CliRunner().invoke(app, ["--ledger", str(path), "show", name, *(more or ("--why",))]).stdout

    return of


@pytest.mark.parametrize(
    ("kind", "words", "lines"),
    [
        ("time", "Monday", ["rule     weekday", "as in    “The ferry sank on Tuesday.”",
                            "around   “Guards held Zelenopolka, a village near Mariupol, on Monday.”",
                            "seen from publication, 2031-05-14"]),
        ("time", "the following day", ["rule     unit of reference", "before it “9 March 2029” (2029-03-09)"]),
        ("place", "Zelenopolka", ["rule     near Mariupol", "radius km 30", "beside   Mariupol (UKR)"]),
        ("place", "Mariupol", ["rule     gazetteer", "means    a town or subdivision of GeoNames"]),
        ("actor", "Guards", ["kind     unnamed", "named    “Guards” (nominal)"]),
        ("event", "imposed sanctions", ["rule     event_patterns:impose:163",
                              "pattern  impose (obj=sanctions, alone) codes 163",
                              "as in    “Quellonia will impose sanctions on Tarvonne.”"]),
        ("quantity", "About 200", ["rule     bound:approx", "anchor   “About 200”",
                                   "around   “About 200 guards will leave by Friday.”"]),
    ],
)  # fmt: skip
def test_a_value_is_told_with_its_rule_and_the_words_that_led_to_it(
    told: Callable[..., str], kind: str, words: str, lines: list[str]
) -> None:
    printed = told(kind, words)
    assert [line for line in lines if line not in printed] == []


def test_a_full_date_is_seen_from_nothing(told: Callable[..., str]) -> None:
    assert "seen from" not in told("time", "9 March 2029")


def test_an_article_lists_times_and_places_and_the_rule_of_each_entry(told: Callable[..., str]) -> None:
    printed = told()
    for words in ("“Monday”  weekday", "“Zelenopolka”  near Mariupol", "“About 200”  bound:approx"):
        assert words in printed
    assert "time " not in told("", "", "--source")
