"""The persons, bodies and states of one article while they are gathered: who is the same, and what is known of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from onrecord.extract.listed_names import Name
from onrecord.extract.parse import Parse
from onrecord.extract.phrase_country import span_country
from onrecord.extract.phrase_name import phrase_name, singular
from onrecord.extract.roles import Profile, phrase_start, profile
from onrecord.extract.titles import Title, shared_title, title_of
from onrecord.lexicon.countries import country_of, fold
from onrecord.lexicon.organisations import gender, office_holder
from onrecord.lexicon.romanise import skeletons
from onrecord.model.actor import ActorKind, MentionForm

_ENDINGS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(slots=True)
class Who:
    """One actor in the making. `nouns` are what it may be called; `mentions` are (first, last, form) in tokens."""

    kind: ActorKind
    name: str
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    gender: str | None = None
    many: bool = False
    known: str | None = None
    nouns: set[str] = field(default_factory=set)
    mentions: list[tuple[int, int, MentionForm]] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)

    @property
    def first(self) -> int:
        """The token where it is first mentioned."""
        return min(first for first, _, _ in self.mentions)

    def learn(self, office: Profile, text: str) -> None:
        """Take an office that the article gives: the first that names a country, or else the first, is the role."""
        self.nouns.add(office.noun)
        self.gender = self.gender or office.gender
        sector = office.sector if office.sector != "UNK" else None
        if self.role is None or (office.country and not self.country):
            self.role, self.sector = text, sector or self.sector
        self.sector = self.sector or sector
        self.country = self.country or office.country


def surname(name: str) -> str:
    """The last word of a name without "Jr" and the like, folded."""
    parts = [w for w in fold(name).split() if w not in _ENDINGS]
    return parts[-1] if parts else fold(name)


def gather(parse: Parse, found: Iterable[Name], day: str | None) -> list[Who]:
    """The actors behind the names of an article, each with all its names' mentions, in no order.

    Full names first, so that a bare surname finds its bearer wherever it stands, also where the tagger took it for an
    organisation or a place.
    """
    found = list(found)
    long = [n for n in found if n.kind == "person" and n.last - n.first > 1]
    full = {surname(parse.words(n.first, n.last)) for n in long} | {fold(parse.word(n.first)) for n in long}
    for at, name in enumerate(found):
        if not name.known and name.last - name.first == 1 and fold(parse.word(name.first)) in full:
            found[at] = replace(name, kind="person")
    people = _persons(parse, [n for n in found if n.kind == "person"])
    bearers = defaultdict(list)
    for who in people:
        bearers[surname(who.name)].append(who)
    others: dict[tuple[str, str], Who] = {}
    last: tuple[int, Who] | None = None
    for name in found:
        if name.kind == "person":
            continue
        if last and not name.known and _abbreviates(parse, name, last[0]):
            last[1].mentions.append((name.first, name.last, "name"))
            others[_key(name, parse.words(name.first, name.last))] = last[1]
            continue
        text = parse.words(name.first, name.last)
        key = _key(name, text)
        who = others.setdefault(key, Who(name.kind, name.known or text, name.country, name.sector, known=name.known))
        who.mentions.append((name.first, name.last, name.form))
        who.sector = who.sector or name.sector
        if not name.known and name.kind == "organisation" and (body := profile(parse, name.last - 1, name.first)):
            who.nouns.add(body.noun)
        last = name.last, who
    _bare_surnames(parse, bearers, found)
    for who in people:
        _leads(parse, who)
        _from_list(who, day)
    return [*people, *{id(who): who for who in others.values()}.values()]


def _abbreviates(parse: Parse, name: Name, after: int) -> bool:
    """Whether a name is the abbreviation in brackets of the one before it: "Harbour Relief Fund (HRF)"."""
    return name.first == after + 1 and parse.word(after) == "(" and parse.word(name.first).isupper()


def _key(name: Name, text: str) -> tuple[str, str]:
    if name.kind == "state":
        return ("state", fold(name.known or text))
    return ("body", fold(name.known or text))


def _persons(parse: Parse, found: list[Name]) -> list[Who]:
    """Persons, full names before bare ones, each name with the one whom it fits."""
    people: list[Who] = []
    by_surname: dict[str, list[Who]] = defaultdict(list)
    by_first: dict[str, list[Who]] = defaultdict(list)
    for name in sorted(found, key=lambda n: (n.last - n.first == 1, n.first)):
        text, title = parse.words(name.first, name.last), title_of(parse, name.first)
        parts = fold(text).split()
        if len(parts) > 1:
            near = {id(w): w for b in (surname(text), *skeletons(surname(text))) for w in by_surname.get(b, ())}
            fits = [w for w in near.values() if _same_person(fold(w.name).split(), parts)]
        else:
            fits = _bearers(by_surname, by_first, text, title)
        if len(fits) == 1:
            who = fits[0]
            who.name = text if len(text) > len(who.name) else who.name
        else:
            who = Who("person", text)
            people.append(who)
            for bone in {surname(text), *skeletons(surname(text))}:
                by_surname[bone].append(who)
            by_first[parts[0]].append(who)
        who.mentions.append((name.first, name.last, "name"))
        describe(parse, who, name.first, name.last)
        who.gender = who.gender or (title.gender if title else None) or (gender(parts[0]) if len(parts) > 1 else None)
        if title:
            who.titles.add(parse.lower(name.first - 1))
    return people


def _same_person(a: list[str], b: list[str]) -> bool:
    """Whether two full names with one surname can be one person's: equal, an initial, or another romanisation."""
    if a[0] == b[0] or (a[0][0] == b[0][0] and "." in (a[0][1:2], b[0][1:2])):
        return True
    return bool(set(skeletons(a[0])) & set(skeletons(b[0])))


_Index = dict[str, list[Who]]


def _bearers(by_surname: _Index, by_first: _Index, text: str, title: Title | None) -> list[Who]:
    """Whom a bare name can mean: bearers of the surname, else of another spelling of it, else of the given name."""
    found = by_surname.get(fold(text)) or next((by_surname[b] for b in skeletons(text) if b in by_surname), [])
    found = found or ([] if title else by_first.get(fold(text), []))
    found = list({id(w): w for w in found}.values())
    if len(found) > 1 and title and title.gender:
        found = [w for w in found if w.gender in (title.gender, None)]
    if len(found) > 1 and title and title.office:
        found = [w for w in found if title.office.noun in w.titles] or found
    if len(found) > 1 and title and title.learned:
        found = [w for w in found if w.sector in ("MED", "EDU")] or found
    return found


def _bare_surnames(parse: Parse, bearers: dict[str, list[Who]], found: list[Name]) -> None:
    """Mentions of persons by surnames that no tagger marked."""
    covered = {i for name in found for i in range(name.first, name.last)}
    for i in range(len(parse)):
        if i not in covered and parse.word(i)[:1].isupper() and parse.dep[i] not in ("compound", "det"):
            who = bearers.get(fold(parse.word(i)), ())
            if len(who) == 1 and len(fold(who[0].name).split()) > 1:
                who[0].mentions.append((i, i + 1, "name"))


def describe(parse: Parse, who: Who, first: int, last: int) -> None:
    """Learn from what stands beside a person's name: title, apposition, "is the …", "of the Irish army", "Peru's"."""
    if (title := title_of(parse, first)) is not None:
        who.sector = who.sector or title.sector
        who.nouns.add(parse.lower(first - 1))
        if title.office:
            who.learn(title.office, parse.words(title.office.first, first))
    head = last - 1
    if title is None and (office := shared_title(parse, first, head)) is not None:
        before = phrase_name(parse, office.first, office.head + 1).split()[:-1]
        who.learn(office, " ".join([*before, singular(parse, office.head)]))
    for noun in _beside(parse, head):
        office = profile(parse, noun)
        if office and office.table in ("person", "generic") and not office.many:
            start = phrase_start(parse, noun)
            bare = start + (parse.tag[start] in ("DT", "PRP$"))
            who.learn(office, parse.words(bare, _with_of(parse, noun)))
            who.mentions.append((start, noun + 1, "nominal"))
    if (owner := parse.child(head, "poss")) is not None and parse.head[owner] == head and not who.country:
        who.country = country_of(parse.words(phrase_start(parse, owner), owner + 1))
    for prep in parse.childs(head, "prep"):
        if parse.lower(prep) in ("of", "from") and not who.country:
            who.country = span_country(parse, prep + 1, min(parse.right[prep], prep + 6))


def _beside(parse: Parse, head: int) -> list[int]:
    """Nouns that say who a name is: appositions either way, and the predicate of "is"."""
    found = parse.childs(head, "appos")
    found += [c for a in found for c in parse.childs(a, "conj")]
    above = parse.head[head]
    explains = parse.dep[head] == "appos" and parse.childs(above, "appos")[0] == head  # not Y: "his envoy, X, and Y"
    if explains and parse.pos[above] in ("NOUN", "PROPN") and parse.dep[above] != "attr":
        found.append(above)
    if parse.dep[head] == "nsubj" and parse.lemma[above] in ("be", "become", "remain"):
        found += [c for c in parse.childs(above, "attr") if not parse.child(above, "neg")]
    return [n for n in found if parse.pos[n] in ("NOUN", "PROPN")]


def _with_of(parse: Parse, noun: int) -> int:
    """One past a noun and what follows it with "of", where that is short."""
    of = next((c for c in parse.childs(noun, "prep") if parse.lower(c) in ("of", "for") and c == noun + 1), None)
    return parse.right[of] if of is not None and parse.right[of] - of <= 7 else noun + 1


def _leads(parse: Parse, who: Who) -> None:
    """Whoever leads a country is of it: "Ebba Lund leads Sweden"."""
    for _, last, form in who.mentions:
        head = last - 1
        above = parse.lemma[parse.head[head]]
        if form == "name" and parse.dep[head] == "nsubj" and above in ("lead", "rule", "govern"):
            led = parse.child(parse.head[head], "dobj")
            if led is not None and not who.country and (code := span_country(parse, phrase_start(parse, led), led + 1)):
                who.country, who.sector = code, who.sector or "GOV"


def _from_list(who: Who, day: str | None) -> None:
    """Fill what the article leaves open from the list of office holders."""
    held = office_holder(who.name, day)
    if held is None or (who.country and held.country and who.country != held.country):
        return
    who.known = held.name
    who.country = who.country or held.country
    over = bool(day and held.end and held.end < day[: len(held.end)])
    if who.role is None:
        if day:
            who.role = held.role if not over else f"former {held.role}"
        who.sector = who.sector or ("ELI" if over and held.sector == "GOV" else held.sector)
    who.nouns.add(held.role if not over else f"former {held.role}")
    who.sector = who.sector or held.sector
