"""A whole site of pages: written aside, then put in place; it opens from disk and from any web server."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from foedus.analysis.claims import CheckedClaim
from foedus.export.place import new_folder
from foedus.model import Derived, World
from foedus.view.claims import claims
from foedus.view.front import front, index
from foedus.view.network import network
from foedus.view.page import Page
from foedus.view.pages import page
from foedus.view.shelf import Shelf
from foedus.view.site import Site

__all__ = ["atlas"]

_WHOLE: dict[str, Callable[..., Page]] = {"front": front, "map": network, "index": index}
"""What makes each page of the whole site, save that of claims."""

_LIST = "assets/files.txt"
"""The files of the site, one a line: by it a later one knows which pages were this one's."""


def atlas(
    world: World,
    derived: Derived,
    folder: str | Path,
    *,
    checked: Sequence[CheckedClaim] = (),
    force: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Path:
    """Write a site of all pages: front, map, index, claims, and one a party, treaty and case.

    The same data give the same bytes. Every address in it is relative.

    Args:
        world: the records.
        derived: their rectangles.
        folder: where the site is to stand.
        checked: claims as ``kg.check`` gives them; without any there is no page of claims.
        force: replace the site in a folder that is there, also those of its pages that this one has no longer;
            what else lies in the folder stays.
        progress: told after each page how many of how many are done.

    Raises:
        FoedusError: the folder is there already, or it cannot be written.
    """
    site = Site(world, claims=bool(checked))
    total = len(site.paths)
    place = Path(folder)
    old = _listed(place)
    with new_folder(place, force) as aside:
        shelf = Shelf(aside)
        for done, (path, made) in enumerate(_pages(site, world, derived, checked), 1):
            file = aside / path
            file.parent.mkdir(exist_ok=True)
            file.write_text(shelf.shelved(made.html, path), encoding="utf-8", newline="\n")
            if progress:
                progress(done, total)
        (aside / _LIST).write_text("".join(f"{file}\n" for file in _files(aside)), encoding="utf-8", newline="\n")
    for gone in old - _listed(place):
        (place / gone).unlink(missing_ok=True)
    return place


def _files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def _listed(folder: Path) -> set[str]:
    """The files of the site in a folder, as its list says; none lies outside of the folder."""
    try:
        lines = (folder / _LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return set()
    home = folder.resolve()
    return {line for line in lines if (home / line).resolve().is_relative_to(home) and (home / line).is_file()}


def _pages(site: Site, world: World, derived: Derived, checked: Sequence[CheckedClaim]) -> Iterator[tuple[str, Page]]:
    for (kind, name), path in site.paths.items():
        links = site.links(path)
        if kind != "page":
            made = page(kind, world, derived, links=links, **{kind: name})
        elif name == "claims":
            made = claims(world, checked, links=links)
        else:
            made = _WHOLE[name](world, derived, links=links)
        yield path, made
