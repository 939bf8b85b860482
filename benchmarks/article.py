"""The sample article: its verdicts, and what one changed value does to them.

    python -m benchmarks.article ARTICLE.txt [--stance MODEL] [--verbose]

Checked against the starter corpus as of 2025-06-26. Every change is applied alone: the changed
claim must be refuted by the right rule and all other verdicts must stay. A value written another
way must change nothing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
from pathlib import Path

from verify.checker import Checker
from verify.drafts import draft_from_text
from verify.evaluation.remembering import Remembering
from verify.index import build_index, open_index
from verify.models import load_embedder, load_stance, load_worth
from verify.records import Label, Report, Verdict

AS_OF = dt.date(2025, 6, 26)
EXPECTED = (
    ("22nd edition", "supported"),
    ("first foreign trip since war broke out", "supported"),
    ("12 days of fighting", "supported"),
    ("10-member SCO", "supported"),
    ("Defence Minister Dong Jun", "supported"),
    ("Belarus, India, Kazakhstan", "supported"),
    ("5 per cent of GDP", "supported"),
    ("June 24", "conflicting"),
    ("Monday", "supported"),
    ("on Tuesday", "not_enough_evidence"),
)
CHANGES = (
    (
        "ordinal",
        "22nd edition",
        (
            "21st edition",
            "23rd edition",
            "24th edition",
            "13th edition",
            "twenty-first edition",
            "2nd edition",
        ),
    ),
    (
        "superlative",
        "first foreign trip",
        ("second foreign trip", "third foreign trip", "fourth foreign trip"),
    ),
    (
        "duration",
        "12 days of",
        (
            "11 days of",
            "14 days of",
            "nine days of",
            "two days of",
            "12 weeks of",
            "20 days of",
            "120 days of",
        ),
    ),
    (
        "count",
        "10-member",
        (
            "nine-member",
            "9-member",
            "32-member",
            "11-member",
            "14-member",
            "eight-member",
            "12-member",
        ),
    ),
    (
        "percentage",
        "5 per cent",
        (
            "2 per cent",
            "3.5 per cent",
            "1.5 per cent",
            "2.1 per cent",
            "6 per cent",
            "10 per cent",
            "50 per cent",
            "4%",
        ),
    ),
    ("date", "June 24", ("June 25", "June 20", "June 13", "May 24", "June 26", "July 24")),
    (
        "date",
        "on Monday that",
        (
            "on Tuesday that",
            "on Wednesday that",
            "on Sunday that",
            "on Friday that",
            "on Thursday that",
            "on Saturday that",
        ),
    ),
    ("date", "last week, Chinese", ("last month, Chinese", "last year, Chinese")),
    (
        "role",
        "Minister Dong Jun",
        (
            "Minister Li Shangfu",
            "Minister Wang Yi",
            "Minister Wei Fenghe",
            "Minister Rajnath Singh",
        ),
    ),
    (
        "role",
        "Minister Aziz Nasirzadeh",
        ("Minister Abbas Araghchi", "Minister Mohammad Ashtiani", "Minister Khawaja Asif"),
    ),
    ("role", "Andrey Belousov", ("Sergei Shoigu", "Sergei Lavrov")),
    ("role", "President Vladimir Putin", ("President Dmitry Medvedev", "President Xi Jinping")),
    ("role", "President Xi Jinping", ("President Hu Jintao", "President Li Qiang")),
    ("role", "President Donald Trump", ("President Joe Biden", "President Barack Obama")),
    (
        "membership",
        "Belarus, India",
        ("Turkey, India", "Mongolia, India", "Armenia, India", "Belarus, Bangladesh"),
    ),
    (
        "membership",
        "Tajikistan and Uzbekistan",
        ("Tajikistan and Turkmenistan", "Afghanistan and Uzbekistan"),
    ),
)
REWORDINGS = (
    ("22nd edition", "twenty-second edition"),
    ("10-member", "ten-member"),
    ("5 per cent", "5%"),
    ("5 per cent", "five percent"),
    ("12 days", "twelve days"),
    ("June 24", "24 June"),
    ("June 24", "24 June 2025"),
    ("on Monday that", "on 23 June that"),
    ("Defence Minister Dong", "Defense Minister Dong"),
    ("Andrey", "Andrei"),
)


def main() -> int:
    """Print what is wrong and the totals; 1 when anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", type=Path)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--stance", default="fast", help="fast, accurate, none or a cross-encoder")
    options = parser.parse_args()
    text = options.article.read_text(encoding="utf-8")
    embedder = load_embedder()
    stance = Remembering(load_stance(options.stance))
    wrong = tried = 0
    with tempfile.TemporaryDirectory() as place:
        corpus = Path(__file__).parents[1] / "corpus"
        build_index([corpus], Path(place), embedder)
        with open_index(Path(place), embedder) as index:
            checker = Checker(index, stance=stance, worth=load_worth())

            def check(words: str) -> Report:
                return checker.check(draft_from_text(words, as_of=AS_OF))

            before = check(text)
            for phrase, label in EXPECTED:
                got = {v.label.value for v in _over(before, text, phrase)}
                tried += 1
                if label not in got:
                    wrong += 1
                    print(f"[{phrase}] is {got or 'no claim'}, not {label}")
            for kind, old, news in CHANGES:
                for new in news:
                    tried += 1
                    words = text.replace(old, new, 1)
                    problem = _problem(before, check(words), words, new, kind)
                    if problem:
                        wrong += 1
                        print(f"[{old}] -> [{new}]: {problem}")
            for old, new in REWORDINGS:
                tried += 1
                after = check(text.replace(old, new, 1))
                if _labels(after) != _labels(before):
                    wrong += 1
                    print(f"reworded [{old}] -> [{new}]: {_differences(before, after)}")
    print(f"{tried - wrong} of {tried} as they should be")
    return int(wrong > 0)


def _over(report: Report, text: str, phrase: str) -> list[Verdict]:
    at = text.index(phrase)
    end = at + len(phrase)
    return [v for v in report.verdicts if v.claim.span.start < end and at < v.claim.span.end]


def _problem(before: Report, after: Report, text: str, new: str, kind: str) -> str:
    over = _over(after, text, new)
    refuted = [v for v in over if v.label is Label.REFUTED]
    if not refuted:
        return "not refuted: " + "; ".join(
            f"{v.claim.text}: {v.label.value}, {v.cause}" for v in over
        )
    if not any(v.rule == f"{kind}.mismatch" for v in refuted):
        return f"wrong rule: {[v.rule for v in refuted]}"
    others = _labels(after, over)
    was = _labels(before)
    moved = [f"{k} {was[k]} -> {v}" for k, v in others.items() if k in was and was[k] != v]
    return "also changed: " + "; ".join(moved) if moved else ""


def _labels(report: Report, without: list[Verdict] | None = None) -> dict[str, str]:
    """Verdict by place in the list of claims of a kind, so that a reworded value keeps its key."""
    labels: dict[str, str] = {}
    seen: dict[str, int] = {}
    for v in report.verdicts:
        kind = v.claim.kind.value
        seen[kind] = seen.get(kind, 0) + 1
        if v not in (without or []):
            labels[f"{kind} {seen[kind]}"] = v.label.value
    return labels


def _differences(before: Report, after: Report) -> str:
    one, other = _labels(before), _labels(after)
    return "; ".join(
        f"{k}: {one.get(k)} -> {other.get(k)}" for k in one | other if one.get(k) != other.get(k)
    )


if __name__ == "__main__":
    sys.exit(main())
