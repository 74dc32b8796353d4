"""Runs a server, and ends it when standard input closes: when whoever started it stops it, or is gone.

``python supervise.py COMMAND…`` prints the id of the server's process first.
"""

import subprocess
import sys

GRACE = 20.0  # seconds


def main() -> int:
    """Run the command that the arguments are."""
    with subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=sys.stderr) as server:
        print(server.pid, flush=True)
        sys.stdin.read()
        server.terminate()
        try:
            return server.wait(GRACE)
        except subprocess.TimeoutExpired:
            server.kill()
            return server.wait()


if __name__ == "__main__":
    sys.exit(main())
