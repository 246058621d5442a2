"""Who speaks, and whom pronouns stand for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from onrecord.extract.actors import actors
from onrecord.extract.draft import Draft
from onrecord.extract.speakers import speakers
from onrecord.model import Actor, Record, Span, Statement


@pytest.fixture(scope="session")
def spoken(body: Callable[..., Any]) -> Callable[..., Draft]:
    """The draft of a text with statements given as (source, content, type, cue), each the first such words."""

    def of(text: str, *said: tuple[Any, ...]) -> Draft:
        parse, draft = body(text)
        made = tuple(
            Statement(
                f"s{n}", kind, () if source is None else (find(text, source),),
                tuple(find(text, word) for word in cue), (find(text, content),),
            )
            for n, (source, content, kind, *cue) in enumerate(said, 1)
        )  # fmt: skip
        return speakers(parse, replace(draft, actors=actors(parse, draft), statements=made))

    return of


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def meant(draft: Draft, word: str, nth: int = 0) -> str | None:
    """The name of the actor of whom the nth use of a pronoun is a mention."""
    text = draft.article.text
    spots = [
        Span(i, i + len(word)) for i in range(len(text)) if text.startswith(word, i) and alone(text, i, i + len(word))
    ]
    return next((a.name for a in draft.actors if spots[nth] in [m.span for m in a.mentions]), None)


def alone(text: str, start: int, end: int) -> bool:
    return not text[max(start - 1, 0) : start].isalpha() and not text[end : end + 1].isalpha()


def speaker(draft: Draft, number: int = 0) -> Actor | None:
    return next((a for a in draft.actors if a.id == draft.statements[number].speaker), None)


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Clara Voss met Henrik Bloom. She was early.", "She", "Clara Voss"),
        ("Clara Voss met Henrik Bloom. He was late.", "He", "Henrik Bloom"),
        ("Mrs Quill hired Mr Tarn. He was late.", "He", "Tarn"),
        ("Henrik Bloom sold his boat.", "his", "Henrik Bloom"),
        ("Henrik Bloom wrote to Viktor Hale and thanked him.", "him", "Viktor Hale"),
        ("After she left the bank, Clara Voss opened a shop.", "she", "Clara Voss"),
        ("Despite its debts, the Mill Workers' Union paid.", "its", "Mill Workers' Union"),
        ("Canada closed its embassy.", "its", "Canada"),
        ("Lisbon protested. It has recalled an envoy.", "It", "Portugal"),
        ("The council met the fishermen. They want a pier.", "They", "fishermen"),
        ("The council promised the nurses that they would be paid.", "they", "nurses"),
        ("The court blamed the airline because it had lied.", "it", "airline"),
        ("The spokeswoman smiled. She gave no date.", "She", "spokeswoman"),
    ],
)
def test_pronouns(spoken: Any, text: str, pronoun: str, name: str) -> None:
    assert meant(spoken(text), pronoun) == name


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Henrik Bloom and Viktor Hale arrived. He was tired.", "He"),
        ("Henrik Bloom told Viktor Hale that he had won.", "he"),
        ("Canada and Norway have signed. It will pay first.", "It"),
        ("The council met. It rained.", "It"),
        ("It is known that the council met.", "It"),
        ("The council says it was the baker who called.", "it"),
        ("Every senator hopes that he will win.", "he"),
        ("Each nurse must say whether he or she agrees.", "she"),
        ("They say the well is deep.", "They"),
    ],
)
def test_pronouns_that_stay_open(spoken: Any, text: str, pronoun: str) -> None:
    assert meant(spoken(text), pronoun) is None


def test_a_source_leads_to_its_actor(spoken: Any) -> None:
    text = "Clara Voss spoke for an hour. Voss said the mill would close."
    draft = spoken(text, ("Voss", "the mill would close", "indirect"))
    who = speaker(draft)
    assert who is not None and who.name == "Clara Voss"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("Warsaw", ("Poland", "state", "POL")),
        ("The Kremlin", ("Russia", "state", "RUS")),
        ("A senior Greek official", ("senior Greek official", "unnamed", "GRC")),
        ("Two officials who asked not to be named", ("officials", "unnamed", None)),
        ("A leaflet", ("leaflet", "unnamed", None)),
        ("The Finnish embassy", ("Finnish embassy", "organisation", "FIN")),
    ],
)
def test_kinds_of_speakers(spoken: Any, source: str, told: tuple[str | None, ...]) -> None:
    who = speaker(spoken(f"{source} said the bridge was safe.", (source, "the bridge was safe", "indirect")))
    assert who is not None and (who.name, who.kind, who.country) == told


def test_no_source_no_speaker(spoken: Any) -> None:
    draft = spoken("It is believed that the bridge is safe.", (None, "that the bridge is safe", "indirect"))
    assert draft.statements[0].speaker is None


def test_an_open_pronoun_gives_no_speaker(spoken: Any) -> None:
    text = "Anton Bloom and Viktor Hale arrived. He said the bridge was safe."
    assert spoken(text, ("He", "the bridge was safe", "indirect")).statements[0].speaker is None


def test_inside_a_quotation_i_is_the_speaker_and_he_is_not(spoken: Any) -> None:
    text = 'Henrik Bloom spoke of Viktor Hale. "I told him that he was wrong," Bloom said.'
    draft = spoken(text, ("Bloom", "I told him that he was wrong", "direct"))
    assert meant(draft, "I") == "Henrik Bloom"
    assert meant(draft, "him") == "Viktor Hale"


@pytest.mark.parametrize(("source", "name"), [("the fishermen", "fishermen"), ("Henrik Bloom", None)])
def test_we_are_a_body_or_many(spoken: Any, source: str, name: str | None) -> None:
    draft = spoken(f'"We will sail," {source} said.', (source, "We will sail", "direct"))
    assert meant(draft, "We") == name


def test_nothing_raises_without_text(spoken: Any) -> None:
    assert spoken("").actors == ()


@pytest.mark.parametrize(("cue", "name"), [("added", "Viktor Hale"), ("replied", "Anton Bloom")])
def test_who_speaks_next(spoken: Any, cue: str, name: str) -> None:
    text = f'Anton Bloom arrived early. "No deal," Viktor Hale said. "We shall see," he {cue}.'
    first, second = ("Viktor Hale", "No deal", "direct", "said"), (" he", "We shall see", "direct", cue)
    assert meant(spoken(text, first, second), "he") == name


def test_she_and_he_are_not_one_person(record: Callable[..., Record]) -> None:
    found = record("Dilara Sahin met Orkun Koc on Monday. She said the bridge would open. He said the road was ready.")
    names = {a.id: a.name for a in found.actors}
    assert [names.get(s.speaker or "") for s in found.statements] == ["Dilara Sahin", "Orkun Koc"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Figures released by the Olm Institute show that most wells are dry.", "Olm Institute", "organisation"),
        ("A tally kept by the Lodva Monitor shows 40 people were held.", "Lodva Monitor", "organisation"),
        ("Data from the Olm Institute suggest the quake was shallow.", "Olm Institute", "organisation"),
        ("A report by the Olm Institute said the wells were dry.", "Olm Institute", "organisation"),
        ("The palace said the king was ill.", "palace", "organisation"),
        ("The poll found that most want peace.", "poll", "unnamed"),
    ],
)
def test_a_text_speaks_for_whoever_issued_it(record: Callable[..., Record], text: str, name: str, kind: str) -> None:
    made = record(text)
    speaker = next(a for a in made.actors if a.id == made.statements[0].speaker)
    assert (speaker.name, speaker.kind) == (name, kind)
