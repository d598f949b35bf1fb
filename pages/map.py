"""Map: who is linked to whom, which regions work together, where no link is found, where leaders were trained."""

from dashboard import panels, shell

shell.page(title="Map")

panels.link_map("map/links", layers=["map/reached", "map/venues", "map/unlinked"])
panels.section("Regions, provinces and divisions", ["map/partnerships_by_region_pair", "map/register_by_region"])
panels.section("Hubs, and who works in both countries", [("map/hubs", "map/both_countries")])

panels.more(["map/places", "map/links_by_colour", "map/links_by_year"])
shell.missing("map")
