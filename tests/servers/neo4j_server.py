"""Neo4j 5.26, the community edition, from its jars."""

import os
import shlex
import subprocess
import time
from pathlib import Path

from servers.maven import jars, java
from servers.process import START, ServerProcess, free_port

VERSION = "5.26.30"
PASSWORD = "foedus-test"
_POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.foedus</groupId><artifactId>servers-to-test-against</artifactId><version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version></dependency>
  </dependencies>
</project>
"""
_GOAL = ("dependency:copy-dependencies", "-DoutputDirectory={lib}", "-DincludeScope=runtime")
_OPENS = [
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
]


class Neo4jServer:
    """A server whose files lie in ``home``; it can be started again after it has ended."""

    user = "neo4j"
    password = PASSWORD

    def __init__(self, home: Path) -> None:
        self.home = home
        self._lib = jars(f"neo4j-{VERSION}", _GOAL, _POM)
        self._process: ServerProcess | None = None
        for folder in ("conf", "data", "logs", "import", "plugins"):
            home.joinpath(folder).mkdir(parents=True, exist_ok=True)
        self._configure(free_port())
        self.admin("dbms", "set-initial-password", PASSWORD)

    @property
    def uri(self) -> str:
        """Where it listens."""
        return f"neo4j://127.0.0.1:{self._port}"

    @property
    def auth(self) -> tuple[str, str]:
        """User and password."""
        return self.user, self.password

    @property
    def is_running(self) -> bool:
        """Whether it was started and not ended."""
        return self._process is not None

    def start(self, **settings: str) -> None:
        """Start it and wait until it answers; two underscores in the name of a setting stand for a dot."""
        self._configure(self._port, **settings)
        command = [*self._java(), "org.neo4j.server.CommunityEntryPoint"]
        command += [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        self._process = ServerProcess(command, self._port, self.home / "logs" / "out.log", self._environment())
        self._process.wait()
        self._wait_for_rows()

    def stop(self) -> None:
        """End it in good order."""
        if self._process is not None:
            self._process.stop()
            self._process = None

    def kill(self) -> None:
        """End it as a power cut would."""
        assert self._process is not None
        self._process.kill()
        self._process = None

    def admin(self, *arguments: str) -> str:
        """Run a command of ``neo4j-admin``, and give what it prints."""
        command = [*self._java(), "org.neo4j.cli.AdminTool", *arguments]
        done = subprocess.run(command, env={**os.environ, **self._environment()}, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def admin_script(self) -> Path:
        """A program that stands for ``neo4j-admin``, which lies in no jar."""
        script = self.home / "neo4j-admin"
        settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in self._environment().items())
        command = shlex.join([*self._java(), "org.neo4j.cli.AdminTool"])
        script.write_text(f'#!/bin/sh\n{settings} exec {command} "$@"\n')
        script.chmod(0o755)
        return script

    def _java(self) -> list[str]:
        return [java(), "-Xmx768m", *_OPENS, "-cp", f"{self._lib}/*"]

    def _environment(self) -> dict[str, str]:
        return {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}

    def _configure(self, port: int, **settings: str) -> None:
        self._port = port
        lines = {
            "server.bolt.listen_address": f"127.0.0.1:{port}",
            "server.bolt.advertised_address": f"127.0.0.1:{port}",
            "server.default_listen_address": "127.0.0.1",
            "server.http.enabled": "false",
            "server.https.enabled": "false",
            "dbms.usage_report.enabled": "false",
            "server.memory.pagecache.size": "64m",
            "db.tx_log.preallocate": "false",
            **{name.replace("__", "."): value for name, value in settings.items()},
        }
        text = "".join(f"{name}={value}\n" for name, value in lines.items())
        self.home.joinpath("conf", "neo4j.conf").write_text(text)

    def _wait_for_rows(self) -> None:
        """The port answers a little before the database does."""
        import neo4j

        until = time.monotonic() + START
        while True:
            try:
                with neo4j.GraphDatabase.driver(self.uri.replace("neo4j", "bolt"), auth=self.auth) as driver:
                    with driver.session() as session:
                        session.run("RETURN 1").consume()
                    return
            except (neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.TransientError):
                if time.monotonic() > until:
                    log = self.home / "logs" / "debug.log"
                    raise RuntimeError(f"Neo4j listens and does not answer:\n{log.read_text()[-3000:]}") from None
                time.sleep(0.2)
