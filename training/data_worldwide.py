"""Worldwide Newswire (Shan et al., EMNLP 2023): nine classes of names in news from outside the West."""

from __future__ import annotations

from pathlib import Path

from training.corpus import Text, join_tokens, merge_tags, share

LABELS = ("Person", "Organization", "Location", "Facility", "NORP", "Date", "Money", "Product", "Misc")


def read(folder: Path, split: str, *, printed: bool = True) -> list[Text]:
    """The texts of one split; "dev" is the tenth of the files whose names hash to it."""
    texts = []
    for path in sorted((folder / "processed_annotated").glob("*.tsv")):
        if (share(path.name, 10) == 0) != (split == "dev"):
            continue
        text, paragraphs, places = join_tokens(_paragraphs(path.read_text(encoding="utf8")), printed=printed)
        texts.append(
            Text(
                name=path.name,
                text=text,
                paragraphs=paragraphs,
                spans={"mention": merge_tags(places)},
                plain=printed,
            )
        )
    return texts


def _paragraphs(table: str) -> list[list[tuple[str, str]]]:
    """Token and tag, paragraph by paragraph (a blank line ends one)."""
    found: list[list[tuple[str, str]]] = [[]]
    for line in table.split("\n"):
        token, _, tag = line.partition("\t")
        token, tag = token.strip(), tag.split("\t")[0].strip() or "O"  # nested names stand in later columns
        if token:
            found[-1].append((token, tag if tag == "O" or tag[1:2] == "-" else "O"))
        elif found[-1]:
            found.append([])
    return [paragraph for paragraph in found if paragraph]
