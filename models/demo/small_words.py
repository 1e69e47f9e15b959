"""What is said of the smallest children in the demo council, and what is warm and true of each."""

from collections.abc import Mapping
from types import MappingProxyType

from models.demo.words import CHILD_SAID, DECISIONS, GOING_WELL, NEEDS, WARM, WORRIES, Agreed, Said

SMALL, YOUNG = 4, 8
"""Below so many years a child says little in words; or has a letter read to them."""

SAID_OF_SMALL: Mapping[Said, Said] = MappingProxyType(
    {
        GOING_WELL["home"][0]: Said(
            "carer",
            "{name} has settled since the spring and now sleeps through the night.",
            "You sleep through the night now.",
        ),
        GOING_WELL["home"][1]: Said(
            "carer",
            "{name} sits in the kitchen when tea is made and bangs a spoon on a pan.",
            "You bang a spoon on a pan when tea is made.",
        ),
        GOING_WELL["home"][2]: Said(
            "social_worker",
            "{name} knows the house, and goes to {helper} when tired or hurt.",
            "You go to {helper} when you are tired.",
        ),
        GOING_WELL["family_time"][1]: Said(
            "carer",
            "{name} laughs when family come, and is calm afterwards.",
            "You laugh when your family come.",
        ),
        GOING_WELL["health"][0]: Said(
            "nurse",
            "The health visitor’s check was good; injections are up to date.",
            "Your health check was good.",
        ),
        GOING_WELL["health"][1]: Said(
            "carer",
            "{name} loves the bath and eats nearly everything.",
            "You love the bath, and you eat nearly everything.",
        ),
        WORRIES["home"][0]: Said(
            "carer",
            "It is not agreed yet whether {name} will grow up here.",
            "Nobody has decided yet where you will grow up.",
        ),
        WORRIES["family_time"][0]: Said(
            "family",
            "Three visits were cancelled late, when {name} was in the car seat already.",
            "Some visits were called off late, when you had your coat on.",
        ),
    }
)
_AT_NURSERY: Mapping[Said, Said] = MappingProxyType(
    {
        GOING_WELL["learning"][0]: Said(
            "teacher",
            "{name} sits for a whole story at nursery.",
            "You sit for a whole story now.",
        ),
        GOING_WELL["learning"][1]: Said(
            "teacher",
            "{name} goes to nursery gladly, every morning.",
            "You like your mornings at nursery.",
        ),
        GOING_WELL["learning"][2]: Said(
            "virtual_school",
            "{name} has begun to put two words together.",
            "You have begun to put words together.",
        ),
        GOING_WELL["friends_and_fun"][0]: Said(
            "carer", "{name} kicks a ball back, and laughs.", "You kick a ball back, and laugh."
        ),
        GOING_WELL["friends_and_fun"][1]: Said(
            "carer", "{name} plays next to the boy next door.", "You play with the boy next door."
        ),
        GOING_WELL["feelings"][0]: Said(
            "social_worker",
            "{name} looks for a lap when things feel too much.",
            "You look for a lap when things feel too much.",
        ),
        WORRIES["learning"][0]: Said(
            "teacher", "{name} cries at nursery at noon.", "You cry at nursery at noon."
        ),
        WORRIES["safety"][0]: Said(
            "carer", "{name} climbs over the stair gate.", "You climb over the stair gate."
        ),
        WORRIES["feelings"][0]: Said(
            "social_worker",
            "{name} wakes up at night and shouts.",
            "You wake up at night and shout.",
        ),
        NEEDS["learning"][0]: Said(
            "teacher",
            "A short morning at nursery for now.",
            "You need a short morning at nursery.",
        ),
    }
)
SAID_OF_YOUNG: Mapping[Said, Said] = MappingProxyType(
    {
        WORRIES["safety"][0]: Said(
            "carer",
            "{name} runs into the road without looking, twice this month.",
            "You run into the road. That is not safe.",
        ),
    }
)
AGREED_FOR_SMALL: Mapping[Agreed, Agreed] = MappingProxyType(
    {
        DECISIONS[1]: Agreed(
            "social_worker",
            "Find out if {name} can spend a whole day with family",
            "Find out if you can spend a whole day with your family.",
            "The short visits go well",
            "A date for the first whole day is on the calendar",
            "brothers-sisters",
        ),
        DECISIONS[3]: Agreed(
            "social_worker",
            "Keep a book of photographs of how {name} came to live here",
            "Make you a book of photos of how you came to live here.",
            "{name} will want to know one day",
            "{name} has a book to keep",
            "life-story",
        ),
        DECISIONS[5]: Agreed(
            "carer",
            "Take {name} to the baby pool every Saturday",
            "Take you to the baby pool on Saturdays.",
            "{name} loves the water",
            "{name} goes each week",
            "hope",
        ),
    }
)
HOME = "You live {living}. The plan is for you to stay there until you are grown up."
HOME_LATER = "You lived {living}. The plan was for you to stay there until you were grown up."
WATCHED = (
    "You were too small to say it in words. I watched you play, and {helper} told me what you "
    "show them."
)
NOT_IN_WORDS = "You did not want to talk. I asked you twice. I left you a card to send me."
"""What stands where the smallest, or those who would rather not, have given no words."""

WARM_TO_SMALL = (
    "You crawled under the table, found my shoe, and gave it back.",
    "You laughed each time the cat walked past.",
    "You clapped when the bricks fell down, and built them up again.",
    "You waved to everybody who came in.",
    "You fell asleep on {helper} with a rusk in your hand.",
    "You looked at every page of the duck book, and turned them by yourself.",
    "You danced to the washing machine.",
    "You put your hat on my head.",
    "You pointed at the moon in the window, and would not let us go on.",
    "You shared your banana with me, nearly all of it.",
)
WARM_TO_ALL = (
    *WARM,
    "You taught me a card game, and then you won it.",
    "You knew the name of every bird at the window.",
    "You made tea for all of us, and remembered who takes sugar.",
    "You drew a map of your street, with the best tree on it.",
    "You told the joke about the goat, and even the teacher laughed.",
    "You held the door for everyone, and asked how they were.",
    "You fixed the clock on the wall while we looked for a pen.",
    "You showed me the scar on your knee, and how you got up again.",
    "You sang the song that you are learning, from start to end.",
    "You counted all the stairs to the room, and you were right.",
    "You kept a seat for me next to yours.",
    "You explained the offside rule with three cups and a spoon.",
    "You brought a photo of the dog, so that the dog was there too.",
    "You thanked each of us at the end, by name.",
    "You found the room before I did, and put the lights on.",
)
WARM_TO_YOUNG = (
    *WARM,
    "You counted all the stairs to the room, and you were right.",
    "You drew me, with very long arms.",
    "You sang the song that you are learning, from start to end.",
    "You showed me how high you can jump.",
    "You brought a photo of the dog, so that the dog was there too.",
    "You kept a seat for me next to yours.",
    "You told me the name of every dinosaur on your bag.",
    "You shared out the biscuits, and nobody got more than you.",
    "You asked the nurse if her teddy was better.",
    "You tied your shoes by yourself, and I saw it.",
)
SHOWN = MappingProxyType(
    dict(
        zip(
            (words for words, _area, _asked in CHILD_SAID),
            (
                "You put the little house in your pocket.",
                "You put your hands over your ears at the picture of lunch.",
                "You laid the bed next to the photo of your nan.",
                "You chose the picture of the dog and the book.",
                "You kicked the ball each time somebody said Saturday.",
                "You held the photo of your sister, and kept it.",
                "You pointed at the phone, and then at you.",
                "You put the happy face on the picture of the kitchen.",
                "You moved your arms as if you swam.",
                "You turned the photo of your dad round when others came in.",
            ),
            strict=True,
        )
    )
)
"""What those who do not speak did, where others would have said it."""


def warm_lines(age: int) -> tuple[str, ...]:
    """What may be said warmly to a child of this age."""
    if age < SMALL:
        return WARM_TO_SMALL
    return WARM_TO_YOUNG if age < YOUNG else WARM_TO_ALL


def said_to(said: Said, age: int) -> Said:
    """A note as it fits a child of this age."""
    if age < SMALL:
        return SAID_OF_SMALL.get(said) or _AT_NURSERY.get(said, said)
    return SAID_OF_YOUNG.get(said, said) if age < YOUNG else said


def agreed_for(agreed: Agreed, age: int) -> Agreed:
    """A decision as it fits a child of this age."""
    return AGREED_FOR_SMALL.get(agreed, agreed) if age < SMALL else agreed
