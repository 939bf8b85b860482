"""Pairs in our own words whose probabilities are kept with a model, to know it again by."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch

from training.batches import Tokens
from training.network import CrossEncoder
from training.rows import Row
from training.train import quiet_tokenizer
from training.watch import logits_of
from verify.models.stance_manifest import GoldenPair

PAIRS = (
    ("Lena Holt was elected in 2019.", "Holt won the election of May 2019.", "Lena Holt"),
    ("Lena Holt was elected in 2017.", "Holt won the election of May 2019.", "Lena Holt"),
    ("The bridge is 412 metres long.", "At 412 metres it is the longest of the valley.", ""),
    ("The bridge is 390 metres long.", "At 412 metres it is the longest of the valley.", ""),
    ("More than 300 people came.", "The hall counted 340 visitors on the day.", ""),
    ("Fewer than 300 people came.", "The hall counted 340 visitors on the day.", ""),
    ("The plant employs 80 people.", "The plant was opened by the minister in June.", ""),
    ("The club won the cup for the third time.", "It was the club's third cup.", "Norbury FC"),
    ("The club won the cup for the fourth time.", "It was the club's third cup.", "Norbury FC"),
    ("The mayor did not sign the treaty.", "The treaty was signed by the mayor.", ""),
    ("Sales rose in the second quarter.", "Second-quarter sales fell by a tenth.", ""),
    ("The museum is in Ghent.", "The museum, in the old town of Ghent, shows lace.", ""),
)
"""Claim, evidence, title."""


def golden(
    model: CrossEncoder,
    base: Path,
    temperature: float,
    bias: Sequence[float],
) -> tuple[GoldenPair, ...]:
    """Each pair with the probabilities that the network in torch gives, calibrated."""
    rows = [Row(claim, evidence, 0, title) for claim, evidence, title in PAIRS]
    tokens = Tokens(rows, quiet_tokenizer(base), 512)
    logits = logits_of(model, tokens, list(range(len(rows)))).double()
    shares = torch.softmax(logits / temperature + torch.tensor(bias), dim=1)
    return tuple(
        GoldenPair(
            claim=row.claim,
            evidence=row.evidence,
            title=row.title,
            probabilities=(round(one[0], 6), round(one[1], 6), round(one[2], 6)),
        )
        for row, one in zip(rows, shares.tolist(), strict=True)
    )
