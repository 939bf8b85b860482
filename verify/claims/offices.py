"""Words for offices and standing attributes that somebody or something holds: defence minister,
chief executive, captain; capital, currency."""

from __future__ import annotations

import re
from functools import lru_cache

from verify.claims.words import plain

_HEADS = (
    "minister|president|premier|chancellor|king|queen|emir|sultan|pope|prime minister"
    "|chief executive(?: officer)?|chief (?:financial|operating|technology|scientific|medical"
    "|operating|economic) officer|chief (?:scientist|economist|justice|engineer|negotiator|whip"
    "|of staff|inspector|constable)|ceo|cfo|coo|cto|chair(?:man|woman|person)?|director[- ]general"
    "|managing director|executive director|artistic director|musical director|music director"
    "|director|secretary[- ]general|secretary of state|secretary|governor|mayor|ambassador"
    "|commissioner|captain|skipper|head coach|coach|manager|goalkeeper|striker|founder|co-founder"
    "|owner|editor(?:-in-chief)?|spokes(?:man|woman|person)|commander(?:-in-chief)?|admiral"
    "|principal investigator|project manager|mission commander|mission manager|curator|conductor"
    "|architect|designer|composer|author|speaker|attorney general|attorney|prosecutor|judge"
    "|leader|supreme leader|vice[- ]chancellor|dean|rector|provost|principal|head teacher|head"
    "|capital|currency|official language|largest city|headquarters|winner|champions?|runner-up"
    "|head of state|head of government|envoy|vice[- ]president|deputy|treasurer|general secretary"
    "|chief"
)
_BEFORE = (
    "(?:(?:first|foreign|defen[cs]e|finance|interior|health|education|prime|trade|agriculture|energy"
    "|transport|justice|culture|economy|home|environment|labou?r|vice|deputy|acting|interim"
    "|former|ex|then|new|outgoing|incoming|chief|senior|joint|national|assistant|head|general"
    "|ministry|government|company|police|fire|club|team|party|opposition|vice|supreme|executive"
    "|state|treasury|external affairs|security|industry|tourism|housing|water|science|technology"
    "|agriculture|fisheries|infrastructure|public works|planning|flight|mission|project|field"
    r"|medical|research|operations|festival|museum|court|presiding|lead)[\s-]){0,3}"
)
_OFFICE = re.compile(rf"\b(?P<office>{_BEFORE}(?:{_HEADS}))\b(?![’']?-)", re.IGNORECASE)
_PAST = re.compile(r"^(?:former|ex|then|outgoing|previous)[\s-]", re.IGNORECASE)
_SHORT = {
    "ceo": "chief executive",
    "chief executive officer": "chief executive",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "premier": "prime minister",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "secretary general": "secretary-general",
    "director general": "director-general",
    "vice chancellor": "vice-chancellor",
    "vice president": "vice-president",
    "external affairs minister": "foreign minister",
    "head coach": "coach",
    "champions": "champion",
    "winner": "champion",
    "boss": "chief executive",
    "skipper": "captain",
    "finance chief": "chief financial officer",
    "finance director": "chief financial officer",
    "chief": "head",
}


def find_offices(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the offices in a text, in order, with the words that tell which office it is."""
    return tuple(m.span("office") for m in _OFFICE.finditer(text))


@lru_cache(maxsize=10_000)
def canonical(office: str) -> str:
    """One spelling for one office: Defense Minister -> defence minister, CEO -> chief executive."""
    name = " ".join(plain(office).replace("-", " ").split()).replace("defense", "defence")
    name = _PAST.sub("", name)
    name = re.sub(r"^(?:acting|interim|new|incoming|senior|first(?= prime)) ", "", name)
    return _SHORT.get(name, name.replace("secretary general", "secretary-general"))


def is_former(office: str) -> bool:
    """Whether the words say that the office is no longer held."""
    return _PAST.match(office) is not None


@lru_cache(maxsize=10_000)
def same_office(one: str, other: str) -> bool:
    """Whether two offices are the same; a bare "minister" can be any minister."""
    a, b = canonical(one), canonical(other)
    return a == b or (
        a.split()[-1] == b.split()[-1]
        and min(len(a.split()), len(b.split())) == 1
        and a.split()[-1] in {"minister", "secretary", "coach", "director"}
    )
