"""The house: small modules, and one door with a sorted list of what is behind it."""

from pathlib import Path

import foedus


def test_no_module_is_over_300_lines() -> None:
    """Every module fits the eye."""
    for path in Path(__file__).parent.parent.joinpath("graph").rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path


def test_everything_behind_the_door_is_there() -> None:
    """``__all__`` is sorted, and each of its names can be imported."""
    assert foedus.__all__ == sorted(foedus.__all__)
    assert all(getattr(foedus, name) for name in foedus.__all__)
