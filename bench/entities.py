"""Who is meant, across reports: B-cubed on gold names of MEANTIME and ECB+, and name variants on re3d.

Gold mentions that are names are given to the entity layer as each report's mentions, unchained; the
baseline calls two names one where they are spelled alike. ECB+ chains are per topic, so it is scored
topic by topic and pooled.
"""

from __future__ import annotations

import json
import re
import tarfile
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Hashable, Iterator
from pathlib import Path

from bench._derive import b_cubed, derive, plain
from rapporteur.model import MentionKind
from rapporteur.record.entities import LAYER

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
KINDS: dict[str, MentionKind] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "PRO": "other",
    "FIN": "other",
}
Named = tuple[str, str, MentionKind, str]  # report, name, kind, gold entity


def meantime(archive: Path) -> list[Named]:
    """The names (syntactic type NAM) of MEANTIME with the instance they refer to."""
    found: list[Named] = []
    with tarfile.open(archive) as tar:
        for member in tar:
            if "cross-doc" not in member.name or not member.name.endswith(".xml"):
                continue
            handle = tar.extractfile(member)
            assert handle is not None
            root = ET.parse(handle).getroot()
            tokens = {token.get("t_id"): token.text or "" for token in root.iter("token")}
            names = {
                m.get("m_id"): " ".join(tokens[t.get("t_id")] for t in m.iter("token_anchor"))
                for m in root.iter("ENTITY_MENTION")
                if m.get("syntactic_type") == "NAM"
            }
            entities = {
                e.get("m_id"): (e.get("instance_id"), e.get("ent_type") or "") for e in root.iter("ENTITY")
            }
            for link in root.iter("REFERS_TO"):
                target = link.find("target")
                gold = entities.get(target.get("m_id")) if target is not None else None
                for source in link.findall("source"):
                    name = names.get(source.get("m_id"))
                    if gold and gold[0] and name:
                        found.append(
                            (member.name, name.replace(" 's", "'s"), KINDS.get(gold[1], "other"), gold[0])
                        )
    return found


def ecbplus(archive: Path) -> dict[str, list[Named]]:
    """The names among ECB+'s human and place mentions, by topic."""
    topics: dict[str, list[Named]] = defaultdict(list)
    with tarfile.open(archive) as tar:
        for member in tar:
            if not re.search(r"annotation/original/entity_mentions.*\.json$", member.name):
                continue
            handle = tar.extractfile(member)
            assert handle is not None
            for mention in json.load(handle):
                text = mention["tokens_str"]
                proper = all(word[:1].isupper() or word in ("of", "the", "de", "'s") for word in text.split())
                if mention["mention_type"] not in ("HUM", "LOC") or not proper:
                    continue
                if mention.get("mention_head_pos") == "PRON":
                    continue
                full = mention.get("mention_full_type", "")
                kind: MentionKind = "place" if mention["mention_type"] == "LOC" else "person"
                if "ORG" in full or mention.get("mention_ner") in ("ORG", "GPE", "NORP"):
                    kind = "organisation"
                topic = re.sub(r"\D.*$", "", mention["doc_id"].split("_")[0])
                topics[topic].append((mention["doc_id"], text, kind, mention["coref_chain"]))
    return topics


def scored(
    found: list[Named],
) -> tuple[dict[Hashable, Hashable], dict[Hashable, Hashable], dict[Hashable, Hashable]]:
    """Gold clusters, ours, and those of exact names, over numbered mentions."""
    by_report: dict[str, list[tuple[int, str, MentionKind]]] = defaultdict(list)
    for number, (report, name, kind, _) in enumerate(found):
        by_report[report].append((number, name, kind))
    numbers: dict[str, int] = {}
    dated = []
    for report, named in by_report.items():
        key = re.sub(r"[^\w-]", "-", report)
        dated.append(plain(key, "x", mentions=[(name, kind) for _, name, kind in named]))
        numbers |= {f"{key}:mention:{i}-{i + 1}": number for i, (number, _, _) in enumerate(named)}
    ours: dict[Hashable, Hashable] = {number: ("alone", number) for number in range(len(found))}
    for group in derive(LAYER, dated):
        for node in group.nodes:
            ours[numbers[node.address]] = group.id
    gold: dict[Hashable, Hashable] = {number: entity for number, (_, _, _, entity) in enumerate(found)}
    exact: dict[Hashable, Hashable] = {number: name for number, (_, name, _, _) in enumerate(found)}
    return gold, ours, exact


def re3d(archive: Path) -> Iterator[tuple[str, str, str, str, MentionKind]]:
    """Pairs of names that re3d says are synonyms: dataset, report, both names, kind."""
    kinds: dict[tuple[str, str], str] = {}
    pairs: set[tuple[str, str, str, str]] = set()
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda member: member.name):
            if not member.name.endswith(("entities.json", "relations.json")):
                continue
            handle = tar.extractfile(member)
            assert handle is not None
            for line in handle.read().decode("utf-8-sig").splitlines():
                if not line.strip():
                    continue
                row = json.loads(line)
                if member.name.endswith("entities.json"):
                    kinds[row["documentId"], row["value"]] = row["type"]
                elif row["type"] == "IsSynonymOf" and row["confidence"] >= 0.5:
                    left, right = sorted((row["source"], row["target"]))
                    pairs.add((member.name.split("/")[-2], row["documentId"], left, right))
    wanted: dict[str, MentionKind] = {"Person": "person", "Organisation": "organisation", "Location": "place"}
    for dataset, report, left, right in sorted(pairs):
        kind = wanted.get(kinds.get((report, left), "")) or wanted.get(kinds.get((report, right), ""))
        if kind and left != right and all(_is_name(name) for name in (left, right)):
            yield dataset, report, left, right, kind


def _is_name(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    return bool(words) and all(
        w[0].isupper() or w in {"of", "the", "in", "and", "al"} or "-" in w for w in words
    )


def main() -> None:
    """Prints the tables."""
    if not CORPORA.is_dir():
        print("skipped: ../shared/corpora is not here")
        return
    print(f"{'names':24}{'mentions':>9}{'P':>8}{'R':>8}{'B3 F1':>8}{'exact-name P':>14}{'R':>8}{'F1':>8}")
    sets = {"MEANTIME": [meantime(CORPORA / "meantime_en.tar.gz")]}
    sets["ECB+ (by topic)"] = list(ecbplus(CORPORA / "ecbplus.tar.gz").values())
    for name, parts in sets.items():
        gold: dict[Hashable, Hashable] = {}
        ours: dict[Hashable, Hashable] = {}
        exact: dict[Hashable, Hashable] = {}
        for i, part in enumerate(parts):
            for total, some in zip((gold, ours, exact), scored(part), strict=True):
                total.update({(i, mention): (i, cluster) for mention, cluster in some.items()})
        a, b = b_cubed(gold, ours), b_cubed(gold, exact)
        print(
            f"{name:24}{len(gold):>9}"
            + "".join(f"{x:8.3f}" for x in a)
            + f"{b[0]:14.3f}{b[1]:8.3f}{b[2]:8.3f}"
        )
    pairs = list(re3d(CORPORA / "re3d.tar.gz"))
    joined = []
    for _, report, left, right, kind in pairs:
        groups = derive(LAYER, [plain(report, "x", mentions=[(left, kind), (right, kind)])])
        joined.append(len(groups) == 1)
    print(
        f"\nre3d, pairs of names said to be synonyms: {sum(joined)} of {len(joined)} joined by name alone; exact-name 0"
    )
    for (dataset, _, left, right, _), yes in zip(pairs, joined, strict=True):
        print(f"  {'joined' if yes else 'apart '}  {left} | {right}  ({dataset})")


if __name__ == "__main__":
    main()
