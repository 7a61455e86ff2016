"""Precision, recall and F1 of found spans against annotated ones, in percent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass

Labelled = tuple[int, int, str]


@dataclass(frozen=True)
class Score:
    """How much of what was found is right, how much of what is true was found, and their harmonic mean."""

    precision: float
    recall: float
    true: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(right: int, found: int, true: int, right_of_true: int | None = None) -> Score:
    """A score from counts; `right_of_true` where a true one is counted otherwise than a found one."""
    hit = right if right_of_true is None else right_of_true
    return Score(100 * right / max(1, found), 100 * hit / max(1, true), true)


def exact(found: Sequence[Collection[Hashable]], true: Sequence[Collection[Hashable]]) -> Score:
    """Things that agree wholly, text by text."""
    right = sum(len(set(a) & set(b)) for a, b in zip(found, true, strict=True))
    return score(right, sum(len(set(a)) for a in found), sum(len(set(b)) for b in true))


def exact_by_label(
    found: Sequence[Iterable[Labelled]], true: Sequence[Iterable[Labelled]]
) -> dict[str, Score]:
    """Exact scores of each label, and of all."""
    found_sets, true_sets = [set(x) for x in found], [set(x) for x in true]
    labels = sorted({label for spans in true_sets for *_, label in spans})
    scores = {
        label: exact(
            [{s for s in spans if s[2] == label} for spans in found_sets],
            [{s for s in spans if s[2] == label} for spans in true_sets],
        )
        for label in labels
    }
    return {**scores, "all": exact(found_sets, true_sets)}


def relaxed(found: Sequence[Collection[Labelled]], true: Sequence[Collection[Labelled]]) -> Score:
    """Spans that overlap one of the other side, whatever their label, as TempEval-3 counts them."""
    counts: Counter[str] = Counter()
    for got, gold in zip(found, true, strict=True):
        counts["found"] += len(got)
        counts["true"] += len(gold)
        counts["right"] += sum(any(a < d and c < b for c, d, _ in gold) for a, b, _ in got)
        counts["hit"] += sum(any(a < d and c < b for c, d, _ in got) for a, b, _ in gold)
    return score(counts["right"], counts["found"], counts["true"], counts["hit"])
