"""Sentences that assert nothing to check: opinions, questions, predictions, fragments."""

from __future__ import annotations

import re

from verify.claims.words import is_finite_verb, tokenize
from verify.records import Skip

_OPINION = re.compile(
    r"\b(?:I\s+(?:think|believe|feel|hope|don['’]t\s+think)|in\s+my\s+(?:view|opinion)|we\s+(?:think|believe|feel|hope)"
    r"|arguably|frankly|undoubtedly|surely|unfortunately|thankfully|shameful|disgrace(?:ful)?|wonderful|beautiful|awful"
    r"|terrible|brilliant|ridiculous|(?:most|more|rather|deeply|simply)\s+(?:welcome|impressive|disappointing|charming|important)"
    r"|(?:should|ought\s+to|must)\s+(?:be\s+)?(?:ashamed|proud|applauded|commended|do\s+(?:more|better)|act|learn|wait|think|remember|reconsider)"
    r"|(?:it|that)\s+(?:is|was|would\s+be)\s+(?:a\s+(?:pity|shame|mistake|triumph|tragedy)|hard\s+to|fair\s+to|time\s+to|high\s+time|right\s+that|wrong\s+that)"
    r"|deserves?|the\s+(?:best|worst|finest|loveliest)\s+[a-z]+\s+(?:anyone|you|one|imaginable|in\s+living)"
    r"|feels?\s+like|seems?\s+to\s+(?:me|us)|looks?\s+(?:tired|great|poor|foolish)|no\s+doubt)\b",
    re.IGNORECASE,
)
_SPECULATION = re.compile(
    r"\b(?:will|would|could|may|might|should)\s+(?:\w+\s+)?(?:surely|probably|likely|certainly|perhaps|almost\s+certainly|no\s+doubt|well|soon)\b"
    r"|\b(?:surely|probably|perhaps|undoubtedly|inevitably)\s+(?:will|would|could|may|might)\b"
    r"|\b(?:is|are)\s+(?:(?:very|more|most)\s+)?(?:likely|bound|poised|certain|sure)\s+to\b"
    r"|\b(?:may|might|could)\s+(?:yet|still|one\s+day|be|become|have\s+to|need)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\b(?:will|shall|won['’]t|is\s+going\s+to|are\s+going\s+to)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|says|told|announced|agreed|according\s+to|reported|confirmed|promised|pledged"
    r"|committed|plans?|planned|decided|forecasts?|expects?|estimates?|approved)\b",
    re.IGNORECASE,
)


def why_skipped(sentence: str, has_values: bool) -> Skip | None:
    """Why a sentence is not checked; None where it is one to check.

    A plan with a date or a figure can be checked against what was announced; a guess cannot.
    """
    text = sentence.strip()
    if text.rstrip("”\"’')").endswith("?"):
        return Skip.QUESTION
    plain = _without_quotes(text)
    if _OPINION.search(plain):
        return Skip.OPINION
    reported = _REPORTED.search(plain)
    if _SPECULATION.search(plain) and not reported:
        return Skip.PREDICTION
    if _FUTURE.search(plain) and not has_values and not reported:
        return Skip.PREDICTION
    return None


def is_fragment(sentence: str) -> bool:
    """Whether it has no verb: a dateline, a caption's credit, a heading's words."""
    tokens = tokenize(sentence)
    return not any(is_finite_verb(tokens, i) for i in range(len(tokens)))


def _without_quotes(text: str) -> str:
    return re.sub(r"[“\"][^”\"]*[”\"]", " ", text)
