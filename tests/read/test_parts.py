"""Which stretch of a text is what: a table of texts and the parts that a reader sees in them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.read.parts import parts


def told(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(p.kind, p.span.of(text)) for p in parts(text, title)]


def apart(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(kind, words) for kind, words in told(text, title) if kind != "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boats off Sorvik in 2031 © Ada Brun/Coast/Images |\nMore came.", [
            ("caption", "Boats off Sorvik in 2031"), ("credit", "© Ada Brun/Coast/Images"), ("body", "More came.")]),
        ("Boats off Sorvik (AP Photo/Ada Brun)\nMore came.", [
            ("caption", "Boats off Sorvik"), ("credit", "(AP Photo/Ada Brun)"), ("body", "More came.")]),
        ("Boats off Sorvik [File: Ada Brun/Reuters]\nMore came.", [
            ("caption", "Boats off Sorvik"), ("credit", "[File: Ada Brun/Reuters]"), ("body", "More came.")]),
        ("Boats off Sorvik. Image: Planet Labs PBC\nMore came.", [
            ("caption", "Boats off Sorvik."), ("credit", "Image: Planet Labs PBC"), ("body", "More came.")]),
        ("Boats off Sorvik © Ada Brun/AFP | Europe Security - Norway will buy boats.", [
            ("caption", "Boats off Sorvik"), ("credit", "© Ada Brun/AFP"), ("kicker", "Europe Security"),
            ("body", "Norway will buy boats.")]),
        ("Boats off Sorvik, last spring\n© Ada Brun/Valley Images\nThe harbour is open.", [
            ("caption", "Boats off Sorvik, last spring"), ("credit", "© Ada Brun/Valley Images"),
            ("body", "The harbour is open.")]),
        ("Boats left. They were full. Nobody stayed. The port is shut. (Ada Brun/Reuters)\nMore came.", [
            ("body", "Boats left. They were full. Nobody stayed. The port is shut."), ("credit", "(Ada Brun/Reuters)"),
            ("body", "More came.")]),
        ("FILE PHOTO: Boats off Sorvik\n\nThe harbour is open.", [
            ("caption", "Boats off Sorvik"), ("body", "The harbour is open.")]),
        ("The harbour is open.\nImage source, Reuters\nImage caption, Boats off Sorvik\nIt was shut.", [
            ("body", "The harbour is open."), ("credit", "Reuters"), ("caption", "Boats off Sorvik"),
            ("body", "It was shut.")]),
    ],
)  # fmt: skip
def test_captions_and_credits(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("World Politics - The king has abdicated.", "World Politics"),
        ("Asia – Japan and Fiji will lay a cable.", "Asia"),
        ("Africa News: The ferry is to run from June.", "Africa News"),
        ("EXCLUSIVE: The king will abdicate, papers show.", "EXCLUSIVE"),
        ("Life in Sorvik | On the quay stands a house that nobody owns.", "Life in Sorvik"),
        ("UPDATE 3-The king has abdicated.", "UPDATE 3"),
        ("BREAKING\nThe king has abdicated.", "BREAKING"),
        ("Home > World > Europe\nThe king has abdicated.", "Home > World > Europe"),
    ],
)
def test_a_kicker_is_the_label_alone(text: str, label: str) -> None:
    found = told(text)
    assert found[0] == ("kicker", label)
    assert found[1][0] == "body"


@pytest.mark.parametrize(
    "text",
    [
        "World leaders - all but one - signed.",
        "Norway - Sweden talks have ended, both said.",
        "Europe - Sweden above all - buys its salt here.",
        "Defence Ministry - The building is for sale, an agent said.",
        "Ada Brun: The king will stay, I think.",
        "The harbour (north/south) is open.",
        "The photo by Jon Vass was shown to the court.",
        "By Monday evening the water had risen.\nNobody was hurt.",
        "Sign up they did, all of them.",
        "NATO - Russia talks will resume, both said.",
        "Paris – once the host – stayed away.",
        "The vote was close (CDU/CSU).\nNobody won.",
        "The commander said the (c) company would stay.",
    ],
)
def test_sentences_stay_whole(text: str) -> None:
    assert apart(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("SORVIK, March 3 (Coast Agency) - The ferry sailed.", "SORVIK, March 3 (Coast Agency) -"),
        ("SORVIK/OSLO — The ferry sailed on Monday.", "SORVIK/OSLO —"),
        ("Geneva (AFP) – The ferry sailed.", "Geneva (AFP) –"),
        ("OSLO, Norway (AP) -- The ferry sailed.", "OSLO, Norway (AP) --"),
        ("SORVIK. 3 March. The ferry sailed.", None),
        ("OSLO, Norway (AP) _\nThe ferry sailed on Monday.", "OSLO, Norway (AP) _"),
        ("NEW DELHI: The ferry sailed on Monday.", "NEW DELHI:"),
        ("KING: The ferry sailed. QUEEN: It did not.", None),
        ("Nairobi – The ferry sailed on Monday.", "Nairobi –"),
    ],
)
def test_datelines(text: str, line: str | None) -> None:
    assert [words for kind, words in told(text) if kind == "dateline"] == ([line] if line else [])


def test_who_wrote_and_when() -> None:
    text = "Ships may sail again\nBy Jane Roe, Foreign editor\nMonday, March 3, 2031\n\nThe ferry sailed. It was full."
    assert apart(text) == [
        ("headline", "Ships may sail again"), ("byline", "By Jane Roe, Foreign editor"),
        ("dateline", "Monday, March 3, 2031"),
    ]  # fmt: skip
    assert apart("Ada Brun in Oslo, Foreign correspondent\nThe ferry sailed.") == [
        ("byline", "Ada Brun in Oslo, Foreign correspondent")
    ]


def test_a_headline_needs_a_body_and_repeats_the_title_or_has_no_full_stop() -> None:
    assert apart("Ships may sail again") == []
    assert apart("Ships may sail.\nThe ferry left.", "Ships may sail") == [("headline", "Ships may sail.")]
    assert apart("## Ships may sail\nThe ferry left.") == [("headline", "Ships may sail")]


@pytest.mark.parametrize(
    "notice",
    [
        "Subscribe to our newsletter.",
        "Read more: The king and the ferry",
        "© 2031 The Gazette. All rights reserved.",
        "Our Standards: The Gazette's principles",
        "(Reporting by Ada Brun in Oslo; Editing by Jon Vass)",
        "Additional reporting by Jon Vass in Sorvik",
        "SALT +2.1% | FISH -0.4% | OIL +1%",
        "Updated 3 March 2031, 10:15",
    ],
)
def test_notices_are_boilerplate(notice: str) -> None:
    assert apart(f"The ferry sailed at noon.\n\n{notice}") == [("boilerplate", notice)]


def test_wrapped_lines_are_one_paragraph_and_others_are_not() -> None:
    wrapped = (
        "The road over the hills is shut. Snow fell all night and the\narmy has sent two ploughs.\n\nNobody was hurt."
    )
    assert [words.count("\n") for _, words in told(wrapped)] == [1, 0]
    assert len(told("The road is shut.\nNobody was hurt.\r\nThe army came.")) == 3
    assert len(told("- two ploughs\n- a truck\n- three men")) == 3


def test_spans_are_in_order_apart_and_within_the_text() -> None:
    text = " \r\nWorld - The ferry sailed.\u2028 \u00a0Next.\n\n\n𝕏 came. (Reporting by Ada Brun and Jon Vass)\n\n---\n"
    found = parts(text)
    assert [p.kind for p in found] == ["kicker", "body", "body", "body", "boilerplate"]
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(p.span.of(text) == p.span.of(text).strip() != "" for p in found)
