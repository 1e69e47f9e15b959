"""The first facts of a new record: whose it is, and for which council; and who that is later."""

from sqlalchemy.orm import Session

from models.council import Council, LaptopFact, StaffMember
from models.whose import OWNER

AUTHORITY_UNTIL_SHARED = 1  # the council's own number comes with its shared database


def begin_record(session: Session, name: str, council: str) -> str:
    """Note who keeps this record, and their council. Gives the person's id."""
    own = {"authority_id": AUTHORITY_UNTIL_SHARED, "case_id": ""}
    me = StaffMember(name=name, **own)
    session.add_all([me, Council(name=council, **own)])
    session.flush()
    session.add(
        LaptopFact(name=OWNER, value={"staff_id": me.id, "authority_id": AUTHORITY_UNTIL_SHARED})
    )
    return me.id
