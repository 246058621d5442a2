"""Who undertakes what, by when, on what condition, and what only looks like an undertaking."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Commitment, Record

PUBLISHED = "2035-03-14"  # a Wednesday

Shown = tuple[str, str, str, str, str]


def shown(text: str, c: Commitment) -> Shown:
    """Promisor, action, polarity, kind, operation."""
    said = " ".join(s.of(text) for s in c.promisor), " ".join(s.of(text) for s in c.action)
    return (*said, c.polarity, c.kind, c.operation)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The harbour board promised to dredge the channel.",
            ("The harbour board", "dredge the channel", "+", "promise"),
        ),
        ("Miners' leaders vowed that no pit would close.", ("Miners' leaders", "no pit would close", "-", "promise")),
        ("Orvania pledged two field kitchens.", ("Orvania", "two field kitchens", "+", "promise")),
        ("The regent committed to publishing the ledgers.", ("The regent", "publishing the ledgers", "+", "promise")),
        (
            "The bishop assured pilgrims the bridge would hold.",
            ("The bishop", "the bridge would hold", "+", "assurance"),
        ),
        ("The governor ruled out a curfew.", ("The governor", "a curfew", "-", "assurance")),
        ("The governor ruled out on Monday closing the port.", ("The governor", "closing the port", "-", "assurance")),
        (
            "The bishop guaranteed that the buses can pass.",
            ("The bishop", "the buses can pass", "+", "assurance"),
        ),
        (
            "Sundmark will quit the fish pact by May, President Ines Tal told parliament.",
            ("Sundmark", "quit the fish pact", "+", "plan"),
        ),
        (
            "Orvania's minister said Orvanian troops would leave the isle.",
            ("Orvania's minister", "Orvanian troops would leave the isle", "+", "plan"),
        ),
        ("Orvania has no intention of mining the strait.", ("Orvania", "mining the strait", "-", "assurance")),
        ("The airline plans to open an office in Lund.", ("The airline", "open an office in Lund", "+", "plan")),
        ("The navy offered to escort the ferries.", ("The navy", "escort the ferries", "+", "offer")),
        ("Orvania threatened sanctions.", ("Orvania", "sanctions", "+", "threat")),
        ('"We will rebuild the school," Mayor Ines Tal said.', ("Mayor Ines Tal", "rebuild the school", "+", "plan")),
        ("Mayor Ines Tal said she would not resign.", ("Mayor Ines Tal", "not resign", "-", "assurance")),
        ("The ministry is to audit the fund on Friday.", ("The ministry", "audit the fund", "+", "plan")),
        (
            "The regent gave his word that the prisoners would be fed.",
            ("The regent", "the prisoners would be fed", "+", "promise"),
        ),
    ],
)
def test_an_undertaking_is_found_with_its_promisor_and_its_least_words(
    record: Callable[..., Record], text: str, expected: tuple[str, str, str, str]
) -> None:
    made = record(text, PUBLISHED)
    assert [shown(text, c)[:4] for c in made.commitments] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The regent refused to promise an amnesty.",
        "Will the regent keep the ferries running?",
        "Villagers urged the regent to pledge more grain.",
        "If the bank promises a loan, the mill may reopen.",
        "The mill might offer to pay.",
        "The price of salt will fall by autumn, traders predicted.",
        "A storm will hit the coast on Friday.",
        "In the novel, a baron vows to burn the town.",
        "Traders hope that the port will reopen.",
        "The regent said the storm would probably move north.",
        "The site offers no proof.",
        "Orvania is convinced that Tesk has decided to leave the league.",
        "The guild demanded that the mayor promise to keep the pool open.",
        "The charter obliges members to offer shelter to sailors.",
        "Mayor Ines Tal said her proposals would simplify the toll.",
        "The regent will have to pay the toll.",
        "Mayor Ines Tal said it would take hours to clear the quay.",
        "Some traders were willing to pay more.",
        "All agreed that the toll would ruin the ferries.",
    ],
)
def test_what_is_refused_asked_hoped_or_guessed_is_no_undertaking(record: Callable[..., Record], text: str) -> None:
    assert record(text, PUBLISHED).commitments == ()


@pytest.mark.parametrize(
    ("text", "words", "kind", "latest"),
    [
        ("The board promised to pay the crews by Friday.", "by Friday", "by", "2035-03-16"),
        ("The board promised to pay the crews this weekend.", "this weekend", "on", "2035-03-18"),
        ("The rebels agreed to hold their fire for three days.", "for three days", "until", "2035-03-17"),
        ("Orvania pledged to keep the port open until 2 May 2035.", "until 2 May 2035", "until", "2035-05-02"),
        ("The board promised to reopen the mine once the inquiry is over.", "once the inquiry is over", "event", None),
        ("The board promised to pay the crews.", None, None, None),
    ],
)
def test_the_term_is_cut_from_the_action(
    record: Callable[..., Record], text: str, words: str | None, kind: str | None, latest: str | None
) -> None:
    found = record(text, PUBLISHED).commitments[0]
    term = found.deadline
    got = (
        term.span.of(text) if term and term.span else None,
        term.type if term else None,
        term.latest if term else None,
    )
    assert got == (words, kind, latest)
    assert words is None or all(words not in s.of(text) for s in found.action)


def test_no_term_is_resolved_without_a_publication_date(record: Callable[..., Record]) -> None:
    term = record("The board promised to pay the crews by Friday.").commitments[0].deadline
    assert term is not None and term.latest is None


@pytest.mark.parametrize(
    ("text", "condition", "kind"),
    [
        ("Orvania offered to release the crew if the fine is paid.", "if the fine is paid", "offer"),
        ("Dockers vowed to boycott the port unless wages rise.", "unless wages rise", "ultimatum"),
        ("The league threatened to expel Orvania should it mine the strait.", "should it mine the strait", "threat"),
    ],
)
def test_a_condition_stands_apart(record: Callable[..., Record], text: str, condition: str, kind: str) -> None:
    found = record(text, PUBLISHED).commitments[0]
    assert ([s.of(text) for s in found.condition], found.kind) == ([condition], kind)


def test_the_chain_of_reporters_is_kept_and_the_promisor_is_not_part_of_it(record: Callable[..., Record]) -> None:
    text = (
        "The Tesk embassy said Ambassador Olan Reed had received assurances from Queen Mara that the fleet would leave."
    )
    (found,) = record(text, PUBLISHED).commitments
    assert shown(text, found)[:2] == ("Queen Mara", "the fleet would leave")
    assert [s.of(text) for s in found.reported_by] == ["The Tesk embassy"]
    assert [s.of(text) for s in found.promisee] == ["Ambassador Olan Reed"]


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("Orvania has scrapped its plan to dam the river.", "withdraw"),
        ("Orvania went back on its pledge to free the crew.", "withdraw"),
        ("The regent renewed his promise to free the crew.", "reaffirm"),
        ("The two navies will extend the exercise.", "extend"),
        ("The council has postponed the vote until May.", "extend"),
        ("Orvania is no longer bound by the truce, its envoy said.", "withdraw"),
        ("The regent stood by his promise to free the crew.", "reaffirm"),
        ("The mayor's promise of free ferries no longer holds, her aide said.", "withdraw"),
        ("The abbot's pledge to free the crew was confirmed by the Red Cross.", "make"),
    ],
)
def test_what_becomes_of_an_earlier_undertaking(record: Callable[..., Record], text: str, operation: str) -> None:
    assert [c.operation for c in record(text, PUBLISHED).commitments] == [operation]


@pytest.mark.parametrize(
    "text",
    [
        "The navy gave the crew until Friday to leave the ship, or it would board her.",
        "The navy gave the crew until Friday to leave the ship, after which it would open fire.",
        "The navy ordered the crew to leave the ship by Friday or face arrest.",
    ],
)
def test_time_given_to_another_is_an_ultimatum(record: Callable[..., Record], text: str) -> None:
    (found,) = record(text, PUBLISHED).commitments
    assert shown(text, found)[0] == "The navy" and found.kind == "ultimatum"
    assert found.deadline is not None and found.deadline.latest == "2035-03-16"
    assert [s.of(text).removesuffix(" by Friday") for s in found.condition] == ["to leave the ship"]


@pytest.mark.parametrize(
    ("text", "existence"),
    [
        ("Orvania denied that it had promised to free the crew.", "denied"),
        ("Orvania promised to free the crew.", "asserted"),
    ],
)
def test_a_promise_that_is_only_denied_was_not_made(record: Callable[..., Record], text: str, existence: str) -> None:
    assert [c.existence for c in record(text, PUBLISHED).commitments] == [existence]


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("Orvania promised to drain the quarry before 1 February.", "2036-01-31"),
        ("Orvania had promised to drain the quarry before 1 February.", "2035-01-31"),
    ],
)
def test_a_term_without_a_year_lies_ahead_unless_it_was_set_long_ago(
    record: Callable[..., Record], text: str, latest: str
) -> None:
    term = record(text, PUBLISHED).commitments[0].deadline
    assert term is not None and term.latest == latest


@pytest.mark.parametrize(
    "text",
    [
        "Tesk is on course to win the cup.",
        "The regent is deciding whether to resign.",
        "In the poll, 40 percent of Tesks said they would move.",
        "The guide offered a few remarks.",
        "The storm allowed the regent to promise relief.",
        "Our task is to mend the roofs, the regent said.",
        "The columnist George Will mocked the regent.",
        "The regent agreed that the judge should step down.",
    ],
)
def test_what_only_looks_ahead_is_no_undertaking(record: Callable[..., Record], text: str) -> None:
    assert record(text, PUBLISHED).commitments == ()


@pytest.mark.parametrize(
    ("text", "promisor", "action"),
    [
        ("New pumps have been promised by the council.", "the council", "New pumps"),
        ("The regent promised the miners a rise; both unions agreed to wait.", "The regent", "a rise"),
        ("Orvania has moved the deadline for closing the mine to May.", "Orvania", "closing the mine"),
        ("From 1 May the coastguard intends to board every ship.", "the coastguard", "board every ship"),
    ],
)
def test_passives_semicolons_and_fronted_terms(
    record: Callable[..., Record], text: str, promisor: str, action: str
) -> None:
    found = record(text, PUBLISHED).commitments[0]
    assert shown(text, found)[:2] == (promisor, action)
    assert found.reported_by == ()


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("Orvania had vowed that the last barge would be out by March 12.", "2035-03-12"),
        ("The regent had said the last barge would be out by March 12.", "2035-03-12"),
        ("The regent vowed in January to clear the canal by February 2, but it is still blocked.", "2035-02-02"),
        ("The regent vowed to clear the canal by March 12.", "2035-03-12"),
        ("The regent vowed to clear the canal by March 20.", "2035-03-20"),
        ('"I will clear the canal by February 2," Regent Ola Tam said.', "2036-02-02"),
    ],
)
def test_a_day_without_a_year_in_a_promise_looked_back_on_is_the_nearest(
    record: Callable[..., Record], text: str, latest: str
) -> None:
    term = record(text, PUBLISHED).commitments[0].deadline
    assert term is not None and term.latest == latest


@pytest.mark.parametrize(
    ("text", "words", "kind", "latest"),
    [
        ("The board promised to have the dam mended by Friday.", "by Friday", "by", "2035-03-16"),
        ("The board promised to see the dam mended before Sunday.", "before Sunday", "by", "2035-03-17"),
        ("The board promised to mend the dam on Friday at the latest.", "on Friday at the latest", "by", "2035-03-16"),
        ("The board promised to mend the dam in three days.", "in three days", "by", "2035-03-17"),
        ("The board promised to mend the dam two weeks after the vote.", "two weeks after the vote", "by", None),
        ("The board pledged to pay within ten days of the vote.", "within ten days of the vote", "by", None),
    ],
)
def test_the_words_of_a_term_say_by_when(
    record: Callable[..., Record], text: str, words: str, kind: str, latest: str | None
) -> None:
    term = record(text, PUBLISHED).commitments[0].deadline
    assert term is not None and term.span is not None
    assert (term.span.of(text), term.type, term.latest) == (words, kind, latest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Ines Tal said the guards, hired in May, were to be sent home.",
            ("Mayor Ines Tal", "the guards, hired in May to be sent home", "+", "plan"),
        ),
        (
            '"You have my word that no pit will close," the regent told miners.',
            ("the regent", "no pit will close", "-", "promise"),
        ),
        (
            "Dredging of the port, the regent said, would cease on Friday.",
            ("the regent", "Dredging of the port would cease", "+", "plan"),
        ),
        (
            "Holm and Brandel signed a treaty under which Brandel is to return six boats by May.",
            ("Brandel", "return six boats", "+", "plan"),
        ),
        (
            "The miners' union warned of a strike unless wages rose.",
            ("The miners' union", "a strike", "+", "ultimatum"),
        ),
        (
            "There is no question of closing the port, the regent said.",
            ("the regent", "closing the port", "-", "assurance"),
        ),
        (
            "The regent has set 2 May as the date for opening the canal.",
            ("The regent", "opening the canal", "+", "plan"),
        ),
        (
            "The abbey's firm has, according to two monks, undertaken to pay the toll.",
            ("The abbey's firm", "pay the toll", "+", "promise"),
        ),
        (
            '"As long as I run this port, no crane will be sold," Ines Tal told the guild.',
            ("Ines Tal", "no crane will be sold", "-", "assurance"),
        ),
        ("The chancellor forswore any tax on salt.", ("The chancellor", "any tax on salt", "-", "assurance")),
        (
            "The rebels have been given until Sunday to go, failing which, Governor Tal said, the camp will be burned.",
            ("Governor Tal", "the camp will be burned", "+", "ultimatum"),
        ),
        ("The curfew ends on Sunday, the governor said.", ("the governor", "The curfew ends", "+", "plan")),
        (
            "We are committed to reopening the school, the mayor said.",
            ("the mayor", "reopening the school", "+", "promise"),
        ),
        (
            "Norway warned the firm that unless it paid, its assets would be frozen.",
            ("Norway", "its assets would be frozen", "+", "ultimatum"),
        ),
    ],
)
def test_turns_of_phrase_that_undertake(
    record: Callable[..., Record], text: str, expected: tuple[str, str, str, str]
) -> None:
    assert [shown(text, c)[:4] for c in record(text, PUBLISHED).commitments] == [expected]


def test_what_an_official_says_of_how_long_it_lasts_is_his_plan(record: Callable[..., Record]) -> None:
    text = "The regent said the blackout would last until Sunday."
    (made,) = record(text, PUBLISHED).commitments
    assert shown(text, made)[:2] == ("The regent", "the blackout would last")


@pytest.mark.parametrize(
    ("text", "promisor", "reporters"),
    [
        ("A pledge by Brandel to mend the weir was passed on by Swiss envoys.", "Brandel", ["Swiss envoys"]),
        (
            "The envoy said he had been promised by the junta's number two that the strip would open.",
            "the junta's number two",
            ["The envoy"],
        ),
        ("The harbour board said it had promised to dredge the channel.", "The harbour board", []),
        ("The abbot hopes the regent will keep his promise to mend the weir.", "the regent", []),
    ],
)
def test_whoever_passes_a_promise_on_is_not_its_promisor(
    record: Callable[..., Record], text: str, promisor: str, reporters: list[str]
) -> None:
    (found,) = record(text, PUBLISHED).commitments
    assert shown(text, found)[0] == promisor
    assert [s.of(text) for s in found.reported_by] == reporters


@pytest.mark.parametrize(
    ("text", "promisor", "action", "reporters"),
    [
        (
            "Holt and Brandel agreed on Monday to swap hostages by the end of May, Orvania said.",
            "Holt and Brandel",
            "swap hostages",
            ["Orvania"],
        ),
        (
            "Norway will lower its harbour fees on Friday, Trade Minister Ida Holm said.",
            "Norway",
            "lower its harbour fees",
            ["Trade Minister Ida Holm"],
        ),
        (
            '"By the end of June we will have paved the road," Mayor Ines Tal said.',
            "Mayor Ines Tal",
            "paved the road",
            [],
        ),
        (
            "Envoy Olan Reed told the press that Brandel had told him that the marines would be out by Friday.",
            "Brandel",
            "the marines would be out",
            ["Envoy Olan Reed"],
        ),
    ],
)
def test_who_undertakes_and_who_only_reports_it(
    record: Callable[..., Record], text: str, promisor: str, action: str, reporters: list[str]
) -> None:
    (found,) = record(text, PUBLISHED).commitments
    assert shown(text, found)[:2] == (promisor, action)
    assert [s.of(text) for s in found.reported_by] == reporters
    assert found.deadline is not None and found.deadline.latest is not None


@pytest.mark.parametrize(
    "text",
    [
        "Norway will bomb the quay on Friday, Defence Minister Ida Holm said.",
        "Olan Reed told the press that traders would have left by noon.",
        "The envoy declined to say whether the regent had agreed to pay.",
        "The regent refused to promise that he would not shell the port.",
    ],
)
def test_foretold_harm_and_what_nobody_confirms_is_no_undertaking(record: Callable[..., Record], text: str) -> None:
    assert record(text, PUBLISHED).commitments == ()


@pytest.mark.parametrize(
    ("text", "action", "latest"),
    [
        (
            "Norway will keep its divers on the reef until 20 March, six days longer than it had pledged.",
            "keep its divers on the reef",
            "2035-03-20",
        ),
        (
            "Norway will keep its divers on the reef until 20 March, six days longer than planned, its navy said.",
            "keep its divers on the reef",
            "2035-03-20",
        ),
        ("The council prolonged the rationing of salt until Friday.", "prolonged the rationing of salt", "2035-03-16"),
        (
            "The council said the rationing of salt would be prolonged until Friday.",
            "the rationing of salt would be prolonged",
            "2035-03-16",
        ),
    ],
)
def test_more_time_than_was_promised_is_an_extension(
    record: Callable[..., Record], text: str, action: str, latest: str
) -> None:
    (found,) = record(text, PUBLISHED).commitments
    assert (shown(text, found)[1], found.operation) == (action, "extend")
    assert found.deadline is not None and found.deadline.latest == latest


def test_a_promise_called_untrue_is_told_as_one_that_was_not_made(record: Callable[..., Record]) -> None:
    text = "It is not true that Orvania pledged to send barges, the regent said."
    assert [c.existence for c in record(text, PUBLISHED).commitments] == ["denied"]


def test_a_thing_for_nobody_in_particular_is_told_with_whom_it_is_for(record: Callable[..., Record]) -> None:
    text = "Norway offered shelter to anyone fleeing the flood."
    assert [shown(text, c)[1] for c in record(text, PUBLISHED).commitments] == ["shelter to anyone fleeing the flood"]


@pytest.mark.parametrize(
    ("text", "promisor", "action", "kind"),
    [
        ("Lund dockers will strike unless pay rises, the Port Union warned.", "Lund dockers", "strike", "ultimatum"),
        (
            "Unless the firm pays by Friday, police will seize its vans, Justice Minister Ida Tal said.",
            "police", "seize its vans", "ultimatum",
        ),
        (
            "Norway will shut the consulate if its envoys are not heard, the foreign ministry warned.",
            "Norway", "shut the consulate", "threat",
        ),
        (
            "The mayor gave the squatters until Friday to leave and said that otherwise he would send in bailiffs.",
            "The mayor", "send in bailiffs", "ultimatum",
        ),
        (
            "The raiders have said the pilot will go free once their ransom of $2,000 is paid.",
            "The raiders", "the pilot will go free", "offer",
        ),
        ("The operator said water would flow again by Friday.", "The operator", "water would flow again", "plan"),
        ("Trains will run on Monday, the rail company said.", "the rail company", "Trains will run", "plan"),
    ],
)  # fmt: skip
def test_whoever_has_a_say_threatens_and_announces(
    record: Callable[..., Record], text: str, promisor: str, action: str, kind: str
) -> None:
    [made] = record(text, PUBLISHED).commitments
    assert (*shown(text, made)[:2], made.kind) == (promisor, action, kind)


def test_a_warning_about_another_is_no_threat_of_ones_own(record: Callable[..., Record]) -> None:
    assert not record("The army will shell the town unless the rebels leave, the rebels warned.", PUBLISHED).commitments


@pytest.mark.parametrize(
    ("text", "action", "latest"),
    [
        ("The navy undertook to free the trawlers that it holds by March 20.", "free the trawlers that it holds", "20"),
        ("Orvania pledged a new bridge, to be built by March 30.", "a new bridge", "30"),
        ("The raiders promised to let her go within ten days.", "let her go", "24"),
    ],
)
def test_a_term_behind_a_clause_that_it_does_not_belong_to(
    record: Callable[..., Record], text: str, action: str, latest: str
) -> None:
    [made] = record(text, PUBLISHED).commitments
    assert shown(text, made)[1] == action
    assert made.deadline and made.deadline.latest == f"2035-03-{latest}"


def test_the_day_on_which_it_was_said_is_no_term(record: Callable[..., Record]) -> None:
    text = "Orvania will not mine the strait, Interior Minister Vera Lund assured the agency on Monday."
    [made] = record(text, PUBLISHED).commitments
    assert made.deadline is None


def test_two_clauses_with_a_that_each_are_two_promises(record: Callable[..., Record]) -> None:
    text = "The regent guaranteed that no saver would lose a cent and that the banks would stay open."
    assert [(shown(text, c)[1], c.polarity) for c in record(text, PUBLISHED).commitments] == [
        ("no saver would lose a cent", "-"),
        ("the banks would stay open", "+"),
    ]


def test_a_decision_against_it_undertakes_that_it_will_not_be(record: Callable[..., Record]) -> None:
    [made] = record("Orvania has decided against sending troops.", PUBLISHED).commitments
    assert made.polarity == "-"


def test_what_a_paper_retracts_was_not_undertaken(record: Callable[..., Record]) -> None:
    text = "The Lund Courier retracts its report that Orvania plans to sell the port."
    assert [c.existence for c in record(text, PUBLISHED).commitments] == ["denied"]


def test_to_stop_short_of_promising_is_to_promise_nothing(record: Callable[..., Record]) -> None:
    assert not record("The regent stopped short of promising that the dam would hold.", PUBLISHED).commitments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Regent Ada Moll promised a new clinic.", ("Regent Ada Moll", "a new clinic", "+", "promise", "make")),
        (
            "Lundmark offered Orvania a million doses of serum.",
            ("Lundmark", "a million doses of serum", "+", "offer", "make"),
        ),
        (
            "Mayor Tor Kell offered them six weeks of leave if they came back.",
            ("Mayor Tor Kell", "six weeks of leave", "+", "offer", "make"),
        ),
        (
            "Premier Ada Moll arrived with a promise of a lighthouse by the end of 2040.",
            ("Premier Ada Moll", "a lighthouse", "+", "promise", "make"),
        ),
        (
            "The weir board means to close the sluice by Sunday.",
            ("The weir board", "close the sluice", "+", "plan", "make"),
        ),
        (
            "The central bank expects to put a new coin into circulation in May.",
            ("The central bank", "put a new coin into circulation", "+", "plan", "make"),
        ),
        (
            "Every saver hurt by the fraud will be repaid by 1 May, the Lund Bank announced.",
            ("the Lund Bank", "Every saver hurt by the fraud will be repaid", "+", "plan", "make"),
        ),
        (
            "The ministry took its offer of talks off the table.",
            ("The ministry", "talks", "+", "offer", "withdraw"),
        ),
        (
            "Until May, she pledged, nobody would be moved.",
            ("she", "nobody would be moved", "-", "promise", "make"),
        ),
    ],
)  # fmt: skip
def test_what_is_undertaken_in_further_words(
    record: Callable[..., Record], text: str, expected: tuple[str, str, str, str, str]
) -> None:
    assert [shown(text, c) for c in record(text, PUBLISHED).commitments] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The tram crews' branch said it would shut the depot from Monday if the board did not restore the bonus.",
        "The bargemen's league served notice that it would block the canal on Friday unless the toll was cut.",
        "If the mine shuts, the men will flood it, says Tor Lund, who heads the pitmen's union.",
    ],
)
def test_what_a_union_does_unless_another_gives_in_is_a_threat(record: Callable[..., Record], text: str) -> None:
    [made] = record(text, PUBLISHED).commitments
    assert made.kind in ("threat", "ultimatum") and made.condition


def test_time_that_is_given_with_a_threat_beside_it_is_one_ultimatum(record: Callable[..., Record]) -> None:
    text = "The rebels gave the town until Friday to pull its guards back, threatening to cut the cable if it refused."
    [made] = record(text, PUBLISHED).commitments
    assert (shown(text, made)[1], made.kind) == ("cut the cable", "ultimatum")
    assert made.deadline is not None and made.deadline.latest == "2035-03-16"
    assert [s.of(text) for s in made.condition] == ["if it refused"]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Kell said he would not negotiate with a mob.",
        "A year ago the regent had promised that there would be none.",
        "Some 300 beds had been pledged.",
        "Rescuers expect to reach the valley by Friday.",
        "This means to say nothing at all.",
    ],
)
def test_what_says_nothing_or_only_declines_is_no_undertaking(record: Callable[..., Record], text: str) -> None:
    assert not record(text, PUBLISHED).commitments


def test_a_single_name_may_be_a_country_in_a_ministers_mouth(record: Callable[..., Record]) -> None:
    text = "Hollin will send 12 ambulances to Vess by the end of May, Health Minister Ada Moll announced."
    [made] = record(text, PUBLISHED).commitments
    assert shown(text, made)[:2] == ("Hollin", "send 12 ambulances to Vess")
    assert [s.of(text) for s in made.reported_by] == ["Health Minister Ada Moll"]


@pytest.mark.parametrize(
    ("text", "promisor", "action"),
    [
        ("Ysmark signed a contract on Monday to build 40 trams.", "Ysmark", "build 40 trams"),
        ("The council voted to close the lido in May.", "The council", "close the lido"),
        ("The firm has until May to answer, or the regulator will fine it.", "the regulator", "fine it"),
        ("The army will pull back its guns by Friday, the truce document says.", "The army", "pull back its guns"),
        ("The islanders have been promised a ferry by Christmas.", "", "a ferry"),
        (
            "Regent Ada Moll vowed that every flat would have heating.",
            "Regent Ada Moll",
            "every flat would have heating",
        ),
        ("The mill must halve its smoke by May under a deal with the town.", "The mill", "halve its smoke"),
    ],
)
def test_who_is_bound_by_papers_votes_and_time_left(
    record: Callable[..., Record], text: str, promisor: str, action: str
) -> None:
    [made] = record(text, PUBLISHED).commitments
    assert shown(text, made)[:2] == (promisor, action)


@pytest.mark.parametrize(
    "text",
    [
        "Rain will return to the hills by Sunday, the weather office said.",
        "The river will be back in its bed by Sunday, engineers said.",
        "We will not bow to threats, the premier said.",
        "Weavers voted on Tuesday to accept the offer.",
        "The mill must be a sad place at night.",
        "Under the law, firms must report spills within 24 hours.",
        "The firm would not say when it would pay.",
        "The ceasefire will not last, diplomats said.",
    ],
)
def test_what_nobody_commands_and_what_is_done_at_once_is_no_plan(record: Callable[..., Record], text: str) -> None:
    assert not record(text, PUBLISHED).commitments


@pytest.mark.parametrize(
    ("text", "promisor", "action"),
    [
        ("The deal obliges Lund Steel to shut its furnace by May.", "Lund Steel", "shut its furnace"),
        ("Shops must shut by ten or face a fine, the council said.", "the council", "face a fine"),
        (
            "If Lund Gas has not drained the pond by 5 May, it will lose its licence, the regulator warned.",
            "the regulator",
            "lose its licence",
        ),
        ("The junta has set 20 May as the day of the election.", "The junta", "the election"),
    ],
)
def test_what_papers_and_authorities_lay_on_others(
    record: Callable[..., Record], text: str, promisor: str, action: str
) -> None:
    [made] = record(text, PUBLISHED).commitments
    assert shown(text, made)[:2] == (promisor, action)


@pytest.mark.parametrize(
    "text",
    [
        "Farmers must adapt or face ruin, the ministry said.",
        "If the drought goes on, farmers will lose their crop, the ministry warned.",
        "The law obliges landlords to return deposits.",
        "A study says sea levels will rise.",
    ],
)
def test_what_is_only_feared_or_the_law_is_no_undertaking(record: Callable[..., Record], text: str) -> None:
    assert not record(text, PUBLISHED).commitments
