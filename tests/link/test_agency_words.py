"""What a later report in the plain words of an agency makes of a promise: real sentences, really parsed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord import link
from onrecord.model import Record
from onrecord.model.view import CommitmentView

Became = Callable[..., list[CommitmentView]]

MADE = "2031-05-01"
TOLD: dict[str, list[tuple[str, str, str]]] = {
    "Torvania will withdraw its last 2,000 soldiers from the Dalmar valley by May 15, its defence minister, Ilya "
    "Brecht, said on Thursday.": [
        ("Torvanian tanks were still in the Dalmar valley a day after the deadline.", "2031-05-16", "broken"),
        ("Torvania said that its troops would stay in the Dalmar valley until June 30.", "2031-05-12", "extended"),
        ("Torvania will not withdraw from the Dalmar valley after all, Brecht said.", "2031-05-12", "withdrawn"),
        ("Torvania's troops left the Kessel plateau on Wednesday.", "2031-05-14", "pending"),
        ("Aid agencies pulled out of the Dalmar valley on Monday.", "2031-05-12", "pending"),
        ("Torvania would withdraw from the Dalmar valley on time, Brecht repeated.", "2031-05-13", "pending"),
        ("Torvania suspended its withdrawal from the Dalmar valley on Monday.", "2031-05-12", "pending"),
    ],
    "Norgard and Velland agreed on Thursday to exchange 200 prisoners each by May 15.": [
        ("The last two prisoners were flown home on Wednesday, completing the exchange of 200 prisoners each between "
         "Norgard and Velland.", "2031-05-14", "kept"),
        ("Norgard and Velland each handed over 60 prisoners on Wednesday.", "2031-05-14", "in_progress"),
    ],
    "Sund and Arra agreed on Thursday to pull back their troops from the Kell line by May 15.": [
        ("Sund and Arra have pulled back their troops from the Kell line, observers said.", "2031-05-14", "kept"),
        ("Sund has pulled back its troops from the Kell line, observers said.", "2031-05-14", "in_progress"),
    ],
    "Marrakan promised on Thursday to open a humanitarian corridor to the besieged town of Felden by May 15.": [
        ("The first aid convoy reached Felden through a corridor opened by Marrakan.", "2031-05-14", "kept"),
        ("Marrakan's army reached the outskirts of Felden on Monday.", "2031-05-12", "pending"),
    ],
    "Kelland threatened on Thursday to impose a 20 percent tariff on Morvian cars from May 15.": [
        ("Kelland began collecting a 20 percent duty on Morvian cars on Thursday.", "2031-05-15", "carried_out"),
        ("Ministers in Kelland voted on Thursday to impose the tariff on Morvian cars.", "2031-05-15", "carried_out"),
        ("Kelland imposed a tariff on Sarvian steel on Thursday.", "2031-05-15", "pending"),
    ],
    "Gas company Petroval said on Thursday that it would cut off supplies to Lissen on May 15 unless it paid.": [
        ("Gas stopped flowing to Lissen on Thursday morning, its pipeline operator said.", "2031-05-15", "carried_out"),
        ("A blast cut off gas to two villages in Lissen on Monday.", "2031-05-12", "pending"),
    ],
    "Energy Minister Carla Venn promised on Thursday that power would be restored to the city of Brask by May 15.": [
        ("The lights came back on in Brask on Wednesday night, residents said.", "2031-05-14", "kept"),
        ("Order was restored in Brask after a night of riots, police said on Monday.", "2031-05-12", "pending"),
    ],
    "Kessan promised on Thursday to let inspectors into its Aldern nuclear site by May 15.": [
        ("Kessan turned away a team of inspectors at the gate of the Aldern site.", "2031-05-14", "broken"),
        ("Inspectors visited Kessan's Tarl reactor on Wednesday.", "2031-05-14", "pending"),
    ],
    "Anvaria will send 30 tanks to Lorrin by May 15, Defence Minister Pia Strand said on Thursday.": [
        ("The last of the 30 tanks promised by Anvaria arrived in Lorrin on Wednesday.", "2031-05-14", "kept"),
        ("Lorrin received 18 tanks from Anvaria instead of the 30 promised.", "2031-05-16", "partly_kept"),
        ("Ostria delivered 30 tanks to Lorrin on Wednesday.", "2031-05-14", "pending"),
    ],
    "The Tarva Liberation Front pledged on Thursday not to attack oil convoys in the Tarva delta until June 30.": [
        ("A bomb destroyed an oil convoy in the Tarva delta on Tuesday.", "2031-05-13", "pending"),
        ("Fighters of the Tarva Liberation Front attacked an oil convoy in the Tarva delta on Tuesday.", "2031-05-13",
         "broken"),
    ],
    "Miners' union chief Odo Kranz said on Thursday that miners would strike from May 15 unless wages were raised.": [
        ("Pits across the region stood idle on Thursday as miners downed tools.", "2031-05-15", "carried_out"),
        ("Nurses walked off the job in Tolland on Monday.", "2031-05-12", "pending"),
    ],
    "Finance Minister Joel Hardt promised on Thursday that fuel prices would not rise before July.": [
        ("Fuel prices rose by 12 percent on Monday.", "2031-05-20", "broken"),
        ("Bread prices rose by 12 percent on Monday.", "2031-05-20", "pending"),
    ],
    "President Luka Morin promised on Thursday that he would not run for a third term.": [
        ("Morin registered as a candidate for October's election on Monday.", "2031-05-20", "broken"),
        ("Morin's brother registered as a candidate on Monday.", "2031-05-20", "pending"),
    ],
    "Health Minister Lena Ost pledged on Thursday to vaccinate all children in Mora against polio by May 15.": [
        ("Health workers have vaccinated 40,000 children in Mora against polio.", "2031-05-10", "in_progress"),
    ],
    "Thalvia offered on Thursday to free two airmen if the League lifted its ban on Thalvian oil exports.": [
        ("The League voted on Monday to extend its ban on Thalvian oil exports.", "2031-05-20", "lapsed"),
    ],
    "Economy Minister Rolf Egger promised exporters on Thursday that the army would load their ships.": [
        ("Soldiers loaded wheat onto two freighters on Friday.", "2031-05-20", "kept"),
    ],
    "Carmaker Vollan said on Thursday that it would close its Brenn plant by May 31.": [
        ("Vollan will keep its Brenn plant open, its chief executive said.", "2031-05-20", "withdrawn"),
        ("Shares in Vollan closed 3 percent lower on Monday.", "2031-05-20", "pending"),
    ],
    "Sugar company Dolce said on Thursday that it would lay off 300 workers in June.": [
        ("Some 300 workers at Dolce lost their jobs on Friday.", "2031-06-06", "kept"),
        ("Truck maker Brill laid off 300 workers on Monday.", "2031-05-20", "pending"),
    ],
    "Belmar's prime minister, Lars Oder, promised on Thursday to meet opposition leaders by May 15.": [
        ("Oder refused on Wednesday to meet opposition leaders.", "2031-05-14", "withdrawn"),
        ("Opposition leaders met in a hotel in the capital on Wednesday.", "2031-05-14", "pending"),
    ],
    "Prime Minister Tessa Vaal promised on Thursday that no one would be evicted from the Sorrel camp this winter.": [
        ("Police evicted 40 families from the Sorrel camp on Monday.", "2031-05-20", "broken"),
        ("A fire destroyed 12 huts in the Sorrel camp on Monday.", "2031-05-20", "pending"),
    ],
    "Kordia said on Thursday that it would release the crew of the trawler Mira within a week.": [
        ("Kordia freed three members of the Mira's crew on Tuesday.", "2031-05-06", "in_progress"),
        ("Kordia released figures on fish stocks on Monday.", "2031-05-05", "pending"),
    ],
    "Germanta promised on Thursday to stop its coal imports from Tarsk by May 31.": [
        ("Coal miners in Tarsk stopped work on Monday.", "2031-05-20", "pending"),
    ],
    "Samaria's health minister, Ines Abal, pledged on Thursday to hire 300 nurses by May 15.": [
        ("All 300 nurses had been hired, Samaria's health ministry said.", "2031-05-14", "kept on its own word"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("promise", "later", "day", "status"), [(promise, *told) for promise, rows in TOLD.items() for told in rows]
)
def test_what_a_report_makes_of_a_promise(became: Became, promise: str, later: str, day: str, status: str) -> None:
    seen = became(promise, MADE, later, day)
    own = [" on its own word" if c.basis == "self_reported" else "" for c in seen]
    assert [f"{c.status}{word}" for c, word in zip(seen, own, strict=True)] == [status]


def test_new_terms_right_behind_the_clause_that_moves_them_are_no_second_promise(record: Callable[..., Record]) -> None:
    made = record("Hestania will pull its troops out of Upper Vanna by May 31, its army said on Thursday.", MADE)
    later = (
        "Hestania said it needed two more weeks to leave Upper Vanna. "
        "The last units would now leave by June 14, the army said."
    )
    told = record(later, "2031-05-29")
    told = replace(told, article=replace(told.article, id="later"))
    first, second = link.Reading(made), link.Reading(told)
    seen = link.view([made, told], link.edges(first, second), "2031-05-30").commitments
    assert [(c.status, c.deadline and c.deadline.latest) for c in seen] == [("extended", "2031-06-14")]
