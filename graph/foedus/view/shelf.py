"""What several pages need stands once in a site: styles and scripts become files.

A page names its scripts by their digests (:mod:`foedus.view.document`); one
whose scripts are files cannot, since from disk a browser may not read them to
compare. Its policy is ``'self'``: what lies in the site, and nothing from
elsewhere. A page from disk takes that for the files of the disk, which Chromium
and a test of ours confirm. Data stand in the page, in blocks that are not run.
"""

import hashlib
import re
from pathlib import Path

__all__ = ["Shelf"]

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)')

_OURS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data: blob:; base-uri 'none'; form-action 'none'"
)


class Shelf:
    """The files that pages share, under ``assets/``, named by their digest."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "assets"
        self._folder.mkdir()
        self._names: dict[str, str] = {}

    def shelved(self, html: str, path: str) -> str:
        """A page as it stands at a path of the site, its style and scripts on the shelf.

        ``<style>`` and ``<script>`` without an attribute are the template's
        alone: text from data never becomes markup.
        """
        up = "../" * path.count("/") + "assets/"
        html = _STYLE.sub(lambda found: f'<link rel="stylesheet" href="{up}{self._file(found[1], "css")}">', html)
        html = _SCRIPT.sub(lambda found: f'<script src="{up}{self._file(found[1], "js")}"></script>', html)
        return _POLICY.sub(lambda found: found[1] + _OURS + found[2], html)

    def _file(self, text: str, ending: str) -> str:
        if text not in self._names:
            name = f"{hashlib.sha256(text.encode()).hexdigest()[:16]}.{ending}"
            (self._folder / name).write_text(text, encoding="utf-8", newline="\n")
            self._names[text] = name
        return self._names[text]
