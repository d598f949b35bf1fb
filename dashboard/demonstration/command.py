"""``python -m dashboard demonstrate``: write the demonstration as a source folder that can be published."""

import argparse
from datetime import date

from dashboard.demonstration.days import LAST

EARLIEST = date(2012, 12, 31)


def demonstrate(arguments: argparse.Namespace) -> int:
    """Write the demonstration and say where it is and how to publish it."""
    from dashboard.demonstration import folder

    if not EARLIEST <= arguments.as_of <= LAST:
        raise ValueError(f"the made-up programme is known from {EARLIEST} to {LAST}; choose a day between")
    rows = folder.write(arguments.out, arguments.seed, arguments.scale, arguments.as_of)
    print(f"Wrote {rows} made-up rows to {arguments.out}. To publish them:")
    print(f"  python -m dashboard publish {arguments.out} --collection demonstration --as-of {arguments.as_of}")
    return 0
