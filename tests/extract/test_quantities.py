"""Quantities: every number that counts or measures, with its bound, its unit and what is counted; nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.extract.quantities import quantities
from onrecord.lexicon import words
from onrecord.model import Quantity, Span, Time

Parser = Callable[..., tuple[Parse, Draft]]
Finder = Callable[[str], tuple[Quantity, ...]]


@pytest.fixture
def find(body: Parser) -> Finder:
    return lambda text: quantities(*body(text))


def value(q: Quantity) -> tuple[str, float | None, float | None]:
    return q.op, q.low, q.high


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("The ferry carried 310 passengers.", "310", ("eq", 310, 310)),
        ("Up to 9,000 pilgrims may come.", "Up to 9,000", ("le", None, 9000)),
        ("The hall seats as many as 800 guests.", "as many as 800", ("le", None, 800)),
        ("No more than six goats fit in.", "No more than six", ("le", None, 6)),
        ("At least 17 divers are missing.", "At least 17", ("ge", 17, None)),
        ("No fewer than 40 trams stood still.", "No fewer than 40", ("ge", 40, None)),
        ("Fines of 200 crowns or more are rare.", "200 crowns or more", ("ge", 200, None)),
        ("More than 2,500 nurses walked out.", "More than 2,500", ("gt", 2500, None)),
        ("Well over 100 farms were flooded.", "over 100", ("gt", 100, None)),
        ("Fewer than 30 wolves are left.", "Fewer than 30", ("lt", None, 30)),
        ("Under 50 tickets were sold.", "Under 50", ("lt", None, 50)),
        ("Not quite 50 tickets were sold.", "Not quite 50", ("lt", None, 50)),
        ("Some 300 villagers slept in the school.", "Some 300", ("approx", 300, 300)),
        ("Nearly 1,100 looms fell silent.", "Nearly 1,100", ("approx", 1100, 1100)),
        ("About two dozen beekeepers met.", "About two dozen", ("approx", 24, 24)),
        ("A hundred or so cyclists rode past.", "A hundred or so", ("approx", 100, 100)),
        ("Up to about 70 orchards are at risk.", "Up to about 70", ("le", None, 70)),
        ("At least another 12 bridges need repair.", "At least another 12", ("ge", 12, None)),
    ],
)  # fmt: skip
def test_a_number_has_the_bound_that_its_words_give_it(
    find: Finder, text: str, words: str, wanted: tuple[str, float | None, float | None]
) -> None:
    (found,) = find(text)
    assert (found.span.of(text), value(found)) == (words, wanted)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Two hundred and six miners came up.", 206, 206),
        ("They planted two and a half million pines.", 2_500_000, 2_500_000),
        ("The dam holds 1.2bn litres.", 1.2e9, 1.2e9),
        ("Half a million sheep crossed.", 500_000, 500_000),
        ("Twenty-five thousand fans sang.", 25_000, 25_000),
        ("It sold three million five hundred thousand jars.", 3_500_000, 3_500_000),
        ("Dozens of boats sank.", 12, 120),
        ("Hundreds of shells were swept up.", 100, 1000),
        ("Tens of thousands of commuters walked.", 10_000, 100_000),
        ("Several hundred weavers marched.", 100, 1000),
        ("Between 15 and 20 anglers fell in.", 15, 20),
        ("Three to five thousand geese rested there.", 3000, 5000),
        ("A crew of 5-7 sailors is enough.", 5, 7),
        ("The rate is 30 to 35 percent.", 30, 35),
        ("Shares cost from $12 to $14 each.", 12, 14),
        ("It costs $3-5m to mend.", 3e6, 5e6),
        ("Three or four tents burned.", 3, 4),
        ("One in five drivers failed.", 0.2, 0.2),
        ("Two-thirds of the harvest rotted.", 2 / 3, 2 / 3),
        ("Half the orchard burned.", 0.5, 0.5),
        ("It fell to minus 30 degrees.", -30, -30),
        ("The storm left 30-40 injured.", 30, 40),
        ("One or two goats escaped.", 1, 2),
        ("Several dozens of goats escaped.", 12, 120),
        ("About five-six months went by.", 5, 6),
        ("The mast cost €50m-€60m.", 50e6, 60e6),
        ("The mast cost $3m-$4m.", 3e6, 4e6),
    ],
)  # fmt: skip
def test_figures_words_spans_and_vague_counts_are_read(find: Finder, text: str, low: float, high: float) -> None:
    (found,) = find(text)
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))
    assert found.op == ("range" if low < high else "eq")


@pytest.mark.parametrize(
    ("text", "unit", "of"),
    [
        ("Up to 9,000 foreign troops came.", "troop", "foreign troops"),
        ("Hundreds of mortar shells fell.", "shell", "mortar shells"),
        ("Thousands of people fled.", "person", "people"),
        ("Forty fishermen drowned.", "fisherman", "fishermen"),
        ("Two of the captain's deputies left.", "deputy", "the captain's deputies"),
        ("A 14-member panel met.", "member", "member"),
        ("Six members of parliament resigned.", "member", "members of parliament"),
        ("Thirty M4 light armoured vehicles rolled in.", "vehicle", "M4 light armoured vehicles"),
        ("About 300 Norwegians live there.", "Norwegian", "Norwegians"),
        ("The two countries' ministers met.", "country", "countries"),
        ("Turnout was 40 per cent of voters.", "%", "voters"),
        ("A third of the army deserted.", "share", "the army"),
        ("Nine in ten wells are dry.", "share", "wells"),
        ("One of every ten wells is dry.", "share", "wells"),
        ("Some 30 oil- and gas-fired mills stood still.", "mill", "oil- and gas-fired mills"),
        ("The road is 12 kilometres long.", "km", None),
        ("The road is 12 kilometers long.", "km", None),
        ("A 40-metre mast fell.", "m", None),
        ("The storm left 9 dead.", "dead", "dead"),
        ("At least nine missing after a storm.", "missing", "missing"),
        ("Wolves outnumber dogs by three to one.", "ratio", None),
        ("Dogs were outnumbered 3:1.", "ratio", None),
        ("Rents fell by a quarter.", "share", None),
        ("A 12-km road was closed.", "km", None),
        ("The plot covers 30 square miles.", "sq mi", None),
        ("It was 40C in the shade.", "°C", None),
        ("It cost $7.5 million.", "$", None),
        ("It cost US$7.5m.", "USD", None),
        ("It cost €1.7bn.", "EUR", None),
        ("It cost 10.5 million Australian dollars.", "AUD", None),
        ("It cost billions of dollars.", "$", None),
        ("It cost Rs500.", "INR", None),
        ("The toll stood at 61.", None, None),
    ],
)  # fmt: skip
def test_the_unit_is_the_counted_noun_or_a_symbol(find: Finder, text: str, unit: str | None, of: str | None) -> None:
    (found,) = find(text)
    assert (found.unit, found.of[0].of(text) if found.of else None) == (unit, of)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The blast killed one and wounded two.", [1, 2]),
        ("The storm killed 31 people and injured another 204.", [31, 204]),
        ("The toll rose by 3 to 12.", [3, 12]),
        ("Rents fell by a third to $600.", [1 / 3, 600]),
        ("The odds are ten to four, and the hosts lost 2:3.", [2.5]),
        ("They lost 75% of their 120 boats.", [75, 120]),
        ("The line bought two new 737 Max jets.", [2]),
        ("At least one of the six tents burned.", [1, 6]),
        ("The death toll rose from 3 to 12.", [3, 12]),
        ("The fleet has grown from 50 to 80 ships.", [50, 80]),
        ("It is for groups of from 5 to 8 hikers.", [5]),
        ("Debt grew by $4 million to $19 million.", [4e6, 19e6]),
        ("The ship took 28 tanks from Narva, 12 from Tartu.", [28, 12]),
        ("They went more than 100 km (60 miles) north.", [100, 60]),
    ],
)  # fmt: skip
def test_figures_side_by_side_stay_apart(find: Finder, text: str, values: list[float]) -> None:
    assert [q.low for q in find(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "The 76th Division left.",
        "Article 5 of Resolution 1701 applies.",
        "The G7 met about Covid-19 and Flight 17.",
        "The Group of Seven met the Group of 20.",
        "A T-72 and a Su-25 burned.",
        "He was born in 1984 and died on 4 July 2003.",
        "The train leaves at 11 a.m. or at 17:45.",
        "No one was hurt, and one of them laughed.",
        "One day the two will meet.",
        "The home side won 3-1.",
        "Call 555-0199-22 before noon.",
        "He lives at 12 Harbour Street.",
        "Men aged 18 to 60 must stay.",
        "She works 24/7 since 9/11.",
        "Shares in the FTSE 100 fell.",
        "The 1990s were wild.",
        "Ana Ruiz, 45, said so.",
        "It passed by a 2-to-1 vote.",
        "The top three may go on.",
        "He needed a week or two.",
        "The mayor, 61, fell asleep.",
        "It rang between 2 and 4 a.m.",
    ],
)  # fmt: skip
def test_names_dates_scores_and_pronouns_are_no_counts(find: Finder, text: str) -> None:
    assert [q.span.of(text) for q in find(text)] == []


def test_a_preposition_of_place_or_topic_bounds_nothing(find: Finder) -> None:
    (found,) = find("They quarrelled over three islands.")
    assert value(found) == ("eq", 3, 3)


def test_numbers_inside_a_date_are_left_to_the_times(body: Parser) -> None:
    text = "Ten boats sank two days ago."
    parse, draft = body(text)
    dated = replace(draft, times=(Time("t1", Span(15, 27), "DATE"),))
    assert [q.span.of(text) for q in quantities(parse, dated)] == ["Ten"]
    lasting = replace(draft, times=(Time("t1", Span(15, 23), "DURATION"),))
    assert [q.span.of(text) for q in quantities(parse, lasting)] == ["Ten", "two"]


def test_ids_follow_the_text(find: Finder) -> None:
    assert [q.id for q in find("Six men met nine women. Four left.")] == ["q1", "q2", "q3"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The fire killed 31 people and injured another 204.", ["person", "person"]),
        ("The shepherd put the number of goats at no more than eight.", ["goat"]),
        ("Anglers were counted, and the warden put the number at 40.", ["angler"]),
        ("The kites, 46 of them, hung in the trees.", ["kite"]),
        ("The yard got 28 carts from Turku, 12 from Oslo and 16 from Riga.", ["cart", "cart", "cart"]),
        ("The yard laid off 300 welders, then 200 more.", ["welder", "welder"]),
        ("Dozens of goats were sold and hundreds more were lost.", ["goat", "goat"]),
        ("Of the 90 huts, 40 burned.", ["hut", "hut"]),
        ("Two goats were sold and four others were lost.", ["goat", "goat"]),
        ("Police saw some 400 marchers; the guild said there were 900.", ["marcher", "marcher"]),
        ("They held 12 bakers in May, 3 at noon.", ["baker", None]),
        ('The list has 40 "foreign agents" on it.', ["agent"]),
        ("A dozen or so bakers met.", ["baker"]),
        ("A row of 30-odd carts stood there.", ["cart"]),
        ("Two sisters won 3 in a row.", ["sister", None]),
        ("The farm said two of its goats were killed and four wounded by dogs.", ["goat", "goat"]),
        ("The bus held 70 tourists, 45 of them students.", ["tourist", "student"]),
        ("The bus held 70 tourists, and 45 of them got off.", ["tourist", "tourist"]),
        ("Some 1,500 wounded Tessian sailors came ashore.", ["sailor"]),
        ("Inspectors found 648 faults. The mayor said 648 was wrong.", ["fault", "fault"]),
        ("Inspectors found 12 faults. The mayor said 12 was wrong.", ["fault", None]),
        ("The warden put the crowd at 400 to 600.", [None]),
    ],
)
def test_a_bare_number_counts_what_an_earlier_noun_names(find: Finder, text: str, units: list[str | None]) -> None:
    assert [q.unit for q in find(text)] == units


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Dockers walked off the job over 400 layoffs.", "eq"),
        ("The union called a strike over 120 dismissals.", "eq"),
        ("The protest over 30 arrests spread to Vik.", "eq"),
        ("A march of over 900 weavers blocked the bridge.", "gt"),
        ("Strikes at the port closed over 30 berths.", "gt"),
        ("The strike cost the firm over 40 million crowns.", "gt"),
    ],
)
def test_what_a_quarrel_is_over_is_no_bound(find: Finder, text: str, wanted: str) -> None:
    (found,) = find(text)
    assert found.op == wanted


@pytest.mark.parametrize("word", words("bounds")["rules"]["quarrels"])
def test_words_of_a_quarrel(find: Finder, word: str) -> None:
    found = find(f"They {word} at the mill over 40 dismissals.")
    assert [q.op for q in found] == ["eq"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("A first cart with rifles came in on Monday. Tarn counted 410 of them.", "rifle"),
        ("The ferry brought pilgrims and goats. The guard counted 90 of them.", None),
        ("The village has a mayor. Forty of them left.", None),
    ],
)
def test_of_them_reaches_into_the_sentence_before(find: Finder, text: str, unit: str | None) -> None:
    assert [q.unit for q in find(text)] == [unit]
