"""Which inputs are versions of one article."""

from __future__ import annotations

import pytest

from onrecord.read.keys import canonical, key

PAGE = "https://news.example.org/a/b?id=7"


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example.org/a/b?id=7#comments",
        "HTTPS://NEWS.example.org/a/b?id=7",
        "https://news.example.org:443/a/b?id=7",
        "https://news.example.org/a/b?utm_source=x&id=7&fbclid=y",
        " https://news.example.org/a/b?id=7 ",
    ],
)
def test_addresses_of_one_page(url: str) -> None:
    assert canonical(url) == PAGE


@pytest.mark.parametrize(
    "url",
    [
        "http://news.example.org/a/b?id=7",
        "https://m.news.example.org/a/b?id=7",
        "https://news.example.org/a/b/amp?id=7",
        "https://news.example.org/a/B?id=7",
        "https://news.example.org:8443/a/b?id=7",
        "https://news.example.org/a/b?id=8",
        "no address at all",
        "http://[broken",
    ],
)
def test_addresses_of_other_pages(url: str) -> None:
    assert canonical(url) != PAGE


def test_the_given_id_comes_first_then_the_address_then_everything() -> None:
    told = {"id": "x", "url": PAGE, "outlet": "Gazette", "published": "2031-03-05", "title": "T", "text": "Rain fell."}
    assert key(told) == "x"
    by_url = told | {"id": None}
    assert key(by_url) == key(by_url | {"text": "Snow fell.", "url": f"{PAGE}#top"})
    bare = by_url | {"url": None}
    assert key(bare) != key(bare | {"outlet": "Other"}), "two outlets that print the same words are two articles"
    assert key(bare) != key(bare | {"text": "Snow fell."})
