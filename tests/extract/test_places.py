"""Places: every name of a place is found, and stands where the article says it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.draft import Draft
from onrecord.extract.metonymy import use_of
from onrecord.extract.parse import Parse
from onrecord.extract.places import places
from onrecord.model import Place

Parser = Callable[..., tuple[Parse, Draft]]


@pytest.fixture
def find(body: Parser) -> Callable[[str], dict[str, Place]]:
    """The places of a text by the words that name them (the first of each)."""

    def of(text: str) -> dict[str, Place]:
        found: dict[str, Place] = {}
        for place in places(*body(text)):
            found.setdefault(place.span.of(text), place)
        return found

    return of


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        # the words beside a name decide between namesakes
        ("Flooding closed the main road in Paris, Texas, on Monday.", "Paris", "Texas"),
        ("Flooding closed the main road in Paris on Monday.", "Paris", "Île-de-France"),
        ("Two people were hurt in Birmingham, Ala., the sheriff said.", "Birmingham", "Alabama"),
        ("Two people were hurt in Birmingham, England.", "Birmingham", "England"),
        ("The shop in Springfield, Ohio, reopened. Springfield had waited for it.", "Springfield", "Ohio"),
        # the article's other places decide where nothing stands beside it
        ("The Polish and Ukrainian ministers met. Shells fell near Lugansk.", "Lugansk", "Luhansk"),
        ("Farmers in Utah, Washington and Oregon sold less wheat.", "Washington", "Washington"),
        ("Officials in Sagadahoc County said a barn burned in Bath.", "Bath", "Maine"),
    ],
)  # fmt: skip
def test_a_name_is_read_where_the_text_says(
    find: Callable[[str], dict[str, Place]], text: str, name: str, where: str
) -> None:
    assert find(text)[name].admin1 == where


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Fighting flared in eastern Ukraine on Friday.", "eastern Ukraine", "region", "UKR"),
        ("Aid reached north-western Syria on Friday.", "north-western Syria", "region", "SYR"),
        ("Farmers in the south of Mali fled.", "south of Mali", "region", "MLI"),
        ("Shells fell along the contact line in Ukraine.", "contact line", "line", "UKR"),
        ("Troops crossed the Line of Control in Kashmir.", "Line of Control", "line", None),
        ("Two ships left the Sea of Azov for the Black Sea.", "Sea of Azov", "water", None),
        ("He grew up in the West Bank.", "West Bank", "region", "PSE"),
        ("Rebels hold parts of the Sahel.", "Sahel", "region", None),
        ("The minister flew to Kenya.", "Kenya", "country", "KEN"),
        ("The U.S. sent two ships.", "U.S.", "country", "USA"),
        ("Rain fell in Ivory Coast.", "Ivory Coast", "country", "CIV"),
        ("Police in Nairobi opened the road.", "Nairobi", "city", "KEN"),
        ("A fire broke out in Nova Scotia.", "Nova Scotia", "region", "CAN"),
    ],
)  # fmt: skip
def test_regions_waters_and_lines_have_their_kind(
    find: Callable[[str], dict[str, Place]], text: str, name: str, kind: str, country: str | None
) -> None:
    found = find(text)[name]
    assert (found.kind, found.country) == (kind, country)
    assert found.lat is not None and found.radius_km is not None


def test_a_part_of_a_country_lies_on_its_side_of_it(find: Callable[[str], dict[str, Place]]) -> None:
    found = find("Northern Nigeria is dry. Southern Nigeria is wet. Nigeria is large.")
    north, south, whole = found["Northern Nigeria"], found["Southern Nigeria"], found["Nigeria"]
    assert north.lat and south.lat and whole.lat
    assert north.lat > whole.lat > south.lat


@pytest.mark.parametrize(
    "text",
    [
        "The actress Paris Hilton opened a shop.",
        "The Washington Post printed the letter.",
        "He studied at the University of Oregon.",
        "The Bank of England raised its rate.",
        "Belarusian troops marched with Russian ones.",
        "Doctors treated nine cases of West Nile virus.",
        "The Geneva Conventions protect prisoners.",
        "The Kremlin gave no date.",
    ],
)
def test_a_person_a_body_or_a_people_is_no_place(find: Callable[[str], dict[str, Place]], text: str) -> None:
    assert find(text) == {}


def test_a_village_missing_from_the_gazetteer_keeps_what_holds_it(find: Callable[[str], dict[str, Place]]) -> None:
    found = find("Shots were heard near the Polish village of Zdrobnowiczki.")["Zdrobnowiczki"]
    assert (found.country, found.kind, found.geonames) == ("POL", "city", None)
    assert found.radius_km is not None and found.radius_km > 200
    assert found.rule == "lies in Poland"


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("A barn burned in Leeds, Alberta.", "Leeds", "lies in Alberta"),
        ("A barn burned in the Dutch village of Moscow.", "Moscow", "lies in Netherlands"),
        ("Police closed the Zdrobki district of Lusaka.", "Zdrobki", "lies in Lusaka"),
        ("Shells hit the village of Zdrobki in the Donetsk region.", "Zdrobki", "lies in Donetsk"),
    ],
)
def test_what_is_said_to_hold_a_place_beats_a_namesake(
    find: Callable[[str], dict[str, Place]], text: str, name: str, rule: str
) -> None:
    found = find(text)[name]
    assert (found.rule, found.geonames) == (rule, None)
    assert found.radius_km is not None and found.radius_km >= 5


def test_a_county_is_not_the_hamlet_of_its_name(find: Callable[[str], dict[str, Place]]) -> None:
    assert find("The sheriff of Tansley County wept.")["Tansley"].country is None


def test_nobody_is_a_place_for_being_trusted(find: Callable[[str], dict[str, Place]]) -> None:
    assert not find("Shares in Linde rose.").keys()


def test_a_list_of_states_is_no_town_and_its_state(find: Callable[[str], dict[str, Place]]) -> None:
    found = find("Storms crossed Virginia, Washington, Georgia and Ohio.")
    assert {name: (p.kind, p.country) for name, p in found.items()} == dict.fromkeys(
        ("Virginia", "Washington", "Georgia", "Ohio"), ("region", "USA")
    )


def test_counties_in_a_list_share_their_noun(find: Callable[[str], dict[str, Place]]) -> None:
    found = find("Snow closed roads in Barton, Rice and Stafford counties in Kansas.")
    assert [(p.kind, p.admin1) for name, p in found.items() if name != "Kansas"] == [("region", "Kansas")] * 3


def test_an_unknown_place_stays_unresolved(find: Callable[[str], dict[str, Place]]) -> None:
    found = find("He was born in the village of Zdrobnowiczki.")["Zdrobnowiczki"]
    assert (found.lat, found.lon, found.country, found.radius_km) == (None, None, None, None)


def test_a_name_is_not_moved_to_a_small_namesake_abroad(find: Callable[[str], dict[str, Place]]) -> None:
    found = find("Kenya sent troops. Kenya said that they left Moscowville and Tarrytown for Kenya's coast.")
    assert found["Tarrytown"].lat is None


def test_a_state_is_told_from_the_country_of_its_name_by_what_it_is_called(body: Parser) -> None:
    text = "Villagers in Georgia saw drones near Tbilisi; in Georgia, the US state, it rained."
    parse, draft = body(text)
    found = [(p.country, p.kind) for p in places(parse, draft) if p.name == "Georgia"]
    assert found == [("GEO", "country"), ("USA", "region")]


def test_what_is_said_to_hold_a_town_is_no_small_town(find: Callable[[str], dict[str, Place]]) -> None:
    assert find("They met in the town of Quellbrook in Norland.")["Norland"].lat is None


@pytest.mark.parametrize("spelling", ["Mukhavets", "Muchawiec", "Mukhavyets", "Mukhaviets"])
def test_one_village_in_every_romanisation(find: Callable[[str], dict[str, Place]], spelling: str) -> None:
    found = find(f"Tanks rolled through the Belarusian village of {spelling} on Monday.")[spelling]
    assert (found.country, found.name) == ("BLR", "Mukhavets")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Migrants camped on the Poland-Belarus border.", "Belarus–Poland border"),
        ("The border between India and Pakistan was closed.", "India–Pakistan border"),
        ("Shots rang out on the Ethiopian-Sudanese border.", "Ethiopia–Sudan border"),
        ("Ethiopia's border with Sudan is tense.", "Ethiopia–Sudan border"),
    ],
)
def test_a_border_of_two_neighbours_is_a_line(find: Callable[[str], dict[str, Place]], text: str, name: str) -> None:
    found = find(text)["border"]
    assert (found.name, found.kind, found.country) == (name, "line", None)
    assert found.lat is not None and found.radius_km is not None


def test_a_border_of_countries_that_do_not_meet_is_not_placed(find: Callable[[str], dict[str, Place]]) -> None:
    assert "border" not in find("Officials of Portugal and Poland met at the border.")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The U.S. secretary of state spoke in Melbourne before he left for Geneva.", "Geneva", "CHE"),
        ("The U.S. secretary of state spoke in Melbourne before he left for Geneva.", "Melbourne", "AUS"),
        ("American officials met in Vienna and in Athens.", "Athens", "GRC"),
        ("U.S. ships called at Odessa.", "Odessa", "UKR"),
        ("Mexico and Panama signed the paper.", "Mexico", "MEX"),
    ],
)
def test_a_city_known_the_world_over_needs_no_introduction(
    find: Callable[[str], dict[str, Place]], text: str, name: str, country: str
) -> None:
    assert find(text)[name].country == country


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Israel shelled Khan Younis and Rafah.", {"Israel", "Khan Younis", "Rafah"}),
        ("The army holds Omdurman.", {"Omdurman"}),
        ("Drones struck Saki air base in Crimea.", {"Saki air base", "Crimea"}),
        ("Thousands fled the Zamzam camp in Sudan.", {"Zamzam camp", "Sudan"}),
        ("Macron visited Scholz.", set()),
    ],
)
def test_what_is_struck_or_held_is_a_place(find: Callable[[str], dict[str, Place]], text: str, names: set[str]) -> None:
    found = find(text)
    assert set(found) == names
    assert all(place.lat is not None for place in found.values())


def test_the_west_is_no_place(find: Callable[[str], dict[str, Place]]) -> None:
    assert set(find("Tension rose between Moscow and the West.")) == {"Moscow"}


def test_ids_follow_the_text_and_spans_are_the_words(body: Parser) -> None:
    text = "From Rome, the envoy flew to Cairo and on to Khartoum."
    found = places(*body(text))
    assert [p.id for p in found] == ["p1", "p2", "p3"]
    assert [p.span.of(text) for p in found] == ["Rome", "Cairo", "Khartoum"]
    assert all(0 < p.confidence <= 1 and p.rule for p in found)


@pytest.mark.parametrize(
    ("text", "name", "use"),
    [
        ("Lisbon said that the treaty would hold.", "Lisbon", "metonymic"),
        ("Denmark will pay for the bridge.", "Denmark", "metonymic"),
        ("Norway's ambassador left early.", "Norway", "metonymic"),
        ("Talks between Oslo and Riga resumed.", "Riga", "metonymic"),
        ("Downing Street and the Pentagon denied it.", "Pentagon", "metonymic"),
        ("The mayor of Gdansk resigned after Gdansk voted against the port.", "Gdansk", "literal"),
        ("Rain fell all day in Lisbon.", "Lisbon", "literal"),
        ("The Lisbon talks ended at noon.", "Lisbon", "literal"),
        ("Tourists queued outside the Kremlin.", "Kremlin", "literal"),
        ("Canada troops left the base.", "Canada", "metonymic"),
        ("U.S. troops left the base.", "U.S.", "metonymic"),
        ("The U.S. says that it will pay.", "U.S.", "metonymic"),
        ("Peru, the European Union, Chile and Japan froze the funds.", "Chile", "metonymic"),
        ("The treaty prevents Peru from fishing there.", "Peru", "metonymic"),
        ("Norway freezes in January.", "Norway", "literal"),
        ("The Donetsk People's Republic declared a truce.", "Donetsk People's Republic", "metonymic"),
    ],
)
def test_a_place_that_acts_is_a_metonym(body: Parser, text: str, name: str, use: str) -> None:
    parse, _ = body(text)
    at = text.index(name)
    assert use_of(parse, (at, at + len(name))) == use


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shepherds camped in the village of Novo-Zelimka.", {"Novo-Zelimka"}),
        ("Snow cut off the villages of Zelimka and Staro-Porodsk.", {"Zelimka", "Staro-Porodsk"}),
        ("The night train from Minsk-Brest was late.", {"Minsk", "Brest"}),
        ("Bakers in the Kazakh village went on strike.", set()),
        ("Mary Olsen came from Mary, in Turkmenistan.", {"Mary", "Turkmenistan"}),
        ("The choir left Kiryat Shmona for Haifa.", {"Kiryat Shmona", "Haifa"}),
    ],
)
def test_what_joins_a_name_to_its_neighbours_is_seen(
    find: Callable[[str], dict[str, Place]], text: str, names: set[str]
) -> None:
    assert set(find(text)) == names


def test_a_people_before_two_villages_says_where_both_lie(find: Callable[[str], dict[str, Place]]) -> None:
    found = find("The mayors of the Polish villages of Zelimka and Porodok met.")
    assert [(place.country, place.kind) for place in found.values()] == [("POL", "city")] * 2


@pytest.mark.parametrize(
    ("text", "name", "country", "radius", "rule"),
    [
        ("Guards held Zelenopolka, a village near Mariupol.", "Zelenopolka", "UKR", 30, "near Mariupol"),
        ("They slept in Sosnovka Dolnaya, 45 kilometres east of Minsk.", "Sosnovka Dolnaya", "BLR", 45, "near Minsk"),
        ("They slept in Sosnovka Dolnaya, 10 miles from Minsk.", "Sosnovka Dolnaya", "BLR", 16.1, "near Minsk"),
        ("They slept in Sosnovka Dolnaya and talked of Minsk.", "Sosnovka Dolnaya", None, None, "unknown"),
    ],
)
def test_a_village_missing_from_the_gazetteer_lies_where_its_distance_says(
    find: Callable[[str], dict[str, Place]], text: str, name: str, country: str | None, radius: float | None, rule: str
) -> None:
    place = find(text)[name]
    assert (place.country, place.radius_km, place.rule, place.geonames) == (country, radius, rule, None)


def test_a_region_named_behind_its_country_holds_a_village(find: Callable[[str], dict[str, Place]]) -> None:
    found = find("He came from the town of Brestovka in Ukraine's Kharkiv region.")
    assert (found["Brestovka"].admin1, found["Brestovka"].rule) == ("Kharkiv", "lies in Kharkiv")
    assert found["Kharkiv"].kind == "region"


def test_the_region_is_no_town_where_the_article_names_both(body: Parser) -> None:
    text = "The mayor of Kharkiv left. Later the Kharkiv region was shelled."
    assert [p.kind for p in places(*body(text))] == ["city", "region"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ships sailed to the Senkaku Islands.", "Senkaku Islands", "Senkaku/Diaoyu Islands"),
        ("Ships sailed to the Diaoyu Islands.", "Diaoyu Islands", "Senkaku/Diaoyu Islands"),
        ("Ferries sail to the Malvinas twice a week. The Malvinas have few roads.", "Malvinas",
             "Falkland Islands/Malvinas"),
            ("Trawlers fished off the Falklands.", "Falklands", "Falkland Islands/Malvinas"),
            ("Tankers crossed the Arabian Gulf.", "Arabian Gulf", "Persian/Arabian Gulf"),
            ("Japan wants the Northern Territories back.", "Northern Territories",
             "Southern Kurils/Northern Territories"),
        ("Smoke rose over the Zaporizhzhia nuclear plant.", "Zaporizhzhia nuclear plant",
         "Zaporizhzhia nuclear power plant"),
        ("Troops dug in along the front line in Ukraine.", "front line", "front line"),
    ],
)  # fmt: skip
def test_every_name_of_a_disputed_or_contested_place_is_known(
    find: Callable[[str], dict[str, Place]], text: str, words: str, name: str
) -> None:
    assert find(text)[words].name == name


@pytest.mark.parametrize(
    "text",
    ["Nurses were at the front line.", "Front-line workers in Ukraine rested.", "Ukraine praised front-line nurses."],
)
def test_a_front_line_without_a_war_at_hand_is_no_place(find: Callable[[str], dict[str, Place]], text: str) -> None:
    assert [p for p in find(text).values() if p.kind == "line"] == []


def test_its_border_is_that_of_the_country_named_first(find: Callable[[str], dict[str, Place]]) -> None:
    assert find("Poland closed its border with Belarus.")["border"].name == "Belarus–Poland border"


def test_an_unknown_village_lies_on_the_side_of_its_country_that_is_named(
    find: Callable[[str], dict[str, Place]],
) -> None:
    found = find("A bus left the road near Otar, a village in southern Kazakhstan.")
    assert (found["Otar"].lat, found["Otar"].country) == (found["southern Kazakhstan"].lat, "KAZ")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The river Don froze.", "Don", "Don River"),
        ("Ice blocked the Danube delta.", "Danube delta", "Danube Delta"),
        ("The Crimean peninsula lost power.", "Crimean peninsula", "Crimea"),
        ("Ukrainian officials said rockets fell on Nikolaiev.", "Nikolaiev", "Mykolayiv"),
        ("Guards fired at smugglers on Armenia's border.", "border", "border of Armenia"),
        ("Poland is uneasy. Soldiers dug in along the Belarusian border.", "border", "Belarus–Poland border"),
        ("Belarus said a bus had burned in Maladechna.", "Maladechna", "Maladziečna"),
        ("Boats on the Zambezi were lost near Kariba; Mozambique mourned.", "Kariba", "Kariba"),
        ("Shots were heard in Lozova at night.", "Lozova", "Lozova"),
        ("Drones fell off Socotra.", "Socotra", "Socotra"),
        ("Barns burned in the village of New York, Ukraine.", "New York", "Niu-York"),
        ("Nobody was told, said a baker in nearby Quellby Ferry.", "Quellby Ferry", "Quellby Ferry"),
    ],
)
def test_waters_borders_and_other_spellings_are_told_by_the_words_around(
    find: Callable[[str], dict[str, Place]], text: str, words: str, name: str
) -> None:
    assert find(text)[words].name == name


@pytest.mark.parametrize(
    ("text", "village", "country"),
    [
        ("Kolmin, a hamlet of 30 houses in Belarus, was empty.", "Kolmin", "BLR"),
        ("Gunmen stormed Kobarri, a fishing village on the lake shore in Nigeria.", "Kobarri", "NGA"),
        ("The dead lie in Kuzalti, a hamlet in Pakistan's South Waziristan district.", "Kuzalti", "PAK"),
        ("Nobody came to Ostrelka.", "Ostrelka", None),
    ],
)
def test_a_village_that_no_table_knows_lies_where_the_text_says(
    find: Callable[[str], dict[str, Place]], text: str, village: str, country: str | None
) -> None:
    found = find(text).get(village)
    assert (found.country if found else None) == country


def test_a_relative_is_no_country(find: Callable[[str], dict[str, Place]]) -> None:
    assert "Georgia" not in find("Karl Lund and his wife Georgia moved to Oslo.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Moldova declares a state of emergency.", "Moldova"),
        ("The Federated States of Micronesia cut its ties.", "Federated States of Micronesia"),
        ("Togo voted for the motion.", "Togo"),
    ],
)
def test_a_country_is_a_place_whatever_the_parser_takes_it_for(
    find: Callable[[str], dict[str, Place]], text: str, words: str
) -> None:
    assert find(text)[words].kind == "country"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Sudan is at war. Trucks no longer reach the people in Malakal or Nyala.", "Nyala", "SDN"),
        ("The Philippines Department of Agriculture shut the market.", "Philippines", "PHL"),
    ],
)
def test_a_town_of_the_country_at_hand_and_a_country_within_a_body_are_places(
    find: Callable[[str], dict[str, Place]], text: str, words: str, country: str
) -> None:
    assert find(text)[words].country == country
