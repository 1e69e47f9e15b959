"""The first facts of a new record: whose it is, and for which council; and who that is later."""

from sqlalchemy.orm import Session

from models.council import Council, LaptopFact, StaffMember
from models.first_facts import NOT_YET, FirstNumbers
from models.whose import OWNER

AUTHORITY_UNTIL_SHARED = 1  # the council's own number comes with its shared database


def begin_record(
    session: Session, name: str, council: str, numbers: FirstNumbers = NOT_YET
) -> str:
    """Note who keeps this record, and their council. Gives the person's id."""
    own = {"authority_id": AUTHORITY_UNTIL_SHARED, "case_id": ""}
    me = StaffMember(name=name, phone=numbers.phone, **own)
    its_council = Council(
        name=council,
        advocacy_name=numbers.advocacy_name,
        advocacy_phone=numbers.advocacy_phone,
        complaints_phone=numbers.complaints_phone,
        **own,
    )
    session.add_all([me, its_council])
    session.flush()
    session.add(
        LaptopFact(name=OWNER, value={"staff_id": me.id, "authority_id": AUTHORITY_UNTIL_SHARED})
    )
    return me.id
