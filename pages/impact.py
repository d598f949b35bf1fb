"""Impact: what the UK gained, who was reached in Pakistan and Bangladesh, and which funding followed."""

from dashboard import panels, shell

shell.page(
    title="What came of it",
    lede="Gains in the United Kingdom under the three aspects of the programme's own impact reports, and in Pakistan "
    "and Bangladesh for policy makers, universities, their regulators and students. Each statement has its source.",
)

panels.section("In the United Kingdom", ["impact/uk_aspects", "impact/uk_further"])
panels.section("In Pakistan and Bangladesh", ["impact/engagement"])
panels.section(
    "What can be counted",
    [("impact/follow_on_by_subject", "impact/partnerships_with_evidence"), "impact/in_numbers"],
)

panels.more(["impact/partner_gains", "impact/follow_on_by_partnership", "impact/list"])
shell.missing("impact")
