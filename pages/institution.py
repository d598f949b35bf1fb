"""One institution."""

from dashboard import shell

shell.page(title="One institution", lede="Its partnerships, courses and workshops.")
