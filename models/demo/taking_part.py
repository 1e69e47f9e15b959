"""What was answered about taking part, for each participation code of the demo council."""

from typing import Any  # Any: any answer of a participation

ANSWERS_FOR: dict[str, dict[str, Any]] = {  # any answer of a participation
    "PN0": {"was_there": "in_room"},
    "PN1": {"was_there": "in_room", "spoke": True},
    "PN2": {"was_there": "in_room", "spoke": False, "someone_spoke": True},
    "PN3": {
        "was_there": "in_room", "spoke": False, "someone_spoke": False,
        "showed_without_speech": True,
    },
    "PN4": {
        "was_there": "in_room", "spoke": False, "someone_spoke": False,
        "showed_without_speech": False,
    },
    "PN5": {"was_there": "no", "someone_spoke_who_child_asked": True},
    "PN6": {
        "was_there": "no", "someone_spoke_who_child_asked": False, "own_words_reached": True,
    },
    "PN7": {
        "was_there": "no", "someone_spoke_who_child_asked": False, "own_words_reached": False,
        "pn7_reason": "chose_not",
    },
}  # fmt: skip
