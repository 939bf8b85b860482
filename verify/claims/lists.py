"""Lists of names that are said to belong together: "also includes Belarus, India and Pakistan"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verify.claims import lexicon
from verify.claims.names import Name
from verify.claims.namewords import APPOSED, DEMONYMS
from verify.claims.numbers import find_numbers
from verify.claims.offices import find_offices
from verify.claims.places import adjectives
from verify.claims.spelling import any_of
from verify.claims.words import is_finite_verb, tokenize, verb_lemma
from verify.records import Membership

_SIDE = r"(?:\s+(?:to|in|on)\s+(?:the|its)\s+(?:far\s+)?(?:north|south|east|west)[a-z-]*)"
_NOUN = rf"(?:(?:the\s+)?(?:{any_of(APPOSED)}|countries\s+of)\s+)?"
# "Chile, Peru", "Chile and the Seychelles", "Romania to the north, Bulgaria to the south".
_JOIN = re.compile(
    rf"{_SIDE}?(?:\s*[,;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or|&)\s+|,?\s+as\s+well\s+as\s+)"
    rf"(?:(?:in|to|with|from|of|by)\s+(?:the\s+[a-z-]+\s+by\s+)?)?(?:both\s+)?(?:the\s+)?{_NOUN}$"
)
_LAST_JOIN = re.compile(r"\b(?:and|or|as\s+well\s+as)\b|&")
_FEW = (
    r"(?:\s+(?:the|its|both|all|also|five|six|[a-z]+\s+(?:countries|states|nations|members)\s+of"
    r"|countries|states|nations|on|with|by|land|of))*"
)
_CUE = re.compile(
    r"\b(?P<cue>includ(?:e|es|ed|ing)|compris(?:e|es|ed|ing)|consist(?:s|ed|ing)?\s+of|made\s+up\s+of|composed\s+of"
    r"|such\s+as|(?<!\bthe\s)border(?:s|ed|ing)?|neighbours?(?=\s+(?:are|were|include))|adjoins?"
    rf"|members?(?:\s+(?:states|countries|nations))?)\b{_FEW}"
    r"(?:\s+(?:are|is|were|of\s+[^,;:]{1,40}?\s+(?:are|were)|include[sd]?))?(?:\s*:)?"
    rf"\s+(?:the\s+)?(?:to\s+the\s+[a-z-]+\s+by\s+)?(?:the\s+)?{_NOUN}$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:also|including|includ(?:e|es|ed)|such\s+as|among\s+(?:them|others|which|whom)|like|e\.g\.|mostly|mainly"
    r"|notably|especially|part(?:s|ly)?\s+of|some\s+of|several)\b[^,]*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r",?\s+(?:(?:and|or)\s+)?(?:among\s+others|amongst\s+others|and\s+others|others|elsewhere|as\s+well\b"
    r"|(?:\w+\s+){0,2}(?:more|other|others|etc)\b|in\s+particular)"
    r"|,\s+(?:and\s+)?(?:the\s+|an?\s+)?[a-z]+\s*(?:,|and|[.;]|$)|\s+and\s+(?:\w+\s+){1,3}(?:countries|states|members|clubs|cities)"
    r"|\s*\(|['’]"
)
_CLOSED = re.compile(
    rf"(?:\b(?:consists?\s+of|compris(?:es|ed|e)|made\s+up\s+of|composed\s+of|are|were|both)\s*:?|:)\s+(?:the\s+)?{_NOUN}$",
    re.IGNORECASE,
)
_ASIDE_BORDER = re.compile(r"\b(?:which|that|who|while)\s+(?:\w+\s+){0,3}borders?\b|\bbordering\b")
_MEMBERS_OF = re.compile(
    r"\s+(?:are|were)\s+(?:(?:all|the|full|its|[a-z]+)\s+){0,3}members\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_MAKES_UP = re.compile(
    r"\s+(?:together\s+)?(?:make|made)\s+up\s+(?:the\s+)?$|\s+(?:form|constitute)\s+(?:the\s+)?$"
)
_ARE = re.compile(
    r"^\s*(?P<noun>[^,;:()]{2,60}?)(?:\s+of\s+[^,;:()]{2,60}?)?\s+(?:are|were)\s*:?\s+(?:the\s+)?$"
)
"""The crew of the yacht | are | Per Sand, Eva Rye and Bo Holm."""
_STRANGE = re.compile(r"\bbetween\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)
_PLAIN = {"has": "have", "have": "have", "had": "have"}
_ASIDE = r"(?:\s*\([^()]{1,30}\)|,\s[^,]{1,60},)?"


@dataclass(frozen=True, slots=True)
class Listed:
    """A list with its span; `cue_start` is where the words that introduce it begin."""

    start: int
    end: int
    value: Membership
    cue_start: int


def find_lists(text: str, names: Sequence[Name]) -> tuple[Listed, ...]:
    """Runs of three names or more (two after "include", "border" ...), in order; those that nothing
    introduces have no relation."""
    found = []
    at = 0
    while at < len(names):
        last = at
        while last + 1 < len(names) and _JOIN.fullmatch(
            text, names[last].end, names[last + 1].start
        ):
            last += 1
        listed = (
            _read(text, names[at : last + 1], names[:at], names[last + 1 :]) if last > at else None
        )
        if listed:
            found.append(listed)
        at = last + 1
    return tuple(found)


def _read(
    text: str, members: Sequence[Name], before: Sequence[Name], after: Sequence[Name]
) -> Listed | None:
    if not members:
        return None
    start, end = members[0].start, members[-1].end
    cue_start = max(text.rfind(mark, 0, start) for mark in (". ", "; ", "\n")) + 1
    lead = text[cue_start:start]
    relation, strong = _relation(lead)
    if _STRANGE.search(lead[-60:]) or _addresses(members):
        return None
    if not relation.endswith("language") and any(_describes(m) for m in members):
        relation, strong = "", False  # "Danish, Swedish and Russian rule": told of no members
    group = ""
    predicate = after and _MEMBERS_OF.fullmatch(text, end, after[0].start)
    if predicate and not relation:
        relation, strong, group = "member", True, after[0].text
    made_up = after and not lead.strip() and _MAKES_UP.fullmatch(text, end, after[0].start)
    if made_up:
        relation, strong, group = "consist", True, after[0].text
    joined = _LAST_JOIN.search(text, members[-2].end, members[-1].start)
    if not joined and (short := _to_last_and(text, members)):
        return _read(text, short, before, after)
    if not relation or (not strong and _next_clause(text, end)):
        relation, strong = "", False  # no more is known than that they are named together
    if not joined and (len(members) < 3 or not strong):
        return None
    if not strong and len(members) < 3:
        return None
    counted = any(n.low == n.high == len(members) for n in find_numbers(lead))
    # A sentence about what a country borders on names all of it; an aside may not.
    surrounded = relation == "border" and len(members) > 2 and not _ASIDE_BORDER.search(lead)
    is_open = _OPEN.search(lead) or _GOES_ON.match(text, end) or not joined
    value = Membership(
        group=group or _group(text, before, cue_start, start),
        members=tuple(m.text for m in members),
        relation=relation,
        closed=bool(not is_open and (counted or made_up or _CLOSED.search(lead) or surrounded)),
        text=text[start:end],
    )
    return Listed(start, end, value, cue_start)


def _to_last_and(text: str, members: Sequence[Name]) -> Sequence[Name]:
    """The names up to the one behind the last "and": Morris and Lee, Ohio."""
    for at in range(len(members) - 1, 0, -1):
        if _LAST_JOIN.search(text, members[at - 1].end, members[at].start):
            return members[: at + 1]
    return ()


def _relation(lead: str) -> tuple[str, bool]:
    """The lemma that says what the names are to the group, and whether it alone makes a list."""
    if cue := _CUE.search(lead[-120:]):
        word = cue["cue"].split()[0].lower()
        if word.startswith("member"):
            return "member", True
        return ("include" if word in {"including", "such"} else verb_lemma(word) or word), True
    if (noun := _named_by(lead)) is not None:
        return noun, False
    tokens = tokenize(lead)
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if token.text in {";", "(", "”", "“"}:
            break
        if token.lemma in {"member", "founder", "partner", "observer", "winner", "finalist"}:
            return token.lemma, False
        verb = verb_lemma(token.lower)
        if not verb or (token.is_capital and at > 0):
            continue
        if "NOUN" not in token.tags or is_finite_verb(tokens, at):
            return verb, False
    # "Sitting with her were X and Y", "It has shops in three towns: X, Y and Z".
    if not _CLOSED.search(lead):
        return "", False
    for at, token in enumerate(tokens):
        free = at == 0 or tokens[at - 1].lower not in lexicon.DETERMINERS | lexicon.PREPOSITIONS
        verb = verb_lemma(token.lower) or _PLAIN.get(token.lower, "")
        if token.is_word and free and verb:
            return verb, False
    return "", False


def _named_by(lead: str) -> str | None:
    """The noun that a list is said to be: the crew, the official languages; None for none."""
    are = _ARE.match(lead)
    if are is None:
        return None
    words = tokenize(re.split(r"['’]s?\s", are["noun"])[-1])
    if not words or any(t.lower in lexicon.PREPOSITIONS for t in words):
        return None
    if "NOUN" not in words[-1].tags and not words[-1].is_capital:
        return None
    told = (t for t in words if t.is_word and t.lower not in lexicon.DETERMINERS)
    return " ".join(t.lemma for t in told if t.lower not in lexicon.NUMBER_WORDS)


def _next_clause(text: str, end: int) -> bool:
    """“said Iran, Iraq and Kuwait had agreed”: names that are the subject of what comes next."""
    tokens = tokenize(text[end : end + 60])
    return bool(tokens) and tokens[0].is_word and is_finite_verb(tokens, 0)


def _describes(member: Name) -> bool:
    """Egyptian, Jewish: an adjective, which names no member; Greeks and Romans are."""
    if member.text.endswith("s") and not member.text.endswith("ss"):
        return False
    return member.text.casefold() in DEMONYMS or member.text.casefold() in adjectives()


def _addresses(members: Sequence[Name]) -> bool:
    """Paris, France, and Rome, Italy: places with their countries, and no list."""
    lands = [m.place != "" for m in members]
    return len(lands) % 2 == 0 and lands == [False, True] * (len(lands) // 2)


def _group(text: str, before: Sequence[Name], cue_start: int, start: int) -> str:
    """The name whose members they are, "" where that is not certain."""
    near = [n for n in before if n.start >= cue_start]
    of = (
        re.search(r"\bmembers?\s+(?:\w+\s+)?of\s+(?:the\s+)?$", text[cue_start : near[-1].start])
        if near
        else None
    )
    if of:
        return near[-1].text
    for name in near:
        if re.fullmatch(r"\s*(?:The\s+|the\s+)?", text[cue_start : name.start]) or len(near) == 1:
            between = text[name.end : start]
            if re.search(r"(?<!^),\s+(?:whose|which|who)\b", between):
                return ""  # "launched by the consortium, whose members are"
            subject = re.match(rf"{_ASIDE}\s*(?:,\s+(?:which|whose)\b|\s[a-z])", between)
            lead = text[cue_start : name.start].split()
            governed = (
                bool(lead) and lead[-1].lower() in lexicon.PREPOSITIONS | {"the"} and len(lead) > 2
            )
            return name.text if subject and not governed and not find_offices(between) else ""
    return ""
