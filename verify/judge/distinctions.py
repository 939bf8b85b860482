"""What a first, an only or a most claims, part by part, and so what would be a rival to it.

Only what can be told apart for sure is sought. "The first woman to win the prize" depends on which
prize is meant, and "their first win" on the season that the text is about: nothing is sought.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from verify.claims import lexicon
from verify.claims.dates import find_dates
from verify.claims.names import Name, find_names
from verify.claims.ordinals import find_ordinals
from verify.claims.words import Token, is_finite_verb, tokenize, verb_lemma
from verify.judge import windows
from verify.judge.acts import Act, Place, acts, scope_end
from verify.records import Claim, Kind, Ordinal, When

_UNIQUE = frozenset("world moon sun earth universe equator sea".split())
_THOSE = frozenset("the this that these those his her its their our my".split())
_PASSING = frozenset(
    "season year month week day quarter half tournament campaign so far today tonight current"
    " now yet here there home-ground other others same such another own".split()
)
"""Words that mean another time or place in every text."""
_SKIPPED = frozenset("to have has had be been was were is are ever also who that which".split())
_EVER = re.compile(r"ever$|history$|^on\s+record|^of\s+all\s+time|living\s+memory")
_SAYS = re.compile(r"\s*(?:[^\s,]+\s+){0,3}(?:said|says|told|according|which|who|with)\b")
_ASIDE = re.compile(r"\s*(?:[a-z]+ing|an?)\s(?!.*\b(?:and|or)\b)")


@dataclass(frozen=True, slots=True)
class Distinction:
    """What a rank claims. `owner` is whose it is, "Leeds's first win", or who holds it; `kind` the
    lemmas of the noun phrase, the noun last; `verb` what the holder did; `words`, `names` and
    `dates` all that narrows it."""

    rank: int
    quality: str
    owner: tuple[str, ...]
    own: bool
    beside: bool
    """Whether the name of who holds it stands right before it: "Ana Horvat was the first"."""
    kind: tuple[str, ...]
    verb: str
    passive: bool
    words: frozenset[str]
    names: tuple[Place, ...]
    kind_names: tuple[str, ...]
    """Names in the noun phrase: an African country."""
    dates: tuple[When, ...]
    since: str
    apposed: bool
    """Whether it stands beside the name, and the verb of its sentence tells of something else."""
    after: dt.date | None
    """The last day before its window; None where it has no beginning that is told as a date."""
    days: int
    """The length of a window that is told by it: in five years; 0 where it is not."""

    @property
    def noun(self) -> str:
        """What is ranked."""
        return self.kind[-1] if self.kind else ""

    @property
    def ever(self) -> bool:
        """Whether its window has no beginning."""
        return _EVER.search(self.since) is not None


def distinction(claim: Claim, as_of: dt.date) -> Distinction | None:
    """What a superlative claims; None where it cannot be told for sure."""
    value = claim.value
    if claim.kind is not Kind.SUPERLATIVE and not (
        isinstance(value, Ordinal) and value.rank > 1 and not value.quality
    ):
        return None
    if not isinstance(value, Ordinal) or "not" in claim.frame.marks:
        return None
    return _read(claim.resolved, value, claim.frame.subject, claim.frame.topic, as_of)


@lru_cache(maxsize=4096)
def _read(
    text: str,
    value: Ordinal,
    subject: tuple[str, ...],
    topic: tuple[str, ...],
    as_of: dt.date,
) -> Distinction | None:
    ranked = next((r for r in find_ordinals(text) if r.value == value), None)
    if ranked is None:
        return None
    names, tokens = find_names(text), tokenize(text)
    since, remainder = windows.window(text, ranked)
    rest_end = _rest_end(text, tokens, names, ranked.end)
    if rest_end is None:
        return None
    spans = [(ranked.noun_end, since[0]), (remainder, rest_end)]
    phrase = text[ranked.noun_start : ranked.noun_end]
    kind = tuple(t.lemma for t in tokenize(phrase) if t.is_word or t.is_number)
    if not kind:
        kind = topic[-1:]
    inside = [t for t in tokens if any(s <= t.start < e for s, e in spans)]
    if _leaves_open(inside, names):
        return None
    dated = [(d.start, d.end, d.value) for d in find_dates(text, as_of)]
    dates = [d for d in dated if any(s <= d[0] < e for s, e in spans)]
    here = [n for n in names if any(s <= n.start < e for s, e in spans)]
    free = [
        t
        for t in inside
        if not any(n.start <= t.start < n.end for n in here)
        and not any(s <= t.start < e for s, e, _ in dates)
    ]
    verb, passive, free = _verb(free)
    own, holder = _owner(text, names, ranked.start, subject)
    beside = any(_HOLDS.fullmatch(text, n.end, ranked.start) for n in names if n.text in holder)
    field: tuple[str, ...] = ()
    if own and not value.since and (value.quality or value.rank == 0):
        # Torva's highest mountain is the highest in Torva.
        own, field, holder = False, holder, _holder(text, names, ranked.start)
        beside = bool(holder)
    places = [Place("in", one) for one in field]
    places += [Place(_joint(tokens, names, n), n.text) for n in here]
    among = [n.text for n in names if ranked.noun_start <= n.start < ranked.noun_end]
    named = {w for n in among for w in n.lower().split()}
    return Distinction(
        rank=value.rank,
        quality=value.quality,
        owner=holder,
        own=own,
        beside=beside,
        kind=tuple(w for w in kind if w not in named),
        verb=verb,
        passive=passive,
        words=frozenset(t.lemma for t in free if _tells(t)),
        names=tuple(places),
        kind_names=tuple(among),
        dates=tuple(v for _, _, v in dates),
        since=value.since,
        apposed=re.search(r",\s+(?:the\s+)?$", text[: ranked.start]) is not None,
        after=windows.after(text[since[0] : remainder], as_of),
        days=windows.days(value.since) if not text.startswith("since", since[0]) else 0,
    )


def _rest_end(text: str, tokens: Sequence[Token], names: Sequence[Name], start: int) -> int | None:
    """Where what follows a rank ends; None where a list goes on behind a comma or "and"."""
    first = next((i for i, t in enumerate(tokens) if t.start >= start), len(tokens))
    relative = first < len(tokens) and tokens[first].lower in {"who", "that", "which"}
    end = scope_end(tokens, first + relative)
    if not relative:
        # "the largest bank in Europe made a loss": the verb of the sentence.
        end = next((i for i in range(first, end) if _is_main_verb(tokens, first, i)), end)
    for at in range(first, end):
        if tokens[at].text == ",":
            if at + 1 == len(tokens) or _goes_on(text[tokens[at].end :]):
                end = at
                break
            return None
        if tokens[at].lower in {"and", "or"}:
            return None
    return tokens[end - 1].end if end > first else start


def _goes_on(rest: str) -> bool:
    """Whether what stands behind a comma is said of the whole: who says so, a participle, "a feat";
    and no list."""
    return _SAYS.match(rest) is not None or _ASIDE.match(rest) is not None


def _is_main_verb(tokens: Sequence[Token], first: int, at: int) -> bool:
    """A finite verb that no "to" leads: not of "to have hosted"."""
    lead = at - 1
    while lead > first and tokens[lead].lower in lexicon.AUXILIARIES | {"ever"}:
        lead -= 1
    return is_finite_verb(tuple(tokens), at) and (at == first or tokens[lead].lower != "to")


def _leaves_open(tokens: Sequence[Token], names: Sequence[Name]) -> bool:
    """Whether it depends on the text what is meant: this season, the prize, under the new coach."""
    for at, token in enumerate(tokens):
        if token.lower in _PASSING or token.lower in {"not", "n't", "as", "except", "but"}:
            return True
        if token.lower not in _THOSE:
            continue
        phrase = tokens[at + 1 : at + 6]
        named = False
        for i, word in enumerate(phrase):
            if any(n.start <= word.start < n.end for n in names):
                named = True
            if word.lower in _UNIQUE:
                named = True
            if word.lower in lexicon.PREPOSITIONS - {"of"} or (
                i and not (word.is_word or word.text == "-")
            ):
                break
        if not named:
            return True
    return False


def _verb(tokens: Sequence[Token]) -> tuple[str, bool, list[Token]]:
    """The verb of "to conduct", "who has won", whether it is passive, and the other words."""
    if not tokens or tokens[0].lower not in {"to", "who", "that", "which"}:
        return "", False, list(tokens)
    passive = False
    for at, token in enumerate(tokens):
        passive = passive or token.lower in {"be", "been", "was", "were"}
        if token.lower not in _SKIPPED:
            lemma = verb_lemma(token.lower)
            return lemma, passive, list(tokens[at + 1 :])
    return "", False, []


_HOLDS = re.compile(
    r"(?:,|\s+(?:is|was|are|were|became|remains|has\s+(?:been|become)))\s+"
    r"(?:also\s+|still\s+|now\s+)?(?:the\s+)?$"
)


_ITS_OWN = re.compile(
    r"['’]s?\s+[a-z]+(?:\s+(?:to|at|in|over|against)\s[^,;]*)?\s+(?:is|was|be)\s*"
)
_AT_THE_HEAD = 5


def _holder(text: str, names: Sequence[Name], start: int) -> tuple[str, ...]:
    """Who is "Torva's highest mountain": the name before the one that owns the rank."""
    before = [n for n in names if n.end <= start]
    if len(before) < 2 or not _HOLDS.fullmatch(text, before[-2].end, before[-1].start):
        return ()
    return (before[-2].text,)


def _owner(
    text: str, names: Sequence[Name], start: int, subject: tuple[str, ...]
) -> tuple[bool, tuple[str, ...]]:
    """Whether somebody's name stands before the rank as its owner, and who owns or holds it."""
    lead = re.search(r"(?:['’]s?|\b(?P<its>its|their|his|her))\s+(?:own\s+)?$", text[:start])
    before = [n for n in names if n.end <= start]
    if lead and not lead["its"]:
        owner = next((n for n in before if n.end == lead.start()), None)
        return True, (owner.text,) if owner else ()
    if lead:  # "Leeds recorded their first win": who stands before the verb, and nobody else
        if len(subject) == 1 and [n.text for n in before] == list(subject):
            return True, subject
        # "Brekke's visit to Ghent was his first": whose visit it was
        led = before and _ITS_OWN.fullmatch(text[before[0].end : lead.start()])
        return True, (before[0].text,) if led and before[0].start < _AT_THE_HEAD else ()
    if before and _HOLDS.fullmatch(text, before[-1].end, start):
        return False, (before[-1].text,)
    behind = [n.text for n in names if n.start >= start]
    return False, tuple(n for n in subject if n not in behind)


def _joint(tokens: Sequence[Token], names: Sequence[Name], name: Name) -> str:
    before = [t for t in tokens if t.end <= name.start]
    while before and (
        before[-1].lower in lexicon.DETERMINERS
        or any(n.start <= before[-1].start < n.end for n in names)
    ):
        before.pop()
    joint = before[-1].lower if before else ""
    return joint if joint in lexicon.PREPOSITIONS else ""


def _tells(token: Token) -> bool:
    return (token.is_word or token.is_number) and token.lower not in (
        lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.AUXILIARIES | {"to", "ever"}
    )


_FOR_THE = re.compile(r"\s*,?\s*\bfor\s+(?:the|its|his|her|their)\s+(?:very\s+)?$", re.IGNORECASE)


_THAT = re.compile(r"\s+(?:since\s+[^,;.]{1,40}?\s+)?(?:that\s+)?(?:the\s+)?(?=[A-Z])")
_SINCE = re.compile(r"\s+since\b[^.]*")


def first_time(claim: Claim, as_of: dt.date) -> Act | None:
    """What was done "for the first time since 2019", or is "the first time since 2019 that" it was
    done; None where it is not told for sure."""
    text = claim.resolved
    ranked = next((r for r in find_ordinals(text) if r.value == claim.value), None)
    if ranked is None:
        return None
    if lead := _FOR_THE.search(text[: ranked.start]):
        without = f"{text[: lead.start()]} {text[ranked.end :].lstrip(', ')}".strip()
    elif that := _THAT.match(text, ranked.noun_end):
        without = _SINCE.sub("", text[that.end() :])
    else:
        return None
    told = [act for act in acts(without, as_of) if act.verb not in {"", "be"}]
    if len(told) != 1:
        return None
    after = without.find(told[0].who) + len(told[0].who)
    tokens = tuple(t for t in tokenize(without) if t.start >= after)
    end = scope_end(tokens, 0)
    return None if _leaves_open(tokens[:end], find_names(without)) else told[0]
