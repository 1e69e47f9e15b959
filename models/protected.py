"""What must not reach everybody: protected facts of a child, and restricted fields."""

from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, validates

from models.problems import N_
from models.record import ID_LENGTH, MergeRule, Record, Refused, Shared, kept


class FactKind(StrEnum):
    """What a protected fact is, which says in what other forms it may be written."""

    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    SCHOOL = "school"
    NAME = "name"
    PLACE = "place"
    REFUGE = "refuge"
    OTHER = "other"


FACT_KIND_WORDS = {
    FactKind.ADDRESS: N_("Address"),
    FactKind.PHONE: N_("Phone number"),
    FactKind.EMAIL: N_("E-mail address"),
    FactKind.SCHOOL: N_("School, nursery or club"),
    FactKind.NAME: N_("Name, or new name"),
    FactKind.PLACE: N_("Town, area or route"),
    FactKind.REFUGE: N_("Family in refuge"),
    FactKind.OTHER: N_("Something else"),
}


class ProtectedFact(Shared, Record):
    """A fact that some readers must never find in what they are sent.

    `tag` is the restriction (models.rules.restrictions) that says which kinds of reader; a
    person in `hidden_from` must not see it whatever their kind. `also_written` holds other
    spellings, nicknames and short forms. `person_id` is whose fact it is, where not the child's.
    """

    __tablename__ = "protected_fact"

    child_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("child.id"), index=True)
    kind: Mapped[str] = kept(MergeRule.CHOICE, String(20), default=FactKind.OTHER)
    words: Mapped[str] = kept(MergeRule.CHOICE, String(500))
    also_written: Mapped[list[str]] = kept(MergeRule.MEMBER, JSON, default=list)
    person_id: Mapped[str | None] = kept(MergeRule.CHOICE, ForeignKey("person.id"))
    tag: Mapped[str] = kept(MergeRule.CHOICE, String(4), default="")
    hidden_from: Mapped[list[str]] = kept(MergeRule.MEMBER, JSON, default=list)
    why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")

    TYPED = frozenset({"kind", "words", "also_written", "person_id", "tag", "hidden_from", "why"})

    @validates("words")
    def _fact_has_words(self, _field: str, words: str) -> str:
        if not words.strip():
            raise Refused("a protected fact needs words")
        return words


class Restriction(Shared, Record):
    """The tags of one field of a review's record, or of a whole row where `field` is empty.

    Notes and decisions carry their own; this is for every other paragraph. One without `kinds`
    is restricted and nobody has said yet from whom: it is left out of every copy.
    """

    __tablename__ = "restriction"
    ONE_FOR = ("review_id", "of_table", "row_id", "field")

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    of_table: Mapped[str] = kept(MergeRule.FIXED, String(40))
    row_id: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH))
    field: Mapped[str] = kept(MergeRule.FIXED, String(40), default="")
    kinds: Mapped[list[str]] = kept(MergeRule.MEMBER, JSON, default=list)

    TYPED = frozenset({"kinds"})
