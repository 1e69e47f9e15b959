"""What is read for the letter of one child, and the names of others that must not be in it."""

from models.child import Child
from models.database import Database
from tests import sample

Sam = tuple[Database, sample.Sample]


def test_other_children_are_all_who_are_on_the_laptop_whoever_reviews_them(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        own = session.get_one(Child, made.child_id)
        for number, (given, reviewer) in enumerate((("Tobias", own.iro_id), ("Maya", "iro-2"))):
            key = f"00000000-0000-4000-8000-00000000000{number}"
            session.add(
                Child(
                    id=key, authority_id=own.authority_id, case_id=key,
                    identifier=f"P-9{number}", given_name=given, family_name="Whitlock",
                    pronouns="they/them", born_on=own.born_on, legal_status=own.legal_status,
                    lives_with="", school="", iro_id=reviewer,
                )
            )  # fmt: skip
    others = set(sample.sheet(database, made).making.other_children)
    assert others == {"Tobias", "Tobias Whitlock", "Maya", "Maya Whitlock"}
