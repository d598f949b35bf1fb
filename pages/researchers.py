"""Researchers: how many young researchers were trained, by whom, where, and in which disciplines."""

from dashboard import panels, shell

shell.page(
    title="Young researchers trained",
    lede="INSPIRE trained master trainers in the UK from 2010; they carried research skills to young researchers in "
    "local workshops. Other programmes' workshops for researchers stand beside them.",
)

panels.section(
    "Towards the figure",
    ["researchers/trained_by_year", "researchers/cascade", "researchers/reported_figures"],
)
panels.section("The workshops", ["researchers/workshops"])
panels.section(
    "Where, on what, with whom",
    [("researchers/by_place", "researchers/by_discipline"), "researchers/by_uk_partner"],
)

panels.more(["researchers/by_host", "researchers/women_by_year", "researchers/workshops_by_year"])
shell.missing("researchers")
