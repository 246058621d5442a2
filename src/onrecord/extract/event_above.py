"""What the word above an event says of it: "feared", "a plan to", "no sign of", "denied that"."""

from __future__ import annotations

from onrecord.extract import event_signs as signs
from onrecord.extract.event_clause import clause_value, strongest
from onrecord.extract.event_signs import VERBAL, listed, table
from onrecord.extract.parse import Parse

Said = tuple[str, bool]
"""A value, or "flip" (it happened after all), and whether to go on upwards."""
STOP: Said = ("happened", False)


def above(parse: Parse, at: int, head: int, loose: bool = False) -> Said:
    """What the word above `at` says of it, and whether the word above that is to be asked too.

    `loose`: the event itself is indefinite and hangs on `at`, so that what is definite on the way up makes it no fact:
    "may stay as the vanguard of an attack".
    """
    dep = parse.dep[at]
    if _apart(parse, at, head):
        return STOP
    if dep in ("relcl", "acl") and signs.generic(parse, head):
        return "hypothetical", False
    if dep == "relcl" and _content_of(parse, at, head):
        return _noun_above(parse, head), True
    if dep in ("relcl", "appos", "parataxis", "punct", "intj"):
        return STOP
    if dep == "conj":
        return _joined(parse, at, head)
    if dep == "prep":
        return _after_preposition(parse, at, head, loose)
    if dep in ("pobj", "pcomp"):
        without = parse.lower(head) in listed("without")
        without = without or (parse.lower(head) == "of" and parse.lower(parse.head[head]) in listed("without"))
        without = without or (dep == "pcomp" and parse.lower(head) == "against")
        return ("denied" if without else "happened"), not without
    if dep == "advcl":
        return _adverbial(parse, at, head)
    if dep in ("csubj", "nsubj", "nsubjpass"):
        return _subject_of(parse, at, head, loose)
    if parse.pos[head] in VERBAL:
        return _object_of(parse, at, at, head, loose)
    return _noun_above(parse, head), _go_on(parse, head)


def _go_on(parse: Parse, head: int) -> bool:
    return parse.lemma[head].lower() not in listed("known", "nouns")


def _content_of(parse: Parse, verb: int, noun: int) -> bool:
    """Whether a clause that is parsed as relative tells what a noun holds: "the rumour that troops had left"."""
    if parse.lemma[noun].lower() not in table("nouns").keys() | listed("nouns", "reject_reports"):
        return False
    own = parse.childs(verb, *signs.SUBJECTS)
    return bool(own) and all(parse.tag[c] not in ("WP", "WDT") for c in own) and parse.lower(parse.left[verb]) == "that"


def _apart(parse: Parse, at: int, head: int) -> bool:
    """Whether a semicolon stands between the two: then they are two sentences, whatever the parse says."""
    low, high = sorted((at, head))
    return any(parse.word(t) == ";" for t in range(low, min(high, low + 40)))


def _joined(parse: Parse, at: int, head: int) -> Said:
    noun = parse.pos[at] not in VERBAL
    finite = any(parse.tag[c] == "MD" for c in parse.children[at]) or (
        parse.tag[at] in ("VBN", "VBG") and parse.child(at, "aux", "auxpass", *signs.SUBJECTS) is not None
    )
    bare = parse.tag[at] in ("VB", "VBN", "VBG") and parse.tag[at] == parse.tag[head] and not noun and not finite
    if bare and parse.pos[head] in VERBAL:
        return clause_value(parse, head), True
    if noun and any(parse.dep[c] == "det" and parse.lower(c) in ("no", "neither") for c in parse.children[head]):
        return "denied", True
    return "happened", noun or parse.child(at, "nsubj", "nsubjpass") is None or parse.dep[head] == "ccomp"


def _after_preposition(parse: Parse, prep: int, head: int, loose: bool) -> Said:
    """A preposition of time or place only says where the event stands; the others let the word above rule it."""
    rules = parse.lower(prep) in listed("ruling")
    if parse.pos[head] in VERBAL:
        noun = parse.child(prep, "pobj", "pcomp")
        if not rules:
            if noun is not None and (parse.pos[noun] in VERBAL or signs.definite(parse, noun)):
                return STOP
            return (clause_value(parse, head) if signs.modal(parse, head) != "happened" else "happened"), False
        wanted = noun is not None and any(parse.lower(c) in ("a", "an") for c in parse.childs(noun, "det"))
        open_ = table("verbs").get(parse.lemma[head], "known") == "known" and parse.lemma[head] not in listed(
            "for_past"
        )
        if parse.lower(prep) == "for" and wanted and open_:
            return "possible", True  # "gathered for an attack"
        return _object_of(parse, prep, prep if noun is None else noun, head, loose)
    if not rules:
        return STOP
    return _noun_above(parse, head), _go_on(parse, head)


def _noun_above(parse: Parse, head: int) -> str:
    """What a governing noun or adjective says: "fears of", "likely to", "too weak to"."""
    if parse.pos[head] == "ADJ" and any(parse.lower(c) == "too" for c in parse.children[head]):
        return "denied"
    if signs.was_able(parse, head):
        return "happened"
    lemma = parse.lemma[head].lower()
    if lemma == "order" and parse.lower(parse.head[head]) == "in":
        return "planned"  # "in order to attack"
    if lemma in ("event", "case") and parse.lower(parse.head[head]) == "in":
        return "hypothetical"
    if parse.tag[head] == "NN" and lemma in listed("nouns", "reject_reports"):
        return "possible"
    value = table("nouns").get(lemma) or table("predicates").get(lemma, "happened")
    return "happened" if value == "known" else value


def _adverbial(parse: Parse, at: int, head: int) -> Said:
    if signs.infinitive(parse, at):
        return strongest(_verb_above(parse, at, head), signs.modal(parse, head)), True
    apart = parse.childs(at, "mark", *signs.SUBJECTS) or any(
        parse.lower(c) in listed("awaited") for c in parse.childs(at, "advmod")
    )
    if parse.tag[at] == "VBG" and not apart:
        return clause_value(parse, head), True  # "may strike, killing thousands"
    stopped = any(parse.lower(c) == "before" for c in parse.children[at]) and signs.modal(parse, at) == "possible"
    return ("denied" if stopped else "happened"), False


def _ends(parse: Parse, verb: int) -> bool:
    """Whether a verb says that a thing is still to end, or has not ended: then it is going on."""
    if any(parse.lemma[c] in listed("ending") and signs.infinitive(parse, c) for c in parse.childs(verb, "xcomp")):
        return True
    over = parse.lemma[verb] == "be" and any(parse.lower(c) == "over" for c in parse.children[verb])
    return (over or parse.lemma[verb] in listed("ending")) and clause_value(parse, verb) != "happened"


def _subject_of(parse: Parse, noun: int, verb: int, loose: bool) -> Said:
    lemma, dep = parse.lemma[verb].lower(), parse.dep[noun]
    if _ends(parse, verb):
        return ("ongoing" if signs.definite(parse, noun) or parse.tag[noun] == "NNS" else "happened"), False
    linked = lemma in listed("copulas")
    said = (
        [parse.lower(c) for c in parse.childs(verb, "acomp", "attr", "prep", "advmod", "oprd")] if linked else [lemma]
    )
    said += [f"{lemma}-{parse.lower(c)}" for c in parse.childs(verb, "prt")]
    found = [v for s in said if (v := table("predicates").get(s)) and (linked or dep != "csubj")]
    if lemma in listed("passive_only") and dep == "nsubj":
        found = []
    if found:
        value = strongest(*found)
        return ("possible" if value == "denied" and signs.negated(parse, verb) else value), False
    one = any(parse.lower(c) in ("a", "an") for c in parse.childs(noun, "det"))
    if lemma == "be" and parse.tag[verb] == "VBZ" and one:
        return "hypothetical", False  # of any such event: "an ambush is a coward's weapon"
    would = signs.modal(parse, verb) == "hypothetical" and not any(
        parse.lower(c) == "have" for c in parse.children[verb]
    )
    if lemma in listed("light") or would or loose or not signs.definite(parse, noun):
        return clause_value(parse, verb), True
    return STOP


def _object_of(parse: Parse, at: int, noun: int, verb: int, loose: bool) -> Said:
    """What a verb says of its complement or object; `at` hangs on it, `noun` is that or the noun after it."""
    lemma = parse.lemma[verb].lower()
    named = parse.pos[noun] not in VERBAL
    value = _verb_above(parse, at, verb, noun)
    negated = signs.negated(parse, verb)
    if named and lemma in listed("facts") and signs.modal(parse, verb) in ("happened", "planned"):
        return "happened", False  # "will investigate attacks on the convoy"
    if negated and value == "denied":
        return ("flip" if lemma in listed("implicative_no") else "possible"), False
    if negated and lemma == "hesitate":
        return "flip", False
    if negated and lemma in listed("checking"):
        return "possible", False  # "could not confirm the attack"
    if negated and value == "planned" and not named:
        return "denied", False  # "did not plan to occupy it"
    if named and lemma not in listed("light") and signs.definite(parse, noun) and not loose:
        return value, False
    if parse.dep[at] == "ccomp" and any(parse.lower(c) in listed("wrongly") for c in parse.children[verb]):
        return "denied", False
    if parse.dep[at] == "ccomp" and (
        lemma in listed("speech") or any(parse.tag[c] == "WP" for c in parse.children[at])
    ):
        return ("denied" if negated and lemma in listed("opinion") else value), False
    if parse.dep[at] == "attr":
        value = strongest(value, _cleft(parse, verb))
    if value != "happened" and not named and lemma != "want":
        return value, True
    return strongest(value, clause_value(parse, verb)), True


def _cleft(parse: Parse, verb: int) -> str:
    """What "what they need is" says of what follows."""
    clauses = parse.childs(verb, "csubj")
    value = table("verbs").get(parse.lemma[clauses[0]].lower(), "happened") if clauses else "happened"
    return "happened" if value == "known" else value


def _verb_above(parse: Parse, at: int, verb: int, noun: int | None = None) -> str:
    """What a governing verb says of its object, complement or purpose; `noun` follows where `at` is a preposition."""
    lemma, noun = parse.lemma[verb].lower(), at if noun is None else noun
    word, dep = parse.lower(at), parse.dep[at]
    if dep == "dobj" and parse.pos[noun] not in VERBAL:
        if lemma in listed("performed", "clause_only"):
            return "happened"
        if lemma in listed("words", "clause_only") and signs.definite(parse, noun):
            return "happened"
    if word == "from" and lemma in listed("words", "from_only"):
        return "denied"
    if lemma == "call" and not (dep == "xcomp" or (dep == "prep" and word in ("for", "on", "upon"))):
        return "happened"
    if parse.lemma[at] in listed("nouns", "reject_reports") and lemma in listed("verbs", "reject_reports"):
        return "denied"
    heard = (dep == "dobj" and parse.pos[noun] not in VERBAL) or (dep == "ccomp" and not signs.infinitive(parse, at))
    if (heard and lemma in listed("addressing")) or lemma in ("halt", "keep"):
        return "happened"  # "told a meeting that"
    if lemma == "rule" and parse.child(verb, "prt") is None:
        return "happened"
    if lemma in table("passive") and parse.child(verb, "auxpass", "nsubjpass") is not None:
        return "possible"
    particle = parse.child(verb, "prt")
    phrasal = f"{lemma}-{parse.lower(particle)}" if particle is not None else lemma
    value = table("verbs").get(phrasal, table("verbs").get(lemma, "happened"))
    if (
        lemma == "announce"
        and dep == "ccomp"
        and parse.tag[at] in ("VBD", "VBN")
        and signs.modal(parse, at) == "happened"
    ):
        return "happened"  # "announced that it had paid"
    return "happened" if value == "known" else value
