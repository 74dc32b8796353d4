"""How long the whole atlas takes to build, and how large it is, on the bundled data.

    python bench/atlas.py [--json]

Goal: under 60 s on two cores, from the compiled graph on.
"""

import argparse
import json
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from foedus.ingest import read
from foedus.resources import folder
from foedus.status import derive
from foedus.view.atlas import atlas


def main() -> None:
    """Build it once and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    asked = parser.parse_args()
    found: dict[str, float] = {}
    start = time.perf_counter()
    world = read([folder("data")])
    found["read_s"] = time.perf_counter() - start
    start = time.perf_counter()
    derived = derive(world)
    found["derive_s"] = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as place:
        start, cpu = time.perf_counter(), time.process_time()
        made = atlas(world, derived, Path(place) / "atlas")
        found["build_s"] = time.perf_counter() - start
        found["build_cpu_s"] = time.process_time() - cpu
        found |= _sizes(made)
    found = {name: round(value, 1) for name, value in found.items()}
    if asked.json:
        print(json.dumps(found, indent=1))
        return
    for name, value in found.items():
        print(f"{name:24}{value:>14}")


def _sizes(made: Path) -> dict[str, float]:
    """Files and megabytes in all, and by folder; the largest page in kilobytes."""
    files = [file for file in made.rglob("*") if file.is_file()]
    of: defaultdict[str, float] = defaultdict(float)
    for file in files:
        of[f"{file.relative_to(made).parts[0].removesuffix('.html')}_mb"] += file.stat().st_size / 1e6
    pages = [file.stat().st_size for file in files if file.suffix == ".html"]
    return {
        "files": len(files),
        "pages": len(pages),
        "total_mb": sum(of.values()),
        **of,
        "largest_page_kb": max(pages) / 1e3,
    }


if __name__ == "__main__":
    main()
