"""A SPARQL query with a time limit: in a process of its own, which can be ended.

Oxigraph cannot be told to stop, so the limit is kept from outside.
"""

import os
import pickle
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from foedus.errors import BadQuery, QueryTimeout

if TYPE_CHECKING:
    from foedus.store.oxigraph import Answer

__all__ = ["answer_within"]


def answer_within(seconds: float, directory: Path, query: str, limit: int | None) -> "Answer":
    """What :meth:`foedus.store.oxigraph.OxigraphEngine.answer` gives, if it does so in time.

    Raises:
        QueryTimeout: it does not; the process is ended.
        BadQuery: as the engine says.
    """
    order = pickle.dumps((str(directory), query, limit))
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "foedus.store.worker"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": _path()},
    ) as process:  # fmt: skip
        try:
            out, _ = process.communicate(order, timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            raise QueryTimeout(
                f"the query was stopped after {seconds:g} s; a larger timeout lets it run longer"
            ) from None
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise BadQuery(
            f"the query ended its process (status {process.returncode}): it may need too much memory, or nest too deep"
        )
    answer: Answer | Exception = pickle.loads(out)  # noqa: S301  # written by our own child, above
    if isinstance(answer, Exception):
        raise answer
    return answer


def _path() -> str:
    """Where the child finds modules: where we do, also if we were told by ``sys.path``; never the current folder."""
    ours = str(Path(__file__).parents[2])
    return os.pathsep.join(dict.fromkeys([ours, *(folder for folder in sys.path if folder)]))


def _end_with(parent: int) -> None:
    """Do not go on calculating for nobody: end when the parent has ended, however it did."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _work() -> None:
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    from foedus.errors import FoedusError
    from foedus.store.oxigraph import OxigraphEngine

    directory, query, limit = pickle.loads(sys.stdin.buffer.read())  # noqa: S301  # from our own parent
    try:
        answer: Any = OxigraphEngine(Path(directory)).answer(query, limit)
    except FoedusError as error:
        answer = type(error)(*error.args)
    sys.stdout.buffer.write(pickle.dumps(answer))


if __name__ == "__main__":
    _work()
