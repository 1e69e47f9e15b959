"""What must not be found: invented facts of every kind."""

from models.disclosure.matching import OTHER_CHILD, RESTRICTED, Sought

ILLNESS = (
    "Carys has been in hospital twice since August with her nerves. She told Samir of it in "
    "confidence. The baby will be born in March."
)
EVERYDAY = (
    "He came into her room at night and told her to keep it secret. Mum has HIV. Dad hit her. "
    "Mum is using again and she owes people money. Sam said she does not feel safe with Mum. "
    "Her mother was arrested for theft in May. Her new dad works at the bank in town."
)
FACTS: dict[str, Sought] = {
    each.key: each
    for each in (
        Sought("home", "address", "Rose Cottage, 14 Mill Pond Lane, Ashcombe, AC4 7QZ"),
        Sought("flat", "address", "Flat 3, 27 Church Road\nAshcombe\nAC1 2LP"),
        Sought("mobile", "phone", "07700 900123"),
        Sought("telephone", "phone", "01632 960456"),
        Sought("mail", "email", "carys.larkhollow@example.org"),
        Sought("school", "school", "St Mary’s C of E Primary School"),
        Sought("academy", "school", "Oakfield Academy, Ashcombe"),
        Sought("mother", "name", "Carys Larkhollow", ("Caz", "Rhys’s mum")),
        Sought("new", "name", "Siân O’Brien-Finch", ("Shan",)),
        Sought("grace", "name", "Grace Hill"),
        Sought("will", "name", "Will Young"),
        Sought("arabic", "name", "سميرة الحسن", ("Samira al-Hassan",)),
        Sought("ukrainian", "name", "Оксана Левченко", ("Oksana Levchenko",)),
        Sought("town", "place", "Thornby"),
        Sought("route", "place", "Elm Bridge"),
        Sought("refuge", "refuge", "Rowan House, Elmford, 01632 960789"),
        Sought("plate", "other", "WR19 KLM"),
        Sought("illness", RESTRICTED, ILLNESS),
        Sought("lane", "address", "4 Holm Lane, Penhallow PH2 2BB"),
        Sought("farm", "address", "Rose Cottage, Upper Lane, Penhallow"),
        Sought("carer", "name", "Alma Dunmore", ("Ally",)),
        Sought("adopted", "name", "Kitty Larkhollow", is_grave=True),
        Sought("oak", "school", "Holm Oak Primary School"),
        Sought("wren", "refuge", "Wren House, 12 Bellamy Street, Truro TR1 2XX", is_grave=True),
        Sought("flat street", "address", "Flat 3, 27 St Mary's Road, Penhallow"),
        Sought("everyday", RESTRICTED, EVERYDAY),
        Sought("toby", OTHER_CHILD, "Tobias Whitlock"),
        Sought("beth", OTHER_CHILD, "Elizabeth Fernhill"),
        Sought("maya", OTHER_CHILD, "Maya Thornfield"),
    )
}
