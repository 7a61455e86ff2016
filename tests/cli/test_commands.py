"""The command: what it says and how it ends, for good calls and bad ones."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import rapporteur
from rapporteur.cli import COMMANDS, main
from rapporteur.present.text import as_table
from rapporteur.views.view import Row, View

SAMPLES = Path(rapporteur.__file__).parent / "samples" / "dispatches"
PAGE = (
    "PORT ELSIN, 3 May 2031 — The island council will vote on the ferry plan on Friday, Mayor Ida Brenn said.\n\n"
    "“We have waited long enough,” Brenn told reporters. The mainland’s envoy, Tor Vael, said no date was agreed.\n"
)


def run(capfd: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """A call's status, and what it wrote to standard output and standard error."""
    capfd.readouterr()
    with pytest.raises(SystemExit) as ended:
        main([str(word) for word in words])
    out, err = capfd.readouterr()
    return int(ended.value.code or 0), out, err


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one small page."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(
            ["read", str(folder / "page.txt"), "--record", str(folder / "r.db"), "--outlet", "The Elsin Bell"]
        )
    assert ended.value.code == 0
    return folder / "r.db"


def test_help_is_quick_and_lists_the_commands() -> None:
    """Nothing heavy is imported to print the help: measured in processor time, on a busy machine too."""
    probe = (
        "import sys, time\n"
        "from rapporteur.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'numpy', 'lxml', 'fastapi', 'rich', 'onnxruntime'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "assert time.process_time() < 0.3, time.process_time()\n"
    )
    shown = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout
    assert {"demo", "read", "timeline", "judge", "export"} <= set(
        re.findall(r"^  (\w+)", shown, re.MULTILINE)
    )


def test_the_package_is_the_command_too() -> None:
    """`python -m rapporteur` for whoever has not the command on the path."""
    shown = subprocess.run(
        [sys.executable, "-m", "rapporteur", "--version"], capture_output=True, text=True, check=True
    )
    assert "rapporteur" in shown.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(capfd: pytest.CaptureFixture[str], name: str) -> None:
    status, out, _ = run(capfd, name, "--help")
    assert (status, "Usage:" in out) == (0, True)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["brif"], "there is no command brif; did you mean brief?"),
        (["export"], "Missing option '--format'. Choose from: jsonl, csv, html, ics"),
        (["show"], "Missing argument 'REF'. (`rapporteur show --help` says more.)"),
        (["timeline", "--as-of", "yesterday"], "'yesterday' is no date: give 2025-11-23"),
        (["timeline", "--talks", "Nowhere"], "no talks are called “Nowhere” here; "),
        (["brief", "--talks", "Nowhere"], "no talks are called “Nowhere” here; "),
        (["forget", "nope"], "no report begins with 'nope': `rapporteur reports` lists them."),
    ],
)
def test_a_wrong_call_is_told_what_to_do_on_one_line(
    capfd: pytest.CaptureFixture[str],
    record: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: list[str],
    said: str,
) -> None:
    monkeypatch.setenv("RAPPORTEUR_RECORD", str(record))
    status, out, err = run(capfd, *call)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert f"rapporteur: {said}" in err


def test_a_table_beside_the_reports_is_pointed_to(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A folder's table is no report; that it may date the reports is said once, unless it was given."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "index.tsv").write_text("file\tdate\npage.txt\t2026-06-02\n", encoding="utf-8")
    place, table = tmp_path / "r.db", tmp_path / "index.tsv"
    status, out, err = run(capfd, "read", tmp_path, "--record", place)
    assert (status, out.startswith("1 read")) == (0, True)
    assert err == "index.tsv may say who published what and when: give it as --manifest.\n"
    assert run(capfd, "read", tmp_path, "--manifest", table, "--record", place)[2] == ""


def test_an_option_that_does_not_narrow_a_view_says_so(
    capfd: pytest.CaptureFixture[str], record: Path
) -> None:
    status, _, err = run(capfd, "people", "--talks", "water", "--record", record)
    assert (status, err) == (0, "rapporteur: people is not narrowed by --talks.\n")


def test_long_figures_of_our_own_stand_in_groups(capfd: pytest.CaptureFixture[str]) -> None:
    """A value is ours and is grouped; the words beside it are quoted and stay as printed."""
    row = Row(cells=("420000000 cubic meters", "420000000 as printed"))
    shown = View(name="positions", title="", columns=("value", "words"), rows=(row,))
    assert "420,000,000 cubic meters  420000000 as printed" in as_table(shown, str)


def test_reading_again_adds_nothing(capfd: pytest.CaptureFixture[str], record: Path) -> None:
    status, out, _ = run(
        capfd, "read", record.parent / "page.txt", "--record", record, "--outlet", "The Elsin Bell"
    )
    assert (status, out) == (0, "0 read · 1 known already\n")


@pytest.mark.parametrize("form", ["table", "md", "json", "csv"])
@pytest.mark.parametrize("view", ["reports", "timeline", "statements", "people", "sources"])
def test_every_view_in_every_form(
    capfd: pytest.CaptureFixture[str], record: Path, view: str, form: str
) -> None:
    status, out, _ = run(capfd, view, "--record", record, "--format", form)
    assert status == 0
    if form == "json":
        assert json.loads(out)["name"] == view


def test_finding_shows_who_says_it(capfd: pytest.CaptureFixture[str], record: Path) -> None:
    status, out, _ = run(capfd, "find", "waited enough", "--record", record)
    assert status == 0
    assert "Ida Brenn" in out
    assert run(capfd, "find", "waited", "--by", "Vael", "--record", record)[1].count("Brenn") == 0


def exported(capfd: pytest.CaptureFixture[str], record: Path) -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for line in run(capfd, "export", "--format", "jsonl", "--record", record)[1].splitlines()
    ]


def test_judging_is_shown_in_the_export_and_can_be_undone(
    capfd: pytest.CaptureFixture[str], record: Path
) -> None:
    mention = next(
        one for one in exported(capfd, record) if one["type"] == "mention" and "Vael" in one["name"]
    )
    status, out, err = run(
        capfd, "judge", mention["id"], "set", "name=Tor Wael", "--as", "Ada", "--record", record
    )
    assert status == 0, err
    entity = next(
        one for one in exported(capfd, record) if one["type"] == "entity" and one["id"] == mention["entity"]
    )
    assert (entity["name"], entity["state"]) == ("Tor Wael", "corrected")
    judgement = re.search(r"\((\w+)\)", out)
    assert judgement is not None
    assert run(capfd, "judge", "--undo", judgement[1], "--as", "Ada", "--record", record)[0] == 0
    entity = next(
        one for one in exported(capfd, record) if one["type"] == "entity" and one["id"] == mention["entity"]
    )
    assert (entity["name"], entity["state"]) == ("Tor Vael", "machine")


def test_adding_what_the_reader_missed(capfd: pytest.CaptureFixture[str], record: Path) -> None:
    at = PAGE.index("no date")
    report = json.loads(run(capfd, "reports", "--record", record, "--format", "json")[1])["rows"][0]["ref"]
    place = f"{report}@{at}-{at + 7}"
    status, _, err = run(
        capfd, "judge", place, "add", "refusal", "about=the date", "--as", "Ada", "--record", record
    )
    assert status == 0, err
    status, _, err = run(
        capfd, "judge", place, "add", "mention", "kind=other", "--as", "Ada", "--record", record
    )
    assert status == 0, err
    added = next(
        one for one in exported(capfd, record) if one["type"] == "mention" and one["exact"] == "no date"
    )
    assert (added["state"], added["made_by"].endswith("added by Ada")) == ("corrected", True)
    assert run(capfd, "judge", place, "add", "wine", "--as", "Ada", "--record", record)[0] == 2


BAD: list[tuple[list[str], int, str]] = [
    (["read", "nowhere.txt"], 1, "nowhere.txt"),
    (["read"], 2, "SOURCE"),
    (["read", "x", "--published", "soon"], 2, "no date"),
    (["timeline", "--as-of", "yesterday"], 2, "no date"),
    (["timeline", "--timezone", "Mars/Olympus"], 2, "no time zone"),
    (["timeline", "--format", "pdf"], 2, "pdf"),
    (["show", "zzzzzz@1"], 2, "no report begins with"),
    (["judge", "zzzzzz@1", "wrong", "--as", "Ada"], 2, "no report begins with"),
    (["judge"], 2, "say what is judged"),
    (["retract", "zzzzzz"], 2, "no report begins with"),
    (["export", "--format", "csv"], 2, "--output"),
    (["explode"], 2, "explode"),
]


@pytest.mark.parametrize(("words", "status", "said"), BAD, ids=[" ".join(words) for words, _, _ in BAD])
def test_a_bad_call_ends_in_one_clear_sentence(
    capfd: pytest.CaptureFixture[str], record: Path, words: list[str], status: int, said: str
) -> None:
    """Status as promised, the reason on standard error in one line, and no traceback."""
    with_record = [*words, "--record", str(record)] if words[0] != "explode" else words
    found, _, err = run(capfd, *with_record)
    assert (found, said in err) == (status, True), err
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == 1


def test_one_bad_file_does_not_keep_the_rest_out(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "binary.txt").write_bytes(bytes(range(256)) * 40)
    status, out, err = run(capfd, "read", tmp_path / "in", "--record", tmp_path / "r.db")
    assert status == 1
    assert out.startswith("1 read")
    assert {line.split(":")[0] for line in err.splitlines()} == {"empty.txt", "binary.txt"}


def test_any_number_of_jobs_gives_the_same_bytes(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    found = []
    for jobs in (1, 2):
        record = tmp_path / f"{jobs}.db"
        assert run(capfd, "read", SAMPLES, "--record", record, "--jobs", jobs)[0] == 0
        found.append(run(capfd, "export", "--format", "jsonl", "--record", record)[1])
    assert found[0] == found[1]
    assert len(found[0]) > 10_000
    assert run(capfd, "check", "--record", tmp_path / "2.db")[1].endswith("all is well.\n")


def test_addresses_of_people_are_masked_and_offsets_stand(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    page = PAGE + "\nWrite to Ida Brenn at ida.brenn@elsin.example or to the desk.\n"
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    run(capfd, "read", tmp_path / "page.txt", "--record", tmp_path / "r.db")
    out = run(capfd, "export", "--format", "jsonl", "--record", tmp_path / "r.db")[1]
    report = next(json.loads(line) for line in out.splitlines() if '"type":"report"' in line)
    assert "@elsin" not in out
    assert len(report["text"]) == len(page)
    for line in out.splitlines():
        for words in json.loads(line).get("evidence", []):
            assert report["text"][words["start"] : words["end"]] == words["exact"]


def test_forgetting_prints_what_went_and_leaves_no_word(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "page.txt").write_text(PAGE.replace("ferry", "zanzibarquince"), encoding="utf-8")
    record = tmp_path / "r.db"
    run(capfd, "read", tmp_path / "page.txt", "--record", record)
    report = json.loads(run(capfd, "reports", "--record", record, "--format", "json")[1])["rows"][0][
        "address"
    ]
    status, out, _ = run(capfd, "forget", report, "--yes", "--as", "Ada", "--record", record)
    assert status == 0
    assert "withdrawn and wiped" in out
    (tmp_path / "page.txt").unlink()
    time.sleep(0.01)
    for path in tmp_path.iterdir():
        assert b"zanzibarquince" not in path.read_bytes(), path
