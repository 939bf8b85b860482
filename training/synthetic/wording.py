"""The same said in other words: order, voice, synonyms, dates, names, numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from lemminflect import getInflection, getLemma
from spacy.tokens import Token

from training.synthetic.clauses import Clause, Edit, said
from training.synthetic.words import NATIONS, SAME_VERBS, SAME_WORDS

_VERBS: dict[str, list[str]] = {}
for _group in SAME_VERBS:
    _VERBS.setdefault(_group[0], []).extend(_group[1:])
    if len(_group[1].split()) == 1:
        _VERBS.setdefault(_group[1], []).append(_group[0])
_WORDS: dict[str, list[str]] = {}
for _group in SAME_WORDS:
    _WORDS.setdefault(_group[0], []).extend(_group[1:])
_DATE = re.compile(
    r"\b([A-Z][a-z]{2,8}) (\d{1,2}) ?, (\d{4})\b|\b(\d{1,2}) ([A-Z][a-z]{2,8}) (\d{4})\b"
)
_MONTHS = {
    m: m
    for m in (
        "January February March April May June July August September October November December"
    ).split()
}
_LARGE = re.compile(r"\b(\d{1,3}),(\d{3}),(\d{3})\b")
_SMALL = "zero one two three four five six seven eight nine ten".split()


def wording(clause: Clause, edit: Edit, chance: random.Random, keep: frozenset[int]) -> str:
    """The clause in words after an edit; adjuncts without a token of `keep` may be left out."""
    adjuncts = [
        a for a in clause.adjuncts if keep.intersection(t.i for t in a) or chance.random() < 0.5
    ]
    subject = clause.named or said(clause.subject, edit)
    verb, complement = said(clause.verb, edit), said(clause.complement, edit)
    if not clause.verb:
        verb = "was" if chance.random() < 0.5 else "is"
    rest = [_lower(said(a, edit), a) for a in adjuncts]
    untouched = not any(t.i in edit for t in clause.verb)
    if clause.passive and untouched and complement and chance.random() < 0.35:
        words = [_capital(complement), clause.passive, "by", _lower(subject, clause.subject), *rest]
    else:
        if untouched and clause.verb:
            verb = _verb(clause.verb, verb, chance)
        front = [a for a in rest if len(a.split()) < 7] if len(rest) == 1 else []
        if front and chance.random() < 0.4:
            words = [f"{_capital(front[0])},", _lower(subject, clause.subject), verb, complement]
        else:
            words = [_capital(subject), verb, complement, *rest]
    text = " ".join(w for w in words if w)
    return _finished(_reworded(text, chance), chance)


def _verb(tokens: Sequence[Token], text: str, chance: random.Random) -> str:
    head = tokens[-1]
    options = _VERBS.get(head.lemma_)
    if not options or chance.random() < 0.35 or head.pos_ != "VERB":
        return text
    first, *more = chance.choice(options).split()
    lemma = (getLemma(first, upos="VERB") or (first,))[0]
    forms = getInflection(lemma, tag=head.tag_)
    if lemma == "be":
        forms = {"VBD": ("was",), "VBZ": ("is",), "VBP": ("are",), "VBN": ("been",)}.get(
            head.tag_, forms
        )
    if not forms:
        return text
    return " ".join([*(t.text for t in tokens[:-1]), forms[0], *more])


def _reworded(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    for place, word in enumerate(words):
        bare = word.strip(".,;")
        if bare in _WORDS and chance.random() < 0.5:
            words[place] = word.replace(bare, chance.choice(_WORDS[bare]))
        elif bare.isdigit() and int(bare) <= 10 and chance.random() < 0.3 and place:
            if words[place - 1] not in _MONTHS and (
                place + 1 == len(words) or words[place + 1].strip(",") not in _MONTHS
            ):
                words[place] = word.replace(bare, _SMALL[int(bare)])
        elif bare in _SMALL[2:] and chance.random() < 0.3:
            words[place] = word.replace(bare, str(_SMALL.index(bare)))
    text = " ".join(words)
    if chance.random() < 0.5:
        text = _DATE.sub(_turned, text)
    if chance.random() < 0.3:
        text = _LARGE.sub(
            lambda m: (
                f"{int(m[1])}.{m[2][0]} million" if m[2][1:] == "00" and m[3] == "000" else m[0]
            ),
            text,
        )
    for nation, land in NATIONS.items():
        found = re.search(rf"\b(?:an?) {nation} ((?:\w+ ){{0,2}}\w+)$", text.rstrip("."))
        if found and chance.random() < 0.4:
            article = "an" if found[1][0].lower() in "aeiou" else "a"
            text = f"{text[: found.start()]}{article} {found[1]} from {land}"
            break
    return text


def _turned(match: re.Match[str]) -> str:
    if match[1] in _MONTHS:
        return f"{match[2]} {match[1]} {match[3]}"
    return f"{match[5]} {match[4]}, {match[6]}" if match[5] in _MONTHS else match[0]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str, tokens: Sequence[Token]) -> str:
    """Lower case again for what stood at the head of a sentence only."""
    if (
        tokens
        and tokens[0].pos_ in {"DET", "PRON", "NUM", "ADJ", "ADP", "SCONJ", "ADV"}
        and not tokens[0].ent_type_
    ):
        return text[:1].lower() + text[1:]
    return text


def _finished(text: str, chance: random.Random) -> str:
    text = re.sub(r"\s+([.,;:%])", r"\1", " ".join(text.split()))
    text = re.sub(r"^[,;:\s]+", "", text).rstrip(" ,;:-")
    return text if chance.random() < 0.2 else text.rstrip(".") + "."
