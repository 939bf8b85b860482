"""The order of what was found, by score and by how much of the query each passage says."""

from collections.abc import Sequence

from verify.index import RERANKED, rerank
from verify.records import Hit, Passage
from verify.testing import SharedWords


def hit(number: int, score: float, text: str = "Nothing.", title: str = "") -> Hit:
    passage = Passage(id=number, document=f"d{number}", title=title, text=text)
    return Hit(passage=passage, score=score)


def test_score_and_likeness_count_the_same() -> None:
    hits = [hit(1, 0.9), hit(2, 0.8, "Ten members."), hit(3, 0.3, "Ten members.")]
    found = rerank("ten members", hits, SharedWords())
    assert [(one.passage.id, one.score) for one in found] == [(2, 1.8), (3, 1.3), (1, 0.9)]


def test_ties_stay_as_they_were_found() -> None:
    hits = [hit(1, 0.5), hit(2, 0.5), hit(3, 0.5)]
    assert rerank("ten", hits, SharedWords()) == tuple(hits)


def test_a_passage_is_read_with_its_title() -> None:
    hits = [hit(1, 0.5, "It has ten."), hit(2, 0.5, "It has ten.", title="The bloc")]
    assert [one.passage.id for one in rerank("bloc ten", hits, SharedWords())] == [2, 1]


def test_only_the_best_are_read() -> None:
    class Counting(SharedWords):
        def likeness(self, query: str, texts: Sequence[str]) -> tuple[float, ...]:
            assert len(texts) == RERANKED
            return super().likeness(query, texts)

    hits = [hit(n, 1 - n / 100) for n in range(RERANKED)]
    hits.append(hit(RERANKED, 0.1, "Ten members."))
    assert rerank("ten members", hits, Counting()) == tuple(hits)


def test_nothing_found() -> None:
    assert rerank("ten", [], SharedWords()) == ()
