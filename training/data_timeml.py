"""TimeBank and AQUAINT in TimeML, and MEANTIME: time expressions and event triggers.

TimeBank and AQUAINT are not open (LDC); two thirds are trained on, the rest measured on.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from training.corpus import Labelled, Text, blank_line_paragraphs, join_tokens, share

EVENTS = {
    "OCCURRENCE": "EVENT", "ASPECTUAL": "EVENT", "I_ACTION": "EVENT", "PERCEPTION": "EVENT",
    "STATE": "STATE", "I_STATE": "STATE", "REPORTING": "SPEECH",
}  # fmt: skip
SPEECH = {
    "say", "tell", "announce", "report", "add", "claim", "state", "declare", "note", "comment", "deny",
    "explain", "confirm", "statement", "announcement", "accuse", "argue", "admit", "warn", "suggest", "reply",
}  # fmt: skip


def read_timeml(folder: Path, split: str) -> list[Text]:
    """The TimeML texts of one split; "dev" is the third of the files whose names hash to it."""
    texts = []
    for path in sorted(folder.glob("*/*.tml")):
        if path.parent.name not in {"TimeBank", "AQUAINT"} or (share(path.name, 3) == 0) != (split == "dev"):
            continue
        body = ET.parse(path).getroot().find("TEXT")
        if body is None:
            continue
        parts: list[str] = []
        spans: dict[str, list[Labelled]] = {"timex": [], "event": []}
        _walk(body, parts, spans)
        text = "".join(parts)
        texts.append(
            Text(
                name=path.name,
                text=text,
                paragraphs=blank_line_paragraphs(text),
                spans={layer: tuple(sorted(found)) for layer, found in spans.items()},
            )
        )
    return texts


def _walk(node: ET.Element, parts: list[str], spans: dict[str, list[Labelled]]) -> None:
    """Collects an element's text into `parts` and its marked stretches into `spans`."""
    start = sum(map(len, parts))
    parts.append(node.text or "")
    for child in node:
        _walk(child, parts, spans)
        parts.append(child.tail or "")
    end = sum(map(len, parts))
    if node.tag == "TIMEX3" and end > start:
        spans["timex"].append((start, end, node.get("type", "DATE")))
    elif node.tag == "EVENT" and end > start:
        spans["event"].append((start, end, EVENTS.get(node.get("class", ""), "EVENT")))


def read_meantime(folder: Path) -> list[Text]:
    """The annotated opening (title, date line and first sentences) of each MEANTIME article."""
    texts = []
    for path in sorted(folder.glob("intra-doc_annotation/*/*.xml")):
        root = ET.parse(path).getroot()
        tokens = [(t.get("t_id", ""), t.text or "", int(t.get("sentence", 0))) for t in root.findall("token")]
        marked: dict[str, list[tuple[list[str], str]]] = {"timex": [], "event": []}
        for node in root.findall("Markables/*"):
            anchors = [a.get("t_id", "") for a in node.findall("token_anchor")]
            if node.tag == "TIMEX3" and anchors and node.get("functionInDocument") != "CREATION_TIME":
                marked["timex"].append((anchors, node.get("type", "DATE")))
            elif node.tag == "EVENT_MENTION" and anchors:
                said = node.get("pred", "").lower() in SPEECH
                marked["event"].append((anchors, "SPEECH" if said else "EVENT"))
        sentence_of = {token: sentence for token, _, sentence in tokens}
        last = max((sentence_of[a] for spans in marked.values() for s, _ in spans for a in s), default=0)
        kept = [token for token in tokens if token[2] <= last]
        # Title and date line are paragraphs of their own; what follows is one.
        paragraphs: list[list[tuple[str, str]]] = [[], [], []]
        for token, word, sentence in kept:
            paragraphs[min(sentence, 2)].append((word, token))
        text, bounds, places = join_tokens([p for p in paragraphs if p], printed=True)
        place = {token: (start, end) for start, end, token in places}
        spans = {
            layer: tuple(
                sorted(
                    (min(place[a][0] for a in anchors), max(place[a][1] for a in anchors), label)
                    for anchors, label in found
                    if all(a in place for a in anchors) and len(anchors) <= 12
                )
            )
            for layer, found in marked.items()
        }
        texts.append(Text(name=path.name, text=text, paragraphs=bounds, spans=spans))
    return texts
