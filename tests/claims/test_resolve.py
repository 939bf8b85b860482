# ruff: noqa: E501 - a case is one line
"""Pronouns and nouns that stand for a name: put in where it is certain, left open elsewhere."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.claims.texts import golden
from verify.claims import find_claims
from verify.claims.offsets import anchored_dates
from verify.claims.reading import read_sentences
from verify.drafts import draft_from_text
from verify.sentences import split_sentences

DAY = dt.date(2025, 6, 26)

GOLDEN = golden("resolve")


def outcome(row: str) -> tuple[list[str], list[str]]:
    """What a row wants of its last sentence and what was read: names put in, words left open, and
    the dates that it asks for."""
    text, _, wanted = row.partition(" ->")
    wants = [w for w in wanted.strip().split(" | ") if w]
    *_, reading = read_sentences(split_sentences(text), DAY)
    said = [f"{r.text or '_'} = {r.by.strip()}" for r in reading.replacements]
    said += [f"?{word}" for word in reading.unresolved]
    dates = [f"{d.value.text} @ {d.value.start}" for d in anchored_dates(reading)]
    return sorted(wants), sorted([*said, *(d for d in dates if any(" @ " in w for w in wants))])


@pytest.mark.parametrize("row", GOLDEN)
def test_golden(row: str) -> None:
    wanted, said = outcome(row)
    assert said == wanted


def test_there_are_enough_golden_cases_and_half_of_them_are_traps() -> None:
    traps = [row for row in GOLDEN if " = " not in row and " @ " not in row]
    assert len(GOLDEN) >= 120
    assert len(traps) >= len(GOLDEN) / 2


def test_what_is_put_in_is_right() -> None:
    """Of the names put in over the whole table, traps too, the share that the table wants."""
    put_in = right = 0
    for row in GOLDEN:
        wanted, said = outcome(row)
        names = [s for s in said if " = " in s]
        put_in += len(names)
        right += sum(s in wanted for s in names)
    assert put_in >= 60
    assert right / put_in >= 0.97


# The last sentence's words and what they stand for.
CERTAIN = """
Dong Jun opened the meeting on Monday. He thanked 10 delegations. -> He = Dong Jun
Priya Raman joined the firm in 2019. Her salary was $2 million. -> Her = Priya Raman’s
Iran has 31 provinces. Its capital is Tehran. -> Its = Iran’s
Kenya gained independence in 1963, and its capital is Nairobi. -> its = Kenya’s
China's defence minister, Dong Jun, spoke on Monday. The minister left on Tuesday. -> The minister = Dong Jun
China's defence minister, Dong Jun, met Iran's defence minister, Aziz Nasirzadeh. The Iranian minister left on Tuesday. -> The Iranian minister = Aziz Nasirzadeh
Masoud Pezeshkian, the president of Iran, spoke on Monday. The president left on Tuesday. -> The president = Masoud Pezeshkian
The Shanghai Cooperation Organisation met in Qingdao. The bloc has 10 members. -> The bloc = Shanghai Cooperation Organisation
Averil Town won 3-1 on Saturday. The club has 12 players. -> The club = Averil Town
Kenya has 47 counties. The country gained independence in 1963. -> The country = Kenya
The summit in Astana opened on 3 July 2024. It lasted two days. -> It = the summit in Astana
Abbas Araghchi, Iran's foreign minister, flew to Moscow. His visit lasted two days. -> His = Abbas Araghchi’s
The Paris Agreement wouldn’t fail without America. The agreement has 194 parties. -> The agreement = the Paris Agreement
"""
# The last sentence's words that stay open.
OPEN = """
Port Brannock won the league, and Aldmouth Rovers came second. Its ground holds 12,000 people. -> Its
China's defence minister, Dong Jun, met Iran's defence minister, Aziz Nasirzadeh. The minister left on Tuesday. -> The minister
Kenya and Uganda signed a treaty in 1999. The country has 47 counties. -> The country
Iran and Iraq signed a treaty in 1975. They share a border of 1,458 kilometres. -> They
Dong Jun and Aziz Nasirzadeh opened the meeting. He left on Tuesday. -> He
Maria Lopez and Anna Berg won in May. Her prize was $5,000. -> Her
Dong Jun opened the meeting. “He left on Tuesday,” said Aziz Nasirzadeh. -> He
Iran has 31 provinces. “Its capital is Tehran,” said Abbas Araghchi. -> Its
The minister left on Tuesday. -> The minister
Student's t-test is a test of means. It has two samples. -> It
Lena Holt, the mayor of Elsnes, opened a terminal on Monday. It cost 41 million euros. -> It
Ana Silva opened the port of Elsnes in 2019. It has 12 berths. -> It
He left on Tuesday. -> He
The country has 47 counties. -> The country
"""
# Words that stand for nothing, and names that are no stand-ins.
NEITHER = """
It is clear that 10 members agreed.
The Indian Railway Finance Corporation sold bonds. In most cases the companies kept 10 million rupees.
Florida is a state in the United States. Florida ranks 22nd in area among the states.
Cuba is a country in the Caribbean, and around the main island lie 4,195 islets.
The president of Kenya, William Ruto, spoke on Monday.
"""


def last(text: str) -> tuple[dict[str, str], tuple[str, ...], str]:
    """Replacements, open words and wording of the last sentence."""
    *_, reading = read_sentences(split_sentences(text), DAY)
    for replacement in reading.replacements:
        assert replacement.span.of(text) == replacement.text
    return {r.text: r.by for r in reading.replacements}, reading.unresolved, reading.text


@pytest.mark.parametrize("row", CERTAIN.strip().splitlines())
def test_certain(row: str) -> None:
    text, expected = row.split(" -> ")
    word, by = expected.split(" = ")
    replacements, unresolved, wording = last(text)
    assert replacements == {word: by}
    assert not unresolved
    assert by in wording


@pytest.mark.parametrize("row", OPEN.strip().splitlines())
def test_open(row: str) -> None:
    text, word = row.split(" -> ")
    replacements, unresolved, wording = last(text)
    assert replacements == {}
    assert unresolved == (word,)
    assert text.endswith(wording)


@pytest.mark.parametrize("text", NEITHER.strip().splitlines())
def test_nothing_to_resolve(text: str) -> None:
    replacements, unresolved, _ = last(text)
    assert (replacements, unresolved) == ({}, ())


def test_a_replacement_tells_where_the_name_stands() -> None:
    text = "Iran has 31 provinces. Its capital is Tehran."
    claim = find_claims(draft_from_text(text, as_of=DAY)).claims[-1]
    (replacement,) = claim.replacements
    assert replacement.source is not None
    assert replacement.source.of(text) == "Iran"
    assert claim.resolved == "Iran’s capital is Tehran."


def test_a_claim_over_a_replaced_word_keeps_the_words_of_the_draft() -> None:
    text = "Iran has 31 provinces. Its capital is Tehran."
    claim = find_claims(draft_from_text(text, as_of=DAY)).claims[-1]
    assert claim.span.of(text) == claim.text
    assert "Iran" not in claim.text
