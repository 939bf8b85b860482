"""What a sentence names, who is the subject of its clauses, and who speaks in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from verify.claims import lexicon
from verify.claims.mentions import Memory, Mention
from verify.claims.names import Name, same_name
from verify.claims.namewords import BEFORE_OF, COMPANY_ENDINGS, GENERIC, KINDS, TITLES
from verify.claims.nounphrases import describes_noun, is_adjective, is_common_noun, things_in
from verify.claims.nounwords import BODIES, PARTS, PEOPLE, SAYING
from verify.claims.places import country
from verify.claims.words import Token, is_finite_verb
from verify.records import Sentence, Span

_BE = frozenset("is are was were be been became becomes remains remained".split())
_OPENERS = frozenset(
    "while when where which who whom whose that because although though whereas if unless after"
    " before since as until once whether".split()
)
_ONE = frozenset("a an the one this that his her its their another each every no".split())
_UNNAMED = BODIES | PARTS
_MARKS = frozenset(",;:.–—“”\"'‘’()<>[]")


def mentions_in(
    memory: Memory,
    number: int,
    sentence: Sentence,
    tokens: tuple[Token, ...],
    verbs: frozenset[int],
    names: Sequence[Name],
    holders: Sequence[str],
) -> list[Mention]:
    """The mentions of a sentence in order, its pronouns apart. `holders` hold an office in it."""
    starts = [t.start for t in tokens]
    found: list[Mention] = []
    ends: dict[int, int] = {}
    for name in names:
        first, after = bisect_left(starts, name.start), bisect_left(starts, name.end)
        if is_common_noun(name, sentence.text, tokens, first):
            continue
        describes = describes_noun(name, sentence, tokens, after)
        person = _is_person(memory, name, tokens, first, after)
        if name.text in holders:
            person = person is not False or None
        ends[len(found)] = after
        begun = _with_adjective(found, name, sentence)
        span = Span(start=begun, end=name.end).shift(sentence.span.start)
        found.append(
            Mention(
                text=sentence.text[begun : name.end],
                span=span,
                at=span.start,
                sentence=number,
                block=sentence.block,
                person=person,
                aside=describes or _in_phrase(tokens, first),
                describes=describes,
                cut=_goes_on(tokens, first, after, sentence.text) or is_adjective(name.text),
            )
        )
    named = {bisect_left(starts, n.start) for n in names}
    for start, end, noun in things_in(sentence, tokens):
        span = Span(start=start, end=end).shift(sentence.span.start)
        first = bisect_left(starts, start)
        ends[len(found)] = bisect_left(starts, end)
        found.append(
            Mention(
                text="the " + sentence.text[start:end],
                span=span,
                at=sentence.span.start + tokens[first - 1].start,
                sentence=number,
                block=sentence.block,
                person=False,
                event=True,
                noun=noun,
                aside=_in_phrase(tokens, first - 1),
            )
        )
    for at, person in _unnamed(tokens, named):
        span = Span(start=tokens[at].start, end=tokens[at].end).shift(sentence.span.start)
        ends[len(found)] = at + 1
        found.append(
            Mention(
                text="",
                span=span,
                at=span.start,
                sentence=number,
                block=sentence.block,
                person=person,
                noun=tokens[at].lemma,
                aside=_in_phrase(tokens, at),
                open=True,
            )
        )
    _tell_subjects(found, ends, tokens, verbs, sentence)
    return sorted(found, key=lambda m: m.at)


def _with_adjective(found: Sequence[Mention], name: Name, sentence: Sentence) -> int:
    """Where the name of a body begins with the adjective before it: Canadian Union of Teachers."""
    last = found[-1] if found and found[-1].describes else None
    base = sentence.span.start
    if last is None or name.person is not False or last.span.end - base != name.start - 1:
        return name.start
    body = any(t in KINDS for t in name.text.lower().split())
    return last.span.start - base if body and is_adjective(last.text) else name.start


# --- who is a person --------------------------------------------------------------------------


def _is_person(
    memory: Memory, name: Name, tokens: tuple[Token, ...], first: int, after: int
) -> bool | None:
    """Whether a name is a person's: by its form, by what is said of it, or by who was met under
    it before."""
    if name.person is not None:
        return name.person
    said = _defined(tokens, after)
    if said is not None:
        return said
    for mention in reversed(memory.mentions):
        known = mention.person is not None and not (mention.event or mention.open)
        if known and same_name(mention.text, name.text):
            return mention.person
    return _looks_personal(tokens, first, after)


def _defined(tokens: tuple[Token, ...], after: int) -> bool | None:
    """What "X is a historian", "X, a historian," tells; None for nothing."""
    i = after
    if i < len(tokens) and tokens[i].text == "(":
        while i < len(tokens) and tokens[i].text != ")":
            i += 1
        i += 1
    if i < len(tokens) and tokens[i].text == ",":
        i += 1
    elif i < len(tokens) and tokens[i].lower in {"is", "was"}:
        i += 1
    else:
        return None
    if i >= len(tokens) or tokens[i].lower not in {"a", "an", "the"}:
        return None
    for j in range(i + 1, min(i + 12, len(tokens))):
        token = tokens[j]
        if token.lower in PEOPLE:
            return True
        if token.text in _MARKS or token.lower in lexicon.FUNCTION_WORDS - {"most"}:
            head = tokens[j - 1]
            return False if "NOUN" in head.tags and tokens[after].text != "," else None
    return None


def _looks_personal(tokens: tuple[Token, ...], first: int, after: int) -> bool | None:
    """Two to four plain words, not after "the", are most likely a person's."""
    run = [t for t in tokens[first:after] if t.is_word]
    lead = tokens[first - 1].lower if first else ""
    if lead in {"the", "in", "at", "near"} or not 2 <= len(run) <= 4:
        return None
    if run[0].lower in BEFORE_OF:
        return None  # Mount Kenya, Lake Victoria
    if any({t.lower, t.lemma} & (lexicon.FUNCTION_WORDS | KINDS | GENERIC) for t in run):
        return None
    return True if not all(t.tags & {"NOUN", "ADJ"} for t in run) else None


# --- what stands beside a name ----------------------------------------------------------------


def _in_phrase(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether it belongs to a phrase with a preposition: "in Leeds", "with the late Ann Bell"."""
    for i in range(first - 1, max(-1, first - 6), -1):
        token = tokens[i]
        if token.lower in lexicon.PREPOSITIONS:
            return True
        if token.text in _MARKS or token.is_number or is_finite_verb(tokens, i):
            return False
        if token.lower in lexicon.CONJUNCTIONS or token.lower in lexicon.WEEKDAYS:
            return False
        if token.lower.endswith("ing") and token.tags == {"VERB"}:
            return False
    return False


def _goes_on(tokens: tuple[Token, ...], first: int, after: int, text: str) -> bool:
    """Whether the name is most likely longer: glued to another, or before a word of no English."""
    if first and tokens[first - 1].end == tokens[first].start and tokens[first - 1].text in "-–/.":
        return True
    if first > 1 and tokens[first - 1].lower == "'s":
        # "Moody's Investors Service", but not "Thailand's Commerce Ministry"
        return tokens[first - 2].is_capital and not country(tokens[first - 2].text)
    joined = first > 1 and (tokens[first - 1].lower == "and" or tokens[first - 1].text == ",")
    if joined and tokens[first - 2].is_capital and tokens[after - 1].lower in COMPANY_ENDINGS:
        return True  # "Black and Decker Inc", "Goldman, Sachs and Co"
    if after >= len(tokens):
        return False
    token = tokens[after]
    glued = text[tokens[after - 1].end : token.start] == ""
    if glued and (token.text in "-–/[.&" and after + 1 < len(tokens)):
        beside = tokens[after + 1]
        return beside.start == token.end
    foreign = token.is_word and token.text.islower() and not token.tags
    return foreign or token.text in {"&", "+"}


def _unnamed(tokens: tuple[Token, ...], named: set[int]) -> list[tuple[int, bool]]:
    """People and bodies that are brought in without a name: where, and whether a person."""
    found = []
    for at, token in enumerate(tokens):
        person = token.lower in PEOPLE
        if (token.is_capital and at) or not (person or token.lower in _UNNAMED):
            continue
        begun = _begun(tokens, at)
        if begun < 0 or at + 1 in named or _glued(tokens, at):
            continue
        determiner = tokens[begun].lower
        if not person and determiner not in {"a", "an", "another", "its", "their"}:
            continue
        if not _named_beside(tokens, begun, at, named):
            found.append((at, person))
    return found


def _named_beside(tokens: tuple[Token, ...], begun: int, at: int, named: set[int]) -> bool:
    """Whether a name says who it is: "Ann Bell, a lawyer,", "was a historian", "as a general",
    "the speaker was Ann Bell", "the chief executive, Ann Bell,"."""
    before = tokens[begun - 1] if begun else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and before.lower in _BE | {"as", "called", "named"}:
        return True
    if before is not None and before.text == "," and begun > 1:
        told = tokens[begun - 2]
        if told.is_capital or told.text in ")>":
            return tokens[begun].lower in {"a", "an"} or not _has_verb(tokens, at + 1)
    if after is not None and after.lower in {"is", "was"} and at + 2 in named:
        return True
    return _named_after(tokens, at, named)


def _has_verb(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a verb stands here: "the spokesman answered", but not "the maker founded in"."""
    if at >= len(tokens) or not is_finite_verb(tokens, at):
        return False
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return not (tokens[at].lower.endswith("ed") and after in lexicon.PREPOSITIONS)


def _named_after(tokens: tuple[Token, ...], at: int, named: set[int]) -> bool:
    """Whether a comma and the name come next: "the coach of the Rovers, Ines Carvalho"."""
    for i in range(at + 1, min(at + 8, len(tokens) - 1)):
        if tokens[i].text == ",":
            return i + 1 in named
        if not tokens[i].is_word or is_finite_verb(tokens, i):
            return False
    return False


def _begun(tokens: tuple[Token, ...], at: int) -> int:
    """The determiner of a singular noun, -1 for none."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if tokens[i].lower in _ONE:
            return i
        if not tokens[i].is_word and tokens[i].text not in {"-", "'s", "’s"}:
            return -1
        if tokens[i].lower in lexicon.PREPOSITIONS or is_finite_verb(tokens, i):
            return -1
    return 0 if at == 0 and tokens[0].is_capital else -1


def _glued(tokens: tuple[Token, ...], at: int) -> bool:
    """ "a company's unit", "the driver-side door": only tells of which kind another one is."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if after.text in {"-", "'s", "’s", "'", "’"}:
        return True
    return after.is_word and after.tags == {"NOUN"} and not after.is_capital


# --- who is the subject -----------------------------------------------------------------------


def _tell_subjects(
    found: list[Mention],
    ends: dict[int, int],
    tokens: tuple[Token, ...],
    verbs: frozenset[int],
    sentence: Sentence,
) -> None:
    starts = [t.start for t in tokens]
    at = {n: bisect_left(starts, m.at - sentence.span.start) for n, m in enumerate(found)}
    order = sorted(range(len(found)), key=at.__getitem__, reverse=True)
    following = -1
    for n in order:
        mention, after = found[n], ends[n]
        owner = after < len(tokens) and tokens[after].text in {"'s", "’s", "'", "’"}
        if mention.aside or owner:
            following = -1
            continue
        apposed = at[n] > 0 and tokens[at[n] - 1].text == ","
        verb = _own_verb(tokens, after, verbs, apposed)
        joined = after < len(tokens) and tokens[after].text in {"and", "or", ",", "&"}
        if verb >= 0:
            mention.verb = verb
            mention.speaks = tokens[verb].lower in SAYING
            mention.stative = tokens[verb].lower in _BE
        elif joined and following >= 0 and _beside(tokens, after + 1, at[following]):
            other = found[following]
            mention.verb, mention.speaks, mention.stative = other.verb, other.speaks, other.stative
        elif _inverted(tokens, at[n]):
            mention.speaks = True
        elif mention.person and at[n] and tokens[at[n] - 1].lower in {"is", "was"}:
            mention.verb = at[n] - 1  # "the guest was Ann Bell"
        mention.subject = mention.leads and _main(tokens, at[n], verbs)
        following = n


def tell_subject(
    mention: Mention, tokens: tuple[Token, ...], verbs: frozenset[int], at: int, end: int
) -> None:
    """The same of a word or phrase from the token `at` to an offset."""
    after = bisect_left(tokens, end, key=lambda t: t.start)
    verb = _own_verb(tokens, after, verbs)
    if verb >= 0 and not _in_phrase(tokens, at):
        mention.verb = verb
        mention.speaks = tokens[verb].lower in SAYING
        mention.stative = tokens[verb].lower in _BE
        mention.subject = _main(tokens, at, verbs)


def _beside(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """Whether nothing but a small word stands between."""
    return all(t.lower in {"the", "and", "or"} for t in tokens[start:at]) and at - start < 3


def _own_verb(
    tokens: tuple[Token, ...], after: int, verbs: frozenset[int], apposed: bool = False
) -> int:
    """The verb of which a name that ends at `after` is the subject, -1 for none: next to it, or
    behind something in commas or brackets. `apposed` stands in commas itself."""
    i = _over_brackets(tokens, after)
    i = _over_adverbs(tokens, i)
    if i in verbs:
        return i
    if i < len(tokens) and tokens[i].text == ",":
        if apposed and _over_adverbs(tokens, i + 1) in verbs:
            return _over_adverbs(tokens, i + 1)
        for comma in range(i + 1, min(i + 40, len(tokens))):
            if tokens[comma].text in ";:.“”":
                return -1
            if tokens[comma].text == ",":
                verb = _over_adverbs(tokens, comma + 1)
                if verb in verbs:
                    return verb
    return -1


def _over_brackets(tokens: tuple[Token, ...], i: int) -> int:
    while i < len(tokens) and tokens[i].text in {"(", "<", "["}:
        close = {"(": ")", "<": ">", "[": "]"}[tokens[i].text]
        end = next((j for j in range(i, min(i + 30, len(tokens))) if tokens[j].text == close), -1)
        if end < 0:
            return i
        i = end + 1
    return i


def _over_adverbs(tokens: tuple[Token, ...], i: int) -> int:
    while i < len(tokens) and (tokens[i].lower in {"also", "then"} or tokens[i].tags == {"ADV"}):
        i += 1
    return i


def _inverted(tokens: tuple[Token, ...], at: int) -> bool:
    """ ", said Edward White": the speaker after the verb, with what tells of him between."""
    for i in range(at - 1, max(0, at - 7), -1):
        if tokens[i].lower in SAYING:
            return tokens[i - 1].text in {",", "”", '"', "'", "’"}
        if tokens[i].lower in lexicon.FUNCTION_WORDS - {"the", "a"} or not tokens[i].is_word:
            return False
    return False


def _main(tokens: tuple[Token, ...], at: int, verbs: frozenset[int]) -> bool:
    """Whether the clause that begins with the token is the main one."""
    first = min(verbs, default=len(tokens))
    lead = tokens[:at]
    if at <= first:
        comma = any(t.text == "," for t in lead)
        return comma or not any(t.lower in _OPENERS - {"as", "after", "before"} for t in lead)
    opened = lead[0].lower in _OPENERS or lead[0].lower in {"asked", "besides"}
    behind = tokens[at - 1].text == "," or (
        at > 1 and tokens[at - 1].lower in TITLES | {"the"} and tokens[at - 2].text == ","
    )
    return opened and behind
