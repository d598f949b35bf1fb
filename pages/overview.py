"""Overview: what INSPIRE reported, what public sources show, which leadership courses can be shown."""

from dashboard import panels, shell

shell.page(
    title="UK university links with Pakistan and Bangladesh",
    lede="INSPIRE began in 2008. First what the programme reported, then every UK link that public sources show, "
    "INSPIRE or not. Read each count as “at least”.",
)

shell.section("What INSPIRE reported")
panels.show("overview/reported", heading=False)

shell.section("What public sources show")
panels.scope("overview/base_by_programme_scope")
panels.show("overview/base", heading=False)
panels.pair("partnerships/known_by_year", "map/links")

shell.section("Who has been trained to lead")
panels.show("leadership/events")

shell.missing("overview")
