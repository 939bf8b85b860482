"""A quotation against the corpus: there word for word, altered, said by another, or not there.

Words that are nowhere found refute nothing: a corpus does not have all that is said. Nor do words
in another language's translation, or told without quotation marks: only a quotation by the same
speaker in nearly the same words is an altered one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from verify import rules
from verify.claims.lexicon import FUNCTION_WORDS
from verify.claims.names import contains_name
from verify.claims.places import country
from verify.claims.words import tokenize
from verify.judge.align import Context
from verify.judge.fit import meet
from verify.judge.quoteplaces import (
    CHANGED,
    Difference,
    Found,
    Match,
    Said,
    look_up,
    placed_exactly,
)
from verify.judge.quotewords import Word, quote_words
from verify.judge.statements import statements
from verify.records import (
    Basis,
    Claim,
    Comparison,
    Evidence,
    Hit,
    Label,
    Outcome,
    Passage,
    Quote,
    Sentence,
    Stance,
    StanceLabel,
    Verdict,
)
from verify.sentences import split_sentences

FEWEST = 6
"""Words of a quotation that can be told to be altered; fewer meet by chance."""
SAID_BY_ANYBODY = 6
"""Fewer words are said by more than one."""
CHANGED_IF_UNSURE = 0.15
SURE = 10
"""The share of words that may be others, and the words at least, where a speaker or the occasion is
open."""
_OCCASION = dt.timedelta(days=30)


def judge_quote(claim: Claim, hits: Sequence[Hit], context: Context) -> Verdict:
    """The verdict on a quotation."""
    value = claim.value
    if not isinstance(value, Quote):
        msg = f"claim {claim.id} is no quotation"
        raise TypeError(msg)
    words = quote_words(value.words)
    found = [e for hit in hits if (e := _weigh(claim, value, words, hit.passage, context))]
    evidence = sorted(found, key=lambda e: (_ORDER.index(e.stance.label), e.passage.id))
    standing = [e for e in evidence if not (e.later or e.own)]
    supports = [e for e in standing if e.stance.label is StanceLabel.SUPPORTS]
    refutes = [e for e in standing if e.stance.label is StanceLabel.REFUTES]
    fired = {e.comparison.rule for e in refutes if e.comparison}
    if supports:
        return _verdict(claim, Label.SUPPORTED, "the same words are in the source", evidence)
    if len(fired) == 1 and refutes[0].comparison:
        return _verdict(claim, Label.REFUTED, refutes[0].comparison.reason, evidence, fired.pop())
    if evidence and not standing:
        cause = "only passages published after the draft's date have these words"
    elif evidence:
        cause = "its words are in the corpus, but not in one piece or not by one speaker"
    else:
        cause = "these words are not in the corpus"
    return _verdict(claim, Label.NOT_ENOUGH_EVIDENCE, cause, evidence)


_ORDER = (StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.NEUTRAL)


def _verdict(
    claim: Claim, label: Label, cause: str, evidence: Sequence[Evidence], rule: str = ""
) -> Verdict:
    return Verdict(claim=claim, label=label, cause=cause, rule=rule, evidence=tuple(evidence))


def _weigh(
    claim: Claim, value: Quote, words: Sequence[Word], passage: Passage, context: Context
) -> Evidence | None:
    """What a passage says of a quotation."""
    if not any(not word.is_gap for word in words):
        return None
    best: tuple[Found, Comparison | None, StanceLabel] | None = None
    for said in _said(passage):
        found = look_up(words, said)
        if found is None:
            continue
        label, comparison = _meaning(claim, value, found, passage, context.as_of)
        if best is None or (_ORDER.index(label), -found.match) < (
            _ORDER.index(best[2]),
            -best[0].match,
        ):
            best = found, comparison, label
    # Told without marks the words may be anybody's; in marks, and by another, they are not.
    marked = best is not None and best[0].match is Match.EXACT
    if not marked and (unmarked := _without_marks(words, passage)):
        return _evidence(passage, unmarked, StanceLabel.SUPPORTS, None, context)
    if best is None:
        return None
    return _evidence(passage, best[0].sentence, best[2], best[1], context)


def _evidence(
    passage: Passage,
    sentence: Sentence,
    label: StanceLabel,
    comparison: Comparison | None,
    context: Context,
) -> Evidence:
    return Evidence(
        passage=passage,
        span=sentence.span,
        sentence=sentence.text,
        stance=Stance(label=label),
        comparison=comparison,
        basis=Basis.WORDING,
        later=passage.published is not None and passage.published > context.as_of,
        own=passage.document in context.own,
    )


def _without_marks(words: Sequence[Word], passage: Passage) -> Sentence | None:
    """The sentence of a passage that has the words, in quotation marks or not."""
    for sentence in split_sentences(passage.text):
        there = quote_words(sentence.text)
        if placed_exactly(words, [word.form for word in there]):
            return sentence
    return None


# --- who said it ------------------------------------------------------------------------------


def _said(passage: Passage) -> Iterator[Said]:
    """The quotations of a passage, those of one speaker that follow one another as one.

    A sentence that is all quotation goes on with what was said before it.
    """
    before: Said | None = None
    for claim in statements(passage):
        value = claim.value
        if not isinstance(value, Quote):
            continue
        alone = len(value.text) + 3 >= len(claim.sentence.text)
        speaker = value.speaker or (before.speaker if before and alone else "")
        said = Said(speaker, quote_words(value.words), value.words, ((0, claim.sentence),))
        if before and speaker and before.speaker == speaker:
            before = before.joined(said)
            continue
        if before:
            yield before
        before = said
    if before:
        yield before


def _meaning(
    claim: Claim, value: Quote, found: Found, passage: Passage, as_of: dt.date
) -> tuple[StanceLabel, Comparison | None]:
    """What it says of a quotation that its words are there so, by this speaker."""
    mine, theirs = value.speaker, found.said.speaker
    same = contains_name([theirs], mine) if mine and theirs else None
    if found.match is Match.EXACT and same is not False:
        return StanceLabel.SUPPORTS, None
    comparison = None
    if found.match is Match.EXACT:
        comparison = _misattributed(claim, mine, found, passage)
    elif found.match is Match.NEAR and same is not False:
        then = passage.published is not None and abs(as_of - passage.published) > _OCCASION
        comparison = _altered(value, found, unsure=then or same is None)
    return StanceLabel.REFUTES if comparison else StanceLabel.NEUTRAL, comparison


def _misattributed(claim: Claim, mine: str, found: Found, passage: Passage) -> Comparison | None:
    theirs = found.said.speaker
    short = found.end - found.start < SAID_BY_ANYBODY
    if short or not _by_another(claim, mine, found, passage):
        return None
    return Comparison(
        rule=rules.MISATTRIBUTED,
        outcome=Outcome.DIFFERENT,
        claim_value=mine,
        source_value=theirs,
        reason=f"the draft has {mine} say this, in the source {theirs} says it",
        aligned_by=("same words",),
    )


def _altered(value: Quote, found: Found, *, unsure: bool) -> Comparison | None:
    """`unsure`: a speaker is open, or it may have been said on another occasion."""
    changed = sum(max(len(d.mine.split()), len(d.theirs.split())) for d in found.differences)
    allowed = CHANGED_IF_UNSURE if unsure else CHANGED
    number = len(quote_words(value.words))
    if number < (SURE if unsure else FEWEST) or changed > allowed * number:
        return None
    if _is_translated(found.differences):
        return None
    return Comparison(
        rule=rules.ALTERED,
        outcome=Outcome.DIFFERENT,
        claim_value=value.words,
        source_value=found.words,
        reason=_in_words(found.differences),
        aligned_by=("nearly the same words",) if unsure else (f"same speaker: {value.speaker}",),
        suggestion=found.words,
    )


_NOT = frozenset("not no never none nor neither without cannot n't".split())


def _is_translated(differences: Sequence[Difference]) -> bool:
    """Whether in several places small words, or words of one meaning, stand for one another: two
    translations of one speech. Words that somebody alters say something else in one of them."""
    return len(differences) > 1 and all(_means_the_same(d.mine, d.theirs) for d in differences)


def _means_the_same(mine: str, theirs: str) -> bool:
    here, there = ({w.lower for w in tokenize(text)} for text in (mine, theirs))
    if (here & _NOT) != (there & _NOT):
        return False
    one, other = (
        [t.lemma for t in tokenize(text) if t.lower not in FUNCTION_WORDS]
        for text in (mine, theirs)
    )
    return all(meet((w,), other) for w in one) and all(meet((w,), one) for w in other)


def _by_another(claim: Claim, mine: str, found: Found, passage: Passage) -> bool:
    """Whether two speakers surely are two people: neither is a country, or named beside the other
    as one who speaks for it or quotes it."""
    beside = f"{found.sentence.text} {passage.publisher}".casefold()
    words = {w for w in mine.casefold().split() if len(w) > 3}
    return not (
        country(mine)
        or country(found.said.speaker)
        or any(w in beside for w in words)
        or contains_name(claim.frame.wider_names, found.said.speaker)
    )


def _in_words(differences: Sequence[Difference]) -> str:
    """The differences word by word."""
    told = []
    for one in differences[:4]:
        if one.mine and one.theirs:
            told.append(f"the draft has “{one.mine}” where the source has “{one.theirs}”")
        elif one.mine:
            told.append(f"the draft adds “{one.mine}”")
        else:
            told.append(f"the draft leaves out “{one.theirs}”")
    return "; ".join(told)
