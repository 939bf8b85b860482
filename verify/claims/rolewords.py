"""How news prose puts a holder and an office together."""

from __future__ import annotations

import re

from verify.claims.namewords import SPEAKING, TITLES
from verify.claims.spelling import any_of, word_set

_TITLE = rf"(?:(?:{any_of(TITLES)})\.?\s+)*"
DET = r"(?:(?:the|its|his|her|their|our|this)\s+)?"
_KEEN = (
    r"(?:(?:new|current|long-serving|longtime|present|newly\s+appointed|powerful|embattled)\s+)*"
)
# "Iran's new" | minister
POSSESSIVE = re.compile(rf"(?P<own>['’]s?)?\s+{_KEEN}$", re.IGNORECASE)
# minister | "of the" | Interior Ministry
OF = re.compile(
    r"\s+(?:of|for|at)\s+(?:the\s+)?"
    r"(?:(?:state|city|town|province|football\s+club|neighbou?ring|nearby)\s+(?:of\s+)?)?$"
)
# A noun of another that owns the office: "the commission's chairwoman".
_OWNED = r"(?:(?:the|its|his|her|their)\s+(?:[a-z-]+\s+){0,3}[a-z-]+['’]s?\s+)?"
# Dong Jun | ", its" | defence minister; Tom Orr | ", formerly" | treasurer
COMMA = re.compile(
    rf",\s+{_OWNED}{DET}{_KEEN}(?P<was>(?:formerly|previously|until\s+(?:recently|now))\s+{DET})?$",
    re.IGNORECASE,
)
# defence minister | " Gen." | Dong Jun
APPOSED = re.compile(rf"(?:,?\s+|\s*\(){_TITLE}$", re.IGNORECASE)
# the capital of Chile | " is" | Santiago
EQUALS = re.compile(
    rf",?\s+(?:is|was|are|were|remains|:)\s+(?:now\s+|still\s+)?(?:the\s+)?{_TITLE}$"
)
# What ends an aside between commas.
CLOSED = re.compile(r"\s*(?:[,.;:)”\"]|$)")
ASIDE_ENDS = re.compile(
    r"(?:\s+(?:province|state|region|district|city|county|(?:sub)?committee|panel|commission|council|board"
    r"|unit|division|group|department|agency|bureau|team|project|programme|program|subsidiary))?"
    r"(?:\s*\([^()]{1,20}\))?"
    rf"(?:\s*[,.;:)”\"]|\s*$|\s+(?:since|and|who|until|{any_of(SPEAKING)}|stated)\b)"
)
# vice president | "of finance"
OVER = re.compile(
    r"\s+(?:of|for|in\s+charge\s+of)\s+(?!the\b|an?\b)(?:[a-z][a-z-]+\s+){0,2}(?:and\s+)?[a-z][a-z-]+"
    r"(?=\s*[,.;:)])"
)
# Bank of Halland | "(" | BoH: no holder, but what the owner is called for short.
SHORT = re.compile(r"\s*\($")
# the mayor of Paris, Texas | ", is" | Bill Rowe
IS_ANOTHER = re.compile(r",\s+(?:is|was)\s+")
OF_VERBS = {"chairs": "chair", "captains": "captain", "coaches": "coach", "manages": "manager"}
# Tilda Rowe | ", who chairs the" | Bank of Halland
BY_VERB = re.compile(rf",?\s+(?:who\s+)?(?P<verb>{any_of(OF_VERBS)})\s+(?:the\s+)?")
_WHO = (
    r",?\s+(?:who\s+)?(?:(?:has|had|have)\s+)?"
    r"(?:(?:now|also|still|currently|later|once|then|already|since)\s+)?"
)
_TIME = r"(?:\s+(?:in|on|since|last|this|earlier)\s+[\w\s]{1,24}?)?"
# Orla Keane | ", who took over in May as" | manager
HOLDS = re.compile(
    rf"{_WHO}(?:"
    rf"(?:is|was|are|were|been|remains|remained|becomes|became|being)\s+(?:(?:now|still|currently)\s+)?"
    rf"(?:(?:re-?)?(?:appointed|named|elected|made|chosen|confirmed|installed|sworn\s+in){_TIME}\s+)?(?:as\s+)?"
    rf"|(?:took\s+over|takes\s+over|took\s+office|takes\s+office|serves|served|stays|stayed\s+on|acts|returned|continues){_TIME}\s+as\s+"
    rf"){_OWNED}{DET}{_KEEN}$",
    re.IGNORECASE,
)
# Hugh Carrow | " stepped down as" | chief executive
LEAVES = re.compile(
    rf"{_WHO}(?:resigned|resigns|quit|retired|stepped\s+down|stood\s+down|was\s+(?:sacked|fired|dismissed|ousted|replaced)){_TIME}"
    rf"\s+as\s+{_OWNED}{DET}$",
    re.IGNORECASE,
)
# Priya Wendelin | ", who succeeded Hugh Carrow as" | chief executive
SUCCEEDS = re.compile(
    rf"{_WHO}(?:succeeds|succeeded|replaces|replaced|follows|followed|took\s+over\s+from|takes\s+over\s+from)\s+"
    rf"[^,;:“”\"]{{2,50}}?\s+as\s+{_OWNED}{DET}{_KEEN}$",
    re.IGNORECASE,
)
# "named" | Priya Wendelin | chief executive
NAMING = re.compile(
    r"\b(?:re)?(?:appoint|name|elect|choose|chose|hire|pick|install|confirm)(?:s|d|ed|ing)?\s+"
    rf"{_TITLE}$",
    re.IGNORECASE,
)
AS = re.compile(rf"\s+(?:as\s+)?{DET}{_KEEN}$")
# "succeeded" | chief executive Hugh Carrow
GONE = re.compile(
    rf"\b(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing)|t(?:ook|aking)\s+over\s+from|late|ousted|deposed"
    rf"|sacked|disgraced)\s+(?:the\s+)?{_OWNED}(?:[A-Z]\w*(?:['’]s)?\s+){{0,2}}$"
)
# prime minister of Tavoria | "from 2021 to 2025"
UNTIL = re.compile(r"\s+(?:from\s+[^,.;]{2,25}?\s+)?(?:to|until|till)\s+(?:\w+\s+){0,2}\d{4}\b")
# "the first" | president: told of an office, and not of who holds it now.
RANKED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)|last|only|youngest|oldest|longest-serving|a|an)"
    r"\s+(?:[A-Z][a-z]+\s+|female\s+|elected\s+|black\s+|former\s+)?$",
    re.IGNORECASE,
)
# A name after these is nobody a verb speaks of.
UNDER = re.compile(
    r"\b(?:by|with|to|against|than|after|before|and|or|as|near|under)\s+(?:the\s+)?$", re.IGNORECASE
)
WHO = re.compile(r",?\s+who\b")
# Leilani Moretti | "of the" | University of Wollara
BELONGS = re.compile(r",?\s+(?:of|from|in|at|for)\s+(?:the\s+)?$")
# chairman | "of the board, " | president | " and chief executive"
AND_ALSO = re.compile(rf"(?:\s+of\s+the\s+(?:board|company|firm))?(?:,?\s+and|(?P<list>,))\s+{DET}")
GOES_ON = re.compile(r",?\s+and\s+[a-z]|,\s+[a-z]+,?\s+and\s+[a-z]")
# the currency of Chile | " is the peso"
COINED = re.compile(
    r"(?:\s+is|,)\s+(?:the\s+)?(?P<name>(?:[A-Z][a-z]+\s+)?[a-z]{3,})(?=\s*(?:[,.;)]|$|\s+and\b))"
)

THINGS = word_set("capital currency headquarters champion runner-up owner founder host") | {
    "official language", "largest city",
}  # fmt: skip
"""What need not be held by a person."""
WEAK = word_set("head leader champion deputy owner commander boss author speaker designer")
"""Everyday words: an office only where it is told whose, or its holder stands right beside."""
STATE = word_set(
    "minister president chancellor king queen emir sultan ambassador envoy secretary capital"
    " currency parliament government state justice leader language vice-president"
    " secretary-general attorney-general spokesman head"
)
"""Last words of offices that a country's adjective owns: the Iranian minister. A Korean director
directs nothing of Korea's."""
COUNTERPART = re.compile(rf"\bcounterpart,?\s+{_TITLE}$", re.IGNORECASE)
