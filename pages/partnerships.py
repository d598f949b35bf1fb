"""Partnerships: how they live, who stands behind them, in which subjects, between whom, and the list itself."""

from dashboard import panels, shell

shell.page(
    title="Partnerships",
    lede="How UK partnerships with Pakistan and Bangladesh came to be known, which programmes stand behind them and "
    "who holds most. Click a bar or a dot that counts partnerships for those behind it, each with its sources.",
    own=(
        "Partnerships",
        "How many are active, how long they last, in which subjects, and who holds most. Click for those behind a bar.",
    ),
)

panels.section(
    "How partnerships live",
    [],
    own=[
        "partnerships/active_by_year",
        ("partnerships/sustained_by_country_strand", "partnerships/running_after_years"),
    ],
)
panels.section(
    "Programmes and subjects",
    [("partnerships/by_programme", "partnerships/by_subject")],
    own=["partnerships/by_subject"],
)
panels.section(
    "Institutions",
    [
        ("partnerships/by_uk_institution", "partnerships/by_partner_institution"),
        ("partnerships/russell_group_share", "partnerships/institutions_by_first_year"),
    ],
    own=[("partnerships/by_uk_institution", "partnerships/by_partner_institution")],
)

panels.more(
    [
        "partnerships/list",
        "partnerships/shown_alive_by_year",
        "partnerships/by_strand",
        "partnerships/by_uk_region",
        "partnerships/by_uk_group",
        "partnerships/by_partner_region",
    ],
    own=[
        "partnerships/ending_soon",
        "partnerships/list",
        "partnerships/renewed_by_country",
        "partnerships/survival",
        "partnerships/institutions_by_first_year",
        "partnerships/russell_group_share",
        "partnerships/by_programme",
        "partnerships/by_strand",
        "partnerships/by_uk_region",
        "partnerships/by_uk_group",
        "partnerships/by_partner_region",
    ],
)
shell.missing("partnerships")
