"""Compare: two countries, programmes, institutions or dates of the data, on one scale."""

from dashboard import panels, shell

shell.page(
    title="Two on one scale",
    lede="Two countries, two programmes, two institutions or the data of two dates: the same questions asked of both.",
)

panels.choose_sides()
panels.compared(
    [
        "compare/headlines",
        ("compare/found", "compare/known_by_year"),
        "compare/active_by_year",
        ("compare/by_subject", "compare/by_strand"),
    ]
)
shell.missing("compare")
