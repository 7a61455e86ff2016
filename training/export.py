"""Writes a trained reader as one int8 ONNX file with its tokenizer, small weights and card."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from training.model import DEPTH, HEADS, INNER, LABELS, WIDTH, Block, Reader
from training.quantise import Inputs, divisor, rounded, watch

POSITIONS = 256
ORDER = (*LABELS, "sentence")
VENDOR = "com.microsoft"


#: A span less likely than this is left out: what gave the best F1 on development texts.
LEAST = {
    "attribution": {"source": 0.42, "cue": 0.47, "content": 0.4},
    "mention": dict.fromkeys(
        ("Person", "Organization", "Location", "Facility", "NORP", "Date", "Money", "Product", "Misc"), 0.42
    ),
    "timex": {},  # relaxed scores fall with any threshold
    "event": {"EVENT": 0.4, "STATE": 0.35, "SPEECH": 0.45},
}


class Graph:
    """An ONNX graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []

    def weight(self, name: str, value: np.ndarray) -> str:
        """A stored array."""
        self.weights.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def op(
        self, kind: str, inputs: list[str], name: str, domain: str = "", outputs: int = 1, **attributes: Any
    ) -> str:
        """One operation; its output (the first) has its name."""
        outs = [name] + [f"{name}.{n}" for n in range(1, outputs)]
        self.nodes.append(helper.make_node(kind, inputs, outs, name=name, domain=domain, **attributes))
        return name

    def linear(self, x: str, layer: torch.nn.Linear, name: str) -> str:
        """x @ W + b."""
        weight = self.weight(f"{name}.weight", layer.weight.detach().numpy().T)
        bias = self.weight(f"{name}.bias", layer.bias.detach().numpy())
        return self.op("Add", [self.op("MatMul", [x, weight], f"{name}.product"), bias], name)

    def linears(
        self, x: str, layers: dict[str, torch.nn.Linear], at: str, seen: dict[str, Inputs] | None
    ) -> list[str]:
        """Several products of one x; where inputs were `seen`, in whole numbers.

        Each weight then has one scale a column, and x, its outlying columns divided first, one a window.
        """
        if seen is None:
            return [self.linear(x, layer, f"{at}.{name}") for name, layer in layers.items()]
        divided = divisor(seen.get(at))
        if divided is not None:
            x = self.op("Mul", [x, self.weight(f"{at}.tamed", 1 / divided)], f"{at}.divided")
        whole = f"{at}.whole"
        self.op("DynamicQuantizeLinear", [x], whole, outputs=3)
        found = []
        for name, layer in layers.items():
            own = f"{at}.{name}"
            weights = rounded(layer.weight.detach().numpy().T, seen.get(at))
            stored = self.weight(f"{own}.weight", weights.values)
            scale = self.weight(f"{own}.scale", weights.scale)
            zero = self.weight(f"{own}.zero", np.zeros(len(weights.scale), np.int8))
            bias = self.weight(f"{own}.bias", layer.bias.detach().numpy())
            inputs = [whole, stored, f"{whole}.1", scale, f"{whole}.2", zero, bias]
            found.append(self.op("MatMulIntegerToFloat", inputs, own, VENDOR))
        return found

    def norm(self, x: str, layer: torch.nn.LayerNorm, name: str, skip: str | None = None) -> str:
        """Layer normalisation of x, or of x + skip.

        The fused operation for x + skip takes five times as long on a CPU as the two apart.
        """
        gain = self.weight(f"{name}.gain", layer.weight.detach().numpy())
        bias = self.weight(f"{name}.bias", layer.bias.detach().numpy())
        if skip is not None:
            x = self.op("Add", [x, skip], f"{name}.sum")
        return self.op("LayerNormalization", [x, gain, bias], name, axis=-1, epsilon=1e-12)


def part(layer: torch.nn.Linear, index: int) -> torch.nn.Linear:
    """One third of a layer that gives queries, keys and values side by side."""
    rows = slice(index * WIDTH, (index + 1) * WIDTH)
    made = torch.nn.Linear(WIDTH, WIDTH)
    made.weight.data, made.bias.data = layer.weight.data[rows], layer.bias.data[rows]
    return made


def beside(layers: Sequence[torch.nn.Linear]) -> torch.nn.Linear:
    """Several layers of one input as one, their outputs side by side."""
    made = torch.nn.Linear(layers[0].in_features, sum(layer.out_features for layer in layers))
    made.weight.data = torch.cat([layer.weight.data for layer in layers])
    made.bias.data = torch.cat([layer.bias.data for layer in layers])
    return made


def build(reader: Reader, seen: dict[str, Inputs] | None) -> Any:
    """The network as an ONNX model: input_ids [1, T], features [1, T, F] to tags and last.kept.

    What is kept of each piece: vector, link and root side by side. In whole numbers where inputs were `seen`
    (nothing seen of a product: plain rounding), in float32 for None.
    """
    graph = Graph()
    table = reader.words.weight.detach().numpy()
    if seen is not None:
        scale = np.abs(table).max(1, keepdims=True) / 127 + 1e-12
        rows = graph.op(
            "Gather",
            [graph.weight("words", np.rint(table / scale).astype(np.int8)), "input_ids"],
            "word.rows",
        )
        scales = graph.op(
            "Gather", [graph.weight("words.scale", scale.astype(np.float32)), "input_ids"], "word.scales"
        )
        x = graph.op("Mul", [graph.op("Cast", [rows], "word.float", to=TensorProto.FLOAT), scales], "word")
    else:
        x = graph.op("Gather", [graph.weight("words", table), "input_ids"], "word")
    length = graph.op("Shape", ["input_ids"], "length", start=1, end=2)
    zero = graph.weight("zero", np.array([0], np.int64))
    places = graph.op(
        "Slice",
        [graph.weight("places", reader.places.weight.detach().numpy()[:POSITIONS]), zero, length, zero],
        "place",
    )
    x = graph.op("Add", [x, places], "placed")
    for column, embedding in enumerate(reader.features):
        assert isinstance(embedding, torch.nn.Embedding)
        at = graph.weight(f"column.{column}", np.array(column, np.int64))
        values = graph.op("Gather", ["features", at], f"feature.{column}.value", axis=2)
        stored = graph.weight(f"feature.{column}", embedding.weight.detach().numpy())
        x = graph.op(
            "Add", [x, graph.op("Gather", [stored, values], f"feature.{column}.row")], f"with.{column}"
        )
    x = graph.norm(x, reader.norm, "norm")
    for index, block in enumerate(reader.blocks):
        assert isinstance(block, Block)
        at_block = f"block{index}"
        # Three products: cutting one into three afterwards costs more than it saves.
        parts = {name: part(block.qkv, i) for i, name in enumerate("qkv")}
        q, k, v = graph.linears(x, parts, f"{at_block}.qkv", seen)
        y = graph.op("MultiHeadAttention", [q, k, v], f"{at_block}.attention", VENDOR, num_heads=HEADS)
        (y,) = graph.linears(y, {"product": block.out}, f"{at_block}.out", seen)
        x = graph.norm(x, block.norm1, f"{at_block}.norm1", skip=y)
        (y,) = graph.linears(x, {"product": block.up}, f"{at_block}.up", seen)
        y = graph.op("Gelu", [y], f"{at_block}.gelu", VENDOR)
        (y,) = graph.linears(y, {"product": block.down}, f"{at_block}.down", seen)
        x = graph.norm(x, block.norm2, f"{at_block}.norm2", skip=y)
    tags = beside([reader.tags[layer] for layer in ORDER])  # type: ignore[misc]
    kept = beside([reader.vector, reader.link, reader.root])
    last = graph.linears(x, {"kept": kept}, "last", seen)
    outputs = [(graph.linear(x, tags, "tags"), tags.out_features), (last[0], kept.out_features)]
    info = helper.make_tensor_value_info
    made = helper.make_graph(
        graph.nodes,
        "reader",
        [
            info("input_ids", TensorProto.INT64, [1, "pieces"]),
            info("features", TensorProto.INT64, [1, "pieces", len(reader.features)]),
        ],
        [info(name, TensorProto.FLOAT, [1, "pieces", width]) for name, width in outputs],
        graph.weights,
    )
    model = helper.make_model(
        made, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(VENDOR, 1)], ir_version=9
    )
    onnx.checker.check_model(model)
    return model


def heads(reader: Reader) -> dict[str, np.ndarray]:
    """The small weights that are applied after the pass."""
    found = {f"transitions_{layer}": value.detach().numpy() for layer, value in reader.transitions.items()}
    found["distance"] = reader.distance.detach().numpy()
    found["alone"] = reader.alone.detach().numpy()
    for name in ("attend", "decide1", "decide2"):
        layer = getattr(reader, name)
        found[f"{name}_weight"] = layer.weight.detach().numpy()
        found[f"{name}_bias"] = layer.bias.detach().numpy()
    return {name: value.astype(np.float16) for name, value in found.items()}


def write(
    reader: Reader,
    base: Path,
    folder: Path,
    *,
    seen: dict[str, Inputs] | None,
) -> None:
    """Writes the model's files into a folder; its version is the digest of its weights."""
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(build(reader, seen), str(folder / "reader.onnx"))
    np.savez(folder / "heads.npz", **heads(reader))
    shutil.copyfile(base / "tokenizer.json", folder / "tokenizer.json")
    digest = hashlib.sha256(
        (folder / "reader.onnx").read_bytes() + (folder / "heads.npz").read_bytes()
    ).hexdigest()
    card = {
        "version": digest[:12],
        "encoder": {"base": "all-MiniLM-L6-v2", "layers": DEPTH, "width": WIDTH, "inner": INNER},
        "layers": {**{layer: list(labels) for layer, labels in LABELS.items()}, "sentence": ["end"]},
        "least": LEAST,
        "scores": {},
    }
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")


def main() -> None:
    """Parses the options and exports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True, nargs="+", help="several are averaged")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, help="unpacked, to watch inputs on training texts")
    parser.add_argument("--texts", type=int, help="watch inputs on at most so many texts of each kind")
    parser.add_argument("--float", action="store_true", help="float32, to compare with")
    options = parser.parse_args()
    reader = Reader(0.0)
    states = [
        torch.load(path, weights_only=True, map_location="cpu")["average"] for path in options.checkpoint
    ]
    reader.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    reader.eval()
    seen = None if options.float else {}
    if options.corpora and not options.float:
        seen = watch(reader, options.corpora, options.base, options.texts)
    write(reader, options.base, options.out, seen=seen)
    for path in sorted(options.out.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
