"""What a new record is told of its owner and council; plain, so that the first page can paint."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FirstNumbers:
    """What every letter must carry and may be given later: how to ring the IRO, and for help."""

    phone: str = ""
    advocacy_name: str = ""
    advocacy_phone: str = ""
    complaints_phone: str = ""


NOT_YET = FirstNumbers()
