"""What somebody on the invitation list is to the child, in words."""

from models.convening_on_sheet import Invited
from models.people import ROLE_WORDS, Role
from ui.language import _


def about(line: Invited) -> str:
    """Say what somebody is, and where they are reached."""
    if line.is_child and not line.is_invited:
        return _("Under 4: those who look after them tell how they are. Choose a form to ask too.")
    if line.is_child:
        return _("The review is theirs; they are always asked.")
    is_known = line.role in set(Role) and line.role != Role.OTHER
    role = _(ROLE_WORDS[Role(line.role)]) if is_known else ""
    told = line.what_they_are.strip()
    if told.casefold() == role.casefold():
        told = ""
    reached = line.address.replace("\n", ", ") or line.email
    return " · ".join(each for each in (role, told, reached) if each)
