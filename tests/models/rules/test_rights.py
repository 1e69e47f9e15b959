"""The rights checklist."""

from models.rules.rights import RIGHTS


def test_the_checklist_has_its_eight_rights() -> None:
    assert list(RIGHTS) == [
        "advocate",
        "independent_visitor",
        "complain",
        "early_review",
        "own_records",
        "legal_advice",
        "contact_details",
        "copy_of_plan",
    ]
