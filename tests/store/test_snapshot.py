"""Snapshots: whole or not at all."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

import foedus
from foedus.errors import FoedusError
from foedus.store.compile import STEPS
from foedus.store.snapshot import cache_folder, compiled

OPENING = """
import sys, time
import foedus
def progress(step):
    print(step, flush=True)
    if step == sys.argv[2]:
        time.sleep(60)
with foedus.open(sys.argv[1], progress=progress) as kg:
    print(len(kg.ask("clauses-in-force")), flush=True)
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own for each test."""
    monkeypatch.setenv("FOEDUS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def opening(folder: Path, stop_at: str = "", code: str = OPENING) -> "subprocess.Popen[str]":
    """A process that opens a folder of data, and stops at a step of compiling if one is named."""
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder), stop_at],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip


def test_compiled_once(own_data: Path, cache: Path) -> None:
    """The second opening finds the snapshot; its steps are not taken again."""
    steps: list[str] = []
    for _ in range(2):
        with foedus.open(own_data, progress=steps.append) as kg:
            assert [row.treaty for row in kg.ask("clauses-in-force")] == ["aland-bland-2000"]
    assert len(steps) == len(set(steps)) > 1
    assert len(list(cache.iterdir())) == 1


def test_both_languages_on_own_data(own_data: Path) -> None:
    """A folder of one's own answers as the bundled data do."""
    with foedus.open(own_data) as kg:
        assert kg.ask("allies", party="Aland")[0].ally == "BBB"
        assert kg.ask("allies", party="Aland", via="cypher") == kg.ask("allies", party="Aland")


def test_what_changes_is_compiled_anew(own_data: Path) -> None:
    """Data, and nothing else here, make another snapshot."""
    first = compiled([own_data])
    sheet = own_data / "treaties" / "aland-bland-2000.yaml"
    sheet.write_text(sheet.read_text().replace("Each defends", "Each one defends"))
    second = compiled([own_data])
    assert first != second
    assert compiled([own_data]) == second


def test_two_processes_at_once(own_data: Path, cache: Path) -> None:
    """Both answer, and one snapshot is left."""
    with opening(own_data) as one, opening(own_data) as other:
        answers = [process.communicate(timeout=120) for process in (one, other)]
    assert [out.split()[-1] for out, _ in answers] == ["1", "1"], answers
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("step", STEPS)
def test_killed_in_the_middle(own_data: Path, cache: Path, step: str) -> None:
    """``kill -9`` leaves no snapshot; the next opening compiles and clears away what was left."""
    kill_at(step, own_data, stop=True)
    assert all(path.name.startswith(".partial-") for path in cache.iterdir())
    assert_whole(own_data, cache)


@pytest.mark.parametrize("delay", [0.1, 0.3, 0.6, 1.0])
def test_killed_while_loading(own_data: Path, cache: Path, delay: float) -> None:
    """At whatever moment the engines were being filled."""
    kill_at(STEPS[-1], own_data, delay=delay)
    assert_whole(own_data, cache)


def kill_at(step: str, folder: Path, *, stop: bool = False, delay: float = 0.0) -> None:
    """Kill a process that opens a folder, some time after it says that a step begins; wait for its children."""
    with opening(folder, stop_at=step if stop else "") as process:
        assert process.stdout
        while process.stdout.readline().strip() != step:
            assert process.poll() is None
        time.sleep(delay)
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGKILL)
    assert not psutil.wait_procs(children, timeout=20)[1]


def assert_whole(folder: Path, cache: Path) -> None:
    """Opening works in both languages, and one snapshot is all that is left."""
    with foedus.open(folder) as kg:
        assert len(kg.ask("clauses-in-force")) == len(kg.ask("clauses-in-force", via="cypher")) == 1
    assert [path.name.startswith(".") for path in cache.iterdir()] == [False]


FULL = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))
""" + OPENING  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="limits of size are POSIX")
@pytest.mark.parametrize("limit", [0, 300, 20_000])
def test_a_full_disk(own_data: Path, cache: Path, limit: int) -> None:
    """No file can grow over a size, as on a full disk: an error, no snapshot, and the next opening works."""
    with opening(own_data, code=FULL.replace("LIMIT,", f"{limit},").replace("LIMIT)", f"{limit})")) as process:
        _, error = process.communicate(timeout=120)
    assert process.returncode
    assert "FoedusError: the graph cannot be compiled" in error or "EngineUnavailable" in error, error
    assert not list(cache.iterdir())
    with foedus.open(own_data) as kg:
        assert len(kg.ask("clauses-in-force", via="cypher")) == 1


def test_bad_data_leave_nothing(own_data: Path, cache: Path) -> None:
    """The faults are named and no snapshot is kept."""
    sheet = own_data / "treaties" / "aland-bland-2000.yaml"
    sheet.write_text(sheet.read_text().replace("2000-02-01", "2000-13-01"))
    with pytest.raises(foedus.BadData, match=r"aland-bland-2000.yaml:\d+: .*2000-13-01"):
        foedus.open(own_data)
    assert not list(cache.iterdir())


def test_old_snapshots_are_cleared_away(own_data: Path, cache: Path) -> None:
    """Those last used are kept, and the one just made."""
    cache.mkdir()
    for day in range(6):
        old = cache / f"{day:032x}"
        old.mkdir()
        os.utime(old, (day * 86400, day * 86400))
    now = compiled([own_data]).directory
    assert {path.name for path in cache.iterdir()} == {now.name, *(f"{day:032x}" for day in (3, 4, 5))}


def test_a_cache_that_cannot_be_written(own_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the folder and the variable that chooses another."""
    taken = tmp_path / "taken"
    taken.write_text("a file")
    monkeypatch.setenv("FOEDUS_CACHE", str(taken))
    with pytest.raises(FoedusError, match=r"taken cannot be written .*FOEDUS_CACHE"):
        compiled([own_data])


def test_the_cache_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the variable it is where the system keeps caches."""
    monkeypatch.delenv("FOEDUS_CACHE")
    assert cache_folder().name == "foedus"


def test_opening_reads_no_sources(kg: foedus.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """The path that only asks a question imports no YAML, no models, no rdflib, no rich and no Bolt driver."""
    monkeypatch.setenv("FOEDUS_CACHE", str(kg.snapshot.directory.parent))
    code = (
        "import sys, json\nfrom foedus.cli import main\n"
        "try:\n    main(['ask', 'active-clauses', '--format', 'json'])\n"
        "finally:\n    print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    with opening(Path(), code=code) as process:
        out, error = process.communicate(timeout=60)
    loaded = set(json.loads(error.splitlines()[-1]))
    assert json.loads(out)
    assert "pyoxigraph" in loaded
    assert not loaded & {"yaml", "pydantic", "rdflib", "oxrdflib", "rich", "neo4j", "networkx", "foedus.ingest"}
