"""What a stance model says of a claim that has no value to compare, if it is sure enough."""

from __future__ import annotations

from verify.claims.names import contains_name
from verify.judge.about import says_something, tells_of, tells_of_another
from verify.judge.acts import UNREAL
from verify.judge.align import Context
from verify.judge.compare import contradiction
from verify.judge.otherwords import other_words
from verify.judge.plain import is_said
from verify.judge.reading import Readings
from verify.judge.statements import statements
from verify.records import Basis, Claim, Evidence, Hit, StanceLabel


def by_reading(claim: Claim, hit: Hit, context: Context, readings: Readings) -> Evidence | None:
    """The model's reading of a passage as evidence; None where it is not sure, or contradicts what
    the passage says itself."""
    reading = readings.get((claim.id, hit.passage.id))
    if reading is None or reading.says is StanceLabel.NEUTRAL or not says_something(claim):
        return None
    against = reading.says is StanceLabel.REFUTES
    sentence, passage = reading.sentence, hit.passage
    if against and (
        _says_it(claim, sentence, hit)
        or not _names_one_of(claim, hit, context)
        or tells_of_another(claim, passage, sentence, context.known)
    ):
        return None
    if not against and not tells_of(claim, passage, sentence, statements(passage)):
        return None
    stance = reading.probabilities.stance
    other = other_words(claim, reading.sentence) if against else None
    return Evidence(
        passage=hit.passage,
        span=reading.span,
        sentence=reading.sentence,
        stance=stance,
        comparison=contradiction(claim, other) if other else None,
        reading=reading.probabilities,
        fit=round(stance.probability or 0.0, 3),
        basis=Basis.READ,
    )


def _says_it(claim: Claim, sentence: str, hit: Hit) -> bool:
    """Whether a sentence has all of the claim's words: what else it says may be what the model
    takes for another thing. "Refused to pay" has the words of "paid", and does not say it."""
    return is_said(claim, sentence, hit) and not UNREAL.search(sentence)


def _names_one_of(claim: Claim, hit: Hit, context: Context) -> bool:
    """Whether a passage names anyone or anything that the draft does: where it does not, it tells
    of another one."""
    mine = claim.frame.wider_names or context.known
    theirs = [n for s in statements(hit.passage) for n in s.frame.wider_names]
    return not mine or any(contains_name(theirs, n) for n in mine)
