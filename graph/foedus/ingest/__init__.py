"""Files to records: every check of input stands here."""

from foedus.ingest.folder import read, validate

__all__ = ["read", "validate"]
