"""The whole graph into a server that other people use too: what Foedus put there is brought up to date, no more."""

from foedus.store.push.report import Counts, Pushed

__all__ = ["Counts", "Pushed"]
