"""Countries: the ISO 3166-1 codes, and the box that a country's coordinates must lie in."""

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in WGS 84 degrees, edges included."""

    south: float
    north: float
    west: float
    east: float

    def holds(self, latitude: float, longitude: float) -> bool:
        """Say whether a point lies in the rectangle."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east


# Boxes, not outlines: they catch swapped or mistyped coordinates and decide nothing about territory.
BOXES = {
    "GBR": Box(49.8, 60.9, -8.7, 1.9),
    "PAK": Box(23.5, 37.2, 60.8, 77.9),
    "BGD": Box(20.5, 26.7, 88.0, 92.7),
    "AFG": Box(29.3, 38.6, 60.4, 75.0),
    "KAZ": Box(40.5, 55.5, 46.4, 87.4),
    "UZB": Box(37.1, 45.7, 55.9, 73.2),
    "IND": Box(6.7, 37.2, 68.1, 97.5),
    "CAN": Box(41.6, 83.2, -141.1, -52.5),
}

_ISO_3166 = """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS
    BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV
    CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM
    GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN
    IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE
    LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS
    MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK
    PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR
    SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY
    USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
"""
COUNTRIES = frozenset(_ISO_3166.split())
