"""What a look through the shared database may find."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be; `words` is a sentence with named places."""

    code: str
    words: str
    values: dict[str, str] = field(default_factory=dict)

    def sentence(self) -> str:
        """Give the sentence in English."""
        return self.words.format(**self.values)
