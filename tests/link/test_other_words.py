"""What later articles say of a promise in words that are not its own: real sentences, really parsed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.view import CommitmentView

Became = Callable[..., list[CommitmentView]]

MADE = "2044-03-07"
TOLD: dict[str, list[tuple[str, str, str]]] = {
    "Velia will send six ambulances to the town of Hargo by Friday, its health minister said on Monday.": [
        ("Six Velian ambulances drew up outside Hargo's hospital on Thursday.", "2044-03-10", "kept"),
        ("The people of Hargo have waited in vain for Velia's ambulances.", "2044-03-13", "broken"),
        (
            "Velia's health minister arrived in Hargo on Wednesday and spoke of the six ambulances.",
            "2044-03-10",
            "pending",
        ),
    ],
    "The Corren army will pull its artillery back from the Lune river by 20 March, General Adil Brek promised.": [
        ("Fishermen on the Lune complained that the army's boats scare off the trout.", "2044-03-16", "pending"),
    ],
    "Education minister Lisa Ohm vowed to pay teachers in Brask their overdue wages by the end of March.": [
        ("Teachers in Brask marched through the town on Tuesday.", "2044-03-15", "pending"),
        ("A teacher in Brask collected wood for the stove because she has no wages.", "2044-03-20", "pending"),
    ],
    "The Sorvan rebels said they would release the two Danish engineers by Sunday.": [
        (
            "One of the two Danish engineers stepped out of a car at the Sorvan border on Saturday.",
            "2044-03-12",
            "in_progress",
        ),
        (
            "Friends of the two Danish engineers walked through Aarhus with candles on Thursday.",
            "2044-03-10",
            "pending",
        ),
    ],
    "Mayor Ines Dahl promised to have the Rond bridge repaired by 25 March.": [
        ("Cars are crossing the Rond bridge again.", "2044-03-24", "kept"),
        ("The mayor opened a photo show about the Rond bridge on Sunday.", "2044-03-14", "pending"),
    ],
    "Prime Minister Karl Rehn said he would publish the bank report within a week.": [
        ("The bank report was posted on the government's site on Sunday.", "2044-03-13", "kept"),
        ("The auditors handed the bank report to Karl Rehn in January.", "2044-03-12", "pending"),
    ],
    "Governor Sol Arden said the curfew in Teyl would be lifted on Saturday.": [
        ("People strolled through Teyl after dark on Saturday for the first time since January.", "2044-03-13", "kept"),
    ],
    "Ostrand threatened to expel Calda's ambassador if the shelling went on.": [
        (
            "Calda's ambassador was given 48 hours to pack her bags by Ostrand's foreign ministry.",
            "2044-03-20",
            "carried_out",
        ),
    ],
    "President Ada Kline promised to appoint a new attorney general by 15 March.": [
        ("The former attorney general died on Monday.", "2044-03-14", "pending"),
    ],
    "Coach maker Ferro said it would hire 500 workers in Dunmore by the end of March.": [
        ("Ferro has taken on 120 workers in Dunmore.", "2044-04-03", "partly_kept"),
        ("Ferro laid off 200 workers in Dunmore on Friday.", "2044-04-02", "overdue"),
        ("Ferro's workers in Dunmore took a day off on Friday.", "2044-03-20", "pending"),
    ],
    "The Lask government promised to withdraw its police from the university by Tuesday.": [
        (
            "Students threw flowers after the last police vans as they pulled away from Lask university.",
            "2044-03-15",
            "kept",
        ),
    ],
    "The drug firm Alca promised to deliver 2 million doses to Ruvo by 31 March.": [
        ("Alca has shipped 2 million doses to Ruvo.", "2044-03-30", "kept"),
        ("Ruvo's health minister took delivery of the two-millionth Alca dose on Wednesday.", "2044-03-30", "kept"),
    ],
    "Archbishop Pell said he would step down at Easter.": [
        ("Archbishop Pell said mass in the cathedral on Sunday.", "2044-03-13", "pending"),
    ],
    "Tavia will close its embassy in Norr on 15 March, its foreign ministry said.": [
        ("The flag came down over Tavia's embassy in Norr on Tuesday and the doors were locked.", "2044-03-15", "kept"),
        ("A Norr court closed the case against a guard at Tavia's embassy.", "2044-03-12", "pending"),
    ],
    "The Umar militia promised to let the convoy for Sefra through on Wednesday.": [
        (
            "The convoy for Sefra was stuck at an Umar militia roadblock for the third day on Friday.",
            "2044-03-11",
            "broken",
        ),
    ],
    "Mining company Ural Gold said it would stop dumping slag in Lake Tey by the end of March.": [
        ("No slag has been dumped in Lake Tey since Thursday, divers said.", "2044-04-03", "kept"),
    ],
    "Farland will hand the island of Quill back to Denby by 1 April, its premier said.": [
        ("Denby's flag was hoisted over Quill on Wednesday.", "2044-03-30", "kept"),
        ("A storm drove a Denby trawler ashore on Quill.", "2044-03-20", "pending"),
    ],
    "General Ivo Marr pledged that his soldiers would be out of the capital by Sunday.": [
        ("Marr's soldiers have quit the capital.", "2044-03-13", "kept"),
        ("The capital's mayor met General Marr on Wednesday.", "2044-03-09", "pending"),
    ],
    "Tessel Steel will rehire the 90 dismissed welders by 15 March, it said.": [
        ("The 90 welders clocked on at Tessel Steel on Monday.", "2044-03-14", "kept"),
        ("Thirty of the 90 welders are back at Tessel Steel.", "2044-03-18", "partly_kept"),
    ],
    "Deputy premier Una Brandt vowed to sue the newspaper Dagen by Friday.": [
        (
            "Una Brandt's lawyers lodged a complaint against Dagen with the court in Holm on Thursday.",
            "2044-03-10",
            "kept",
        ),
    ],
    "The Vollan navy promised not to enter the Gulf of Esh before the talks on 1 April.": [
        ("Two Vollan destroyers steamed into the Gulf of Esh on Friday.", "2044-03-18", "broken"),
        ("A Vollan ferry ran aground in the Gulf of Esh on Friday.", "2044-03-18", "pending"),
        ("Two Corda destroyers steamed into the Gulf of Esh on Friday.", "2044-03-18", "pending"),
    ],
    "Marek Sund, the trade minister, promised to scrap the milk tax by the end of March.": [
        ("Dairies are paying the milk tax as before.", "2044-04-04", "overdue"),
        ("Dairies paid 4 million in milk tax last year, figures show.", "2044-03-15", "pending"),
    ],
    "Landia warned that it would cut off gas to Ubria on 15 March if the bill was not paid.": [
        ("Gas stopped flowing from Landia to Ubria on Tuesday morning.", "2044-03-15", "carried_out"),
    ],
    "Hestia will return the stolen bronzes to Kano by the end of March, its museum director said.": [
        ("The bronzes are on show in Kano's palace after a century abroad.", "2044-03-30", "kept"),
        (
            "Hestia's museum director received a delegation from Kano on Tuesday to talk about the stolen bronzes.",
            "2044-03-15",
            "pending",
        ),
    ],
    "The Bay railway said it would run trains to Cove every hour from 14 March.": [
        ("Hourly trains to Cove began on Monday.", "2044-03-15", "kept"),
    ],
    "The Salm council promised to plant 5,000 trees by the end of March.": [
        ("Salm has 5,000 new trees, the council said.", "2044-03-30", "kept"),
        ("A gale felled 300 trees in Salm.", "2044-03-20", "pending"),
    ],
    "Opposition leader Pia Roth said she would return from exile by 20 March.": [
        ("Pia Roth did not board the plane to Dorn.", "2044-03-22", "overdue"),
        ("Pia Roth remains in exile.", "2044-03-24", "overdue"),
        ("Pia Roth's brother returned from exile on Monday.", "2044-03-14", "pending"),
    ],
    "Nord Telecom promised to connect the village of Ulm Sand by 20 March.": [
        ("The village of Ulm Sand is online.", "2044-03-19", "kept"),
    ],
    "Novar agreed to lend Castra 20 million crowns by 15 March.": [
        ("Castra's treasury booked 20 million crowns from Novar on Monday.", "2044-03-14", "kept"),
    ],
    "The Bergen cable company promised to lay a cable to the Fro islands by 20 March.": [
        ("A trawler's anchor tore the old cable to the Fro islands.", "2044-03-12", "pending"),
    ],
    "Justice minister Olav Sten vowed to close the prison on Gran island by the end of March.": [
        ("Sixty men are locked up in the prison on Gran island.", "2044-04-05", "overdue"),
    ],
    "The Mirov government promised to return the gold of the Karst monastery by 1 April.": [
        ("Thieves stole candlesticks from the Karst monastery.", "2044-03-20", "pending"),
    ],
    "Tech firm Ovid will delete the photos of its users by 15 March, it said.": [
        ("Ovid has wiped all the photos of its users from its servers.", "2044-03-15", "kept"),
    ],
    "Norrin's bishop promised to hand the abuse files to prosecutors by Friday.": [
        ("Prosecutors in Norrin have been given the abuse files.", "2044-03-11", "kept"),
    ],
    "Kellan Airways promised to refund all passengers of flight 20 by Friday.": [
        ("Every passenger of flight 20 has had their money back from Kellan Airways.", "2044-03-11", "kept"),
    ],
    "Interior minister Ruta Lind promised to dismiss the police chief of Varg by Friday.": [
        (
            "The police chief of Varg turned up at his office on Monday as if nothing had happened.",
            "2044-03-14",
            "overdue",
        ),
    ],
    "Lake state Ambar promised to let Tolia's fishermen back on the lake by 15 March.": [
        ("Ambar's patrol boats chased Tolia's fishermen off the lake on Thursday.", "2044-03-17", "broken"),
    ],
    "Premier Nils Hart said he would meet the strikers on Thursday.": [
        ("Premier Hart left the strikers waiting in the rain on Thursday.", "2044-03-11", "overdue"),
        ("Premier Nils Hart met the police chief on Tuesday.", "2044-03-08", "pending"),
    ],
    "Tornia's navy will escort the grain ships out of Port Bell by Friday, its admiral Hugo Daal said.": [
        ("A dock worker fell into the water in Port Bell.", "2044-03-10", "pending"),
    ],
    "Chancellor Mette Rohn promised to scrap the fuel duty by the end of March.": [
        ("Drivers in the capital filled up without duty for the first time on Thursday.", "2044-03-31", "kept"),
    ],
    "Camp director Noor Haddad promised to give every refugee in Zell camp a tent by 20 March.": [
        ("Hundreds of refugees in Zell camp sleep under plastic sheets.", "2044-03-23", "overdue"),
    ],
    "Oil firm Taro said it would cap the burning well off Lind by Sunday.": [
        ("Taro's well off Lind killed 3,000 seabirds.", "2044-03-10", "pending"),
    ],
    "The two Korans agreed to reopen the crossing at Ham on 12 March.": [
        ("Families crossed at Ham on Saturday for the first time in ten years.", "2044-03-12", "kept"),
    ],
    "The Free Army threatened to shell the airport at Suul unless the blockade was lifted by Friday.": [
        ("Rockets slammed into the runway of Suul airport on Saturday.", "2044-03-12", "carried_out"),
        ("A plane from Suul airport landed safely in Maro.", "2044-03-10", "pending"),
    ],
    "Archbishop Pell said he would step down by 20 March.": [
        ("A bishop in Pell's diocese stepped down on Sunday.", "2044-03-13", "pending"),
    ],
    "The rebels in Harsa promised to open a road for civilians on Wednesday.": [
        ("Civilians in Harsa buried 12 dead on Tuesday.", "2044-03-08", "pending"),
    ],
    "UN envoy Rita Falk said the inspectors would visit the Sarn plant by 18 March.": [
        ("The workers of the Sarn plant visited their director's grave.", "2044-03-13", "pending"),
    ],
    "Brewer Holtz threatened to shut its Aske brewery if the beer tax was raised.": [
        ("Holtz opened a museum at its Aske brewery.", "2044-03-20", "pending"),
    ],
    "The Tamar Front pledged not to attack the oil terminal at Yarn before 1 April.": [
        ("The army attacked a Tamar Front camp near Yarn on Sunday.", "2044-03-20", "pending"),
    ],
}


@pytest.mark.parametrize(
    ("promise", "later", "day", "status"), [(promise, *told) for promise, rows in TOLD.items() for told in rows]
)
def test_an_outcome_is_seen_in_other_words_and_nothing_else_is_one(
    became: Became, promise: str, later: str, day: str, status: str
) -> None:
    assert [c.status for c in became(promise, MADE, later, day)] == [status]
