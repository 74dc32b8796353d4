"""A small dataset cut out of the bundled one, to be broken in one place."""

import shutil
from pathlib import Path

from foedus.errors import Problem
from foedus.ingest import validate
from foedus.resources import folder

DATA = folder("data")
SHEETS = ("ussr-prk-1961", "rus-prk-2000", "rus-prk-2024", "jef-2014", "us-qat-2025")
KURSK = "treaties/rus-prk-2024.yaml"
JEF = "treaties/jef-2014.yaml"
QATAR = "treaties/us-qat-2025.yaml"


def cut_out(target: Path) -> Path:
    """A dataset of a few sheets with all actors, places and conflicts; it stands alone and breaks no rule."""
    target.joinpath("treaties").mkdir(parents=True)
    target.joinpath("claims").mkdir()
    for name in ("dataset.yaml", "actors.yaml", "places.yaml", "conflicts.yaml"):
        shutil.copy(DATA / name, target)
    shutil.copy(DATA / "claims" / "free-west-media-2024.yaml", target / "claims")
    for name in SHEETS:
        shutil.copy(DATA / "treaties" / f"{name}.yaml", target / "treaties")
    rows = DATA.joinpath("atop-crosswalk.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    own = [row for row in rows if row.startswith(tuple(f"{name}:" for name in SHEETS))]
    target.joinpath("atop-crosswalk.yaml").write_text("".join(own), encoding="utf-8")
    return target


def broken(dataset: Path, file: str, old: str, new: str) -> tuple[Problem, ...]:
    """The faults of a dataset after the first ``old`` in one of its files has become ``new``."""
    path = dataset / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return validate(dataset)
