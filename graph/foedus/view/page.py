"""A finished page: a value that can be saved, opened, or shown in a notebook."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

__all__ = ["Page"]

_FRAME = (
    '<iframe sandbox="allow-scripts allow-popups" style="border:0;width:100%;height:{height}px" '
    'title="{title}" srcdoc="{page}"></iframe>'
)


@dataclass(frozen=True, slots=True)
class Page:
    """One self-contained HTML document.

    >>> Page("Alliances", "<p>Österreich</p>")._repr_html_()[:48]
    '<iframe sandbox="allow-scripts allow-popups" sty'
    """

    title: str
    html: str
    height: int = 820

    def save(self, path: str | Path) -> Path:
        """Write the page, in UTF-8 whatever the locale, and say where."""
        file = Path(path)
        file.write_text(self.html, encoding="utf-8", newline="\n")
        return file

    def _repr_html_(self) -> str:
        """The page in a frame that may run its script and reach nothing of the notebook."""
        return _FRAME.format(height=self.height, title=escape(self.title), page=escape(self.html))
