"""What each person was shown and what they typed, noted apart from the program: the model.

Nothing here knows how the program keeps or shares anything. Every text that is typed has a mark
in it that stands nowhere else, so that it can be looked for in whatever is left at the end.
"""

import json
from dataclasses import dataclass, field
from typing import Any, Final

MARK_LENGTH: Final = 7
Place = tuple[str, str, str]  # table, row, field


@dataclass
class Save:
    """One saving of one field: `mark` is found in `value`, which is what the field then held."""

    number: int
    mark: str
    value: Any
    place: Place
    case: str
    person: str
    laptop: str
    step: int
    is_sure: bool = False  # the saving had returned
    later: "Save | None" = None  # the same person's next words in that field, over these
    gone_with_disk: bool = False
    last_seen: str = ""


@dataclass
class Signing:
    """What stood on the signer's screen: `on` is a day that no other signing has."""

    review: str
    person: str
    on: str
    screen: dict[Place, Any]


@dataclass
class Book:
    """Everything that was shown, typed, signed, brought back and granted in one history."""

    saves: list[Save] = field(default_factory=list)
    shown: dict[tuple[str, str, str], set[str]] = field(default_factory=dict)
    signings: list[Signing] = field(default_factory=list)
    brought_back: set[tuple[str, str]] = field(default_factory=set)
    had: dict[str, set[str]] = field(default_factory=dict)  # person: cases ever given
    held: dict[str, str] = field(default_factory=dict)  # op answered as held: whose it is
    not_taken_in: set[str] = field(
        default_factory=set
    )  # ops that were answered as held or refused
    _last: dict[tuple[str, Place], Save] = field(default_factory=dict)
    _marks: int = 0

    def mark(self) -> str:
        """Give a mark that stands nowhere else."""
        self._marks += 1
        return f"q{self._marks:05d}z"

    def see(self, person: str, place: Place, value: Any) -> None:
        """Note that this person had this before them in a field."""
        self.shown.setdefault((person, place[1], place[2]), set()).add(as_shown(value))

    def has_seen(self, person: str, row: str, name: str, value: Any) -> bool:
        """Whether this person ever had this before them in that field."""
        return as_shown(value) in self.shown.get((person, row, name), set())

    def begin_save(self, save: Save) -> None:
        """Note words that are about to be saved; a crash may come in between."""
        self.saves.append(save)
        self.see(save.person, save.place, save.value)

    def saved(self, save: Save) -> None:
        """The saving returned: these words may not be lost any more."""
        save.is_sure = True
        before = self._last.get((save.laptop, save.place))
        if before is not None:
            before.later = save
        self._last[save.laptop, save.place] = save

    def disk_went(self, laptop: str, since: int) -> None:
        """The laptop's disk was put back to an earlier image: what was only there is gone."""
        of_laptop = [
            save for save in self.saves if save.laptop == laptop and not save.gone_with_disk
        ]
        for key in [key for key in self._last if key[0] == laptop]:
            del self._last[key]
        for save in of_laptop:
            if save.number >= since:
                save.gone_with_disk = True
            elif save.is_sure:
                self._last[laptop, save.place] = save
                if save.later is not None and save.later.number >= since:
                    save.later = None

    def by_mark(self) -> dict[str, Save]:
        """Every save by its mark."""
        return {save.mark: save for save in self.saves if save.mark}


def as_shown(value: Any) -> str:
    """A value as it is compared: blank is blank."""
    return "" if value in (None, "", []) else json.dumps(value, sort_keys=True, default=str)
