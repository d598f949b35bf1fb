"""The real application as a process of its own: how long it takes to start, what it holds and what it burns."""

import contextlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.browser import running

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Served:
    """A running application: its address, its process and the seconds until it answered."""

    address: str
    process: int
    seconds: float

    def memory(self) -> float:
        """Return the resident memory of the server in MB."""
        status = Path(f"/proc/{self.process}/status").read_text(encoding="utf-8")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found, "the server has ended"
        return int(found[1]) / 1000

    def burnt(self) -> float:
        """Return the milliseconds of processor time that the server has used so far."""
        fields = Path(f"/proc/{self.process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / _TICK


@contextlib.contextmanager
def served() -> Iterator[Served]:
    """Start the application on loopback as ``make run`` does; yields it once healthy and ends it afterwards."""
    port = running.free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1"]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=running.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        running.until_healthy(address, process)
        yield Served(address, process.pid, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(timeout=20)
