"""Input that is no article, or too much of one, is told in one line and in little time."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.model import Article
from onrecord.read import ReadFailure, articles
from onrecord.read.limits import LARGEST

SENTENCE = "The minister said on Monday that rain had fallen. "


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (SENTENCE.encode() * (LARGEST // 50 + 1), "longer than"),
        (SENTENCE.encode() * 10_000, "text of more than"),
        (b"a" * 100_000, "without a blank"),
        (f"{SENTENCE}{'a' * 100_000} {SENTENCE}".encode(), "without a blank"),
        (f'{SENTENCE}{chr(34) * 5000} {SENTENCE}'.encode(), "hardly any words"),
        (b"rain " * 20_000, "without a full stop"),
        (b"rain.\n" * 20_000, "lines"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        ("Rain fell.".encode("utf-16"), "UTF-16"),
        (b"Rain \xff fell.", "UTF-8 (byte 5)"),
    ],
)  # fmt: skip
def test_what_is_no_article(tmp_path: Path, data: bytes, error: str) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(data)
    (found,) = articles([path])
    assert isinstance(found, ReadFailure)
    assert error in found.error and "\n" not in found.to_json()["error"]


def test_a_line_that_is_too_long_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"text": "' + b"a b " * (LARGEST // 2) + b'"}\n{"id": "b", "text": "Rain fell."}\n')
    long, good = articles([path])
    assert isinstance(long, ReadFailure) and long.where.endswith(":1")
    assert isinstance(good, Article) and good.id == "b"


def test_a_json_file_may_hold_one_object_a_list_or_lines(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    for text, ids in (
        ('{\n "id": "a",\n "text": "Rain fell."\n}', ["a"]),
        ('[\n{"id": "a", "text": "Rain fell."},\n{"id": "b", "text": "Snow fell."}]', ["a", "b"]),
        ('{"id": "a", "text": "Rain fell."}\n{"id": "b", "text": "Snow fell."}\n', ["a", "b"]),
    ):
        path.write_text(text, "utf-8")
        assert [found.id for found in articles([path])] == ids


def test_the_mark_of_the_encoding_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(b"\xef\xbb\xbfRain fell.")
    (found,) = articles([path])
    assert isinstance(found, Article) and found.text == "Rain fell."


@pytest.mark.parametrize(
    "text", ["World - " * 30_000, "A b | " * 40_000, "(" * 100_000, "By A " * 50_000, "© " * 90_000]
)
def test_long_runs_of_the_signs_that_rules_look_for(text: str) -> None:
    from onrecord.read.parts import parts

    found = parts(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
