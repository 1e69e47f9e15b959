"""Any words at all, made fit to be set: what cannot be written becomes a visible mark."""

import re

from letters.engine.bidi import CONTROLS

UNWRITABLE_MARK = "\ufffd"
_NONCHARACTERS = "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_UNWRITABLE = re.compile(
    f"[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]"
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ODD = re.compile(
    f"[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff{_NONCHARACTERS}]"
)
_CONTROL = re.compile("[" + "".join(sorted(CONTROLS)) + "]")


def clean(text: str) -> str:
    """Keep every character that a page can hold, mark the others, end lines with a blank."""
    if _ODD.search(text) is None:
        return text
    text = (
        _LINE_END.sub("\n", text)
        .replace("\n", " \n")
        .replace("\t", " ")
        .replace("\ufeff", "\u2060")
    )
    return _UNWRITABLE.sub(UNWRITABLE_MARK, text)


def without_controls(text: str) -> str:
    """Take out the invisible controls of direction."""
    return _CONTROL.sub("", text)
