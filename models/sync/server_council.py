"""What an administrator sets for a council: days apart, and whether business support reads."""

import json
import uuid
from dataclasses import dataclass
from typing import Any  # psycopg gives rows of any type

import psycopg

from models.sync.server_hand import acting_for, told
from models.sync.server_logins import NoSuchCouncil

Connection = psycopg.Connection[Any]
_COUNCIL = uuid.UUID(int=0)


@dataclass(frozen=True)
class CouncilSettings:
    """What is set for one council."""

    lease_days: int
    support_reads: bool


def set_council(
    connection: Connection,
    authority_id: int,
    lease_days: int | None = None,
    support_reads: bool | None = None,
) -> CouncilSettings:
    """Set what is given, note it in the chain, and give how it stands then.

    Raises: NoSuchCouncil, MayNotAdminister, NotInstalled.
    """
    with told(), acting_for(connection, authority_id):
        before = _standing(connection, authority_id)
        after = CouncilSettings(
            before.lease_days if lease_days is None else lease_days,
            before.support_reads if support_reads is None else support_reads,
        )
        if after != before:
            _change(connection, authority_id, before, after)
    return after


def _standing(connection: Connection, authority_id: int) -> CouncilSettings:
    row = connection.execute(
        "SELECT lease_days, support_reads FROM waymark.authority"
        " WHERE authority_id = %s FOR UPDATE",
        (authority_id,),
    ).fetchone()
    if row is None:
        raise NoSuchCouncil(values={"number": str(authority_id)})
    return CouncilSettings(int(row[0]), bool(row[1]))


def _change(
    connection: Connection, authority_id: int, before: CouncilSettings, after: CouncilSettings
) -> None:
    patch = {
        "lease_days": [before.lease_days, after.lease_days],
        "support_reads": [before.support_reads, after.support_reads],
    }
    noted = connection.execute(
        "SELECT waymark._note(%s::smallint, '_council', %s, 0, %s::pg_catalog.jsonb)",
        (authority_id, _COUNCIL, json.dumps(patch)),
    ).fetchone()
    connection.execute(
        "UPDATE waymark.authority SET lease_days = %s, support_reads = %s WHERE authority_id = %s",
        (after.lease_days, after.support_reads, authority_id),
    )
    if after.support_reads != before.support_reads:
        values = {"authority": authority_id, "seq": noted[0] if noted is not None else 0}
        connection.execute(_GIVE if after.support_reads else _TAKE, values)


_TAKE = (
    "UPDATE waymark.access SET revoked_seq = %(seq)s WHERE authority_id = %(authority)s"
    " AND kind = 'business_support' AND revoked_seq IS NULL"
)
_GIVE = (
    "INSERT INTO waymark.access (authority_id, case_id, person_id, kind, granted_seq)"
    " SELECT c.authority_id, c.case_id, p.id, 'business_support', %(seq)s"
    " FROM waymark.child_case c JOIN waymark.person p USING (authority_id)"
    " WHERE c.authority_id = %(authority)s AND NOT c.restricted"
    " AND p.role = 'business_support' AND p.revoked_at IS NULL"
    " ON CONFLICT (authority_id, case_id, person_id) DO UPDATE SET kind = 'business_support',"
    " granted_seq = %(seq)s, revoked_seq = NULL, until = NULL, reason = '', granted_by = NULL"
    " WHERE access.revoked_seq IS NOT NULL"
)
