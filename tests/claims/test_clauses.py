# ruff: noqa: E501 - a case is one line
"""The clauses of a sentence: where they part, what they say, and on what they hang."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.claims.texts import TEXTS
from verify.claims.clauses import clause_at, find_clauses
from verify.claims.words import tokenize

# sentence -> clause by clause, its verbs in brackets
CLAUSES = """
Revenue rose 5%. -> Revenue rose 5 % . [rise]
The war stopped on 24 June, and Mr Trump called it the 12 Day War. -> The war stopped on 24 June , [stop] | and Mr Trump called it the 12 Day War . [call]
Iran fired missiles; Israel struck back. -> Iran fired missiles ; [fire] | Israel struck back . [strike]
He said that the war had ended. -> He said [say] | that the war had ended . [end]
The alliance, which has 32 members, agreed to spend more. -> The alliance , [] | which has 32 members , [] | agreed to spend more . [agree spend]
The mill, which employs 525 people, has a store. -> The mill , [] | which employs 525 people , [employ] | has a store . []
One miner died, six miners escaped, the owner said. -> One miner died , [die] | six miners escaped , [escape] | the owner said . [say]
In May, 120 patients were admitted. -> In May , [] | 120 patients were admitted . [admit]
At the summit in Vilnius, leaders agreed a plan. -> At the summit in Vilnius , [] | leaders agreed a plan . [agree]
Calder, the lens maker founded in 1948, employs 340 people. -> Calder , the lens maker [] | founded in 1948 , [found] | employs 340 people . [employ]
"""


@pytest.mark.parametrize("row", CLAUSES.strip().splitlines())
def test_clauses(row: str) -> None:
    sentence, expected = row.split(" -> ")
    tokens = tokenize(sentence)
    said = [
        f"{' '.join(t.text for t in tokens[c.start : c.end])} [{' '.join(c.verbs)}]"
        for c in find_clauses(tokens)
    ]
    assert " | ".join(said) == expected


def test_a_relative_clause_knows_the_noun_it_describes() -> None:
    tokens = tokenize("The alliance, which has 32 members, agreed to spend more.")
    described = [tokens[c.antecedent].text for c in find_clauses(tokens) if c.antecedent >= 0]
    assert described == ["alliance"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Bell told the board that it has bought the mill.",
        "Ann Bell told the Markets Board it has bought the mill.",
        "In a letter to the Markets Board, Ann Bell said that it was late.",
    ],
)
def test_what_somebody_is_told_does_not_describe_them(sentence: str) -> None:
    tokens = tokenize(sentence)
    described = {tokens[c.antecedent].text for c in find_clauses(tokens) if c.antecedent >= 0}
    assert not described & {"board", "Board"}


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Founded in 963, Elbia became a duchy in 1815.", "became"),
    ],
)
def test_a_participle_that_leads_in_is_not_the_verb(sentence: str, verb: str) -> None:
    tokens = tokenize(sentence)
    assert verb in {tokens[c.verb].text for c in find_clauses(tokens) if c.verb >= 0}


def test_no_words_have_no_clauses() -> None:
    assert find_clauses(()) == ()


@given(TEXTS)
def test_the_clauses_of_any_text_cover_it_once(text: str) -> None:
    tokens = tokenize(text)
    clauses = find_clauses(tokens)
    assert [i for c in clauses for i in range(c.start, c.end)] == list(range(len(tokens)))
    for number, clause in enumerate(clauses):
        assert clause.parent < number
        assert clause.verb == -1 or clause.start <= clause.verb < clause.end
        assert clause.antecedent < clause.start
        assert clause_at(clauses, clause.start) == number
