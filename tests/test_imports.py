"""The house's one-way order: a package imports only from those before it, and the command and the
pages never from each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "rapporteur"
ORDER = [
    "model", "codec", "languages", "intake", "clean", "read", "ledger", "record", "views", "present", "cli", "web",
]  # fmt: skip
STRANGERS = {("cli", "web"), ("web", "cli")}
RUN_TIME_STRANGERS = {"torch", "transformers", "spacy", "nltk"}
LAZY_IN_COMMANDS = {"web"}  # `rapporteur serve` starts the pages, imported inside the command alone


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[tuple[str, bool]]:
    """Absolute names a module imports, each with whether the import stands at the top level."""
    tree = ast.parse(path.read_text(encoding="utf8"))
    top = set(tree.body)
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {(alias.name, node in top) for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {(node.module, node in top)}
            found |= {
                (f"{node.module}.{alias.name}", node in top)
                for alias in node.names
                if node.module == "rapporteur"
            }
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    """No module reaches down the house, and none needs at run time what only training may use."""
    here = room(path)
    for name, top_level in imported(path):
        assert name.split(".")[0] not in RUN_TIME_STRANGERS, f"{path} imports {name}"
        if not name.startswith("rapporteur.") or here in ("__init__", "__main__"):
            continue
        there = name.split(".")[1]
        if there not in ORDER or here not in ORDER:
            continue
        if here == "cli" and there in LAZY_IN_COMMANDS and not top_level:
            continue
        assert (here, there) not in STRANGERS, f"{path} imports {name}"
        assert ORDER.index(there) <= ORDER.index(here), f"{path} imports {name}, which stands below it"


def test_no_relative_imports() -> None:
    """Every import says where it comes from."""
    for path in modules():
        tree = ast.parse(path.read_text(encoding="utf8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level], path
