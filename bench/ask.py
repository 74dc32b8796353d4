"""Times questions: whole processes, warm medians in both languages, the first build, memory, and rdflib's own store.

Run ``python bench/ask.py``; it prints Markdown tables. Every figure is of this
run and this machine; the alternative is measured beside it.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Literal

import foedus
from foedus.knowledge_graph import KnowledgeGraph

QUESTIONS: dict[str, dict[str, str]] = {
    "active-clauses": {"on": "2024-10-28", "known": "2024-10-28"},
    "clauses-in-force": {},
    "obligations-of": {"party": "RUS"},
    "protections-of": {"party": "RUS"},
    "allies": {"party": "USA"},
    "treaty-timeline": {"treaty": "nato-1949"},
    "case-file": {"case": "rus-prk-2024-kursk"},
    "last-ratified": {"party": "RUS", "before": "2024-10-24"},
}


def timed(work: Callable[[], object]) -> float:
    """Seconds that one run takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(work: Callable[[], object], runs: int) -> float:
    """The median of some runs, in seconds."""
    return statistics.median(timed(work) for _ in range(runs))


def process(*arguments: str, runs: int = 9) -> float:
    """The median time of a whole process of Python, in seconds."""
    return median(lambda: subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL), runs)


def build() -> tuple[float, int]:
    """Seconds of the first build in an empty cache, and its greatest memory in MB."""
    with tempfile.TemporaryDirectory() as cache:
        code = "import foedus, resource; foedus.open(); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code],
            check=True, capture_output=True, text=True, env={**os.environ, "FOEDUS_CACHE": cache},
        )  # fmt: skip
        return time.perf_counter() - start, int(done.stdout) // 1024


def warm(kg: KnowledgeGraph, question: str, via: Literal["sparql", "cypher"]) -> float:
    """The median of 15 runs of a question, after one that is not counted, in seconds."""

    def ask() -> object:
        return kg.ask(question, via=via, **QUESTIONS[question])

    ask()
    return median(ask, 15)


LIMIT = 60
"""Seconds after which rdflib's own store is stopped."""

ON_RDFLIB = """
import time, foedus, rdflib
from foedus.mapping.rdf import ntriples
from foedus.store.whole import whole
kg = foedus.open()
question = kg.questions["active-clauses"]
asked = {"on": "2024-10-28", "known": "2024-10-28"}
text = kg.sparql_text(question, kg.bound(question, asked))
graph = rdflib.Graph().parse(data=ntriples(whole(kg.snapshot)), format="nt")
print("loaded", flush=True)
start = time.perf_counter()
rows = list(graph.query(text))
took = time.perf_counter() - start
assert len(rows) == len(kg.ask("active-clauses", **asked)), f"{len(rows)} rows"
print(took)
"""


def on_rdflib() -> str:
    """Seconds that rdflib's own store takes for the SPARQL of ``active-clauses``, its data in memory, or the limit."""
    with subprocess.Popen([sys.executable, "-c", ON_RDFLIB], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            return f"{float(process.communicate(timeout=LIMIT)[0]):.1f} s"
        except subprocess.TimeoutExpired:
            process.kill()
            return f"more than {LIMIT} s (stopped)"


def main() -> None:
    """Measure and print."""
    ask = ["-m", "foedus", "ask", "active-clauses", "--format", "json"]
    first, memory = build()
    with foedus.open() as kg:
        imports = process("-c", "import rdflib")
        print("| whole process | median |\n| --- | --- |")
        print(f"| `python -c 'import rdflib'` | {imports:.3f} s |")
        print(f"| `foedus ask active-clauses`, SPARQL | {process(*ask):.3f} s |")
        print(f"| `foedus ask active-clauses`, Cypher | {process(*ask, '--via', 'cypher'):.3f} s |")
        print(f"| first build, in an empty cache ({memory} MB at most) | {first:.1f} s |")
        print("\n| question, warm | SPARQL | Cypher |\n| --- | --- | --- |")
        for question in QUESTIONS:
            sparql, cypher = (warm(kg, question, via) for via in ("sparql", "cypher"))
            print(f"| {question} | {sparql * 1000:.1f} ms | {cypher * 1000:.1f} ms |")
        print(f"\nThe SPARQL of active-clauses on rdflib's own store, its data in memory: {on_rdflib()}.")


if __name__ == "__main__":
    main()
