"""What in a draft is no assertion about the world: boilerplate, rhetoric, the writer's own life."""

from __future__ import annotations

import re

from verify.records import Skip

_BOILERPLATE = re.compile(
    r"^\W*(?:(?:read|see|find\s+out)\s+(?:more|also)\b|(?:click|tap)\s+(?:here|on\s+the)\b"
    r"|(?:sign|log)\s+(?:up|in)\b|subscribe\b|unsubscribe\b|follow\s+(?:us|the\s+author|me)\b"
    r"|share\s+(?:this|on)\b|advertisement\b"
    r"|(?:photo(?:graph)?s?|picture|image|credit|illustration)\s*:\s*(?:\S+(?:\s+|$)){0,6}$"
    r"|(?:additional\s+)?(?:reporting|writing|editing)\s+by\b|related\s+(?:stories|articles)\b"
    r"|(?:this|the)\s+(?:article|story|page|piece|post)\s+(?:was|has\s+been)\s+(?:first\s+|last\s+)?"
    r"(?:amended|updated|corrected|published|edited|translated)\b"
    r"|for\s+more\s+(?:information|details)\b|(?:©|\(c\)|copyright\b)|all\s+rights\s+reserved\b"
    r"|terms\s+(?:and\s+conditions|of\s+(?:use|service))\b|download\s+(?:our|the)\s+(?:free\s+)?app\b"
    r"|(?:we|this\s+(?:site|page|website))\s+uses?\s+cookies\b|join\s+(?:our|the)\s+(?:newsletter|mailing\s+list)\b"
    r"|to\s+(?:subscribe|unsubscribe|comment)\b)"
    r"|\ball\s+rights\s+reserved\b|\bour\s+(?:free\s+)?(?:daily\s+|weekly\s+)?newsletter\b"
    r"|\bcontributed\s+(?:reporting|to\s+this\s+(?:report|story|article))\b"
    r"|\b(?:privacy\s+policy|cookie\s+policy)\b",
    re.IGNORECASE,
)
# Words to an audience, and appeals to it.
_ADDRESS = re.compile(
    r"^\W*(?:(?:and|but|so|well|now|look|again|finally)\b\W*)*"
    r"(?:thank\s+you|thanks\b|ladies\s+and\s+gentlemen|(?:my\s+)?(?:fellow|dear)\s+\w+,|god\s+bless"
    r"|good\s+(?:morning|afternoon|evening|night)\b|let\s+(?:me|us|there)\b|let['’]s\b|make\s+no\s+mistake"
    r"|imagine\b|ask\s+yourself|consider\s+(?:this|the|what|how)|mark\s+my\s+words|enough\s+is\s+enough"
    r"|remember\s+(?:this|that)|never\s+(?:forget|again)|long\s+live|shame\s+on|believe\s+(?:me|it)"
    r"|here['’]s\s+(?:the|a)\s+(?:deal|thing|point|question|idea)|(?:that|this|it)['’]s\s+(?:it|all|that|enough)\W*$"
    r"|so\s+(?:be\s+it|what)\W*$|if\s+only\b)",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"\b(?:they|he|she|one|everyone|nobody|politicians|ministers|people)\s+"
    r"(?:must|should|ought|need\s+to|have\s+(?:got\s+)?to|can|cannot|can['’]t|could)\b",
    re.IGNORECASE,
)
# What somebody lived through, which no archive can speak of.
_LIVED = re.compile(
    r"\b(?:I|my\s+\w+)\s+(?:still\s+|always\s+|vividly\s+)?(?:remember|recall|grew\s+up|fell\s+in\s+love|dream(?:ed|t)?\b"
    r"|used\s+to|woke|cried|wept|laughed|loved|hated|miss(?:ed)?\b|prayed)"
    r"|\b(?:when|since|until|while)\s+I\s+(?:was|were|am)\s+(?:a\s+|an\s+|still\s+|very\s+)*"
    r"(?:child|boy|girl|kid|teenager|student|young|little|small|growing)\b"
    r"|\bI\s+(?:have\s+|had\s+)?never\s+(?:seen|felt|met|known|tasted|heard)\b"
    r"|\b(?:as|in)\s+(?:a|my)\s+(?:child|childhood|boyhood|girlhood|youth)\b[^.]*\bI\b",
    re.IGNORECASE,
)
# Not World War I, nor Henry I: the pronoun stands after a small word, a mark, or such a word.
_OWN = re.compile(
    r"(?:^|[^\w\s]\s*|\b[a-z]+\s+|\b(?:And|But|So|Or|Yet|When|While|If|As|Because|Since|What|That|Then"
    r"|Now|Well|Today|Although|Before|After|Once|Where|How|Why|Yes|No)\s+)I\b(?=['’]|\s+[a-z])"
    r"|\b(?:[Mm]e|[Mm]y|[Mm]yself)\b"
)
# Not the US.
_OTHERS = re.compile(r"\b(?:[Yy]ou(?:rs?|rself|rselves)?|[Ww]e|us|[Oo]urs?|[Oo]urselves)\b")
_QUOTATION = re.compile(r"[“\"][^“”\"]{0,1000}[”\"]")


def is_boilerplate(sentence: str) -> bool:
    """Whether it belongs to the page around the text: credits, calls to subscribe, notices."""
    return _BOILERPLATE.search(sentence) is not None


def plain_talk(sentence: str) -> Skip | None:
    """Rhetoric or experience where the words alone say so; None for all else."""
    own = _QUOTATION.sub(" ", sentence)
    if _ADDRESS.search(own):
        return Skip.RHETORIC
    return Skip.EXPERIENCE if _LIVED.search(own) else None


def name_talk(sentence: str) -> Skip:
    """What kind of talk a sentence is that a model takes for talk."""
    own = _QUOTATION.sub(" ", sentence)
    if _OWN.search(own):
        return Skip.EXPERIENCE
    appeals = _OTHERS.search(own) or _APPEAL.search(own)
    return Skip.RHETORIC if appeals else Skip.NOT_CHECKWORTHY


def is_spoken(sentence: str) -> bool:
    """Whether it speaks of the writer or the reader, quotations apart: I, you, we."""
    own = _QUOTATION.sub(" ", sentence)
    return bool(_OWN.search(own) or _OTHERS.search(own))
