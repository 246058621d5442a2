"""The ledger's commands as a user types them: what goes to stdout, what to stderr, and the exit status."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli import add, doctor, ledger, remove, review, search, show
from onrecord.cli.main import options
from onrecord.ledger import Ledger

Run = Callable[..., Result]
TEXT = "Velmark's foreign minister said on Friday that up to 900 soldiers stood in Karsova. Rain\x1b[2J fell."
ARTICLE = {"id": "a", "title": "Counting boots", "outlet": "The Gazette", "published": "2031-02-28", "text": TEXT}


@pytest.fixture(scope="session")
def app() -> object:
    import typer

    made = typer.Typer(pretty_exceptions_enable=False)
    made.callback()(options)
    for command in (add.add, doctor.doctor, ledger.ledger, remove.remove, review.review, search.search, show.show):
        made.command(command.__name__)(command)
    return made


@pytest.fixture
def run(app: object, tmp_path: Path) -> Run:
    def of(*words: str, path: Path | None = None) -> Result:
        arguments = ["--ledger", str(path or tmp_path / "ledger.db"), *words]
        return CliRunner().invoke(app, arguments)  # type: ignore[arg-type]

    return of


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(ARTICLE) + "\n", "utf-8")
    return str(path)


@pytest.fixture
def filled(run: Run, file: str, tmp_path: Path) -> Run:
    assert run("add", file).exit_code == 0
    return run


def entry(tmp_path: Path, kind: str = "statement") -> str:
    with sqlite3.connect(tmp_path / "ledger.db") as c:
        name: str = c.execute("SELECT id FROM entry WHERE kind = ? ORDER BY start", (kind,)).fetchone()[0]
    c.close()
    return name


def test_add_says_which_ledger_and_what_became_of_the_input(run: Run, file: str, tmp_path: Path) -> None:
    done = run("add", file)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [f"ledger: {tmp_path / 'ledger.db'}", "1 new"]
    assert run("add", file).stderr.splitlines()[1] == "1 known"


def test_add_keeps_embeddings_where_they_are_asked_for(run: Run, file: str, tmp_path: Path) -> None:
    assert run("add", file, "--embeddings").exit_code == 0
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert ledger.article("a").embedding


def test_add_goes_on_after_bad_input_and_ends_with_3(run: Run, file: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(b"\xff\xfe\n[]\n")
    done = run("add", str(bad), str(tmp_path / "absent"), file)
    assert done.exit_code == 3
    assert len([text for text in done.stderr.splitlines() if text.startswith("onrecord: ")]) == 3
    assert done.stderr.splitlines()[-1] == "1 new, 3 failed"
    assert "Traceback" not in done.output


def test_what_is_said_of_one_file_cannot_be_said_of_two(run: Run, file: str) -> None:
    done = run("add", file, file, "--published", "2031-03-01")
    assert done.exit_code == 2
    assert "one file at a time" in done.stderr


def test_ledger_gives_the_contracts_record(filled: Run) -> None:
    done = filled("ledger", "--as-of", "2031-03-01", "--format", "json")
    data = json.loads(done.stdout)
    assert (data["schema"], data["as_of"], data["articles"]) == ("onrecord.ledger/1", "2031-03-01", 1)
    assert json.loads(filled("ledger", "--format", "json").stdout)["as_of"] == "2031-02-28"
    assert filled("ledger").stdout.startswith("As of 2031-02-28: 1 article\n")
    assert filled("ledger", "--as-of", "someday").exit_code == 1


def test_search_shows_the_words_where_they_stand(filled: Run) -> None:
    assert "up to 900 soldiers stood" in filled("search", "900 soldiers").stdout
    (line,) = filled("search", "900", "soldiers", "--format", "json").stdout.splitlines()
    hit = json.loads(line)
    assert TEXT[hit["start"] : hit["end"]] == "900"
    nothing = filled("search", "absent")
    assert (nothing.stdout, nothing.stderr.splitlines()[-1], nothing.exit_code) == ("", "nothing found", 0)
    assert "\x1b" not in filled("search", "rain").stdout


def test_show_quotes_an_entry_and_says_why_and_where_from(filled: Run, tmp_path: Path) -> None:
    name = entry(tmp_path)
    done = filled("show", name, "--why", "--source")
    assert done.exit_code == 0
    for wanted in (f"statement {name}", "The Gazette", "rule ", "made by ", "sha256 ", "file://", '"id": "a"'):
        assert wanted in done.stdout
    article = filled("show", "a")
    assert "900 soldiers stood in Karsova" in article.stdout
    assert name in article.stdout
    assert "\x1b" not in article.stdout
    assert (filled("show", "absent").exit_code, filled("show", "absent").stdout) == (1, "")


def test_review_takes_an_entry_out_and_a_field_in(filled: Run, tmp_path: Path) -> None:
    name = entry(tmp_path)
    assert filled("review", "set", name, "certainty", "possible", "--author", "Ada").exit_code == 0
    assert "certainty = 'possible'" in filled("show", name).stdout
    done = filled("review", "reject", name, "--author", "Ada", "--note", "no statement")
    assert (done.exit_code, "(no statement)" in done.stdout) == (0, True)
    assert "struck out by a reviewer" in filled("show", name).stdout
    assert name not in filled("ledger", "--format", "json").stdout
    assert filled("review", "queue").stdout == ""
    for words, status in (
        (("reject", name), 2), (("set", name, "--author", "Ada"), 2), (("accept", "s0", "--author", "Ada"), 1),
        (("accept", name, "x", "y", "--author", "Ada"), 2), (("praise", name, "--author", "Ada"), 2),
    ):  # fmt: skip
        assert filled("review", *words).exit_code == status


def test_review_undoes_adds_and_corrects_words(filled: Run, tmp_path: Path) -> None:
    name = entry(tmp_path)
    filled("review", "reject", name, "--author", "Ada")
    decision = filled("review", "list").stdout.split()[0]
    assert filled("review", "undo", decision, "--author", "Bo").exit_code == 0
    assert "(undone)" in filled("review", "list").stdout.splitlines()[0]
    assert name in filled("ledger", "--format", "json").stdout
    assert (
        "source set to “foreign minister”"
        in filled("review", "set", name, "source", "foreign minister", "--author", "Bo").stdout
    )
    done = filled("review", "add", "a", "place", "Karsova", "kind=city", "--author", "Bo")
    assert (done.exit_code, "its name: p" in done.stdout) == (0, True)
    done = filled("review", "add", "a", "event", "Rain", "oops", "--author", "Bo")
    assert (done.exit_code, "FIELD=VALUE" in done.stderr) == (2, True)
    done = filled("review", "relate", name, "cousin", name, "--author", "Bo")
    assert (done.exit_code, "no relation" in done.stderr) == (1, True)


def test_remove_keeps_the_article_out(filled: Run, file: str) -> None:
    assert filled("remove", "a", "--why", "court order").exit_code == 2, "an author is asked for"
    assert filled("remove", "a", "--why", "court order", "--author", "Ada").stdout == "removed a: 1 version\n"
    gone = filled("show", "a")
    assert (gone.exit_code, "removed by Ada" in gone.stderr) == (1, True)
    refused = filled("add", file)
    assert (refused.exit_code, refused.stderr.splitlines()[-1]) == (3, "1 refused")
    assert "onrecord: a: not taken in: removed by Ada on " in refused.stderr
    assert "(court order); --readmit takes it in again" in refused.stderr
    assert filled("add", file, "--readmit").stderr.splitlines()[-1] == "1 new"


def test_doctor_ends_with_1_where_something_is_wrong(filled: Run, tmp_path: Path) -> None:
    done = filled("doctor")
    assert done.exit_code == 0
    assert {text[:2] for text in done.stdout.splitlines()} == {"ok"}
    with sqlite3.connect(tmp_path / "ledger.db") as c:
        c.execute("DELETE FROM entry")
    c.close()
    bad = filled("doctor")
    assert (bad.exit_code, "BAD  names" in bad.stdout) == (1, True)


@pytest.mark.parametrize("words", [("ledger",), ("search", "x"), ("show", "x"), ("doctor",), ("review", "queue")])
def test_a_ledger_that_is_not_there_is_not_made_by_asking(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "no ledger is there" in done.stderr
    assert not (tmp_path / "ledger.db").exists()


def test_without_a_name_the_ledger_is_in_the_users_data_folder(tmp_path: Path, file: str) -> None:
    command = [sys.executable, "-c", "from onrecord.cli.main import main; main()", "add", file]
    env = os.environ | {"XDG_DATA_HOME": str(tmp_path / "data")}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    assert re.search(rf"^ledger: {tmp_path}/data/onrecord/ledger\.db$", done.stderr, re.MULTILINE)
    with Ledger.open(tmp_path / "data" / "onrecord" / "ledger.db") as made:
        assert [a.id for a in made.articles()] == ["a"]
