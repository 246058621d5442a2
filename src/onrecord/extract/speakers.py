"""Who speaks: the actor behind each statement's source, and the mentions that pronouns make.

A source that nobody is named for gets an actor of its own, never a name; where two could be meant it stays open. Those
who speak together ("the mayor and the bishop said") are one actor of kind `group`, named after all of them. A thing
that speaks ("the figures show") has no actor, unless it is somebody's ("the ministry's account").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract import coreference
from onrecord.extract.coreference import Person, Scene, pronouns
from onrecord.extract.draft import Draft
from onrecord.extract.joint import Joint, joint_actor, joints, pair, pair_before
from onrecord.extract.names import head_token
from onrecord.extract.owned import owned
from onrecord.extract.parse import Parse
from onrecord.extract.phrase_name import phrase_name
from onrecord.extract.roles import profile
from onrecord.extract.source_phrase import agent_of
from onrecord.lexicon import words
from onrecord.model import Actor, Mention, Span, Statement, hull
from onrecord.model.actor import ActorKind

_TURN = 4
"""Sentences after which a speaker has no more claim to the next pronoun than others."""
_MANY = frozenset({"group", "organisation", "state", "outlet"})


def speakers(parse: Parse, so_far: Draft) -> Draft:
    """The draft with a speaker for every statement whose source can be told, and with pronouns among the mentions."""
    cast = [*so_far.actors, *_new_sources(parse, so_far)]
    scene = coreference.scene(parse, cast)
    single = len(cast)
    together = _Together(parse, scene, cast)
    found = _resolve(parse, scene, so_far.statements) | together.pairs
    at = scene.at | found
    speaking = {s.id: _speaker(parse, s, at, together) for s in so_far.statements}
    for token, who in _first_person(parse, so_far.statements, speaking, scene):
        found[token] = who
    pronominal: dict[int, list[Mention]] = {}
    for token, who in sorted(found.items()):
        pronominal.setdefault(who, []).append(Mention(parse.span(token, token + 1), "pronoun"))
    used = {*range(single), *pronominal, *(who for who in speaking.values() if who is not None)}
    named = owned(parse, cast, found)
    mine: dict[int, list[Mention]] = {}
    for n in sorted(used):
        mine.setdefault(named.same.get(n, n), []).extend([*cast[n].mentions, *pronominal.get(n, [])])
    actors = {
        n: replace(named.actors[n], id=f"a{place}", mentions=tuple(sorted(set(mentions), key=lambda m: m.span)))
        for place, (n, mentions) in enumerate(sorted(mine.items()), 1)
    }
    ids = {key: actors[named.same.get(who, who)].id if who is not None else None for key, who in speaking.items()}
    statements = tuple(replace(s, speaker=ids[s.id]) for s in so_far.statements)
    return replace(so_far, actors=tuple(actors.values()), statements=statements)


class _Together:
    """The groups that joined actors make, put into the scene for "they"; each is made once."""

    def __init__(self, parse: Parse, scene: Scene, cast: list[Actor]) -> None:
        self.parse, self.scene, self.cast = parse, scene, cast
        self.numbers: dict[frozenset[int], int] = {}
        self.known = list(joints(parse, scene.at))
        for joint in list(self.known):
            scene.join(joint.head, self.number(joint))
        self.pairs: dict[int, int] = {}
        for token in (i for i in range(len(parse)) if pair(parse, i)):
            if (before := pair_before(parse, token, self.known, scene.at, cast)) is not None:
                self.known.append(Joint(token, token, before.parts))
                self.pairs[token] = self.number(before)
                scene.join(token, self.pairs[token])

    def number(self, joint: Joint) -> int:
        """The number of the group in the cast."""
        key = frozenset(joint.parts)
        if key not in self.numbers:
            self.numbers[key] = len(self.cast)
            self.cast.append(joint_actor(self.parse, joint, self.cast, ""))
            self.scene.people.append(Person("group", None, True))
        return self.numbers[key]

    def at(self, head: int, source: Span, at: dict[int, int]) -> int | None:
        """The group that speaks with this head, where the source names more than one; that of "both", "the two"."""
        if pair(self.parse, head):
            return self.pairs.get(head)
        if self.parse.dep[head] == "conj" or self.parse.child(head, "conj") is None:
            return None
        for joint in joints(self.parse, at, head):
            if self.parse.end[joint.last] <= source.end:
                return self.number(joint)
        return None


def _resolve(parse: Parse, scene: Scene, statements: Iterable[Statement]) -> dict[int, int]:
    """Token to actor for pronouns of the third person: first outside quotations, then inside, speaker barred."""
    quoted: dict[int, Statement] = {}
    sources: list[tuple[int, Statement]] = []
    for statement in statements:
        if (head := _source_head(parse, statement)) is not None:
            sources.append((head, statement))
        for span in statement.content if statement.type == "direct" else ():
            quoted.update(dict.fromkeys(parse.tokens_in(span), statement))
    scene.quoted = frozenset(quoted)
    turns = _Turns(parse, sorted(sources, key=lambda pair: pair[0]))
    third = [i for i in range(len(parse)) if pronouns().get(parse.lower(i)) in ("m", "f", "it", "they")]
    found: dict[int, int] = {}
    for i in [i for i in third if i not in quoted]:
        _note(scene, found, i, coreference.resolve(scene, i, favour=turns.before(scene, i)))
    for i in [i for i in third if i in quoted]:
        others = [quoted[i].source, quoted[i].addressee]
        heads = [head_token(parse, hull(spans)) for spans in others if spans]
        barred = {scene.at[head] for head in heads if head is not None and head in scene.at}
        _note(scene, found, i, coreference.resolve(scene, i, barred, later=True))
    return found


class _Turns:
    """Who spoke last: a source that is a pronoun goes on with that speaker, unless its verb is an answer."""

    def __init__(self, parse: Parse, sources: list[tuple[int, Statement]]) -> None:
        self.parse = parse
        self.earlier = {
            head: (sources[n - 1][0], statement) for n, (head, statement) in enumerate(sources) if n and statement.cue
        }

    def before(self, scene: Scene, token: int) -> dict[int, float]:
        """Points for the speaker before the one at a token; none where the token is no source."""
        if token not in self.earlier:
            return {}
        last, statement = self.earlier[token]
        if last not in scene.at or self.parse.sent_of[token] - self.parse.sent_of[last] > _TURN:
            return {}
        cue = head_token(self.parse, statement.cue[0])
        answer = cue is not None and coreference.answers(self.parse.lemma[cue])
        return {scene.at[last]: -2.0 if answer else 0.5}


def _note(scene: Scene, found: dict[int, int], token: int, who: int | None) -> None:
    if who is not None:
        found[token] = who
        scene.note(token, who)
        scene.learn(token, who)


def _speaker(parse: Parse, statement: Statement, at: dict[int, int], together: _Together) -> int | None:
    """The number of the actor at a statement's source; for a thing, of whose it is."""
    head = _source_head(parse, statement)
    if head is None:
        return None
    group = together.at(head, statement.source[0], at)
    if group is not None or head in at:
        return group if group is not None else at[head]
    owner = _issuer(parse, head)
    return at.get(owner) if owner is not None else None


def _issuer(parse: Parse, head: int) -> int | None:
    """Whose a thing that speaks is: "the ministry's account", "data from the ministry", "figures released by it"."""
    owner = parse.child(head, "poss")
    for p in parse.childs(head, "prep", "agent") if owner is None else ():
        if parse.lower(p) in ("by", "from"):
            owner = parse.child(p, "pobj")
    for clause in parse.childs(head, "acl") if owner is None else ():
        seen = parse.lemma[clause].lower() in words("coreference")["sources"]["seen"]
        owner = agent_of(parse, clause) if parse.tag[clause] == "VBN" and not seen else owner
    return owner


def _source_head(parse: Parse, statement: Statement) -> int | None:
    """The token that a source is about; a relative pronoun stands for the noun before, a count for what is counted."""
    if not statement.source:
        return None
    head = head_token(parse, statement.source[0])
    if head is not None and parse.tag[head] in ("WP", "WDT"):
        clause = next((a for a in parse.ancestors(head) if parse.dep[a] == "relcl"), None)
        return parse.head[clause] if clause is not None else head
    return head if head is None else _counted(parse, head)


def _new_sources(parse: Parse, so_far: Draft) -> list[Actor]:
    """Actors for sources that are no mention of any yet: "the poll", "a relative"."""
    mentioned = [parse.tokens_in(m.span) for a in so_far.actors for m in a.mentions]
    known = {head for tokens in mentioned if tokens for head in coreference.heads(parse, tokens)}
    made: list[Actor] = []
    for statement in so_far.statements:
        head = _source_head(parse, statement)
        if head is None or head in known or parse.pos[head] not in ("NOUN", "PROPN", "NUM", "ADJ"):
            continue
        if pair(parse, head) or _thing(parse, head) or (_is_text(parse, head) and _issuer(parse, head) in known):
            continue
        known.add(head)
        span = _noun_phrase(parse, head, statement.source[0])
        about = profile(parse, head)
        named = parse.pos[head] == "PROPN" and parse.sentence(head).first != head
        kind: ActorKind = "organisation" if named else "unnamed"
        if about and about.table in ("body", "group"):
            kind = "organisation" if about.table == "body" and not about.many else "group"
        if parse.lemma[head].lower() in words("coreference")["sources"]["seats"]:
            kind = "organisation"
        name = phrase_name(parse, parse.tokens_in(span)[0], head + 1)
        country, sector = (about.country, about.sector) if about else (None, None)
        number = f"a{len(so_far.actors) + len(made) + 1}"
        made.append(Actor(number, name, kind, country, sector, mentions=(Mention(span, "nominal"),)))
    return made


def _counted(parse: Parse, head: int) -> int:
    """The people in "thousands of people", the head itself elsewhere."""
    of = parse.child(head, "prep") if parse.lower(head) in words("numbers")["vague"] else None
    people = parse.child(of, "pobj") if of is not None and parse.lower(of) == "of" else None
    return head if people is None else people


def _thing(parse: Parse, head: int) -> bool:
    """Whether a source is no actor: a common noun that is neither for people nor for a body nor for a text.

    A noun in no list is for people where its ending says so: "a baker", "a florist".
    """
    if parse.pos[head] != "NOUN" or profile(parse, head) is not None:
        return False
    listed, noun = words("coreference")["sources"], parse.lemma[head].lower()
    return noun not in (*listed["texts"], *listed["seats"]) and (
        noun in listed["things"] or not noun.endswith(tuple(listed["endings"]))
    )


def _is_text(parse: Parse, head: int) -> bool:
    """Whether a source is a text, which speaks for whoever issued it."""
    return parse.pos[head] == "NOUN" and parse.lemma[head].lower() in words("coreference")["sources"]["texts"]


def _noun_phrase(parse: Parse, head: int, source: Span) -> Span:
    """The source up to its head."""
    first = max(parse.left[head], parse.tokens_in(source)[0] if parse.tokens_in(source) else head)
    return parse.span(min(first, head), head + 1)


def _first_person(
    parse: Parse, statements: Iterable[Statement], speaking: dict[str, int | None], scene: Scene
) -> Iterable[tuple[int, int]]:
    """ "I" in a quotation is its speaker; "we" is, where a body or many speak."""
    for statement in statements:
        who = speaking[statement.id]
        if who is None or statement.type not in ("direct", "mixed"):
            continue
        for span in statement.content:
            for i in parse.tokens_in(span):
                kind = pronouns().get(parse.lower(i))
                person = scene.people[who]
                if kind == "speaker" or (kind == "speakers" and (person.many or person.kind in _MANY)):
                    yield i, who
