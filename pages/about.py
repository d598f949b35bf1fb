"""About the data: published figures and what each counted, how complete the data is, sources and editions."""

from dashboard import panels, shell

shell.page(
    title="About the data",
    lede="Where the figures come from, what each of them counted, how complete the record is, and what changed "
    "from one edition of the data to the next.",
)

shell.section("Published figures")
panels.show("about/differing_claims")
panels.show("about/claims_by_date")
shell.section("The data itself")
panels.show("about/completeness")
panels.pair("about/snapshot_rows", "about/sources")
panels.show("about/changes")

panels.more(["about/claims", "about/other_countries", "about/planned"])
shell.missing("about")
