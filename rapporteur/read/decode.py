"""From what the pass saw to spans: the layers' names, who said what, sentences, meaning, event classes.

Plain functions over `Encoded` (see `rapporteur/read/encoder.py`); every offset is a code point of its text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rapporteur.read.chains import Field, Ints, Run, likeliest
from rapporteur.read.encoder import Encoded, Floats

Offsets = tuple[int, int]

TRIMMED = " \t\n\r\"“”'‘’.,;:"
LINK = 32  # width of one side of a relation
RELATIONS = (("content", "cue"), ("content", "source"), ("cue", "source"))
LONGEST = 2048  # pieces of a paragraph decoded as one chain
NEAR = 300  # pieces: what is farther apart does not belong together
ROOTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Labelled:
    """A span that a layer found: code points, its label, and how sure the pass was (0–1)."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Grouped:
    """One attribution: which source and cue its content belongs to; content is in the order of the text."""

    source: Labelled | None
    cue: Labelled | None
    content: tuple[Labelled, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Run:
    """A labelled run of pieces with its span."""

    first: int
    last: int
    span: Labelled


def _runs(encoded: Encoded, layer: str) -> tuple[_Run, ...]:
    """The labelled runs of a layer under the best legal chain of each paragraph."""
    decoded: dict[str, tuple[_Run, ...]] = encoded.decoded
    if not decoded:
        layers = [name for name in encoded.card.layers if name != "sentence"]
        fields = [
            Field(encoded.card.layers[name], encoded.logits[name], encoded.heads[f"transitions_{name}"])
            for name in layers
        ]
        found = likeliest(fields, _short(encoded))
        decoded.update(
            {name: _placed(encoded, name, spans) for name, spans in zip(layers, found, strict=True)}
        )
        for name in layers:  # of a long document they would stand beside all that is made next
            del encoded.logits[name]
    return decoded[layer]


def _short(encoded: Encoded) -> Ints:
    """The paragraphs, those of more than `LONGEST` pieces cut so that memory and time stay bounded."""
    found: list[tuple[int, int]] = []
    for first, last in encoded.paragraphs.tolist():
        while last - first > LONGEST:
            found.append((first, first + LONGEST))
            first += LONGEST
        found.append((first, last))
    return np.asarray(found, np.int32).reshape(-1, 2)


def _placed(encoded: Encoded, layer: str, spans: Sequence[tuple[Run, float]]) -> tuple[_Run, ...]:
    """Runs with their spans of text."""
    starts = encoded.offsets[[first for (first, _, _), _ in spans], 0].tolist()
    ends = encoded.offsets[[last - 1 for (_, last, _), _ in spans], 1].tolist()
    found = []
    for ((first, last, name), sure), start, end in zip(spans, starts, ends, strict=True):
        if layer == "attribution":
            start, end = trimmed(encoded.text, start, end)
        if start < end:
            found.append(_Run(first, last, Labelled(start, end, name, round(sure, 4))))
    return tuple(found)


def trimmed(text: str, start: int, end: int) -> Offsets:
    """The span without quotation marks, punctuation and white space at its ends."""
    while start < end and text[start] in TRIMMED:
        start += 1
    while end > start and text[end - 1] in TRIMMED:
        end -= 1
    return start, end


def spans(encoded: Encoded, layer: str, least: float | None = None) -> tuple[Labelled, ...]:
    """The spans of a layer, in the order of the text; those of one layer do not overlap.

    What is less likely than `least` is left out; when it is not given, than the card says of each label
    (the figure that gave the best F1 on development texts).
    """
    return tuple(run.span for run in _likely(encoded, layer, least))


def _likely(encoded: Encoded, layer: str, least: float | None = None) -> list[_Run]:
    """The runs of a layer that are likely enough."""
    floors = encoded.card.least.get(layer, {})
    return [
        run
        for run in _runs(encoded, layer)
        if run.span.score >= (floors.get(run.span.label, 0.0) if least is None else least)
    ]


def attributions(encoded: Encoded) -> tuple[Grouped, ...]:
    """Contents with the cue and source each belongs to; contents of one cue are one attribution.

    A source or cue that no content chose is left out: ask `spans(encoded, "attribution")` for all.
    """
    found = _likely(encoded, "attribution")
    sides = {
        kind: _Side([run for run in found if run.span.label == kind], encoded)
        for kind in ("source", "cue", "content")
    }
    cues, sources = sides["cue"], sides["source"]
    chosen: dict[tuple[int, int], list[tuple[_Run, float]]] = {}
    to_cues = _odds(encoded, sides["content"], cues, 0)
    to_sources = _odds(encoded, sides["content"], sources, 1)
    of_cues = _odds(encoded, cues, sources, 2)
    for index, content in enumerate(sides["content"].runs):
        to_cue, to_source = to_cues[index], to_sources[index]
        cue = max(to_cue, key=lambda key: to_cue[key])
        if cue >= 0:  # the cue has a say in whose words they are
            of_cue = of_cues[cue]
            to_source = {key: odds * of_cue.get(key, 0.0) for key, odds in to_source.items()}
        source = max(to_source, key=lambda key: to_source[key])
        score = to_cue[cue] * to_source[source] / max(sum(to_source.values()), 1e-9)
        # Contents of one cue are one attribution; one without a cue stands alone.
        chosen.setdefault((cue, source) if cue >= 0 else (-2 - index, source), []).append((content, score))
    groups = [
        Grouped(
            source=sources.runs[source].span if source >= 0 else None,
            cue=cues.runs[cue].span if cue >= 0 else None,
            content=tuple(run.span for run, _ in contents),
            score=round(min(score for _, score in contents), 4),
        )
        for (cue, source), contents in chosen.items()
    ]
    return tuple(sorted(groups, key=lambda group: group.content[0].start))


class _Side:
    """The runs of one kind with what linking needs of them."""

    def __init__(self, runs: list[_Run], encoded: Encoded) -> None:
        self.runs = runs
        self.first = np.asarray([run.first for run in runs], np.int64)
        self.last = np.asarray([run.last for run in runs], np.int64)
        means = encoded.link.means(self.first, self.last)
        self.links = means.reshape(len(runs), 2 * len(RELATIONS), LINK)


def _odds(encoded: Encoded, looking: _Side, among: _Side, relation: int) -> list[dict[int, float]]:
    """How likely each run of a side belongs to each near run of another, or to nothing (-1)."""
    low = np.searchsorted(among.last, looking.first - NEAR)
    high = np.searchsorted(among.first, looking.last + NEAR)
    count = np.maximum(0, high - low)
    # All pairs in one list: whose, and with which.
    ends = np.cumsum(count)
    whose = np.repeat(np.arange(len(count)), count)
    which = np.arange(len(whose)) - np.repeat(ends - count - low, count)
    ahead = np.maximum(1, among.first[which] - looking.last[whose] + 1)
    behind = np.maximum(1, looking.first[whose] - among.last[which] + 1)
    distance = np.where(among.first[which] >= looking.first[whose], ahead, -behind)
    asked, answer = looking.links[whose, 2 * relation], among.links[which, 2 * relation + 1]
    scores = np.einsum("pw,pw->p", asked, answer) / LINK**0.5
    scores = scores + encoded.heads["distance"][relation][bucket(distance)]
    # A softmax over the pairs of each run and over being alone, which stands last of them.
    starts = ends - count + np.arange(len(count))
    every = np.insert(scores, ends, encoded.heads["alone"][relation])
    size = count + 1
    every = np.exp(every - np.repeat(np.maximum.reduceat(every, starts), size)) if len(every) else every
    odds = (every / np.repeat(np.add.reduceat(every, starts), size)).tolist() if len(every) else []
    near = np.insert(which, ends, -1).tolist()
    return [
        dict(zip(near[at : at + long], odds[at : at + long], strict=True))
        for at, long in zip(starts.tolist(), size.tolist(), strict=True)
    ]


def bucket(distance: NDArray[np.int64], buckets: int = 18) -> NDArray[np.int64]:
    """Signed distances in pieces as one of `buckets` steps, coarser when farther."""
    size = np.log2(np.maximum(1, np.abs(distance))).astype(np.int64)
    size = np.minimum(size, buckets // 2 - 1)
    return np.asarray(np.where(distance < 0, size, size + buckets // 2))


def sentences(encoded: Encoded) -> tuple[Offsets, ...]:
    """The sentences of the text; a paragraph's end always ends one."""
    ends = encoded.logits["sentence"][:, 0] > 0
    found: list[Offsets] = []
    for first, last in encoded.paragraphs.tolist():
        begin = first
        for at in (*(np.flatnonzero(ends[first : last - 1]) + first).tolist(), last - 1):
            found.append((int(encoded.offsets[begin, 0]), int(encoded.offsets[at, 1])))
            begin = at + 1
    return tuple(found)


def vector(encoded: Encoded, start: int, end: int) -> Floats:
    """The meaning [384] of a stretch of text, of length 1; zeros where nothing was read."""
    return np.asarray(vectors(encoded, [(start, end)])[0], np.float32)


def vectors(encoded: Encoded, places: Sequence[Offsets]) -> Floats:
    """The meanings [n, 384] of n stretches of text, each of length 1; zeros where nothing was read."""
    found = np.zeros((len(places), encoded.hidden.values.shape[1]), np.float32)
    starts, ends = np.asarray(places, np.int64).reshape(-1, 2).T
    first = np.searchsorted(encoded.offsets[:, 1], starts, side="right")
    last = np.searchsorted(encoded.offsets[:, 0], ends, side="left")
    some = np.flatnonzero(first < last)
    means = encoded.hidden.means(first[some], last[some])
    found[some] = means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    return found


def event_root(
    encoded: Encoded, sentence: Offsets, sources: Sequence[Offsets], targets: Sequence[Offsets]
) -> dict[str, float]:
    """How likely each PLOVER root is for what passes from the sources to the targets in this sentence.

    Trained on sentences that all hold such an event: whether there is one is for the triggers to say.
    """
    first, last = encoded.pieces(*sentence)
    if first == last:
        return {}
    rows = encoded.root.rows(first, last)

    def mean(actors: Sequence[Offsets]) -> Floats:
        ranges = [encoded.pieces(*actor) for actor in actors]
        places = [at - first for a, b in ranges for at in range(max(a, first), min(b, last))]
        return np.asarray(rows[places].mean(0) if places else np.zeros(rows.shape[1]), np.float32)

    heads = encoded.heads
    actors = np.concatenate([mean(sources), mean(targets)])
    looks = heads["attend_weight"] @ actors + heads["attend_bias"]
    weights = rows @ looks / len(looks) ** 0.5
    weights = np.exp(weights - weights.max())
    said = weights @ rows / weights.sum()
    inner = gelu(heads["decide1_weight"] @ np.concatenate([said, actors]) + heads["decide1_bias"])
    out = heads["decide2_weight"] @ inner + heads["decide2_bias"]
    odds = np.exp(out - out.max())
    return dict(zip(ROOTS, (odds / odds.sum()).astype(float).round(4).tolist(), strict=True))


def gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit, by the error function's rational approximation (Abramowitz & Stegun 7.1.26)."""
    z = np.abs(x) / np.sqrt(np.float32(2))
    t = 1 / (1 + 0.3275911 * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - poly * np.exp(-z * z))
    return np.asarray(0.5 * x * (1 + erf), np.float32)
