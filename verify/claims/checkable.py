"""Sentences that assert nothing to check: opinions, questions, predictions, talk, fragments."""

from __future__ import annotations

import re

from verify.claims.spelling import fold
from verify.claims.talk import is_boilerplate, plain_talk
from verify.claims.words import is_finite_verb, tokenize
from verify.records import Skip

# All but `_POSSIBLE` are of folded text, which is quicker than to ignore case.

# The writer's own view: nothing in the sentence is put forward as a fact.
_OPINION = re.compile(
    r"\b(?:(?:i|we)\s+(?:think|believe|feel|hope|suspect|don['’]t\s+think|can(?:not|['’]t)\s+help)"
    r"|in\s+(?:my|our)\s+(?:view|opinion|judg[e]?ment)|to\s+(?:my|our)\s+(?:mind|eyes|taste)"
    r"|arguably|frankly|shameful(?:ly)?|disgrace(?:ful)?"
    r"|(?:should|ought\s+to|must)\s+(?:surely\s+|really\s+|now\s+)?(?:be\s+)?(?:ashamed|proud|applauded|commended"
    r"|congratulated|condemned|sacked|do\s+(?:more|better)|act|learn|wait|think|remember|reconsider|resign|apologi[sz]e)"
    r"|(?:it|that|this)\s+(?:is|was|would\s+be)\s+(?:a\s+(?:pity|shame|mistake|triumph|tragedy|scandal|disgrace)"
    r"|hard\s+to|fair\s+to|time\s+to|high\s+time|right\s+that|wrong\s+(?:that|to)|no\s+wonder)"
    r"|seems?\s+to\s+(?:me|us)|(?:looks?|seems?|feels?)\s+(?:\w+\s+)?to\s+(?:me|us)|if\s+you\s+ask\s+(?:me|us)"
    r"|(?:looks?|seems?)\s+(?:like\s+)?the\s+(?:best|worst|finest|strongest|weakest)\b"
    r"|(?:certainly|surely|undoubtedly|easily|without\s+doubt)\s+(?:the|one\s+of\s+the)\s+(?:most|best|worst|finest)"
    r"|the\s+(?:best|worst|finest|loveliest|ugliest)\s+[a-z]+\s+(?:anyone|you|one|imaginable|in\s+living))\b",
)
# Words that judge. They may stand in a sentence that has facts too.
_JUDGING = re.compile(
    r"\b(?:unfortunately|sadly|thankfully|happily|mercifully|wonderful(?:ly)?|beautiful(?:ly)?"
    r"|awful(?:ly)?|terribl[ey]|brillian(?:t|tly|ce)|ridiculous(?:ly)?|splendid(?:ly)?|superb(?:ly)?|magnificent(?:ly)?"
    r"|dreadful(?:ly)?|pathetic|absurd(?:ly)?|delightful(?:ly)?|marvellous|gorgeous|charming|elegant"
    r"|(?:most|more|rather|deeply|simply|very|so|too|quite)\s+(?:welcome|impressive|disappointing|charming"
    r"|interesting|rewarding|depressing|slow|timid|clever|foolish|brave|sad|promising)"
    r"|(?:is|was|were|are|been)\b[^.;]{0,30}\ban?\s+(?:\w+\s+)?(?:disappointing|promising|depressing|impressive|glorious|miserable|joyous|triumph)"
    r"|deserve[sd]?|ought\s+to|no\s+doubt|looks?\s+(?:tired|great|poor|foolish|stretched|lost|fine)|feels?\s+like"
    r"|was\s+(?:a\s+)?(?:pity|joy|delight|triumph|disaster)|has\s+failed\s+the|have\s+failed\s+the)\b",
)
_MODAL = r"(?:will|would|could|may|might|should|can)"
_SPECULATION = re.compile(
    rf"\b{_MODAL}\s+(?:\w+\s+)?(?:surely|probably|likely|certainly|perhaps|almost\s+certainly|no\s+doubt|well|soon)\b"
    r"|\b(?:surely|probably|perhaps|undoubtedly|inevitably|maybe)\s+(?:will|would|could|may|might)\b"
    r"|\b(?:is|are)\s+(?:(?:very|more|most|un|all\s+but)\s*)?(?:likely|unlikely|bound|poised|certain|sure|destined)\s+to\b"
    r"|\b(?:is|are)\s+(?:very\s+|more\s+)?likely\b"
    r"|\b(?:may|might|could)\s+(?:yet|still|one\s+day)\b|\b(?:remains\s+to\s+be\s+seen|time\s+will\s+tell|will\s+tell)\b",
)
# "A weaker dollar could spoil the second half", not "could see the smoke", "could be heard", "pipes
# that could burst"; "may" tells as often what is so at times.
_POSSIBLE = re.compile(
    r"(?<!\bthat)(?<!\bwhich)(?<!\bwho)(?<!\bthey)(?<!\ball)\s(?:could|might)\s+"
    r"(?!not\b|only\b|hardly\b|barely\b|scarcely\b|no\b|see\b|hear\b|feel\b|smell\b|have\b|afford\b"
    r"|vote\b|choose\b|also\b|each\b|legally\b|be\s+\w+(?:ed|en|rd|ne)\b|\d)[a-z]+\b",
)
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|(?:is|are)\s+going\s+to|should\s+(?:do|have|be\s+able|prove|help))\b",
)
_BEST = re.compile(
    r"\b(?:will|shall|would|should)\s+(?:\w+\s+)?be\s+(?:\w+\s+)?(?:the|one\s+of\s+the|its|their|his|her)\s+(?:most|best|worst|hardest|greatest|toughest|biggest)\b",
)
_PAST = re.compile(r"\b(?:was|were|had|did)\b")
_REPORTED = re.compile(
    r"\b(?:sa(?:id|ys|y|ying)|told|stated|announce[sd]?|agree[sd]?|according\s+to|reported|confirm(?:s|ed)|promise[sd]?|pledge[sd]?"
    r"|commit(?:s|ted)|plan(?:s|ned)?|decided|forecasts?|expect(?:s|ed)?|estimates?|approve[sd]?|warn(?:s|ed)|predict(?:s|ed)"
    r"|scheduled|due\s+to|asked|feared|hoped|thought|believed)\b",
)
_ATTRIBUTED = re.compile(r"\b(?:said|says|told|stated|called|argued|wrote|according\s+to)\b")
_NUMBER = re.compile(r"\d")
_QUOTATION = re.compile(r"[“\"][^“”\"]{0,1000}[”\"]")


def why_skipped(sentence: str, has_values: bool) -> Skip | None:
    """Why a sentence is not checked; None where it is one to check.

    A plan with a date or a figure can be checked against what was announced; a guess cannot. A
    word that judges does not make an opinion of a sentence that has typed values as well.
    """
    text = sentence.strip()
    if text.rstrip("”\"’')»").endswith("?"):
        return Skip.QUESTION
    if is_boilerplate(text):
        return Skip.BOILERPLATE
    own = _QUOTATION.sub(" ", text)
    folded = fold(own)
    judging = _OPINION.search(folded) or (not has_values and _JUDGING.search(folded))
    if judging and not _ATTRIBUTED.search(folded):
        return Skip.OPINION
    if not has_values and (talk := plain_talk(text)):
        return talk
    if _REPORTED.search(folded):
        return None
    figures = has_values and _NUMBER.search(own) is not None
    if _SPECULATION.search(folded) or (not figures and _BEST.search(folded)):
        return Skip.PREDICTION
    if has_values or _PAST.search(folded):
        return None
    return Skip.PREDICTION if _FUTURE.search(folded) or _POSSIBLE.search(own) else None


def is_fragment(sentence: str) -> bool:
    """Whether it has no verb: a dateline, a caption's credit, a heading's words."""
    tokens = tokenize(sentence)
    return not any(is_finite_verb(tokens, i) for i in range(len(tokens)))
