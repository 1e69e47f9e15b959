"""Whether everybody may do in the shared database what is declared, and nothing more."""

from collections.abc import Iterable
from typing import Any, Final  # Any: psycopg gives rows of any type

import psycopg

from models.problems import N_
from models.sync import server_declared as declared
from models.sync.server_finding import Finding
from models.sync.server_hand import administering

Connection = psycopg.Connection[Any]

_PUBLIC: Final = "-"  # how PostgreSQL writes everybody as a role
_TABLES: Final = (
    "SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner)"
    " FROM pg_class c WHERE c.relnamespace = 'waymark'::regnamespace AND c.relkind IN ('r', 'p')"
)
_TABLE_GRANTS: Final = (
    "SELECT c.relname, acl.grantee::regrole::text, acl.privilege_type FROM pg_class c,"
    " LATERAL aclexplode(c.relacl) acl WHERE c.relnamespace = 'waymark'::regnamespace"
    " AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND acl.grantee <> c.relowner"
)
_COLUMN_GRANTS: Final = (
    "SELECT c.relname, acl.grantee::regrole::text, acl.privilege_type, a.attname FROM pg_class c"
    " JOIN pg_attribute a ON a.attrelid = c.oid, LATERAL aclexplode(a.attacl) acl"
    " WHERE c.relnamespace = 'waymark'::regnamespace AND acl.grantee <> c.relowner"
)
_FUNCTIONS: Final = (
    "SELECT p.proname, pg_get_userbyid(p.proowner), p.prosecdef,"
    " coalesce('search_path=pg_catalog, pg_temp' = ANY (p.proconfig), false),"
    " l.lanname FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang"
    " WHERE p.pronamespace = 'waymark'::regnamespace"
)
_FUNCTION_GRANTS: Final = (
    "SELECT p.proname, acl.grantee::regrole::text FROM pg_proc p,"
    " LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl"
    " WHERE p.pronamespace = 'waymark'::regnamespace AND acl.grantee <> p.proowner"
)
_POLICIES: Final = (
    "SELECT p.tablename, p.policyname, p.permissive, p.roles::text[], p.cmd"
    " FROM pg_policies p WHERE p.schemaname = 'waymark'"
)
_TRIGGERS: Final = (
    "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
    " WHERE c.relnamespace = 'waymark'::regnamespace AND t.tgenabled = 'A'"
    " AND t.tgname IN ('stays', 'stays_whole') GROUP BY c.relname HAVING count(*) = 2"
)
_OPEN_PLACES: Final = (
    "SELECT 'SCHEMA ' || n.nspname, acl.grantee::regrole::text, acl.privilege_type"
    " FROM pg_namespace n,"
    " LATERAL aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) acl"
    " WHERE n.nspname IN ('public', 'waymark') AND acl.grantee <> n.nspowner"
    " UNION ALL SELECT 'DATABASE', acl.grantee::regrole::text, acl.privilege_type"
    " FROM pg_database d,"
    " LATERAL aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) acl"
    " WHERE d.datname = current_database() AND acl.grantee <> d.datdba"
)
_GROUPS: Final = (
    "SELECT r.rolname FROM pg_roles r WHERE r.rolname = ANY (%s) AND (r.rolcanlogin"
    " OR r.rolsuper OR r.rolcreatedb OR r.rolcreaterole OR r.rolreplication OR r.rolbypassrls)"
)
_LOGINS: Final = (
    "SELECT r.rolname, r.rolconnlimit, r.rolsuper OR r.rolcreatedb OR r.rolcreaterole"
    " OR r.rolreplication OR r.rolbypassrls OR NOT r.rolcanlogin,"
    " ARRAY(SELECT g.rolname::text FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid"
    " WHERE m.member = r.oid ORDER BY 1) FROM pg_roles r WHERE r.rolname = ANY (%s)"
)
_OWNERS: Final = (
    "SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member"
    " WHERE m.roleid = 'waymark_owner'::regrole AND r.rolname <> session_user"
    " AND NOT r.rolsuper"
    " AND r.oid <> (SELECT d.datdba FROM pg_database d WHERE d.datname = current_database())"
)

_MORE: Final = N_("{who} may {what} on {place}, and should not.")
_UNFORCED: Final = N_("Row-level security is not forced on the table {place}.")
_OPEN: Final = N_("{who} may run the function {place}, and should not.")
_SHUT: Final = N_("{who} may not run the function {place}, and should.")
_STRANGE: Final = N_("{place} is not owned, kept or run as it should be.")
_POLICY: Final = N_("The policy {what} of the table {place} is missing or not as it should be.")
_UNGUARDED: Final = N_("Nothing stops the table {place} from being changed afterwards.")
_LOGIN: Final = N_("The login {place} may do more or less than a person's login should.")


def rights_found(connection: Connection) -> list[Finding]:
    """Give every right that is more or less than declared."""
    with connection.transaction():
        connection.execute("SET LOCAL search_path = pg_catalog, pg_temp")
        return [
            *_tables_found(connection),
            *_grants_found(connection),
            *_functions_found(connection),
            *_policies_found(connection),
            *_places_found(connection),
            *_logins_found(connection),
        ]


def _ask(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query.encode()).fetchall()


def _finding(code: str, words: str, place: str, who: str = "", what: str = "") -> Finding:
    named = "PUBLIC" if who == _PUBLIC else who
    return Finding(code, words, {"place": place, "who": named, "what": what})


def _tables_found(connection: Connection) -> Iterable[Finding]:
    guarded = {row[0] for row in _ask(connection, _TRIGGERS)}
    for table, enabled, forced, owner in _ask(connection, _TABLES):
        if not (enabled and forced):
            yield _finding("not_forced", _UNFORCED, table)
        if owner != declared.OWNER:
            yield _finding("wrong_owner", _STRANGE, table)
    for table in declared.APPEND_ONLY:
        if table not in guarded:
            yield _finding("not_append_only", _UNGUARDED, table)


def _grants_found(connection: Connection) -> Iterable[Finding]:
    for table, who, what in _ask(connection, _TABLE_GRANTS):
        is_audit = who == declared.AUDIT and table in declared.READ_BY_AUDIT
        if what != "SELECT" or not (who == declared.BACKUP or is_audit):
            yield _finding("extra_grant", _MORE, table, who, what)
    for table, who, what, column in _ask(connection, _COLUMN_GRANTS):
        is_audit = who == declared.AUDIT and column in declared.COLUMNS_OF_AUDIT.get(table, ())
        if what != "SELECT" or not is_audit:
            yield _finding("extra_grant", _MORE, f"{table}.{column}", who, what)


def _functions_found(connection: Connection) -> Iterable[Finding]:
    granted = {(row[0], row[1]) for row in _ask(connection, _FUNCTION_GRANTS)}
    for name, owner, is_definer, is_pinned, language in _ask(connection, _FUNCTIONS):
        is_door = name in declared.DOORS
        if (
            owner != declared.OWNER
            or (is_definer and not is_pinned)
            or (is_door and not is_definer)
            or language != "plpgsql"
        ):
            yield _finding("strange_function", _STRANGE, name)
        if is_door and (name, declared.DOORS[name]) not in granted:
            yield _finding("missing_grant", _SHUT, name, declared.DOORS[name])
    for name, who in sorted(granted):
        if declared.DOORS.get(name) != who:
            yield _finding("open_function", _OPEN, name, who)


def _policies_found(connection: Connection) -> Iterable[Finding]:
    found = _ask(connection, _POLICIES)
    for table, name, permissive, roles, command in found:
        wanted = "ALL" if name == "theirs" else "SELECT"
        is_audit_elsewhere = name == "audit" and table not in (*declared.READ_BY_AUDIT, "change")
        if (
            declared.POLICIES.get(name) != "".join(roles)
            or permissive != "PERMISSIVE"
            or command != wanted
            or is_audit_elsewhere
        ):
            yield _finding("strange_policy", _POLICY, table, what=name)
    there = {(row[0], row[1]) for row in found}
    for table, *_ in _ask(connection, _TABLES):
        if (table, "theirs") not in there:
            yield _finding("missing_policy", _POLICY, table, what="theirs")


def _places_found(connection: Connection) -> Iterable[Finding]:
    of_waymark = (declared.CLIENT, declared.AUDIT, declared.BACKUP)
    for place, who, what in _ask(connection, _OPEN_PLACES):
        is_known = (place == "SCHEMA waymark" and who in of_waymark and what == "USAGE") or (
            place == "DATABASE" and who in declared.MAY_CONNECT and what == "CONNECT"
        )
        if not is_known and (who == _PUBLIC or who in declared.GROUPS):
            yield _finding("extra_grant", _MORE, place, who, what)


def _logins_found(connection: Connection) -> Iterable[Finding]:
    with administering(connection):
        people = connection.execute(
            "SELECT l.login::text, p.role FROM waymark.login l JOIN waymark.person p"
            " ON p.authority_id = l.authority_id AND p.id = l.person_id"
        )
        groups = {login: declared.group_of(role) for login, role in people}
    there = connection.execute(_LOGINS.encode(), (list(groups),)).fetchall()
    for login, limit, has_more, member_of in there:
        if has_more or limit != declared.CONNECTIONS_OF_ONE_PERSON or member_of != [groups[login]]:
            yield _finding("strange_login", _LOGIN, login)
    for login in sorted(set(groups) - {row[0] for row in there}):
        yield _finding("missing_login", _LOGIN, login)
    groups_there = connection.execute(_GROUPS.encode(), (list(declared.GROUPS),)).fetchall()
    for (role,) in (*groups_there, *_ask(connection, _OWNERS)):
        yield _finding("strange_role", _LOGIN, role)
