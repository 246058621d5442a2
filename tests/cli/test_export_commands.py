"""`export`, `compare`, `sample` and `agreement` as a user types them: stdout, stderr, files and exit status."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli import agreement, compare, export, sample
from onrecord.cli.main import options
from onrecord.ledger import Ledger
from onrecord.model import Actor, Article, Event, Mention, Part, Participant, Plover, Record, Span

Run = Callable[..., Result]
TEXT = "Norway shelled Peru. Norway may shell Chile."


def parties(*names: str) -> tuple[Participant, ...]:
    codes = {"Norway": "NOR", "Peru": "PER", "Chile": "CHL"}
    return tuple(Participant(Span(TEXT.index(n), TEXT.index(n) + len(n)), n, codes[n]) for n in names)


def event(number: int, trigger: str, target: str, factuality: str, plover: str | None = "ASSAULT") -> Event:
    start = TEXT.index(trigger)
    sentence = Span(0, 20) if number == 1 else Span(21, len(TEXT))
    return Event(
        f"e{number}", (Span(start, start + len(trigger)),), sentence, parties("Norway"), parties(target), "190", 4,
        -10.0, Plover(plover) if plover else None, factuality=factuality, rule="event_patterns:shell", confidence=0.8,
    )  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with one event that happened and one that may."""
    names = ("Norway", "Peru", "Chile")
    actors = tuple(Actor(n, n, "state", mentions=(Mention(parties(n)[0].span or Span(0, 0), "name"),)) for n in names)
    article = Article(
        "a", TEXT, "2031-05-05", "=Harrow", "Guns", language="en", parts=(Part("body", Span(0, len(TEXT))),)
    )
    found = (event(1, "shelled", "Peru", "happened"), event(2, "may shell", "Chile", "possible"))
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        ledger.put(Record(article, {"onrecord": "1", "lexicon": "x", "model": "m"}, actors, events=found))
    return tmp_path / "ledger.db"


@pytest.fixture(scope="session")
def app() -> object:
    import typer

    made = typer.Typer(pretty_exceptions_enable=False)
    made.callback()(options)
    for command in (export.export, compare.compare, sample.sample, agreement.agreement):
        made.command(command.__name__)(command)
    return made


@pytest.fixture
def run(app: object, path: Path) -> Run:
    return lambda *words: CliRunner().invoke(app, ["--ledger", str(path), *map(str, words)])  # type: ignore[arg-type]


@pytest.mark.parametrize("format", ["gdelt", "gdelt-mentions", "polecat", "geojson", "csv"])
def test_data_go_to_stdout_or_into_a_file_and_messages_to_stderr(run: Run, tmp_path: Path, format: str) -> None:
    done = run("export", format)
    assert done.exit_code == 0
    assert TEXT[:6] in done.stdout or "event_patterns:shell" in done.stdout
    assert done.stderr.splitlines()[-1] == "as of 2031-05-05: 1 of 2 events; left out: 1 possible"
    out = tmp_path / "out"
    assert (run("export", format, "--out", out).stdout, out.read_bytes()) == ("", done.stdout_bytes)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["ledger.db", "out"], "nothing else is left"


def test_what_a_format_cannot_hold_is_counted(run: Run, path: Path) -> None:
    with Ledger.open(path) as ledger:
        made = ledger.article("a")
        article = replace(made.article, id="b", outlet="Gazette", published="2031-05-04")
        told = (event(1, "shelled", "Peru", "happened", None),)
        ledger.put(Record(article, made.made_with, made.actors, events=told))
    polecat = run("export", "polecat")
    assert polecat.stderr.splitlines()[-1] == (
        "as of 2031-05-05: 1 of 3 events; left out: 1 possible, 1 without a PLOVER type"
    )
    assert len(polecat.stdout.splitlines()) == 2
    assert "2 of 3 events; left out: 1 possible" in run("export", "gdelt").stderr


def test_all_is_for_formats_that_can_say_that_nothing_happened(run: Run) -> None:
    for format in ("gdelt", "gdelt-mentions", "polecat"):
        done = run("export", format, "--all")
        assert (done.exit_code, done.stdout) == (2, "")
        assert f"{format} cannot say that an event did not happen; use csv" in done.stderr
    told = run("export", "csv", "--all")
    assert [r["factuality"] for r in csv.DictReader(told.stdout.splitlines())] == ["happened", "possible"]
    features = json.loads(run("export", "geojson", "--all").stdout)["features"]
    assert [f["properties"]["factuality"] for f in features] == ["happened", "possible"]


def test_an_event_that_nobody_dated_has_a_day_only_where_that_is_asked_for(run: Run) -> None:
    assert run("export", "gdelt").stdout.split("\t")[1] == ""
    assert run("export", "gdelt", "--published-for-undated").stdout.split("\t")[1] == "20310505"
    assert run("export", "csv", "--published-for-undated").exit_code == 2
    assert run("export", "gdelt", "--since", "2031-05-05").stdout == ""
    assert run("export", "gdelt", "--since", "2031-05-04").stdout != ""


@pytest.mark.parametrize(("words", "status", "told"), [
    (("export", "parquet"), 2, "name a file with --out"), (("export", "gdelt", "--since", "May"), 2, "'May' is no day"),
    (("export", "gdelt", "--as-of", "May"), 1, "'May' is no day"), (("export", "xml"), 2, "xml"),
    (("compare", "absent"), 1, "absent: cannot be read"), (("sample", "0"), 2, "sample --help"),
    (("agreement", "absent"), 2, "one coder agrees with nobody"),
    (("agreement", "absent", "b"), 1, "absent: cannot be read"),
])  # fmt: skip
def test_what_cannot_be_done_is_one_line(run: Run, words: tuple[str, ...], status: int, told: str) -> None:
    done = run(*words)
    assert (done.exit_code, done.stdout) == (status, "")
    assert told in done.stderr
    assert "Traceback" not in done.output


def test_parquet_is_written_to_a_file(run: Run, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    assert run("export", "parquet", "--all", "--out", tmp_path / "e.parquet").exit_code == 0
    assert pq.read_table(tmp_path / "e.parquet").column("factuality").to_pylist() == ["happened", "possible"]


def test_a_file_that_cannot_be_written_keeps_what_it_holds(
    typed: Callable, rights: Callable, path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old").write_text("kept", "utf-8")
    with rights(folder, 0o555):
        for out in (folder / "old", folder / "new", tmp_path / "absent" / "x", Path("/dev/full"), folder):
            done = typed("--ledger", path, "export", "csv", "--out", out)
            told = [text for text in done.stderr.splitlines() if not text.startswith("ledger: ")]
            assert (done.returncode, len(told)) == (1, 1), out
            assert told[0].startswith(f"onrecord: {out}: cannot be written: ")
    assert [(p.name, p.read_text("utf-8")) for p in folder.iterdir()] == [("old", "kept")]


def test_compare_tells_bad_lines_and_goes_on(run: Run, tmp_path: Path) -> None:
    line = run("export", "gdelt", "--published-for-undated").stdout
    other = line.replace("\t190\t190\t19\t", "\t112\t112\t11\t")
    (tmp_path / "g.CSV").write_text(f"{line}one\ttwo\n{other}", "utf-8")
    done = run("compare", tmp_path / "g.CSV")
    assert done.exit_code == 3
    assert f"onrecord: {tmp_path}/g.CSV line 2: 2 columns where a GDELT 2.0 event has 61; mend it or leave it out" in (
        done.stderr.splitlines()
    )
    assert [text.split("  ")[0].strip() for text in done.stdout.splitlines()] == ["both", "gdelt"]
    assert "2031-05-05  NOR > PER  19 fights" in done.stdout
    assert "of 2 events in GDELT the ledger holds 1, not 1" in done.stderr
    assert "of 1 event in the ledger GDELT holds 1, not 0" in done.stderr
    (tmp_path / "g.CSV").write_text(other, "utf-8")
    alone = run("compare", tmp_path / "g.CSV")
    assert (alone.exit_code, [text[:6] for text in alone.stdout.splitlines()]) == (0, ["gdelt ", "ledger"])


def test_a_sheet_is_drawn_filled_in_and_compared(run: Run, tmp_path: Path) -> None:
    blind, own = tmp_path / "blind.csv", tmp_path / "own.csv"
    assert run("sample", 5, "--blind", "--seed", 4, "--out", blind).stderr.splitlines()[-1] == "2 of 2 events, seed 4"
    assert run("sample", 5, "--seed", 4, "--out", own).exit_code == 0
    with blind.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert {r["code"] + r["source"] + r["target"] + r["factuality"] for r in rows} == {""}
    assert {r["outlet"] for r in rows} == {"'=Harrow"}
    words = "code alpha undefined units 0 of 2 values 0 missing 2 (no unit has two values)"
    assert " ".join(run("agreement", own, blind).stdout.splitlines()[1].split()) == words
    agreed = run("agreement", own, "--with-ledger").stdout.splitlines()
    assert agreed[0] == f"coders     {own}, ledger"
    assert " ".join(agreed[-1].split()) == "factuality alpha 1.000 units 2 of 2 values 4 missing 0"
    assert run("agreement", own, blind, "--as-of", "2031-05-05").exit_code == 2
