"""Partnerships: who stands behind them, in which subjects, between whom, and the list itself."""

from dashboard import panels, shell

shell.page(
    title="Partnerships",
    lede="How UK partnerships with Pakistan and Bangladesh came to be known, which programmes stand behind them and "
    "who holds most. Click a bar or a dot that counts partnerships for those behind it, each with its sources.",
)

panels.section("Programmes and subjects", [("partnerships/by_programme", "partnerships/by_subject")])
panels.section(
    "Institutions",
    [
        ("partnerships/by_uk_institution", "partnerships/by_partner_institution"),
        ("partnerships/russell_group_share", "partnerships/institutions_by_first_year"),
    ],
)

panels.more(["partnerships/list", "partnerships/shown_alive_by_year", "partnerships/by_strand"])
shell.missing("partnerships")
