"""Each way in gives the same kind of Report: mail, PDF, DOCX, dumps, lists and feeds."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path

from rapporteur.clean import clean
from rapporteur.intake import Options, Refused, receive
from rapporteur.intake.feeds import parse_feed, parse_opml
from rapporteur.intake.source import Response
from rapporteur.model import Report

STORY = (
    "The envoy said on Tuesday that both sides had agreed to open two crossings before the end of the month. "
    "The water question was put off until the engineers have read the gauges together at the dam. "
)


def options(**more: object) -> Options:
    return Options(clock=lambda: "2026-06-01T00:00:00Z", **more)  # type: ignore[arg-type]


def reports(path: Path, **more: object) -> list[Report]:
    return [one for one in receive([str(path)], options(**more)) if isinstance(one, Report)]


MESSAGE = """From: Northern Wire <alerts@northern-wire.example>
Subject: Two crossings to open
Date: Tue, 02 Jun 2026 19:40:00 +0200
List-Id: <alerts.northern-wire.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/html; charset=utf-8

<html><body><h1>Two crossings to open</h1><p>{story}</p><p>{story}</p></body></html>
--x
Content-Type: text/plain; name=annex.txt
Content-Disposition: attachment; filename=annex.txt

{story}
--x--
"""


def test_a_message_with_an_attachment(tmp_path: Path) -> None:
    """The message is a report dated by its head, the attachment one of its own; a list's name is its outlet."""
    path = tmp_path / "a.eml"
    path.write_text(MESSAGE.format(story=STORY))
    first, second = reports(path)
    document = clean(first)
    assert document.published is not None
    assert document.published.value == "2026-06-02T19:40:00+02:00"
    assert document.title is not None
    assert document.title.value == "Two crossings to open"
    assert document.outlet is not None
    assert document.outlet.value == "Northern Wire"
    assert second.source == "a.eml/annex.txt"


def test_a_mailbox_is_its_messages(tmp_path: Path) -> None:
    """Messages are numbered in their order."""
    one = (
        "From a@b Tue Jun  2 19:40:00 2026\nFrom: A <a@b.example>\nSubject: S{n}\nDate: Tue, 02 Jun 2026 19:40:00 +0200\n\n"
        + STORY
        + "\n\n>From the dam it is far.\n\n"
    )
    path = tmp_path / "box.mbox"
    path.write_text(one.format(n=1) + one.format(n=2))
    found = reports(path)
    assert [report.source for report in found] == ["box.mbox#1", "box.mbox#2"]
    assert "\nFrom the dam" in found[0].raw.decode()


def test_docx_keeps_its_paragraphs_and_bullets(tmp_path: Path) -> None:
    """A DOCX is its paragraphs; bullets become items."""
    from docx import Document

    made = Document()
    made.add_paragraph("Joint statement on the crossings")
    made.add_paragraph(STORY)
    made.add_paragraph("The observers will stay for ten years at the gauge.", style="List Bullet")
    made.add_paragraph(STORY)
    path = tmp_path / "a.docx"
    made.save(str(path))
    document = clean(reports(path)[0])
    assert [block.kind for block in document.blocks] == ["headline", "paragraph", "item", "paragraph"]
    assert document.kind == "statement"


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page, made by hand."""
    words = "BT /F1 11 Tf 14 TL 50 750 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(words)}>>stream\n{words}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj{body}endobj\n".encode())
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    out.write(f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()


def test_pdf_text_and_scans(tmp_path: Path) -> None:
    """A PDF is its text; one without any is refused as a scan."""
    (tmp_path / "a.pdf").write_bytes(pdf(["Two crossings to open", "", *STORY.split(". ")]))
    (tmp_path / "b.pdf").write_bytes(pdf([]))
    found = list(receive([str(tmp_path)], options()))
    assert isinstance(found[0], Report)
    assert "agreed to open two crossings" in clean(found[0]).text.replace("\n", " ")
    assert isinstance(found[1], Refused)
    assert found[1].code == "no-text"


def test_json_lines_with_their_own_field_names(tmp_path: Path) -> None:
    """Usual names are known; others are mapped; a bad line costs only itself."""
    path = tmp_path / "d.jsonl"
    rows = [
        {"headline": "H", "body": STORY, "date": "2026-06-02", "source": {"name": "Northern Wire"}},
        {"Volltext": STORY},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\nnot json\n")
    found = list(receive([str(path)], options()))
    assert isinstance(found[0], Report)
    assert found[0].given.outlet == "Northern Wire"
    assert [type(one).__name__ for one in found] == ["Report", "Refused", "Refused"]
    assert len(reports(path, fields={"text": "Volltext"})) == 1


def serve(pages: Mapping[str, tuple[str, bytes]]) -> object:
    def fetch(url: str, headers: Mapping[str, str]) -> Response | Refused:
        if url not in pages:
            return Refused(source=url, reason="There is no such page.", code="status-404")
        kind, body = pages[url]
        return Response(url=url, status=200, headers={"content-type": kind}, body=body)

    return fetch


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Northern Wire: World</title>
<item><title>Full &amp; long</title><link>https://n.example/1</link><guid>1</guid><pubDate>Tue, 02 Jun 2026 17:40:00 GMT</pubDate>
<content:encoded><![CDATA[<p>{STORY * 6}</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>Short</title><link>https://n.example/2</link><description>Only announced.</description></item>
<item><title>Gone</title><link>https://n.example/3</link><description>Gone.</description></item>
</channel></rss>""".encode()


def test_a_feed_gives_what_it_carries_and_fetches_what_it_announces() -> None:
    """An entry with its article is the report; a teaser leads to the page; a lost page is named."""
    page = f"<html><body><article><h1>Short</h1><p>{STORY}</p><p>{STORY}</p></article></body></html>".encode()
    fetch = serve(
        {"https://n.example/feed": ("application/rss+xml", RSS), "https://n.example/2": ("text/html", page)}
    )
    found = list(receive(["https://n.example/feed"], options(fetch=fetch)))
    first, second, third = found
    assert isinstance(first, Report)
    assert first.given.published == "2026-06-02T17:40:00Z"
    assert first.given.url == "https://n.example/1"
    document = clean(first)
    assert document.title is not None
    assert document.title.value == "Full & long"
    assert "alert" not in document.text
    assert isinstance(second, Report)
    assert second.raw == page
    assert isinstance(third, Refused)


def test_opml_names_each_feed_once() -> None:
    """Nested outlines count, repeats do not, and entities are not opened."""
    raw = b"""<?xml version="1.0"?><!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body><outline text="a">
    <outline xmlUrl="https://a.example/f"/><outline xmlUrl=" https://b.example/f "/><outline xmlUrl="https://a.example/f"/>&x;</outline></body></opml>"""
    assert parse_opml(raw) == ("https://a.example/f", "https://b.example/f")


def test_a_feed_that_defines_entities_is_refused() -> None:
    """The bomb of ten laughing entities never goes off."""
    assert isinstance(
        parse_feed(b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss/>'), str
    )


def test_json_feed_and_csl(tmp_path: Path) -> None:
    """A JSON Feed is a feed; a reference list is fetched, with the date and outlet it gives."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Vessia Today",
        "items": [
            {"id": 1, "content_html": f"<p>{STORY * 6}</p>", "date_published": "2026-06-08T09:15:00+02:00"}
        ],
    }
    (tmp_path / "feed.json").write_text(json.dumps(feed))
    assert reports(tmp_path / "feed.json")[0].given.outlet == "Vessia Today"
    csl = [
        {
            "type": "article-newspaper",
            "title": "T",
            "URL": "https://v.example/1",
            "container-title": "Vessia Today",
            "issued": {"date-parts": [[2026, 6, 8]]},
        }
    ]
    (tmp_path / "refs.json").write_text(json.dumps(csl))
    page = f"<html><body><p>{STORY}</p><p>{STORY}</p></body></html>".encode()
    found = reports(tmp_path / "refs.json", fetch=serve({"https://v.example/1": ("text/html", page)}))
    assert found[0].given.published == "2026-06-08"
    assert found[0].given.url == "https://v.example/1"
    offline = list(receive([str(tmp_path / "refs.json")], options()))
    assert isinstance(offline[0], Refused)
