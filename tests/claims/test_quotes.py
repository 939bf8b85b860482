"""Quotations and their speakers."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.claims.texts import TEXTS
from verify.claims.names import find_names
from verify.claims.offices import find_offices
from verify.claims.quotes import Quoted, find_quotes

# sentence -> words / speaker | ...
QUOTES = """
“We are not out of the woods,” said Health Minister Amalia Teixeira. -> We are not out of the woods, / Amalia Teixeira
"I wrote most of it at home," said Duarte-Holm. -> I wrote most of it at home, / Duarte-Holm
"I wrote most of it at home," Duarte-Holm said. -> I wrote most of it at home, / Duarte-Holm
"It was a long night," said the club's captain, Niall Brogan. -> It was a long night, / Niall Brogan
"It was a long night," Niall Brogan, the captain, told reporters. -> It was a long night, / Niall Brogan
"It was a long night," Mr Brogan later said. -> It was a long night, / Brogan
“It was a long night,” according to Niall Brogan. -> It was a long night, / Niall Brogan
According to Niall Brogan, “it was a long night”. -> it was a long night / Niall Brogan
Niall Brogan said: “It was a long night.” -> It was a long night. / Niall Brogan
Niall Brogan told The Times on Monday that it was “a long, long night”. -> a long, long night / Niall Brogan
Iran called the plan “an act of war”. -> an act of war / Iran
Putin told Trump that it was “a very bad idea”. -> a very bad idea / Putin
“I came here,” said Reid, “to win the cup.” -> I came here, / Reid | to win the cup. / Reid
‘I don’t think it’s over,’ said Brogan. -> I don’t think it’s over, / Brogan
'I don't think it's over,' said Brogan. -> I don't think it's over, / Brogan
“She told me ‘never do that again’ and left,” said Reid. -> She told me ‘never do that again’ and left, / Reid
«Es war eine lange Nacht», said Brogan. -> Es war eine lange Nacht / Brogan
„Es war eine lange Nacht“, said Brogan. -> Es war eine lange Nacht / Brogan
# Nobody certain.
"She asked for her cat," one of the firemen said. -> She asked for her cat, /
"I told them to enjoy it," she said. -> I told them to enjoy it, /
Brogan met Reid. “It was a long night,” he said. -> It was a long night, /
A banner read “we want our money back”. -> we want our money back /
Trump, whom Xi met, saw “a new kind of order”. -> a new kind of order /
# No quotation.
The so-called "Arab Spring" began. ->
"The Salt Road" won the prize. ->
“Death and Taxes” was sold. ->
The workers' party and the farmers' league met. ->
In the '90s it was the players' union. ->
"We have begun and will not stop, he said. ->
He left," said Brogan. ->
It is 5' 10" tall and 6' 2" wide. ->
# A mark that was opened in another sentence.
It is good," he said, "and we will all stay." -> and we will all stay. /
"""


def rows(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line and not line.startswith("#")]


def quotes(text: str) -> tuple[Quoted, ...]:
    return find_quotes(text, find_names(text, find_offices(text)))


@pytest.mark.parametrize("row", rows(QUOTES))
def test_quotes(row: str) -> None:
    text, _, wanted = row.partition(" ->")
    found = [f"{q.value.words} / {q.value.speaker}".strip() for q in quotes(text)]
    assert " | ".join(found) == wanted.strip()


@given(TEXTS)
def test_spans_are_exact_for_any_text(text: str) -> None:
    end = 0
    for quoted in quotes(text):
        assert end <= quoted.start < quoted.end <= len(text)
        assert text[quoted.start : quoted.end] == quoted.value.words
        assert quoted.value.words in quoted.value.text
        assert quoted.value.speaker in text
        end = quoted.end
