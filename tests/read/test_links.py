"""Links of a page from its bytes on: which of them cite, and which only lead somewhere."""

from __future__ import annotations

from rapporteur.clean import clean
from rapporteur.model import Given, Report
from rapporteur.read import read

PAGE = """<html><head><title>Levy to fall, officials say</title>
<meta property="og:site_name" content="Courier"></head><body>
<nav><a href="https://courier.example/politics">Politics</a> <a href="https://echo.example/">Partner reported here</a></nav>
<article><h1>Levy to fall, officials say</h1>
<p>The levy on barges will fall by a third, as <a href="https://www.dermorgen.example/2031/03/levy-to-fall">reported</a>
on Monday by a paper in the capital, and the two river states will open their books to one another in the spring.</p>
<p>The harbour union welcomed it, <a href="https://kanal-nord.example/wirtschaft/union-welcomes-levy-cut-4411">Kanal Nord</a>
wrote, although its members had asked for half.</p>
<p>The minister said in <a href="https://x.com/ministry/status/11223344">a post</a> that nobody had lost anything, and
her office put <a href="https://water.gov/notes/levy-2031">the figures</a> on its pages before the evening was over.</p>
<p>The Courier has <a href="/2031/02/first-offer">previously reported</a> that the first offer was lower; how
<a href="/topics/barges">barges</a> are counted is settled by a table that nobody has changed for thirty years.</p>
</article>
<aside><a href="https://other.example/2031/03/five-things-to-know">Five things to know about what was reported</a></aside>
</body></html>"""


def cited(page: str) -> list[tuple[str, str | None, str | None]]:
    report = Report(
        id="r", digest="", source="page.html", given=Given(url="https://courier.example/2031/03/levy"), received="",
        media_type="text/html", raw=page.encode(),
    )  # fmt: skip
    return [(one.relation, one.outlet, one.url) for one in read(clean(report)).citations if one.url]


def test_a_link_in_a_sentence_cites_whose_page_it_leads_to() -> None:
    """Platforms are posts, an office is no outlet, the own site counts where the words say so; menus never do."""
    assert cited(PAGE) == [
        ("cites", "dermorgen.example", "https://www.dermorgen.example/2031/03/levy-to-fall"),
        ("cites", "Kanal Nord", "https://kanal-nord.example/wirtschaft/union-welcomes-levy-cut-4411"),
        ("quotes-post", "X", "https://x.com/ministry/status/11223344"),
        ("own-earlier", "Courier", "/2031/02/first-offer"),
    ]


def test_a_named_outlet_with_a_link_is_one_citation() -> None:
    sentence = 'Varga told <a href="https://www.dermorgen.example/interview-with-varga-on-the-levy">Der Morgen</a> that he agreed.'
    page = PAGE.replace("The harbour union welcomed it,", f"{sentence} The harbour union welcomed it,")
    found = [row for row in cited(page) if row[1] == "Der Morgen"]
    assert found == [
        ("cites", "Der Morgen", "https://www.dermorgen.example/interview-with-varga-on-the-levy"),
    ]
