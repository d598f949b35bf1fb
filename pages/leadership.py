"""Leadership: which courses can be shown, how many took part, and what "98 %" was a percentage of."""

from dashboard import panels, shell

shell.page(
    title="Who has been trained to lead",
    lede="Leadership courses for heads and senior staff of universities, with a British Council part, as far as "
    "public sources show them. No public figure says who has been trained and who has not.",
)

panels.section(
    "Courses that were held",
    ["leadership/events", ("leadership/participants_by_event", "leadership/events_by_place")],
)
panels.section("What was published", ["leadership/published_coverage", "leadership/reported_figures"])

shell.missing("leadership")
