"""`brief`, `deadlines` and `said` as a user types them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from onrecord.cli import brief, deadlines, said
from onrecord.cli.main import options
from onrecord.ledger import Ledger
from onrecord.model import Actor, Article, Commitment, Deadline, Mention, Part, Record, Span, Statement

Run = Callable[..., Result]
TEXT = "Velmark vowed that soldiers would leave Karsova by 12 May.\x1b[2J"


def record() -> Record:
    def at(words: str) -> tuple[Span, ...]:
        return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)

    article = Article("a", TEXT, "2031-05-05", "Harrow Wire", "Boots\x1b[2J", parts=(Part("body", Span(0, len(TEXT))),))
    (evidence,) = at(TEXT)
    made = Commitment(
        "c1", "promise", at("Velmark"), at("soldiers would leave Karsova"), at("vowed"), evidence, "s1",
        promisor_actor="a1", deadline=Deadline(at("by 12 May")[0], "by", None, "2031-05-12"),
    )  # fmt: skip
    return Record(
        article, {"onrecord": "1", "lexicon": "x", "model": None},
        actors=(Actor("a1", "Velmark", "state", "POL", mentions=(Mention(at("Velmark")[0], "name"),)),),
        statements=(
            Statement("s1", "indirect", at("Velmark"), at("vowed"), at("that soldiers would leave Karsova by 12 May"),
                      "a1", cue_class="promise"),
        ),
        commitments=(made,),
    )  # fmt: skip


@pytest.fixture
def run(tmp_path: Path) -> Run:
    app = typer.Typer(pretty_exceptions_enable=False)
    app.callback()(options)
    for command in (brief.brief, deadlines.deadlines, said.said):
        app.command(command.__name__)(command)
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.put(record())

    def of(*words: str) -> Result:
        return CliRunner().invoke(app, ["--ledger", str(tmp_path / "ledger.db"), *words])

    return of


def test_the_brief_goes_to_stdout_and_the_ledgers_name_to_stderr(run: Run, tmp_path: Path) -> None:
    done = run("brief")
    assert (done.exit_code, done.stderr) == (0, f"ledger: {tmp_path / 'ledger.db'}\n")
    assert done.stdout.startswith("On record as of 2031-05-05\n")
    assert "  Velmark: soldiers would leave Karsova  [" in done.stdout
    assert "\x1b" not in done.stdout


def test_the_brief_of_another_day(run: Run) -> None:
    assert "Past the deadline (1)" in run("brief", "--as-of", "2031-05-13").stdout
    later = run("brief", "--as-of", "2031-05-13", "--since", "2031-05-05").stdout
    assert "now overdue: Velmark: soldiers would leave Karsova (was pending)" in later
    early = run("brief", "--as-of", "2031-05-01").stdout
    assert "0 articles" in early
    assert "No article of this ledger was known on that day." in early


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("brief", "--as-of", "soon"), 1, "'soon' is no day"),
        (("brief", "--since", "2031-06-01"), 1, "is not before 2031-05-05"),
        (("deadlines", "--next", "soon"), 2, "write days as 7d or weeks as 2w"),
    ],
)
def test_what_cannot_be_asked_is_one_line(run: Run, words: tuple[str, ...], status: int, told: str) -> None:
    done = run(*words)
    assert (done.exit_code, done.stdout) == (status, "")
    (line,) = [text for text in done.stderr.splitlines() if text.startswith("onrecord: ")]
    assert told in line


def test_deadlines_count_from_the_latest_publication(run: Run) -> None:
    done = run("deadlines", "--next", "1w")
    assert done.stdout.startswith("2031-05-12  pending   Velmark: soldiers would leave Karsova; deadline 2031-05-12")
    assert "in 7 days" in done.stdout
    near = run("deadlines", "--next", "6d")
    assert (near.stdout, near.stderr.splitlines()[-1]) == ("", "nothing is due")
    assert run("deadlines", "--as-of", "2031-05-20").stdout.startswith("2031-05-12  overdue")


def test_said_lists_statements_with_their_words(run: Run) -> None:
    done = run("said", "velmark", "--about", "leaving soldier")
    first, second = done.stdout.splitlines()
    assert first.startswith("2031-05-05  Velmark promised (1 origin)  [s")
    assert second == "  “Velmark vowed that soldiers would leave Karsova by 12 May” (Harrow Wire, a)"
    nobody = run("said", "ruvia")
    assert (nobody.stdout, "nobody of that name is quoted; most quoted: Velmark" in nobody.stderr) == ("", True)
    none = run("said", "velmark", "--about", "bread")
    assert (none.stdout, none.stderr.splitlines()[-1]) == ("", "as of 2031-05-05: 0 statements")
