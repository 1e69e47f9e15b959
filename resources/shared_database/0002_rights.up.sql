-- Who may see what, held twice: functions are the only door, and under them row-level security
-- is forced upon the owner of the tables too. Policies compare plain columns with settings that
-- waymark._enter() makes from session_user, so that a function which forgets its WHERE, or a
-- node that does not know the session, still gives nobody what is not theirs.

SET ROLE waymark_owner;
ALTER DEFAULT PRIVILEGES REVOKE ALL ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE ALL ON TYPES FROM PUBLIC;

CREATE TYPE waymark.caller AS (
    authority_id smallint,
    person_id uuid,
    role text,
    revoked boolean
);

-- What the settings say; nothing where nobody has entered.
CREATE FUNCTION waymark._role() RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce(current_setting('waymark.role', true), '');
END $$;

-- Every function begins with this: who calls, from the connection and from nothing they say. A
-- transaction that would go on seeing what stood when it began (and whose access has been taken
-- away since) is refused; laptops have none.
CREATE FUNCTION waymark._enter() RETURNS waymark.caller
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who waymark.caller;
BEGIN
    PERFORM set_config('waymark.' || name, '', true)
    FROM unnest(ARRAY['authority', 'person', 'role', 'act', 'case', 'erasing']) AS name;
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'malformed' USING ERRCODE = 'WM003';
    END IF;
    PERFORM set_config('waymark.login', session_user::text, true);
    SELECT l.authority_id, l.person_id INTO who.authority_id, who.person_id
    FROM waymark.login l WHERE l.login = session_user;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such person' USING ERRCODE = 'WM001';
    END IF;
    PERFORM set_config('waymark.authority', who.authority_id::text, true);
    SELECT p.role, p.revoked_at IS NOT NULL INTO who.role, who.revoked
    FROM waymark.person p WHERE p.authority_id = who.authority_id AND p.id = who.person_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such person' USING ERRCODE = 'WM001';
    END IF;
    PERFORM set_config('waymark.person', who.person_id::text, true);
    PERFORM set_config(
        'waymark.role', CASE WHEN who.revoked THEN 'revoked' ELSE who.role END, true
    );
    RETURN who;
END $$;

-- A narrow part of a function acts for the whole council of the caller: 'council' for what the
-- database itself does (access that a new case brings, rows of conflict), 'manager' and
-- 'steward' for what only they may. '' ends it; so does the next _enter(). 'administrator' is an
-- administrator's own setting, on their own connection; no function takes it.
CREATE FUNCTION waymark._act(p_as text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_as NOT IN ('', 'council', 'manager', 'steward')
        OR (p_as IN ('manager', 'steward') AND waymark._role() <> p_as)
    THEN
        RAISE EXCEPTION 'not for this role' USING ERRCODE = 'WM004';
    END IF;
    PERFORM set_config('waymark.act', p_as, true);
    PERFORM set_config('waymark.case', '', true);
END $$;

-- Whether the caller has this case now; what belongs to the council itself is everybody's. The
-- last case that was found to be theirs is remembered in a setting until _enter() or _act(), so
-- that the rows of one case are asked about once.
CREATE FUNCTION waymark._has(p_authority smallint, p_case uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    role text := coalesce(current_setting('waymark.role', true), '');
BEGIN
    IF p_authority::text <> coalesce(current_setting('waymark.authority', true), '') THEN
        RETURN false;
    END IF;
    IF p_case = '00000000-0000-0000-0000-000000000000' THEN
        RETURN role IN ('iro', 'manager', 'business_support', 'steward');
    END IF;
    IF role IN ('iro', 'manager', 'business_support') AND EXISTS (
        SELECT FROM waymark.access a
        WHERE a.authority_id = p_authority AND a.case_id = p_case
            AND a.person_id = nullif(current_setting('waymark.person', true), '')::uuid
            AND a.revoked_seq IS NULL AND (a.until IS NULL OR a.until > clock_timestamp())
    ) THEN
        PERFORM set_config('waymark.case', p_case::text, true);
        RETURN true;
    END IF;
    RETURN false;
END $$;

-- What every table asks first; {own} stands for what the table asks beside it.
DO $rights$
DECLARE
    mine constant text :=
        $$authority_id = nullif(current_setting('waymark.authority', true), '')::smallint$$;
    acting constant text := $$coalesce(current_setting('waymark.act', true), '') <> ''$$;
    administering constant text :=
        $$coalesce(current_setting('waymark.act', true), '') = 'administrator'$$;
    me constant text :=
        $$person_id = nullif(current_setting('waymark.person', true), '')::uuid$$;
    role constant text := $$coalesce(current_setting('waymark.role', true), '')$$;
    has constant text := 'waymark._has(authority_id, case_id)';
    whole constant text := mine || $$ AND (case_id
        = nullif(current_setting('waymark.case', true), '')::uuid OR $$
        || acting || ' OR ' || has || ')';
    each record;
BEGIN
    FOR each IN
        SELECT * FROM (VALUES
            ('step', 'true'),
            ('registry', 'true'),
            ('login', $$login = nullif(current_setting('waymark.login', true), '')::name
                OR $$ || mine || ' AND ' || acting || ' OR ' || administering),
            ('authority', mine || ' OR ' || administering),
            ('clock', mine),
            ('person', mine || ' OR ' || administering),
            ('link', mine),
            ('held_settled', mine),
            ('row', whole),
            ('change', whole),
            ('part', whole),
            ('child_case', mine || ' AND (' || acting || ' OR ' || role || $$ = 'manager' OR $$
                || has || ')'),
            ('access', mine || ' AND (' || acting || ' OR ' || me || ' OR '
                || role || $$ = 'manager')$$),
            ('device', mine || ' AND (' || acting || ' OR ' || me || ' OR '
                || role || $$ IN ('manager', 'steward'))$$),
            ('opened', mine || ' AND (' || acting || ' OR ' || me || ' OR '
                || role || $$ = 'manager' AND $$ || has || ')'),
            ('batch', mine || ' AND (' || acting || ' OR ' || me || ')'),
            ('parked', mine || ' AND (' || acting || ' OR ' || me || ')'),
            ('held', mine || ' AND (' || acting || ' OR ' || me || ' OR '
                || role || $$ IN ('iro', 'manager') AND $$ || has || ')')
        ) AS rule(name, using_)
    LOOP
        EXECUTE format('ALTER TABLE waymark.%I ENABLE ROW LEVEL SECURITY', each.name);
        EXECUTE format('ALTER TABLE waymark.%I FORCE ROW LEVEL SECURITY', each.name);
        EXECUTE format(
            'CREATE POLICY theirs ON waymark.%I TO waymark_owner USING (%s) WITH CHECK (%s)',
            each.name, each.using_, each.using_
        );
        EXECUTE format(
            'CREATE POLICY backup ON waymark.%I FOR SELECT TO waymark_backup USING (true)',
            each.name
        );
        EXECUTE format('GRANT SELECT ON waymark.%I TO waymark_backup', each.name);
    END LOOP;
END $rights$;

-- The auditor sees that nothing was changed, and who looked; never what was written.
GRANT USAGE ON SCHEMA waymark TO waymark_client, waymark_audit, waymark_backup;
GRANT SELECT (authority_id, seq, ord, content_hash) ON waymark.change TO waymark_audit;
GRANT SELECT ON waymark.link, waymark.opened TO waymark_audit;
CREATE POLICY audit ON waymark.change FOR SELECT TO waymark_audit USING (true);
CREATE POLICY audit ON waymark.link FOR SELECT TO waymark_audit USING (true);
CREATE POLICY audit ON waymark.opened FOR SELECT TO waymark_audit USING (true);

-- What was accepted, held, opened or answered stays as it is, for the owner of the tables too.
-- Only waymark._forget() takes words out, and only these columns may then differ.
CREATE FUNCTION waymark._stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    may_differ constant jsonb :=
        '{"change": ["patch", "salt", "op_sum"], "held": ["op"]}';
    differs text[];
BEGIN
    IF TG_OP = 'UPDATE' AND current_setting('waymark.erasing', true) = 'yes' THEN
        SELECT array_agg(f) INTO differs
        FROM jsonb_array_elements_text(may_differ -> TG_TABLE_NAME) AS f;
        IF to_jsonb(NEW) - differs = to_jsonb(OLD) - differs THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'waymark.% keeps what it holds', TG_TABLE_NAME USING ERRCODE = 'WM005';
END $$;

DO $stays$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['change', 'link', 'opened', 'held', 'held_settled', 'batch'] LOOP
        EXECUTE format(
            'CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON waymark.%I'
            || ' FOR EACH ROW EXECUTE FUNCTION waymark._stays()', kept
        );
        EXECUTE format(
            'CREATE TRIGGER stays_whole BEFORE TRUNCATE ON waymark.%I'
            || ' FOR EACH STATEMENT EXECUTE FUNCTION waymark._stays()', kept
        );
        EXECUTE format('ALTER TABLE waymark.%I ENABLE ALWAYS TRIGGER stays', kept);
        EXECUTE format('ALTER TABLE waymark.%I ENABLE ALWAYS TRIGGER stays_whole', kept);
    END LOOP;
END $stays$;

-- Takes the words of one case out of what otherwise only grows; the hashes stay, so the chain
-- still verifies. Only within a steward's act; a legal hold wins.
CREATE FUNCTION waymark._forget(p_authority smallint, p_case uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    taken integer;
BEGIN
    IF waymark._role() <> 'steward'
        OR coalesce(current_setting('waymark.act', true), '') <> 'steward'
        OR EXISTS (
            SELECT FROM waymark.child_case c
            WHERE c.authority_id = p_authority AND c.case_id = p_case AND c.legal_hold
        )
    THEN
        RAISE EXCEPTION 'not for this role' USING ERRCODE = 'WM004';
    END IF;
    PERFORM set_config('waymark.erasing', 'yes', true);
    UPDATE waymark.change SET patch = NULL, salt = NULL, op_sum = NULL
    WHERE authority_id = p_authority AND case_id = p_case AND patch IS NOT NULL;
    GET DIAGNOSTICS taken = ROW_COUNT;
    UPDATE waymark.held SET op = '{"erased": true}'
    WHERE authority_id = p_authority AND case_id = p_case;
    PERFORM set_config('waymark.erasing', '', true);
    RETURN taken;
END $$;

-- The chain: a change is hashed with its salt, so that nobody guesses short words from a hash.
CREATE FUNCTION waymark._content_hash(p_salt bytea, p_patch jsonb) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN sha256(p_salt || convert_to(p_patch::text, 'UTF8'));
END $$;

-- Which link a line of who looked, or of held work, goes into: the next one. A link that is being
-- made is waited for, so that no line comes after the link that should hold it.
CREATE FUNCTION waymark._into_link() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.link_seq IS NULL THEN
        SELECT c.seq + 1 INTO NEW.link_seq FROM waymark.clock c
        WHERE c.authority_id = NEW.authority_id FOR SHARE;
    END IF;
    RETURN NEW;
END $$;

DO $into_link$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['opened', 'held', 'held_settled'] LOOP
        EXECUTE format(
            'CREATE TRIGGER into_link BEFORE INSERT ON waymark.%I'
            || ' FOR EACH ROW EXECUTE FUNCTION waymark._into_link()', kept
        );
        EXECUTE format('ALTER TABLE waymark.%I ENABLE ALWAYS TRIGGER into_link', kept);
    END LOOP;
END $into_link$;

-- Who looked and what was held, as one link holds it; not the words held, which may be erased.
CREATE FUNCTION waymark._lines_of_link(p_authority smallint, p_seq bigint) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT string_agg(l.line::text, E'\n' ORDER BY l.line::text COLLATE "C")
        FROM (
            SELECT jsonb_build_array('opened', o.id, o.case_id, o.person_id, o.device_id, o.act,
                o.what, extract(epoch FROM o.at), extract(epoch FROM o.server_at)) AS line
            FROM waymark.opened o WHERE o.authority_id = p_authority AND o.link_seq = p_seq
            UNION ALL
            SELECT jsonb_build_array('held', h.op_id, h.person_id, h.device_id, h.case_id, h.why,
                extract(epoch FROM h.at))
            FROM waymark.held h WHERE h.authority_id = p_authority AND h.link_seq = p_seq
            UNION ALL
            SELECT jsonb_build_array('settled', s.op_id, s.outcome, s.by,
                extract(epoch FROM s.at))
            FROM waymark.held_settled s
            WHERE s.authority_id = p_authority AND s.link_seq = p_seq
        ) l
    );
END $$;

-- What a link is: over the one before and every change of its seq, who, where and when included,
-- so that a changed author shows as surely as a changed word.
CREATE FUNCTION waymark._link_hash(p_authority smallint, p_seq bigint, p_before bytea)
RETURNS bytea
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT sha256(p_before || convert_to(coalesce(string_agg(
            jsonb_build_array(c.seq, c.ord, c.case_id, c.table_name, c.row_id, c.row_version,
                c.person_id, c.device_id, c.op_id, encode(c.content_hash, 'hex'),
                extract(epoch FROM c.client_at), c.clock_offset_ms,
                extract(epoch FROM c.server_at), c.schema_v)::text,
            E'\n' ORDER BY c.ord), '')
            || coalesce(E'\n' || waymark._lines_of_link(p_authority, p_seq), ''), 'UTF8'))
        FROM waymark.change c WHERE c.authority_id = p_authority AND c.seq = p_seq
    );
END $$;

-- Closes the changes of one seq with a link, and moves the clock there. Gives the new head.
CREATE FUNCTION waymark._link(p_authority smallint, p_seq bigint) RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    before bytea;
    after bytea;
BEGIN
    SELECT head INTO before FROM waymark.clock WHERE authority_id = p_authority FOR UPDATE;
    after := waymark._link_hash(p_authority, p_seq, before);
    INSERT INTO waymark.link (authority_id, seq, prev, hash)
    VALUES (p_authority, p_seq, before, after);
    UPDATE waymark.clock SET seq = p_seq, head = after WHERE authority_id = p_authority;
    RETURN after;
END $$;

-- Notes one change that an administrator made, with a seq and a link of its own. Gives the seq.
CREATE FUNCTION waymark._note(
    p_authority smallint, p_table text, p_id uuid, p_version integer, p_patch jsonb
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
    at_seq bigint;
    grain constant bytea := decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
BEGIN
    SELECT seq + 1 INTO at_seq FROM waymark.clock WHERE authority_id = p_authority FOR UPDATE;
    INSERT INTO waymark.change (authority_id, seq, ord, case_id, table_name, row_id, row_version,
        person_id, op_id, patch, salt, content_hash, schema_v)
    VALUES (p_authority, at_seq, 1, nobody, p_table, p_id, p_version, nobody, gen_random_uuid(),
        p_patch, grain, waymark._content_hash(grain, p_patch), 1);
    PERFORM waymark._link(p_authority, at_seq);
    RETURN at_seq;
END $$;

-- A row of the council itself that an administrator makes: the council, a member of staff.
CREATE FUNCTION waymark._found(p_authority smallint, p_table text, p_id uuid, p_data jsonb)
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
    patch jsonb;
    at_seq bigint;
BEGIN
    SELECT jsonb_object_agg(key, jsonb_build_array(NULL, value)) INTO patch
    FROM jsonb_each(p_data);
    at_seq := waymark._note(p_authority, p_table, p_id, 1, patch);
    INSERT INTO waymark.row (authority_id, id, case_id, table_name, row_version, server_seq,
        data, created_by, created_at, updated_by, updated_at, schema_v)
    VALUES (p_authority, p_id, nobody, p_table, 1, at_seq,
        p_data, nobody, clock_timestamp(), nobody, clock_timestamp(), 1);
    RETURN at_seq;
END $$;

RESET ROLE;
