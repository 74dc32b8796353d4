"""Files to records: every check of input stands here.

:func:`read` makes a world of folders of data, or raises with every fault of
every file; :func:`validate` and :func:`check` look for the faults of a
contributor's own folder or file; :func:`read_claims` reads one file of claims.
"""

from foedus.ingest.checking import Checked, check, validate
from foedus.ingest.claims import read_claims
from foedus.ingest.folder import read

__all__ = ["Checked", "check", "read", "read_claims", "validate"]
