"""About the data: published figures and what each counted, how complete the data is, sources and editions."""

from dashboard import panels, shell

shell.page(
    title="About the data",
    lede="Where the figures come from, what each of them counted, how complete the record is, and what changed "
    "from one edition of the data to the next.",
)

panels.section("Published figures", ["about/differing_claims", "about/claims_by_date"])
panels.section("The data itself", ["about/completeness", ("about/snapshot_rows", "about/sources"), "changes/by_kind"])

panels.more(["about/claims", "about/other_countries", "about/planned"])
shell.missing("about")
