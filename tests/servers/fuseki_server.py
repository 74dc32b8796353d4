"""Apache Jena Fuseki, in memory, from its one jar."""

from pathlib import Path

from servers.maven import jars, java
from servers.process import ServerProcess, free_port

VERSION = "5.6.0"
_GOAL = ("dependency:copy", f"-Dartifact=org.apache.jena:jena-fuseki-server:{VERSION}", "-DoutputDirectory={lib}")


_QUERY = 20_000  # milliseconds: a query whose asker has gone does not go on for the rest of the session


class FusekiServer:
    """A server with one data set in memory: empty and writable, or of a file and only for reading."""

    def __init__(self, folder: Path, *, file: Path | None = None, options: tuple[str, ...] = ()) -> None:
        lib = jars(f"fuseki-{VERSION}", _GOAL)
        self.url = f"http://127.0.0.1:{(port := free_port())}/ds"
        command = [java(), "-Xmx4g", "-cp", f"{lib}/*", "org.apache.jena.fuseki.main.cmds.FusekiMainCmd"]
        command += [
            "--localhost",
            f"--port={port}",
            f"--timeout={_QUERY}",
            *options,
            *(["--mem", "--update"] if file is None else [f"--file={file}"]),
            "/ds",
        ]
        self._process = ServerProcess(command, port, folder / "fuseki.log")
        self._process.wait()

    def stop(self) -> None:
        """End it."""
        self._process.stop()

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
