"""The text of one cell, made fit to compare and to show; what hides in it is named."""

import re
import unicodedata

from models.case_list.faults import Fault, fault
from models.problems import N_

# Without any look of their own: byte order mark, zero width space, soft hyphen, word joiner,
# and the two single direction marks. The joiners U+200C and U+200D belong to real names.
_LOOKLESS = dict.fromkeys((0xFEFF, 0x200B, 0x00AD, 0x2060, 0x200E, 0x200F))
_BIDI = frozenset("\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACE = re.compile(r"[ \t\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_GUARDED = re.compile(r"'\s*[=+\-@\t＝＋－＠]")
_PLAIN = re.compile(r"[\x21-\x7e]+(?: [\x21-\x7e]+)*")

HIDDEN = N_(
    "“{column}” holds a hidden character ({code}) that can change how the text is read. "
    "Type the cell again."
)
DAMAGED = N_(
    "“{column}” holds a character that could not be read. "
    "Save the list as “CSV UTF-8”, or type the cell again."
)


def cleaned(text: str) -> str:
    """Give the text with plain spaces, no blank ends and nothing that has no look.

    An apostrophe that keeps a spreadsheet from reading a formula is taken off again.
    """
    if _PLAIN.fullmatch(text) and not text.startswith("'"):
        return text
    shown = unicodedata.normalize("NFC", text.translate(_LOOKLESS)) if text else ""
    lines = shown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    tidy = "\n".join(_SPACE.sub(" ", line).strip(" ") for line in lines).strip("\n ")
    return tidy[1:].strip() if _GUARDED.match(tidy) else tidy


def hidden_in(text: str) -> Fault | None:
    """Give the first character that hides, turns text round or could not be read, if any."""
    if text.isascii() and text.isprintable():
        return None
    for character in text:
        if character == "\ufffd" or unicodedata.category(character) == "Cs":
            return fault(DAMAGED)
        is_control = unicodedata.category(character) == "Cc" and character != "\n"
        if is_control or character in _BIDI:
            return fault(HIDDEN, code=f"U+{ord(character):04X}")
    return None


def visible(text: str) -> str:
    """Give the text with control characters and lone halves as signs, fit for any file."""
    if text.isprintable():
        return text
    return "".join(map(_sign, text))


def _sign(character: str) -> str:
    code = ord(character)
    if character in "\n\t":
        return character
    if code < 0x20:
        return chr(0x2400 + code)
    if character in _BIDI or unicodedata.category(character) in ("Cc", "Cs"):
        return "\ufffd"
    return character
