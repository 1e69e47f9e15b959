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
