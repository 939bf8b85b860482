"""What a value is said of: whose it is, what it measures, when, and in which sense."""

from __future__ import annotations

import re

from verify.claims import lexicon
from verify.claims.clauses import Clause, verbs
from verify.claims.names import find_names
from verify.claims.quantities import DURATIONS
from verify.claims.reading import Reading
from verify.claims.words import Token, content_lemmas, is_finite_verb, verb_lemma
from verify.records import Frame, Kind, Quantity, Value, When

# "since 1994", "after the epidemic of 2019": a date that bounds or compares, and tells no time.
_BOUNDARY = re.compile(
    r"\b(?:since|after|before|until|till|than|from|by|with|to)\s+(?:the\s+)?(?:\w+\s+){0,3}(?:of\s+|in\s+)?$",
    re.IGNORECASE,
)
# Another figure: a date after it is that figure's.
_VALUE = re.compile(r"[$£€¥₹]\s?\d|\d\s?%|\d\s+(?:per\s?cent|percent)\b")
_CHANGE_VERBS = frozenset(
    "rise fall grow increase decrease drop decline climb gain jump slip shrink surge plunge soar"
    " tumble slump widen narrow raise cut reduce expand advance swell dip edge rally double boost"
    " lift slow improve ease".split()
)
_CHANGE_NOUNS = frozenset(
    "rise fall growth increase decrease drop decline gain jump surge cut reduction expansion"
    " slump dip improvement".split()
)
_DOWN = frozenset(
    "fall decrease drop decline slip shrink plunge tumble slump narrow cut reduce dip ease lose"
    " reduction loss slow".split()
)
_MARKS = (
    ("planned", r"\b(?:pencilled\s+in|analysts|consensus|will|would|plans?|planned|planning|expects?|expected|forecasts?|aims?|hopes?|projected|proposed|intends?|due\s+to|scheduled|by\s+20\d\d|agree[sd]?\s+to|commit(?:s|ted)?|pledge[sd]?|predict(?:s|ed)?|estimates?\s+that|guidance|should)\b"),
    ("earlier", r"\b(?:(?:its|his|her|their|the|an)\s+(?:earlier|previous|former|old|original|preliminary|prior|first)\b(?!\s+(?:quarter|half|month|week|time|since)))(?!\s+(?:quarter|half|month|week|time|year|day))|\b(?:previously|formerly|originally|initially|at\s+first|used\s+to)\b"),
    ("part", r"\b(?:of\s+(?:them|these|those|whom|which)|excluding|without|apart\s+from|part\s+of)\b"),
    ("elapsed", r"\binto\s+(?:the|its|his|her)\b"),
    ("not", r"\b(?:not|never|no\s+longer|without|n['’]t|neither|denied|denies)\b"),
    ("next", r"\bnext\b"),
)  # fmt: skip
# Marks that must stand beside the value to change it.
_LOCAL = frozenset({"earlier", "part"})
_MARK = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _MARKS)
GENERIC = frozenset(
    "people person man woman child resident country nation state member time place case thing"
    " other unit part piece point item individual adult full total".split()
)
_DIMENSIONS = {
    "long": "length", "tall": "height", "high": "height", "wide": "width", "deep": "depth",
    "old": "age", "thick": "thickness", "away": "distance", "heavy": "weight", "fast": "speed",
    "weigh": "weight", "cost": "cost", "last": "duration", "measure": "length", "apart": "distance",
}  # fmt: skip


def frame_of(
    reading: Reading, start: int, end: int, kind: Kind, value: Value | None, at: int
) -> Frame:
    """The frame of the value at [start, end) of `reading.text`, said in the clause at `at`."""
    clause = reading.clause_of(at)
    tokens = reading.tokens
    inside = tokens[clause.start : clause.end]
    low, high = _bounds(reading, clause)
    names = tuple(
        n for n in reading.names if low <= n.start < high and not _owns_office(reading, n.end)
    )
    subject = _owner(reading, start, end, kind) or _subject(reading, clause)
    if kind in {Kind.ORDINAL, Kind.SUPERLATIVE} and (phrase := _phrase_names(reading, end)):
        subject = phrase
    head, series = _measured(reading, clause, start, end, kind, value)
    others = tuple(t for t in inside if not (start <= t.start < end))
    antecedent = (tokens[clause.antecedent],) if clause.antecedent >= 0 else ()
    wider = tuple(t for t in tokens if not (start <= t.start < end))
    title_names = tuple(n.text for n in find_names(reading.title)) if reading.title else ()
    return Frame(
        subject=subject,
        topic=_topic(reading, clause),
        head=head,
        series=series,
        verb=tuple(_DIMENSIONS.get(v, v) for v in verbs(tokens, clause)),
        near=_near(reading, start, end),
        names=tuple(dict.fromkeys(n.text for n in names)),
        terms=content_lemmas(_nameless(antecedent + others, reading)),
        wider_names=tuple(dict.fromkeys([*(n.text for n in reading.names), *title_names])),
        wider_terms=content_lemmas(_nameless(wider, reading)),
        period=_period(reading, clause, start, end),
        marks=_marks(reading, clause, start, end, kind),
    )


def _near(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """What stands between the value and its neighbours in the sentence."""
    text = reading.text
    numbers = [m.span() for m in re.finditer(r"[$£€]?\d[\d.,]*\d|\d", text)]
    low = max((e for s, e in numbers if e <= start), default=0)
    high = min((s for s, e in numbers if s >= end), default=len(text))
    tokens = tuple(t for t in reading.tokens if low <= t.start < high and not start <= t.start < end)
    names = tuple(n.text for n in reading.names if low <= n.start < high)
    return (*content_lemmas(_nameless(tokens, reading)), *names)


def _bounds(reading: Reading, clause: Clause) -> tuple[int, int]:
    return reading.tokens[clause.start].start, reading.tokens[clause.end - 1].end


def _nameless(tokens: tuple[Token, ...], reading: Reading) -> tuple[Token, ...]:
    return tuple(t for t in tokens if not any(n.start <= t.start < n.end for n in reading.names))


def _subject(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """Names in the subject of the clause, else in that of the clause it hangs on."""
    if clause.antecedent >= 0:
        noun = reading.tokens[clause.antecedent]
        described = [n.text for n in reading.names if n.start <= noun.start < n.end]
        if described:
            return tuple(described)
    found = _own_subject(reading, clause)
    if found or _has_own_noun(reading, clause):
        return found
    while clause.parent >= 0:
        clause = reading.clauses[clause.parent]
        found = _own_subject(reading, clause)
        if found:
            return found
    return ()


def _lists_value(text: str, name_end: int, start: int, kind: Kind) -> bool:
    """ "Dunmore Athletic 74 points, Averil Rovers 68", "Europe for 42 per cent, Asia for 31"."""
    if kind in {Kind.ORDINAL, Kind.SUPERLATIVE}:
        return False
    between = text[name_end:start].strip()
    return not between or (
        between in {"for", "with", "on", ":", "at"} and bool(re.search(r"\d", text[:name_end]))
    )


def _phrase_names(reading: Reading, end: int) -> tuple[str, ...]:
    """Names in the "of" phrase right after an ordinal: the 22nd meeting of SCO ministers."""
    if not re.match(r"\s+of\s", reading.text[end:]):
        return ()
    stop = next(
        (t.start for i, t in enumerate(reading.tokens) if t.start > end and (
            is_finite_verb(reading.tokens, i) or not (t.is_word or t.text == "-"))),
        len(reading.text),
    )
    return tuple(n.text for n in reading.names if end <= n.start < stop)


def _owner(reading: Reading, start: int, end: int, kind: Kind) -> tuple[str, ...]:
    """The name that a value is written on: "the 10-member SCO", "Iran's 31 provinces"."""
    if kind in {Kind.DATE, Kind.ROLE, Kind.MEMBERSHIP, Kind.QUOTE, Kind.EVENT}:
        return ()
    text = reading.text
    for name in reading.names:
        inside = start <= name.start < end
        if (inside and "-" in text[start : name.start]) or (
            name.start >= end and text[start:end].count("-") and not text[end : name.start].strip()
        ):
            return (name.text,)
        if name.end < start and _lists_value(text, name.end, start, kind):
            return (name.text,)  # "Dunmore Athletic 74 points, Averil Rovers 68"
        possessive = re.match(r"['’]s?\s+(?:[a-z-]+\s+){0,2}$", text[name.end : start])
        if name.end <= start and possessive:
            return (name.text,)
    return ()


def _own_subject(reading: Reading, clause: Clause) -> tuple[str, ...]:
    if clause.verb < 0:
        return ()
    begin = _after_lead(reading, clause)
    low, high = reading.tokens[begin].start, reading.tokens[clause.verb].start
    return tuple(
        dict.fromkeys(
            n.text
            for n in reading.names
            if low <= n.start < high
            and reading.text[n.end : n.end + 1] != "-"
            and not _owns_office(reading, n.end)
        )
    )


def _owns_office(reading: Reading, end: int) -> bool:
    """Whether a name only says whose office comes next: "China's President Xi Jinping"."""
    gap = next((reading.text[end:s] for s, _ in reading.offices if s >= end), "none")
    return re.fullmatch(r"(?:['’]s?)?\s+", gap) is not None


def _after_lead(reading: Reading, clause: Clause) -> int:
    """The token where the subject begins: after "At the summit in The Hague,"."""
    first = reading.tokens[clause.start]
    if first.lower in lexicon.PREPOSITIONS | {"now", "founded", "born", "built", "opened", "based"}:
        limit = clause.verb if clause.verb >= 0 else clause.end
        commas = [i for i in range(clause.start, limit) if reading.tokens[i].text == ","]
        if commas:
            return min(commas[-1] + 1, clause.end - 1)
    return clause.start


def _has_own_noun(reading: Reading, clause: Clause) -> bool:
    if clause.verb < 0:
        return False
    begin = _after_lead(reading, clause)
    return any("NOUN" in t.tags for t in reading.tokens[begin : clause.verb])


def _topic(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """Lemmas of the subject's common nouns."""
    while True:
        if clause.verb >= 0:
            begin = _after_lead(reading, clause)
            nouns = tuple(t for t in reading.tokens[begin : clause.verb] if "NOUN" in t.tags)
            lemmas = content_lemmas(_nameless(nouns, reading))
            if lemmas or _own_subject(reading, clause):
                return lemmas
        if clause.parent < 0:
            return ()
        clause = reading.clauses[clause.parent]


# --- what is measured -------------------------------------------------------------------------


def _measured(
    reading: Reading, clause: Clause, start: int, end: int, kind: Kind, value: Value | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(head, series): lemmas of the thing counted or measured, and of its "of" phrase."""
    tokens = reading.tokens
    after = next((i for i, t in enumerate(tokens) if t.start >= end), len(tokens))
    series = _of_phrase(reading, after)
    if kind in {Kind.COUNT, Kind.ORDINAL, Kind.SUPERLATIVE}:
        inside = tuple(
            t for t in tokens if start <= t.start < end and t.is_word and not t.is_number
        )
        inside = _nameless(inside, reading) or inside
        lemmas = _nouns_and_adjectives(_before_since(inside))
        return lemmas, series
    if kind in {Kind.DATE, Kind.ROLE, Kind.MEMBERSHIP, Kind.QUOTE, Kind.EVENT}:
        return (), series
    found: list[str] = []
    if after < len(tokens) and (near := tokens[after]).lower in _DIMENSIONS:
        found.append(_DIMENSIONS[near.lower])
    found += _noun_before(reading, clause, start)
    found += _noun_phrase_after(reading, start, end, after)
    found += [s for s in series if isinstance(value, Quantity) and value.unit in DURATIONS]
    return tuple(dict.fromkeys(found)), series


def _before_since(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    for i, token in enumerate(tokens):
        if token.lower in {"since", "in", "to", "of"}:
            return tokens[:i]
    return tokens


def _nouns_and_adjectives(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            t.lemma
            for t in tokens
            if "X" not in t.tags
            and t.lower not in lexicon.ORDINAL_WORDS
            and t.lower not in _NUMBER_WORDS
            and t.lower not in {"last", "only", "final", "sole", "inaugural", "most", "least"}
            and (not t.tags or t.tags & {"NOUN", "ADJ", "VERB", "ADV"})
        )
    )


_NUMBER_WORDS = lexicon.NUMBER_WORDS | frozenset("st nd rd th m bn tn k estimated".split())


def _of_phrase(reading: Reading, at: int) -> tuple[str, ...]:
    """Lemmas of the phrase that "of" opens at token `at`: "of fighting", "of GDP"."""
    tokens = reading.tokens
    if (
        at >= len(tokens)
        or tokens[at].lower not in {"of", "for", "from"}
        or (tokens[at].lower != "of")
    ):
        return ()
    last = at + 1
    while last < len(tokens):
        token = tokens[last]
        if not token.is_word and token.text not in {"-", "'s", "’s"} and not token.is_number:
            break
        if token.lower in lexicon.PRONOUNS | {"that", "which", "who"}:
            break
        if is_finite_verb(tokens, last) and last > at + 1:
            break
        if token.lower in lexicon.PREPOSITIONS - {"of"} and last > at + 1:
            break
        last += 1
    return content_lemmas(tokens[at + 1 : last])


def _noun_before(reading: Reading, clause: Clause, start: int) -> list[str]:
    """ "revenue of $3.4bn", "an area of", "population: ": the noun right before the value."""
    tokens = [t for t in reading.tokens[clause.start : clause.end] if t.end <= start]
    links = lexicon.PREPOSITIONS | {"a", "an", "the", "total", "record", "its", ":", "(", "or"}
    at = len(tokens) - 1
    seen_link = False
    while at >= 0 and (tokens[at].lower in links or tokens[at].lower in lexicon.APPROXIMATORS):
        seen_link |= tokens[at].lower in {"of", ":", "at", "to", "in", "on", "("}
        at -= 1
    if at < 0 or not seen_link or "NOUN" not in tokens[at].tags:
        return []
    if tokens[at].lower in {"rose", "fell", "jump", "rise"} or is_finite_verb(tuple(tokens), at):
        return []
    found = [tokens[at].lemma]
    if at > 0 and tokens[at - 1].tags & {"NOUN", "ADJ"} and "X" not in tokens[at - 1].tags:
        found.append(tokens[at - 1].lemma)
    return found


def _noun_phrase_after(reading: Reading, start: int, end: int, after: int) -> list[str]:
    """ "a 12-day war", "$5m deal", "$3.4bn in revenue": the nouns right after the value."""
    tokens = reading.tokens
    at = after
    if at < len(tokens) and tokens[at].text == "-":
        at += 1
    if at < len(tokens) and tokens[at].lower in {"in", "on"} and at + 1 < len(tokens):
        following = tokens[at + 1]
        return (
            [following.lemma]
            if following.tags == {"NOUN"} or ("NOUN" in following.tags and not following.is_capital)
            else []
        )
    found = []
    for token in tokens[at : at + 4]:
        if not token.is_word or "X" in token.tags or token.lower in lexicon.WEEKDAYS:
            break
        if token.is_capital:
            break
        if "NOUN" in token.tags or "ADJ" in token.tags:
            found.append(_DIMENSIONS.get(token.lower, token.lemma))
        elif not token.tags and token.lower.islower():
            found.append(token.lemma)
        elif not token.is_capital:
            break
    return found


# --- when, and in which sense -----------------------------------------------------------------


def _period(reading: Reading, clause: Clause, start: int, end: int) -> When | None:
    """The date that the clause gives, else the sentence's only one."""
    low, high = _bounds(reading, clause)
    others = [
        d
        for d in reading.dates
        if not (start <= d.start < end) and not _BOUNDARY.search(reading.text, 0, d.start)
        and not re.search(r"\ba\s+$", reading.text[: d.start])
        and not _VALUE.search(reading.text, end, max(end, d.start))
    ]
    own = [d for d in others if low <= d.start < high]
    if own:
        return min(own, key=lambda d: abs(d.start - start)).value
    # A lead-in dates what comes after it: "In 2024, ..." and "On Monday the firm said that ...".
    before = [d.value for d in others if d.start < low]
    return before[0] if len(before) == 1 and len(others) == 1 and _leads_in(reading) else None


def _leads_in(reading: Reading) -> bool:
    first = reading.clauses[0]
    return first.verb < 0 or bool(
        reading.dates and reading.dates[0].start < reading.tokens[first.verb].start
    )


def _marks(reading: Reading, clause: Clause, start: int, end: int, kind: Kind) -> tuple[str, ...]:
    low, high = _bounds(reading, clause)
    text = reading.text[low:high]
    near = reading.text[max(low, start - 50) : min(high, end + 12)]
    following = reading.clause_of(min(end + 1, len(reading.text) - 1))
    if following.antecedent >= 0 and 0 <= reading.tokens[following.start].start - end <= 2:
        # "the £3.31bn that analysts had expected"
        text += " " + reading.text[end : reading.tokens[following.end - 1].end]
    found = [name for name, p in _MARK if p.search(near if name in _LOCAL else text)]
    if reading.text[:start].rstrip().lower().endswith("since"):
        found.append("since")
    if kind in {Kind.PERCENTAGE, Kind.MONEY, Kind.COUNT}:
        aspect = _aspect(reading, clause, start, end)
        by = reading.text[:start].rstrip().lower().endswith(("by", "rise of", "fall of", "increase of"))
        if kind is Kind.PERCENTAGE or by or "from" in aspect:
            found += aspect
    return tuple(found)


def _aspect(reading: Reading, clause: Clause, start: int, end: int) -> list[str]:
    """Whether the value is a change, what something changed from, or a level."""
    before = [t for t in reading.tokens[clause.start : clause.end] if t.end <= start]
    after = [t for t in reading.tokens if t.start >= end][:3]
    last = next(
        (t for t in reversed(before) if t.lower not in lexicon.APPROXIMATORS | {"a", "an", "the"}),
        None,
    )
    lemma = verb_lemma(last.lower) if last else ""
    moving = [verb_lemma(t.lower) for t in before if verb_lemma(t.lower) in _CHANGE_VERBS]
    direction = lemma if lemma in _CHANGE_VERBS else moving[-1] if moving else ""
    if not direction and any(t.lower in {"up", "down"} for t in before[-4:]):
        direction = "fall" if any(t.lower == "down" for t in before[-4:]) else "rise"
    marks: list[str] = []
    change_after = next((t for t in after if t.lemma in _CHANGE_NOUNS), None)
    if (
        last is not None
        and last.lower == "from"
        and (moving or any(t.lower == "to" for t in after))
    ):
        return ["from"]
    if last is not None and last.lower == "to" and direction:
        return []
    is_change = (
        lemma in _CHANGE_VERBS
        or (last is not None and last.lower in {"up", "down"})
        or (last is not None and last.lower == "by" and bool(direction))
        or (
            last is not None
            and last.lower in {"of"}
            and any(t.lemma in _CHANGE_NOUNS for t in before[-4:])
        )
        or change_after is not None
    )
    if is_change:
        marks.append("change")
        words = {direction, change_after.lemma if change_after else "", last.lower if last else ""}
        words |= {t.lemma for t in before[-4:] if t.lemma in _CHANGE_NOUNS}
        marks.append("down" if words & (_DOWN | {"down"}) else "up")
    return marks
