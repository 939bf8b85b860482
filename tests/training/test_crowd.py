"""Evidence among strangers' sentences."""

from __future__ import annotations

from training.crowd import SETS, crowd
from training.rows import Row


def rows(source: str, number: int = 200) -> list[Row]:
    return [
        Row(f"claim {n}", f"evidence {n} of {source}.", n % 3, source=source) for n in range(number)
    ]


def test_a_share_of_rows_gets_company_and_keeps_claim_label_and_evidence() -> None:
    given = rows("mnli")
    found = crowd(given, 0.25, seed=1)
    changed = [(old, new) for old, new in zip(given, found, strict=True) if old != new]
    assert 30 < len(changed) < 70
    for old, new in changed:
        assert (new.claim, new.label, new.source) == (old.claim, old.label, old.source)
        assert old.evidence in new.evidence
        assert 2 <= new.evidence.count("evidence") <= 4
    places = {new.evidence.startswith(old.evidence) for old, new in changed}
    assert places == {True, False}
    assert found == crowd(given, 0.25, seed=1) != crowd(given, 0.25, seed=2)


def test_strangers_are_of_the_same_set_and_short() -> None:
    long = Row("claim", "word " * 100, 0, source="mnli")
    found = crowd([*rows("mnli"), *rows("rte"), long], 1.0, seed=1)
    assert not any("mnli" in row.evidence and "rte" in row.evidence for row in found)
    assert sum("word word" in row.evidence for row in found) == 1


def test_tables_and_what_a_mix_does_not_crowd_stay_alone() -> None:
    tables = rows("infotabs")
    assert "infotabs" not in SETS
    assert crowd(tables, 1.0, seed=1) == tables
    assert crowd(rows("mnli"), 0.0, seed=1) == rows("mnli")
