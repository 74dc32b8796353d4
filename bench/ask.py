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


def on_rdflib(kg: KnowledgeGraph) -> float:
    """Seconds that rdflib's own store takes for the SPARQL of ``obligations-of``, with its data in memory."""
    import rdflib

    graph = rdflib.Graph()
    for triple in kg.rdf:
        graph.add(triple)
    question = kg.questions["obligations-of"]
    text = kg.sparql_text(question, kg.bound(question, QUESTIONS["obligations-of"]))
    return timed(lambda: list(graph.query(text)))


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
        for question, parameters in QUESTIONS.items():
            times = []
            for via in ("sparql", "cypher"):
                kg.ask(question, via=via, **parameters)  # type: ignore[arg-type]
                times.append(median(lambda via=via: kg.ask(question, via=via, **parameters), 15))  # type: ignore[misc]
            print(f"| {question} | {times[0] * 1000:.1f} ms | {times[1] * 1000:.1f} ms |")
        own, ours = on_rdflib(kg), median(lambda: kg.ask("obligations-of", **QUESTIONS["obligations-of"]), 5)
        print(f"\nThe SPARQL of obligations-of on rdflib's own store: {own:.2f} s, {own / ours:.0f} times as long as here.")


if __name__ == "__main__":
    main()
