"""Outcomes told by a scene, a number or a result, and scenes that only look like one: real sentences, really parsed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.view import CommitmentView

Became = Callable[..., list[CommitmentView]]

MADE = "2044-03-07"
TOLD: dict[str, list[tuple[str, str, str]]] = {
    "Orvania agreed on Monday to hand over all 80 Tessarian prisoners in its jails by 31 March.": [
        ("Fifty Tessarian soldiers climbed down from two buses and walked across the border bridge.", "2044-03-20",
         "in_progress"),
        ("The remaining 30 stepped off a plane in Tessaria's capital on Tuesday. Orvania had held them for two years.",
         "2044-03-30", "kept"),
        ("The remaining 30 nurses stepped off a plane in Tessaria's capital on Tuesday. Orvania had hired them for a "
         "year.", "2044-03-30", "pending"),
    ],
    "The mine owner, Petra Kahl, promised on Monday to pay 5,000 crowns to every injured miner by 20 March.": [
        ("Of 40 injured miners, 26 have the money.", "2044-03-22", "partly_kept"),
        ("Nine injured miners were given cheques for 5,000 crowns by Kahl's lawyer on Friday.", "2044-03-11",
         "in_progress"),
        ("Nine injured miners were still in hospital on Friday.", "2044-03-11", "pending"),
    ],
    "Lomark's roads agency will reopen the Ister tunnel to lorries by 1 April, it said on Monday.": [
        ("A lorry with oranges rolled through the Ister tunnel at six on Thursday.", "2044-03-31", "kept"),
        ("A lorry with oranges burned out at the mouth of the Ister tunnel on Thursday.", "2044-03-31", "pending"),
    ],
    "Mayor Ida Roos promised on Monday that Halm's new pool would be ready by 20 March.": [
        ("Children swam in Halm's new pool on Saturday.", "2044-03-19", "kept"),
        ("Children in Halm drew pictures of the new pool on Saturday.", "2044-03-19", "pending"),
    ],
    "Karsland promised on Monday to open its Vorn laboratory to inspectors by 15 March.": [
        ("Four inspectors spent six hours in the Vorn laboratory on Friday and sealed two freezers.", "2044-03-12",
         "kept"),
        ("Inspectors were still waiting for access to the Vorn laboratory on Thursday.", "2044-03-17", "overdue"),
        ("Four inspectors spent six hours at a hotel in Karsland's capital on Friday.", "2044-03-12", "pending"),
        ("Four inspectors asked to see the Vorn laboratory on Friday.", "2044-03-12", "pending"),
    ],
    "The Ash Brigade said on Monday that it would blow up the Kerra bridge unless the army left by Friday.": [
        ("Two arches of the Kerra bridge lay in the river on Saturday.", "2044-03-12", "carried_out"),
        ("An explosion brought down the Kerra bridge on Saturday.", "2044-03-12", "carried_out"),
        ("An explosion killed a shepherd ten kilometres from the Kerra bridge on Saturday.", "2044-03-12", "overdue"),
    ],
    "Tarsa threatened on Monday to expel five diplomats of Obren unless it apologised by Friday.": [
        ("Five men and women from Obren's embassy boarded a plane out of Tarsa on Saturday.", "2044-03-12",
         "carried_out"),
        ("Five men and women from Obren's embassy boarded a tram on Saturday.", "2044-03-12", "overdue"),
    ],
    "The election board of Sorn is planning to count the votes by machine in all districts on 20 March.": [
        ("The election board of Sorn struck the machines from its rules on Thursday.", "2044-03-10", "withdrawn"),
        ("The election board of Sorn decided against counting by machine on Thursday.", "2044-03-10", "withdrawn"),
        ("The election board of Sorn struck two dead voters from its rolls on Thursday.", "2044-03-10", "pending"),
        ("The election board of Sorn decided against a second day of voting on Thursday.", "2044-03-10", "pending"),
    ],
    "Dorn's water board promised on Monday to send 20 cubic metres a second to Valle from 20 March if Lake Orr "
    "reached the 90-metre mark.": [
        ("Since the mark had not been reached, nothing was due to Valle, the water board wrote.", "2044-03-21",
         "lapsed"),
        ("Children from Valle reached the shore of Lake Orr on Sunday.", "2044-03-13", "pending"),
    ],
    "Ilmar guaranteed on Monday that it would release at least 200 cubic metres of water a second from the Gorin dam "
    "until 30 April.": [
        ("The flow below the Gorin dam stood at 90 cubic metres a second on Friday.", "2044-03-18", "broken"),
        ("The flow below the Gorin dam stood at 230 cubic metres a second on Friday.", "2044-03-18", "in_progress"),
        ("A pump at the Gorin dam could lift 90 cubic metres a second, its maker said.", "2044-03-18", "pending"),
    ],
    "The Bank of Karel promised on Monday to keep the crown at 5.20 to the dollar until 31 March.": [
        ("The crown stood at 6.10 to the dollar on Friday.", "2044-03-18", "broken"),
        ("The crown stood at 5.20 to the dollar on Friday.", "2044-03-18", "in_progress"),
        ("Street traders asked 6.10 crowns for a dollar on Friday.", "2044-03-18", "pending"),
    ],
    "Premier Odo Lann promised on Monday to reduce the number of ministries from 20 to 12 by 1 April.": [
        ("Three ministries were merged on Friday, which brought the number down to 18.", "2044-03-18", "in_progress"),
        ("The country has 12 ministries since Monday.", "2044-03-21", "kept"),
        ("The country entered April with 15 ministries.", "2044-04-04", "partly_kept"),
        ("A neighbour of the country has 12 ministries.", "2044-03-21", "pending"),
    ],
    "Mirland's army promised on Monday that its guards would not fire on people at the Sarra fence.": [
        ("A boy was shot in the arm by a guard at the Sarra fence on Friday.", "2044-03-11", "broken"),
        ("A boy was shot in the arm by a hunter at the Sarra fence on Friday.", "2044-03-11", "pending"),
    ],
    "Justice minister Anna Weil promised on Monday that the banker Jon Ruckert would not be extradited to Palova.": [
        ("Ruckert was led off a plane in handcuffs in Palova on Friday.", "2044-03-11", "broken"),
        ("A nephew of Ruckert was extradited to Palova on Friday.", "2044-03-11", "pending"),
        ("Ruckert was driven to a hospital on Friday.", "2044-03-11", "pending"),
    ],
    "The junta of Alvar promised on Monday that the deposed king, Aldo Tirell, would not be harmed.": [
        ("Tirell was beaten by his guards on Friday, his doctor said.", "2044-03-11", "broken"),
        ("Tirell was visited by his daughter on Friday.", "2044-03-11", "pending"),
    ],
    "President Mika Sorel promised on Monday not to seek a third term.": [
        ("Sorel put his name down for the presidential election on Friday.", "2044-03-11", "broken"),
        ("Sorel's daughter put her name down for the presidential election on Friday.", "2044-03-11", "pending"),
    ],
    "Prime Minister Rolf Aasen said on Monday that he would resign by Friday.": [
        ("Aasen handed the queen his letter on Thursday.", "2044-03-10", "kept"),
        ("Aasen handed the queen a bunch of roses on Thursday.", "2044-03-10", "pending"),
    ],
    "A new chief judge will be named by Friday, the government of Estra said on Monday.": [
        ("Ines Kopp was sworn in as chief judge of Estra on Thursday.", "2044-03-10", "kept"),
        ("A chief judge of Estra was buried on Thursday.", "2044-03-10", "pending"),
    ],
    "Salvage company Dokk promised on Monday that all oil would be out of the wreck of the Marta by 31 March.": [
        ("Divers found the tanks of the Marta empty on Friday.", "2044-03-25", "kept"),
        ("Divers found the galley of the Marta full of fish on Friday.", "2044-03-25", "pending"),
    ],
    "The three miners trapped in the Kolm shaft will be brought up by Friday, mine director Lars Brun said.": [
        ("The three men from the Kolm shaft came up in a steel basket on Thursday.", "2044-03-10", "kept"),
        ("The wives of the three miners came to the gate of the Kolm shaft on Thursday.", "2044-03-10", "pending"),
    ],
    "The space office of Lurania will send a probe to Venus by June, its head said on Monday.": [
        ("A private firm landed a probe on Venus on Friday.", "2044-03-11", "pending"),
    ],
    "Belor will move its embassy to the port of Kassim by 30 June, President Udo Rahn said on Monday.": [
        ("Three island states opened embassies in Kassim on Friday.", "2044-03-11", "pending"),
        ("Belor's flag went up over its new embassy in Kassim on Friday.", "2044-03-11", "kept"),
    ],
    "Gas company Tarnet said on Monday that it would restore gas supplies to Olmstad by 20 March.": [
        ("Tarnet restored supplies to Vikken, 20 kilometres from Olmstad, on Thursday.", "2044-03-10", "pending"),
        ("Stoves were lit again in Olmstad on Thursday.", "2044-03-10", "kept"),
    ],
    "The Black Hand group said on Monday that it would let the pilot and two nurses go by Friday.": [
        ("Two nurses held by the Black Hand group walked into a police station on Thursday.", "2044-03-10",
         "in_progress"),
    ],
    "Kelland will put a duty of 20 percent on Morvian steel from 1 April, its trade minister said on Monday.": [
        ("Lorries with Morvian steel paid 20 percent at Kelland's customs posts on Friday.", "2044-04-01", "kept"),
        ("A duty of 5 percent on Sarvian copper took effect in Kelland on Friday.", "2044-03-25", "pending"),
    ],
    "The bakery chain Krumm promised its night bakers on Monday a bonus of 50 crowns by 20 March.": [
        ("Krumm's night bakers found 50 crowns more on their pay slips on Friday.", "2044-03-18", "kept"),
        ("Krumm's night bakers found 50 mice under the oven on Friday.", "2044-03-18", "pending"),
    ],
    "Schools officer Nils Vangen guaranteed on Monday that no school in Hedland would close before 1 June.": [
        ("Pupils in Hedland found a padlock on the gate of their school on Monday.", "2044-03-21", "broken"),
        ("Pupils in Hedland found a padlock in the grass on Monday.", "2044-03-21", "pending"),
    ],
    "The Marda Front agreed on Monday to let civilians leave Tolmar by the northern road until Friday.": [
        ("Some 400 people left Tolmar by the northern road on Wednesday.", "2044-03-09", "in_progress"),
        ("Some 400 fighters reached Tolmar by the northern road on Wednesday.", "2044-03-09", "pending"),
    ],
    "The museum in Arlen agreed on Monday to return the crown of Queen Issa to the people of Vanur by 1 May.": [
        ("The crown of Queen Issa was carried through the streets of Vanur on Friday.", "2044-03-18", "kept"),
        ("The crown of Queen Issa was carried to a workshop on Friday.", "2044-03-18", "pending"),
    ],
    "The Sorn militia is to give the power station at Lake Brill back to the city by 20 March.": [
        ("A Sorn commander put the keys to the power station into the mayor's hand on Friday.", "2044-03-18", "kept"),
        ("A Sorn commander lost the keys to the power station on Friday.", "2044-03-18", "pending"),
    ],
    "Norda Pharma promised on Monday to give the hill clinics 9,000 doses of its vaccine by 1 May.": [
        ("Donkeys carried 3,000 doses of Norda's vaccine up to the hill clinics on Thursday.", "2044-03-17",
         "in_progress"),
        ("Donkeys carried 3,000 sacks of flour up to the hill clinics on Thursday.", "2044-03-17", "pending"),
    ],
    "The Harl militia agreed on Monday to hand in 900 rifles at the barracks of Osk by 31 March.": [
        ("A first lorry with rifles of the Harl militia creaked into the barracks of Osk on Friday.", "2044-03-18",
         "in_progress"),
    ],
    "Anvara will send 30 tanks to Lorrin by 31 March, Defence Minister Pia Strand said on Monday.": [
        ("Lorrin got 12 tanks from Anvara on Friday.", "2044-03-18", "in_progress"),
        ("Lorrin got 30 tanks from Ostria on Friday.", "2044-03-18", "pending"),
        ("Ostria, another ally, has shipped 30 field kitchens to Lorrin.", "2044-03-18", "pending"),
    ],
    "Bank Provena promised on Monday that every customer robbed in the attack would be repaid by 31 March.": [
        ("Bank Provena had credited all 900 accounts by Friday, auditors said.", "2044-03-25", "kept"),
        ("Bank Provena closed 900 accounts on Friday.", "2044-03-25", "pending"),
    ],
    "The tram drivers' union in Belten threatened on Monday to strike from 14 March unless wages rose.": [
        ("The tram drivers' union in Belten accepted a settlement on Sunday.", "2044-03-13", "not_carried_out"),
        ("The tram drivers' union in Belten accepted a painting from a retired driver on Sunday.", "2044-03-13",
         "pending"),
    ],
    "The river board will close the breach in the Sill dyke by 13 March, it said on Monday.": [
        ("Crews tipped the last stones into the gap in the Sill dyke on Saturday.", "2044-03-12", "kept"),
        ("A boy fell into the gap in the Sill dyke on Saturday.", "2044-03-12", "pending"),
    ],
    "Interior minister Olav Rist promised on Monday that no soldiers would be posted at polling stations.": [
        ("Voters saw soldiers inside four polling stations on Sunday.", "2044-03-13", "broken"),
        ("Voters saw soldiers on the beach on Sunday.", "2044-03-13", "pending"),
    ],
    "The mayor of Hask promised on Monday to rebuild the library by 31 March.": [
        ("The library in Hask has been rebuilt.", "2044-03-25", "kept"),
        ("The library in Hask has waived its fines.", "2044-03-25", "pending"),
    ],
    "The White Star rebels guaranteed on Monday that ambulances can leave the town of Ulver unhindered by Friday.": [
        ("Gunfire forced two ambulances to turn back outside Ulver on Friday.", "2044-03-12", "broken"),
        ("A flat tyre held up two ambulances in Ulver on Friday.", "2044-03-12", "overdue"),
    ],
    "The government of Torvar will hand over the general Ivo Stamm to the tribunal in Lund by 1 April.": [
        ("Torvar's cabinet decided on Friday against sending Stamm to the tribunal.", "2044-03-25", "withdrawn"),
        ("Torvar's cabinet decided on Friday against a new road to the tribunal.", "2044-03-25", "pending"),
    ],
    "Lake Bank has offered the Petrel Islands a loan of 60 million crowns to rebuild their harbours, it said.": [
        ("Lake Bank took its 60 million crowns off the table on Friday.", "2044-03-25", "withdrawn"),
        ("Lake Bank took its new logo off the table on Friday.", "2044-03-25", "pending"),
    ],
    "The town council undertook on Monday to move the refugees to the old barracks by 15 March.": [
        ("The town council has given itself until 5 April to move the refugees to the old barracks.", "2044-03-14",
         "extended"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("promise", "later", "day", "status"), [(promise, *told) for promise, rows in TOLD.items() for told in rows]
)
def test_a_scene_is_read_and_no_other_is_one(became: Became, promise: str, later: str, day: str, status: str) -> None:
    assert [c.status for c in became(promise, MADE, later, day)] == [status]
