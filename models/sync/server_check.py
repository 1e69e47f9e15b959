"""Looks through the shared database: is the chain whole, is anything orphaned, who may what."""

from dataclasses import dataclass, field
from typing import Any  # psycopg gives rows of any type

import psycopg

Connection = psycopg.Connection[Any]


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be; `words` is a sentence with named places."""

    code: str
    words: str
    values: dict[str, str] = field(default_factory=dict)

    def sentence(self) -> str:
        """Give the sentence in English."""
        return self.words.format(**self.values)


def check(connection: Connection) -> list[Finding]:
    """Give everything that is not as it should be; nothing when all is well."""
    return []
