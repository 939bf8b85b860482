"""The cross-encoder in torch: an encoder that reads marks beside ids, low-rank adapters, a head.

Shapes: ids and marks (pairs, tokens) int64, mask (pairs, tokens) bool -> logits (pairs, 3) in the
order of `LABELS`. What is frozen is kept in `FROZEN`, what is learned in float32.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoConfig, AutoModel

from verify.models.overlap import MARKS

LABELS = ("supports", "refutes", "neutral")


def quick_kind(capabilities: Mapping[str, Any]) -> torch.dtype:
    """The kind of numbers that a processor multiplies fastest: bfloat16 is twice as fast as
    float32 where there are instructions for it, and a hundred times as slow where there are none.
    """
    quick = any(there for name, there in capabilities.items() if "bf16" in name)
    return torch.bfloat16 if quick else torch.float32


DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
"""Where training happens: on a GPU where one is at hand."""
FROZEN = torch.bfloat16 if DEVICE.type == "cuda" else quick_kind(torch.cpu.get_capabilities())


class _LowRank(torch.autograd.Function):
    """x W' + b + (x A') B', with gradients of x, A and B only, and every sum made in place."""

    @staticmethod
    def forward(
        ctx: Any, inner: Tensor, weight: Tensor, bias: Tensor, a: Tensor, b: Tensor
    ) -> Tensor:
        low = inner @ a.T
        ctx.save_for_backward(inner, weight, a, b, low)
        return functional.linear(inner, weight, bias).addmm_(low, b.T)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, ...]:
        inner, weight, a, b, low = ctx.saved_tensors
        grad = grads[0]
        narrow = grad @ b
        return (grad @ weight).addmm_(narrow, a), None, None, narrow.T @ inner, grad.T @ low


class Adapted(nn.Module):
    """A frozen linear layer with a low-rank correction (LoRA, https://arxiv.org/abs/2106.09685)."""

    def __init__(self, base: nn.Linear, rank: int, scale: float) -> None:
        super().__init__()
        self.register_buffer("weight", base.weight.detach().to(FROZEN))
        self.register_buffer("bias", base.bias.detach().to(FROZEN))
        self.lora_A = nn.Parameter(
            torch.randn(rank, base.in_features) / math.sqrt(base.in_features)
        )
        self.lora_B = nn.Parameter(torch.zeros(base.out_features, rank))
        self.scale = scale

    def forward(self, inner: Tensor) -> Tensor:
        kind = inner.dtype
        outer = _LowRank.apply(
            inner.flatten(0, -2),
            self.weight,
            self.bias,
            self.lora_A.to(kind),
            (self.lora_B * self.scale).to(kind),
        )
        return cast(Tensor, outer).unflatten(0, inner.shape[:-1])

    def whole(self) -> nn.Linear:
        """One layer that does the same."""
        layer = nn.Linear(self.weight.shape[1], self.weight.shape[0], dtype=self.weight.dtype)
        with torch.no_grad():
            layer.weight.copy_(self.weight.float() + self.scale * self.lora_B @ self.lora_A)
            layer.bias.copy_(self.bias)
        return layer


class Linear(nn.Linear):
    """A learned linear layer that computes in the kind of numbers it is given."""

    def forward(self, inner: Tensor) -> Tensor:
        return functional.linear(inner, self.weight.to(inner.dtype), self.bias.to(inner.dtype))


class Norm(nn.LayerNorm):
    """A learned layer norm that computes in the kind of numbers it is given."""

    def forward(self, inner: Tensor) -> Tensor:
        kind = inner.dtype
        return functional.layer_norm(
            inner, self.normalized_shape, self.weight.to(kind), self.bias.to(kind), self.eps
        )


class CrossEncoder(nn.Module):
    """Encoder, marks and head; with `rank` 0 every weight but the word vectors is learned."""

    def __init__(self, folder: Path, *, rank: int, scale: float = 2.0, dropout: float = 0.1):
        super().__init__()
        # The fused attention's way back is several times slower on a processor.
        config = AutoConfig.from_pretrained(folder, attn_implementation="eager")
        config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
        self.encoder = AutoModel.from_pretrained(folder, config=config, add_pooling_layer=False)
        self.padding = int(config.pad_token_id)
        width = config.hidden_size
        self.marks = nn.Embedding(MARKS, width)
        nn.init.zeros_(self.marks.weight)
        self.dropout = nn.Dropout(dropout)
        self.dense = nn.Linear(width, width)
        self.out = nn.Linear(width, len(LABELS))
        nn.init.normal_(self.dense.weight, std=0.02)
        nn.init.zeros_(self.dense.bias)
        nn.init.normal_(self.out.weight, std=0.02)
        nn.init.zeros_(self.out.bias)
        adapt(self.encoder, rank, scale)
        for name, parameter in self.encoder.named_parameters():
            if "embeddings.weight" in name or name.endswith("relative_attention_bias.weight"):
                parameter.requires_grad = False
                parameter.data = parameter.data.to(FROZEN)

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        return self.read(ids, marks, mask)[0]

    def read(self, ids: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, Sequence[Tensor]]:
        """The logits, and (pairs, tokens, width) of the words and of each layer."""
        words = self.encoder.embeddings.word_embeddings(ids)
        inner = words + self.marks(marks).to(words.dtype)
        read = self.encoder(inputs_embeds=inner, attention_mask=mask, output_hidden_states=True)
        first = self.dropout(read.last_hidden_state[:, 0].float())
        logits = self.out(self.dropout(torch.tanh(self.dense(first))))
        return cast(Tensor, logits), read.hidden_states

    def learned(self) -> Iterator[tuple[str, nn.Parameter]]:
        """The parameters that training changes, by name."""
        return ((n, p) for n, p in self.named_parameters() if p.requires_grad)


def frozen(model: CrossEncoder) -> CrossEncoder:
    """The same model, to be asked only: corrections are put into the layers that they correct."""
    for module in list(model.modules()):
        for name, child in module.named_children():
            if isinstance(child, Adapted):
                setattr(module, name, child.whole())
    model.requires_grad_(False)
    model.eval()
    return model


def adapt(module: nn.Module, rank: int, scale: float) -> None:
    """Freeze the linear layers under corrections of this rank (0: let them learn themselves), and
    let the layer norms learn.
    """
    for name, child in module.named_children():
        if isinstance(child, nn.LayerNorm):
            norm = Norm(child.normalized_shape, eps=child.eps)
            norm.load_state_dict(child.state_dict())
            setattr(module, name, norm)
        elif isinstance(child, nn.Linear) and rank:
            setattr(module, name, Adapted(child, rank, scale))
        elif isinstance(child, nn.Linear):
            linear = Linear(child.in_features, child.out_features)
            linear.load_state_dict(child.state_dict())
            setattr(module, name, linear)
        else:
            adapt(child, rank, scale)
