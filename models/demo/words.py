"""What invented people say in the demo council, by life area: for the record, and to the child."""

from typing import NamedTuple


class Said(NamedTuple):
    """One note: who would say it, for the record, and as it is said to the child."""

    role: str
    record: str
    letter: str


class Agreed(NamedTuple):
    """One decision: whose it is, for the record, to the child, why, how we will know, picture."""

    role: str
    what: str
    letter: str
    why: str
    know: str
    picture: str


CHILDREN = (
    ("Posy", "Larkhollow", "she/her"), ("Amina", "Brightwater", "she/her"),
    ("Rafi", "Saltmarsh", "he/him"), ("Leila", "Marrowby", "she/her"),
    ("Sami", "Riverstone", "he/him"), ("Wren", "Ashcombe-Fell", "they/them"),
    ("Tarn", "Oakapple", "he/him"), ("Nell", "Quillbrook", "she/her"),
    ("Ives", "Tallowfield", "he/him"), ("Mabli", "Thornacre", "she/her"),
    ("Zoë", "Hazelmoor", "she/her"), ("Łukasz", "Brackendale", "he/him"),
    ("Dilan", "Fernlow", "he/him"), ("Tomos", "Ashwick", "he/him"),
    ("Hana", "Millrace", "she/her"), ("Jude", "Cobblestone", "they/them"),
    ("Farah", "Lindenbrook", "she/her"), ("Otis", "Meadowcroft", "he/him"),
    ("Saffi", "Rookwood", "she/her"), ("Bram", "Heathering", "he/him"),
    ("Noor", "Silverbirch", "she/her"), ("Ellis", "Wolfscastle", "he/him"),
    ("Tilda", "Marlpit", "she/her"), ("Yonas", "Cloverdale", "he/him"),
    ("Maja", "Stonebridge", "she/her"), ("Corin", "Peartree", "he/him"),
    ("Anwen", "Lowmeadow", "she/her"), ("Kofi", "Swanmere", "he/him"),
    ("Isla", "Nettlebed", "she/her"), ("Reuben", "Foxearth", "he/him"),
    ("Thuy", "Harbourne", "she/her"), ("Alfie", "Bridlegate", "he/him"),
    ("Meg", "Curlewfield", "she/her"), ("Idris", "Hollowell", "he/him"),
    ("Petra", "Willowmead", "she/her"), ("Sol", "Underhay", "they/them"),
    ("Amara", "Tidewell", "she/her"), ("Finley", "Greenslade", "he/him"),
    ("Rosa", "Larchwood", "she/her"), ("Haroon", "Kestrelby", "he/him"),
    ("Nia", "Copperfold", "she/her"), ("Dev", "Applegarth", "he/him"),
    ("Erin", "Moorcott", "she/her"), ("Levi", "Sandpiper", "he/him"),
    ("Yusra", "Mapleford", "she/her"), ("Callum", "Drystone", "he/him"),
    ("Beca", "Hawkridge", "she/her"), ("Emeka", "Plumstead-Vale", "he/him"),
    ("Lottie", "Fairweather-Thorne", "she/her"), ("Ash", "Birchenough", "they/them"),
    ("Selam", "Oldacre", "she/her"), ("George", "Timberlake", "he/him"),
    ("Inaya", "Pebblewick", "she/her"), ("Rhys", "Longmarsh", "he/him"),
    ("Kasia", "Winterbourne", "she/her"), ("Teddy", "Goosefoot", "he/him"),
    ("Aaliyah", "Summerhay", "she/her"), ("Morgan", "Ravensworth", "they/them"),
    ("Ruby", "Thistledown", "she/her"),
)  # fmt: skip

CARERS = (
    "Jo and Dele Brambleden", "Sunniva Peartree", "Pat and Glynn Moorhen", "Marcia Rowanhill",
    "Hollybush House", "The Coppice", "Ferry Lodge", "Bea Larkhollow, grandmother",
    "Umar and Asma Fieldgate", "Lynne Bellweather", "Tony Marchbank", "Grace Adeyinka-Stone",
)  # fmt: skip
KEY_WORKERS = {"Hollybush House": "Ola Brightside", "The Coppice": "Jem Harkwell",
               "Ferry Lodge": "Priya Stonecross"}  # fmt: skip
WORKERS = ("Samir Oakenshaw", "Bethan Ridgeway", "Chidi Hartfell", "Lucy Penhaligon-Moor",
           "Marek Ottershaw", "Gwen Salterton")  # fmt: skip
TEAMS = ("Children in Care North", "Children in Care South", "Permanence", "Sixteen Plus")
SCHOOLS = ("Millpond Primary", "Wren Valley Academy", "St Brannoc’s Primary",
           "Larkrise High School", "The Sails School", "Wrenshire College")  # fmt: skip
TEACHERS = ("Ms Fennimore", "Mr Abara", "Mrs Lightfoot", "Miss Okonjo", "Mr Penrose")
PARENTS = ("Carys", "Dean", "Joanne", "Michael", "Shanice", "Kevin", "Rebecca", "Hamid")
LANGUAGES = {"Sami": "Arabic", "Amina": "Arabic", "Yonas": "Tigrinya", "Thuy": "Vietnamese",
             "Haroon": "Pashto", "Selam": "Amharic", "Kasia": "Polish"}  # fmt: skip

GOING_WELL: dict[str, tuple[Said, ...]] = {
    "home": (
        Said(
            "carer",
            "{name} has settled since the spring and now sleeps through the night.",
            "You sleep better now. You tell {helper} when you do not.",
        ),
        Said(
            "carer",
            "{name} helps to cook on Thursdays and chose the colour of the bedroom.",
            "You cook on Thursdays. You chose the colour of your room.",
        ),
        Said(
            "social_worker",
            "{name} says this is the first home where the rules make sense.",
            "You told us that the rules make sense here.",
        ),
    ),
    "family_time": (
        Said(
            "family",
            "Saturdays together go well and everyone comes on time.",
            "Your Saturdays together go well.",
        ),
        Said(
            "carer",
            "{name} rings home on Sundays and comes off the phone happy.",
            "You ring home on Sundays. It makes you happy.",
        ),
    ),
    "health": (
        Said(
            "nurse",
            "The health check in the autumn was good; teeth and eyes are up to date.",
            "Your health check was good. Your teeth and eyes are fine.",
        ),
        Said(
            "carer",
            "{name} swims twice a week and eats well.",
            "You swim twice a week and you eat well.",
        ),
    ),
    "learning": (
        Said(
            "teacher",
            "{name} has gone up two book bands and reads to younger children.",
            "You have gone up two reading levels. You read to the younger children.",
        ),
        Said(
            "teacher",
            "Attendance is ninety-seven per cent and homework is handed in.",
            "You go to school nearly every day. You do your homework.",
        ),
        Said(
            "virtual_school",
            "{name} was chosen to speak at assembly and did it well.",
            "You spoke in assembly, and people listened.",
        ),
    ),
    "friends_and_fun": (
        Said(
            "carer",
            "{name} asked to try football and has been four weeks in a row.",
            "You asked to try football. You have been four times.",
        ),
        Said(
            "carer",
            "{name} has two good friends in the street and plays out after tea.",
            "You have two good friends in your street.",
        ),
    ),
    "feelings": (
        Said(
            "social_worker",
            "{name} can say when things feel too much and asks for quiet.",
            "You tell people when you need quiet. That is hard.",
        ),
    ),
}

WORRIES: dict[str, tuple[Said, ...]] = {
    "home": (
        Said(
            "carer",
            "Nobody has told {name} whether the plan is to stay here.",
            "Nobody has told you if you will stay here. Waiting is hard.",
        ),
    ),
    "family_time": (
        Said(
            "family",
            "Three visits were cancelled late and {name} had already got ready.",
            "Some visits were called off late. You were ready to go.",
        ),
    ),
    "health": (
        Said(
            "nurse",
            "The hearing check has been put off twice.",
            "We put off your hearing check two times.",
        ),
    ),
    "learning": (
        Said(
            "teacher",
            "Lunch times are loud and {name} comes back upset.",
            "Lunch is too loud for you. Afternoons are hard then.",
        ),
    ),
    "safety": (
        Said(
            "carer",
            "{name} stays up late with a phone and talks to people nobody knows.",
            "You talk to people on your phone. Nobody knows who they are.",
        ),
    ),
    "feelings": (
        Said(
            "social_worker",
            "{name} has waited five months for someone to talk to.",
            "You have waited a long time to talk about big feelings.",
        ),
    ),
}

NEEDS: dict[str, tuple[Said, ...]] = {
    "home": (
        Said(
            "social_worker",
            "The plan for where {name} grows up has to be agreed and told.",
            "We need to agree where you will grow up.",
        ),
    ),
    "learning": (
        Said(
            "teacher",
            "A quiet place at lunch, with a card to show.",
            "You need a quiet place at lunch.",
        ),
    ),
    "family_time": (
        Said(
            "family",
            "A dependable day for family time that is not moved.",
            "You need a day for family time that stays the same.",
        ),
    ),
}

DECISIONS: tuple[Agreed, ...] = (
    Agreed(
        "social_worker",
        "Ask the permanence panel to agree that {carer} is home for {name} until grown up",
        "Ask if {carer} can be your home until you are grown up.",
        "{name} needs to know",
        "{name} is told the answer in person",
        "growing-up",
    ),
    Agreed(
        "social_worker",
        "Find out if {name} can sleep over with family, and tell {name}",
        "Find out if you can sleep over with your family.",
        "{name} asked for it",
        "A date for the first sleepover is on the calendar",
        "sleep",
    ),
    Agreed(
        "teacher",
        "Give {name} a quiet place at lunch and a card to show",
        "Give you a quiet place at lunch.",
        "Lunch is too loud",
        "{name} comes back from lunch calm",
        "quiet",
    ),
    Agreed(
        "social_worker",
        "Show {name} the photographs and story of how they came to live here",
        "Show you photos of how you came to live here.",
        "{name} has questions about the past",
        "{name} has a book to keep",
        "life-story",
    ),
    Agreed(
        "carer",
        "Book the hearing check",
        "Book your hearing check.",
        "It has been put off twice",
        "The result is in the health plan",
        "",
    ),
    Agreed(
        "carer",
        "Take {name} to football every Saturday and buy boots",
        "Take you to football. Buy you boots.",
        "{name} loves it",
        "{name} has boots and goes each week",
        "football",
    ),
    Agreed(
        "social_worker",
        "Arrange a visit with brothers and sisters in the holidays",
        "Plan a visit with your brothers and sisters.",
        "They have not met since the summer",
        "The day is on the calendar",
        "brothers-sisters",
    ),
    Agreed(
        "teacher",
        "Give {name} twenty minutes of reading with an adult every day",
        "Read with you every day.",
        "Reading is coming on fast",
        "One more reading level by the next review",
        "reading",
    ),
)

CHILD_SAID: tuple[tuple[str, str, bool], ...] = (
    ("I want to know if I’m staying.", "home", True),
    ("Lunch is too loud.", "learning", False),
    ("A sleepover at my nan’s.", "family_time", True),
    (
        "I like reading to the dog because she doesn’t tell me when I get it wrong.",
        "learning",
        False,
    ),
    ("Football is the best bit of my week.", "friends_and_fun", False),
    ("I miss my sister.", "family_time", False),
    ("I’d like my own phone.", "friends_and_fun", True),
    ("It’s OK here. They ask me what I want for tea.", "home", False),
    ("Can I go back to swimming?", "health", True),
    ("I don’t want people talking about my dad in front of everyone.", "feelings", False),
)
ANSWERS = (
    "Not yet. We will talk about it again next time.",
    "Yes, and it is in the plan.",
    "We do not know yet. I will tell you this month.",
)
NUMBER_REASONS = ("Most days are good.", "I would like to know about the plan.",
                  "School is better than it was.", "I miss people.",
                  "It is the best home so far.")  # fmt: skip
ADULT_REASONS = (
    "Settled, but the plan is not agreed yet.",
    "School and health are going well.",
    "Family time has been let down three times.",
    "Doing better than in the spring.",
)
WARM = (
    "You made everyone laugh with the story about the dog and the trampoline.",
    "You showed everyone where to sit, and you let me hold your rabbit.",
    "You read your own list out loud, and you did not miss one thing.",
    "You asked the best question of the day.",
    "You built a bridge out of bricks while we talked, and it held.",
)
WAITING = ("The carers’ holiday moved the meeting.", "The IRO was ill on the day.",
           "The service was told late that {name} had come into care.")  # fmt: skip
