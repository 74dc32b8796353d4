"""The oracle of status: the rules of DESIGN, section 2, read aloud and nothing more.

It answers one pair of dates at a time, ``on`` (D, the day asked about) and
``known`` (K, the day of knowledge), by asking every fact whether it is known.
It knows no rectangles, was written from the text of the rules and not from
``foedus.status``, and prefers plain to fast. Each rule stands as a quotation
above the function that follows it.
"""

from status.oracle.casus import case
from status.oracle.in_force import clause, force

__all__ = ["case", "clause", "force"]
