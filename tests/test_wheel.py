"""Foedus as it is installed: from a wheel, in an empty environment, outside the checkout."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent


def test_a_wheel_answers_outside_the_checkout(tmp_path: Path) -> None:
    """``pip install`` and then ``foedus`` work where there is nothing else of ours."""
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    programs = environment / ("Scripts" if sys.platform == "win32" else "bin")
    variables = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}

    def run(program: str, *arguments: str) -> str:
        done = subprocess.run(
            [programs / program, *arguments],
            capture_output=True, encoding="utf-8", cwd=tmp_path, env=variables, timeout=600, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(CHECKOUT))
    asked = ("ask", "last-ratified", "--party", "Russia", "--before", "2024-10-24", "--format", "json")
    assert {row["treaty"] for row in json.loads(run("foedus", *asked))} == {"rus-dnr-2022", "rus-lnr-2022"}
    assert json.loads(run("foedus", *asked, "--via", "cypher")) == json.loads(run("foedus", *asked))
    assert run("foedus", "--version").startswith("foedus 0.1.0")
