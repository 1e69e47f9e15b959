"""An invitation or a consultation form as words alone, before it is set on pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.rules.forms import Answer

INVITATION, FORM, NOTICE = "invitation", "form", "notice"
LARGE_PT = 18.0
USUAL_PT = 12.0
CHILD_PT = 14.0


@dataclass(frozen=True)
class Said:
    """A paragraph; `is_head` for the heading of what follows."""

    words: str
    is_head: bool = False


@dataclass(frozen=True)
class Told:
    """Facts in two columns: what, and the words for it."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Asked:
    """A question and the room for its answer; `choices` are the words beside boxes or faces."""

    words: str
    answer: Answer
    lines: int = 0
    picture: str = ""
    choices: tuple[str, ...] = ()


Part = Said | Told | Asked


@dataclass(frozen=True)
class ConveningPaper:
    """A paper for one reader. `kind` is INVITATION, FORM or NOTICE.

    `address` shows in the window, or over the words where `is_label` says it is for a label.
    `plain_title` names nobody: it is what the file itself says of it. Units: `size_pt` is the
    size of the running words in points.
    """

    kind: str
    title: str
    plain_title: str
    made_for: str
    council: str
    service: str
    return_to: tuple[str, ...]
    send_back: str
    parts: tuple[Part, ...]
    foot: str
    page_of: str
    language: str
    right_to_left: bool
    author: str
    dated: date
    size_pt: float = USUAL_PT
    address: tuple[str, ...] = ()
    is_label: bool = False

    @property
    def words(self) -> str:
        """All its words, a part on each line."""
        return "\n".join(self._every_word())

    def _every_word(self) -> Iterator[str]:
        yield from (*self.address, self.council, self.service, self.title, self.made_for)
        for part in self.parts:
            if isinstance(part, Told):
                yield from (f"{name} {words}" for name, words in part.rows)
            elif isinstance(part, Asked):
                yield from (part.words, *part.choices)
            else:
                yield part.words
        yield from (self.send_back, *self.return_to, self.foot)
