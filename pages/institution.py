"""One institution: who it is, its partnerships and partners, its courses, workshops and training."""

from dashboard import panels, shell

panels.head(
    title="Find an institution",
    lede="Its partnerships, partners, courses and workshops on one page. Spelling does not matter much: a short name, "
    "an older name or the city will do.",
)

panels.of_one("Its partnerships", ["institution/partnerships"], headings=False)
panels.of_one("Its partners", [("institution/partners", "map/links"), "institution/known_by_year"])
panels.of_one(
    "Courses, workshops and training",
    ["institution/courses", "institution/workshops", "institution/training"],
)
shell.missing("institution")
