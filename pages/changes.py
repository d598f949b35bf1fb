"""What changed."""

from dashboard import shell

shell.page(title="What changed", lede="Between two dates of the data.")
