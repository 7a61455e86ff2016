"""The laws of the record, by Hypothesis over small worlds: whatever comes in whatever order, it is the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import toy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapporteur.ledger import Store, Withdrawal
from rapporteur.model import Entry, Judgement
from rapporteur.record.acts import judge, judgement_of, rebuild, reread, withdraw
from rapporteur.record.checks import derived_faults, ledger_faults
from rapporteur.record.moments import bounds
from rapporteur.views.view import Asked

DAYS = st.one_of(st.none(), st.dates(min_value=date(2025, 1, 1), max_value=date(2025, 6, 30)).map(str))
SAYINGS = st.lists(st.sampled_from(toy.ALL), min_size=1, max_size=4)
NAMES = st.text("abcdefgh", min_size=10, max_size=10)


@st.composite
def worlds(draw: st.DrawFn, most: int = 6) -> list[Entry]:
    """Some reports, each with an id, a day and the names it says."""
    ids = draw(st.lists(NAMES, min_size=1, max_size=most, unique=True))
    return [toy.entry(name, draw(SAYINGS), draw(DAYS)) for name in ids]


def record_of(entries: Sequence[Entry]) -> tuple[Store, dict[str, list[object]]]:
    store = toy.fresh()
    toy.read(store, entries)
    with toy.opened(store) as record:
        return store, toy.told(record)


law = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@law
@given(worlds(), st.randoms())
def test_any_order_gives_the_same_record(entries: list[Entry], chance: object) -> None:
    """And so does reading some of them again in between, and asking in between."""
    _, straight = record_of(entries)
    shuffled = list(entries)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    store = toy.fresh()
    for one in shuffled:
        toy.read(store, [one, shuffled[0]])
        toy.opened(store).close()
    with toy.opened(store) as record:
        assert toy.told(record) == straight


@law
@given(worlds())
def test_rebuilding_gives_what_step_by_step_gave(entries: list[Entry]) -> None:
    store, straight = record_of(entries)
    with toy.opened(store) as record:
        assert list(ledger_faults(record)) == []
    rebuild(store, lambda done, total: None, layers=toy.LAYERS)
    with toy.opened(store) as record:
        assert toy.told(record) == straight


@law
@given(worlds(), st.data())
def test_withdrawing_is_never_having_read(entries: list[Entry], data: st.DataObject) -> None:
    """Whatever else came before or after; and putting it back is as if nothing had been."""
    gone = data.draw(st.lists(st.sampled_from(entries), unique_by=lambda one: one.report.id))
    ids = {one.report.id for one in gone}
    _, without = record_of([one for one in entries if one.report.id not in ids])
    store, whole = record_of(entries)
    for one in gone:
        withdraw(
            store,
            Withdrawal(report=one.report.id, kind="retract", made="2026", made_by="Ada"),
            layers=toy.LAYERS,
        )
    with toy.opened(store) as record:
        assert toy.told(record) == without
    for one in gone:
        withdraw(
            store,
            Withdrawal(report=one.report.id, kind="restore", made="2026", made_by="Ada"),
            layers=toy.LAYERS,
        )
    with toy.opened(store) as record:
        assert toy.told(record) == whole


@law
@given(worlds(), st.dates(min_value=date(2025, 1, 1), max_value=date(2025, 6, 30)), st.booleans())
def test_as_of_is_the_record_of_what_could_be_known(entries: list[Entry], day: object, strict: bool) -> None:
    """Nothing later leaks back: not a name, not a merge, not a rendering."""
    then = f"{day}T23:59:59Z"
    store, _ = record_of(entries)
    with toy.opened(store) as record:
        windows = record.windows()
        edges = {name: bounds(window.last if strict else window.first) for name, window in windows.items()}
        known = [
            one for one in entries
            if ((edge := edges[one.report.id]) is not None and edge[1 if strict else 0] <= then)
            or (edges[one.report.id] is None and not strict)
        ]  # fmt: skip
        _, rebuilt = record_of(known) if known else (None, {layer.name: [] for layer in toy.LAYERS})
        assert toy.told(record.at(Asked(as_of=then, strict=strict))) == rebuilt
        assert list(derived_faults(record)) == []


@law
@given(worlds(most=5), st.data())
def test_judgements_survive_reading_again_regrouping_and_rebuilding(
    entries: list[Entry], data: st.DataObject
) -> None:
    """The same judgements, made before or after the reports they touch are joined by others, come to the same."""
    mentions = [mention.id for one in entries for mention in one.reading.mentions]
    made = []
    for number in range(data.draw(st.integers(1, 3))):
        left, right = data.draw(st.sampled_from(mentions)), data.draw(st.sampled_from(mentions))
        verdict = data.draw(st.sampled_from(["same", "different", "wrong", "right"]))
        if verdict in ("same", "different") and left == right:
            continue
        other = right if verdict in ("same", "different") else None
        made.append(
            Judgement(
                id=f"j{number}",
                target=left,
                verdict=verdict,
                by="Ada",
                at=f"2026-01-0{number + 1}",
                other=other,
            )
        )
    after = toy.fresh()
    toy.read(after, entries)
    before = toy.fresh()
    toy.read(before, entries[:1])
    toy.opened(before).close()
    for judgement in made:
        judge(before, judgement, layers=toy.LAYERS)
        judge(after, judgement, layers=toy.LAYERS)
    toy.read(before, entries[1:])
    again = {one.report.id: one for one in entries}
    with toy.opened(after) as record:
        straight = toy.told(record)
    for name, _one in again.items():
        reread(
            after,
            name,
            lambda report: again[report.id].document,
            lambda document: again[document.report].reading,
            now="2026",
            layers=toy.LAYERS,
        )
    with toy.opened(before) as left, toy.opened(after) as right:
        assert toy.told(left) == straight == toy.told(right)
        assert list(derived_faults(left)) == []
    for judgement in made:
        with toy.opened(before) as record:
            undo = judgement_of(
                record, judgement.target, "undo", by="Ada", at="2026-02-01", other=judgement.id
            )
        judge(before, undo, layers=toy.LAYERS)
    with toy.opened(before) as record:
        assert toy.told(record) == record_of(entries)[1]
