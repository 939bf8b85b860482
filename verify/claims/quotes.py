"""Words in quotation marks, and who is said to have said them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verify.claims.names import Name
from verify.claims.namewords import TITLES
from verify.claims.spelling import any_of
from verify.claims.titles import quoted_titles
from verify.records import Quote

# An opening mark stands before a word and after none, a closing one the other way round, so that
# a quotation that began in another sentence does not turn the rest inside out. Marks inside of
# another kind belong to the words.
_CLOSES = r"(?![\w])"


def _opens(mark: str) -> str:
    """A mark that opens; the mark itself comes first in the pattern, which is quick to look for."""
    return rf"{mark}(?<![\w.,!?;:…]{mark})"


_DOUBLE, _SINGLE, _CURLY = _opens('"'), _opens("'"), _opens("‘")
_QUOTE = re.compile(
    rf"“(?P<a>[^“”]{{3,2000}})”"
    rf"|{_DOUBLE}(?=\S)(?P<b>[^\"]{{3,2000}})(?<=\S)\"{_CLOSES}"
    rf"|{_CURLY}(?=\S)(?P<c>[^‘’“”]{{3,300}}(?:’\w[^‘’“”]{{0,300}}){{0,20}})’{_CLOSES}"
    rf"|{_SINGLE}(?=\S)(?P<d>[^'\"“”]{{3,300}}(?:'\w[^'\"“”]{{0,300}}){{0,20}})(?<=[.,!?])'{_CLOSES}"
    r"|«\s?(?P<e>[^«»]{3,2000}?)\s?»|„(?P<f>[^„“”]{3,2000})[“”]"
)
_SAYING = (
    r"(?:said|says|say|told|tells|added|adds|wrote|writes|tweeted|posted|insisted|insists|warned|warns|argued"
    r"|argues|noted|claimed|claims|declared|explained|explains|announced|stated|replied|asked|asks|called|calls"
    r"|described|recalled|joked|admitted|conceded|shouted|complained|concluded|continued|responded|testified)"
)
_TITLE = rf"(?:(?:{any_of(TITLES)})\.?\s+)*"
_ADVERB = r"(?:(?:also|later|then|earlier|once|has|had|have|would|[a-z]+ly)\s+){0,2}"
_ASIDE = r"(?:,\s[^“”\"\n]{1,80},)?"
# “...,” said the health minister, Amalia Teixeira
_SAID_BY = re.compile(
    rf"[,.]?\s*{_SAYING}\s+(?:(?:the|its|his|her|an?)\s+)?(?:[\w’'-]+,?\s+){{0,4}}{_TITLE}$",
    re.IGNORECASE,
)
_SPEAKER = re.compile(rf"[,.]?\s*(?:the\s+)?(?:[a-z]+\s+){{0,3}}{_TITLE}$", re.IGNORECASE)
_THEN_SAYS = re.compile(rf"{_ASIDE}\s+{_ADVERB}{_SAYING}\b", re.IGNORECASE)
_SAYS_THIS = re.compile(
    rf"{_ASIDE}\s+{_ADVERB}{_SAYING}\b[^.;:“”\"\n]{{0,90}}[,:]?\s*$", re.IGNORECASE
)
_ACCORDING = re.compile(
    rf"[,.]?\s*(?:according\s+to|in\s+the\s+words\s+of)\s+(?:the\s+)?(?:[a-z]+\s+){{0,3}}{_TITLE}$",
    re.IGNORECASE,
)
_ACCORDING_TO = re.compile(
    rf"\b(?:according\s+to|in\s+the\s+words\s+of)\s+(?:the\s+)?(?:[a-z]+\s+){{0,3}}{_TITLE}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"[,.]?\s*(?:{_SAYING}\s+(?P<after>.+?)|(?P<before>.+?)\s+{_SAYING})\s*[,:.]\s*$",
    re.IGNORECASE,
)
_REACH = 160


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with the span of its words, without the marks."""

    start: int
    end: int
    value: Quote


def find_quotes(text: str, names: Sequence[Name]) -> tuple[Quoted, ...]:
    """Quotations of three words or more; shorter ones are scare quotes, and titles are none."""
    titles = {start for start, _ in quoted_titles(text)}
    found: list[Quoted] = []
    ended = -1
    for match in _QUOTE.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        words = text[start:end]
        if len(words.split()) < 3 or start in titles:
            continue
        speaker = _speaker(text, match, names)
        if (
            not speaker
            and found
            and _continues(text[ended : match.start()], found[-1].value.speaker)
        ):
            speaker = found[-1].value.speaker
        value = Quote(words=words, speaker=speaker, text=match.group())
        found.append(Quoted(start, end, value))
        ended = match.end()
    return tuple(found)


def _continues(between: str, speaker: str) -> bool:
    """““I came,” said Reid, “to win it.””: both are the speaker's."""
    match = _BETWEEN.fullmatch(between) if speaker and len(between) < _REACH else None
    return match is not None and (match["after"] or match["before"]).endswith(speaker)


def _speaker(text: str, quote: re.Match[str], names: Sequence[Name]) -> str:
    """The one name right beside a verb of saying, next to the quotation; "" otherwise."""
    for name in names:
        if not quote.end() <= name.start <= quote.end() + 80:
            continue
        between = text[quote.end() : name.start]
        if (
            _SAID_BY.fullmatch(between)
            or _ACCORDING.fullmatch(between)
            or (_SPEAKER.fullmatch(between) and _THEN_SAYS.match(text, name.end))
        ):
            return name.text
        break
    near = [n for n in names if quote.start() - _REACH <= n.end <= quote.start()]
    for name in reversed(near):
        if _SAYS_THIS.fullmatch(text, name.end, quote.start()):
            return name.text
    for name in near:
        lead = text[max(0, name.start - 60) : name.start]
        if _ACCORDING_TO.search(lead) and re.fullmatch(
            r",\s*(?:[\w’' -]{0,40}\s)?", text[name.end : quote.start()]
        ):
            return name.text
    return ""
