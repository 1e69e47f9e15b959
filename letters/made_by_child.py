"""How what the child made in their turn is told: to the child, and in the minutes."""

from letters.paragraph import Paragraph, Source
from letters.wording import quoted
from letters.writing import Writing
from models.problems import N_
from models.review_sheet import WishOnSheet

_TO_THE_CHILD = {
    ("house", "worry"): N_("In your house of worries: “{words}”"),
    ("house", "going_well"): N_("In your house of good things: “{words}”"),
    ("house", "hope"): N_("In your house of hopes: “{words}”"),
    ("know", ""): N_("You want everyone to know: “{words}”"),
    ("see_more", ""): N_("You want to see more of: {words}"),
    ("why", ""): N_("Why you chose your number: “{words}”"),
    ("one_more", ""): N_("What would make your number one more: “{words}”"),
}
_SHOWN_TO_THE_CHILD = {
    ("house", "worry"): N_("You put this in your house of worries:"),
    ("house", "going_well"): N_("You put this in your house of good things:"),
    ("house", "hope"): N_("You put this in your house of hopes:"),
    ("know", ""): N_("You want everyone to see this:"),
    ("why", ""): N_("This shows why you chose your number:"),
    ("one_more", ""): N_("This would make your number one more:"),
}
_IN_THE_MINUTES = {
    ("house", "worry"): N_("House of worries: “{words}”"),
    ("house", "going_well"): N_("House of good things: “{words}”"),
    ("house", "hope"): N_("House of hopes: “{words}”"),
    ("know", ""): N_("What everyone is to know: “{words}”"),
    ("see_more", ""): N_("Wants to see more of: {words}"),
    ("not_today", ""): N_("Not to be talked about today: “{words}”"),
    ("why", ""): N_("Why this number: “{words}”"),
    ("one_more", ""): N_("What would make the number one more: “{words}”"),
}
_SHOWN_IN_THE_MINUTES = {
    ("house", "worry"): N_("Put into the house of worries:"),
    ("house", "going_well"): N_("Put into the house of good things:"),
    ("house", "hope"): N_("Put into the house of hopes:"),
    ("know", ""): N_("What everyone is to know:"),
    ("not_today", ""): N_("Not to be talked about today:"),
    ("why", ""): N_("Why this number:"),
    ("one_more", ""): N_("What would make the number one more:"),
}


def told_to_child(writing: Writing, wish: WishOnSheet) -> Paragraph | None:
    """What the child made, told back to them; nothing for what came another way."""
    drawn, chosen = N_("You drew this:"), N_("You chose this picture:")
    return _told(writing, wish, _TO_THE_CHILD, (_SHOWN_TO_THE_CHILD, drawn, chosen))


def told_in_minutes(writing: Writing, wish: WishOnSheet) -> Paragraph | None:
    """What the child made, told to those who share the minutes."""
    drawn, chosen = N_("A drawing:"), N_("A picture that was chosen:")
    return _told(writing, wish, _IN_THE_MINUTES, (_SHOWN_IN_THE_MINUTES, drawn, chosen))


Words = dict[tuple[str, str], str]


def _told(
    writing: Writing, wish: WishOnSheet, said: Words, shown: tuple[Words, str, str]
) -> Paragraph | None:
    art, key = writing.art_of(wish), (wish.question, wish.column)
    if key not in said:
        key = (wish.question, "")
    if art is None and key not in said:
        return None
    source = Source("wish", wish.id, "words")
    if wish.words.strip():
        words = said.get(key, N_("“{words}”"))
        told = writing.say(words, source, words=quoted(wish.words))
    else:
        by_place, drawn, chosen = shown
        otherwise = drawn if wish.drawing_id else chosen
        told = writing.say(by_place.get(key, otherwise), source)
    return Paragraph(told.pieces, told.source, art=art)
