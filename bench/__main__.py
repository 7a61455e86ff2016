"""Prints every table of the bench, one part after another: `python -m bench [PART…]`.

A part is a module here with `main()`; it prints its own table, and says so when what it measures on
is not there.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import time
import traceback

import bench


def main() -> int:
    known = sorted(
        module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_")
    )
    wanted = sys.argv[1:] or known
    failed = 0
    for part in wanted:
        if part not in known:
            print(f"There is no part {part}; there are {', '.join(known)}.", file=sys.stderr)
            return 2
        print(f"\n## {part}\n", flush=True)
        began = time.perf_counter()
        sys.argv = [f"bench.{part}"]
        try:
            importlib.import_module(f"bench.{part}").main()
        except SystemExit as stop:
            failed += bool(stop.code)
        except Exception:  # one part that fails costs that part alone
            traceback.print_exc()
            failed += 1
        print(f"\n({part}: {time.perf_counter() - began:.0f} s)", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
