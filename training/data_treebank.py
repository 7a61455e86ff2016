"""EWT and GUM treebanks: where sentences end, in text with its real spacing."""

from __future__ import annotations

import re
from pathlib import Path

from training.corpus import Span, Text


def read_ewt(folder: Path, split: str) -> list[Text]:
    """The documents of one split of the English Web Treebank."""
    path = folder / ("en_ewt-ud-dev.conllu" if split == "dev" else "en_ewt-ud-train.rebuilt.conllu")
    return _documents(path.read_text(encoding="utf8"))


def read_gum(folder: Path, split: str) -> list[Text]:
    """The documents of one split of GUM; what its list names as dev or test is not trained on."""
    parts: dict[str, set[str]] = {}
    part = ""
    for line in (folder / "splits.md").read_text(encoding="utf8").split("\n"):
        if line.startswith("## "):
            part = line[3:].strip()
        elif "GUM_" in line:
            parts.setdefault(part, set()).add(line.strip(" *"))
    held = set().union(*(names for name, names in parts.items() if name != "train"))
    wanted = [
        path
        for path in sorted((folder / "dep").glob("*.conllu"))
        if (path.stem in parts.get("dev", set()) if split == "dev" else path.stem not in held)
    ]
    return [text for path in wanted for text in _documents(path.read_text(encoding="utf8"))]


def _documents(conllu: str) -> list[Text]:
    """The documents of a CoNLL-U file: paragraphs apart by blank lines, sentence ends marked."""
    texts = []
    for document in re.split(r"(?m)^(?=# newdoc)", conllu):
        parts: list[str] = []
        bounds: list[Span] = []
        ends: set[int] = set()
        at = begun = 0
        gap = ""
        name = ""
        for sentence in document.strip().split("\n\n"):
            said = re.search(r"(?m)^# text = (.*)$", sentence)
            if not said:
                continue
            name = name or (re.search(r"(?m)^# newdoc id = (.*)$", sentence) or said).group(1)
            if re.search(r"(?m)^# newpar(?! *_block)\b", sentence) and parts:
                bounds.append((begun, at))
                gap = "\n\n"
                begun = at + 2
            parts.append(gap)
            parts.append(said.group(1))
            at += len(gap) + len(said.group(1))
            ends.add(at)
            last = next(row for row in reversed(sentence.split("\n")) if row[:1].isdigit())
            gap = "" if "SpaceAfter=No" in last else " "
        if parts:
            bounds.append((begun, at))
            texts.append(
                Text(
                    name=name,
                    text="".join(parts),
                    paragraphs=tuple(b for b in bounds if b[0] < b[1]),
                    ends=frozenset(ends),
                )
            )
    return texts
