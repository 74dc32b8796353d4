"""A time limit for the command line, kept even while native code runs."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

__all__ = ["deadline"]


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """End this process with a message and status 1 if the block takes longer.

    Oxigraph cannot be told to stop; it lets other threads run while it works,
    so one of them ends the process. Nothing has been written by then.
    """

    def end() -> None:
        sys.stderr.write(f"foedus: the query was stopped after {seconds:g} s; --timeout lets it run longer\n")
        sys.stderr.flush()
        os._exit(1)

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
