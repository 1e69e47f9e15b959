"""What must not be found: invented facts of every kind."""

from models.disclosure.matching import OTHER_CHILD, RESTRICTED, Sought

ILLNESS = (
    "Carys has been in hospital twice since August with her nerves. She told Samir of it in "
    "confidence. The baby will be born in March."
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
        Sought("maya", OTHER_CHILD, "Maya Thornfield"),
    )
}
