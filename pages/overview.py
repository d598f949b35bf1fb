"""Overview: what INSPIRE reported, what public sources show, which leadership courses can be shown."""

from dashboard import panels, shell

shell.page(
    title="UK university links with Pakistan and Bangladesh",
    lede="INSPIRE began in 2008. First what the programme reported, then every UK link that public sources show, "
    "INSPIRE or not. Read each count as “at least”.",
)

panels.section("What INSPIRE reported", ["overview/reported"], headings=False)

panels.scope("overview/base_by_programme_scope")
panels.section("What public sources show", ["overview/base"], headings=False)
panels.pair("partnerships/known_by_year", "map/links")

panels.section("Who has been trained to lead", ["leadership/events"])

shell.missing("overview")
