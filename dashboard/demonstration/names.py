"""Names that exist nowhere: a plant or a bird of the country joined to a word for land or water.

The combinations are long on purpose; a test holds each of their words against every real name that we know.
"""

from typing import NamedTuple

from dashboard.demonstration.chance import Chance

_UK = (
    "Curlew Lapwing Plover Teasel Campion Foxglove Yarrow Bracken Juniper Sorrel Dunnock Siskin Fieldfare Whinchat "
    "Bilberry Cowslip Comfrey Speedwell Tansy Woodruff",
    "thwaite combe firth wick strand holt haven stead garth mere fell water",
)
_PAKISTAN = (
    "Amaltas Bakain Banyan Chinar Deodar Falsa Gulmohar Jamun Kachnar Khajoor Kikar Lasura Phulai Sarkanda Semal "
    "Shisham Siris Sukhchain Tamarisk Akhrot",
    "chashma dariya dhara ghati maidan sahil tarai tibba wadi bela jheel dasht",
)
_BANGLADESH = (
    "Amloki Chalta Dumur Golpata Gorjan Haritaki Hijal Jarul Kadam Kanthal Narkel Nolkhagra Shapla Sonalu Supari "
    "Telakucha",
    "dheu jalashoy kinar megh mohona prantar shorobor jhorna tarango baluchor",
)
FORMS = {
    "GBR": (
        "University of {}", "{} University", "{} Metropolitan University", "{} Institute of Technology",
        "{} University of the Arts",
    ),
    "PAK": (
        "University of {}", "{} University", "{} University of Engineering", "{} Agricultural University",
        "{} Medical University", "{} Women University", "{} Institute of Management",
    ),
    "BGD": (
        "University of {}", "{} University", "{} Science and Technology University", "{} Agricultural University",
        "{} Women University", "{} International University",
    ),
}  # fmt: skip
"""How a university's name is made of an invented place."""

FORMER = {"GBR": "{} Polytechnic", "PAK": "Government College {}", "BGD": "{} College"}


class Place(NamedTuple):
    """An invented place, and the letters that its university is known by."""

    word: str
    letters: str


def _joined(words: tuple[str, str]) -> list[Place]:
    fronts, ends = words[0].split(), words[1].split()
    return [Place(front + end, (front[:4] + end[0] + end[2]).upper()) for front in fronts for end in ends]


PLACES = {"GBR": _joined(_UK), "PAK": _joined(_PAKISTAN), "BGD": _joined(_BANGLADESH)}


def places(seed: int, country: str, block: int) -> list[Place]:
    """Return a block's places in their order: one word in the first block, two or more in all others.

    No place of one block is a place of another.
    """
    order = Chance(seed, f"names/{country}").mixed(PLACES[country])
    tail, letters = "", ""
    while block:
        block, digit = divmod(block, len(order))
        tail += f" and {order[digit].word}" if not tail else f" {order[digit].word}"
        letters += f"-{order[digit].letters}"
    return [Place(place.word + tail, place.letters + letters) for place in order]
