"""`onrecord extract` as a user types it: records on stdout, one line a fault on stderr, and the exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from onrecord.cli import extract, listing
from onrecord.cli.main import options
from onrecord.model import Record

TEXT = "Velmark's foreign minister said on Friday that up to 900 soldiers stood in Karsova. Rain\x1b[2J fell."
ARTICLE = {"id": "a", "title": "Counting boots", "outlet": "The Gazette", "published": "2031-02-28", "text": TEXT}
PAGE = f"<html><body><article><p>{TEXT[:85]}</p><p>{'It rained all day in the hills. ' * 5}</p></article></html>"
COMMAND = [sys.executable, "-c", "from onrecord.cli.main import main; main()"]


def run(*words: object, stdin: str | None = None) -> Result:
    app = typer.Typer(pretty_exceptions_enable=False)
    app.callback()(options)
    app.command("extract")(extract.extract)
    return CliRunner().invoke(app, ["extract", *map(str, words)], input=stdin)


def lines(path: Path, *rows: object) -> Path:
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def test_one_record_an_article_in_input_order(tmp_path: Path) -> None:
    one = lines(tmp_path / "one.jsonl", ARTICLE | {"id": "b"}, ARTICLE)
    two = tmp_path / "two.txt"
    two.write_text(TEXT, "utf-8")
    done = run(one, two, "--format", "jsonl", "--published", "2031-03-01")
    found = [json.loads(text) for text in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert [r["schema"] for r in found] == ["onrecord.article/1"] * 3
    assert [(r["id"], r["published"]) for r in found[:2]] == [("b", "2031-02-28"), ("a", "2031-02-28")]
    assert (found[2]["published"], found[2]["text"], found[2]["language"]) == ("2031-03-01", TEXT, "en")


def test_embeddings_are_written_where_they_are_asked_for(tmp_path: Path) -> None:
    file = lines(tmp_path / "one.jsonl", ARTICLE)
    bare, asked = (json.loads(run(file, "--format", "jsonl", *more).stdout) for more in ((), ("--embeddings",)))
    assert "embedding" not in bare
    assert len(asked.pop("embedding")) == 400
    assert {k for k in bare if bare[k] != asked[k]} == {"made_with"}


def test_what_is_said_of_a_single_file(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, "utf-8")
    words = ("--id", "x", "--title", "Boots", "--outlet", "The Gazette", "--published", "2031-02-28")
    data = json.loads(run(path, "--format", "jsonl", *words).stdout)
    assert [data[k] for k in ("id", "title", "outlet", "published")] == ["x", "Boots", "The Gazette", "2031-02-28"]
    done = run(path, path, "--id", "x")
    assert (done.exit_code, "one file at a time" in done.stderr) == (2, True)


@pytest.mark.parametrize("stdin", [json.dumps(ARTICLE), TEXT, PAGE])
def test_standard_input_is_told_by_its_first_bytes(stdin: str) -> None:
    data = json.loads(run("-", "--format", "jsonl", stdin=stdin).stdout)
    assert TEXT[:83] in data["text"] and "<p>" not in data["text"]


def test_bad_input_is_one_line_and_one_error_record_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad = lines(
        tmp_path / "bad.jsonl", "[1]", {"id": "n"}, ARTICLE | {"published": "2031-02-30"}, ARTICLE | {"id": "z"}
    )
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "page.html").write_bytes(b"<html><body><a href='/'>Home</a></body></html>")
    inputs = [tmp_path / name for name in ("bad.jsonl", "empty.txt", "binary.txt", "page.html", "absent.txt", ".")]
    done = run(*inputs, "--format", "jsonl")
    found = [json.loads(text) for text in done.stdout.splitlines()]
    errors = [r for r in found if r["schema"] == "onrecord.error/1"]
    assert done.exit_code == 3
    assert [r["id"] for r in errors] == [None, "n", "a", None, None, None, None, None]
    assert {r["where"] for r in errors} == {"read"}
    assert [r["id"] for r in found if r not in errors] == ["z"]
    assert len(done.stderr.splitlines()) == len(errors)
    assert all(text.startswith("onrecord: ") for text in done.stderr.splitlines())
    assert str(bad) in done.stderr and "Traceback" not in done.output


def test_a_fault_in_a_rule_costs_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.extract import pipeline

    real = pipeline.annotate

    def faulty(parse: object, article: object) -> object:
        if article.id == "b":  # type: ignore[attr-defined]
            raise ValueError("two\nlines")
        return real(parse, article)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "annotate", faulty)
    done = run(lines(tmp_path / "in.jsonl", *(ARTICLE | {"id": key} for key in "abc")), "--format", "jsonl")
    found = [json.loads(text) for text in done.stdout.splitlines()]
    assert [r["schema"].split(".")[1] for r in found] == ["article/1", "error/1", "article/1"]
    assert found[1] | {"error": ""} == {"schema": "onrecord.error/1", "id": "b", "error": "", "where": "extract"}
    assert (done.exit_code, found[1]["error"]) == (3, "ValueError: two lines")


def test_two_inputs_of_one_id_give_two_records_and_a_warning(tmp_path: Path) -> None:
    done = run(lines(tmp_path / "in.jsonl", ARTICLE, ARTICLE | {"text": "Snow fell on Monday."}), "--format", "jsonl")
    assert (done.exit_code, len(done.stdout.splitlines())) == (0, 2)
    assert len(done.stderr.splitlines()) == 1 and "onrecord: a: the id of an earlier article" in done.stderr


def test_without_a_format_people_get_a_listing_with_the_words_quoted(tmp_path: Path) -> None:
    done = run(lines(tmp_path / "in.jsonl", ARTICLE))
    assert done.exit_code == 0
    assert done.stdout.splitlines()[:2] == ["Counting boots", "The Gazette · 2031-02-28 · a"]
    assert "that up to 900 soldiers stood in Karsova”" in done.stdout
    assert "\x1b" not in done.stdout


def test_the_listing_shows_each_kind_of_entry_with_its_evidence(record) -> None:  # type: ignore[no-untyped-def]
    made: Record = record(
        "Velmark promised to withdraw its troops by Sunday. Ostrania denied that its army had attacked Lviv.",
        "2031-02-28",
    )
    shown = "\n".join(f"{'  ' * row.depth}{row.words.plain}" for row in listing.listing(made))
    for head, entries in (("Statements", made.statements), ("Commitments", made.commitments), ("Places", made.places)):
        assert (head in shown) == bool(entries)
    for entry in (*made.commitments, *made.denials, *made.events):
        assert f"“{entry.evidence.of(made.article.text).strip()}”" in shown


def command(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *words], capture_output=True, text=True, env=os.environ | env, check=False)


def test_faults_end_in_one_line_without_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, "utf-8")
    done = command("extract", str(path), "--model", "no_such_model")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1 and "no_such_model" in done.stderr


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    path = lines(tmp_path / "in.jsonl", *(ARTICLE | {"id": str(n), "text": TEXT * 20} for n in range(40)))
    with subprocess.Popen([*COMMAND, "extract", str(path), "--format", "jsonl"], stdout=-1, stderr=-1) as process:
        assert process.stdout and process.stderr
        process.stdout.read(100)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_data_are_utf_8_in_any_locale(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("The minister said: “Snow fell in Łódź.”", "utf-8")
    done = subprocess.run(
        [*COMMAND, "extract", str(path), "--format", "jsonl"], capture_output=True, check=True,
        env=os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1"},
    )  # fmt: skip
    assert json.loads(done.stdout.decode("utf-8"))["text"] == path.read_text("utf-8")
