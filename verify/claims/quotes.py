"""Words in quotation marks, and who is said to have said them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verify.claims.names import Name
from verify.records import Quote

_QUOTE = re.compile(r"“([^”]{3,600})”|\"([^\"]{3,600})\"|‘([^’]{3,}(?:’[a-z][^’]*)*)’(?![a-z])")
_SAYING = (
    r"(?:said|says|told|added|adds|wrote|writes|tweeted|posted|insisted|warned|argued|noted|claimed"
    r"|declared|explained|announced|stated|replied|asked|called|described|read|condemning|saying)"
)
_AFTER = re.compile(
    rf"^[,.]?\s*(?:(?P<pronoun>he|she|they|it)\s+{_SAYING}|{_SAYING}\s+)", re.IGNORECASE
)
_NAME_AFTER = re.compile(rf"^[,.]?\s*(?:the\s+)?(?:[A-Z][\w.]*\s+){{0,3}}$")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with the span of its words, without the marks."""

    start: int
    end: int
    value: Quote


def find_quotes(text: str, names: Sequence[Name]) -> tuple[Quoted, ...]:
    """Quotations of three words or more; shorter ones are scare quotes or titles."""
    found = []
    for match in _QUOTE.finditer(text):
        group = match.lastindex or 1
        words = match[group]
        if len(words.split()) < 3:
            continue
        value = Quote(words=words, speaker=_speaker(text, match, names), text=match.group())
        found.append(Quoted(match.start(group), match.end(group), value))
    return tuple(found)


def _speaker(text: str, quote: re.Match[str], names: Sequence[Name]) -> str:
    """The one name right beside a verb of saying, next to the quotation; "" otherwise."""
    for name in names:
        between = text[quote.end() : name.start]
        if 0 <= name.start - quote.end() <= 40 and (
            re.fullmatch(rf"[,.]?\s*{_SAYING}\s+(?:\w+\s+){{0,4}}", between)
            or (
                re.fullmatch(r"[,.]?\s*(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?", between)
                and re.match(rf"\s+{_SAYING}", text[name.end :])
            )
        ):
            return name.text
    before = [n for n in names if n.end <= quote.start() and n.place == ""]
    if before and re.search(
        rf"^[^.;]*\b{_SAYING}\b[^.;“\"]*$", text[before[0].end : quote.start()]
    ):
        return before[0].text
    return ""
