"""The mean of the weights of several checkpoints of one training, as a checkpoint.

    python -m training.mean OUT.pt checkpoint.pt checkpoint.pt

What a later stage learns of its own rows costs some of what the stage before knew; halfway between
both, most of both is kept (Wortsman et al., Model soups, 2022).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from training.export import averaged


def mean(checkpoints: Sequence[Path]) -> dict[str, torch.Tensor]:
    """The mean of each weight that was learned; all checkpoints have the same names and shapes."""
    every = [averaged(path) for path in checkpoints]
    return {name: torch.stack([w[name] for w in every]).mean(dim=0) for name in every[0]}


def main() -> None:
    """Write the mean of the checkpoints of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    options = parser.parse_args()
    unfinished = options.out.with_suffix(".new")
    torch.save({"averaged": mean(options.checkpoints)}, unfinished)
    unfinished.replace(options.out)


if __name__ == "__main__":
    main()
