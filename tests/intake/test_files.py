"""Files and folders: what is read, in what order, under what name, and what is refused in one sentence."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import time
import zipfile
from pathlib import Path

import pytest

from rapporteur.intake import Limits, Options, Refused, Source, read_manifest, receive
from rapporteur.intake.source import merge, report_id, shown
from rapporteur.model import Given, Report

WORDS = "The two delegations met at the ferry house in Port Merrow on Tuesday.\n"


def options(**more: object) -> Options:
    return Options(clock=lambda: "2026-06-01T00:00:00Z", **more)  # type: ignore[arg-type]


def read(*sources: str | Path | Source, **more: object) -> list[Report | Refused]:
    return list(receive([s if isinstance(s, Source) else str(s) for s in sources], options(**more)))


def only(found: list[Report | Refused]) -> Report | Refused:
    assert len(found) == 1, found
    return found[0]


def refusal(found: list[Report | Refused]) -> Refused:
    one = only(found)
    assert isinstance(one, Refused)
    assert one.reason.endswith(".")
    assert one.reason.count(".") <= 2
    assert "Traceback" not in one.reason
    return one


def test_a_folder_is_read_by_path_whatever_the_disk_says(tmp_path: Path) -> None:
    """The order is that of the names, folders included; names are relative to the folder given."""
    for name in ("b.txt", "a/z.md", "a/b.html", "c"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{WORDS}{name}")
    assert [one.source for one in read(tmp_path)] == ["a/b.html", "a/z.md", "b.txt", "c"]


def test_the_same_bytes_have_the_same_id_wherever_they_lie(tmp_path: Path) -> None:
    """Identity is digest and what was given; the path, the day and the packing are not part of it."""
    (tmp_path / "one.txt").write_text(WORDS)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "two.txt.gz").write_bytes(gzip.compress(WORDS.encode()))
    ids = {one.id for one in read(tmp_path) if isinstance(one, Report)}
    assert len(ids) == 1
    assert all(len(name) == 10 and name.isalnum() and name.islower() for name in ids)


def test_what_is_given_makes_another_report(tmp_path: Path) -> None:
    """Two printings of one text are two reports: outlet, URL and publication count, the title does not."""
    digest = "0" * 64
    base = report_id(digest, Given())
    assert report_id(digest, Given(title="A title")) == base
    for given in (
        Given(outlet="Northern Wire"),
        Given(url="https://a.example/"),
        Given(published="2026-06-02"),
    ):
        assert report_id(digest, given) != base


def test_manifest_gives_what_texts_do_not_say(tmp_path: Path) -> None:
    """A table's columns are known by name; others are ignored, and a quotation mark opens no cell in it."""
    (tmp_path / "1.txt").write_text(WORDS)
    table = tmp_path / "index.tsv"
    table.write_text(
        'file\tdate\tsource\ttitle\turl\tnotes\n1.txt\t2026-06-02\tNorthern Wire\t"Talks" open\thttps://n.example/1\tx\n'
    )
    manifest = read_manifest(table)
    assert isinstance(manifest, dict)
    report = only([one for one in read(tmp_path, manifest=manifest) if isinstance(one, Report)])
    assert isinstance(report, Report)
    assert report.given == Given(
        outlet="Northern Wire", url="https://n.example/1", published="2026-06-02", title='"Talks" open'
    )


def test_manifest_with_commas_and_without_files(tmp_path: Path) -> None:
    """Comma-separated tables are read too; one without a file column is refused."""
    table = tmp_path / "t.csv"
    table.write_text('file,date,title\na.txt,2026-06-02,"One, two"\n')
    assert read_manifest(table) == {"a.txt": Given(published="2026-06-02", title="One, two")}
    table.write_text("name,date\na,b\n")
    assert isinstance(read_manifest(table), Refused)


def test_given_for_all_fills_what_is_not_given_for_one() -> None:
    """The nearer word wins."""
    assert merge(Given(outlet="A"), Given(outlet="B", url="u")) == Given(outlet="A", url="u")


def test_standard_input() -> None:
    """A dash reads what is piped in."""
    report = only(read("-", stdin=io.BytesIO(WORDS.encode())))
    assert isinstance(report, Report)
    assert report.source == "-"


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n ",
    "binary.txt": bytes(range(256)) * 40,
    "picture.html": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200),
    "cut.gz": gzip.compress(WORDS.encode() * 9)[:-20],
    "broken.zip": b"PK\x03\x04 and then nothing",
    "broken.pdf": b"%PDF-1.7 and then nothing",
    "broken.docx": b"PK\x03\x04 [Content_Types].xml",
    "broken.rss": b"<rss><channel><item>",
    "broken.jsonl": b"{not json}",
    "empty.mbox": b"nothing here",
    "list.opml": b"not a list at all <",
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_files_are_refused_in_a_sentence_and_the_rest_is_kept(tmp_path: Path, name: str) -> None:
    """One bad file never costs another: it is named with the reason, in bounded time."""
    (tmp_path / name).write_bytes(BAD[name])
    (tmp_path / "zz-good.txt").write_text(WORDS)
    found = read(tmp_path)
    assert [one.source for one in found if isinstance(one, Report)] == ["zz-good.txt"]
    refused = [one for one in found if isinstance(one, Refused)]
    assert name == "list.opml" or refused
    assert all(one.source.startswith(name) for one in refused)


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    """A sparse gigabyte is refused by its size."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(1 << 30)
    started = time.monotonic()
    assert refusal(read(path)).code == "too-large"
    assert time.monotonic() - started < 1


def test_a_gzip_bomb_is_refused_at_the_bound(tmp_path: Path) -> None:
    """Unpacking stops at the bound, so a bomb costs no more than a large page."""
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(bytes(64 << 20)))
    assert refusal(read(path)).code == "too-large"


def test_archives_in_archives_end(tmp_path: Path) -> None:
    """Packing is opened only so many times."""
    data = WORDS.encode()
    for _ in range(8):
        data = gzip.compress(data)
    (tmp_path / "deep.gz").write_bytes(data)
    assert refusal(read(tmp_path)).code == "nested"


def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    """A named pipe would hold the run up for ever."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(read(tmp_path)).code == "not-a-file"


def test_control_characters_in_names_are_shown_escaped(tmp_path: Path) -> None:
    """A name cannot clear the screen of whoever reads it."""
    (tmp_path / "a\x1b[2Jb\n.txt").write_text(WORDS)
    one = only(read(tmp_path))
    assert one.source == "a\\x1b[2Jb\\n.txt"
    assert shown("ok é.txt") == "ok é.txt"


def test_what_lies_beside_reports_is_passed_over(tmp_path: Path) -> None:
    """Pictures and tables in a folder are named as skipped, and do not make the call a failure."""
    (tmp_path / "index.tsv").write_text("file\tdate\n")
    (tmp_path / ".hidden.txt").write_text(WORDS)
    assert [one.skipped for one in read(tmp_path) if isinstance(one, Refused)] == [True]


def test_zip_and_tar_hold_reports(tmp_path: Path) -> None:
    """Members are read in the order of their names; hidden ones and pictures are passed over."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("z.txt", "b/y.html", "__MACOSX/._z.txt", "x.png"):
            archive.writestr(name, WORDS)
    with tarfile.open(tmp_path / "b.tar.gz", "w:gz") as tar:
        info = tarfile.TarInfo("../../etc/z.txt")
        info.size = len(WORDS)
        tar.addfile(info, io.BytesIO(WORDS.encode()))
    reports = [one.source for one in read(tmp_path) if isinstance(one, Report)]
    assert reports == ["a.zip/b/y.html", "a.zip/z.txt", "b.tar.gz/../../etc/z.txt"]


def test_a_zip_bomb_is_refused_at_the_bound(tmp_path: Path) -> None:
    """A member that unpacks past the bound is refused by itself."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.txt", bytes(40 << 20))
        archive.writestr("good.txt", WORDS)
    found = read(tmp_path)
    assert [type(one).__name__ for one in found] == ["Refused", "Report"]


def test_limits_are_what_the_caller_says(tmp_path: Path) -> None:
    """A smaller bound refuses a smaller file."""
    (tmp_path / "a.txt").write_text(WORDS * 100)
    assert refusal(read(tmp_path, limits=Limits(decoded=1000))).code == "too-large"
