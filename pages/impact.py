"""What came of it."""

from dashboard import shell

shell.page(title="What came of it", lede="What the work brought to each side.")
