"""SVG made into PNG by resvg, in a process of its own.

resvg holds Python's lock while it draws, some seconds for a sheet of paper: inside the server every other reader would
wait. A child also gives back its memory and can be stopped. The child runs this file alone, without the dashboard.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

PATIENCE = 60  # seconds until a picture is given up
_TURN = threading.BoundedSemaphore(2)  # pictures drawn at the same time; more of them wait their turn


def png(svg: str, width: int, height: int, letters: Sequence[Path], others: bool = False) -> bytes:
    """Return the picture of an SVG text as PNG, ``width`` × ``height`` pixels.

    ``letters`` are TrueType files; ``others`` also takes the machine's own for scripts that these lack. What resvg
    refuses raises ValueError with its reason, a picture that takes longer than a minute TimeoutError.
    """
    job = {
        "svg_string": svg,
        "width": width,
        "height": height,
        "font_files": [str(file) for file in letters],
        "skip_system_fonts": not others,
        "font_family": "Inter",
        "sans_serif_family": "Inter",
    }
    # -I keeps this folder, whose csv.py is not Python's, and the environment out of the child's imports.
    command = [sys.executable, "-I", str(Path(__file__).resolve())]
    with _TURN:
        try:
            done = subprocess.run(command, input=json.dumps(job).encode(), capture_output=True, timeout=PATIENCE)
        except subprocess.TimeoutExpired as slow:
            raise TimeoutError(f"a picture of {width} × {height} took longer than {PATIENCE} seconds") from slow
    if done.returncode or not done.stdout.startswith(b"\x89PNG"):
        reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise ValueError(f"no picture could be made: {' '.join(reason)}")
    return done.stdout


def _main() -> None:
    import resvg_py

    if hasattr(os, "nice"):
        os.nice(5)  # readers who wait for a page come before a picture
    sys.stdout.buffer.write(bytes(resvg_py.svg_to_bytes(**json.load(sys.stdin.buffer))))


if __name__ == "__main__":
    _main()
