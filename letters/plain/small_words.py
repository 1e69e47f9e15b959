"""Small words of English that show where a noun phrase begins and ends."""


def set_of(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())


BEFORE_A_NOUN = set_of(
    """a an the this that these those some any each every no another other my your his her its our
    their one two three four five first second third last next new own both all such"""
)
PREPOSITIONS = set_of(
    """about above across after against along among around as at before behind below beside between
    beyond by during except for from in inside into like near of off on onto out outside over past
    since through to toward towards under until up upon via with within without"""
)
LINKS = set_of(
    """and or but so because if when while where who which that than then although though unless
    whether how why what"""
)
BEING = set_of(
    """am is are was were be been being isn't aren't wasn't weren't has have had having hasn't
    haven't hadn't do does did doing doesn't don't didn't"""
)
MODALS = set_of(
    """can could may might must shall should will would can't couldn't mustn't shouldn't won't
    wouldn't"""
)
PRONOUNS = set_of(
    """i you he she it we they me him us them who everyone everybody someone somebody nobody
    there here"""
)
ADVERBS = set_of(
    """not never always often sometimes usually still also just only really very too already soon
    now today tomorrow again once together later early yet ever even mostly nearly almost
    currently recently both well more most less much a lot"""
)
VERBS = set_of(
    """agree agrees agreed ask asks asked began begin begins call calls called came change changes
    changed check checks checked come comes discuss discusses discussed explain explains explained
    feel feels felt find finds found follow follows followed gave get gets give gives given go goes
    going gone got happen happens happened hear heard help helps helped hold holds held keep keeps
    kept know knows known leave leaves left let lets like likes liked live lives lived look looks
    looked made make makes making means meant meet meets met move moves moved need needs needed
    read reads remain remains review said saw say says see sees seen send sends sent set shows
    showed spoke start starts started stay stays stayed stop stops stopped take takes taken talk
    talks talked tell tells think thinks thought told took use uses used visit visited want wants
    wanted went work works worked write writes written wrote rang ring rings update updated update
    updates complete completes completed arrange arranges arranged"""
)
AFTER_A_NOUN = (
    PREPOSITIONS | LINKS | BEING | MODALS | PRONOUNS | ADVERBS | VERBS | BEFORE_A_NOUN
) - {"own", "new", "next", "last", "one", "first", "second", "third", "review", "work", "visit"}
BEFORE_A_WHOLE_PHRASE = PREPOSITIONS | LINKS | (BEING - {"had"}) | VERBS | {"not", "also", "had"}
PLURALS_NEVER_VERBS = set_of(
    """lessons friends sisters carers parents teachers grandparents cats apples bananas sweets
    biscuits crisps vegetables clothes shoes trousers animals computers glasses girls boys things
    goals days weeks months years hours minutes evenings weekends mornings afternoons holidays
    maths sports classes activities hobbies jeans gymnastics puzzles sleepovers jigsaws pizzas
    mondays tuesdays wednesdays thursdays fridays saturdays sundays news athletics dinners lunches
    breakfasts meals sandwiches cousins aunts uncles brothers nieces nephews cars bikes"""
)
"""What ends like a verb after "he" or "she" and is none."""
_ADJECTIVES = set_of(
    """able afraid angry anxious asleep awake aware awful bad better big black blue bored brave
    bright brilliant brown busy calm careful cheerful clean clear clever closer cold confident
    cross curious cool dark different difficult dirty due early easy excellent excited expensive
    extra fair fantastic fast favourite fine fit free full fun funny glad good great green grey
    half happier happy hard healthy heavy helpful high home hot huge hungry ill important
    interested interesting keen kind large late left less light long longer loud low lucky main
    missing more much musical nervous new nice noisy ok okay old only open orange own pink
    pleased polite poorly positive pretty proud purple quick quiet quieter ready real red regular
    relaxed right sad safe same scared secure settled shy short sick sleepy slow small sore
    sorry special stable steady strong sure sweet taller talented tall thankful tidy tired
    unhappy unsure unwell upset used useful usual warm weekly well white whole wonderful worried
    worse wrong yellow"""
)
_NUMBERS = set_of("two three four five six seven eight nine ten eleven twelve half")
DESCRIBING = _ADJECTIVES | _NUMBERS | ADVERBS | set_of("first second third last next own very")
"""Words between an article and its noun."""
