"""Scores of the event reader on MEANTIME (mentions; the same event across documents) and of its classes on PLV.

usage: python -m bench.events [--corpora ../shared/corpora] [--errors N]

MEANTIME marks every event of a text, being and costing included; ours are those of talks, so recall over all of
them is low by design. The encoder's event layer, which is meant for all, is scored beside; so is what is marked with
words of our classes. Baselines: every word of the trigger lists wherever it stands; for the same
event, every mention its own (singletons) and mentions of one lemma together. B-cubed (Bagga and Baldwin, 1998) is
taken over the gold mentions that the reader found. PLV: the class of what passes between two given actors, from the
rules alone, beside the commonest class; PLV keeps CONCEDE and RETREAT together as YIELD.
"""

from __future__ import annotations

import argparse
import csv
import io
import itertools
import os
import tarfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from bench._derive import derive
from rapporteur.languages.en.events import NOUNS, OWNED, VERBS
from rapporteur.model import Block, Document, Entry, EventMention, Given, Reading, Report, Window
from rapporteur.read import decode
from rapporteur.read.encoder import load_encoder
from rapporteur.read.events import find_events
from rapporteur.read.mentions import find_mentions
from rapporteur.read.sentences import find_sentences
from rapporteur.read.times import find_timexes
from rapporteur.record import events
from rapporteur.record.layer import Dated

CORPORA = Path(
    os.environ.get("RAPPORTEUR_CORPORA", Path(__file__).parent.parent.parent / "shared" / "corpora")
)
Spotted = dict[str, dict[tuple[int, int], str]]
"""A document's name → what was spotted in it, each with its address where it has one."""
Classes = Callable[[str], bool]
_ALONE = frozenset(
    spelling
    for spelling, forms in VERBS.items()
    if any(not sense.objects and not sense.particles for form in forms for sense in form.senses)
) | frozenset([*NOUNS, *OWNED])
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
OURS_ONLY = {
    "PROPOSE": "REQUEST",
    "STATEMENT": "CONSULT",
    "DEADLINE": "THREATEN",
    "LEAK": "CONSULT",
    "PERSONNEL": "COERCE",
}
"""What stands nearest in PLOVER to our own classes, for PLV, which has only PLOVER's."""


@dataclass(frozen=True)
class Story:
    """A MEANTIME document: its text, day of creation, and gold mentions with the event each is of."""

    name: str
    text: str
    created: str | None
    gold: dict[tuple[int, int], str]
    lemma: dict[tuple[int, int], str]


def stories(archive: Path) -> list[Story]:
    """Every document annotated across documents; titles stand on their own line."""
    with tarfile.open(archive) as packed:
        return [
            story(Path(member.name).stem, packed.extractfile(member).read())  # type: ignore[union-attr]
            for member in sorted(packed.getmembers(), key=lambda one: one.name)
            if "intra_cross" in member.name and member.name.endswith(".xml")
        ]


def story(name: str, source: bytes) -> Story:
    """One document from its XML: tokens joined by blanks, sentences by line ends."""
    root = ElementTree.fromstring(source)
    pieces: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    at, sentence = 0, "0"
    for token in root.iter("token"):
        word = token.text or ""
        if token.get("sentence") != sentence:
            pieces.append("\n")
            at += 1
            sentence = str(token.get("sentence"))
        elif (
            pieces
            and word not in (",", ".", "'s", "’s", ";", ":", ")", "?", "!", "%")
            and pieces[-1] not in ("(", "\n")
        ):
            pieces.append(" ")
            at += 1
        places[str(token.get("t_id"))] = (at, at + len(word))
        pieces.append(word)
        at += len(word)
    mentions: dict[str, tuple[int, int]] = {}
    lemma: dict[tuple[int, int], str] = {}
    created: str | None = None
    for mark in root.find("Markables") or ():
        anchors = [
            places[str(a.get("t_id"))] for a in mark.iter("token_anchor") if str(a.get("t_id")) in places
        ]
        if mark.tag == "TIMEX3" and mark.get("functionInDocument") == "CREATION_TIME":
            created = mark.get("value")
        if mark.tag == "EVENT_MENTION" and anchors:
            span = (min(a for a, _ in anchors), max(b for _, b in anchors))
            mentions[str(mark.get("m_id"))] = span
            lemma[span] = str(mark.get("pred"))
    instances = {
        str(mark.get("m_id")): mark.get("instance_id") or f"{name}/{mark.get('m_id')}"
        for mark in root.find("Markables") or ()
        if mark.tag == "EVENT"
    }
    gold = {span: f"{name}/mention/{m_id}" for m_id, span in mentions.items()}
    for link in root.iter("REFERS_TO"):
        targets = [str(one.get("m_id")) for one in link.iter("target")]
        for one in link.iter("source"):
            m_id = str(one.get("m_id"))
            if m_id in mentions and targets and targets[0] in instances:
                gold[mentions[m_id]] = str(instances[targets[0]])
    return Story(name=name, text="".join(pieces), created=created, gold=gold, lemma=lemma)


def read(
    name: str, text: str, created: str | None, triggers: Sequence[tuple[int, int, str]] | None = None
) -> Dated:
    """A text with its event mentions, as a dated entry."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind="paragraph", voice="newsroom", start=at, end=at + len(line)))
        at += len(line) + 1
    page = Document(report=name, text=text, language="en", blocks=tuple(blocks))
    sentences = find_sentences(page)
    mentions = find_mentions(page, sentences)
    timexes = find_timexes(page, sentences)
    reading = Reading(
        report=name, reader="rules", sentences=sentences, mentions=mentions, timexes=timexes,
        event_mentions=find_events(page, sentences, mentions, timexes, (), triggers),
    )  # fmt: skip
    report = Report(
        id=name, digest="", source=name, given=Given(), received="", media_type="text/plain", raw=b""
    )
    window = Window(first=created, last=created, basis="stated" if created else "unknown")
    return Dated(entry=Entry(report=report, document=page, reading=reading), window=window)


def overlap(
    spans: Iterable[tuple[int, int]], gold: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Each span with the gold one it touches, one to one, in order."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    free = sorted(gold)
    for span in sorted(spans):
        touching = [one for one in free if one[0] < span[1] and span[0] < one[1]]
        if touching:
            best = max(touching, key=lambda one: min(one[1], span[1]) - max(one[0], span[0]))
            found[span] = best
            free.remove(best)
    return found


def f1(right: int, said: int, true: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    p, r = right / said if said else 0.0, right / true if true else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def b_cubed(system: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of two clusterings of the same mentions."""
    ours, theirs = defaultdict(set), defaultdict(set)
    for mention in gold:
        ours[system[mention]].add(mention)
        theirs[gold[mention]].add(mention)
    p = sum(len(ours[system[m]] & theirs[gold[m]]) / len(ours[system[m]]) for m in gold) / len(gold)
    r = sum(len(ours[system[m]] & theirs[gold[m]]) / len(theirs[gold[m]]) for m in gold) / len(gold)
    return p, r, 2 * p * r / (p + r)


def clusters(reports: Sequence[Dated]) -> dict[str, str]:
    """Address of each event mention → the group it is in; one that is no node stands alone."""
    found = {one.id: one.id for report in reports for one in report.entry.reading.event_mentions}
    for together in derive(events.LAYER, reports):
        found.update((node.address, together.id) for node in together.nodes)
    return found


def row(name: str, scores: tuple[float, float, float], note: str = "") -> None:
    """One printed line."""
    print(f"{name:52} {scores[0]:6.3f} {scores[1]:6.3f} {scores[2]:6.3f}  {note}")


def meantime(archive: Path) -> None:
    """Mentions and coreference on MEANTIME."""
    told = stories(archive)
    encoder = load_encoder()
    layer = {
        one.name: [
            (span.start, span.end, span.label) for span in decode.spans(encoder.encode(one.text), "event")
        ]
        for one in told
        if encoder is not None
    }
    begun = time.process_time()
    reports = [read(one.name, one.text, one.created, layer.get(one.name)) for one in told]
    spent = time.process_time() - begun
    ours: Spotted = {
        one.name: {(m.trigger.start, m.trigger.end): m.id for m in report.entry.reading.event_mentions}
        for one, report in zip(told, reports, strict=True)
    }
    lists: Spotted = {one.name: dict.fromkeys(_listed(one.text), "") for one in told}
    words = sum(len(one.text.split()) for one in told)
    print(f"MEANTIME, {len(told)} documents, {words} words; precision, recall, F1\n")
    print("every event that is marked")
    scored(
        told,
        "event mentions: rules for talks",
        ours,
        note=f"{words / spent:,.0f} words/s with names and times",
    )
    scored(told, "event mentions: every word of the lists", lists)
    if encoder is not None:
        seen: Spotted = {name: {(start, end): "" for start, end, _ in spans} for name, spans in layer.items()}
        scored(told, "event mentions: the encoder's event layer", seen)
    print("events marked whose words are of our classes")
    scored(told, "event mentions: rules for talks", ours, only=in_classes)
    scored(told, "event mentions: every word of the lists", lists, only=in_classes)
    gold: dict[str, str] = {}
    lemma: dict[str, str] = {}
    for one in told:
        for span, its in overlap(_until(one, ours[one.name]), one.gold).items():
            gold[ours[one.name][span]] = one.gold[its]
            lemma[ours[one.name][span]] = one.lemma[its]
    system = clusters(reports)
    row("same event, B-cubed: rules", b_cubed(system, gold), f"{len(gold)} mentions found")
    row("same event, B-cubed: every mention its own", b_cubed({m: m for m in gold}, gold))
    row("same event, B-cubed: one lemma, one event", b_cubed(lemma, gold))
    within = {m: f"{m.partition(':')[0]}/{lemma[m]}" for m in gold}
    row("same event, B-cubed: one lemma in one document", b_cubed(within, gold))


def scored(
    told: Sequence[Story], name: str, spotted: Spotted, *, only: Classes | None = None, note: str = ""
) -> None:
    """One line: what was spotted against what is marked, of all documents together."""
    right = said = true = 0
    for one in told:
        gold = [span for span in one.gold if only is None or only(one.text[slice(*span)])]
        spans = _until(one, spotted[one.name])
        if only is not None:
            spans = [span for span in spans if only(one.text[slice(*span)])]
        right, said, true = right + len(overlap(spans, gold)), said + len(spans), true + len(gold)
    row(name, f1(right, said, true), f"{right} of {said} said, {true} marked; {note}".rstrip("; "))


def in_classes(words: str) -> bool:
    """Whether a mention holds a verb that tells of talks whatever stands behind it, or a noun of ours."""
    return any(word.strip(".,'\"`") in _ALONE for word in words.lower().split())


def _until(story: Story, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans as far as a document is marked."""
    last = story.text.find("\n", max(end for _, end in story.gold))
    return [span for span in spans if last < 0 or span[0] < last]


def _listed(text: str) -> Iterable[tuple[int, int]]:
    at = 0
    for word in text.split():
        at = text.index(word, at)
        plain = word.strip(".,;:\"'()?!").lower()
        if plain in VERBS or plain in NOUNS or plain in OWNED:
            yield at, at + len(word)
        at += len(word)


def plv(archive: Path, errors: int) -> None:
    """The class of what passes between two given actors."""
    with tarfile.open(archive) as packed:
        member = next(one for one in packed.getmembers() if one.name.endswith("train.tsv"))
        table = packed.extractfile(member)
        text = table.read().decode("utf-8") if table is not None else ""
    rows = list(csv.DictReader(io.StringIO(text), delimiter="\t"))
    said = [_class(one["sentence"], one["source"], one["target"]) for one in rows]
    true = [one["gold_root"] for one in rows]
    common = Counter(true).most_common(1)[0][0]
    print(f"\nPLV, {len(rows)} sentences; accuracy, macro-F1\n")
    for name, found in (
        ("root class: rules alone", said),
        ("root class: the commonest", [common] * len(rows)),
    ):
        right = sum(a == b for a, b in zip(found, true, strict=True))
        macro = []
        for root in sorted(set(true)):
            both = sum(a == b == root for a, b in zip(found, true, strict=True))
            macro.append(f1(both, sum(a == root for a in found), true.count(root))[2])
        note = f"no event found in {found.count('')}" if "" in found else ""
        print(f"{name:52} {right / len(rows):6.3f} {sum(macro) / len(macro):6.3f}  {note}")
    for one, a, b in itertools.islice(
        ((o, s, t) for o, s, t in zip(rows, said, true, strict=True) if s != t), errors
    ):
        print(f"  said {a or '-':10} is {b:10} {one['sentence_id']}")


def _class(sentence: str, source: str, target: str) -> str:
    """The class of the event that names both actors, else of the one between or nearest to them."""
    found = read("plv", sentence, None).entry.reading.event_mentions
    if not found:
        return ""
    a, b = sentence.find(source), sentence.find(target)

    def far(one: EventMention) -> tuple[int, int]:
        named = sum(
            any(p.exact in actor or actor in p.exact for p in one.participants) for actor in (source, target)
        )
        middle = (max(a, 0) + max(b, 0)) // 2
        own = one.class_ in OURS_ONLY
        return -named + own, abs(one.trigger.start - middle)

    best = min(found, key=far)
    class_ = OURS_ONLY.get(best.class_, best.class_)
    return YIELD.get(class_, class_)


def main() -> None:
    """Prints the tables; says so where a corpus is not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    for name, part in (("meantime_en", meantime), ("plv", lambda path: plv(path, options.errors))):
        archive = options.corpora / f"{name}.tar.gz"
        if archive.exists():
            part(archive)
        else:
            print(f"{name}: the corpus is not here, so nothing was measured.")


if __name__ == "__main__":
    main()
