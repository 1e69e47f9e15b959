"""What looks like somebody's address, which a letter never holds, and where somebody lives."""

import re
from collections.abc import Collection, Iterator

from letters.plain.small_words import set_of

_POSTCODE = r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b"
_ROAD = r"street|road|lane|avenue|crescent|terrace|gardens|mews|grove|cul-de-sac|boulevard"
_STREET = rf"\b(?:{_ROAD}|cottages?)\b"
_SHORT_STREET = r"\w\s+(?:st|rd|ave?|ln|cl|cres|dr)\.?\s*(?:,|$)"
_NUMBER_AND_STREET = r"(?:^|[,;:]|\bat\b)\s*(?:no\.?\s*|number\s+)?\d+(?:-\d+)?[a-z]?,?\s+[a-z]"
_FLAT = r"\b(?:flat|apartment)\s+\d"
_AN_ADDRESS = re.compile(
    "|".join((_POSTCODE, _STREET, _SHORT_STREET, _NUMBER_AND_STREET, _FLAT)), re.IGNORECASE
)
_NAMED_STREET = re.compile(r"\b[A-Z][\w’']+ (?:Close|Way|Row|Drive|Hill|Rise|Walk|Court|Square)\b")

_ALONE = 5
_SENTENCE = re.compile(r"[^.!?…\n]+(?:\b(?:St|Rd|Ave|Ln|Cl|Cres|Dr)\.[^.!?…\n]+)*")
_ROAD_IN_CAPITALS = (
    r"(?:Street|Road|Lane|Avenue|Crescent|Terrace|Gardens|Mews|Grove|Boulevard|Cottages?|Close"
    r"|Way|Row|Drive|Hill|Rise|Walk|Court|Square|Place)"
)
_SURELY = re.compile(
    rf"{_POSTCODE}|{_FLAT}"
    rf"|\b\d+[a-z]?,?\s+(?:[\w’'\-]+\s+){{1,2}}(?:{_ROAD}|cottages?)\b"
    r"|\b\d+[a-z]?,?\s+(?:[\w’'\-]+\s+){1,2}(?:st|rd|ave|ln|cres)\b\.?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"\b\d+[A-Za-z]?,?\s+(?:[A-Z][\w’'\-]*\s+){{1,3}}{_ROAD_IN_CAPITALS}\b")
_NAMED = re.compile(rf"\b(?:[A-Z][\w’'\-]*\s+){{1,3}}{_ROAD_IN_CAPITALS}\b")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NO_HOUSE = re.compile(rf"\b\d{{1,2}}\s+(?:{_MONTHS})\b(?:\s+\d{{4}})?|\b[Nn]umber\s+\d+\b")
_DWELLING = re.compile(
    r"\b(?:live[sd]?|living|moved?|moves|moving|home|house|flat|address|door|stay(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_LIVES_AT_NUMBER = re.compile(
    r"\b(?:live[sd]?|living|moved?|home|house|stay(?:s|ed|ing)?)\b[^.!?]{0,30}?\s\d+[a-z]?,?\s+"
    r"(?:the\s+|The\s+)?[A-Z]"
)

_LIVES = re.compile(
    r"\b(?i:(?:live[sd]?|living|stays?|staying|stayed|(?:a|new|old)\s+(?:home|house|flat)"
    r"|(?:your|his|her|their|my)\s+(?:new\s+|old\s+)?(?:home|house|flat))"
    r"(?:\s+(?:now|together|alone|again|is|with\s+[\w’' ]{1,30}?))?\s+(?:in|at|near|by|outside)"
    r"|(?:moved?|moves|moving)\s+(?:back\s+|away\s+|house\s+)?(?:to|near|into))\s+"
    r"(?P<place>[A-Z][\w’'\-]*(?:\s+[A-Z][\w’'\-]*)*)"
)
_NO_HOME = re.compile(
    r"(?:Year|Reception|Class|Set|Group|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    rf"|{_MONTHS}|Christmas|Easter|Eid|Mum|Dad|Nana?|Nan|Gran|Grandma|Grandad|Granddad|I)\b"
    r"|.*\b(?:School|College|Academy|Nursery|Primary|Club|Centre|Hospital|University)$"
)
_COUNTRIES = set_of(
    """England Wales Scotland Ireland Britain UK Eritrea Sudan Ethiopia Somalia Somaliland
    Afghanistan Iran Iraq Syria Turkey Kurdistan Vietnam China Albania Egypt Libya Chad Ukraine
    Poland Romania Russia Pakistan India Bangladesh Nepal Nigeria Ghana Kenya Uganda Gambia
    Jamaica Portugal Spain France Germany Italy Greece Lithuania Latvia Bulgaria Hungary Slovakia
    Brazil America Canada Australia Europe Africa Asia Palestine Jordan Lebanon Yemen Kuwait Congo
    Zimbabwe Cameroon Guinea Mali Senegal Morocco Algeria Tunisia Myanmar Philippines
    Malaysia"""
)
CITIES = set_of(
    """London Birmingham Manchester Liverpool Leeds Sheffield Bristol Newcastle Nottingham
    Leicester Coventry Bradford Hull Plymouth Southampton Portsmouth Sunderland Wolverhampton
    Derby Stoke Cardiff Swansea Newport Edinburgh Glasgow Aberdeen Dundee Belfast Brighton
    Norwich Oxford Cambridge York Exeter"""
)
"""So many live in each that its name finds nobody, unless somebody is looking for them."""


def looks_like_an_address(place: str) -> bool:
    """Whether a place may be an address: a number and a street, a street, or a postcode."""
    return bool(_AN_ADDRESS.search(place) or _NAMED_STREET.search(place))


def tells_an_address(text: str) -> bool:
    """Whether a sentence tells an address: more than a street that somebody goes to."""
    bare = _NO_HOUSE.sub(" ", text)
    if _SURELY.search(bare) or _NUMBERED.search(bare) or _LIVES_AT_NUMBER.search(bare):
        return True
    return any(_tells(sentence) for sentence in _SENTENCE.findall(bare))


def _tells(sentence: str) -> bool:
    """Whether a named street stands alone, or beside a word of living there."""
    named = _NAMED.search(sentence)
    if named is None:
        return False
    is_alone = len(sentence.split()) < _ALONE and sentence.strip().startswith(named.group())
    return is_alone or _DWELLING.search(sentence) is not None


def homes_in(text: str, names: Collection[str] = ()) -> Iterator[str]:
    """Each place by name where somebody is said to live; `names` are people, and no places."""
    for found in _LIVES.finditer(text):
        place = found["place"].removesuffix("’s").removesuffix("'s")
        is_somebody = any(word in names for word in place.split())
        if not is_somebody and not _NO_HOME.match(place) and place not in _COUNTRIES:
            yield place
