"""Transnational education: which courses cross the border, what they award, who learns, which calls now teach."""

from dashboard import panels, shell

shell.page(
    title="Courses taught across the border",
    lede="Joint and dual awards, short courses and professional development that UK universities teach with partners "
    "in Pakistan and Bangladesh. Click a bar for the courses behind it, each with its sources.",
)

panels.section(
    "Which courses there are",
    [("transnational/by_delivery", "transnational/by_award"), "transnational/cpd_kinds"],
)
panels.section("Who learns", ["transnational/learners_by_course", "transnational/learners_by_year"])
panels.section(
    "From partnership to course",
    [("transnational/partnerships_with_course", "transnational/teaching_by_call")],
)
panels.section("What was published", ["transnational/reported_figures"])

panels.more(
    [
        "transnational/women_by_year",
        "transnational/completions_by_year",
        "transnational/known_by_year",
        "transnational/list",
        "transnational/by_uk_institution",
        "transnational/by_partner_institution",
        "transnational/call_partnerships",
        "transnational/credits",
        "transnational/by_subject",
    ]
)
shell.missing("transnational")
