"""What the network is trained to lower: each a sum over what a batch has of its layer."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from training.model import LABELS, LINK, RELATIONS, Reader, bucket, legal

LEGAL = {layer: legal(labels) for layer, labels in LABELS.items()}
WIDEST = max(map(len, LABELS.values()))


def field_loss(
    emissions: list[tuple[str, Tensor]], golds: list[Tensor], starts: list[Tensor], reader: Reader
) -> dict[str, Tensor]:
    """Negative log-likelihood of linear-chain conditional random fields, all layers in one sweep.

    For each layer: emissions [R, T, L], gold labels [R, T] (-100 after the end), and which pieces
    begin a paragraph [R, T]; chains do not run over paragraphs.
    """
    device = golds[0].device
    rows = sum(len(gold) for gold in golds)
    length = golds[0].shape[1]
    matrix = torch.zeros(rows, WIDEST, WIDEST, device=device)
    may_start = torch.zeros(rows, WIDEST, device=device)
    may_end = torch.zeros(rows, WIDEST, device=device)
    scores = []
    gold_all, start_all = torch.cat(golds), torch.cat(starts)
    at = 0
    pieces = []
    for (layer, logits), gold, start in zip(emissions, golds, starts, strict=True):
        labels = logits.shape[-1]
        here = slice(at, at + len(gold))
        begins, ends, follows = (table.to(device) for table in LEGAL[layer])
        weights = reader.transitions[layer]
        logits = logits.float()
        pieces.append(F.pad(logits, (0, WIDEST - labels), value=-1e4))
        chain = torch.where(follows, weights, torch.full_like(weights, -1e4)).exp() * follows
        matrix[here, :labels, :labels] = chain
        may_start[here, :labels] = begins.float()
        may_end[here, :labels] = ends.float()
        known = gold >= 0
        safe = gold.clamp(min=0)
        of_piece = logits.gather(-1, safe[..., None])[..., 0]
        of_step = weights[safe[:, :-1], safe[:, 1:]] * (known[:, 1:] & ~start[:, 1:])
        scores.append((of_piece * known).sum(1) + of_step.sum(1))
        at += len(gold)
    emit = torch.cat(pieces)
    peak = emit.max(-1, keepdim=True).values.detach()
    raised = (emit - peak).exp()
    known = gold_all >= 0
    first = raised[:, 0] * may_start
    total = first.sum(-1, keepdim=True)
    alpha = first / total
    log_z = total.log()[:, 0] + peak[:, 0, 0]
    step_known = known.unbind(1)
    step_start = (start_all & known).unbind(1)
    steps = raised.unbind(1)
    tops = peak[..., 0].unbind(1)
    some = known.any(0).tolist()  # asked once: a GPU would have to be waited for at every step
    for t in range(1, length):
        if not some[t]:
            break
        onward = torch.bmm(alpha[:, None], matrix)[:, 0]
        anew = (alpha * may_end).sum(-1, keepdim=True) * may_start
        after = torch.where(step_start[t][:, None], anew, onward) * steps[t]
        total = after.sum(-1, keepdim=True).clamp(min=1e-30)
        alpha = torch.where(step_known[t][:, None], after / total, alpha)
        log_z = log_z + torch.where(step_known[t], total.log()[:, 0] + tops[t], torch.zeros_like(log_z))
    log_z = log_z + (alpha * may_end).sum(-1).clamp(min=1e-30).log()
    loss = log_z - torch.cat(scores)
    out: dict[str, Tensor] = {}
    at = 0
    for (layer, _), gold in zip(emissions, golds, strict=True):
        out[layer] = loss[at : at + len(gold)].sum()
        at += len(gold)
    return out


def link_loss(
    reader: Reader, link: Tensor, means: Tensor, kinds: Tensor, places: Tensor, same: Tensor
) -> Tensor:
    """Each content looks for its cue and its source, each cue for its source; or for nothing.

    `link` [B, T, …] of the pieces, `means` [B, S, T] averages them into segments, `kinds` [B, S]
    (0 source, 1 cue, 2 content, -1 none), `places` [B, S, 2] piece ranges, `same` [B, S, S] true
    where two segments are of one attribution.
    """
    number = {"source": 0, "cue": 1, "content": 2}
    parts = (means @ link.float()).split(LINK, -1)
    # From the end of the one that looks to the beginning of the other, or the other way round.
    ahead = places[:, None, :, 0] - places[:, :, None, 1] + 1
    behind = places[:, :, None, 0] - places[:, None, :, 1] + 1
    distance = torch.where(
        places[:, None, :, 0] >= places[:, :, None, 0], ahead.clamp(min=1), -behind.clamp(min=1)
    )
    steps = bucket(distance)
    total = link.new_zeros((), dtype=torch.float32)
    for index, (looks, found) in enumerate(RELATIONS):
        query, key = parts[2 * index], parts[2 * index + 1]
        scores = query @ key.transpose(1, 2) / LINK**0.5 + reader.distance[index][steps]
        wanted = kinds == number[found]
        scores = scores.masked_fill(~wanted[:, None, :], -1e4)
        nothing = reader.alone[index].expand(*scores.shape[:2], 1)
        every = torch.cat([scores, nothing], -1)
        right = same & wanted[:, None, :]
        right = torch.cat([right, ~right.any(-1, keepdim=True)], -1)
        lost = every.logsumexp(-1) - every.masked_fill(~right, -1e4).logsumexp(-1)
        total = total + (lost * (kinds == number[looks])).sum()
    return total


def vector_loss(vector: Tensor, means: Tensor, wanted: Tensor, known: Tensor) -> Tensor:
    """One minus the cosine to the teacher's vector: `means` [B, S, T], `wanted` [B, S, VECTOR]."""
    got = means @ vector.float()
    return ((1 - F.cosine_similarity(got, wanted, dim=-1)) * known).sum()


def root_loss(logits: Tensor, right: Tensor) -> Tensor:
    """Negative log of the probability of all right roots together: [R, 16] logits and truth."""
    return (logits.logsumexp(-1) - logits.masked_fill(~right, -1e4).logsumexp(-1)).sum()
