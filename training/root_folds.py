"""Cross-validates the PLOVER root on PLV: from one trained reader, five times a fifth held back.

A checkpoint to begin from must not have been trained on PLV's roots; the base model never was.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training import data, data_roots
from training.batches import Sheet, batch, parts
from training.losses import root_loss
from training.model import Reader, load_base
from training.train import groups

CLASSES = tuple(root for root in data_roots.ROOTS if root not in ("CONCEDE", "RETREAT"))


def logits_of(reader: Reader, sheets: list[Sheet]) -> tuple[torch.Tensor, torch.Tensor]:
    """Root logits [R, 16] and truth [R, 16] of sheets, packed sixteen rows at a time."""
    rows = [[part] for sheet in sheets for part in parts(sheet, 254)]
    given = batch(rows, None)
    assert given.roots is not None
    with torch.autocast("cpu", dtype=torch.bfloat16):
        seen = reader(given.ids, given.features, given.mask[:, None, None])
    row, sentence, source, target, right = given.roots
    return reader.root_logits(seen.root[row].float(), sentence, source, target), right


def fifteen(logits: torch.Tensor) -> list[str]:
    """The likeliest of PLV's fifteen roots, CONCEDE and RETREAT being one."""
    odds = logits.float().softmax(-1)
    index = {root: number for number, root in enumerate(data_roots.ROOTS)}
    together = odds[:, index["CONCEDE"]] + odds[:, index["RETREAT"]]
    columns = torch.stack([*(odds[:, index[root]] for root in CLASSES), together], -1)
    return [(*CLASSES, "YIELD")[i] for i in columns.argmax(-1).tolist()]


def main() -> None:
    """Parses the options and prints macro and micro F1 over the five folds together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--begin", type=Path, help="checkpoint to begin from; the base model if not given")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--folds", type=int, nargs="*", default=list(range(5)), help="which of the five")
    parser.add_argument(
        "--predictions", type=Path, help="append each fold's found and true roots here (JSON lines)"
    )
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument(
        "--gold-records", action="store_true", help="add PLOVER's gold records to the training part"
    )
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    plv = data.in_pieces(data_roots.read_plv(options.corpora / "plv"), tokenizer)
    more = data.in_pieces(data_roots.read_gold_records(options.corpora / "plover_gsr"), tokenizer)
    fold_of = np.random.default_rng(5).permutation(len(plv)) % 5
    found: list[str] = []
    true: list[str] = []
    for fold in options.folds:
        torch.manual_seed(fold)
        reader = Reader(0.1)
        if options.begin:
            reader.load_state_dict(torch.load(options.begin, weights_only=True)["average"])
            fresh = Reader()
            for name in ("root", "attend", "decide1", "decide2"):
                getattr(reader, name).load_state_dict(getattr(fresh, name).state_dict())
        else:
            load_base(reader, options.base / "model.safetensors")
        train = [sheet for sheet, f in zip(plv, fold_of, strict=True) if f != fold]
        train += more if options.gold_records else []
        held = [sheet for sheet, f in zip(plv, fold_of, strict=True) if f == fold]
        optimizer = torch.optim.AdamW(groups(reader, options.rate, options.head_rate, 0.9), fused=True)
        order = np.random.default_rng(fold)
        size, step = 32, 0
        steps = options.epochs * -(-len(train) // size)
        reader.train()
        for _ in range(options.epochs):
            shuffled = order.permutation(len(train))
            for at in range(0, len(train), size):
                scale = min(1.0, (step + 1) / 20) * (1 - step / steps)
                for group in optimizer.param_groups:
                    group["lr"] = group["peak"] * scale
                logits, right = logits_of(reader, [train[i] for i in shuffled[at : at + size]])
                loss = root_loss(logits, right) / len(right)
                optimizer.zero_grad(set_to_none=True)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
                optimizer.step()
                step += 1
        reader.eval()
        with torch.inference_mode():
            for at in range(0, len(held), 64):
                logits, right = logits_of(reader, held[at : at + 64])
                found += fifteen(logits)
                true += fifteen(torch.where(right, 10.0, -10.0))
        if options.predictions:
            with options.predictions.open("a", encoding="utf8") as file:
                file.write(
                    json.dumps({"fold": fold, "found": found[-len(held) :], "true": true[-len(held) :]})
                    + "\n"
                )
        print(fold, len(true), json.dumps(scores(found, true)), flush=True)


def scores(found: list[str], true: list[str]) -> dict[str, float]:
    """Macro F1 over the roots, and the share that is right, in percent."""
    f1 = []
    for root in sorted(set(true)):
        right = sum(a == b == root for a, b in zip(found, true, strict=True))
        f1.append(200 * right / max(1, found.count(root) + true.count(root)))
    same = sum(a == b for a, b in zip(found, true, strict=True))
    return {"macro F1": round(sum(f1) / len(f1), 1), "right": round(100 * same / len(true), 1)}


if __name__ == "__main__":
    main()
