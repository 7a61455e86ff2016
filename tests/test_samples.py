"""The reader held to what a person reads in the sample dispatches."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import rapporteur
from rapporteur.clean import clean
from rapporteur.intake import Options, receive
from rapporteur.model import Document, Reading, Report
from rapporteur.read import read_by_encoder as read
from rapporteur.read.times import resolve
from rapporteur.record.dates import stated

SAMPLES = Path(rapporteur.__file__).parent / "samples"
GOLD: dict[str, dict[str, Any]] = tomllib.loads((SAMPLES / "gold.toml").read_text(encoding="utf8"))


@pytest.fixture(scope="module")
def readings() -> dict[str, tuple[Document, Reading]]:
    found = {}
    for report in receive([str(SAMPLES / "dispatches")], Options(clock=lambda: "2026-06-20T00:00:00Z")):
        assert isinstance(report, Report), report
        document = clean(report)
        found[Path(report.source).name] = (document, read(document))
    return found


def value(stated_: Any) -> str | None:
    return stated_.value if stated_ else None


@pytest.mark.parametrize("name", GOLD)
def test_page_says_of_itself(name: str, readings: dict[str, tuple[Document, Reading]]) -> None:
    """Outlet, carrier, kind, byline and date are those of the page."""
    document, _ = readings[name]
    gold = GOLD[name]
    if "outlet" in gold:
        assert (value(document.outlet) or "").removeprefix("The ") == gold["outlet"].removeprefix("The ")
    if "carrier" in gold:
        assert value(document.carrier) == gold["carrier"]
    if "kind" in gold:
        assert document.kind == gold["kind"]
    if "byline" in gold:
        assert [author.value for author in document.byline] == gold["byline"]
    if "published" in gold:
        dates = [date for date in (value(document.published), value(document.updated)) if date]
        assert any(date.startswith(gold["published"]) for date in dates)


@pytest.mark.parametrize(
    "name", [name for name in GOLD if "chrome" in GOLD[name] or "comments" in GOLD[name]]
)
def test_furniture_and_readers_keep_their_voice(
    name: str, readings: dict[str, tuple[Document, Reading]]
) -> None:
    """What the page's frame and its readers say is never the newsroom's."""
    document, reading = readings[name]
    for voice, lines in (("page", GOLD[name].get("chrome", [])), ("reader", GOLD[name].get("comments", []))):
        for line in lines:
            start = document.text.find(line)
            voices = {b.voice for b in document.blocks if b.start < start + len(line) and start < b.end}
            assert start < 0 or voices == {voice}, (line, voices)
    spoken = [a for a in reading.attributions if a.voice == "reader"]
    assert all(a.voice != "newsroom" for a in spoken)


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / (max(a[1], b[1]) - min(a[0], b[0]))


def test_attributions_of_the_samples(readings: dict[str, tuple[Document, Reading]]) -> None:
    """At least nine in ten of the listed attributions are found with their source, and most with the rest."""
    wanted = found = right_source = right_name = right_manner = 0
    missed = []
    for name, gold in GOLD.items():
        document, reading = readings[name]
        anonymous = {source.id for source in reading.anonymous_sources}
        for item in gold.get("attributions", []):
            wanted += 1
            at = document.text.index(item["content"])
            span = (at, at + len(item["content"]))
            best = max(
                reading.attributions,
                key=lambda a: max(overlap(span, (c.start, c.end)) for c in a.content),
                default=None,
            )
            if best is None or max(overlap(span, (c.start, c.end)) for c in best.content) < 0.5:
                missed.append((name, item["content"]))
                continue
            found += 1
            right_source += (best.source is not None and best.source.exact in item["source"]) or (
                best.source is not None and item["source"] in best.source.exact
            )
            right_name += (best.speaker in anonymous) == (not item["named"])
            right_manner += best.manner == item["manner"]
    assert found >= 0.9 * wanted, missed
    assert right_source >= 0.9 * found
    assert right_name >= 0.9 * found
    assert right_manner >= 0.85 * found


def test_conditions_are_kept_verbatim(readings: dict[str, tuple[Document, Reading]]) -> None:
    """The condition under which somebody spoke stands in the ledger as printed."""
    for name, gold in GOLD.items():
        _, reading = readings[name]
        conditions = [s.condition.exact for s in reading.anonymous_sources if s.condition]
        for item in gold.get("attributions", []):
            if "condition" in item:
                assert any(item["condition"] in c or c in item["condition"] for c in conditions), (
                    name,
                    item["condition"],
                )


def test_times_have_their_values(readings: dict[str, tuple[Document, Reading]]) -> None:
    """Each listed time resolves, against its own report's date, to the day a reader would write down."""
    for name, gold in GOLD.items():
        document, reading = readings[name]
        window = stated(document)
        for item in gold.get("times", []):
            at = document.text.index(item["exact"]) + item["exact"].find(item.get("text", item["exact"]))
            hit = [t for t in reading.timexes if t.span.start <= at < t.span.end]
            assert hit, (name, item)
            assert window is not None
            assert resolve(hit[0], window) == item["edtf"], (name, item, hit[0])


def test_quantities_have_their_values(readings: dict[str, tuple[Document, Reading]]) -> None:
    """Numbers carry the value their words say."""
    for name, gold in GOLD.items():
        document, reading = readings[name]
        for item in gold.get("quantities", []):
            at = document.text.index(item["exact"])
            hit = [q.value for q in reading.quantities if at <= q.span.start < at + len(item["exact"])]
            assert item["value"] in hit, (name, item)


def test_events_have_class_and_status(readings: dict[str, tuple[Document, Reading]]) -> None:
    """A planned or postponed meeting is never read as held."""
    for name, gold in GOLD.items():
        document, reading = readings[name]
        for item in gold.get("events", []):
            at = document.text.index(item["trigger"])
            hit = [
                (e.class_, e.status)
                for e in reading.event_mentions
                if e.trigger.start < at + len(item["trigger"]) and at < e.trigger.end
            ]
            assert (item["class"], item["status"]) in hit, (name, item, hit)


def test_citations_name_their_outlet(readings: dict[str, tuple[Document, Reading]]) -> None:
    """A report that says where it has something from is believed."""
    for name, gold in GOLD.items():
        _, reading = readings[name]
        for item in gold.get("citations", []):
            assert any(
                c.outlet and item["outlet"] in c.outlet and c.relation == item["relation"]
                for c in reading.citations
            ), (
                name,
                [(c.outlet, c.relation) for c in reading.citations],
            )
