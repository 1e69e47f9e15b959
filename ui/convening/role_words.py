"""What somebody on the invitation list is to the child, in words."""

from models.convening_on_sheet import Invited
from ui.language import N_, _

ROLE_WORDS = {
    "parent": N_("Parent"),
    "carer": N_("Carer"),
    "family": N_("Family or friend"),
    "social_worker": N_("Social worker"),
    "team_manager": N_("Team manager"),
    "supervising_worker": N_("Supervising social worker"),
    "teacher": N_("Teacher"),
    "virtual_school": N_("Virtual school"),
    "nurse": N_("Nurse"),
    "advocate": N_("Advocate"),
    "independent_visitor": N_("Independent visitor"),
    "personal_adviser": N_("Personal adviser"),
    "guardian": N_("Children's Guardian"),
    "interpreter": N_("Interpreter"),
    "adopter": N_("Prospective adopter"),
    "solicitor": N_("Child’s solicitor"),
    "youth_justice": N_("Youth justice worker"),
}


def about(line: Invited) -> str:
    """Say what somebody is, and where they are reached."""
    if line.is_child:
        return _("The review is theirs; they are always asked.")
    role = _(ROLE_WORDS[line.role]) if line.role in ROLE_WORDS else ""
    reached = line.address.replace("\n", ", ") or line.email
    return " · ".join(each for each in (role, line.what_they_are, reached) if each)
