"""Who acts in an article, and what the article tells of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.actors import actors
from onrecord.extract.names import actor_at, actor_of, head_token
from onrecord.model import Actor, Span


@pytest.fixture(scope="session")
def cast(body: Callable[..., Any]) -> Callable[..., list[Actor]]:
    """The actors of a text."""

    def of(text: str, published: str | None = None) -> list[Actor]:
        return list(actors(*body(text, published)))

    return of


def named(found: list[Actor], name: str) -> Actor:
    return next(a for a in found if a.name == name)


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Bulgarian Transport Minister Ivo Radkov left early.", "Ivo Radkov",
         ("person", "BGR", "GOV", "Bulgarian Transport Minister")),
        ("The step came days after Foreign Minister Tomei vowed that nobody would stay.", "Tomei",
         ("person", None, "GOV", "Foreign Minister")),
        ("Runa Vestergard, Norway's fisheries minister, agreed.", "Runa Vestergard",
         ("person", "NOR", "GOV", "Norway's fisheries minister")),
        ("Veltania's defence minister, Pavo Lindt, landed at noon.", "Pavo Lindt",
         ("person", None, "GOV", "Veltania's defence minister")),
        ("Veltania's defence minister, Pavo Lindt, landed at noon.", "Veltania",
         ("state", None, None, None)),
        ("Colonel Maeve Brannigan of the Irish army saluted.", "Maeve Brannigan",
         ("person", "IRL", "MIL", "Colonel")),
        ("The former Danish judge Poul Krag wrote a book.", "Poul Krag",
         ("person", "DNK", "ELI", "former Danish judge")),
        ("Mrs Tolliver waited outside.", "Tolliver",
         ("person", None, None, None)),
        ("The Quellian presidency rejected the note.", "Quellian presidency",
         ("organisation", None, "GOV", None)),
        ("The Portuguese health ministry ordered masks.", "Portuguese health ministry",
         ("organisation", "PRT", "GOV", None)),
        ("The Harbour Relief Fund has closed.", "Harbour Relief Fund",
         ("organisation", None, "SOC", None)),
        ("Latvian sailors turned back.", "Latvian sailors",
         ("group", "LVA", "MIL", None)),
        ("Pro-Russian separatists shelled the mill.", "pro-Russian separatists",
         ("group", None, "REB", None)),
        ("A senior Chilean diplomat confirmed the visit.", "senior Chilean diplomat",
         ("unnamed", "CHL", "GOV", None)),
        ("Shares of the Peruvian miner Altora fell.", "Altora",
         ("organisation", "PER", "BUS", None)),
        ("The Federated States of Micronesia suspends the treaty.", "Micronesia",
         ("state", "FSM", None, None)),
        ("Hennadiy Drobotenko, the mayor of Lozova, was indicted.", "Hennadiy Drobotenko",
         ("person", None, "GOV", "mayor of Lozova")),
        ("The mayor of Kismayo fled.", "mayor of Kismayo",
         ("person", "SOM", "GOV", "mayor")),
        ("The rebel Free Orlan Army held the pass.", "Free Orlan Army",
         ("organisation", None, "REB", None)),
        ("Two Swedes were arrested.", "Swedes",
         ("group", "SWE", None, None)),
        ("The IAEA sent inspectors.", "International Atomic Energy Agency",
         ("organisation", None, None, None)),
        ("Rescue workers told Reuters that the road was open.", "Reuters",
         ("outlet", "GBR", "JRN", None)),
        ("Shanghai police closed the bridge.", "Shanghai police",
         ("organisation", "CHN", "COP", None)),
        ("An opposition lawmaker objected.", "opposition lawmaker",
         ("unnamed", None, "LEG", None)),
        ("An army accountant was charged.", "army accountant",
         ("unnamed", None, "MIL", None)),
        ("At least eight miners were rescued.", "miners",
         ("group", None, "LAB", None)),
        ("Officials closed the pass.", "officials",
         ("unnamed", None, "GOV", None)),
        ("Danish and Swedish sailors searched the bay.", "Danish and Swedish sailors",
         ("group", None, "MIL", None)),
        ("The presidents Ivo Radkov and Runa Vestergard shook hands.", "Ivo Radkov",
         ("person", None, "GOV", "president")),
        ("The presidents Ivo Radkov and Runa Vestergard shook hands.", "Runa Vestergard",
         ("person", None, "GOV", "president")),
        ("Kenya's ambassador to Peru Amina Otieno resigned.", "Amina Otieno",
         ("person", "KEN", "GOV", "Kenya's ambassador to Peru")),
        ("On 4 May Deputy Trade Minister Ivo Radkov resigned.", "Ivo Radkov",
         ("person", None, "GOV", "Deputy Trade Minister")),
        ("The hotel staff waited for the bus.", "hotel staff",
         ("unnamed", None, "BUS", None)),
    ],
)  # fmt: skip
def test_kind_country_sector_and_role(cast: Any, text: str, name: str, told: tuple[str | None, ...]) -> None:
    found = named(cast(text), name)
    assert (found.kind, found.country, found.sector, found.role) == told


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Prime Minister Oona Haverford spoke. Haverford's aides left. She said Haverford was well.", "Oona Haverford",
         ["Oona Haverford", "Haverford", "Haverford"]),
        ("Haverford was late. Oona Haverford apologised.", "Oona Haverford", ["Haverford", "Oona Haverford"]),
        ("Dmytro Halenko signed. Dmitro Galenko had refused before.", "Dmytro Halenko",
         ["Dmytro Halenko", "Dmitro Galenko"]),
        ("General Tarik Osei arrived. The general was tired.", "Tarik Osei", ["Tarik Osei", "The general"]),
        ("The Quay Relief Fund (QRF) met. QRF is broke.", "Quay Relief Fund", ["Quay Relief Fund", "QRF", "QRF"]),
        ("NATO met on Monday. The alliance agreed on little.", "NATO", ["NATO", "The alliance"]),
        ("Brussels approved the loan.", "European Union", ["Brussels"]),
        ("Chad's Ousmane Bari spoke. The Chadian left.", "Ousmane Bari", ["Ousmane Bari", "The Chadian"]),
        ("The Dorrim Tribune closed. The newspaper was old.", "Dorrim Tribune", ["Dorrim Tribune", "The newspaper"]),
        ("Spain will pay. Madrid said the sum was fair.", "Spain", ["Spain", "Madrid"]),
        ("Vienna said the talks had failed.", "Austria", ["Vienna"]),
        ("The Kremlin denied it.", "Russia", ["Kremlin"]),
        ("The Quarry Workers' Union struck. The union wants more.", "Quarry Workers' Union",
         ["Quarry Workers' Union", "The union"]),
        ("Lina Grau, a Swiss banker, met Otto Brehm. The Swiss banker smiled.", "Lina Grau",
         ["Lina Grau", "a Swiss banker", "The Swiss banker"]),
        ("Kyiv said it would wait. Kiev later denied it.", "Ukraine", ["Kyiv", "Kiev"]),
        ("Dmytro Hrytsenko spoke. Dmitro Gritsenko left.", "Dmytro Hrytsenko",
         ["Dmytro Hrytsenko", "Dmitro Gritsenko"]),
        ("Karim al-Halabi spoke. Halabi and Karim Halabi are one.", "Karim al-Halabi",
         ["Karim al-Halabi", "Halabi", "Karim Halabi"]),
        ("Ursel von der Heide spoke in Bonn.", "Ursel von der Heide", ["Ursel von der Heide"]),
    ],
)  # fmt: skip
def test_mentions_of_one_actor(cast: Any, text: str, name: str, mentions: list[str]) -> None:
    assert [m.span.of(text) for m in named(cast(text), name).mentions] == mentions


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Rain fell in Madrid all day.", "Spain"),
        ("He was born in Oslo and raised in Peru.", "Norway"),
        ("No minister has resigned.", "minister"),
        ("They walked to the village of Torvik.", "Torvik"),
        ("The mayor of Torvik wept.", "Torvik"),
        ('He vowed to "tame and retrain" Chile.', "retrain"),
        ("Peru signed the North Atlantic Treaty.", "The Atlantic"),
        ("They have intelligence that the dam will burst.", "intelligence"),
        ("An MLRS attack hit the pier.", "MLRS"),
        ("Rain fell on the Bolivian Grand Prix.", "Bolivian Grand Prix"),
        ("They used artillery against the port.", "artillery"),
        ("Crews flew Skarn Vetla TB9 drones.", "Skarn Vetla TB9"),
    ],
)
def test_a_place_or_nobody_is_no_actor(cast: Any, text: str, absent: str) -> None:
    assert absent not in [a.name for a in cast(text)]


def test_two_of_one_surname_stay_two(cast: Any) -> None:
    text = "Erik Dahl and Mona Dahl own the yard. Mrs Dahl keeps the books. Dahl declined to comment."
    found = cast(text)
    assert [m.span.of(text) for m in named(found, "Mona Dahl").mentions] == ["Mona Dahl", "Dahl"]
    assert named(found, "Dahl").kind == "person", "whose surname it is stays open"


def test_the_text_goes_before_the_list_of_office_holders(cast: Any) -> None:
    known = named(cast("Angela Merkel spoke in Bonn.", "2020-03-01"), "Angela Merkel")
    assert (known.country, known.sector, known.role) == ("DEU", "GOV", "chancellor")
    later = named(cast("Angela Merkel spoke in Bonn.", "2022-03-01"), "Angela Merkel")
    assert (later.country, later.sector, later.role) == ("DEU", "ELI", "former chancellor")
    namesake = named(cast("Danish shipowner Angela Merkel spoke in Bonn.", "2020-03-01"), "Angela Merkel")
    assert (namesake.country, namesake.sector) == ("DNK", "BUS")


def test_ids_run_in_text_order(cast: Any) -> None:
    found = cast("Anton Gruber wrote to Japan. Japan thanked Gruber.")
    assert [(a.id, a.name) for a in found] == [("a1", "Anton Gruber"), ("a2", "Japan")]


def test_the_actor_at_a_span(body: Any) -> None:
    from dataclasses import replace

    text = "Two Maltese officials in Rome thanked the ferry crew."
    parse, draft = body(text)
    draft = replace(draft, actors=actors(parse, draft))
    phrase = Span(0, text.index(" thanked"))
    head = head_token(parse, phrase)
    assert head is not None and parse.word(head) == "officials"
    by_head, exact = actor_of(parse, draft, phrase), actor_at(draft, Span(0, 21))
    assert by_head is not None and by_head == exact and by_head.country == "MLT"
    assert actor_at(draft, Span(30, 30)) is None


def test_an_empty_text_has_no_actors(cast: Any) -> None:
    assert cast("") == []


def test_an_unknown_state_is_told_by_its_adjective(cast: Any) -> None:
    text = "Troops of the Zembrian army left. Zembria said the drill was over."
    found = named(cast(text), "Zembria")
    assert (found.kind, found.country) == ("state", None)


@pytest.mark.parametrize(
    ("text", "name", "kind", "country", "sector"),
    [
        ("Sudan's Radio Amber fell silent.", "Radio Amber", "outlet", "SDN", "JRN"),
        ("The Amber Herald, a Pakistani daily, carried the letter.", "Amber Herald", "outlet", "PAK", "JRN"),
        ("NATO Secretary General Ilse Brandvold spoke.", "Ilse Brandvold", "person", None, "GOV"),
        ("Twelve marines drowned.", "marines", "group", None, "MIL"),
        ("Café owners in Puno closed early.", "café owners", "group", "PER", "BUS"),
    ],
)
def test_what_stands_beside_a_body_or_group_tells_its_country_and_sector(
    cast: Callable[..., list[Actor]], text: str, name: str, kind: str, country: str | None, sector: str
) -> None:
    found = named(cast(text), name)
    assert (found.kind, found.country, found.sector) == (kind, country, sector)


@pytest.mark.parametrize(
    "text",
    [
        "Viktor Hrynko arrived on Monday. Victor Grinko said little.",
        "Yusuf al-Qadhami was wounded. Youssef el-Gadhami will live.",
        "Sergei Belov met nobody. Sergey Belov left.",
        "Colonel Khrenov spoke. Mr Hrenov left.",
    ],
)
def test_a_name_in_two_romanisations_is_one_person(cast: Callable[..., list[Actor]], text: str) -> None:
    assert sum(a.kind == "person" for a in cast(text)) == 1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Barbers said the queue was long.", "Barbers"),
        ("Ferries stopped at noon. Brewers have run out of malt.", "Brewers"),
        ("Settlers refused to leave the valley.", "Settlers"),
    ],
)
def test_a_plain_noun_at_the_head_of_a_sentence_is_no_name(
    cast: Callable[..., list[Actor]], text: str, word: str
) -> None:
    assert word not in [a.name for a in cast(text)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Drossavia denied the report, and the envoy accused Drossavia of lying.", "Drossavia", "state"),
        ("Xandor said its troops would stay.", "Xandor", "state"),
        ("The court sits in Torvheim. Torvheim said that the talks had failed.", "Torvheim", "state"),
        ("Omnitor said its customers were safe.", "Omnitor", "organisation"),
        ("Berta Lania won; Lania thanked voters.", "Berta Lania", "person"),
    ],
)
def test_an_unknown_land_that_speaks_is_no_person(
    cast: Callable[..., list[Actor]], text: str, name: str, kind: str
) -> None:
    assert {a.name: a.kind for a in cast(text)}[name] == kind


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The US Department of Defense said so.", "Pentagon", "USA"),
        ("The UK Ministry of Defence said so.", "UK Ministry of Defence", "GBR"),
        ("The Irish Department of Justice said so.", "Irish Department of Justice", "IRL"),
        ("The Ukrainian Ministry of Ports and Poland's treasury said so.", "Ukrainian Ministry of Ports", "UKR"),
        ("The Democratic Republic of the Congo's Ministry of Ports said so.", "Ministry of Ports", "COD"),
    ],
)
def test_a_ministry_is_that_of_the_country_before_it(
    cast: Callable[..., list[Actor]], text: str, name: str, country: str
) -> None:
    assert {a.name: a.country for a in cast(text)}[name] == country
