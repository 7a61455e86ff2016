"""Lets the tests here import the invented pages by a name that no other module has."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

_SPEC = importlib.util.spec_from_file_location("tests_clean_pages", Path(__file__).with_name("pages.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
_MODULE = importlib.util.module_from_spec(_SPEC)
sys.modules["tests_clean_pages"] = _MODULE
_SPEC.loader.exec_module(_MODULE)
