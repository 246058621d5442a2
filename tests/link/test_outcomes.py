"""What later articles, or the same one, say became of a promise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import View

from .conftest import Page

Viewer = Callable[..., View]
DUE = "2031-05-20"


def promise() -> Page:
    """Norland's promise of 1 May to reopen a bridge by 20 May."""
    page = Page("a", "Norland promised to reopen the Orla bridge by 20 May.").actor("Norland", country="NLD")
    return page.promise("Norland", "promised", "reopen the Orla bridge", by="by 20 May", latest=DUE)


def later(text: str, published: str = "2031-05-25") -> Page:
    return Page("b", text, published)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Orla bridge was reopened on Friday.", "kept"),
        ("Traffic rolled over the reopened Orla bridge.", "kept"),
        ("The Orla bridge is open to lorries.", "kept"),
        ("The Orla bridge has partly reopened.", "partly_kept"),
        ("Work on reopening the Orla bridge has started.", "overdue"),
        ("Norland failed to reopen the Orla bridge.", "broken"),
        ("The Orla bridge was not reopened.", "broken"),
        ("Norland has scrapped its plan to reopen the Orla bridge.", "withdrawn"),
        ("The reopening of the Orla bridge was called off.", "withdrawn"),
        ("The reopening of the Orla bridge was postponed.", "extended"),
        ("Norland put the reopening of the Orla bridge back to autumn.", "extended"),
        # what is asked, feared, possible or denied is no outcome
        ("The Orla bridge will be reopened soon.", "overdue"),
        ("Norland may postpone the reopening of the Orla bridge.", "overdue"),
        ("Drivers urged Norland to postpone the reopening of the Orla bridge.", "overdue"),
        ("Norland ruled out postponing the reopening of the Orla bridge.", "overdue"),
        ("If the Orla bridge is reopened, prices will fall.", "overdue"),
        # something else
        ("The Tamm tunnel was reopened on Friday.", "overdue"),
        ("The harbour was closed.", "overdue"),
    ],
)
def test_one_later_sentence(view: Viewer, text: str, status: str) -> None:
    (found,) = view(promise(), later(text)).commitments
    assert found.status == status


@pytest.mark.parametrize(
    ("text", "published", "status"),
    [
        ("A first group of 30 Sundish pilots crossed the Orla bridge.", "2031-05-10", "in_progress"),
        ("The last 50 Sundish pilots were flown home.", "2031-05-10", "kept"),
        ("Norland flew home 30 Sundish pilots.", "2031-05-25", "partly_kept"),
    ],
)
def test_the_last_of_them_are_all_of_them(view: Viewer, text: str, published: str, status: str) -> None:
    page = Page("a", "Norland promised to free 80 Sundish pilots by 20 May.").actor("Norland", country="NLD")
    page = page.promise("Norland", "promised", "free 80 Sundish pilots", by="by 20 May", latest=DUE)
    page = page.number("80", "eq", 80, "pilot")
    number = "30" if "30" in text else "50"
    later_page = Page("b", text, published).number(number, "eq", int(number), "pilot")
    as_of = "2031-05-12" if published < DUE else "2031-05-30"
    (found,) = view(page, later_page, as_of=as_of).commitments
    assert found.status == status


def test_more_than_was_allowed_breaks_a_promise(view: Viewer) -> None:
    page = Page("a", "Norland promised to catch no more than 900 tonnes of cod.").actor("Norland", country="NLD")
    page = page.promise("Norland", "promised", "catch no more than 900 tonnes of cod").number("900", "le", 900, "tonne")
    landed = Page("b", "Boats of Norland landed 1,400 tonnes of cod.", "2031-05-25").number(
        "1,400", "eq", 1400, "tonne"
    )
    (found,) = view(page, landed).commitments
    assert found.status == "broken"


@pytest.mark.parametrize(("published", "status"), [("2031-05-18", "broken"), ("2031-06-18", "kept")])
def test_what_is_done_after_its_term_breaks_no_promise_to_refrain(view: Viewer, published: str, status: str) -> None:
    page = Page("a", "Norland promised to bomb no port until 20 May.").actor("Norland", country="NLD")
    page = page.promise("Norland", "promised", "bomb no port", polarity="-", by="until 20 May", latest=DUE)
    later_page = Page("b", "Norland bombed the port of Sund.", published).actor("Norland", country="NLD")
    (found,) = view(page, later_page).commitments
    assert found.status == status


def test_a_new_date_in_prose_extends_the_promise(view: Viewer) -> None:
    text = "The Orla bridge will now stay shut until 28 June, Norland said."
    page = later(text, "2031-05-18").time("28 June", "2031-06-28")
    (found,) = view(promise(), page, as_of="2031-05-25").commitments
    assert (found.status, found.deadline and found.deadline.latest) == ("extended", "2031-06-28")
    assert [h.event for h in found.history] == ["made", "extended"]
    (found,) = view(promise(), page, as_of="2031-07-01").commitments
    assert found.status == "overdue"


def test_put_off_to_no_day_leaves_the_clock_silent(view: Viewer) -> None:
    page = later("Norland postponed the reopening of the Orla bridge.", "2031-05-18")
    (found,) = view(promise(), page).commitments
    assert (found.status, found.basis) == ("extended", "evidence")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland will extend the strike after promising to end it on Sunday.", "extended"),
        ("Norland prolonged the strike. The extension comes after Norland had promised to end the strike.", "extended"),
        ("Norland scrapped the strike talks after promising to end the strike.", "withdrawn"),
        ("Norland went on with the strike despite promising to end it.", "broken"),
        ("Norland raised wages after promising to end the strike.", "pending"),
    ],
)
def test_a_promise_told_with_its_outcome_in_one_article(view: Viewer, text: str, status: str) -> None:
    cue = "promised" if "promised" in text else "promising"
    action = "end it" if "end it" in text else "end the strike"
    page = Page("a", text).actor("Norland", country="NLD").promise("Norland", cue, action)
    assert [c.status for c in view(page).commitments] == [status]


def test_only_the_promisor_takes_a_promise_back(view: Viewer) -> None:
    by_him = later("Norland cancelled the reopening of the Orla bridge.").actor("Norland", country="NLD")
    by_another = later("Sarvia cancelled its part in reopening the Orla bridge.").actor("Sarvia", country="SRB")
    told_of_another = later("Sarvia said it had cancelled a visit to reopen the Orla bridge.")
    told_of_another.actor("Sarvia", country="SRB")
    told_of_another.says("Sarvia", "said", "it had cancelled a visit to reopen the Orla bridge")
    assert [view(promise(), p).commitments[0].status for p in (by_him, by_another, told_of_another)] == [
        "withdrawn", "overdue", "overdue",
    ]  # fmt: skip


def test_a_promise_repeated_is_reaffirmed_and_never_an_outcome(view: Viewer) -> None:
    text = "Norland again promised to reopen the Orla bridge, as planned, by 20 May."
    page = later(text, "2031-05-10").actor("Norland", country="NLD")
    page.promise("Norland", "promised", "reopen the Orla bridge", by="by 20 May", latest=DUE)
    (found,) = view(promise(), page, as_of="2031-05-12").commitments
    assert (found.status, [h.event for h in found.history]) == ("pending", ["made", "reaffirmed"])


def test_a_promise_told_again_changes_nothing(view: Viewer) -> None:
    page = later("Norland, which had promised to reopen the Orla bridge, opened a school.")
    page.actor("Norland", country="NLD")
    page.promise("Norland", "promised", "reopen the Orla bridge")
    (found,) = view(promise(), page, as_of="2031-05-19").commitments
    assert (found.status, [h.event for h in found.history]) == ("pending", ["made"])


def test_the_contrary_promise_takes_the_first_back(view: Viewer) -> None:
    page = later("Norland will not reopen the Orla bridge.", "2031-05-10").actor("Norland", country="NLD")
    page.promise("Norland", "will not", "reopen the Orla bridge", polarity="-", kind="plan")
    (found,) = view(promise(), page, as_of="2031-05-12").commitments
    assert (found.status, [h.event for h in found.history]) == ("withdrawn", ["made", "withdrawn"])


def test_a_correction_sets_the_right_day(view: Viewer) -> None:
    text = "Correction: our report on the Orla bridge gave the wrong date. It will reopen by 10 May, not 20 May."
    page = later(text, "2031-05-03").time("10 May", "2031-05-10").time("20 May", DUE)
    (found,) = view(promise(), page, as_of="2031-05-12").commitments
    assert (found.status, found.deadline and found.deadline.latest) == ("overdue", "2031-05-10")
    assert [h.event for h in found.history] == ["made", "corrected", "deadline_passed"]
    assert found.history[1].published == "2031-05-03"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland shelled the port of Vik on Tuesday.", "broken"),
        ("Norland violated its promise not to shell Vik.", "broken"),
        ("Norland accused Sarvia of lies about Vik.", "kept"),
        ("Norland has not shelled Vik.", "kept"),
    ],
)
def test_a_promise_to_refrain(view: Viewer, text: str, status: str) -> None:
    page = Page("a", "Norland vowed not to shell Vik until 20 May.").actor("Norland", country="NLD")
    page.promise("Norland", "vowed", "shell Vik", by="until 20 May", latest=DUE, until=True, polarity="-")
    (found,) = view(page, later(text, "2031-05-18").actor("Norland", country="NLD")).commitments
    assert found.status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The rebels rejected the talks, and the port of Vik stayed shut.", "lapsed"),
        ("The port of Vik was never opened.", "lapsed"),
        ("Norland lifted its ban on fish.", "kept"),
    ],
)
def test_a_promise_on_a_condition(view: Viewer, text: str, status: str) -> None:
    page = Page("a", "Norland promised to lift its ban on fish if the port of Vik is opened.")
    page.actor("Norland", country="NLD")
    page.promise("Norland", "promised", "lift its ban on fish", condition="if the port of Vik is opened")
    assert view(page, later(text)).commitments[0].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland expelled the Sarvian consul.", "carried_out"),
        ("Norland has withdrawn its threat to expel the Sarvian consul.", "not_carried_out"),
        ("The Sarvian consul was readmitted.", "not_carried_out"),
    ],
)
def test_a_threat(view: Viewer, text: str, status: str) -> None:
    page = Page("a", "Norland threatened to expel the Sarvian consul.").actor("Norland", country="NLD")
    page.promise("Norland", "threatened", "expel the Sarvian consul", kind="threat")
    assert view(page, later(text)).commitments[0].status == status


def test_a_doubt_about_a_reported_end_is_a_dispute(view: Viewer) -> None:
    done = Page("b", "Norland has reopened the Orla bridge, the minister of Norland said.", "2031-05-19")
    done.actor("Norland", country="NLD").actor("the minister of Norland", kind="person", country="NLD", sector="GOV")
    done.says("the minister of Norland", "said", "Norland has reopened the Orla bridge")
    doubt = Page("c", "The Orla bridge is still shut, drivers said.", "2031-05-22")
    doubt.says("drivers", "said", "The Orla bridge is still shut")
    found = view(promise(), done, doubt)
    (one,) = found.commitments
    assert (one.status, one.basis, one.outcome_disputed) == ("kept", "self_reported", True)
    assert [(d.type, d.a.article, d.b.article) for d in found.disputes] == [("contradiction", "b", "c")]


def test_what_the_promisor_calls_done_and_others_do_not_is_disputed(view: Viewer) -> None:
    done = Page("b", "Norland has reopened the Orla bridge, the minister of Norland said.", "2031-05-19")
    done.actor("Norland", country="NLD").actor("the minister of Norland", country="NLD")
    done.says("the minister of Norland", "said", "Norland has reopened the Orla bridge")
    (one,) = view(promise(), done, Page("c", "The Orla bridge was not reopened.", "2031-05-22")).commitments
    assert (one.status, one.outcome_disputed) == ("kept", True)


def test_a_later_day_in_other_words(view: Viewer) -> None:
    first = Page("a", "The Lund grid company said power would be back by 20 May.", "2031-05-01")
    first.actor("The Lund grid company", kind="organisation")
    first.promise("The Lund grid company", "said", "power would be back", by="by 20 May", latest=DUE)
    later = Page("b", "The Lund grid company said repairs would take until 4 June.", "2031-05-18")
    later.actor("The Lund grid company", kind="organisation").time("4 June", "2031-06-04")
    later.says("The Lund grid company", "said", "repairs would take until 4 June")
    [commitment] = view(first, later).commitments
    assert commitment.deadline and commitment.deadline.latest == "2031-06-04"


def test_the_new_day_may_stand_in_the_next_sentence(view: Viewer) -> None:
    later = Page(
        "b", "Norland needs three more weeks to reopen the Orla bridge. It will now open on 9 June.", "2031-05-18"
    )
    later.actor("Norland", country="NLD").time("9 June", "2031-06-09")
    [commitment] = view(promise(), later, as_of="2031-06-01").commitments
    assert (commitment.status, commitment.deadline and commitment.deadline.latest) == ("extended", "2031-06-09")


def test_a_plan_for_the_contrary_is_no_second_promise(view: Viewer) -> None:
    first = Page("a", "Norland will close the Orla mine by 20 May.", "2031-05-01").actor("Norland", country="NLD")
    first.promise("Norland", "will", "close the Orla mine", by="by 20 May", latest=DUE, kind="plan")
    later = Page("b", "Norland's Orla mine is to stay open after all.", "2031-05-10").actor("Norland", country="NLD")
    later.promise("Norland", "is to", "stay open after all", kind="plan")
    assert [c.status for c in view(first, later).commitments] == ["withdrawn"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sund moved its guards off the Orla bridge on Friday.", "not_carried_out"),
        ("Sund has not moved its guards off the Orla bridge.", "overdue"),
        ("Norland closed the border on Saturday.", "carried_out"),
    ],
)
def test_an_ultimatum_ends_with_what_was_asked_or_with_what_was_threatened(
    view: Viewer, text: str, status: str
) -> None:
    first = Page(
        "a", "Norland gave Sund until 20 May to move its guards off the Orla bridge or it would close the border."
    )
    first.actor("Norland", country="NLD")
    first.promise("Norland", "gave", "close the border", by="until 20 May", latest=DUE, kind="ultimatum",
                  condition="to move its guards off the Orla bridge")  # fmt: skip
    assert [c.status for c in view(first, later(text)).commitments] == [status]


def test_a_threat_that_was_carried_out_stays_so(view: Viewer) -> None:
    first = Page("a", "The Lund dockers threatened to walk out on 20 May.").actor("The Lund dockers", kind="group")
    first.promise("The Lund dockers", "threatened", "walk out", by="on 20 May", latest=DUE, kind="threat")
    struck = Page("b", "The Lund dockers downed tools on Friday.", "2031-05-21")
    back = Page("c", "The Lund dockers went back to work on Friday.", "2031-05-28")
    assert [c.status for c in view(first, struck, back).commitments] == ["carried_out"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Shells fell on a farm near Orla on Sunday. Norland blamed Sund.", "broken"),
        ("Shepherds are back on the Orla hills. Norland and Sund were silent.", "pending"),
        ("Shells fell on a farm near Kesh on Sunday, far from Norland.", "pending"),
    ],
)
def test_a_truce_is_broken_by_shots(view: Viewer, text: str, status: str) -> None:
    first = Page("a", "Norland and Sund agreed to a truce on the Orla hills until 20 May.", "2031-05-01")
    first.actor("Norland and Sund", kind="group").actor("Norland", country="NLD").actor("Sund", country="DNK")
    first.promise("Norland and Sund", "agreed", "a truce on the Orla hills", by="until 20 May", latest=DUE, until=True)
    report = Page("b", text, "2031-05-10").actor("Norland", country="NLD")
    if "Sund" in text:
        report.actor("Sund", country="DNK")
    assert [c.status for c in view(first, report, as_of="2031-05-12").commitments] == [status]


def test_two_who_put_it_off_together_are_each_the_promisor(view: Viewer) -> None:
    made = Page("a", "The Norland navy said the joint drills off Vik would end on 20 May.").actor(
        "The Norland navy", kind="organisation", country="NLD", sector="MIL"
    )
    made.promise("The Norland navy", "would", "the joint drills off Vik would end", by="on 20 May", latest=DUE)
    text = "Norland and Sarvia are extending the drills off Vik that were due to end on Tuesday."
    moved = later(text, "2031-05-20").actor("Norland", country="NLD").actor("Sarvia", country="SRB")
    (found,) = view(made, moved).commitments
    assert found.status == "extended"


def test_who_will_not_be_left_will_not_stay(view: Viewer) -> None:
    one = Page("a", "Not one Norland guard will be left in Vik, Sarvia said.", "2031-05-01").actor(
        "Sarvia", country="SRB"
    )
    one.promise("Sarvia", "said", "Not one Norland guard will be left in Vik", polarity="-")
    other = Page("b", "Sarvia vowed that no Norland guard would stay in Vik.", "2031-05-02").actor(
        "Sarvia", country="SRB"
    )
    other.promise("Sarvia", "vowed", "no Norland guard would stay in Vik", polarity="-")
    assert len(view(one, other).commitments) == 1


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland gave itself three more days, until 28 May, for the Orla bridge.", "extended"),
        ("The Orla bridge will not carry a lorry before 28 May, Norland said.", "extended"),
        ("Norland gave the town three more boats on 28 May.", "overdue"),
    ],
)
def test_a_later_day_told_as_more_time(view: Viewer, text: str, status: str) -> None:
    page = later(text, "2031-05-19").actor("Norland", country="NLD").time("28 May", "2031-05-28")
    (found,) = view(promise(), page, as_of="2031-05-24").commitments
    assert found.status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland's ministry rejected the allegation about the delta.", "kept"),
        ("Half of Norland's guns in the delta have moved into attack positions.", "kept"),
        ("Norland's guns shelled a village in the delta.", "broken"),
    ],
)
def test_a_promise_not_to_attack_is_broken_by_shots_alone(view: Viewer, text: str, status: str) -> None:
    page = Page("a", "Norland said there would be no attack in the delta before 20 May.").actor(
        "Norland", country="NLD"
    )
    page.promise(
        "Norland", "said", "there would be no attack in the delta",
        by="before 20 May", latest=DUE, until=True, polarity="-",
    )  # fmt: skip
    (found,) = view(page, later(text, "2031-05-15").actor("Norland", country="NLD")).commitments
    assert found.status == status
