"""What becomes of what a user hands in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onrecord.model import Article
from onrecord.read import ReadFailure, articles


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("binary.txt", b"\x00\x01\x02 words", "NUL"),
        ("latin.txt", b"caf\xe9", "UTF-8"),
        ("marks.txt", b'"' * 5000, "no words"),
        ("list.jsonl", b"[1, 2]\n", "no JSON object"),
        ("notext.jsonl", b'{"id": "x"}\n', "without a text"),
        ("broken.jsonl", b'{"text": \n', "not valid JSON"),
        ("deep.jsonl", b"[" * 100_000 + b"\n", "not valid JSON"),
        ("date.jsonl", b'{"text": "Rain fell.", "published": "2022-02-31"}\n', "published is no date"),
        ("number.jsonl", b'{"text": "Rain fell.", "id": 7}\n', "must be strings"),
        ("surrogate.jsonl", b'{"text": "Rain \\ud800 fell."}\n', "UTF-8"),
    ],
)
def test_a_bad_input_is_one_failure(tmp_path: Path, name: str, data: bytes, error: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (found,) = articles([path])
    assert isinstance(found, ReadFailure)
    assert error in found.error and "\n" not in found.to_json()["error"]


def test_a_bad_line_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "three.jsonl"
    path.write_bytes(b'{"text": "One came."}\nno json\n{"text": "Two came."}\n')
    assert [type(a) for a in articles([path, tmp_path / "missing.txt"])] == [Article, ReadFailure, Article, ReadFailure]


def test_plain_text_is_kept_character_for_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Rain fell.\r\n\r\nThe “river” rose.\n".encode())
    (found,) = articles([path], published="2031-03-05")
    assert isinstance(found, Article)
    assert (found.text, found.published) == ("Rain fell.\r\n\r\nThe “river” rose.\n", "2031-03-05")


def test_what_an_input_says_of_itself_comes_first() -> None:
    given: list[dict[str, Any]] = [{"text": "Rain fell.", "outlet": "Gazette"}]
    (found,) = articles(given, outlet="Other", title="Weather")
    assert isinstance(found, Article)
    assert (found.outlet, found.title) == ("Gazette", "Weather")
