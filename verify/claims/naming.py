"""What a sentence mentions: its names, things that it tells apart, people and bodies unnamed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from verify.claims.mentions import Memory, Mention
from verify.claims.names import Name
from verify.claims.namewords import COMPANY_ENDINGS, KINDS
from verify.claims.nounphrases import describes_noun, is_adjective, is_common_noun, things_in
from verify.claims.persons import is_person
from verify.claims.places import country
from verify.claims.subjects import in_phrase, tell_subjects
from verify.claims.unnamed import unnamed_in
from verify.claims.words import Token
from verify.records import Sentence, Span


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
        person = is_person(memory, name, tokens, first, after)
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
                aside=describes or in_phrase(tokens, first),
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
                aside=in_phrase(tokens, first - 1),
            )
        )
    for at, person in unnamed_in(tokens, named):
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
                aside=in_phrase(tokens, at),
                open=True,
            )
        )
    tell_subjects(found, ends, tokens, verbs, sentence)
    return sorted(found, key=lambda m: m.at)


def _with_adjective(found: Sequence[Mention], name: Name, sentence: Sentence) -> int:
    """Where the name of a body begins with the adjective before it: Canadian Union of Teachers."""
    last = found[-1] if found and found[-1].describes else None
    base = sentence.span.start
    if last is None or name.person is not False or last.span.end - base != name.start - 1:
        return name.start
    body = any(t in KINDS for t in name.text.lower().split())
    return last.span.start - base if body and is_adjective(last.text) else name.start


def _goes_on(tokens: tuple[Token, ...], first: int, after: int, text: str) -> bool:
    """Whether the name is most likely longer: glued to another, or before a word of no English."""
    if first and tokens[first - 1].end == tokens[first].start and tokens[first - 1].text in "-–/.":
        return True
    if first > 1 and tokens[first - 1].lower == "'s":
        # "Moody's Investors Service", but not "Thailand's Commerce Ministry"
        return tokens[first - 2].is_capital and not country(tokens[first - 2].text)
    joined = first > 1 and (tokens[first - 1].lower == "and" or tokens[first - 1].text == ",")
    if (
        joined
        and tokens[first - 2].is_capital
        and (tokens[after - 1].lower in COMPANY_ENDINGS or len(tokens[first - 2].text) == 1)
    ):
        return True  # "Black and Decker Inc", "Goldman, Sachs and Co", "D and N Bank"
    if after >= len(tokens):
        return False
    token = tokens[after]
    glued = text[tokens[after - 1].end : token.start] == ""
    if glued and (token.text in "-–/[.&" and after + 1 < len(tokens)):
        beside = tokens[after + 1]
        return beside.start == token.end
    foreign = token.is_word and token.text.islower() and not token.tags
    return foreign or token.text in {"&", "+"}
