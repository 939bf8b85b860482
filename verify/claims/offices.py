"""Words for offices and standing attributes that somebody or something holds: defence minister,
chief executive, captain; capital, currency."""

from __future__ import annotations

import re
from functools import lru_cache

from verify.claims.lexicon import EMPTY
from verify.claims.namewords import KINDS
from verify.claims.places import country
from verify.claims.spelling import any_of, fold, word_set
from verify.claims.words import plain, tokenize

_HEADS = (
    "minister|president|premier|chancellor|king|queen|emir|sultan|pope|prime minister"
    "|first minister|chief executive|chief executive officer|chief financial officer"
    "|chief operating officer|chief technology officer|chief scientific officer"
    "|chief medical officer|chief economic officer|chief scientist|chief economist"
    "|chief justice|chief engineer|chief negotiator|chief whip|chief of staff|chief inspector"
    "|chief constable|ceo|cfo|coo|cto|chair|chairman|chairwoman|chairperson|director-general"
    "|director general|managing director|executive director|artistic director|musical director"
    "|music director|director|secretary-general|secretary general|secretary of state|secretary"
    "|governor|mayor|ambassador|commissioner|captain|skipper|head coach|coach|manager"
    "|goalkeeper|striker|founder|co-founder|owner|editor|editor-in-chief|editor in chief"
    "|spokesman|spokeswoman|spokesperson|commander|commander-in-chief|admiral"
    "|principal investigator|project manager|mission commander|mission manager|curator"
    "|conductor|architect|designer|composer|author|speaker|attorney general|attorney-general"
    "|prosecutor|leader|supreme leader|vice-chancellor|vice chancellor|dean|rector|provost"
    "|head teacher|headteacher|head|boss|capital|currency|official language|largest city"
    "|headquarters|winner|champion|champions|runner-up|head of state|head of government|envoy"
    "|vice-president|vice president|deputy|treasurer|general secretary|chief of police|chief"
    "|archbishop|bishop|patriarch"
).split("|")
# What an office is over; "minister of defence" is the defence minister.
_PORTFOLIOS = (
    "foreign affairs|external affairs|foreign|defence|defense|finance|the interior|interior"
    "|internal affairs|home affairs|health|education|trade|commerce|agriculture|energy"
    "|transport|justice|culture|economy|economic affairs|economics|environment|labour|labor"
    "|employment|industry|tourism|housing|water|science|technology|fisheries|infrastructure"
    "|public works|homeland security|planning|security|information|sport|sports|state|treasury"
    "|the treasury|immigration|social affairs|development|communications|mines|oil|petroleum"
    "|digital affairs|climate|women|youth|farm|food|telecommunications|foreign trade|budget"
    "|research|higher education|natural resources|forestry|local government|privatisation"
).split("|")
_RANKS = (
    "prime|home|vice|deputy|acting|interim|caretaker|shadow|junior|assistant|associate|former"
    "|ex|then|new|newly appointed|outgoing|incoming|chief|senior|joint|national|head|general"
    "|ministry|government|company|police|fire|club|team|party|opposition|supreme|executive"
    "|state|union|army|navy|bank|council|flight|mission|project|field|medical|research"
    "|operations|festival|museum|court|presiding|lead|goalkeeping|provincial|regional"
    "|territorial|administrative|commercial|financial|cultural|press|news|managing"
).split("|")
_OFFICE = re.compile(
    rf"\b(?:(?:{any_of(_PORTFOLIOS)})\s+and\s+(?=(?:{any_of(_PORTFOLIOS)})\s+(?:minister|secretary)\b))?"
    rf"(?:(?:{any_of(_RANKS + _PORTFOLIOS)})[\s-]){{0,3}}(?:{any_of(_HEADS)})\b(?![’']?-)"
    rf"(?:(?<=minister)\s+(?:of|for)\s+(?:{any_of(_PORTFOLIOS)})\b"
    rf"|(?<=secretary)\s+of\s+(?:defen[cs]e|the\s+treasury)\b"
    rf"|(?<=secretary\sof\sstate)\s+for\s+(?:{any_of(_PORTFOLIOS)})\b"
    r"|(?<=chancellor)\s+of\s+the\s+exchequer\b)?"
)
"""Of folded text."""
# Offices that a noun before them divides: film director, campaign manager.
_DIVIDED = word_set(
    "secretary director manager editor designer coach champion commander commissioner officer"
)
# Surnames, and first words of other names, unless a name follows them.
_OFTEN_NAMES = word_set(
    "king queen pope dean champion champions premier capital speaker head captain chief"
    " chancellor provost commander rector sultan bishop"
)
_PAST = re.compile(r"^(?:former|ex|then|outgoing|previous)[\s-]", re.IGNORECASE)
_NOT_THE_OFFICE = re.compile(r"^(?:new|newly appointed|incoming|senior) ")
_SHORT = {
    "ceo": "chief executive",
    "chief executive officer": "chief executive",
    "cfo": "chief financial officer",
    "finance chief": "chief financial officer",
    "finance director": "chief financial officer",
    "coo": "chief operating officer",
    "cto": "chief technology officer",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "vice chairman": "vice chair",
    "vice chairwoman": "vice chair",
    "premier": "prime minister",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "secretary general": "secretary-general",
    "director general": "director-general",
    "attorney general": "attorney-general",
    "vice chancellor": "vice-chancellor",
    "vice president": "vice-president",
    "external affairs minister": "foreign minister",
    "foreign affairs minister": "foreign minister",
    "the interior minister": "interior minister",
    "internal affairs minister": "interior minister",
    "farm minister": "agriculture minister",
    "the treasury secretary": "treasury secretary",
    "chancellor of the exchequer": "chancellor",
    "head coach": "coach",
    "champions": "champion",
    "winner": "champion",
    "skipper": "captain",
    "headteacher": "head teacher",
    "editor in chief": "editor",
    "chief": "head",
    "chief of police": "police chief",
}
# Words that newsrooms use for one another, where nothing stands before them.
_LOOSE = (
    word_set("coach manager boss"),
    frozenset({"chief executive", "boss"}),
)


@lru_cache(maxsize=4096)
def find_offices(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the offices in a text, in order, with the words that tell which office it is."""
    found = (m.span() for m in _OFFICE.finditer(fold(text)))
    return tuple((_begin(text, *span), span[1]) for span in found if not _is_name(text, *span))


def _begin(text: str, start: int, end: int) -> int:
    """Where the words that tell which office it is begin: "film | director", not "Islamic State |
    leader", where they are part of a name."""
    words = text[start:end]
    body = re.match(r"[A-Z]\w+\s(?=[a-z])", words)
    if (
        body
        and body.group().strip().lower() in _RANKS
        and re.search(r"[A-Z][\w’']*\s$", text[max(0, start - 30) : start])
    ):
        return start + body.end()
    before = re.search(r"(?<![\w’'-])([a-z]{3,20})\s$", text[max(0, start - 22) : start])
    if before and words.split()[-1].lower() in _DIVIDED:
        (token,) = tokenize(before[1])
        if token.tags == {"NOUN"} and token.lemma == token.lower not in EMPTY:
            return start - len(before.group())
    return start


def _is_name(text: str, start: int, end: int) -> bool:
    """Stephen King, Premier League, King Edward Hospital: part of a name, and no office."""
    words = text[start:end].split()
    if not words[-1][0].isupper():
        return False
    after = re.match(r"(?:\s+(?!(?:The|He|She|It)\b)[A-Z][\w'’-]*){1,5}", text[end : end + 80])
    if after:
        if len(words) > 1 or words[0].lower() not in _OFTEN_NAMES:
            return False
        return words[0].lower() in {"dean", "rector"} or after.group().split()[-1].lower() in KINDS
    before = re.search(r"([A-Z][\w'’.-]*)\s$", text[max(0, start - 30) : start])
    return (
        before is not None
        and words[0].lower() in _OFTEN_NAMES
        and not country(before[1])
        and before[1].lower() not in {"the", "a", "an", "his", "her", "its", "their", "our"}
    )


@lru_cache(maxsize=10_000)
def canonical(office: str) -> str:
    """One spelling for one office: Defense Minister -> defence minister, CEO -> chief executive."""
    name = " ".join(plain(office).replace("-", " ").split()).replace("defense", "defence")
    name = name.replace("labor ", "labour ")
    name = _NOT_THE_OFFICE.sub("", _PAST.sub("", name))
    name = re.sub(r"^((?:deputy )?minister) (?:of|for) (?:the )?(.+)$", r"\2 \1", name)
    name = re.sub(r"^(secretary) (?:of state for|of) (?!state)(?:the )?(.+)$", r"\2 \1", name)
    name = re.sub(r"^(.+) deputy minister$", r"deputy \1 minister", name)
    name = re.sub(r"^(.+) of the (?:board|company|firm)$", r"\1", name)
    name = _SHORT.get(name, name)
    return re.sub(r"\b(secretary|director|attorney) general$", r"\1-general", name)


def is_former(office: str) -> bool:
    """Whether the words say that the office is no longer held."""
    return _PAST.match(office) is not None


@lru_cache(maxsize=10_000)
def same_office(one: str, other: str) -> bool:
    """Whether two offices are the same; a bare "minister" can be any minister."""
    a, b = canonical(one), canonical(other)
    if a == b or any({a, b} <= group for group in _LOOSE):
        return True
    if _shared_portfolio(a, b):
        return True
    short, long = sorted((a.split(), b.split()), key=len)
    return (
        len(short) == 1
        and short[0] in {"minister", "secretary", "coach", "director"}
        and long[-1] == short[0]
        and long[0] not in _OTHER
    )


def _shared_portfolio(one: str, other: str) -> bool:
    """Whether one of two is called by part of what it is over: the food and agriculture minister
    is the agriculture minister."""
    (a, head), (b, other_head) = ((n[: -len(w)], w) for n in (one, other) for w in n.split()[-1:])
    parts = [set(portfolio.strip().split(" and ")) for portfolio in (a, b)]
    return head == other_head == "minister" and (parts[0] < parts[1] or parts[1] < parts[0])


# A deputy minister is no minister, and a prime minister is not called the minister.
_OTHER = word_set(
    "prime deputy vice acting interim caretaker shadow assistant associate junior goalkeeping"
    " managing executive artistic musical music"
)
