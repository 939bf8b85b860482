"""Others who hold what a draft says is one's alone, or was one's first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verify import rules
from verify.claims.names import contains_name
from verify.claims.nounwords import PEOPLE
from verify.claims.places import country
from verify.claims.words import tokenize
from verify.judge.acts import Act, acts
from verify.judge.compare_dates import say_dates
from verify.judge.distinctions import Distinction, distinction
from verify.judge.events import has_names, has_words, narrowed
from verify.judge.found import Rival, told_in
from verify.judge.seeking import Sought
from verify.judge.statements import statements
from verify.records import Claim, Ordinal, Passage

_WOMEN = frozenset("woman female".split())
_MEN = frozenset("man male".split())
_GENDERS = frozenset("woman women female ladies man men".split())
_SHE = re.compile(r"\b(?:she|her|hers|herself|woman|female|Ms|Mrs)\b", re.IGNORECASE)
_HE = re.compile(r"\b(?:he|his|him|himself|man|male|Mr|Sir)\b", re.IGNORECASE)
_LANDS = frozenset("country nation state".split())
_PEOPLE = frozenset("person people".split())
_KINDS = frozenset(
    "the of lake mount mountain river tower tunnel bridge bank university college school hospital"
    " museum airport station street road square park island isle sea bay cape city town port fort"
    " club united group company party hotel house hall palace castle church cathedral temple mosque"
    " dam canal railway theatre stadium arena centre building spire saint st".split()
)
"""Words of names that say what sort of thing it is."""
_PAST = re.compile(
    r"\b(?:was|were|had|until|then|once|former|formerly|used\s+to|will|would|by\s+\d{4})\b"
)


def others(sought: Sought, passages: Sequence[Passage]) -> Iterator[Rival]:
    """Others who did the same, or of whom the same is said."""
    for passage in passages:
        for claim in statements(passage):
            if (rival := same_said_of_another(sought, claim, passage)) is not None:
                yield rival
        for sentence, text in told_in(passage):
            for act in acts(text, passage.published):
                when = _when(sought, act) if _did_the_same(sought, act, text, passage) else None
                if when is not None:
                    by = (f"same act: {act.verb}", *(f"same name: {p.name}" for p in act.names))
                    yield Rival(passage, sentence, f"{act.who}{when}", by[:2])


def same_said_of_another(sought: Sought, claim: Claim, passage: Passage) -> Rival | None:
    """The same distinction, part by part, of somebody else; or the second one, of an only one."""
    says = sought.says
    if not isinstance(claim.value, Ordinal) or claim.value.quality != says.quality:
        return None
    if claim.value.rank != says.rank and not (says.rank == 0 and claim.value.rank > 1):
        return None
    other = distinction(claim, passage.published or sought.before)
    if other is None or not _same_parts(says, other) or not _are_apart(says, other.owner):
        return None
    passing = bool(says.quality) or not says.verb
    if passing and (_PAST.search(claim.resolved) or claim.frame.marks):
        return None
    dated = passage.published if passing else None
    return Rival(passage, claim.sentence, other.owner[0], (f"same rank: {says.noun}",), dated)


def _same_parts(says: Distinction, other: Distinction) -> bool:
    """Whether two distinctions are worth the same: by all that narrows them, on both sides."""
    if not (says.names or says.kind_names or says.words or says.verb):
        return False
    if other.own or not other.beside:
        return False
    return (
        (other.kind, other.verb, other.passive, other.words, other.since)
        == (says.kind, says.verb, says.passive, says.words, says.since)
        and has_names(other.names, says.names)
        and has_names(says.names, other.names)
        and all(contains_name(other.kind_names, n) for n in says.kind_names)
        and all(contains_name(says.kind_names, n) for n in other.kind_names)
        and (not says.dates or [d.start for d in says.dates] == [d.start for d in other.dates])
    )


def _are_apart(says: Distinction, theirs: Sequence[str]) -> bool:
    """Whether names surely mean others: one each, and no word in common but for one such as lake,
    which says what they are; nor the first and the last name of one person."""
    mine = says.owner
    if len(mine) != 1 or len(theirs) != 1 or contains_name(mine, theirs[0]):
        return False
    one, other = ([w.casefold() for w in re.findall(r"\w+", n[0])] for n in (mine, theirs))
    common = set(one) & set(other)
    if len(one) == len(other) == 1 and says.kind[-1] in PEOPLE:
        return False
    return not (common - _KINDS) and bool(set(one) - common) and bool(set(other) - common)


# --- the same act of another ------------------------------------------------------------------


def _did_the_same(sought: Sought, act: Act, text: str, passage: Passage) -> bool:
    says = sought.says
    if not _are_apart(says, (act.who,)):
        return False
    if says.verb:
        same = act.verb == says.verb and act.passive == says.passive
        narrowing = _narrowing(says, sought.claim.resolved) == _narrowing(says, text)
        wanted = says.words
    else:  # "the only club in Liverpool": what another one is said to be
        same = says.rank == 0 and act.verb == "be" and act.noun == says.noun
        narrowing = True
        wanted = frozenset({*says.kind, *says.words})
    return (
        same
        and narrowing
        and has_words(act, wanted)
        and has_names(act.names, says.names)
        and (not says.verb or _is_of_kind(says, act, text, passage))
    )


def _narrowing(says: Distinction, text: str) -> frozenset[str]:
    """The words for women or youths that are not the kind itself."""
    return narrowed(text) - (_GENDERS if says.kind[-1] in _WOMEN | _MEN else frozenset())


def _is_of_kind(says: Distinction, act: Act, text: str, passage: Passage) -> bool:
    """Whether somebody surely is what the only one is one of: a woman, a country, a pianist."""
    *more, noun = says.kind
    if says.kind_names:
        return False  # which countries are African is not known here
    if not more and noun in _LANDS:
        return bool(country(act.who))
    if not more and noun in _PEOPLE:
        return not country(act.who)
    told = [(one.text, read) for one, read in told_in(passage) if act.who in read]
    if not more and noun in _WOMEN:
        return any(_SHE.search(one) and not _HE.search(one) for one, _ in told)
    if not more and noun in _MEN:
        return any(_HE.search(one) and not _SHE.search(one) for one, _ in told)
    return _in_apposition(act.who, says.kind, text) or any(
        said.verb == "be"
        and contains_name([said.who], act.who)
        and said.noun == noun
        and has_words(said, frozenset(more))
        for _, read in told
        for said in acts(read, passage.published)
    )


def _in_apposition(name: str, kind: Sequence[str], text: str) -> bool:
    """ "Ana Horvat, a Croatian pianist, won": what somebody is said to be, behind the name."""
    behind = re.search(re.escape(name) + r",\s+(?:an?|the)\s+([^,]{1,60}),", text)
    lemmas = [t.lemma for t in tokenize(behind[1])] if behind else []
    return bool(lemmas) and lemmas[-1] == kind[-1] and set(kind) <= set(lemmas)


def _when(sought: Sought, act: Act) -> str | None:
    """When another did it, in words; None where that is no rival: after a first, outside the
    window. Of an only one any day will do, and none at all."""
    says, first = sought.says, sought.rule == rules.FIRST
    days = [d for d in act.dates if d.certain]
    if says.dates and not first:
        days = [d for d in days if says.dates[0].start <= d.start and d.end <= says.dates[0].end]
        if not days:
            return None
    if first and not sought.dated:
        return None
    if first or says.since:
        if says.since and not says.ever and sought.after is None:
            return None
        days = [
            d
            for d in days
            if d.end < sought.before and (sought.after is None or d.start > sought.after)
        ]
        if not days:
            return None
    return f", {say_dates(days[0])}" if days else ""
