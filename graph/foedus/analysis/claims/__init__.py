"""The checking of claims: is that sentence true, and was it when it was written?

A claims file says in SPARQL what would bear each claim out, contradict it or
show it to be contested. :func:`check` asks the graph twice, as known on
the claim's own date and as known now; the verdicts follow from what is found.
"""

from foedus.analysis.claims.checking import check, claims_in
from foedus.analysis.claims.results import Bearing, CheckedClaim, Fact, Finding, Found, Verdict, Word
from foedus.analysis.claims.tables import as_rows, both_days, fact_rows, in_a_line

__all__ = [
    "Bearing",
    "CheckedClaim",
    "Fact",
    "Finding",
    "Found",
    "Verdict",
    "Word",
    "as_rows",
    "both_days",
    "check",
    "claims_in",
    "fact_rows",
    "in_a_line",
]
