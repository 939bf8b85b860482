"""A quotation against the corpus: there word for word, altered, said by another, or not there.

Words that are nowhere found refute nothing: a corpus does not have all that is said. Nor do words
in another language's translation, or told without quotation marks: only a quotation by the same
speaker in nearly the same words is an altered one.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from verify import rules
from verify.claims import lexicon
from verify.claims.names import contains_name
from verify.claims.places import country
from verify.judge.quotewords import ELLIPSIS, Word, quote_words, runs
from verify.judge.statements import statements
from verify.records import (
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
CHANGED = 0.25
CHANGED_IF_UNSURE = 0.15
SURE = 10
"""The share of words that may be others in an altered quotation; and that, and its words at least,
where a speaker or the occasion is open."""
_TELLING = 2
"""Words of an altered quotation that carry meaning and are the same."""
_OCCASION = dt.timedelta(days=30)
_IN_BRACKETS, _LEFT_OUT = 8, 120
"""How many words of the source a bracket, and an ellipsis, may stand for."""


class Match(IntEnum):
    """How a quotation stands in a source, the surest last."""

    PIECES = 1
    NEAR = 2
    EXACT = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """What the draft has in place of what the source has; "" for nothing."""

    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one speaker says in a passage, in one or several quotations behind one another."""

    speaker: str
    words: tuple[Word, ...]
    text: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation as a source has it, from one of its words to another."""

    match: Match
    said: Said
    start: int = 0
    end: int = 0
    differences: tuple[Difference, ...] = ()


def judge_quote(claim: Claim, hits: Sequence[Hit], as_of: dt.date) -> Verdict:
    """The verdict on a quotation."""
    value = claim.value
    if not isinstance(value, Quote):
        msg = f"claim {claim.id} is no quotation"
        raise TypeError(msg)
    words = quote_words(value.words)
    evidence = [e for hit in hits if (e := _weigh(claim, value, words, hit.passage, as_of))]
    standing = [e for e in evidence if not e.later]
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
    ordered = sorted(evidence, key=lambda e: (_ORDER.index(e.stance.label), e.passage.id))
    return Verdict(claim=claim, label=label, cause=cause, rule=rule, evidence=tuple(ordered))


def _weigh(
    claim: Claim, value: Quote, words: Sequence[Word], passage: Passage, as_of: dt.date
) -> Evidence | None:
    """What a passage says of a quotation."""
    if not any(not word.is_gap for word in words):
        return None
    best: tuple[Found, Comparison | None, StanceLabel] | None = None
    for said in _said(passage):
        found = look_up(words, said)
        if found is None:
            continue
        label, comparison = _meaning(claim, value, words, found, passage, as_of)
        if best is None or (_ORDER.index(label), -found.match) < (
            _ORDER.index(best[2]),
            -best[0].match,
        ):
            best = found, comparison, label
    sentence = best[0].said.sentence if best else None
    if best is None or best[2] is not StanceLabel.SUPPORTS:
        unmarked = _without_marks(words, passage)
        # Told without marks it may be anybody's; in marks, and by another, it is not.
        if unmarked and (best is None or best[0].match is not Match.EXACT):
            sentence, best = unmarked, None
            return _evidence(passage, sentence, StanceLabel.SUPPORTS, None, as_of)
    if best is None or sentence is None:
        return None
    return _evidence(passage, sentence, best[2], best[1], as_of)


def _evidence(
    passage: Passage,
    sentence: Sentence,
    label: StanceLabel,
    comparison: Comparison | None,
    as_of: dt.date,
) -> Evidence:
    return Evidence(
        passage=passage,
        span=sentence.span,
        sentence=sentence.text,
        stance=Stance(label=label),
        comparison=comparison,
        later=passage.published is not None and passage.published > as_of,
    )


def _without_marks(words: Sequence[Word], passage: Passage) -> Sentence | None:
    """The sentence of a passage that has the words, in quotation marks or not."""
    for sentence in split_sentences(passage.text):
        there = quote_words(sentence.text)
        if _placed_exactly(words, [word.form for word in there]):
            return sentence
    return None


# --- who said it ------------------------------------------------------------------------------


def _said(passage: Passage) -> Iterator[Said]:
    """The quotations of a passage, those of one speaker that follow one another as one.

    A sentence that is all quotation goes on with what was said before it.
    """
    open_: Said | None = None
    for claim in statements(passage):
        value = claim.value
        if not isinstance(value, Quote):
            continue
        whole = claim.sentence.text.strip(" .,!?").startswith(value.text[:1]) and len(
            value.text
        ) + 3 >= len(claim.sentence.text)
        speaker = value.speaker or (open_.speaker if open_ and whole else "")
        words = quote_words(value.words)
        if open_ and speaker and open_.speaker == speaker:
            shift = len(open_.text) + 1
            moved = tuple(Word(w.form, w.start + shift, w.end + shift) for w in words)
            open_ = Said(
                speaker, (*open_.words, *moved), f"{open_.text} {value.words}", open_.sentence
            )
            continue
        if open_:
            yield open_
        open_ = Said(speaker, words, value.words, claim.sentence)
    if open_:
        yield open_


def _meaning(
    claim: Claim,
    value: Quote,
    words: Sequence[Word],
    found: Found,
    passage: Passage,
    as_of: dt.date,
) -> tuple[StanceLabel, Comparison | None]:
    """What it says of a quotation that its words are there so, by this speaker."""
    mine, theirs = value.speaker, found.said.speaker
    same = contains_name([theirs], mine) if mine and theirs else None
    told = found.said.text[found.said.words[found.start].start :] if found.said.words else ""
    if found.match is Match.EXACT:
        if same is not False:
            return StanceLabel.SUPPORTS, None
        if len(words) < SAID_BY_ANYBODY or not _by_another(claim, mine, found.said, passage):
            return StanceLabel.NEUTRAL, None
        reason = f"the draft has {mine} say this, in the source {theirs} says it"
        return StanceLabel.REFUTES, Comparison(
            rule=rules.MISATTRIBUTED,
            outcome=Outcome.DIFFERENT,
            claim_value=mine,
            source_value=theirs,
            reason=reason,
            aligned_by=("same words",),
        )
    if found.match is Match.NEAR and same is not False:
        number = sum(not word.is_gap for word in words)
        changed = sum(max(len(d.mine.split()), len(d.theirs.split())) for d in found.differences)
        then = passage.published is not None and abs(as_of - passage.published) > _OCCASION
        unsure = same is None or then
        allowed = CHANGED_IF_UNSURE if unsure else CHANGED
        if number < (SURE if unsure else FEWEST) or changed > allowed * number:
            return StanceLabel.NEUTRAL, None
        last = found.said.words[found.end - 1].end
        first = found.said.words[found.start].start
        told = found.said.text[first:last]
        return StanceLabel.REFUTES, Comparison(
            rule=rules.ALTERED,
            outcome=Outcome.DIFFERENT,
            claim_value=value.words,
            source_value=told,
            reason=_in_words(found.differences),
            aligned_by=(f"same speaker: {theirs}" if same else "nearly the same words",),
            suggestion=_suggested(words, told),
        )
    return StanceLabel.NEUTRAL, None


def _by_another(claim: Claim, mine: str, said: Said, passage: Passage) -> bool:
    """Whether two speakers surely are two people: neither is a country, or named beside the other
    as one who speaks for it or quotes it."""
    beside = said.sentence.text + " " + passage.publisher
    words = {w for w in mine.casefold().split() if len(w) > 3}
    return not (
        country(mine)
        or country(said.speaker)
        or any(w in beside.casefold() for w in words)
        or contains_name(claim.frame.wider_names, said.speaker)
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


def _suggested(words: Sequence[Word], told: str) -> str:
    """The source's words for the draft's; none where the draft has brackets or left words out."""
    return "" if any(word.is_gap for word in words) else told


# --- how the words stand in a source ----------------------------------------------------------


def look_up(words: Sequence[Word], said: Said) -> Found | None:
    """How a quotation stands among the words of a speaker; None where it does not."""
    there = [word.form for word in said.words]
    if placed := _placed_exactly(words, there):
        return Found(Match.EXACT, said, *placed)
    return _nearly(words, said, there) or _in_pieces(words, said, there)


def _placed_exactly(words: Sequence[Word], there: Sequence[str]) -> tuple[int, int] | None:
    """From where to where the runs of a quotation stand, each no further from the one before than
    what the writer put between them may stand for."""
    told = runs(words)
    if not told:
        return None
    gaps = _gaps(words)
    first, *rest = ([word.form for word in run] for run in told)
    at = -1
    while (at := _find(first, there, at + 1)) >= 0:
        end: int = at + len(first)
        for run, most in zip(rest, gaps, strict=True):
            following = _find(run, there, end)
            if following < 0 or following - end > most:
                break
            end = following + len(run)
        else:
            return at, end
    return None


def _gaps(words: Sequence[Word]) -> list[int]:
    """How many words may stand between each run and the next."""
    reach: list[int] = []
    begun = False
    for before, word in pairwise((None, *words)):
        if word is None:
            continue
        if not word.is_gap:
            begun = True
        elif begun:
            most = _LEFT_OUT if word.form == ELLIPSIS else _IN_BRACKETS
            if before is not None and before.is_gap and reach:
                reach[-1] = max(reach[-1], most)
            else:
                reach.append(most)
    if words and words[-1].is_gap and reach:
        reach.pop()
    return reach


def _find(run: Sequence[str], there: Sequence[str], start: int) -> int:
    """The first place from `start` on where the words of `run` stand; -1 where they do not."""
    first, size = run[0], len(run)
    for at in range(start, len(there) - size + 1):
        if there[at] == first and list(there[at : at + size]) == list(run):
            return at
    return -1


def _nearly(words: Sequence[Word], said: Said, there: Sequence[str]) -> Found | None:
    """A quotation of one piece with some other words than the source has."""
    if any(word.is_gap for word in (*words, *said.words)):
        return None
    mine = [word.form for word in words]
    window = _window(mine, there)
    if window is None:
        return None
    low, high = window
    steps = Levenshtein.opcodes(mine, list(there[low:high]))
    blocks = [s for s in steps if s.tag == "equal"]
    if not blocks:
        return None
    begin = low + max(0, blocks[0].dest_start - blocks[0].src_start)
    end = low + min(high - low, blocks[-1].dest_end + len(mine) - blocks[-1].src_end)
    steps = Levenshtein.opcodes(mine, list(there[begin:end]))
    equal = [w for s in steps if s.tag == "equal" for w in mine[s.src_start : s.src_end]]
    telling = {w for w in equal if w not in lexicon.FUNCTION_WORDS}
    if len(telling) < _TELLING or len(equal) < (1 - CHANGED) * len(mine) - 1:
        return None
    differences = tuple(
        Difference(
            " ".join(mine[s.src_start : s.src_end]),
            " ".join(there[begin + s.dest_start : begin + s.dest_end]),
        )
        for s in steps
        if s.tag != "equal"
    )
    return Found(Match.NEAR, said, begin, end, differences)


def _window(mine: Sequence[str], there: Sequence[str]) -> tuple[int, int] | None:
    """The stretch of the source, a little longer than the quotation, with most of its words; found
    by moving along it once."""
    size = len(mine) + max(2, len(mine) // 4)
    wanted = Counter(mine)
    inside: Counter[str] = Counter()
    best, at, shared = 0, 0, 0
    for place, word in enumerate(there):
        inside[word] += 1
        shared += inside[word] <= wanted[word]
        if place >= size:
            gone = there[place - size]
            shared -= inside[gone] <= wanted[gone]
            inside[gone] -= 1
        if shared > best:
            best, at = shared, place + 1
    if best < (1 - CHANGED) * len(mine) - 1:
        return None
    return max(0, at - size - 2), min(len(there), at + 2)


def _in_pieces(words: Sequence[Word], said: Said, there: Sequence[str]) -> Found | None:
    """A quotation whose two halves are both in the source, with other words between them."""
    mine = [word.form for word in words if not word.is_gap]
    low, high = 0, len(mine)
    while low < high:  # the longest beginning that is there
        middle = (low + high + 1) // 2
        if _find(mine[:middle], there, 0) >= 0:
            low = middle
        else:
            high = middle - 1
    if not 3 <= low <= len(mine) - 3:
        return None
    at = _find(mine[:low], there, 0)
    behind = _find(mine[low:], there, at + low)
    return Found(Match.PIECES, said, at, behind + len(mine) - low) if behind >= 0 else None
