"""Every corpus read and put into pieces, by the part of a batch it fills."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from training import data_polnear, data_roots, data_timeml, data_treebank, data_worldwide
from training.batches import Sheet, sheet
from training.corpus import Text


def training_texts(corpora: Path) -> dict[str, list[Text]]:
    """What is trained on, by kind of row."""
    return {
        "attribution": data_polnear.read(corpora / "polnear", "train"),
        "mention": data_worldwide.read(corpora / "worldwide_ner", "train"),
        "mention, spaced": data_worldwide.read(corpora / "worldwide_ner", "train", printed=False),
        "time": data_timeml.read_timeml(corpora / "tempeval", "train")
        + data_timeml.read_meantime(corpora / "meantime_en"),
        "sentence": data_treebank.read_ewt(corpora / "ud_ewt", "train")
        + data_treebank.read_gum(corpora / "gum_open", "train"),
        "root": data_roots.read_plv(corpora / "plv") + data_roots.read_gold_records(corpora / "plover_gsr"),
    }


def development_texts(corpora: Path) -> dict[str, list[Text]]:
    """What is measured on and never trained on, by layer."""
    return {
        "attribution": data_polnear.read(corpora / "polnear", "dev"),
        "mention": data_worldwide.read(corpora / "worldwide_ner", "dev"),
        "time": data_timeml.read_timeml(corpora / "tempeval", "dev"),
        "sentence": data_treebank.read_ewt(corpora / "ud_ewt", "dev")
        + data_treebank.read_gum(corpora / "gum_open", "dev"),
    }


def sheets(
    corpora: Path, tokenizer: Any, texts: Callable[[Path], dict[str, list[Text]]], most: int | None = None
) -> dict[str, list[Sheet]]:
    """The texts in pieces, of each kind `most` at most."""
    return {kind: in_pieces(found[:most], tokenizer) for kind, found in texts(corpora).items()}


def in_pieces(texts: Sequence[Text], tokenizer: Any) -> list[Sheet]:
    """Texts in pieces, without those that have none."""
    return [made for text in texts if len((made := sheet(text, tokenizer)).pieces.ids)]
