"""By when: terms that the parser hangs elsewhere, weekdays of a promise made before, and terms that are moved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record

PUBLISHED = "2035-03-14"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("The abbey had promised last Thursday to open its granary by Sunday.", "2035-03-11"),
        ("On 9 March the guild undertook to clear the quay by Monday.", "2035-03-12"),
        ("The guild promised on Tuesday to clear the quay by Monday.", "2035-03-19"),
        ("Observers will be sent to both banks no later than Friday, the two navies said.", "2035-03-16"),
        ("The abbey has put back the launch of its barge, first set for Friday, to 23 March.", "2035-03-23"),
        ("The abbey renewed its pledge to mend the bells, this time by 1 May.", "2035-05-01"),
        ("Orvania has put off its departure from the league by six months, to 30 September.", "2035-09-30"),
        ("The abbot has moved the date of the fair a second time, to 15 May.", "2035-05-15"),
        ("The builder needs until the end of May to finish the pier.", "2035-05-31"),
        ("The railway now expects to reopen the tunnel by 20 April, a week later than planned.", "2035-04-20"),
    ],
)
def test_the_last_day_of_the_term(record: Callable[..., Record], text: str, latest: str) -> None:
    made = record(text, PUBLISHED).commitments
    assert made and made[-1].deadline is not None and made[-1].deadline.latest == latest


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("The premier offered the guild three cabinet posts on Tuesday if it voted for her budget.", None),
        ("The firm promised its crews a bonus on Wednesday.", None),
        ("The mayor pledged the town two ferries on Monday.", None),
        ("The regent promised elections on Sunday.", "2035-03-18"),
        ("The mayor promised to open the hall on Friday.", "2035-03-16"),
    ],
)
def test_the_day_on_which_a_thing_was_promised_is_no_term(
    record: Callable[..., Record], text: str, latest: str | None
) -> None:
    (made,) = record(text, PUBLISHED).commitments
    assert (made.deadline.latest if made.deadline else None) == latest


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("The garrison undertook to fire no guns over the bay for ten days.", "2035-03-24"),
        ("The water board assured its customers that it would cut off nobody for two weeks.", "2035-03-28"),
        ("Lund Haulage is to repay the fees owed since May within five days.", "2035-03-19"),
        ("The council will have the square behind the mill paved by Friday, Mayor Ada Lund said.", "2035-03-16"),
        ("Orvania will hold its first census in seven years on 2 May, the interior ministry announced.", "2035-05-02"),
        ("The appeal court put off the hearing to October on Monday.", "2035-10-31"),
        ("The rector promised that no hall would shut before the summer term, which starts on 20 April.", "2035-04-19"),
        ("The quay opens on 2 April. The ferry line vowed to run night boats until then.", "2035-04-02"),
        ("The board set itself a deadline of 30 March. By that date it has promised to dredge the bay.", "2035-03-30"),
    ],
)
def test_lengths_of_what_is_not_done_and_days_that_are_named_beside(
    record: Callable[..., Record], text: str, latest: str
) -> None:
    made = record(text, PUBLISHED).commitments
    assert made and made[-1].deadline is not None and made[-1].deadline.latest == latest


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            "Orvania vowed to leave the fort two weeks after the ballot is counted.",
            "two weeks after the ballot is counted",
        ),
        ("The bakery intends to have its ovens lit by the time of the fair.", "by the time of the fair"),
        ("The town promised to mend the pier before the summer holidays.", "before the summer holidays"),
    ],
)
def test_a_term_that_hangs_on_an_event_has_no_day(record: Callable[..., Record], text: str, term: str) -> None:
    [made] = record(text, PUBLISHED).commitments
    assert made.deadline is not None and made.deadline.latest is None
    assert made.deadline.span is not None and made.deadline.span.of(text) == term


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("The weavers' union announced a strike for Monday.", "2035-03-19"),
        ("President Tor Lund has called a referendum for 4 December.", "2035-12-04"),
        ("Within 48 hours of the ceasefire taking hold, the army is to open the pass, according to the text.", None),
        ("The league vowed not to raise the toll before 2065.", "2064-12-31"),
        (
            "If no deal is reached by Monday, truckers will block the ports, according to their federation.",
            "2035-03-19",
        ),
        ("The navy vowed to stay out of the bay for as long as the talks last.", None),
        (
            "Sarrow has until 1 May to yield the fort, after which the Federation will freeze its accounts.",
            "2035-05-01",
        ),
        ("Schools will stay shut until Thursday, the education ministry announced.", "2035-03-15"),
    ],
)
def test_terms_in_further_turns_of_phrase(record: Callable[..., Record], text: str, latest: str | None) -> None:
    [made] = record(text, PUBLISHED).commitments
    assert made.deadline is not None and made.deadline.latest == latest


def test_an_offer_that_stands_until_a_day_is_to_be_taken_by_it(record: Callable[..., Record]) -> None:
    text = "Lundmark offered Orvania a million doses of serum, free of charge and open until 30 May."
    [made] = record(text, PUBLISHED).commitments
    assert [s.of(text) for s in made.action] == ["a million doses of serum, free of charge"]
    assert made.deadline is not None and (made.deadline.type, made.deadline.latest) == ("by", "2035-05-30")


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("The rebels threatened to shell the port. The ultimatum expires at noon on Friday.", "2035-03-16"),
        ("The bank offered its clerks two months' pay if they leave. The offer stands until 30 April.", "2035-04-30"),
        ("The museum vowed to return the mask. The deadline it set itself is 1 May.", "2035-05-01"),
        ("The ministry pledged in January to rehouse the families within ten weeks.", "2035-04-11"),
        ("Governor Ada Moll promised on Tuesday to have the water back by 8 p.m.", "2035-03-13"),
        ("The firm promised to reopen the mine the day after the funeral.", None),
    ],
)
def test_a_term_in_the_next_sentence_an_hour_and_a_length_from_another_day(
    record: Callable[..., Record], text: str, latest: str | None
) -> None:
    [made] = record(text, PUBLISHED).commitments
    assert made.deadline is not None and made.deadline.latest == latest


def test_the_day_is_no_part_of_whoever_gives_time(record: Callable[..., Record]) -> None:
    text = "The rebels on Tuesday gave the town until 6 p.m. to surrender."
    [made] = record(text, PUBLISHED).commitments
    assert [s.of(text) for s in made.promisor] == ["The rebels"]


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("Kell had promised to have them home by Monday, and gave no reason for the delay.", "2035-03-12"),
        ("Kell had promised to have them home by Friday.", "2035-03-16"),
        ("The palace said that Kell had promised to have them home by Monday.", "2035-03-19"),
    ],
)
def test_a_weekday_of_what_had_been_promised_is_the_nearest(
    record: Callable[..., Record], text: str, latest: str
) -> None:
    [made] = record(text, PUBLISHED).commitments
    assert made.deadline is not None and made.deadline.latest == latest
