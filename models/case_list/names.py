"""Names in one column: parted into given and family name, and compared however written."""


def split_name(text: str) -> tuple[str, str]:
    """Give the given names and the family name of “Larkhollow, Kit” or “Kit Larkhollow”."""
    family, comma, given = text.partition(",")
    if comma and given.strip():
        return given.strip(), family.strip()
    words = text.replace(",", " ").split()
    if len(words) < 2:
        return " ".join(words), ""
    return " ".join(words[:-1]), words[-1]


def person_key(name: str) -> str:
    """Give a name for comparing: “Fern, Nadia” and “Nadia FERN” are one person."""
    given, family = split_name(name)
    return f"{given} {family}".strip().casefold()
