"""Words that surely mean no person, no animal and no body of people, so that "she" stays clear.

The lists are closed on purpose: a word that is on none of them may be anybody.
"""

from letters.plain.small_words import (
    ADVERBS,
    BEFORE_A_NOUN,
    BEING,
    LINKS,
    MODALS,
    PREPOSITIONS,
    set_of,
)
from letters.plain.verbs import PAST_OF_ONE, forms_of

_SINGULAR = set_of(
    """ache afternoon age anxiety appetite apple appointment arm art attendance award badge bag
    ball banana bath bathroom bed bedroom bedtime behaviour bicycle bike birthday biscuit
    blanket blazer boot bowl box brace bracelet bread breakfast brush bus button cake calendar
    camera canoe cap car card carpet certificate cheese chocolate choice cinema clay clock coat
    cold colour computer confidence cookery cooking cough cream cup curtain cycling dance day
    desk diet dinner dish door drama dress drum ear earring education evening exam eye feeling
    fever fidget film finger floor flute food foot football fork freedom fridge fruit future
    gaming garden glasses glove goal gold grade guitar gym gymnastics hair haircut hall
    handwriting hat headache health heart height helmet hobby hockey holiday homework hood hope
    hour hygiene identity immunisation ink jacket jeans jigsaw journey juice jumper key keyboard
    kitchen knee knife ladder lamp laptop leg leisure lesson letter level light lip list lock
    locker lounge luggage lunch lunchtime map mask maths meal medal medication medicine meeting
    midnight mind minute mirror money month mood morning mouth mug music nail necklace need
    netball night nightlight noise nose notebook office opportunity oven pain paint paper park
    passport pasta pe pedal pen pencil pep permanence phone photography piano picnic pillow
    pizza plan plaster plate pocket poem pool pottery prize progress puzzle quilt rain reading
    reason relationship result review rice ring road room rota routine rugby rule running safety
    salad sand sandwich savings saxophone scarf science scooter score seat self-esteem sewing
    shampoo shelf shirt shoe shop shopping shower sink skateboard skating skill skin skirt sleep
    sleepover snack snow soap sock sofa soup spelling spoon spring step stomach supper swimming
    swing t-shirt table tablet talk target tea teeth tennis term test ticket tie time timetable
    toast toilet tooth toothbrush torch towel train trampoline trip trombone trousers trumpet
    trust turn umbrella uniform van vegetable violin wall wardrobe washing water weather week
    weekend weight wellbeing wheel whiteboard window wish word work workbook worry wrist writing
    year yoga zip zoo"""
)
_TWO_FORMED = {"activity": "activities", "opportunity": "opportunities", "anxiety": "anxieties",
               "hobby": "hobbies", "worry": "worries", "bus": "buses",
               "wish": "wishes", "brush": "brushes", "box": "boxes", "dish": "dishes",
               "lunch": "lunches", "sandwich": "sandwiches", "torch": "torches"}  # fmt: skip
_NO_PLURAL = set_of("glasses jeans trousers savings teeth maths gymnastics")
PLURALS = frozenset(
    {f"{word}s" for word in _SINGULAR - _TWO_FORMED.keys() - _NO_PLURAL}
    | set(_TWO_FORMED.values())
    | set_of("glasses jeans trousers savings teeth clothes things sports")
)
THINGS = (_SINGULAR | _TWO_FORMED.keys() | {"thing", "sport"}) | PLURALS
"""Things, times and what is done: of none of them is "he", "she" or a body of people said."""

PLURALS_NEVER_VERBS = set_of(
    """lessons friends sisters carers parents teachers grandparents cats apples bananas sweets
    biscuits crisps vegetables clothes shoes trousers animals computers glasses girls boys things
    goals days weeks months years hours minutes evenings weekends mornings afternoons holidays
    maths sports classes activities hobbies jeans gymnastics puzzles sleepovers jigsaws pizzas
    mondays tuesdays wednesdays thursdays fridays saturdays sundays news athletics dinners lunches
    breakfasts meals sandwiches cousins aunts uncles brothers nieces nephews cars bikes"""
)
"""What ends like a verb after "he" or "she" and is none."""

PLACES = set_of("school class college home hospital nursery university placement")
"""Where there are people, so that "they" may mean those; and whoever is told something there."""

_TIME = set_of(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december year christmas easter eid"""
)
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
_MORE_ADVERBS = set_of(
    """rarely finally really usually normally generally especially probably certainly definitely
    regularly occasionally happily sadly luckily quietly loudly carefully safely quickly slowly
    slightly particularly overall perhaps maybe please too up away back home indoors outdoors
    outside inside everything nothing something anything everywhere anywhere somewhere weekly
    daily monthly yearly tonight yesterday first second third last next per yes no instead
    throughout further forward together quite lots bit twice once while"""
)
_NUMBERS = set_of("two three four five six seven eight nine ten eleven twelve half")
_MAY_BE_SOMEBODY = set_of(
    "one other another all both any some each those these who more most less"
)
ARTICLES = set_of("a an the my our your its every each")
DESCRIBING = _ADJECTIVES | _NUMBERS | ADVERBS | set_of("first second third last next own very")
"""Words between an article and its noun."""

_VERBS = set_of(
    """add agree appear arrive ask attend become begin believe belong breathe bring build buy
    carry change choose climb come complain continue cope cry cycle decide describe dislike draw
    dream drink eat enjoy explain fall feel find finish forget get give go grow happen hate have
    hear help hope improve join jump keep know laugh learn leave lend like listen live look lose
    love make manage mean miss move need open own paint pay pick practise prefer pretend promise
    put read remember ride run say see seem send settle share show sing sit skate sleep smile
    spend stand start stay stop struggle study swim take talk tell think throw trust try turn
    understand use wait wake walk want wash watch wear wish work worry write be do"""
)
PAST_AND_DOING = (forms_of(_VERBS) - _VERBS) | PAST_OF_ONE
_FUNCTION = (
    (ADVERBS | BEFORE_A_NOUN | BEING | LINKS | MODALS | PREPOSITIONS) - _MAY_BE_SOMEBODY
) | set_of("i it we me us you there here it's i'm that's there's we're to not as")
SAFE = (
    _FUNCTION | _MORE_ADVERBS | _NUMBERS | _ADJECTIVES | _TIME | THINGS | _VERBS | PAST_AND_DOING
) - set_of("talk talks talked talking rings ringing miss")
"""Every word that may stand between the child's name and a pronoun, but for places."""

STARTERS = (_FUNCTION | _MORE_ADVERBS | _ADJECTIVES | THINGS | PLACES) - set_of(
    "will may can art june april august summer autumn winter spring so an sunday easter christmas "
    "hope bill mark long short young ring early sweet lucky brown white black green grey read "
    "pepper reading day light may in on rice wall park hall van song cook bright wise good"
) | {"in", "on", "so", "can", "an"}  # fmt: skip
"""Those that a sentence may begin with and that are nobody's name."""
