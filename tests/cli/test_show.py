"""`show`, `search` and `review` of one commitment: what became of it, who changed it, and how a name is found."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from onrecord.cli import review, search, show
from onrecord.cli.main import options
from onrecord.ledger import Ledger
from onrecord.model import Actor, Article, Commitment, Deadline, Mention, Part, Record, Span, Statement

Run = Callable[..., Result]
TEXT = "Bread was dear. Velmark vowed that soldiers would leave Karsova by 12 May. It rained."


def record(key: str = "a", outlet: str = "Harrow Wire", text: str = TEXT) -> Record:
    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    article = Article(key, text, "2031-05-05", outlet, "Boots", parts=(Part("body", Span(0, len(text))),))
    (evidence,) = at("Velmark vowed that soldiers would leave Karsova by 12 May.")
    said = Statement("s1", "indirect", at("Velmark"), at("vowed"), at("that soldiers would leave Karsova by 12 May"),
                     "a1", cue_class="promise")  # fmt: skip
    made = Commitment(
        "c1", "promise", at("Velmark"), at("soldiers would leave Karsova"), at("vowed"), evidence, "s1",
        promisor_actor="a1", deadline=Deadline(at("by 12 May")[0], "by", None, "2031-05-12"),
    )  # fmt: skip
    actor = Actor("a1", "Velmark", "state", "POL", mentions=(Mention(at("Velmark")[0], "name"),))
    return Record(article, {"onrecord": "1"}, actors=(actor,), statements=(said,), commitments=(made,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.put(record())
    return tmp_path / "ledger.db"


@pytest.fixture
def name(path: Path) -> str:
    """The commitment's."""
    with Ledger.open(path) as ledger:
        return ledger.as_of().commitments[0].id


@pytest.fixture
def run(path: Path) -> Run:
    app = typer.Typer(pretty_exceptions_enable=False)
    app.callback()(options)
    for command in (show.show, search.search, review.review):
        app.command(command.__name__)(command)
    return lambda *words: CliRunner().invoke(app, ["--ledger", str(path), *words])


def test_a_commitment_shows_its_status_and_history_as_of_a_day(run: Run, name: str) -> None:
    assert "promise, pending; deadline 2031-05-12 (“by 12 May”), in 7 days" in run("show", name).stdout
    later = run("show", f"[{name}]", "--as-of", "2031-05-20").stdout
    assert "as of    2031-05-20" in later
    assert "overdue by the clock alone" in later
    assert "2031-05-05  made: “Velmark vowed that soldiers would leave Karsova by 12 May.” (Harrow Wire, a" in later
    assert "2031-05-12  deadline passed" in later


def test_what_a_reviewer_set_is_shown_with_what_was_extracted_who_and_when(run: Run, name: str) -> None:
    assert run("review", "set", name, "deadline.latest", "2031-05-30", "--author", "Ada").exit_code == 0
    told = run("show", name).stdout
    assert "latest 2031-05-30  (set by a reviewer; as extracted: latest 2031-05-12)" in told
    assert "deadline 2031-05-30 (“by 12 May”), in 25 days" in told
    (line,) = [text for text in told.splitlines() if text.startswith("  review ")]
    assert "Ada: set deadline.latest = '2031-05-30'" in line


def test_fields_are_told_in_words_not_in_numbers_of_the_extraction(run: Run, name: str) -> None:
    told = run("show", name).stdout
    assert "promisor actor Velmark  [a" in told
    assert "statement “vowed”  [s" in told
    assert '{"span"' not in told


def test_a_name_that_nothing_has_says_how_names_look_and_are_found(run: Run) -> None:
    done = run("show", "nope")
    assert (done.exit_code, done.stdout) == (1, "")
    for words in ("names like c0123456789abcdef", "print in brackets", "`search` prints"):
        assert words in done.stderr


@pytest.mark.parametrize("words", ['"', "--", '""', "( )", "*"])
def test_words_that_hold_nothing_to_search_for_are_said_to_hold_nothing(run: Run, words: str) -> None:
    done = run("search", "--", words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "holds nothing to search for; give a word with a letter or a digit" in done.stderr
    assert "nothing found" not in done.stderr


@pytest.mark.parametrize(
    "words",
    ['"bread', "NEAR(bread, dear)", "bread AND", "text:bread", "bread*", "{bread} -x", "b^2", "\udcffbread", "a\0b"],
)
def test_the_index_of_words_has_no_language_that_a_user_could_get_wrong(run: Run, words: str) -> None:
    done = run("search", "--", words)
    assert (done.exit_code, done.exception) == (0, None)


def test_a_rejection_reaches_the_same_words_in_a_copy_and_says_so(run: Run, name: str, path: Path) -> None:
    story = "The harbour lay still, the cranes stood idle and nobody had been paid since the middle of the winter. "
    with Ledger.open(path) as ledger:
        for key, outlet in (("w1", "Harrow Wire"), ("w2", "The Gazette")):
            ledger.put(record(key, outlet, f"{story}{TEXT}{' Editing by L. Orr' if key == 'w2' else ''}"))
        ledger.remove("a", who="Ada", why="a trial")
        (one,) = ledger.as_of().commitments
    done = run("review", "reject", one.id, "--author", "Ada")
    assert done.exit_code == 0
    assert "the same words in copies of this article, too: w2" in done.stdout
    with Ledger.open(path) as ledger:
        assert ledger.as_of().commitments == ()
        assert [s.source for s in ledger.as_of().statements] == ["Velmark"], "the statement is another entry"


def test_why_of_a_dispute_is_the_rule_that_set_the_two_sides_against_each_other(tmp_path: Path, run: Run) -> None:
    text = "Velmark said on Monday that its troops had left Karsova. Ruvia denied that the troops had left Karsova."
    article = tmp_path / "a.jsonl"
    article.write_text(json.dumps({"id": "a", "published": "2031-05-05", "text": text}), "utf-8")
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.add([article])
        (dispute,) = ledger.as_of().disputes
        (edge,) = ledger.links(dispute.id)
    shown = run("show", dispute.id, "--why").stdout
    assert f"tied by  {edge.rule}: " in shown
    assert edge.a.id in shown and edge.b.id in shown
