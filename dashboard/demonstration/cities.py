"""Real cities, so that the map looks like a map: where the invented institutions stand, how many in each region."""

from typing import NamedTuple


class City(NamedTuple):
    """A city of a region, with its point."""

    name: str
    region: str
    latitude: float
    longitude: float


_UK = """
    London|London|51.5074|-0.1278
    Manchester|North West (England)|53.4808|-2.2426
    Liverpool|North West (England)|53.4084|-2.9916
    Lancaster|North West (England)|54.0466|-2.8007
    Leeds|Yorkshire and The Humber|53.8008|-1.5491
    Sheffield|Yorkshire and The Humber|53.3811|-1.4701
    York|Yorkshire and The Humber|53.9600|-1.0873
    Bradford|Yorkshire and The Humber|53.7960|-1.7594
    Birmingham|West Midlands (England)|52.4862|-1.8904
    Coventry|West Midlands (England)|52.4068|-1.5197
    Nottingham|East Midlands (England)|52.9548|-1.1581
    Leicester|East Midlands (England)|52.6369|-1.1398
    Cambridge|East of England|52.2053|0.1218
    Norwich|East of England|52.6309|1.2974
    Oxford|South East (England)|51.7520|-1.2577
    Reading|South East (England)|51.4543|-0.9781
    Southampton|South East (England)|50.9097|-1.4044
    Brighton|South East (England)|50.8225|-0.1372
    Bristol|South West (England)|51.4545|-2.5879
    Exeter|South West (England)|50.7184|-3.5339
    Newcastle upon Tyne|North East (England)|54.9783|-1.6178
    Durham|North East (England)|54.7753|-1.5849
    Edinburgh|Scotland|55.9533|-3.1883
    Glasgow|Scotland|55.8642|-4.2518
    Dundee|Scotland|56.4620|-2.9707
    Aberdeen|Scotland|57.1497|-2.0943
    Cardiff|Wales|51.4816|-3.1791
    Swansea|Wales|51.6214|-3.9436
    Belfast|Northern Ireland|54.5973|-5.9301
"""
_PAKISTAN = """
    Lahore|Punjab|31.55800|74.35071
    Faisalabad|Punjab|31.41554|73.08969
    Multan|Punjab|30.19679|71.47824
    Rawalpindi|Punjab|33.59733|73.04790
    Gujranwala|Punjab|32.15567|74.18705
    Sargodha|Punjab|32.08586|72.67418
    Sialkot|Punjab|32.49268|74.53134
    Bahawalpur|Punjab|29.39779|71.67520
    Rahim Yar Khan|Punjab|28.41987|70.30345
    Karachi|Sindh|24.86080|67.01040
    Hyderabad|Sindh|25.39689|68.37718
    Jamshoro|Sindh|25.43608|68.28017
    Sukkur|Sindh|27.70323|68.85889
    Larkana|Sindh|27.55898|68.21204
    Nawabshah|Sindh|26.23939|68.40369
    Peshawar|Khyber Pakhtunkhwa|34.00800|71.57849
    Mardan|Khyber Pakhtunkhwa|34.19794|72.04965
    Abbottabad|Khyber Pakhtunkhwa|34.14630|73.21168
    Kohat|Khyber Pakhtunkhwa|33.58196|71.44929
    Dera Ismail Khan|Khyber Pakhtunkhwa|31.83129|70.90170
    Mingora|Khyber Pakhtunkhwa|34.77950|72.36265
    Islamabad|Islamabad Capital Territory|33.72148|73.04329
    Quetta|Balochistan|30.18414|67.00141
    Khuzdar|Balochistan|27.81193|66.61096
    Turbat|Balochistan|26.00122|63.04849
    Gwadar|Balochistan|25.12163|62.32541
    Muzaffarabad|Azad Jammu and Kashmir|34.37002|73.47082
    Mirpur|Azad Jammu and Kashmir|33.14782|73.75187
    Rawalakot|Azad Jammu and Kashmir|33.85782|73.76043
    Gilgit|Gilgit-Baltistan|35.91869|74.31245
    Skardu|Gilgit-Baltistan|35.29787|75.63372
"""
_BANGLADESH = """
    Dhaka|Dhaka|23.71040|90.40744
    Gazipur|Dhaka|23.99844|90.42234
    Savar|Dhaka|23.84858|90.25002
    Tangail|Dhaka|24.24984|89.91655
    Faridpur|Dhaka|23.60612|89.84064
    Chittagong|Chattogram|22.33840|91.83168
    Comilla|Chattogram|23.46186|91.18503
    Noakhali|Chattogram|22.86667|91.10000
    Rajshahi|Rajshahi|24.37400|88.60114
    Pabna|Rajshahi|24.00644|89.23720
    Bogura|Rajshahi|24.85098|89.37108
    Khulna|Khulna|22.80979|89.56439
    Kushtia|Khulna|23.90280|89.11943
    Sylhet|Sylhet|24.89904|91.87198
    Habiganj|Sylhet|24.38044|91.41299
    Rangpur|Rangpur|25.74664|89.25166
    Dinajpur|Rangpur|25.62745|88.63779
    Mymensingh|Mymensingh|24.75636|90.40646
    Barisal|Barishal|22.70497|90.37013
    Patuakhali|Barishal|22.36833|90.34580
"""


def _read(text: str) -> tuple[City, ...]:
    parts = (line.strip().split("|") for line in text.strip().splitlines())
    return tuple(City(name, region, float(north), float(east)) for name, region, north, east in parts)


CITIES = {"GBR": _read(_UK), "PAK": _read(_PAKISTAN), "BGD": _read(_BANGLADESH)}
CAPITALS = {"GBR": "London", "PAK": "Islamabad", "BGD": "Dhaka"}
UNIVERSITIES = {
    "GBR": {
        "London": 15, "South East (England)": 9, "North West (England)": 8, "Yorkshire and The Humber": 8,
        "Scotland": 8, "West Midlands (England)": 6, "East Midlands (England)": 5, "South West (England)": 5,
        "East of England": 4, "North East (England)": 4, "Wales": 4, "Northern Ireland": 2,
    },
    "PAK": {
        "Punjab": 37, "Sindh": 26, "Khyber Pakhtunkhwa": 20, "Islamabad Capital Territory": 12, "Balochistan": 8,
        "Azad Jammu and Kashmir": 6, "Gilgit-Baltistan": 3,
    },
    "BGD": {
        "Dhaka": 27, "Chattogram": 9, "Rajshahi": 7, "Khulna": 5, "Sylhet": 4, "Rangpur": 3, "Barishal": 3,
        "Mymensingh": 2,
    },
}  # fmt: skip
"""How many universities the invented register has, by country and region."""
