"""The support check and vetting on sentences that were made false: how many are refused, how many true ones pass.

usage: python -m bench.plans [--folder ../shared/reports/iran-2013-2015] [--record FILE] [--seed N] [--errors N]

True sentences are sentences of the reports themselves that hold something to change. Each is changed in
one way: a "not", a "yet to" or a hedge dropped, the speaker or another name swapped for one from the same
report, what is planned told as done, a number made one more. The check sees the sentence's own evidence;
vetting sees only the record. Without the folder, the sample dispatches that ship are used.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rapporteur.clean import clean
from rapporteur.intake import Options, receive
from rapporteur.ledger import Ledger, Store
from rapporteur.model import Entry, Report
from rapporteur.read import read
from rapporteur.record import Record, open_record
from rapporteur.views.grounds import words_at
from rapporteur.views.support import check
from rapporteur.views.vet import Vetting

FOLDER = Path(__file__).parents[2] / "shared" / "reports" / "us-shutdown-2026"
SAMPLES = Path(__file__).parents[1] / "rapporteur" / "samples"
MOMENT = "2026-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Case:
    """A true sentence, and the same made false in one way."""

    report: str
    start: int
    end: int
    true: str
    false: str
    how: str


def drop_negation(text: str, names: list[str], chance: random.Random) -> str | None:
    """ "has not agreed" → "has agreed"."""
    changed = re.sub(
        r"\b(do|does|did|has|have|had|is|are|was|were|would|could|should|must)(?:n[’']t| not)\b",
        r"\1",
        text,
        count=1,
    )
    return changed if changed != text else None


def drop_yet(text: str, names: list[str], chance: random.Random) -> str | None:
    """ "has yet to respond" → "has to respond"… without its "yet to"."""
    return text.replace(" yet to ", " ", 1) if " yet to " in text else None


def drop_hedge(text: str, names: list[str], chance: random.Random) -> str | None:
    """ "are likely concessions" → "are concessions"; "may" → "will"."""
    changed = re.sub(
        r"\b(?:likely|reportedly|probably|possibly|allegedly|apparently|perhaps) ", "", text, count=1
    )
    if changed == text:
        changed = re.sub(r" (?:may|might|could) ", " will ", text, count=1)
    return changed if changed != text else None


def swap_speaker(text: str, names: list[str], chance: random.Random) -> str | None:
    """Whoever said it becomes somebody else of the same report."""
    said = re.search(
        r"(?P<a>[A-Z][\w’'-]+) (?:said|told|added|argued|warned|insisted|announced)\b|\b(?:said|added) (?P<b>[A-Z][\w’'-]+)\b",
        text,
    )
    if said is None:
        return None
    old = said["a"] or said["b"]
    if old in ("He", "She", "They", "It", "We", "I", "But", "And", "Who", "That"):
        return None
    others = [name for name in names if name != old and name not in text]
    if not others:
        return None
    at = said.start("a") if said["a"] else said.start("b")
    return text[:at] + chance.choice(others) + text[at + len(old) :]


def planned_to_held(text: str, names: list[str], chance: random.Random) -> str | None:
    """What is to come is told as done."""
    for pattern, done in (
        (r" (?:will|would) meet\b", " met"), (r" (?:is|are) (?:scheduled|expected|set|due|planning) to meet\b", " met"),
        (r" plans? to (?=[a-z])", " went on to "), (r" (?:is|are|was|were) (?:scheduled|expected|set|due) to ", " did "),
        (r" planned (?=for|in|on|at)", " held "), (r" will (?=[a-z])", " did "), (r" agreed to (?=[a-z])", " did "),
    ):  # fmt: skip
        changed = re.sub(pattern, done, text, count=1)
        if changed != text:
            return changed
    return None


def number_up(text: str, names: list[str], chance: random.Random) -> str | None:
    """18 → 19."""
    match = re.search(r"(?<![\w,.$-])\d{1,3}(?:,\d{3})*(?![\w.,%]*\d)", text)
    if match is None:
        return None
    value = int(match.group().replace(",", "")) + 1
    return f"{text[: match.start()]}{value:,}{text[match.end() :]}"


WAYS: tuple[Callable[[str, list[str], random.Random], str | None], ...] = (
    drop_negation, drop_yet, drop_hedge, swap_speaker, planned_to_held, number_up,
)  # fmt: skip


def read_folder(folder: Path, place: str) -> None:
    """Reads a folder of texts into a new record."""
    options = Options(clock=lambda: MOMENT)
    store = Store(place)
    with store.write() as connection:
        ledger = Ledger(connection)
        for got in receive([str(folder)], options):
            if isinstance(got, Report) and got.source.endswith((".txt", ".md", ".html")):
                page = clean(got)
                ledger.append(Entry(report=got, document=page, reading=read(page)), now=MOMENT)
    store.close()


def cases(record: Record, most: int, seed: int) -> list[Case]:
    """At most so many cases, the ways in turn, sentences drawn with a fixed seed."""
    chance = random.Random(seed)
    sentences = list(_sentences(record))
    chance.shuffle(sentences)
    by_way: dict[str, list[Case]] = {way.__name__: [] for way in WAYS}
    for report, start, end, text, names in sentences:
        for way in WAYS:
            changed = way(text, names, chance)
            if changed:
                by_way[way.__name__].append(Case(report, start, end, text, changed, way.__name__))
    found: list[Case] = []
    while len(found) < most and any(by_way.values()):
        for way_cases in by_way.values():
            if way_cases and len(found) < most:
                found.append(way_cases.pop())
    return found


def _sentences(record: Record) -> Iterator[tuple[str, int, int, str, list[str]]]:
    for report, page, _ in record.reports():
        reading = record.reading(report.id)
        names = sorted(
            {m.name.split()[-1] for m in reading.mentions if m.kind == "person" and m.name[:1].isupper()}
        )
        for sentence in reading.sentences:
            text = " ".join(page.text[sentence.start : sentence.end].split())
            if 6 <= len(text.split()) <= 45 and text[-1] in '.”"' and "http" not in text:
                yield report.id, sentence.start, sentence.end, text, names


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--folder", type=Path, default=FOLDER)
    asked.add_argument("--record", help="a record already made, instead of reading the folder")
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--most", type=int, default=200)
    asked.add_argument("--errors", type=int, default=0)
    given = asked.parse_args()
    folder = given.folder if given.folder.exists() else SAMPLES
    if folder != given.folder and not given.record:
        print(f"{given.folder} is not there: the sample dispatches are used instead.\n")
    with tempfile.TemporaryDirectory() as scratch:
        place = given.record or str(Path(scratch) / "bench.db")
        if not given.record:
            read_folder(folder, place)
        with open_record(place) as record:
            report(record, given.most, given.seed, given.errors)


def report(record: Record, most: int, seed: int, errors: int) -> None:
    """Prints, for the check and for vetting, how many false sentences were refused and true ones passed."""
    drawn = cases(record, most, seed)
    vetting = Vetting(record)
    refused: dict[str, Counter[str]] = {"check": Counter(), "vet": Counter()}
    passed: dict[str, int] = {"check": 0, "vet": 0}
    total = Counter(case.how for case in drawn)
    wrong: list[str] = []
    for case in drawn:
        evidence = [words_at(record, case.report, case.start, case.end)]
        verdicts = {
            "check": (not check(case.true, evidence), not check(case.false, evidence)),
            "vet": (vetting.sentence(case.true).verdict in ("supported", "superseded"),
                    vetting.sentence(case.false).verdict == "supported"),
        }  # fmt: skip
        for name, (kept, let_through) in verdicts.items():
            passed[name] += kept
            refused[name][case.how] += not let_through
            if not kept or let_through:
                which = "let through" if let_through else "refused"
                wrong.append(f"{name} {which} ({case.how}): {case.false if let_through else case.true}")
    print(f"{'way':18} {'made':>5} {'check refuses':>14} {'vet refuses':>12}")
    for way, made in sorted(total.items()):
        print(f"{way:18} {made:5} {refused['check'][way]:14} {refused['vet'][way]:12}")
    print(f"{'all':18} {len(drawn):5} {sum(refused['check'].values()):14} {sum(refused['vet'].values()):12}")
    print(f"{'true ones pass':18} {len(drawn):5} {passed['check']:14} {passed['vet']:12}")
    for line in wrong[:errors]:
        print(line)


if __name__ == "__main__":
    main()
