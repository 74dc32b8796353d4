"""A time limit for the command line, kept even while native code runs."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

__all__ = ["deadline"]


@contextmanager
def deadline(seconds: float, what: str = "the query was", status: int = 1) -> Iterator[None]:
    """End this process with a message and a status if the block takes longer.

    Oxigraph cannot be told to stop; it lets other threads run while it works,
    so one of them ends the process. Nothing has been written by then. Python
    would hear of Ctrl-C when Oxigraph is done: meanwhile the system's own
    answer to it stands, which ends the process at once.
    """

    def end() -> None:
        sys.stderr.write(f"foedus: {what} stopped after {seconds:g} s; --timeout lets it run longer\n")
        sys.stderr.flush()
        os._exit(status)

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        timer.cancel()
