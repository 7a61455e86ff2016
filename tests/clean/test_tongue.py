"""The language of a text is what its words say; the page's own word counts where there are too few."""

from __future__ import annotations

import pytest

from rapporteur.clean.tongue import language
from rapporteur.model import Block

GERMAN = (
    "Die Unterhändler der beiden Regierungen trafen sich am Montag erneut in Merrow. Der Minister sagte, über die "
    "jährliche Wassermenge sei man sich noch nicht einig. Am Freitag soll ein neuer Entwurf vorliegen, der auch die "
    "Kontrolle des Damms regelt. Die Opposition nannte das Angebot zu spät und zu wenig."
)
ENGLISH = (
    "Envoys of the two governments met again in Merrow on Monday. The minister said they had not agreed on the yearly "
    "release. A new draft that also settles who inspects the dam is due on Friday. The opposition called the offer too "
    "little and too late, and asked for a debate."
)


def block(text: str, voice: str = "newsroom") -> Block:
    return Block(kind="paragraph", voice=voice, start=0, end=len(text), rule="test")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        (GERMAN, None, "de"),
        (ENGLISH, None, "en"),
        (GERMAN, "en", "de"),  # the template lies
        ("Merrow, 12 June.", "fr", "fr"),  # too short to tell
        ("Merrow, 12 June.", None, None),
        ("420, 560 (2026) " * 40, None, None),  # no words
    ],
)
def test_words_decide_where_there_are_enough(text: str, stated: str | None, expected: str | None) -> None:
    assert language(text, [block(text)], stated) == expected


def test_page_furniture_has_no_say() -> None:
    """A German menu around an English article does not make it German."""
    text = GERMAN + ENGLISH
    menu = Block(kind="chrome", voice="page", start=0, end=len(GERMAN), rule="test")
    body = Block(kind="paragraph", voice="newsroom", start=len(GERMAN), end=len(text), rule="test")
    assert language(text, [menu, body], "de") == "en"
