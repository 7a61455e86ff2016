"""Documentation that cannot rot: every command, option and field of the export is written down."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from rapporteur.present.objects import TYPES

DOCS = Path(__file__).parent.parent / "docs"


def test_commands_page_is_what_the_commands_say() -> None:
    """docs/commands.md is made from the commands; run `python docs/commands.py` after changing one."""
    spec = importlib.util.spec_from_file_location("commands_page", DOCS / "commands.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = (DOCS / "commands.md").read_text(encoding="utf8")
    assert page == module.page()
    assert "|  |" not in page, "an option does not say what it is for"


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_of_the_export_is_described(kind: str) -> None:
    """Each type of object has its row in the record format."""
    assert f"| `{kind}` |" in (DOCS / "record-format.md").read_text(encoding="utf8")


def test_links_between_pages_lead_somewhere() -> None:
    """No page of the documentation links to a file that is not there."""
    for page in [*DOCS.rglob("*.md"), DOCS.parent / "README.md"]:
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"
