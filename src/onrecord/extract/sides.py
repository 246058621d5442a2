"""On whose side a speaker is: whether what he says will be done is his own doing, his own side's, or another's."""

from __future__ import annotations

import re
from typing import Literal

from wordfreq import zipf_frequency

from onrecord.extract.commissives import listed
from onrecord.extract.draft import Draft
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.model import Actor, Statement

_OWN = frozenset({"my", "our", "its", "his", "her", "their"})
_OFFICIAL = frozenset({"GOV", "MIL", "SPY", "COP", "LEG", "JUD", "REB", "PTY", "IGO", "UAF", "ELI"})
_COMMANDED = frozenset({"GOV", "MIL", "SPY", "COP", "LEG"})

_BIDDING = frozenset({"GOV", "LEG"})
_BIDDEN = frozenset({"GOV", "MIL", "SPY", "COP", "JUD"})
_NO_MEMBERS = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "LEG", "REB", "UAF", "BUS", "ELI"})

_OWNED = re.compile(r"['’]s\b|\b(?:of|for|in) [A-Z]")
TITLE = 4
"""Words of a title before a name."""
RARE = 2.5
"""Zipf value (log10 of uses in a billion words) under which a bare noun at the head of a sentence can be a name."""

Side = Literal["self", "own", "other"]


def side_of(parse: Parse, so_far: Draft, subject: int, speaker: Actor | None, holder: Statement) -> Side:
    """Whether the speaker speaks of himself, of his own side, or of somebody else."""
    if parse.lower(subject) in ("i", "we"):
        return "self"
    who = actor_at(so_far, parse.span(subject, subject + 1))
    if who is not None and speaker is not None and who.id == speaker.id:
        return "self"
    if who is None and parse.lower(subject) in ("he", "she", "it", "they"):
        run = parse.lemma[parse.head[subject]].lower() in listed("actions", "lasting") | listed("actions", "scheduled")
        many = any(parse.tag[t] in ("NNS", "NNPS") for s in holder.source for t in parse.tokens_in(s)[-1:])
        if many and parse.lower(subject) in ("he", "she"):
            return "other"
        thing = parse.lower(subject) == "it" and _human(speaker) and not run  # "said it would take hours"
        return "other" if holder.type == "direct" or thing else "self"
    if any(parse.lower(c) in _OWN for c in parse.childs(subject, "poss")):
        return "own"
    if _of_both(parse, subject, holder):
        return "own"
    bare = who is not None and who.kind == "person" and who.role is None and " " not in who.name
    if bare and _unknown_state(parse, subject, speaker):
        return "own"  # a name of one word, which may as well be a country's
    if who is None:
        own = _speaks_for(parse, subject, None, holder) or _unknown_state(parse, subject, speaker)
        own = own or (nameless(parse, subject) and _of_his_body(parse, subject, speaker, None, holder))
        return "own" if own else "other"
    named = any(span.overlaps(m.span) for m in who.mentions for span in holder.source)
    if named or (speaker is not None and speaker.country == who.country is not None and official(speaker)):
        return "own"
    if speaker is not None and _at_home(parse, subject, speaker, who):
        return "own"
    if speaker is not None and _his_people(parse, subject, speaker, who, holder):
        return "own"
    presides = speaker is not None and speaker.kind == "person" and speaker.sector == who.sector == "LEG"
    if _of_his_body(parse, subject, speaker, who, holder):
        return "own"
    foreign = speaker is not None and None not in (speaker.country, who.country)
    return "own" if not foreign and (presides or _speaks_for(parse, subject, who, holder)) else "other"


def _human(speaker: Actor | None) -> bool:
    """Whether a speaker is surely somebody whom no "it" can mean; a bare name may be a country that nobody knows."""
    return speaker is not None and speaker.kind == "person" and bool(speaker.role or " " in speaker.name)


def _of_both(parse: Parse, subject: int, holder: Statement) -> bool:
    """Whether two are spoken of and both speak: "Orvania and Sund will meet on Monday, both governments said"."""
    source = [t for span in holder.source for t in parse.tokens_in(span)]
    both = bool(source) and any(parse.lower(t) in ("both", "two") for t in source[:2])
    joint = any(parse.pos[c] == "PROPN" for c in parse.childs(subject, "conj"))
    return both and joint and parse.lemma[source[-1]].lower() in listed("speech", "bodies")


def _at_home(parse: Parse, subject: int, speaker: Actor, who: Actor) -> bool:
    """Whether a minister, or a ministry, named without a country speaks of his own: "Orvania will reopen the port,
    Interior Minister Tal said"; of harm he may speak as of another's doing, but not where he sets a condition."""
    minister = speaker.kind == "person" and speaker.sector in ("GOV", "MIL") and bool(speaker.role)
    named_only = (
        parse.pos[subject] == "PROPN" and who.kind == "organisation" and (who.sector, who.country) == (None, None)
    )
    ministry = speaker.kind == "organisation" and speaker.sector == "GOV" and speaker.name.islower()
    verb = parse.head[subject]
    harm = parse.lemma[verb].lower() in listed("actions", "hostile")
    state = who.kind == "state" or (conditional(parse, verb) and parse.pos[subject] == "PROPN" and who.sector is None)
    state = state or (named_only and parse.left[subject] == subject)
    return (
        (minister or ministry)
        and speaker.country is None
        and state
        and official(speaker)
        and (not harm or conditional(parse, verb))
    )


def _unknown_state(parse: Parse, subject: int, speaker: Actor | None) -> bool:
    """Whether a minister without a country speaks of a name that nobody knows: "Sundmark will tax oil, the trade
    secretary said". Of harm to others he may do so on a condition only."""
    plain = parse.left[subject] == subject and parse.lower(subject) not in ("he", "she", "it", "they")
    if speaker is None or speaker.country is not None or not (nameless(parse, subject) and plain):
        return False
    office = set((speaker.role or speaker.name).lower().split()) & listed("speech", "offices")
    verb = parse.head[subject]
    harm = parse.lemma[verb].lower() in listed("actions", "hostile")
    return bool(office) and official(speaker) and (not harm or conditional(parse, verb))


def _of_his_body(parse: Parse, subject: int, speaker: Actor | None, who: Actor | None, holder: Statement) -> bool:
    """Whether an office holder who is nobody's by name speaks of a body as of his own: "The Vik navy will lift the
    blockade, Admiral Lint said"; of harm only on a condition."""
    if speaker is None or speaker.kind != "person" or not speaker.role or speaker.country or not official(speaker):
        return False
    if who is not None and (who.country or who.kind in ("person", "outlet")):
        return False
    said = " ".join(span.of(parse.text) for span in holder.source)
    title = said.partition(speaker.name)[0].lower().split()
    public = who is not None and who.sector in _BIDDEN | _BIDDING
    if _OWNED.search(said) or not set(title) & listed("speech", "commanders" if public else "statesmen"):
        return False
    sectors = [a.sector for a in (speaker, who) if a is not None and a.sector in _OFFICIAL | {"BUS", "LAB"}]
    verb = parse.head[subject]
    harm = parse.lemma[verb].lower() in listed("actions", "hostile")
    one = len({("GOV" if s in _BIDDEN | _BIDDING else s) for s in sectors}) < 2
    return one and (not harm or conditional(parse, verb))


def nameless(parse: Parse, subject: int) -> bool:
    """Whether a subject that no actor is known for is a name, or a bare noun in capitals that can be one."""
    word = parse.word(subject)
    bare = parse.tag[subject] == "NN" and word[0].isupper() and parse.left[subject] == subject
    return parse.tag[subject] == "NNP" or (bare and zipf_frequency(word, "en", wordlist="small") < RARE)


def _his_people(parse: Parse, subject: int, speaker: Actor, who: Actor, holder: Statement) -> bool:
    """Whether those whom a common noun names act as the speaker bids them: police and ministry, workers and union."""
    if parse.pos[subject] != "NOUN" or (speaker.country and who.country and speaker.country != who.country):
        return False
    service = parse.child(subject, "compound")
    if service is not None and parse.lemma[service].lower() in listed("speech", "services"):  # "army engineers"
        return official(speaker) and speaker.sector in ("MIL", "COP", "GOV")
    if speaker.sector in _BIDDING and who.sector in _BIDDEN:
        titles = set((speaker.role or speaker.name).lower().split())
        return official(speaker) and not titles & listed("speech", "mouths")
    union = speaker.kind == "organisation" and (speaker.name.split() or [""])[-1].lower() in listed("speech", "unions")
    union = union or _leads_union(parse, holder)
    crowd = parse.tag[subject] == "NNS" and who.country is None  # "Porters" at the head of a sentence is no name
    public = parse.lemma[subject].lower() in listed("speech", "publics")
    trade = crowd and who.sector == "BUS" and parse.left[subject] == subject  # "Hauliers will …, the association said"
    fits = who.sector not in _NO_MEMBERS or trade or parse.lemma[subject].lower() in listed("speech", "locals")
    return union and (who.kind in ("group", "unnamed") or crowd) and fits and not public


def _leads_union(parse: Parse, holder: Statement) -> bool:
    """Whether the words that name the speaker say that he leads a union: "Kim Aarne, who heads the miners' league"."""
    lemmas = {parse.lemma[t].lower() for span in holder.source for t in parse.tokens_in(span)}
    return bool(lemmas & {"lead", "head", "chair", "represent"}) and bool(lemmas & listed("speech", "unions"))


def _officer(parse: Parse, source: list[int]) -> bool:
    """Whether the speaker holds an office of nobody by name, and so of the body just named: "Tamm Copper will drain the
    pit, site director Ida Holm said"."""
    first = source[0]
    while first and first > source[0] - TITLE and parse.pos[first - 1] in ("NOUN", "ADJ", "PRON", "DET"):
        first -= 1  # the title in front of a name, where the source is the name alone
    title = next((t for t in range(first, source[-1] + 1) if parse.lower(t) in listed("speech", "officers")), None)
    if title is None or any(parse.pos[t] == "PROPN" for t in range(first, title)):
        return False
    return not _OWNED.search(parse.words(title, source[-1] + 1))


def conditional(parse: Parse, verb: int) -> bool:
    """Whether a clause with "unless", "if", "as soon as" stands beside a verb: whoever says so threatens or offers."""
    hosts = (verb, parse.head[verb])
    clauses = [c for host in hosts for c in parse.childs(host, "advcl")]
    marks = {parse.lower(m) for c in clauses for m in parse.childs(c, "mark", "advmod")}
    soon = [c for host in hosts for c in parse.childs(host, "advmod") if parse.lower(c) in ("soon", "long")]
    inverted = any(parse.lower(parse.left[c]) == "should" and c > verb for c in clauses)  # "should the price rise"
    return (
        inverted
        or bool(marks & {"unless", "if", "once"})
        or any(parse.child(c, "advcl") is not None for c in soon)
        or any(parse.words(parse.left[c], parse.left[c] + 3).lower() == "as soon as" for c in clauses)
    )


def _speaks_for(parse: Parse, subject: int, who: Actor | None, holder: Statement) -> bool:
    """Whether the name of the speaker makes him somebody's mouth: "their union", "the palace", "the bloc's chief"."""
    source = [t for span in holder.source for t in parse.tokens_in(span)]
    if not source or subject > source[0]:
        return False
    if parse.tag[source[0]] == "PRP$":
        return parse.pos[subject] in ("NOUN", "PROPN")
    if _the_body(parse, source) and parse.pos[subject] == "PROPN":
        return True
    body = who is None or who.kind == "organisation"
    if body and parse.pos[subject] == "PROPN" and _officer(parse, source):
        return True
    if who is None:
        return False
    head = next((t for t in source if parse.head[t] not in source), source[-1])
    titles = {parse.lemma[head].lower(), parse.lemma[source[0]].lower()}
    if titles & listed("speech", "mouths"):
        return who.kind in ("organisation", "state", "person")
    if who.kind not in ("organisation", "state"):
        return False
    if any(parse.lower(c) == "this" for c in parse.childs(subject, "det")):
        return holder.type == "direct"
    owner = parse.child(head, "poss")
    if (
        owner is not None
        and parse.lower(parse.left[owner]) == "the"
        and parse.lemma[owner].lower() in listed("speech", "bodies")
    ):
        return True
    common = parse.pos[subject] == "NOUN" and who.sector not in _COMMANDED
    return common and bool(titles & listed("speech", "heads"))


def _the_body(parse: Parse, source: list[int]) -> bool:
    """Whether the speaker is only "the company", "the bank": the one that was just named."""
    two = len(source) == 2 and parse.lower(source[0]) == "the"
    known = (listed("speech", "bodies") | listed("speech", "operators")) - listed("speech", "unions")
    return two and parse.lemma[source[1]].lower() in known


def owned_mouth(parse: Parse, holder: Statement) -> bool:
    """Whether the speaker is named as somebody's own: "their union", "his lawyer"."""
    source = [t for span in holder.source for t in parse.tokens_in(span)]
    return bool(source) and parse.tag[source[0]] == "PRP$"


def commands(speaker: Actor | None, who: Actor) -> bool:
    """Whether those whom an official speaks of may be at his command: "the troops", "deputies", of no other country."""
    return (
        official(speaker)
        and speaker is not None
        and who.kind in ("group", "unnamed")
        and who.sector in _COMMANDED
        and (speaker.kind == "state" or speaker.sector in _COMMANDED)
        and (who.country is None or who.country == speaker.country)
    )


def relays(parse: Parse, holder: Statement, speaker: Actor | None, who: Actor) -> bool:
    """Whether a clause is what somebody named told another of troops that may be at his command:
    "told him that the soldiers would be home by spring"."""
    told = [t for span in holder.cue for t in parse.tokens_in(span) if parse.pos[t] == "VERB"]
    personal = any(
        parse.lemma[t] in ("tell", "assure", "inform") and parse.child(t, "dobj", "dative") is not None for t in told
    )
    leader = speaker is not None and speaker.kind in ("person", "organisation", "state")
    troops = who.kind in ("group", "organisation") and who.sector == "MIL"
    if speaker is None or not (personal and leader and troops) or speaker.sector not in (None, "GOV", "MIL", "REB"):
        return False
    return who.country is None or who.country == speaker.country


def official(speaker: Actor | None) -> bool:
    """Whether a speaker can dispose of things: a body, an office holder; not an onlooker such as an analyst."""
    if speaker is None:
        return False
    words = (speaker.role or speaker.name).lower().split()
    if speaker.kind != "organisation" and set(words) & listed("speech", "onlookers"):
        return False
    disposes = speaker.kind in ("state", "organisation") or bool(set(words) & listed("speech", "operators"))
    return disposes or speaker.sector in _OFFICIAL or speaker.role is not None


def actor_by_id(so_far: Draft, key: str | None) -> Actor | None:
    """The actor with an id; None where there is none."""
    return next((a for a in so_far.actors if a.id == key), None)
