"""Who said what: source, cue and content of statements, in every turn that news uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract.draft import Draft
from onrecord.extract.parse import load
from onrecord.extract.statements import statements
from onrecord.model import Article, Part, Record, Span

Said = tuple[str, str, str]


TAKEN_BACK: list[tuple[str, list[Said]]] = [
    ("The weir, in the words of one warden, is a sieve.", [("one warden", "in the words of", "The weir … is a sieve")]),
    ("The barge carried lime, per the lock office.", [("the lock office", "per", "The barge carried lime")]),
    (
        "Ms. Hale declined to say who had paid for the lamps.",
        [("Ms. Hale", "declined to say", "who had paid for the lamps")],
    ),
    (
        "The warden used the feast to warn that the weir would burst.",
        [("The warden", "to warn", "that the weir would burst")],
    ),
    (
        "The envoys left with assurances that the pass would stay open.",
        [("", "assurances", "that the pass would stay open")],
    ),
    ("He missed the last call for the ferry to Orm.", []),
    (
        "Half of the pumps, said Jory Penn, the lock's engineer, were dry.",
        [("Jory Penn, the lock's engineer", "said", "Half of the pumps … were dry")],
    ),
    (
        "The mill will not close, the owner said, nor will it move.",
        [("the owner", "said", "The mill will not close … nor will it move")],
    ),
    (
        "The pumps were old, the Orbis agency quoted the lock office as saying.",
        [("the lock office", "quoted", "The pumps were old")],
    ),
    (
        "Ms. Hale said the stores were empty. “We are eating the seed corn.”",
        [("Ms. Hale", "said", "the stores were empty … We are eating the seed corn.")],
    ),
    ("LIND: The lock was broken at noon.", [("LIND", ":", "The lock was broken at noon")]),
    ("NOTE: The list was shortened.", []),
    (
        "The warden called the lock “a toy” and suggested that it had never held.",
        [("The warden", "called", "the lock “a toy”"), ("The warden", "suggested", "that it had never held")],
    ),
    (
        "The warden told visitors he would close the gate and left the yard.",
        [("The warden", "told", "he would close the gate")],
    ),
    (
        "The guild vowed to “sail in any weather,” and claimed that two boats were ready.",
        [
            ("The guild", "vowed", "to “sail in any weather,”"),
            ("The guild", "claimed", "that two boats were ready"),
        ],
    ),
    (
        "The bakery said no loaf would be wasted, a promise that lasted two days.",
        [("The bakery", "said", "no loaf would be wasted")],
    ),
    (
        "The ferry was too heavy, the pilot said, and the harbour office closed at noon.",
        [("the pilot", "said", "The ferry was too heavy")],
    ),
    (
        "The orchard, says Berit Aas, who planted it, will not bear fruit for years.",
        [("Berit Aas, who planted it", "says", "The orchard … will not bear fruit for years")],
    ),
    (
        "As the boats came in, the pilot turned and said, “That is all of them.”",
        [("the pilot", "said", "That is all of them.")],
    ),
    (
        "The survey was cheap, according to the clerk, although farmers complain that it was late.",
        [
            ("the clerk", "according to", "The survey was cheap"),
            ("farmers", "complain", "that it was late"),
        ],
    ),
]


def said(parse: Any, draft: Draft) -> list[Said]:
    text = parse.text
    return [
        (_cut(text, s.source), _cut(text, s.cue), _cut(text, s.content))  # pieces of one thing joined with …
        for s in statements(parse, draft)
    ]


def _cut(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(s.of(text) for s in spans)


CLAUSES: list[tuple[str, list[Said]]] = [
    ("The mayor said the pumps had failed.", [("The mayor", "said", "the pumps had failed")]),
    ("The mayor said that the pumps had failed.", [("The mayor", "said", "that the pumps had failed")]),
    (
        "The mayor told reporters the pumps had failed.",
        [("The mayor", "told", "the pumps had failed")],
    ),
    ("The pumps have failed, said the mayor.", [("the mayor", "said", "The pumps have failed")]),
    ("The pumps, the mayor said, have failed.", [("the mayor", "said", "The pumps … have failed")]),
    (
        "The clerk said soon after the vote was counted that two boxes were missing.",
        [("The clerk", "said", "that two boxes were missing")],
    ),
    (
        "The clerk acknowledged that two boxes were missing but insisted the vote was fair.",
        [
            ("The clerk", "acknowledged", "that two boxes were missing"),
            ("The clerk", "insisted", "the vote was fair"),
        ],
    ),
    (
        "The clerk said that two boxes were missing, but gave no details.",
        [("The clerk", "said", "that two boxes were missing")],
    ),
    (
        "The guild has repeatedly warned that boats may sink.",
        [("The guild", "has repeatedly warned", "that boats may sink")],
    ),
    (
        "Orland has said it will not attack and has accused Veskia of hysteria.",
        [("Orland", "has said", "it will not attack"), ("Orland", "has accused", "Veskia of hysteria")],
    ),
    (
        "The clerk denied that two boxes were missing, calling the reports a fabrication.",
        [
            ("The clerk", "denied", "that two boxes were missing"),
            ("The clerk", "calling", "the reports a fabrication"),
        ],
    ),
    (
        "Orland says the strait is open, although Veskia denies this.",
        [("Orland", "says", "the strait is open"), ("Veskia", "denies", "this")],
    ),
    (
        "The villagers were told by a junior officer that the road would reopen.",
        [("a junior officer", "were told", "that the road would reopen")],
    ),
    ("It is believed that the old treaty is dead.", [("", "is believed", "that the old treaty is dead")]),
    ("The tanker is believed to have sunk.", [("", "is believed", "The tanker … to have sunk")]),
    ("The union asked whether the mill would close.", [("The union", "asked", "whether the mill would close")]),
    (
        "The union issued a statement saying the mill would close.",
        [("The union", "saying", "the mill would close")],
    ),
    (
        "The residents have been worried that the dam may burst.",
        [("The residents", "have been worried", "that the dam may burst")],
    ),
    ("Residents are afraid that the dam may burst.", [("Residents", "are afraid", "that the dam may burst")]),
    ("The guild did not specify that it would end.", [("The guild", "did not specify", "that it would end")]),
]


@pytest.mark.parametrize(("text", "wanted"), [*CLAUSES, *TAKEN_BACK])
def test_a_clause_is_reported(body: Callable[..., Any], text: str, wanted: list[Said]) -> None:
    assert said(*body(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The guild pledged to send forty boats.", ("The guild", "pledged", "to send forty boats")),
        ("The guild urged sailors to stay in port.", ("The guild", "urged", "sailors to stay in port")),
        ("The bishop told pilgrims to stay at home.", ("The bishop", "told", "to stay at home")),
        ("The guild denied the claim.", ("The guild", "denied", "the claim")),
        ("The guild called for a ban on night fishing.", ("The guild", "called for", "a ban on night fishing")),
        ("The bishop called the eviction a theft.", ("The bishop", "called", "the eviction a theft")),
        ("Veskia accused the guild of piracy.", ("Veskia", "accused", "the guild of piracy")),
        ("The court put the damage at nine million crowns.", ("The court", "put", "the damage at nine million crowns")),
        ("Veskia's claim that the pilots got lost was mocked.", ("Veskia's", "claim", "that the pilots got lost")),
        ("There were fears that the truce would not hold.", ("", "fears", "that the truce would not hold")),
        ("According to the guild, two boats are missing.", ("the guild", "According to", "two boats are missing")),
        (
            "The ferry, according to three sailors who saw it, was burning.",
            ("three sailors who saw it", "according to", "The ferry … was burning"),
        ),
        ("The verdict of the auditors: half the grain is gone.", ("the auditors", "verdict", "half the grain is gone")),
        ("Lotte Brandt: “The grain is gone.”", ("Lotte Brandt", ":", "The grain is gone.")),
        ("“The grain is gone.” – Lotte Brandt", ("Lotte Brandt", "–", "The grain is gone.")),
        ("Mill to close in May: minister", ("minister", ":", "Mill to close in May")),
        ("Veskia to close the strait, says minister", ("minister", "says", "Veskia to close the strait")),
    ],
)
def test_other_turns(body: Callable[..., Any], text: str, wanted: Said) -> None:
    assert wanted in said(*body(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“The grain is gone,” Brandt said. “We have none.”", ("Brandt", "said", "The grain is gone … We have none.")),
        ("“It is gone. We have none,” Brandt said.", ("Brandt", "said", "It is gone. We have none")),
        ("''It is gone. We have none,'' Brandt said.", ("Brandt", "said", "It is gone. We have none")),
        ("‘It is gone. We have none,’ Brandt said.", ("Brandt", "said", "It is gone. We have none")),
        ('Brandt said, "It is gone. We have none."', ("Brandt", "said", "It is gone. We have none.")),
        ("“Who took it?” a widow shouted.", ("a widow", "shouted", "Who took it?")),
        ("“It is gone,” Brandt said, waving at the crowd.", ("Brandt", "said", "It is gone")),
        (
            "Brandt wrote to the parish:\n\n“I saw the lists.\n\n“They name children.”",
            ("Brandt", "wrote", "I saw the lists. … They name children."),
        ),
        (
            "The grain is “gone for good,” Brandt said.\n\n“We have none left in the town.”",
            ("Brandt", "said", "The grain is “gone for good,” … We have none left in the town."),
        ),
    ],
)
def test_a_quotation_is_whole(parse: Callable[..., Any], text: str, wanted: Said) -> None:
    assert wanted in said(*parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "Stefan “Anvil” Korda sold his boat in March.",
        "Two “volunteers” guarded the gate.",
        "The storm continued to move north.",
        "The deputy declined to comment.",
        "The clerk was not authorised to discuss the case.",
        "The army attacked the village.",
        "The guards shot two men.",
        "The talks began after the ship left.",
    ],
)
def test_nobody_says_anything(body: Callable[..., Any], text: str) -> None:
    assert said(*body(text)) == []


def test_a_statement_within_another_has_it_for_parent(body: Callable[..., Any]) -> None:
    parse, draft = body("The palace said the envoy had received assurances from Brandt that the fleet would sail.")
    outer, inner = statements(parse, draft)
    assert inner.parent == outer.id and inner.cue_class == "assure"
    assert [s.of(parse.text) for s in inner.source] == ["Brandt"]
    assert [s.of(parse.text) for s in inner.addressee] == ["the envoy"]


@pytest.mark.parametrize(
    ("text", "who", "through"),
    [
        ("The Harbour Post quoted a pilot as saying the crates held rifles.", "a pilot", "The Harbour Post"),
        ("The pilot was quoted by the Harbour Post as saying the crates held rifles.", "The pilot", "the Harbour Post"),
        ("The pilot was quoted as saying the crates held rifles.", "The pilot", ""),
    ],
)
def test_who_is_quoted_and_through_whom(body: Callable[..., Any], text: str, who: str, through: str) -> None:
    parse, draft = body(text)
    found = next(s for s in statements(parse, draft) if _cut(text, s.cue) == "saying")
    assert (_cut(text, found.source), _cut(text, found.via)) == (who, through)


@pytest.mark.parametrize(
    ("text", "kind", "certainty", "polarity"),
    [
        ("The mayor said the pumps had failed.", "say", "certain", "+"),
        ("The mayor said the pumps had not failed.", "say", "certain", "-"),
        ("The mayor did not say that the pumps had failed.", "say", "certain", "-"),
        ("Neither side said that the pumps had failed.", "say", "certain", "-"),
        ("The mayor said the pumps may fail.", "say", "possible", "+"),
        ("The mayor promised that the pumps would run.", "promise", "certain", "+"),
        ("The mayor promises that the pumps will run.", "promise", "certain", "+"),
        ("The mayor said the pumps would fail if it rained.", "say", "probable", "+"),
        ("The mayor says a flood would ruin the pumps.", "say", "probable", "+"),
        ("The mayor said the pumps would have failed.", "say", "probable", "+"),
        ("The mayor said he would rather stay.", "say", "probable", "+"),
        ("“I would wait,” the mayor said.", "say", "probable", "+"),
        ("Not one pump, the mayor said, would run.", "say", "certain", "-"),
        ("The mayor denied the pumps had failed.", "deny", "certain", "+"),
        ("The mayor admitted the pumps had failed.", "admit", "certain", "+"),
        ("The mayor predicted the pumps would fail.", "predict", "certain", "+"),
        ("The mayor hopes the pumps will run.", "hope", "certain", "+"),
        ("The mayor threatened to close the port.", "threaten", "certain", "+"),
    ],
)
def test_class_certainty_polarity(
    body: Callable[..., Any], text: str, kind: str, certainty: str, polarity: str
) -> None:
    (found,) = statements(*body(text))
    assert (found.cue_class, found.polarity) == (kind, polarity)
    assert found.certainty == certainty


def test_where_and_to_whom(body: Callable[..., Any]) -> None:
    parse, draft = body("Brandt told the council in a letter that the grain was gone.")
    (found,) = statements(parse, draft)
    assert [s.of(parse.text) for s in found.addressee] == ["the council"]
    assert [s.of(parse.text) for s in found.venue] == ["in a letter"]


PIECES = [
    "“", "”", '"', "''", "‘", "’", "said", "Brandt", ",", ".", ":", "–", "that", "according", "to", "grain", "is", "\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_mangled_text_raises(pieces: list[str]) -> None:
    text = " ".join(pieces) or "."
    parts = tuple(Part("body", Span(n, n + len(line))) for n, line in _lines(text) if line.strip())
    article = Article(id="x", text=text, published=None, language="en", parts=parts)
    for statement in statements(load().parse(article), Draft(article)):
        assert statement.content
        for span in (*statement.content, *statement.source, *statement.cue):
            assert 0 <= span.start < span.end <= len(text)


def _lines(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found


def test_according_to_behind_a_report_tells_of_all_of_it(record: Callable[..., Record]) -> None:
    text = "Sund told Lind that Orvanian troops would leave Vik when the drills ended, according to the palace."
    told, palace = record(text).statements
    assert [s.of(text) for s in told.content] == ["that Orvanian troops would leave Vik when the drills ended"]
    assert (told.parent, palace.parent) == (palace.id, None)
