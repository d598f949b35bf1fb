"""The words of what a reader can choose: which courses count, what is compared, how the map is drawn."""

CHOICES: dict[str, dict[str, str]] = {
    "level": {"auto": "By scale", "institution": "Institutions", "city": "Cities", "region": "Regions"},
    "layer": {
        "links": "Links",
        "reached": "Institutions reached",
        "venues": "Courses held",
        "unlinked": "No link found",
    },
    "colour": {"country": "Partner country", "programme": "Programme", "strand": "Strand", "subject": "Subject"},
    "size": {"partnerships": "Partnerships", "links": "Links", "people": "People on leadership courses"},
    "top": {
        "0": "All",
        "10": "The 10 strongest",
        "25": "The 25 strongest",
        "50": "The 50 strongest",
        "100": "The 100 strongest",
        "250": "The 250 strongest",
    },
    "focus": {"all": "Whole", "GBR": "UK", "PAK": "Pakistan", "BGD": "Bangladesh"},
    "qualifying": {
        "british_council": "With a British Council part",
        "all": "Those of the commission alone as well",
    },
    "compared": {
        "country": "Two countries",
        "programme": "Two programmes",
        "institution": "Two institutions",
        "edition": "Two dates of the data",
    },
}
