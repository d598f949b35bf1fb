"""The command line, ``python -m dashboard COMMAND``: publish data, look at it, keep it whole."""

import argparse
import errno
import os
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

STORE = Path("data") / "snapshots"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_STAYS = "What was current stays current."


def _day(text: str) -> date:
    try:
        if len(text) != 10:
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day as 2026-11-22 is needed") from None


def _collection(text: str) -> str:
    from dashboard.publish import store

    if not store.valid_collection(text):
        raise argparse.ArgumentTypeError("lower-case letters, digits and hyphens only, such as public-record")
    return text


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and int(text) > 0):
        raise argparse.ArgumentTypeError("the number of a snapshot is needed, such as 1")
    return int(text)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    from dashboard.publish.snapshot import TABLE_NAMES

    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--store", type=Path, default=STORE, help="folder of snapshots (default: %(default)s)")
    shared.add_argument("--collection", type=_collection, default="public-record", help="default: %(default)s")
    main = argparse.ArgumentParser(prog="python -m dashboard", description="Publish data and keep it whole.")
    sub = main.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, about: str) -> argparse.ArgumentParser:
        return sub.add_parser(name, parents=[shared], help=about, description=about)

    folder = "source folder: CSV tables and collection.toml"
    publish = add("publish", "check a source folder and publish it as the next snapshot")
    publish.add_argument("folder", type=Path, help=folder)
    publish.add_argument("--as-of", type=_day, required=True, help="date of the data, such as 2026-11-22")
    publish.add_argument("--publisher", metavar="OFFICE", help="the office that publishes; kept with the data")
    publish.add_argument("--reason", metavar="TEXT", help="why it is published; kept with the data")
    publish.add_argument("--force", action="store_true", help="publish even where nothing changed")
    validate = add("validate", "check a source folder; nothing is stored")
    validate.add_argument("folder", type=Path, help=folder)
    validate.add_argument("--as-of", type=_day, help="date of the data (default: today)")
    add("verify", "check every snapshot of a collection against its sha256 and its chain")
    add("current", "say which snapshot is current")
    rollback = add("rollback", "make an earlier snapshot current again; nothing is deleted")
    rollback.add_argument("--to", type=_number, help="its number (default: the one that the current one replaced)")
    show = add("show", "show a table as it was published")
    show.add_argument("table", choices=TABLE_NAMES, metavar="TABLE", help=", ".join(TABLE_NAMES))
    show.add_argument("--json", action="store_true", help="every row, as JSON")
    show.add_argument("--seq", type=_number, help="number of the snapshot (default: the current one)")
    template = add("template", "write an empty source folder with every column explained")
    template.add_argument("folder", type=Path, help="a folder that does not exist yet, or is empty")
    made_up = add("demonstrate", "write a made-up programme as a source folder; the same for the same seed")
    made_up.add_argument("--seed", type=_number, required=True, help="any number; another one makes another programme")
    made_up.add_argument("--scale", type=_number, default=1, help="how many times as large (default: %(default)s)")
    made_up.add_argument("--as-of", type=_day, default=date(2018, 12, 31), help="what was known on this day")
    made_up.add_argument("--out", type=Path, required=True, help="a folder that does not exist yet, or is empty")
    add("doctor", "check the current snapshot, its age, free disk, libraries and the maps' land")
    return main


def run(words: list[str] | None = None) -> int:
    """Run one command and return its exit status; every refusal is a sentence on stderr, never a traceback."""
    name = "dashboard"
    try:
        arguments = parser().parse_args(words)
        name = arguments.command
        if name == "demonstrate":
            from dashboard.demonstration import command

            return command.demonstrate(arguments)
        from dashboard.publish import commands

        return int(getattr(commands, name)(arguments))
    except KeyboardInterrupt:
        _say('Stopped. Half-written data is never shown; "current" says which snapshot is current.')
        return 130
    except BrokenPipeError:
        # The reader of our output went away (show … | head): nothing is left to say, and to nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        full = "the disk is full, or takes no larger file" if error.errno in _FULL else error.strerror or str(error)
        _say(f"{name}: {full}{where}. {_STAYS}")
    except MemoryError:
        _say(f"{name}: not enough memory. {_STAYS}")
    except Exception as error:
        _say(f"{name}: {error or type(error).__name__}")
    return 1


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    code = run()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    # All is on disk and the lock goes with the process. The ordinary way down now and then ends in an abort of
    # pyarrow's threads ("terminate called without an active exception"), after the work was done well.
    os._exit(code)
