"""Leadership: who has been trained to lead, of how many, and what "98 %" is a percentage of."""

from dashboard import panels, shell

shell.page(
    title="Who has been trained to lead",
    lede="Leadership courses for heads and senior staff of universities, with a British Council part, as far as "
    "public sources show them. No public figure says who has been trained and who has not.",
    own=(
        "98 % of what?",
        "Who has been trained to lead universities, of how many who could have been, and on which day. Institutions "
        "ever reached, people in post and places taken are different things, and are never mixed.",
    ),
)

panels.section(
    "Who is trained",
    [
        "leadership/coverage_measures",
        ("leadership/ever_and_today_by_year", "leadership/in_post_by_role_group"),
        "leadership/reached_by_region",
    ],
)
panels.decide("leadership/to_reach_target")
panels.section("Courses that were held", ["leadership/events"])
panels.section("What was published", ["leadership/published_coverage", "leadership/reported_figures"])
panels.more(
    [
        "leadership/participants_by_event",
        "leadership/events_by_place",
        "leadership/new_heads_by_year",
        "leadership/trained_teams_by_sector",
        "leadership/people_and_attendances",
        "leadership/held_against_planned",
        "leadership/women_by_event",
        "leadership/posts_by_role_group",
        "leadership/not_reached",
    ]
)

shell.missing("leadership")
