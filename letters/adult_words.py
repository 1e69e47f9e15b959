"""What roles, ways and answers are called in the minutes."""

from models.problems import N_

ROLES = {
    "parent": N_("parent"),
    "carer": N_("carer"),
    "family": N_("family or friend"),
    "social_worker": N_("social worker"),
    "team_manager": N_("team manager"),
    "supervising_worker": N_("supervising social worker"),
    "teacher": N_("teacher"),
    "virtual_school": N_("virtual school"),
    "nurse": N_("nurse"),
    "advocate": N_("advocate"),
    "independent_visitor": N_("independent visitor"),
    "personal_adviser": N_("personal adviser"),
    "guardian": N_("Children’s Guardian"),
    "interpreter": N_("interpreter"),
    "iro": N_("Independent Reviewing Officer"),
    "adopter": N_("prospective adopter"),
    "solicitor": N_("solicitor"),
    "youth_justice": N_("youth justice worker"),
}
ATTENDED = {
    "in_room": N_("In the room."),
    "video": N_("By video."),
    "phone": N_("By phone."),
    "no": N_("Not there."),
}
ATTENDED_FOR = {
    "in_room": N_("In the room: {part}"),
    "video": N_("By video: {part}"),
    "phone": N_("By phone: {part}"),
    "no": N_("Not there: {part}"),
}
WAYS = {
    "said": N_("said in the meeting"),
    "told_me": N_("told the chair before"),
    "told_someone": N_("told someone else"),
    "wrote": N_("wrote or sent it"),
    "drew": N_("drew it"),
    "showed": N_("showed it without words"),
}
OUTCOMES = {
    "done": N_("Done."),
    "partly": N_("Partly done."),
    "not_done": N_("Not done."),
    "overtaken": N_("No longer needed."),
}
NO_NUMBER = {
    "rather_not": N_("would rather not say"),
    "not_asked": N_("not asked"),
}
MODES = {
    "in_person": N_("in person"),
    "video": N_("by video"),
    "mixed": N_("some in the room, some by video"),
}
PLAN = {
    "yes": N_("The plan meets {name}’s needs."),
    "partly": N_("The plan meets {name}’s needs in part."),
    "no": N_("The plan does not meet {name}’s needs."),
}
