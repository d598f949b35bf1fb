"""Compare."""

from dashboard import shell

shell.page(title="Compare", lede="Two sides on one scale.")
