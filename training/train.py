"""Trains the reader on every corpus at once; stopped at any step, it goes on from its last checkpoint."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.distributed as dist
from tokenizers import Tokenizer
from torch import Tensor

from training import data
from training.batches import WINDOW, Batch, Part, Sheet, batch, moved, windows
from training.evaluate import evaluate
from training.losses import field_loss, link_loss, root_loss, vector_loss
from training.model import DEPTH, Reader, load_base
from training.scores import Score
from training.teacher import embed, mark_sentences

#: Windows of each kind in a batch, on average.
SHARES = {
    "attribution": 8.0,
    "mention": 3.0,
    "mention, spaced": 1.2,
    "time": 1.2,
    "sentence": 1.2,
    "root": 0.7,
}
#: What each layer's loss counts for; all are sums over the batch, divided by its pieces.
WEIGHTS = {
    "attribution": 1.0, "mention": 1.0, "timex": 1.0, "event": 0.5, "sentence": 1.0,
    "link": 1.0, "vector": 4.0, "root": 4.0,
}  # fmt: skip


def losses(reader: Reader, given: Batch, hide: float = 0.0) -> dict[str, Tensor]:
    """Every loss the batch has truth for, as sums; a share `hide` of the pieces is masked, to be read around."""
    ids = given.ids
    if hide:
        ids = ids.masked_fill((torch.rand(ids.shape, device=ids.device) < hide) & (ids > MASK), MASK)
    with torch.autocast(ids.device.type, dtype=torch.bfloat16):
        seen = reader(ids, given.features, given.mask[:, None, None])
    emissions, golds, starts = [], [], []
    for layer, (rows, gold) in given.labels.items():
        emissions.append((layer, seen.logits[layer][rows][:, 1:]))
        golds.append(gold[:, 1:])
        starts.append(given.starts[rows][:, 1:])
    found = field_loss(emissions, golds, starts, reader)
    if given.ends is not None:
        rows, gold = given.ends
        known = gold >= 0
        raw = seen.logits["sentence"][rows][..., 0].float()
        lost = torch.nn.functional.binary_cross_entropy_with_logits(raw, gold.clamp(min=0), reduction="none")
        found["sentence"] = (lost * known).sum()
    if given.segments is not None:
        rows, means, kinds, places, same = given.segments
        found["link"] = link_loss(reader, seen.link[rows], means, kinds, places, same)
    if given.vectors is not None:
        rows, means, wanted, known = given.vectors
        found["vector"] = vector_loss(seen.vector[rows], means, wanted, known)
    if given.roots is not None:
        rows, sentence, source, target, right = given.roots
        logits = reader.root_logits(seen.root[rows].float(), sentence, source, target)
        found["root"] = root_loss(logits, right)
    return found


def groups(reader: Reader, rate: float, head_rate: float, decay: float) -> list[dict[str, Any]]:
    """Parameter groups: lower layers learn slower, heads and transitions faster."""
    by_rate: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in reader.named_parameters():
        if name.startswith("blocks."):
            lr = rate * decay ** (DEPTH - 1 - int(name.split(".")[1]))
        elif name.startswith(("words", "places", "norm")):
            lr = rate * decay**DEPTH
        elif name.startswith("transitions"):
            lr = 10 * head_rate
        elif name.startswith("vector"):
            lr = rate
        else:
            lr = head_rate
        by_rate.setdefault(
            (lr, 0.0 if parameter.dim() < 2 or name.startswith("transitions") else 0.01), []
        ).append(parameter)
    return [
        {"params": params, "lr": lr, "peak": lr, "weight_decay": wd} for (lr, wd), params in by_rate.items()
    ]


def rows_for_ever(
    sheets: dict[str, list[Sheet]], seed: int, shares: dict[str, float]
) -> Iterator[list[list[Part]]]:
    """Batches of windows, drawn by the shares."""
    rng = np.random.default_rng(seed)
    streams = {
        kind: windows(found, np.random.default_rng([seed, n]))
        for n, (kind, found) in enumerate(sheets.items())
    }
    while True:
        counts = {kind: int(share + rng.random()) for kind, share in shares.items() if kind in sheets}
        yield [next(streams[kind]) for kind, count in counts.items() for _ in range(count)]


def short(scores: dict[str, Score]) -> str:
    """The F1 figures that tell how it goes, in a line."""
    wanted = (
        "attribution source", "attribution cue", "attribution content", "mention all",
        "timex relaxed", "timex all", "event all", "sentence ends",
    )  # fmt: skip
    return "  ".join(f"{name} {scores[name].f1:.1f}" for name in wanted if name in scores)


def prepare(corpora: Path, base: Path, work: Path, most: int | None = None) -> Prepared:
    """Training and development sheets, and the base model's vectors of the training sentences (kept in `work`)."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    train = data.sheets(corpora, tokenizer, data.training_texts, most)
    dev = data.sheets(corpora, tokenizer, data.development_texts, most)
    sentences: list[np.ndarray] = []
    for kind in ("attribution", "mention"):
        train[kind], found = mark_sentences(train[kind], len(sentences))
        sentences += found
    stored = work / "teacher.npy"
    if stored.exists() and len(table := np.load(stored)) == len(sentences):
        return train, dev, table
    teacher = Reader()
    load_base(teacher, base / "model.safetensors")
    table = embed(teacher, sentences)
    np.save(stored, table)
    return train, dev, table


def share_gradients(reader: Reader, workers: int) -> None:
    """Averages the gradients over the workers."""
    parameters = [p for p in reader.parameters() if p.requires_grad]
    flat = torch.cat([(p.grad if p.grad is not None else torch.zeros_like(p)).view(-1) for p in parameters])
    dist.all_reduce(flat)
    flat /= workers
    at = 0
    for parameter in parameters:
        parameter.grad = flat[at : at + parameter.numel()].view_as(parameter)
        at += parameter.numel()


MASK = 103
Prepared = tuple[dict[str, list[Sheet]], dict[str, list[Sheet]], np.ndarray]


def work(rank: int, options: argparse.Namespace, meeting: str, prepared: Prepared) -> None:
    """One worker's training, from the last checkpoint to the end of the schedule."""
    torch.set_num_threads(options.threads)
    is_first = rank == 0
    if options.workers > 1:
        dist.init_process_group(
            "gloo", init_method=f"file://{meeting}", rank=rank, world_size=options.workers
        )
    train, dev, teacher = prepared
    torch.manual_seed(options.seed)  # the workers begin alike
    reader = Reader(options.dropout).to(options.device)
    load_base(reader, options.base / "model.safetensors")
    if options.begin:
        reader.load_state_dict(torch.load(options.begin, weights_only=True, map_location="cpu")["average"])
    average = {name: value.detach().clone() for name, value in reader.state_dict().items()}
    optimizer = torch.optim.AdamW(
        groups(reader, options.rate, options.head_rate, options.decay), betas=(0.9, 0.98), fused=True
    )
    step, spent_before = 0, 0.0
    checkpoint = options.work / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True, map_location=options.device)
        reader.load_state_dict(saved["reader"])
        average = saved["average"]
        optimizer.load_state_dict(saved["optimizer"])
        step, spent_before = saved["step"], saved["spent"]
    if step >= options.steps or (options.minutes and spent_before >= 60 * options.minutes):
        return
    torch.manual_seed(options.seed + 1000 * rank + step)
    shares = {kind: share * options.joined for kind, share in SHARES.items()}
    stream = rows_for_ever(train, options.seed + 1000 * rank + step, shares)
    log = (options.work / "log.jsonl").open("a", encoding="utf8")
    began = time.time()
    sums: dict[str, list[float]] = {}
    pieces = 0
    reader.train()
    done = False
    while not done:
        # All of one length: tensors of many sizes would break memory into pieces.
        given = moved(batch(next(stream), teacher, WINDOW + 2), options.device)
        spent = spent_before + time.time() - began
        now = max(step / options.steps, spent / 60 / options.minutes if options.minutes else 0.0)
        if options.workers > 1 and options.minutes:  # clocks differ: the first worker's counts
            shared = torch.tensor([now])
            dist.broadcast(shared, 0)
            now = float(shared)
        done = step + 1 >= options.steps or now >= 1
        # Constant after the warm-up, so that any averaged checkpoint is a model; falling in the last part.
        scale = min(1.0, (step + 1) / 150) * min(1.0, max(0.01, (1 - now) / options.fall))
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * scale
        found = losses(reader, given, options.hide)
        loss = sum(WEIGHTS[layer] * value for layer, value in found.items()) / given.pieces
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[union-attr]
        if options.workers > 1:
            share_gradients(reader, options.workers)
        norm = torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        step += 1
        pieces += given.pieces
        if is_first:
            keep = min(options.average, (step + 1) / (step + 10))
            values = reader.state_dict()
            torch._foreach_lerp_([average[n] for n in average], [values[n] for n in average], 1 - keep)
        for layer, value in found.items():
            sums.setdefault(layer, []).append(float(value.detach()) / given.pieces)
        if step % 50 == 0 and is_first:
            means = " ".join(f"{layer} {np.mean(v):.4f}" for layer, v in sums.items())
            print(
                f"{time.strftime('%H:%M:%S')} {step} {now:.0%} {pieces / (time.time() - began):.0f} pieces/s norm {float(norm):.2f} {means}",
                flush=True,
            )
            sums.clear()
        if (step % options.every == 0 or done) and is_first:
            saved = {
                "reader": reader.state_dict(),
                "average": average,
                "optimizer": optimizer.state_dict(),
                "step": step,
                "spent": spent_before + time.time() - began,
            }
            alone = {name: value.cpu() for name, value in average.items()}
            torch.save({"average": alone}, options.work / f"average-{step:05}.pt")
            torch.save(saved, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
            averaged = Reader(0.0)
            averaged.load_state_dict(alone)
            part = dev if done else {kind: found[::3] for kind, found in dev.items()}
            scores = evaluate(averaged, part)
            log.write(
                json.dumps({"step": step, "f1": {name: round(found.f1, 2) for name, found in scores.items()}})
                + "\n"
            )
            log.flush()
            print(short(scores), flush=True)


def main() -> None:
    """Parses the options and trains, in as many processes as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of unpacked corpora")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and logs")
    parser.add_argument("--begin", type=Path, help="checkpoint whose weights to begin from")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.9)
    parser.add_argument("--average", type=float, default=0.998)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--hide", type=float, default=0.06, help="share of pieces masked in training")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1, help="of each worker")
    parser.add_argument(
        "--workers", type=int, default=2, help="batches a step: each a process of its own, on a GPU joined"
    )
    parser.add_argument("--device", help="cuda or cpu; a GPU where there is one")
    parser.add_argument("--texts", type=int, help="at most so many texts of each kind, to try the path out")
    parser.add_argument("--every", type=int, default=500, help="steps between checkpoints")
    parser.add_argument(
        "--minutes", type=float, default=0, help="end the schedule after so long, if that is sooner"
    )
    parser.add_argument(
        "--fall", type=float, default=0.5, help="share of the schedule in which the rate falls"
    )
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    options.device = options.device or ("cuda" if torch.cuda.is_available() else "cpu")
    torch.set_num_threads(1)  # no thread may be running when the workers are forked
    prepared = prepare(options.corpora, options.base, options.work, options.texts)
    options.joined = 1
    if options.workers == 1 or options.device != "cpu":
        options.joined, options.workers = options.workers, 1
        work(0, options, "", prepared)
        return
    with tempfile.TemporaryDirectory() as place:
        # Two workers of one thread keep a busy machine busier than one of two: they meet once a step.
        torch.multiprocessing.start_processes(
            work, (options, f"{place}/meeting", prepared), nprocs=options.workers, start_method="fork"
        )


if __name__ == "__main__":
    main()
