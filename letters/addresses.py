"""What looks like somebody's address, which a letter never holds."""

import re

_POSTCODE = r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b"
_STREET = (
    r"\b(?:street|road|lane|avenue|crescent|terrace|gardens|mews|grove|cul-de-sac|boulevard|"
    r"cottages?)\b"
)
_SHORT_STREET = r"\w\s+(?:st|rd|ave?|ln|cl|cres|dr)\.?\s*(?:,|$)"
_NUMBER_AND_STREET = r"(?:^|[,;:]|\bat\b)\s*(?:no\.?\s*|number\s+)?\d+(?:-\d+)?[a-z]?,?\s+[a-z]"
_FLAT = r"\b(?:flat|apartment)\s+\d"
_AN_ADDRESS = re.compile(
    "|".join((_POSTCODE, _STREET, _SHORT_STREET, _NUMBER_AND_STREET, _FLAT)), re.IGNORECASE
)
_NAMED_STREET = re.compile(r"\b[A-Z][\w’']+ (?:Close|Way|Row|Drive|Hill|Rise|Walk|Court|Square)\b")


def looks_like_an_address(place: str) -> bool:
    """Whether a place may be an address: a number and a street, a street, or a postcode."""
    return bool(_AN_ADDRESS.search(place) or _NAMED_STREET.search(place))
