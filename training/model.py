"""The reader's network: MiniLM-L6 with input features, one light head per layer, trained together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from rapporteur.read.pieces import FEATURES

WIDTH, HEADS, DEPTH, INNER, POSITIONS, VOCABULARY = 384, 12, 6, 1536, 512, 30522
LINK, ROOT, VECTOR = 32, 96, 384
RELATIONS = (("content", "cue"), ("content", "source"), ("cue", "source"))
BUCKETS = 18


def bio(*names: str) -> tuple[str, ...]:
    """Outside, and a beginning and an inside for each name."""
    return ("O", *(f"{position}-{name}" for name in names for position in "BI"))


def bioes(*names: str) -> tuple[str, ...]:
    """Outside, and beginning, inside, end and single for each name."""
    return ("O", *(f"{position}-{name}" for name in names for position in "BIES"))


LABELS: dict[str, tuple[str, ...]] = {
    "attribution": bioes("source", "cue", "content"),
    "mention": bio(
        "Person", "Organization", "Location", "Facility", "NORP", "Date", "Money", "Product", "Misc"
    ),
    "timex": bio("DATE", "TIME", "DURATION", "SET"),
    "event": bio("EVENT", "STATE", "SPEECH"),
}


def legal(labels: Sequence[str]) -> tuple[Tensor, Tensor, Tensor]:
    """Which labels may begin [L], end [L] and follow one another [L, L] in a paragraph."""
    marks = [label.partition("-")[::2] for label in labels]
    has_end = any(mark == "E" for mark, _ in marks)
    opens = lambda mark: mark in ("B", "I") and has_end  # noqa: E731
    start = torch.tensor([mark in ("O", "B", "S") for mark, _ in marks])
    end = torch.tensor([not opens(mark) for mark, _ in marks])
    follow = torch.zeros(len(marks), len(marks), dtype=torch.bool)
    for i, (a, name_a) in enumerate(marks):
        for j, (b, name_b) in enumerate(marks):
            inside = b in ("I", "E")
            if inside:
                follow[i, j] = a in ("B", "I") and name_a == name_b
            else:
                follow[i, j] = not opens(a)
    return start, end, follow


class Dropout(nn.Module):
    """Drops the same columns for every piece of a window: as good for tagging, and cheap on a CPU."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """[B, T, W] with some of its columns zero, while training."""
        if not self.training or not self.share:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.share
        return x * (keep / (1 - self.share)).to(x.dtype)


class Block(nn.Module):
    """One transformer layer, normalised after each half as BERT is."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """[B, T, WIDTH] to the same; `mask` [B, 1, 1, T] is added to the attention scores."""
        size, length, _ = x.shape
        q, k, v = self.qkv(x).view(size, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: on a CPU the fused form's backward pass is several times slower.
        with torch.autocast(x.device.type, enabled=False):
            scores = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2)
            if mask is not None:
                scores = scores + mask.to(scores.dtype)
            y = (scores.softmax(-1) @ v).transpose(1, 2).reshape(size, length, WIDTH)
        x = self.norm1(x + self.dropout(self.out(y)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


@dataclass
class Seen:
    """What the network gives for [B, T] pieces."""

    logits: dict[str, Tensor]  # layer: [B, T, labels]; "sentence": [B, T, 1]
    link: Tensor  # [B, T, 2 * len(RELATIONS) * LINK]
    root: Tensor  # [B, T, ROOT]
    vector: Tensor  # [B, T, VECTOR]


class Reader(nn.Module):
    """The encoder with every head."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.ModuleList(nn.Embedding(size, WIDTH) for size in FEATURES.values())
        for table in self.features:
            nn.init.normal_(table.weight, std=0.01)  # type: ignore[union-attr, arg-type]
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.blocks = nn.ModuleList(Block(dropout) for _ in range(DEPTH))
        self.dropout = Dropout(dropout)
        self.tags = nn.ModuleDict({layer: nn.Linear(WIDTH, len(labels)) for layer, labels in LABELS.items()})
        self.tags["sentence"] = nn.Linear(WIDTH, 1)
        self.transitions = nn.ParameterDict(
            {layer: nn.Parameter(torch.zeros(len(labels), len(labels))) for layer, labels in LABELS.items()}
        )
        self.link = nn.Linear(WIDTH, 2 * len(RELATIONS) * LINK)
        self.distance = nn.Parameter(torch.zeros(len(RELATIONS), BUCKETS))
        self.alone = nn.Parameter(torch.zeros(len(RELATIONS)))
        self.root = nn.Linear(WIDTH, ROOT)
        self.vector = nn.Linear(WIDTH, VECTOR)
        nn.init.eye_(self.vector.weight)
        nn.init.zeros_(self.vector.bias)
        self.attend = nn.Linear(2 * ROOT, ROOT)
        self.decide1 = nn.Linear(3 * ROOT, ROOT)
        self.decide2 = nn.Linear(ROOT, 16)

    def hidden(self, ids: Tensor, features: Tensor | None, mask: Tensor | None) -> Tensor:
        """The last hidden states [B, T, WIDTH] of ids [B, T], features [B, T, len(FEATURES)].

        `mask` [B, 1, 1, T] is true where there is a piece.
        """
        x = self.words(ids) + self.places.weight[: ids.shape[1]]
        if features is not None:
            for column, table in enumerate(self.features):
                x = x + table(features[:, :, column])
        x = self.dropout(self.norm(x))
        added = None if mask is None else torch.zeros_like(mask, dtype=x.dtype).masked_fill(~mask, -1e4)
        for block in self.blocks:
            x = block(x, added)
        return x

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Seen:
        """Every layer's outputs for a batch of windows."""
        x = self.hidden(ids, features, mask)
        y = self.dropout(x)
        return Seen(
            logits={layer: head(y) for layer, head in self.tags.items()},
            link=self.link(y),
            root=self.root(y),
            vector=self.vector(x),
        )

    def root_logits(self, root: Tensor, sentence: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """[R, 16] for R sentences: pieces `root` [R, T, ROOT], masks [R, T] of sentence and actors."""

        def mean(mask: Tensor) -> Tensor:
            weights = mask.to(root.dtype)
            return (root * weights[..., None]).sum(1) / weights.sum(1, keepdim=True).clamp(min=1)

        actors = torch.cat([mean(source), mean(target)], -1)
        scores = (root @ self.attend(actors)[..., None])[..., 0] / ROOT**0.5
        weights = scores.masked_fill(~sentence, -1e4).softmax(-1)
        said = (root * weights[..., None]).sum(1)
        out: Tensor = self.decide2(F.gelu(self.decide1(torch.cat([said, actors], -1))))
        return out


def bucket(distance: Tensor) -> Tensor:
    """Signed distance in pieces to one of BUCKETS steps, coarser when farther."""
    size = torch.log2(distance.abs().clamp(min=1).float()).floor().long().clamp(max=BUCKETS // 2 - 1)
    return torch.where(distance < 0, size, size + BUCKETS // 2)


def load_base(reader: Reader, path: Path) -> None:
    """Fills the encoder from the base model's safetensors file."""
    from safetensors.torch import load_file

    base = load_file(path)
    base = {name.removeprefix("bert."): value for name, value in base.items()}

    def linear(layer: nn.Linear, name: str) -> None:
        layer.weight.data.copy_(base[name + ".weight"])
        layer.bias.data.copy_(base[name + ".bias"])

    def norm(layer: nn.LayerNorm, name: str) -> None:
        layer.weight.data.copy_(base[name + ".weight"])
        layer.bias.data.copy_(base[name + ".bias"])

    reader.words.weight.data.copy_(base["embeddings.word_embeddings.weight"])
    # All text is of token type 0: its embedding is added to every place.
    kind = base["embeddings.token_type_embeddings.weight"][0]
    reader.places.weight.data.copy_(base["embeddings.position_embeddings.weight"] + kind)
    norm(reader.norm, "embeddings.LayerNorm")
    for index, block in enumerate(reader.blocks):
        assert isinstance(block, Block)
        at = f"encoder.layer.{index}."
        for part, name in enumerate(("query", "key", "value")):
            rows = slice(part * WIDTH, (part + 1) * WIDTH)
            block.qkv.weight.data[rows] = base[f"{at}attention.self.{name}.weight"]
            block.qkv.bias.data[rows] = base[f"{at}attention.self.{name}.bias"]
        linear(block.out, at + "attention.output.dense")
        norm(block.norm1, at + "attention.output.LayerNorm")
        linear(block.up, at + "intermediate.dense")
        linear(block.down, at + "output.dense")
        norm(block.norm2, at + "output.LayerNorm")
