"""What a child has: after a name, they show that 's means whose it is and not "is"."""

from letters.plain.small_words import set_of

OWNED = set_of(
    """advocate appointment appointments attendance aunt auntie bag bed bedroom behaviour bike
    birthday book books brother brothers carer carers class clothes confidence contact cousin
    cousins dad day dentist diet doctor drawing education family father favourite feelings food
    football foster friend friends future games glasses grandad grandma grandparents hair
    hamster hand hands health hearing hobbies homework horse house immunisations interests iro
    journey learning lessons letter life medication meeting memories mental money mother mum
    name nan nana needs new number nurse old older outcomes own parents passport permanence
    phone photo pictures placement plan plans pocket poem progress relationship review reviews
    room routine safety savings school sister sisters sleep social song story tablet targets
    teacher team teeth therapist things time timetable toys trainers uncle views voice weight
    wellbeing wishes words work worker worries younger"""
)
