"""ArcadeDB, and the only place that knows it: the embedded engine for Cypher.

Its native build (no JVM) runs as a child process that speaks Bolt on a loopback
port, so that an embedded and a remote database are asked in one way.
"""

from foedus.store.arcade.child import require
from foedus.store.arcade.embedded import Embedded
from foedus.store.arcade.load import build

__all__ = ["Embedded", "build", "require"]
