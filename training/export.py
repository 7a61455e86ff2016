"""Writes a trained reader as one int8 ONNX file with its tokenizer, small weights and card."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from training.model import DEPTH, HEADS, INNER, LABELS, WIDTH, Block, Reader

POSITIONS = 256
ORDER = (*LABELS, "sentence")
VENDOR = "com.microsoft"


#: The largest weight in whole numbers. Seven bits, not eight: processors without VNNI add two products
#: in sixteen bits, where eight would overflow; the scores are the same.
MOST = 63
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

    def linear(self, x: str, layer: torch.nn.Linear, name: str, *, int8: bool) -> str:
        """x @ W + b; with `int8` the weight has one scale a column and x one scale a window."""
        weight = layer.weight.detach().numpy().T
        bias = self.weight(f"{name}.bias", layer.bias.detach().numpy())
        if not int8:
            product = self.op("MatMul", [x, self.weight(f"{name}.weight", weight)], f"{name}.product")
            return self.op("Add", [product, bias], name)
        scale = np.abs(weight).max(0) / MOST + 1e-12
        stored = self.weight(f"{name}.weight", np.rint(weight / scale).astype(np.int8))
        scales = self.weight(f"{name}.scale", scale.astype(np.float32))
        zeros = self.weight(f"{name}.zero", np.zeros(weight.shape[1], np.int8))
        return self.op("DynamicQuantizeMatMul", [x, stored, scales, zeros, bias], name, VENDOR)

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


def build(reader: Reader, *, int8: bool) -> Any:
    """The network as an ONNX model: input_ids [1, T], features [1, T, F] to tags, hidden, link, root."""
    graph = Graph()
    table = reader.words.weight.detach().numpy()
    if int8:
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
        q, k, v = (
            graph.linear(x, part(block.qkv, i), f"{at_block}.{name}", int8=int8)
            for i, name in enumerate("qkv")
        )
        y = graph.op("MultiHeadAttention", [q, k, v], f"{at_block}.attention", VENDOR, num_heads=HEADS)
        y = graph.linear(y, block.out, f"{at_block}.out", int8=int8)
        x = graph.norm(x, block.norm1, f"{at_block}.norm1", skip=y)
        y = graph.linear(x, block.up, f"{at_block}.up", int8=int8)
        y = graph.op("Gelu", [y], f"{at_block}.gelu", VENDOR)
        y = graph.linear(y, block.down, f"{at_block}.down", int8=int8)
        x = graph.norm(x, block.norm2, f"{at_block}.norm2", skip=y)
    tags = torch.nn.Linear(WIDTH, sum(reader.tags[layer].weight.shape[0] for layer in ORDER))  # type: ignore[misc, union-attr, index]
    tags.weight.data = torch.cat([reader.tags[layer].weight.data for layer in ORDER])  # type: ignore[union-attr]
    tags.bias.data = torch.cat([reader.tags[layer].bias.data for layer in ORDER])  # type: ignore[union-attr]
    outputs = [
        (graph.linear(x, tags, "tags", int8=False), tags.out_features),
        (graph.linear(x, reader.vector, "hidden", int8=int8), reader.vector.out_features),
        (graph.linear(x, reader.link, "link", int8=int8), reader.link.out_features),
        (graph.linear(x, reader.root, "root", int8=int8), reader.root.out_features),
    ]
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
    reader: Reader, base: Path, folder: Path, *, int8: bool = True, scores: dict[str, Any] | None = None
) -> None:
    """Writes the model's files into a folder; its version is the digest of its weights."""
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(build(reader, int8=int8), str(folder / "reader.onnx"))
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
        "scores": scores or {},
    }
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf8")


def main() -> None:
    """Parses the options and exports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True, nargs="+", help="several are averaged")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--scores", type=Path, help="measured scores (JSON) to write into the card")
    parser.add_argument("--float", action="store_true", help="float32, to compare with")
    options = parser.parse_args()
    reader = Reader(0.0)
    states = [
        torch.load(path, weights_only=True, map_location="cpu")["average"] for path in options.checkpoint
    ]
    reader.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    reader.eval()
    scores = json.loads(options.scores.read_text(encoding="utf8")) if options.scores else None
    write(reader, options.base, options.out, int8=not options.float, scores=scores)
    for path in sorted(options.out.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
