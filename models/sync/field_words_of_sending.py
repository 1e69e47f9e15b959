"""What is called what on the screen of all that belongs to convening, copies and sending."""

from collections.abc import Mapping
from typing import Final

from models.problems import N_

THINGS_OF_SENDING: Final[Mapping[str, str]] = {
    "protected_fact": N_("A protected fact of {name}"),
    "restriction": N_("Who may not read something"),
    "recipient": N_("What one person gets"),
    "copy_change": N_("Words left out of a copy, or kept in"),
    "disclosure_answer": N_("An answer to the check of a copy"),
    "paper_copy": N_("A copy of a paper"),
    "delivery": N_("A copy on its way"),
    "manager_reply": N_("The team manager’s answer"),
    "decision_change": N_("How a decision was before"),
    "convening": N_("The convening form"),
    "invitation": N_("An invitation"),
    "returned_form": N_("A form that came back"),
}

FIELDS_OF_SENDING: Final[Mapping[str, Mapping[str, str]]] = {
    "protected_fact": {
        "kind": N_("what it is"),
        "words": N_("the protected words"),
        "also_written": N_("other spellings"),
        "person_id": N_("whose it is"),
        "tag": N_("kind of restriction"),
        "hidden_from": N_("who must not see it"),
        "why": N_("why"),
    },
    "restriction": {"kinds": N_("kinds of restriction")},
    "recipient": {
        "letter": N_("whether they get the letter"),
        "decisions": N_("whether they get the decisions"),
        "record": N_("whether they get the record"),
        "cuts": N_("what is left out for them"),
        "way": N_("how it is sent"),
        "address": N_("address"),
        "email": N_("e-mail"),
        "as_word": N_("as a Word document or not"),
        "agreed": N_("who agreed that they get it"),
        "why": N_("why"),
    },
    "copy_change": {"why": N_("why")},
    "disclosure_answer": {"why": N_("why")},
    "manager_reply": {
        "reply": N_("the answer"),
        "on": N_("the day"),
        "who": N_("who answered"),
        "words": N_("what they said"),
        "settled": N_("what became of it"),
        "settled_on": N_("when it was settled"),
        "answer": N_("what was answered"),
        "dispute_id": N_("the dispute it opened"),
    },
    "convening": {
        "list_in_on": N_("when the invitation list came"),
        "reminded_on": N_("first reminder"),
        "reminded_again_on": N_("second reminder"),
        "handed_back_on": N_("when it was handed back"),
        "handed_back_why": N_("why it was handed back"),
        "room": N_("room"),
        "travel": N_("travel"),
        "access_needs": N_("what people need to take part"),
        "interpreter": N_("interpreter"),
        "risk": N_("safety at the meeting"),
        "calendar_sequence": N_("number of the calendar entry"),
        "calendar_said": N_("what the calendar entry said"),
        "cancelled_on": N_("when it was cancelled"),
    },
    "invitation": {
        "part": N_("part of the meeting"),
        "form": N_("form to send"),
        "needs_interpreter": N_("needs an interpreter or not"),
        "told": N_("what they were invited to"),
        "told_on": N_("the day they were invited to"),
        "told_time": N_("the time they were invited to"),
        "hide_place": N_("told the place or not"),
        "invited_on": N_("when invited"),
        "invited_way": N_("how invited"),
        "form_sent_on": N_("when the form was sent"),
        "form_back_on": N_("when the form came back"),
        "answer": N_("their answer"),
    },
    "returned_form": {
        "back_on": N_("when it came back"),
        "way": N_("how it came back"),
        "words": N_("the words"),
        "taken_in_on": N_("when it was taken into the review"),
    },
}
