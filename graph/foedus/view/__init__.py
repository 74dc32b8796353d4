"""HTML pages: one self-contained file each, opened offline."""

from foedus.view.network import network
from foedus.view.page import Page

__all__ = ["Page", "network"]
