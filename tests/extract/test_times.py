"""What time expressions say, seen from a publication day. All tables: text, then what is found in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.times import times
from onrecord.model import Time

WEDNESDAY = "2031-05-07"


@pytest.fixture(scope="session")
def found(body: Callable[..., Any]) -> Callable[..., dict[str, Time]]:
    """The times of a text by their words."""

    def of(text: str, published: str | None = WEDNESDAY) -> dict[str, Time]:
        return {time.span.of(text): time for time in times(*body(text, published))}

    return of


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mill burned down on 9 March 2029.", "9 March 2029", "2029-03-09"),
        ("The mill burned down on March 9, 2029.", "March 9, 2029", "2029-03-09"),
        ("The mill burned down on Friday, March 9, 2029.", "Friday, March 9, 2029", "2029-03-09"),
        ("The mill burned down on 2029-03-09.", "2029-03-09", "2029-03-09"),
        ("The mill burned down on 19/03/2029.", "19/03/2029", "2029-03-19"),
        ("The mill burned down on 3/4/2029.", "3/4/2029", None),
        ("The mill burned down on 03.04.2029.", "03.04.2029", "2029-04-03"),
        ("The mill burned down in March 2029.", "March 2029", "2029-03"),
        ("The mill burned down in 1987.", "1987", "1987"),
        ("The mill burned down in the 1970s.", "the 1970s", "197"),
        ("The mill burned down in the '90s.", "the '90s", "199"),
        ("The mill burned down in the 18th century.", "the 18th century", "17"),
        ("Sales fell in the third quarter of 2029.", "the third quarter of 2029", "2029-Q3"),
        ("Sales fell in the first half of 2029.", "the first half of 2029", "2029-H1"),
        ("The lake froze in spring 2029.", "spring 2029", "2029-SP"),
        ("Sales fell in fiscal 2029.", "fiscal 2029", "2029"),
        ("Sales fell in FY2029.", "FY2029", "2029"),
        ("Sales fell in the 2028-29 financial year.", "the 2028-29 financial year", "2028/2029"),
        ("Sales fell in 2028/29.", "2028/29", "2028/2029"),
        ("The mill stood until the year two thousand and four.", "the year two thousand and four", "2004"),
        ("The siege lasted three days.", "three days", "P3D"),
        ("The siege lasted two and a half years.", "two and a half years", "P2.5Y"),
        ("The siege lasted half an hour.", "half an hour", "PT30M"),
        ("The 16-hour siege is over.", "16-hour", "PT16H"),
        ("The siege lasted several months.", "several months", "PXM"),
        ("The siege lasted for weeks.", "weeks", "PXW"),
        ("It sank in the weeks before the siege.", "weeks", "PXW"),
        ("It sank hours before the siege.", "hours", "PTXH"),
        ("The siege lasted a decade.", "a decade", "P10Y"),
        ("The ferry sails daily.", "daily", "P1D"),
        ("The ferry sails every two weeks.", "every two weeks", "P2W"),
        ("The ferry sails twice a week.", "a week", "P1W"),
        ("The ferry earns $9,000 a day.", "a day", "P1D"),
        ("The ferry sails every Thursday.", "every Thursday", "XXXX-WXX-4"),
        ("The ferry sails on Sunday mornings.", "Sunday mornings", "XXXX-WXX-7TMO"),
        ("The ferry sails on Monday and Friday nights.", "Monday", "XXXX-WXX-1TNI"),
        ("The harbour will one day be shut.", "one day", "FUTURE_REF"),
        ("Profits fell in H1 2029.", "H1 2029", "2029-H1"),
        ("It meets on the first Sunday of every month.", "the first Sunday of every month", "P1M"),
        ("The harbour is now closed.", "now", "PRESENT_REF"),
        ("The harbour was recently closed.", "recently", "PAST_REF"),
        ("The harbour will close soon.", "soon", "FUTURE_REF"),
        ("The harbour will close in the coming days.", "the coming days", "PXD"),
    ],
)
def test_what_needs_no_publication_day(found: Any, text: str, words: str, value: str | None) -> None:
    for published in (WEDNESDAY, None):
        assert found(text, published)[words].value == value


@pytest.mark.parametrize(
    ("text", "words", "value", "earliest", "latest"),
    [
        ("The ferry sank yesterday.", "yesterday", "2031-05-06", "2031-05-06", "2031-05-06"),
        ("The ferry sails the day after tomorrow.", "the day after tomorrow", "2031-05-09", "2031-05-09", "2031-05-09"),
        ("The ferry sails on the 21st.", "the 21st", "2031-05-21", "2031-05-21", "2031-05-21"),
        (
            "The ferry sank at first light on Monday.",
            "first light on Monday",
            "2031-05-05TMO",
            "2031-05-05",
            "2031-05-05",
        ),
        ("The ferry sank last week.", "last week", "2031-W18", "2031-04-28", "2031-05-04"),
        ("The ferry sails next month.", "next month", "2031-06", "2031-06-01", "2031-06-30"),
        ("The ferry sank last year.", "last year", "2030", "2030-01-01", "2030-12-31"),
        ("The ferry sank two days ago.", "two days ago", "2031-05-05", "2031-05-05", "2031-05-05"),
        ("The ferry sank two weeks ago.", "two weeks ago", "2031-W17", "2031-04-21", "2031-04-27"),
        ("The ferry sank three years ago.", "three years ago", "2028", "2028-01-01", "2028-12-31"),
        ("The ferry sank earlier this month.", "earlier this month", "2031-05", "2031-05-01", "2031-05-07"),
        ("The ferry will sail later this week.", "later this week", "2031-W19", "2031-05-07", "2031-05-11"),
        ("The ferry will sail this weekend.", "this weekend", "2031-W19-WE", "2031-05-10", "2031-05-11"),
        ("The ferry sank last weekend.", "last weekend", "2031-W18-WE", "2031-05-03", "2031-05-04"),
        ("The ferry sank the year before last.", "the year before last", "2029", "2029-01-01", "2029-12-31"),
        ("The ferry sails at the end of the month.", "the end of the month", "2031-05", "2031-05-21", "2031-05-31"),
        ("The ferry sank in late April.", "late April", "2031-04", "2031-04-21", "2031-04-30"),
        ("The ferry sank last summer.", "last summer", "2030-SU", "2030-06-01", "2030-08-31"),
        ("The ferry sank this morning.", "this morning", "2031-05-07TMO", "2031-05-07", "2031-05-07"),
        ("The ferry sank last night.", "last night", "2031-05-06TNI", "2031-05-06", "2031-05-07"),
        ("The ferry sank overnight.", "overnight", "2031-05-06TNI", "2031-05-06", "2031-05-07"),
        ("The ferry sails tonight.", "tonight", "2031-05-07TNI", "2031-05-07", "2031-05-07"),
        ("The ferry sank on Monday evening.", "Monday evening", "2031-05-05TEV", "2031-05-05", "2031-05-05"),
        ("The ferry sank on Sept. 9.", "Sept. 9", "2030-09-09", "2030-09-09", "2030-09-09"),
        ("The ferry will sail on 9 September.", "9 September", "2031-09-09", "2031-09-09", "2031-09-09"),
        ("The ferry has lain there since October.", "October", "2030-10", "2030-10-01", "2030-10-31"),
        ("The ferry must sail by October.", "October", "2031-10", "2031-10-01", "2031-10-31"),
        ("The drill runs from 9 to 14 June.", "9 to 14 June", "2031-06-09/2031-06-14", "2031-06-09", "2031-06-14"),
        ("It was shut from Friday evening until Sunday.", "Sunday", "2031-05-04", "2031-05-04", "2031-05-04"),
        ("The ferry will run from Monday to Friday.", "Friday", "2031-05-16", "2031-05-16", "2031-05-16"),
        ("The ferry must sail by Easter.", "Easter", "2032-03-28", "2032-03-28", "2032-03-28"),
        ("It sank on Palm Sunday, 6 April.", "Sunday, 6 April", "2031-04-06", "2031-04-06", "2031-04-06"),
        ("It sailed on Easter Sunday, 13 April.", "13 April", "2031-04-13", "2031-04-13", "2031-04-13"),
        (
            "The ferry sank on June 16th of last year.",
            "June 16th of last year",
            "2030-06-16",
            "2030-06-16",
            "2030-06-16",
        ),
        ("It sank overnight into Tuesday.", "overnight into Tuesday", "2031-05-05TNI", "2031-05-05", "2031-05-06"),
        ("It must sail by the first week of June.", "the first week of June", "2031-06", "2031-06-01", "2031-06-07"),
        ("It sank in the second half of April.", "the second half of April", "2031-04", "2031-04-16", "2031-04-30"),
        ("The ferry sank in June.", "June", "2030-06", "2030-06-01", "2030-06-30"),
        (
            "The council kept a promise made the previous day.",
            "the previous day",
            "2031-05-06",
            "2031-05-06",
            "2031-05-06",
        ),
        ("The ferry sank overnight Friday.", "overnight Friday", "2031-05-02TNI", "2031-05-01", "2031-05-03"),
        ("The ferry sank two Sundays ago.", "two Sundays ago", "2031-04-27", "2031-04-27", "2031-04-27"),
        ("It sails by mid-month.", "mid-month", "2031-05", "2031-05-11", "2031-05-20"),
        (
            "It sails in the second half of the month.",
            "the second half of the month",
            "2031-05",
            "2031-05-16",
            "2031-05-31",
        ),
        (
            "Sales fell in the January-March quarter.",
            "the January-March quarter",
            "2031-Q1",
            "2031-01-01",
            "2031-03-31",
        ),
        ("The ferry sank this time last year.", "this time last year", "2030-05-07", "2030-05-07", "2030-05-07"),
        ("The ferry sails on Sunday week.", "Sunday week", "2031-05-18", "2031-05-18", "2031-05-18"),
        ("The ferry sank a week ago today.", "a week ago today", "2031-04-30", "2031-04-30", "2031-04-30"),
        ("The ferry sank the day before Monday.", "the day before Monday", "2031-05-04", "2031-05-04", "2031-05-04"),
        (
            "The ferry sank the day before last Friday.",
            "the day before last Friday",
            "2031-05-01",
            "2031-05-01",
            "2031-05-01",
        ),
        ("It sails in the week of June 9.", "the week of June 9", "2031-W24", "2031-06-09", "2031-06-15"),
        ("The crew was told to leave by May 3.", "May 3", "2031-05-03", "2031-05-03", "2031-05-03"),
        ("The crew must leave by April 3.", "April 3", "2032-04-03", "2032-04-03", "2032-04-03"),
        ("It sails on 9 and 24 May.", "9", "2031-05-09", "2031-05-09", "2031-05-09"),
        ("It sails on May 9 and 24.", "24", "2031-05-24", "2031-05-24", "2031-05-24"),
        ("It rained between 3 and 17 May.", "3 and 17 May", "2031-05-03/2031-05-17", "2031-05-03", "2031-05-17"),
        ("It sailed in the quarter ended March 31.", "the quarter", "2031-Q1", "2031-01-01", "2031-03-31"),
        ("It sank later in the day.", "later in the day", "2031-05-07", "2031-05-07", "2031-05-07"),
        ("The coming Sunday it sails.", "The coming Sunday", "2031-05-11", "2031-05-11", "2031-05-11"),
        ("It sails this coming Wednesday.", "this coming Wednesday", "2031-05-14", "2031-05-14", "2031-05-14"),
        ("It sailed in Easter week.", "Easter week", "2031-W15", "2031-04-07", "2031-04-13"),
        (
            "The council will meet on the last Friday in May.",
            "the last Friday in May",
            "2031-05-30",
            "2031-05-30",
            "2031-05-30",
        ),
        (
            "It sank in the early hours of Tuesday.",
            "the early hours of Tuesday",
            "2031-05-06TMO",
            "2031-05-06",
            "2031-05-06",
        ),
        ("The boats left at dawn on Tuesday.", "dawn on Tuesday", "2031-05-06TMO", "2031-05-06", "2031-05-06"),
        ("The boats left at dawn yesterday.", "dawn yesterday", "2031-05-06TMO", "2031-05-06", "2031-05-06"),
        ("The ferry sank on Christmas Day.", "Christmas Day", "2030-12-25", "2030-12-25", "2030-12-25"),
    ],
)
def test_counted_from_the_publication_day(
    found: Any, text: str, words: str, value: str, earliest: str, latest: str
) -> None:
    time = found(text)[words]
    assert (time.value, time.earliest, time.latest) == (value, earliest, latest)
    unanchored = found(text, None)[words]
    assert (unanchored.value, unanchored.earliest, unanchored.latest) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The council met on Monday.", "2031-05-05"),
        ("The council will meet on Monday.", "2031-05-12"),
        ("The council is meeting on Monday.", "2031-05-12"),
        ("The session, scheduled for Monday, is private.", "2031-05-12"),
        ("The council was expected to meet on Monday.", "2031-05-12"),
        ("The council plans to meet on Monday.", "2031-05-12"),
        ("The council began to meet on Monday.", "2031-05-05"),
        ("The regatta ends on Monday.", "2031-05-12"),
        ("The regatta was moved to Monday.", "2031-05-12"),
        ("The film is to be shown on Monday.", "2031-05-12"),
        ("The drill is due to end on Monday.", "2031-05-12"),
        ("The mayor said Monday he would resign.", "2031-05-05"),
        ("The plan, announced Monday, is dead.", "2031-05-05"),
        ("The mayor could not be reached on Monday.", "2031-05-05"),
        ("The council extended the truce until Monday.", "2031-05-12"),
        ("The storm lasted until Monday.", "2031-05-05"),
        ("Monday's storm sank the ferry.", "2031-05-05"),
        ("The race went ahead as planned on Monday.", "2031-05-05"),
        ("Talks resume on Monday.", "2031-05-12"),
        ("By Monday all the boats had left.", "2031-05-05"),
        ("Neither baker could be reached on Monday.", "2031-05-05"),
        ("The first boats to leave on Monday were carrying salt.", "2031-05-05"),
    ],
)
def test_tense_says_which_monday(found: Any, text: str, day: str) -> None:
    assert found(text)["Monday"].value == day


@pytest.mark.parametrize("text", ["The council met on Wednesday.", "The council will meet on Wednesday."])
def test_the_publication_days_own_weekday_is_that_day(found: Any, text: str) -> None:
    assert found(text)["Wednesday"].value == WEDNESDAY


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        ("The herd was moved last Monday.", "last Monday", "2031-04-28", "2031-05-05"),
        ("The herd was moved last Friday.", "last Friday", "2031-05-02", "2031-05-02"),
        ("The herd will be moved next Friday.", "next Friday", "2031-05-09", "2031-05-16"),
        ("The herd will be moved next Monday.", "next Monday", "2031-05-12", "2031-05-12"),
        ("The drill was due to end on Monday.", "Monday", "2031-05-05", "2031-05-12"),
        ("The drill was due to end on Tuesday.", "Tuesday", "2031-05-06", "2031-05-06"),
        ("The mayor said the court had ruled and set Tuesday as the deadline.", "Tuesday", "2031-05-06", "2031-05-06"),
    ],
)
def test_a_weekday_may_mean_two_days(found: Any, text: str, words: str, earliest: str, latest: str) -> None:
    time = found(text)[words]
    assert (time.earliest, time.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "words", "mod"),
    [
        ("The siege lasted about two weeks.", "about two weeks", "APPROX"),
        ("The siege lasted more than two weeks.", "more than two weeks", "MORE_THAN"),
        ("The siege lasted at least two weeks.", "at least two weeks", "EQUAL_OR_MORE"),
        ("The siege began in early 2029.", "early 2029", "START"),
        ("The siege began in mid-March.", "mid-March", "MID"),
        ("The siege ended in the late 1970s.", "the late 1970s", "END"),
        ("The siege began earlier this year.", "earlier this year", "BEFORE"),
        ("Late on Monday the ferry sank.", "Monday", "END"),
        ("The ferry sank early on Tuesday.", "Tuesday", "START"),
    ],
)
def test_mods(found: Any, text: str, words: str, mod: str) -> None:
    assert found(text)[words].mod == mod


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The ferry sank at 10:35 p.m. Monday.", "10:35 p.m. Monday", "2031-05-05T22:35"),
        ("The curfew starts at 9 p.m. on Saturday.", "9 p.m. on Saturday", "2031-05-10T21:00"),
        ("The ferry sank at noon yesterday.", "noon yesterday", "2031-05-06T12:00"),
        ("The ferry sank at 2135 GMT on Monday.", "2135 GMT on Monday", "2031-05-05T21:35"),
        ("The mill shuts at 18:00 Moscow time on Friday.", "18:00 Moscow time on Friday", "2031-05-09T18:00"),
        ("It sank at 9 a.m. Kyiv time on May 3.", "9 a.m. Kyiv time on May 3", "2031-05-03T09:00"),
        ("It sank at 9 a.m. Kyiv time on January 3.", "9 a.m. Kyiv time on January 3", "2031-01-03T09:00"),
        ("It sank at 9 a.m. Eastern time on May 3.", "9 a.m. Eastern time on May 3", "2031-05-03T09:00"),
        ("It sank at 9 a.m. local time on May 3.", "9 a.m. local time on May 3", "2031-05-03T09:00"),
        ("It sank at 9 a.m. IST on May 3.", "9 a.m. IST on May 3", "2031-05-03T09:00"),
        ("It sank at 9 a.m. Moscow time on 3 May 2012.", "9 a.m. Moscow time on 3 May 2012", "2012-05-03T09:00"),
        ("It sank at 10:35 p.m. (2135 GMT) on Monday.", "10:35 p.m. (2135 GMT)", "2031-05-05T22:35"),
        ("On Monday the ferry sank at 10.35am.", "10.35am", "2031-05-05T10:35"),
        ("Guns opened up at 0600 hours on 3 May.", "0600 hours on 3 May", "2031-05-03T06:00"),
        ("It will open from 6 a.m. to 6 p.m. on Thursday.", "6 a.m.", "2031-05-08T06:00"),
        ("The shops will close at nine on Friday evening.", "nine on Friday evening", "2031-05-09T21:00"),
        ("The lease ends at midnight on 31 May.", "midnight on 31 May", "2031-05-31T24:00"),
    ],
)
def test_clock_times(found: Any, text: str, words: str, value: str) -> None:
    assert (found(text)[words].type, found(text)[words].value) == ("TIME", value)


@pytest.mark.parametrize(
    ("text", "words", "moment"),
    [
        ("The ferry sank at 2135 GMT on Monday.", "2135 GMT on Monday", "2031-05-05T21:35Z"),
        ("The mill shuts at 18:00 Moscow time on Friday.", "18:00 Moscow time on Friday", "2031-05-09T18:00+03:00"),
        ("It sank at 9 a.m. Kyiv time on May 3.", "9 a.m. Kyiv time on May 3", "2031-05-03T09:00+03:00"),
        ("It sank at 9 a.m. Kyiv time on January 3.", "9 a.m. Kyiv time on January 3", "2031-01-03T09:00+02:00"),
        ("It sank at 9 a.m. Eastern time on May 3.", "9 a.m. Eastern time on May 3", "2031-05-03T09:00-04:00"),
        ("It sank at 9 a.m. local time on May 3.", "9 a.m. local time on May 3", "2031-05-03"),
        ("It sank at 9 a.m. IST on May 3.", "9 a.m. IST on May 3", "2031-05-03"),
        ("It sank at 9 a.m. Moscow time on 3 May 2012.", "9 a.m. Moscow time on 3 May 2012", "2012-05-03"),
        ("It sank at 10:35 p.m. (2135 GMT) on Monday.", "10:35 p.m. (2135 GMT)", "2031-05-05T22:35+01:00"),
        ("It sank at 01:35 (2105 GMT) on Monday.", "01:35 (2105 GMT)", "2031-05-05T01:35+04:30"),
        ("It sank at 8 p.m. (0300 GMT) on Monday.", "8 p.m. (0300 GMT)", "2031-05-05T20:00-07:00"),
        ("The mill shuts at midnight GMT on Friday.", "midnight GMT on Friday", "2031-05-09"),
        ("The mill shuts at 1800 GMT.", "1800 GMT", None),
    ],
)
def test_an_hour_whose_zone_is_known_is_a_moment(found: Any, text: str, words: str, moment: str | None) -> None:
    assert (found(text)[words].earliest, found(text)[words].latest) == (moment, moment)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The ferry sank on 9 March 2029. It was raised three weeks later.", "three weeks later", "2029-W13"),
        ("The ferry sank on 9 March 2029. It was raised the following day.", "the following day", "2029-03-10"),
        ("The ferry sank. It was raised three weeks later.", "three weeks later", None),
        ("It rained in June 2029; he left that same day.", "that same day", "2029-06-XX"),
        ("In fiscal 2029 the fund grew more than in the year before.", "the year before", "2028"),
        (
            "The vote fell on 9 March 2029. At 6 a.m. two days before the vote he fled.",
            "6 a.m. two days before the vote",
            "2029-03-07T06:00",
        ),
        ("The vote fell on 9 March 2029. Two days after the vote he fled.", "Two days after the vote", "2029-03-11"),
        ("A day before the flood on 9 March 2029 he fled.", "A day before the flood", "2029-03-08"),
        ("He died on 9 March 2029. Two days before his death he wed.", "Two days before his death", "2029-03-07"),
        ("He was shot dead on 9 March 2029. He wed a day before his murder.", "a day before his murder", "2029-03-08"),
        (
            "The dam burst on 9 March 2029. Two days after the dam burst he fled.",
            "Two days after the dam burst",
            "2029-03-11",
        ),
        ("The dam burst on 9 March 2029. Two days after the pipe burst he fled.", "Two days", "P2D"),
        (
            "She was freed on the night of 9 March 2029. He fled a day after her release.",
            "a day after her release",
            "2029-03-10",
        ),
        ("She did not vote on 9 March 2029. Two days after the vote he fled.", "Two days", "P2D"),
        ("He voted on 9 March 2029 and on 4 May 2029. Two days after the vote he fled.", "Two days", "P2D"),
        (
            "He was shot on 9 March 2029. That is all. No more. No less. He was shot at 10 p.m.",
            "10 p.m.",
            "2029-03-09T22:00",
        ),
        ("It sank on 9 March 2029, at 6 a.m. two days after the flood.", "6 a.m.", "2029-03-09T06:00"),
        ("The ferry sank in 2029; it had been built the year before.", "the year before", "2028"),
        ("The vote fell on 9 March 2029. Two days after the flood he fled.", "Two days", "P2D"),
        ("The vote fell on 9 March 2029. The day after the vote he fled.", "The day after the vote", "2029-03-10"),
        ("The vote fell on 9 March 2029. On the eve of the vote he fled.", "the eve of the vote", "2029-03-08"),
        ("It rained in June 2029, less than in the same month a year ago.", "the same month a year ago", "2028-06"),
        ("It rained in 2029. That month he fled.", "That month", None),
        ("Within two days after the vote on 9 March 2029 he fled.", "two days", "P2D"),
    ],
)
def test_counted_from_a_date_in_the_text(found: Any, text: str, words: str, value: str | None) -> None:
    assert found(text, None)[words].value == value


@pytest.mark.parametrize(
    "text",
    [
        "The 34-year-old baker may march on.",
        "Flight 1914 carried 2,019 crates.",
        "The baker, 34 years old, sells 2000 loaves.",
        "The court has given May Hartley a second chance.",
        "Hartley came as soon as she could.",
        "The day after the flood he fled.",
        "The harbour is shut until further notice.",
        "It is high noon for the mill.",
        "Ferries seldom sink on a Monday.",
        "The baker, in his seventies, sold out.",
        "It was her last month in office.",
        "The annual March for Bread drew a crowd.",
        "The Sunday Gazette has moved.",
        "Bus 1990 is late.",
        "The guild made a film about Operation Midnight Sun.",
        "Guards stand there 24 hours a day.",
        "The Thursday Club has moved.",
        "She lives on the 21st floor.",
        "The mill was robbed twice in as many weeks.",
        "Three quarters of the bakers left.",
        "Men between the ages of 16 and 55 years may not leave.",
        "The council has set a day for the fair.",
        "",
    ],
)
def test_no_times(found: Any, text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize("day", ["February 30", "31 April", "February 29, 2029", "2029-13-01"])
def test_an_impossible_day_is_none(found: Any, day: str) -> None:
    assert found(f"The mill burned down on {day}.") == {}


def test_days_beyond_the_calendar_are_none(found: Any) -> None:
    assert found("The mill will burn down next century.", "9999-12-31") == {}
    assert found("It will burn in " + "9" * 400 + " days.") == {}


def test_many_times_in_one_sentence(found: Any) -> None:
    rung = found("On Monday at 10:10, " + "at 10:10, " * 500 + "it rang.")
    assert {time.value for time in rung.values()} == {"2031-05-05T10:10"}


def test_the_days_of_a_fiscal_quarter_are_not_known(found: Any) -> None:
    time = found("Sales fell in the third fiscal quarter of 2029.")["the third fiscal quarter of 2029"]
    assert (time.value, time.earliest, time.latest) == ("2029-Q3", None, None)


@pytest.mark.parametrize(
    ("text", "words", "value", "earliest", "latest"),
    [
        ("It sank over the past three days.", "the past three days", "P3D", "2031-05-04", "2031-05-07"),
        ("It will sail in the next 72 hours.", "the next 72 hours", "PT72H", "2031-05-07", "2031-05-10"),
        ("It ran for three days.", "three days", "P3D", None, None),
        ("It ran for the first three days.", "the first three days", "P3D", None, None),
        ("It sank in the last two years of the war.", "the last two years", "P2Y", None, None),
    ],
)
def test_a_length_up_to_or_from_today_has_days(
    found: Any, text: str, words: str, value: str, earliest: str | None, latest: str | None
) -> None:
    time = found(text)[words]
    assert (time.value, time.earliest, time.latest) == (value, earliest, latest)
    assert (found(text, None)[words].value, found(text, None)[words].earliest) == (value, None)


def test_a_length_of_a_life_has_no_days(found: Any) -> None:
    assert found("In her last three years she wrote nothing.")["last three years"].earliest is None


def test_so_much_a_day_says_how_often(found: Any) -> None:
    assert found("The yard adds 700 bricks a week to the wall.")["a week"].type == "SET"
    assert found("The raid killed forty people a week before the vote.")["a week"].type == "DURATION"


def test_times_stand_in_text_order_with_the_rule_that_found_them(found: Any) -> None:
    text = "The mill burned down on Monday, two years after the fire of 9 March 2029."
    made = list(found(text).values())
    assert [time.id for time in made] == [f"t{n}" for n in range(1, len(made) + 1)]
    assert [time.span for time in made] == sorted(time.span for time in made)
    assert made[0].rule == "weekday"
