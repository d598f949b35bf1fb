"""Map: who is linked to whom, which regions work together, where no link is found."""

from dashboard import panels, shell

shell.page(
    title="Who is linked to whom",
    lede="A link joins one UK institution with one partner institution in one partnership. "
    "Click an arc or a place for its partnerships.",
)

panels.level()
panels.show("map/links", heading=False)
panels.section("Regions, provinces and divisions", ["map/partnerships_by_region_pair", "map/register_by_region"])

panels.more(["map/places"])
shell.missing("map")
