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
