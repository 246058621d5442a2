"""Who denies what, and which statement that answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Denial, Record


def shown(text: str, d: Denial) -> tuple[str, str, str]:
    """Denier, what is denied, kind."""
    return " ".join(s.of(text) for s in d.denier), " ".join(s.of(text) for s in d.denied), d.kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orvania denies jamming the radios.", ("Orvania", "jamming the radios", "denial")),
        ("Orvania denied that its boats had sailed.", ("Orvania", "its boats had sailed", "denial")),
        ("The regent rejected a claim that he had sold the port.", ("The regent", "he had sold the port", "denial")),
        ("Claims that the queen had fled were denied by the palace.", ("the palace", "the queen had fled", "denial")),
        ("It is not true that the dam burst, the mayor said.", ("the mayor", "the dam burst", "denial")),
        ("The mayor said reports of a deal were baseless.", ("The mayor", "a deal", "denial")),
        ('"Lies," the abbot said of a report that the bell was sold.', ("the abbot", "the bell was sold", "denial")),
        (
            '"Fake," the navy said of the film, which seems to show sailors asleep on watch.',
            ("the navy", "sailors asleep on watch", "denial"),
        ),
        (
            "The abbey says it never gave the guild any promise that the mill would stay.",
            ("The abbey", "gave the guild any promise that the mill would stay", "denial"),
        ),
        ("The regent said he had made no promise.", ("The regent", "he had made no promise", "denial")),
        ("Orvania disputed that its boats had sailed.", ("Orvania", "its boats had sailed", "denial")),
        ("Police contradicted a story that he had been robbed.", ("Police", "he had been robbed", "denial")),
        (
            "The firm denied that it had shut the valve and said that it would pay.",
            ("The firm", "it had shut the valve", "denial"),
        ),
        ("Traders doubt that the truce will last.", ("Traders", "the truce will last", "doubt")),
        ("The harbour master denied any role.", ("The harbour master", "any role", "denial")),
        ("It was not true, the abbot said, that the monks had fled.", ("the abbot", "the monks had fled", "denial")),
        ("Brokers are sceptical that the loan will help.", ("Brokers", "the loan will help", "doubt")),
        ("Asked if the dam had burst, the mayor said it had not.", ("the mayor", "the dam had burst", "denial")),
        ("Tesk accuses Orvania of piracy, a charge the navy denies.", ("the navy", "Orvania of piracy", "denial")),
        ("Tesk said it had won the race, which Orvania denied.", ("Orvania", "it had won the race", "denial")),
        ("The abbot rejected claims he had sold the bells.", ("The abbot", "he had sold the bells", "denial")),
        ("There is no truth in reports that the bank failed, he said.", ("he", "the bank failed", "denial")),
        ("Both captains deny the charges.", ("Both captains", "the charges", "denial")),
        ("The mine is shut, a union says. Not so, said the owner.", ("the owner", "The mine is shut", "denial")),
        ("The abbot called the regent's pledge worthless.", ("The abbot", "the regent's pledge", "doubt")),
        ("The abbot said the pledge was hollow.", ("The abbot", "the pledge", "doubt")),
        ("The mayor called reports about a leak nonsense.", ("The mayor", "a leak", "denial")),
        ('"I never said I would resign," the abbot said.', ("the abbot", "I would resign", "denial")),
        ("Scholars question whether the regent wrote it.", ("Scholars", "the regent wrote it", "doubt")),
        ("The bank brushed aside talk of a merger.", ("The bank", "a merger", "denial")),
        (
            "Tesk says its boats turned back. That, replied the navy, is a plain lie.",
            ("the navy", "its boats turned back", "denial"),
        ),
        (
            '"That is not the case," the abbot said of a report that the bells had been sold.',
            ("the abbot", "the bells had been sold", "denial"),
        ),
        (
            '"Nonsense," said the mayor when asked about reports that the dam leaked.',
            ("the mayor", "the dam leaked", "denial"),
        ),
        (
            'Tarvia dismissed claims that it had sunk the ferry as "lies".',
            ("Tarvia", "it had sunk the ferry", "denial"),
        ),
        (
            'During the call, the regent also called reports of Tarvia hiding the gold "fake news".',
            ("the regent", "Tarvia hiding the gold", "denial"),
        ),
    ],
)  # fmt: skip
def test_a_denial_carries_what_it_denies(
    record: Callable[..., Record], text: str, expected: tuple[str, str, str]
) -> None:
    assert [shown(text, d) for d in record(text).denials] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Divers were denied access to the wreck.",
        "The regent rejected the offer.",
        "The court dismissed the appeal.",
        "The ministry declined to confirm or deny the raid.",
        "The report was wrong.",
        "Analysts say the bank will cut rates, but its governor has made no such promise.",
        "The view that the mine is spent, which it is not, is old.",
    ],
)
def test_what_is_withheld_turned_down_or_left_open_is_no_denial(record: Callable[..., Record], text: str) -> None:
    assert record(text).denials == ()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The league says 4,000 recruits are camped at Lund. Orvania denied it.", "4,000 recruits are camped at Lund"),
        ("Tesk said the ferry had been shelled, which Orvania denies.", "the ferry had been shelled"),
        (
            'Tesk said the ferry had been shelled. "That is a lie," said General Olan Reed.',
            "the ferry had been shelled",
        ),
    ],
)
def test_a_pronoun_stands_for_the_claim_before_it(record: Callable[..., Record], text: str, claim: str) -> None:
    made = record(text)
    (found,) = made.denials
    target = next(s for s in made.statements if s.id == found.target)
    assert [s.of(text) for s in found.denied] == [claim]
    assert any("League" in s.of(text).title() or "Tesk" in s.of(text) for s in target.source)


def test_an_answer_in_one_word_answers_the_question(record: Callable[..., Record]) -> None:
    text = 'Asked whether the fort had fallen, the colonel replied: "Never."'
    assert [shown(text, d) for d in record(text).denials] == [("the colonel", "the fort had fallen", "denial")]


def test_nobody_denies_his_own_claim(record: Callable[..., Record]) -> None:
    text = "Orvania said its boats had sailed. Orvania denied it."
    assert record(text).denials == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A diver, Ola Tam, said that two boats had sunk. The navy denied it. The pilots denied having left.",
            [("The navy", "that two boats had sunk"), ("The pilots", "having left")],
        ),
        ("One of them said that they were robbed; the guards denied it.", [("the guards", "that they were robbed")]),
        ("Tesk said that two boats had sunk. Norway called it a lie.", [("Norway", "that two boats had sunk")]),
        ("The guards denied having been asleep.", [("The guards", "having been asleep")]),
        (
            "Orvania denied that its barges had sailed. A spokesman, Olan Reed, called the report a fabrication.",
            [("Orvania", "its barges had sailed"), ("A spokesman, Olan Reed", "that its barges had sailed")],
        ),
        (
            '"We shall pay," the abbot said. The report on the bells was a lie, the mayor said.',
            [("the mayor", "The report on the bells")],
        ),
    ],
)  # fmt: skip
def test_each_denier_has_his_own_denial(
    record: Callable[..., Record], text: str, expected: list[tuple[str, str]]
) -> None:
    assert [shown(text, d)[:2] for d in record(text).denials] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The navy said the count was wrong by ten. The regent threatened to board the ship if it did not sail.",
        "The abbot said the roof was safe. The regent vowed to close the mill if it did not.",
        '"We shall rebuild the mill," the regent said. The miller denied it.',
        "Tesk said the dam had burst.\n\nIt rained all day.\n\nSnow fell at night.\n\nOrvania denied it.",
    ],
)
def test_a_condition_a_promise_or_a_matter_pages_away_is_not_what_is_denied(
    record: Callable[..., Record], text: str
) -> None:
    assert record(text).denials == ()


def test_words_that_label_a_claim_deny_no_other(record: Callable[..., Record]) -> None:
    text = 'The king called for the court to demand a pardon. Lund called reports of Tesk having two sons "fake news".'
    assert [shown(text, d)[:2] for d in record(text).denials] == [("Lund", "Tesk having two sons")]
