"""Who did what to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Record


@pytest.mark.parametrize(
    ("text", "cameo", "source", "target"),
    [
        ("Russian troops attacked Ukraine on Monday.", "190", "RUS", "UKR"),
        ("Ukraine was attacked by Russian troops on Monday.", "190", "RUS", "UKR"),
        ("Russia's invasion of Ukraine shocked the council.", "190", "RUS", "UKR"),
        ("France imposed sanctions on Belarus.", "163", "FRA", "BLR"),
        ("Norway criticised Poland on Tuesday.", "111", "NOR", "POL"),
    ],
)
def test_source_and_target(record: Callable[..., Record], text: str, cameo: str, source: str, target: str) -> None:
    event = record(text).events[0]
    assert (event.cameo, event.source[0].country, event.target[0].country) == (cameo, source, target)


@pytest.mark.parametrize(
    "text",
    [
        "The bank declared war on inflation.",
        "The striker attacked from the left wing.",
        "The storm battered the coast.",
        "Shares plunged on Friday.",
        "The minister said so.",
        "A fire killed nine people in Lima.",
        "Five miners were killed in a crash.",
        "The minister called the ambassador of Chad a liar.",
        "The company released a report on the dam.",
        "The new road will meet the needs of Peru.",
        "The gift demonstrates the goodwill of Norway.",
        "The orchestra struck a truce with its conductor.",
        "A truce in the row over parking was reached by the neighbours.",
        "The minister launched an assault on the taste of Peru.",
        "The bank raided its reserves.",
        "It could not be ruled out that rain would fall.",
    ],
)
def test_figures_of_speech_and_mere_talk_are_no_events(record: Callable[..., Record], text: str) -> None:
    assert record(text).events == ()


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("Norway will send blankets to Peru.", "0333", "planned"),
        ("Norway will bomb the harbour of Lima, Oslo said.", "1384", "planned"),
        ("Kenya will not lift the sanctions on Chad.", "1244", "denied"),
        ("Peru said on Monday that Chile must release the sailors.", "1053", "hypothetical"),
        ("Peru said on Monday that Chile must repair the dam.", "100", "hypothetical"),
        ("The rebels attacked the governor of Mopti.", "180", "happened"),
    ],
)
def test_what_is_announced_refused_or_demanded_is_coded_as_such(
    record: Callable[..., Record], text: str, code: str, value: str
) -> None:
    assert (code, value) in [(e.cameo, e.factuality) for e in record(text).events]


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("The curfew was lifted on Sunday.", ["curfew", "lifted"]),
        ("Chad lifted the siege of the town.", ["lifted", "siege"]),
        ("The bombing killed four shepherds.", ["bombing"]),
        ("Shells exploded near the dam.", ["exploded"]),
        ("The envoys of Chad met to discuss the lake.", ["met"]),
    ],
)
def test_one_event_has_one_entry(record: Callable[..., Record], text: str, triggers: list[str]) -> None:
    found = record(text)
    assert [[span.of(found.article.text) for span in e.trigger] for e in found.events] == [triggers]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Peru and Chile signed a treaty.", "Peru", "Chile"),
        ("Kenya demanded that Uganda withdraw its boats.", "Kenya", "Uganda"),
        ("Japan rejected a proposal by China.", "Japan", "China"),
        ("Bandits kidnapped six botanists.", "Bandits", "six botanists"),
        ("Dozens of villagers were arrested by the police.", "the police", "Dozens of villagers"),
        ("Kenya rejected a Ugandan proposal.", "Kenya", "Ugandan"),
        ("Japan imposed a ban on exports to Chad.", "Japan", "Chad"),
        ("Norway agreed to provide tents to Peru.", "Norway", "Peru"),
        ("Peru said that Chile must release the sailors.", "Peru", "Chile"),
        ("Kenya is preparing for refugees should Chad invade Sudan.", "Chad", "Sudan"),
        ("Peru said it had accused Chile.", "Peru", "Chile"),
        ("Ghana summoned the Togolese ambassador to criticise Benin.", "Ghana", "Benin"),
        ("Peru accused Chilean rebels of shelling a clinic, injuring three nurses.", "Chilean rebels", "a clinic"),
        ("The mayor was indicted for treason by Togolese judges.", "Togolese judges", "The mayor"),
        ("Six miners died; two bakers were killed by shelling from rebel forces.", "rebel forces", "two bakers"),
        (
            "Ten days of drills began; Peru's king promised the queen of Togo that troops would go home.",
            "Peru's king",
            "the queen",
        ),
        ("Talks between Laos and Cambodia were held on Wednesday.", "Laos", "Cambodia"),
        ("In Lima, the Chilean minister urged Togo to share the proof.", "the Chilean minister", "Togo"),
    ],
)
def test_who_did_it_to_whom_in_other_shapes(record: Callable[..., Record], text: str, source: str, target: str) -> None:
    found = record(text)
    sides = found.events[-1].source[0].span, found.events[-1].target[0].span
    assert [span.of(found.article.text) for span in sides if span] == [source, target]


def test_who_tells_of_it_has_no_part_in_it(record: Callable[..., Record]) -> None:
    (killed,) = record("At least eight people were killed, according to Togolese officials.").events
    assert [p.sector for p in (*killed.source, *killed.target)] == ["CVL"]
    shot, *more = record("A Togolese plane was shot down, killing five.").events
    assert [p for e in more for p in e.source] == []
    assert shot.source == ()


def test_what_came_about_in_an_attack_is_the_attack_with_its_day_and_its_dead(record: Callable[..., Record]) -> None:
    found = record("Four pilots were killed on Monday when Chadian rebels attacked a port in Kenya.", "2036-09-18")
    (attack,) = found.events
    assert (attack.rule, attack.source[0].country) == ("event_patterns:attack:190", "TCD")
    assert [t.earliest for t in found.times if t.id == attack.time] == ["2036-09-15"]
    assert [q.id for q in found.quantities] == list(attack.quantities)


def test_where_troops_come_from_is_not_to_whom_it_is_done(record: Callable[..., Record]) -> None:
    (entered,) = record("Danish columns entered Norway from Sweden.").events
    assert [p.country for p in entered.target] == ["NOR"]


def test_whoever_can_avert_a_threat_is_its_target(record: Callable[..., Record]) -> None:
    (threat,) = record("Villagers threatened to strike unless Norway reopened the mine.").events
    assert [p.country for p in threat.target] == ["NOR"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Norway recalled its ambassador to Peru.", "Peru"),
        ("Norway recalled its ambassador from Peru after the raid.", "Peru"),
        ("Norway agreed to withdraw its troops.", ""),
    ],
)
def test_a_states_own_people_are_not_to_whom_it_is_done(record: Callable[..., Record], text: str, target: str) -> None:
    made = record(text)
    event = made.events[0]
    assert " ".join(p.span.of(text) for p in event.target if p.span) == target


def test_a_name_is_no_weather(record: Callable[..., Record]) -> None:
    (declared,) = record("The Chad Liberation Front declared a ceasefire in May.").events
    assert declared.cameo == "0871"


def test_where_a_thing_is_done_is_not_to_whom(record: Callable[..., Record]) -> None:
    (backed,) = record("Foreign ministers backed the plan at a meeting in Lima.").events
    assert backed.target == ()


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        ("Peru and Chile signed a treaty.", "Peru", "Chile"),
        ("The minister of Mali met with the king of Togo.", "The minister", "the king"),
        ("Danish and Swedish sailors clashed in Malmo.", "Danish", "Swedish"),
    ],
)
def test_what_two_do_to_each_other_is_done_by_both_to_both(
    record: Callable[..., Record], text: str, first: str, other: str
) -> None:
    found = record(text)
    sides = [[found.article.text[p.span.start : p.span.end] for p in side if p.span] for side in
             (found.events[0].source, found.events[0].target, *found.events[0].sides)]  # fmt: skip
    assert sides == [[first, other], [other, first], [first], [other]]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Peru asked Chile to share intelligence.", ["0214"]),
        ("Kenya refused to release the fishermen.", ["1243"]),
        ("Togo threatened to impose a curfew on the miners.", ["1323"]),
        ("Mali demanded the withdrawal of the foreign troops.", ["1056"]),
        ("Norway condemned the bombing of the market.", ["111"]),
        ("Norway condemned Monday's bombing of the market.", ["111", "195"]),
        ("Kenya accused the rebels of shelling the Danish embassy.", ["1123", "194"]),
        ("The court jailed the rebels for shelling the Danish embassy.", ["173"]),
        ("Togo freed the sailors that pirates had seized.", ["0841"]),
        ("Norway welcomed the decision to pardon the editor.", ["051"]),
        ("Peru refused to heed a request by Chile for pilots.", ["120"]),
        ("Rebels launched a raid in which they killed two Danish nurses.", ["180"]),
    ],
)
def test_what_is_asked_refused_or_threatened_is_in_the_code_and_no_event_of_its_own(
    record: Callable[..., Record], text: str, codes: list[str]
) -> None:
    assert [e.cameo for e in record(text).events] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Chad's new drones could be used to attack the oil port.",
        "The wall was built to prevent an invasion of the valley.",
        "Fears of an invasion of Latvia are growing.",
        "The general dismissed talk of an invasion of Latvia.",
        "Rather than attack the fort, the rebels went home.",
        "In the drill, paratroopers seized the airport of Riga.",
        "An attack on a convoy is a crime, the judge said.",
        "The rebels are too weak to attack the capital.",
        "The rebels will stay until the siege is lifted.",
        "The patrol nearly opened fire on the villagers.",
        "Any attack on Malta would be answered, the minister said.",
        "Three men came to the farm to kidnap the mayor.",
        "There was no attack on the town, the mayor said.",
        "The president ruled out an invasion of the island.",
        "Troops withdraw when they are asked to.",
        "The paper wrongly reported that troops had attacked the port.",
        "The rumour that rebels had seized the airport proved false.",
        "In the event of an invasion, schools would close.",
        "Parliament voted against bombing the island.",
        "Police were on alert for attacks by the group.",
        "The court could order the release of the pilot.",
        "The blockade, if imposed, would starve the city.",
        "The rebels agreed not to attack the convoy.",
        "The spy was trained to kill ministers.",
        "The treaty forbids the shelling of ports.",
        "Peru had not verified the withdrawal from the island.",
        "What the queen needs to see is a real withdrawal.",
        "Troops massed on the border in order to attack the port.",
    ],
)
def test_what_did_not_happen_is_never_called_happened(record: Callable[..., Record], text: str) -> None:
    real = [(e.rule, e.factuality) for e in record(text).events if e.factuality in ("happened", "ongoing")]
    assert not [r for r in real if (r[0] or "").split(":")[2][:2] in ("08", "18", "19")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru will investigate Monday's attacks on its clinics.",
        "The bishop did not condemn Monday's attack on the clinic.",
        "Chad told a meeting that its troops had attacked the clinic.",
    ],
)
def test_what_is_looked_into_or_told_of_did_happen(record: Callable[..., Record], text: str) -> None:
    assert [e.factuality for e in record(text).events if (e.cameo or "")[:2] == "19"] == ["happened"]
