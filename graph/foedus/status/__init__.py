"""Records to derived spells and states: the one place that says what known, in force, invoked and active mean."""

from foedus.status.derive import derive
from foedus.status.known import Known

__all__ = ["Known", "derive"]
