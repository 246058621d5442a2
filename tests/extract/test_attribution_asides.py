"""The speaker is who says it, not what he speaks of, however the words that name him part the clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.statements import statements

Said = tuple[str, str, str]


def said(parse: Any, draft: Any) -> list[Said]:
    """Source, cue, content of each statement, pieces joined."""
    text = parse.text
    return [
        (" … ".join(s.of(text) for s in got.source), got.cue[0].of(text), " … ".join(s.of(text) for s in got.content))
        for got in statements(parse, draft)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The barge, the lock keeper said on Sunday, would not move.",
            ("the lock keeper", "said", "The barge … would not move"),
        ),
        (
            "Grain sheds near Olm, Deputy Mayor Ada Renn told reporters, have been empty since March.",
            ("Deputy Mayor Ada Renn", "told", "Grain sheds near Olm … have been empty since March"),
        ),
        (
            "The lock, says the new warden, Piet Alm, will close.",
            ("the new warden, Piet Alm", "says", "The lock … will close"),
        ),
        (
            "The orchard, says Runa Voss, who planted it, is lost.",
            ("Runa Voss, who planted it", "says", "The orchard … is lost"),
        ),
        (
            "The pumps have failed twice, the port's new engineer, Jory Penn, told the council.",
            ("the port's new engineer, Jory Penn", "told", "The pumps have failed twice"),
        ),
        (
            "The mill burned, and the barn, Ada Renn said, was lost.",
            ("Ada Renn", "said", "the barn … was lost"),
        ),
        (
            "Lind met the warden, who, she said, had wept.",
            ("she", "said", "who … had wept"),
        ),
        (
            "Its pledge to the crews notwithstanding, dock unions agree the fund is empty.",
            ("dock unions", "agree", "the fund is empty"),
        ),
        (
            "But the lamps, she also said, were never paid for.",
            ("she", "said", "the lamps … were never paid for"),
        ),
    ],
)
def test_the_subject_of_the_verb_of_speech_speaks(body: Callable[..., Any], text: str, expected: Said) -> None:
    assert said(*body(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, a former judge, was late.",
        "Norvik will keep its divers on the reef until May, six days longer than it had said.",
    ],
)
def test_phrases_between_commas_are_no_speakers(body: Callable[..., Any], text: str) -> None:
    assert said(*body(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gone are the nights, says the baker Olaf Rud, when nobody locked a door.",
            ("the baker Olaf Rud", "says", "Gone are the nights … when nobody locked a door"),
        ),
        (
            "The mill will run, says Ada Renn, if the weir holds.",
            ("Ada Renn", "says", "The mill will run … if the weir holds"),
        ),
        ("A clerk said the safe was empty who asked not to be named.", ("A clerk", "said", "the safe was empty")),
        ("The clerk did not say who paid and declined to comment.", ("The clerk", "did not say", "who paid")),
        ("Renn said it would not lend, and it would sue.", ("Renn", "said", "it would not lend, and it would sue")),
        (
            "Tests showed that the well was clean, and the old pipe had rusted through.",
            ("Tests", "showed", "that the well was clean, and the old pipe had rusted through"),
        ),
        ("Olm's army says its guns shot, but did not say where.", ("Olm's army", "says", "its guns shot")),
        (
            'The premier shrugged, saying "After the war, you swore never again, but it is back".',
            ("The premier", "saying", "After the war, you swore never again, but it is back"),
        ),
        (
            "The mill will close in May, the owner said, and will not reopen.",
            ("the owner", "said", "The mill will close in May … and will not reopen"),
        ),
        ("The weir is safe, Renn said on “Morning Watch,” a weekly show.", ("Renn", "said", "The weir is safe")),
        (
            "Renn said the crews were ready but that she saw no wind.",
            ("Renn", "said", "the crews were ready but that she saw no wind"),
        ),
        ("“We do not sell.” – Mayor Ada Renn.", ("Mayor Ada Renn", "–", "We do not sell.")),
        ("Asked about the dam, Renn said, “It leaks.”", ("Renn", "said", "It leaks.")),
        ("Renn made it clear that the weir would stay.", ("Renn", "made it clear", "that the weir would stay")),
        ("Renn has made clear the weir will stay.", ("Renn", "has made clear", "the weir will stay")),
        ("“We left the mill at dawn.”\n\n— Olaf Rud, baker", ("Olaf Rud, baker", "—", "We left the mill at dawn.")),
    ],
)
def test_the_content_ends_where_the_source_s_words_end(parse: Callable[..., Any], text: str, expected: Said) -> None:
    assert said(*parse(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "who", "through"),
    [
        ("State radio, citing the customs office, said the quay was shut.", "the customs office", "State radio"),
        ("Reuters reported, citing two clerks, that the quay was shut.", "two clerks", "Reuters"),
        ("The quay was shut, a clerk said, according to Radio Olm.", "a clerk", "Radio Olm"),
        ("Reuters reported that the quay was shut, citing port records.", "Reuters", ""),
        ("The clerk, quoted by Radio Olm, said the quay was shut.", "The clerk, quoted by Radio Olm", "Radio Olm"),
    ],
)
def test_an_outlet_passes_on_the_words_of_others(parse: Callable[..., Any], text: str, who: str, through: str) -> None:
    made, draft = parse(text)
    found = statements(made, draft)[0]
    assert ([s.of(text) for s in found.source], "".join(s.of(text) for s in found.via)) == ([who], through)


@pytest.mark.parametrize(
    "text",
    [
        "“The guard told me ‘go home’ and shut the door,” Runa Voss said.",
        "\"The guard told me 'go home' and shut the door,\" Runa Voss said.",
        "'The guard told me \"go home\" and shut the door,' Runa Voss said.",
    ],
)
def test_words_quoted_within_a_quotation_are_a_statement_in_it(body: Callable[..., Any], text: str) -> None:
    made, draft = body(text)
    inner, outer = statements(made, draft)
    assert (inner.parent, [s.of(text) for s in inner.source], [s.of(text) for s in inner.content]) == (
        outer.id,
        ["The guard"],
        ["go home"],
    )
    assert [s.of(text) for s in outer.source] == ["Runa Voss"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Quay to close on Monday, says mayor\n\nThe council met for six hours.", "headline"),
        (
            "Rain at Olm\n\nThe quay is sinking, the mayor said on Monday. (Photo: Ada Renn/Orbis)\n\n"
            "The council met for six hours on Tuesday without a vote.",
            "caption",
        ),
        ("The council met.\n\nThe quay is sinking, the mayor said on Monday.", "body"),
    ],
)
def test_a_statement_tells_where_in_the_article_it_stands(record: Callable[..., Any], text: str, part: str) -> None:
    assert [s.part for s in record(text).statements] == [part]


@pytest.mark.parametrize(
    "text",
    [
        "Troops defended the bridge against the rebels.",
        "Jets shot down a drone over Olm.",
        "The army backed the rebels.",
    ],
)
def test_deeds_of_arms_are_no_statements(body: Callable[..., Any], text: str) -> None:
    assert said(*body(text)) == []


@pytest.mark.parametrize(
    "text",
    ["The army defended its decision to fire.", "The mayor shot down the proposal.", "The premier backed the rebels."],
)
def test_the_same_verbs_may_be_words(body: Callable[..., Any], text: str) -> None:
    assert said(*body(text)) != []


def test_what_is_added_to_a_force_is_no_speech(parse: Any) -> None:
    text = "Far from shrinking, the engineer said, Orlen had added two brigades to its force."
    assert said(*parse(text)) == [
        ("the engineer", "said", "Far from shrinking … Orlen had added two brigades to its force")
    ]
