"""Names of people, places and organisations, and whether two names mean the same one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from verify.claims import lexicon
from verify.claims.places import adjectives, country
from verify.claims.words import Token, plain, tokenize

TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady gen general col colonel capt lt maj major"
    " sgt rev reverend sheikh ayatollah senator sen rep judge justice mx st saint pope"
    " president premier chancellor minister king queen prince princess".split()
)
# Words after which "of" goes on inside a name: Bank of England, Gulf of Oman.
_BEFORE_OF = frozenset(
    "bank university ministry council court republic kingdom bay heads house institute museum duke"
    " prince princess department organisation organization association society academy college"
    " church isle gulf cape league board states union city port office festival battle treaty book"
    " day federation chamber school state state's strait sea mount lake bureau museum tower gates"
    " group confederation community commonwealth archbishop bishop order cup journal faculty"
    " district province county region hall palace temple central international".split()
)
_INSIDE = frozenset("of the and de la le du des van von der den bin ibn al el da di do dos del y e".split())  # fmt: skip
_ORGANISATION = re.compile(
    r"\b(?:organi[sz]ation|union|bank|university|ministry|council|court|group|corp|inc|ltd|plc|co"
    r"|company|association|society|academy|institute|party|league|club|agency|federation|united"
    r"|alliance|committee|commission|authority|forum|fund|network|foundation|department|board|fc"
    r"|city|airlines?|railways?|museum|hospital|college|school|orchestra|holdings?|partners"
    r"|industries|motors|energy|systems|technologies|laborator(?:y|ies)|centre|center|trust"
    r"|government|parliament|senate|assembly|army|navy|police|service|cup|festival|office|bureau)\b",
    re.IGNORECASE,
)


# Capitalised words that name nobody.
_NEVER = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
    " first second third gdp gmt ceo cfo coo ct tv covid western eastern northern southern ii iii"
    " only"
    .split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text. `person` is True or False where its form tells, None where it does not."""

    start: int
    end: int
    text: str
    person: bool | None = None

    @property
    def place(self) -> str:
        """The country it stands for, or ""."""
        return country(self.text)


def find_names(
    text: str, offices: Iterable[tuple[int, int]] = (), known: Iterable[str] = ()
) -> tuple[Name, ...]:
    """The names of a text in order. Months, weekdays and the words of `offices` are not names.

    `known` are the first words of names found elsewhere, plainly spelt: they are names at the
    head of a sentence too, where every word has a capital.
    """
    tokens = tokenize(text)
    return tuple(_names(text, tokens, tuple(offices), frozenset(known)))


def _names(
    text: str,
    tokens: tuple[Token, ...],
    offices: tuple[tuple[int, int], ...],
    known: frozenset[str],
) -> Iterable[Name]:
    at = 0
    while at < len(tokens):
        if not _can_start(tokens, at, offices, known):
            at += 1
            continue
        end = _name_end(text, tokens, at, offices)
        yield from _cut(text, tokens[at:end], _led_by_title(tokens, at, text, offices))
        at = end


def _in_office(token: Token, offices: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= token.start < end for start, end in offices)


def _can_start(
    tokens: tuple[Token, ...],
    at: int,
    offices: tuple[tuple[int, int], ...],
    known: frozenset[str],
) -> bool:
    token = tokens[at]
    if not token.is_capital or not token.is_word or _in_office(token, offices):
        return False
    if _is_calendar(tokens, at) or token.lower in _NEVER:
        return False
    if "'" in token.lower and token.lower.partition("'")[0] in lexicon.PRONOUNS:
        return False
    if country(token.text):
        return True
    if token.lower.rstrip(".") in TITLES or token.lower in lexicon.FUNCTION_WORDS | {"i", "now"}:
        return token.text.isupper() and len(token.text) > 1
    if not _begins_sentence(tokens, at) or token.lower in known:
        return True
    if len(token.text) > 1 and token.text.isupper():
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after and after.is_capital and after.is_word and not _in_office(after, offices):
        return not _is_calendar(tokens, at + 1) or not token.tags
    # A word at the head of a sentence is a name when the dictionary does not know it.
    return not token.tags or (
        after is not None and after.lower == "'s" and "VERB" not in token.tags
    )


def _is_calendar(tokens: tuple[Token, ...], at: int) -> bool:
    """A month or a weekday; a short form only beside a number, since Jun, Jan and May are names."""
    word = tokens[at].lower
    if word not in lexicon.MONTHS and word not in lexicon.WEEKDAYS:
        return False
    if len(word) > 3:
        return True
    beside = (tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None)
    return word == "may" or any(t is not None and t.is_number for t in beside)


def _begins_sentence(tokens: tuple[Token, ...], at: int) -> bool:
    if at == 0:
        return True
    before = tokens[at - 1]
    return before.text in {".", "!", "?", "“", '"', "‘", ":", "•", "(", "—", "–"} or (
        before.text in {"'", "-", "*"} and at == 1
    )


def _name_end(
    text: str, tokens: tuple[Token, ...], at: int, offices: tuple[tuple[int, int], ...]
) -> int:
    """The token after the last one of the name that starts at `at`."""
    end = at + 1
    while end < len(tokens):
        gap = text[tokens[end - 1].end : tokens[end].start]
        token = tokens[end]
        if gap.strip() or "\n" in gap or _in_office(token, offices):
            break
        if token.text == "." and len(tokens[end - 1].text) == 1 and not gap:
            end += 1  # an initial: N. Yermekbayev
            continue
        if token.text in {"-", "–", "&", "'", "’", "/"} and end + 1 < len(tokens):
            after = tokens[end + 1]
            joined = not gap and after.start == token.end
            if after.is_capital and (joined or token.text == "&"):
                end += 2
                continue
            if joined and token.text == "-" and after.lower in {"operation", "led", "born"}:
                if after.lower != "operation":
                    break
                end += 2
                continue
            break
        if token.is_capital and token.is_word:
            if _is_calendar(tokens, end):
                break
            end += 1
            continue
        if (
            token.is_number
            and token.end - token.start <= 2
            and not gap.strip()
            and gap
            and (tokens[end - 1].text[-1].isalpha() and _numbered(tokens, end))
        ):
            end += 1
            continue
        if token.lower in _INSIDE and (step := _inside(text, tokens, end)):
            end += step
            continue
        break
    while end > at + 1 and (tokens[end - 1].text in {"'", "’", "-", "&"}):
        end -= 1
    return end


def _numbered(tokens: tuple[Token, ...], at: int) -> bool:
    """Artemis 2, Apollo 11: a number that belongs to the name and counts nothing."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or "X" in after.tags or after.text in {".", ",", ")", "’s", "'s"}


def _inside(text: str, tokens: tuple[Token, ...], at: int) -> int:
    """How many small words at `at` belong to a name that goes on after them."""
    word, before = tokens[at].lower, tokens[at - 1].lower
    step = 1
    if word == "of":
        if before not in _BEFORE_OF:
            return 0
        if at + 1 < len(tokens) and tokens[at + 1].lower == "the":
            step = 2
    elif word in {"and", "the", "e", "y", "do"}:
        if word != "and":
            return 0
        # "Bosnia and Herzegovina" but not "Iran and Israel": only what the table has as one.
        pair = tokens[at - 1].text + " and " + (tokens[at + 1].text if at + 1 < len(tokens) else "")
        return 1 if country(pair) else 0
    after = tokens[at + step] if at + step < len(tokens) else None
    gap = text[tokens[at + step - 1].end : after.start] if after else "\n"
    return step if after and after.is_capital and after.is_word and not gap.strip() else 0


def _led_by_title(
    tokens: tuple[Token, ...], at: int, text: str, offices: tuple[tuple[int, int], ...]
) -> bool:
    """Whether a title or an office stands right before."""
    before = at - 1
    if before >= 0 and tokens[before].text == ".":
        before -= 1
    if before < 0:
        return False
    token = tokens[before]
    return token.lower.rstrip(".") in TITLES or (
        _in_office(token, offices) and not text[token.end : tokens[at].start].strip(" .")
    )


def _cut(text: str, tokens: tuple[Token, ...], titled: bool) -> Iterable[Name]:
    """One run of capitalised words as names: a country's adjective at its head stands alone."""
    while tokens and tokens[0].lower.rstrip(".") in TITLES and len(tokens) > 1:
        drop = 2 if tokens[1].text == "." and len(tokens) > 2 else 1
        tokens, titled = tokens[drop:], True
    if not tokens:
        return
    whole = text[tokens[0].start : tokens[-1].end]
    if len(tokens) > 1 and not country(whole) and _is_adjective(tokens[0]):
        rest = tokens[1:]
        if rest[0].text not in {"-", "–"} and not _ORGANISATION.search(
            text[rest[0].start : rest[-1].end]
        ):
            yield Name(tokens[0].start, tokens[0].end, tokens[0].text, False)
            yield from _cut(text, rest, titled)
            return
    yield Name(tokens[0].start, tokens[-1].end, whole, _is_person(whole, titled))


def _is_adjective(token: Token) -> bool:
    """Iranian, US, UK: stands before what it describes."""
    return token.lower in adjectives() or (token.text.isupper() and bool(country(token.text)))


def _is_person(name: str, titled: bool) -> bool | None:
    if country(name) or _ORGANISATION.search(name) or (name.isupper() and len(name) > 1):
        return False
    return True if titled else None


# --- the same one? ----------------------------------------------------------------------------


@lru_cache(maxsize=100_000)
def key(name: str) -> tuple[str, ...]:
    """The words of a name that tell it apart: no titles, accents, possessives or hyphens."""
    plainly = "".join(
        c for c in unicodedata.normalize("NFKD", plain(name)) if not unicodedata.combining(c)
    )
    plainly = re.sub(r"'s\b|'$|(?<=\w)\.(?=\w)|\.", "", plainly)
    plainly = re.sub(r"(?<=co)-(?=op|ord)", "", plainly)
    words = re.findall(r"\w+", plainly)
    kept = [
        lexicon.SPELLINGS.get(w, w)
        for w in words
        if w not in TITLES and w not in {"the", "of", "and", "for"}
    ]
    return tuple(kept or words)


def initials(name: str) -> str:
    """The first letters of the capitalised words: Shanghai Co-operation Organisation -> sco."""
    return "".join(
        w[0] for w in re.findall(r"[^\W_]+(?:-[a-z]+)?", name) if w[0].isupper()
    ).casefold()


@lru_cache(maxsize=200_000)
def same_name(one: str, other: str) -> bool:
    """Whether two names can mean the same one.

    Countries meet in their adjectives; people by surname or by another transcription of it;
    organisations by their initials.
    """
    first, second = country(one), country(other)
    if first or second:
        return first == second
    a, b = key(one), key(other)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) == 1 and short[0] == initials(one if a is long else other) and len(short[0]) > 1:
        return True
    if len(short) == 1:
        # A surname alone, or the first word of an organisation: Trump, Harland (Foods plc).
        return len(long) > 1 and short[0] in {long[0], long[-1]}
    if len(long) > len(short):
        return set(short) <= set(long) or (
            _alike(short[-1], long[-1]) and (_alike(short[0], long[0]) or _initial(short[0], long[0]))
        )
    # Another transcription: at least one word the same, the others nearly.
    exact = sum(x == y for x, y in zip(a, b, strict=True))
    near = all(_alike(x, y) or _initial(x, y) for x, y in zip(a, b, strict=True))
    return exact > 0 and near


def _initial(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


@lru_cache(maxsize=100_000)
def _alike(one: str, other: str) -> bool:
    """The same word, or another transcription of it: Andrey, Andrei."""
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or one[0] != other[0] or one[0].isdigit():
        return False
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415

    # One letter in six: Nasirzadeh, Nasirzade; but not Austria, Australia.
    return bool(DamerauLevenshtein.distance(one, other) <= max(1, min(len(one), len(other)) // 7))


def contains_name(names: Iterable[str], name: str) -> bool:
    """Whether one of `names` can mean `name`."""
    return any(same_name(n, name) for n in names)
