"""Long words that a child of nine hears every day, so that nobody need replace them."""

from functools import cache

from letters.plain.small_words import set_of

_EASY = set_of(
    """afternoon afternoons already animal animals another answering anybody anyone
    anything area banana bananas basketball beautiful beginning
    behaviour bicycle birthday birthdays breakfast brilliant butterfly camera carefully celebrate
    celebrated chocolate cinema colouring comfortable computer computers cousin decided deciding
    decide dangerous different difficult dinosaur dinosaurs drawing elephant energy enjoying
    especially evening evenings every everybody everyone everything everywhere everyday exciting
    excited exercise family families favourite favourites finally fireworks football gardening
    general goodbye granddad grandfather grandma grandmother grandparents happened happening
    happily happier happiest holiday holidays homework hospital however idea ideas imagine
    important including interested interesting kitchen library listening living lovely medicine
    meeting meetings minute minutes moment mountain museum musical necessary nobody nothing
    November officer ordinary organise outside overnight paper piano picture pictures
    playground police potato potatoes probably properly question questions quickly quietly radio
    really remember remembered remembering restaurant Saturday saxophone scientist secondary
    separate several skateboard skateboarding sleepover sleepovers somebody someone something
    sometimes somewhere special spaghetti suddenly swimming teenager telephone television
    tidying together tomorrow together trampoline understand understanding understood uniform
    unhappy usually vegetable vegetables video videos visiting visitor weekend whatever whenever
    wherever wonderful worrying yesterday yourself themselves himself herself myself ourselves
    alphabet activity activities adventure computer caterpillar children favourite hamburger
    instrument invitation ladybird magazine newspaper photograph photographs piano policeman
    president strawberry strawberries umbrella university volleyball badminton gymnastics
    everyone's family's afterwards anyway babysitter calculator character chemistry
    geography history mathematics religion technology science assembly reception teacher teachers
    grandparent stepfather stepmother godmother foster fostering sister's brother's
    number emergency delicious terrible
    horrible possible impossible supermarket motorbike minibus aeroplane bicycle engineer"""
)


@cache
def is_easy(word: str) -> bool:
    """Whether it is one of these."""
    return word.lower().replace("’", "'").removesuffix("'s") in _EASY
