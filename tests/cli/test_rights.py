"""Ledgers, inputs and outputs that the user has no right to, or no room for: one line of ours, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.ledger import Ledger
from onrecord.model import Article, Part, Record, Span

Typed = Callable[..., subprocess.CompletedProcess[str]]


def record(key: str, text: str = "Bread was dear in Karsova.") -> Record:
    article = Article(key, text, "2031-05-05", "Harrow Wire", "Bread", parts=(Part("body", Span(0, len(text))),))
    return Record(article, {"onrecord": "1", "lexicon": "x", "model": None})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger in a folder of its own."""
    (tmp_path / "shared").mkdir()
    with Ledger.open(tmp_path / "shared" / "ledger.db") as ledger:
        ledger.put(record("a0"))
    return tmp_path / "shared" / "ledger.db"


def ours(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines of our own on stderr; there is nothing of the machine's."""
    assert "Traceback" not in done.stderr
    assert "Usage" not in done.stderr
    return [text for text in done.stderr.splitlines() if not text.startswith("ledger: ")]


@pytest.mark.parametrize("folder", [0o755, 0o555])
def test_a_ledger_that_may_only_be_read_is_read(typed: Typed, rights: Callable, path: Path, folder: int) -> None:
    with rights(path, 0o444, path.parent, folder):
        for words in (("brief",), ("show", "a0"), ("doctor",)):
            done = typed("--ledger", path, *words)
            assert (done.returncode, ours(done)) == (0, []), words
            assert done.stdout
        assert [file.name for file in path.parent.iterdir()] == ["ledger.db"]


@pytest.mark.parametrize("modes", [(0o444, 0o755), (0o644, 0o555)])
def test_a_ledger_that_may_only_be_read_is_not_changed(
    typed: Typed, rights: Callable, path: Path, modes: tuple[int, int], tmp_path: Path
) -> None:
    given = tmp_path / "in.txt"
    given.write_text("Bread was cheap in Karsova.", "utf-8")
    with rights(path, modes[0], path.parent, modes[1]):
        for words in (("add", given), ("remove", "a0", "--why", "x", "--author", "Ada")):
            done = typed("--ledger", path, *words)
            (line,) = ours(done)
            assert done.returncode == 1
            assert "you may only read this ledger or its folder" in line


def test_a_ledger_that_may_not_even_be_read_is_told_in_one_line(typed: Typed, rights: Callable, path: Path) -> None:
    with rights(path, 0o000):
        done = typed("--ledger", path, "brief")
    (line,) = ours(done)
    assert (done.returncode, "look at the file's folder, its rights" in line) == (1, True)


def test_what_another_writer_has_not_folded_in_yet_is_read_too(typed: Typed, rights: Callable, path: Path) -> None:
    with Ledger.open(path) as writer:
        writer.put(record("late"))
        with rights(path, 0o444, path.parent, 0o555):
            done = typed("--ledger", path, "show", "late")
    assert (done.returncode, "Bread" in done.stdout) == (0, True)


@pytest.mark.parametrize("command", ["add", "extract"])
def test_input_that_cannot_be_read_is_one_line_and_the_rest_goes_in(
    typed: Typed, rights: Callable, tmp_path: Path, command: str
) -> None:
    good, bad, folder = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "folder"
    for file in (good, bad):
        file.write_text("Bread was dear in Karsova.", "utf-8")
    folder.mkdir()
    with rights(bad, 0o000):
        done = typed("--ledger", tmp_path / "l.db", command, bad, folder, tmp_path / "absent.txt", good)
    lines = [text for text in ours(done) if text.startswith("onrecord: ")]
    assert done.returncode == 3
    wanted = (bad, "you have no right to read it"), (folder, "a folder"), (tmp_path / "absent.txt", "no such file")
    for line, (where, what) in zip(lines, wanted, strict=True):
        assert line.startswith(f"onrecord: {where}: {what}")


def test_input_that_cannot_be_read_is_an_error_record_in_json(typed: Typed, rights: Callable, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("Bread was dear.", "utf-8")
    with rights(bad, 0o000):
        done = typed("extract", bad, tmp_path / "absent.txt", "--format", "jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(r["schema"], r["where"]) for r in found] == [("onrecord.error/1", "read")] * 2
    assert "you have no right to read it" in found[0]["error"]


@pytest.mark.parametrize("words", [("brief",), ("ledger", "--format", "json"), ("search", "bread")])
def test_a_full_disk_is_one_line(typed: Typed, path: Path, words: tuple[str, ...]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = typed("--ledger", path, *words, stdout=full)
    (line,) = ours(done)
    assert (done.returncode, "cannot write the output" in line) == (1, True)


@pytest.mark.parametrize("words", [("brief",), ("ledger", "--format", "json"), ("search", "bread"), ("--help",)])
def test_a_reader_that_goes_away_is_left_in_peace(typed: Typed, path: Path, words: tuple[str, ...]) -> None:
    gone, pipe = os.pipe()
    os.close(gone)
    done = typed("--ledger", path, *words, stdout=pipe)
    os.close(pipe)
    assert ours(done) == []


@pytest.mark.parametrize("words", [("brief",), ("doctor",), ("show", "a0")])
def test_asking_makes_no_ledger_of_an_empty_file_or_a_folder(
    typed: Typed, tmp_path: Path, words: tuple[str, ...]
) -> None:
    empty = tmp_path / "empty.db"
    empty.touch()
    for path, told in ((empty, "no ledger is there"), (tmp_path, "a folder and no ledger")):
        done = typed("--ledger", path, *words)
        (line,) = ours(done)
        assert (done.returncode, told in line) == (1, True)
    assert empty.stat().st_size == 0
