"""`python -m rapporteur` is the command."""

from __future__ import annotations

from rapporteur.cli import main

if __name__ == "__main__":
    main()
