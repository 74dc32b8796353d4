"""Files to records: every check of input stands here.

:func:`read` makes a world of folders of data, or raises with every fault of
every file; :func:`validate` and :func:`check` look for the faults of a
contributor's own folder or file.
"""

from foedus.ingest.checking import Checked, check, validate
from foedus.ingest.folder import read

__all__ = ["Checked", "check", "read", "validate"]
