"""Overview: what INSPIRE reported and what public sources show; of a programme's own data, where it stands."""

from dashboard import panels, shell

shell.page(
    title="UK university links with Pakistan and Bangladesh",
    lede="INSPIRE began in 2008. First what the programme reported, then every UK link that public sources show, "
    "INSPIRE or not. Read each count as “at least”.",
    own=(
        "Where does the programme stand?",
        "Six headlines, each against a year that you name, then what stands behind them. Choose the years to see "
        "how things stood at the end of an earlier one.",
    ),
)

panels.section("What INSPIRE reported", ["overview/reported"], own=[], headings=False)
panels.against("overview/standing")

panels.scope("overview/base_by_programme_scope")
panels.section(
    "What public sources show",
    ["overview/base", ("partnerships/known_by_year", "map/links")],
    own=[],
    headings=False,
)
panels.section("Partnerships", [], own=[("partnerships/active_by_year", "map/links")])

panels.section(
    "Who has been trained to lead",
    ["leadership/events"],
    own=[("leadership/ever_and_today_by_year", "leadership/reached_by_region")],
)
panels.section("Who learns, and what changed", [], own=[("transnational/learners_by_year", "changes/by_kind")])

shell.missing("overview")
