"""PolNeAR (Newell, Margolin & Ruths, LREC 2018): who said what in US political news, in brat standoff."""

from __future__ import annotations

import glob
from pathlib import Path

from rapporteur.read.pieces import lines
from training.corpus import Group, Span, Text, trim

KINDS = {"Source": "source", "Cue": "cue", "Content": "content"}


def read(folder: Path, split: str) -> list[Text]:
    """The texts of one split ("train" or "dev"), each with its first annotator's attributions."""
    texts = []
    for path in sorted((folder / split / "text").glob("*.txt")):
        with path.open(encoding="utf8", newline="") as file:
            text = file.read()
        annotated = standoffs(folder / split, path.stem)
        if not annotated:
            continue
        spans, groups = read_standoff(annotated[0].read_text(encoding="utf8"), text)
        flat = tuple(sorted((start, end, kind) for kind, start, end in spans))
        texts.append(
            Text(
                name=path.stem, text=text, paragraphs=lines(text), spans={"attribution": flat}, groups=groups
            )
        )
    return texts


def standoffs(folder: Path, name: str) -> list[Path]:
    """The files of everybody who annotated a text of a split's folder, named after text and annotator."""
    return sorted((folder / "attributions").glob(glob.escape(name) + "_*.ann"))


def read_standoff(standoff: str, text: str) -> tuple[set[tuple[str, int, int]], tuple[Group, ...]]:
    """The trimmed segments of a standoff file, and which of them make one attribution."""
    named: dict[str, tuple[str, tuple[Span, ...]]] = {}
    events: list[dict[str, list[str]]] = []
    for line in standoff.split("\n"):
        fields = line.split("\t")
        if len(fields) < 2:
            continue  # a quoted text that ran over a line
        if fields[0].startswith("T"):
            kind, _, places = fields[1].partition(" ")
            if kind in KINDS:
                segments = (trim(text, *map(int, place.split())) for place in places.split(";"))
                named[fields[0]] = (KINDS[kind], tuple(sorted(s for s in segments if s[0] < s[1])))
        elif fields[0].startswith("E"):
            roles: dict[str, list[str]] = {}
            for role in fields[1].split()[1:]:
                name, _, target = role.partition(":")
                roles.setdefault(name.rstrip("0123456789").lower(), []).append(target)
            events.append(roles)
    groups = []
    for roles in events:
        parts = {
            kind: tuple(sorted(s for target in roles.get(kind, ()) for s in named.get(target, ("", ()))[1]))
            for kind in KINDS.values()
        }
        if parts["content"]:
            groups.append(Group(**parts))
    return {(kind, *segment) for kind, segments in named.values() for segment in segments}, tuple(groups)
