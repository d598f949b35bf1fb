"""Young researchers."""

from dashboard import shell

shell.page(title="Young researchers", lede="Workshops for researchers.")
