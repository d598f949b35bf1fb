"""Transnational education."""

from dashboard import shell

shell.page(title="Transnational education", lede="Courses taught across the border.")
