-- Writing: what a laptop hands in is taken in order, merged by the kind of each field, or kept
-- beside the record with the reason. Only hello, push and receipt may be called by a laptop; the
-- rest works inside them, with the person that the connection proved.

SET ROLE waymark_owner;

-- Asked of laptops: how far their clock is out, and the furthest point any of them has seen.
ALTER TABLE waymark.device ADD COLUMN clock_offset_ms bigint NOT NULL DEFAULT 0;
ALTER TABLE waymark.device ADD COLUMN told_seq bigint NOT NULL DEFAULT 0;

-- Whose batch is being taken, where in the order of all batches, and what stands in its way.
CREATE TYPE waymark._hand AS (
    authority_id smallint,
    person_id uuid,
    role text,
    device_id uuid,
    seq bigint,
    schema_v smallint,
    offset_ms bigint,
    barred boolean,
    has_repeats boolean,
    is_added boolean,
    was jsonb
);
CREATE TYPE waymark._merged AS (value jsonb, outcome text);
-- One row op as it was asked, and what became of its fields.
CREATE TYPE waymark._asked AS (
    op_id uuid,
    op jsonb,
    ord integer,
    table_name text,
    row_id uuid,
    case_id uuid,
    fields jsonb,
    base jsonb,
    is_new boolean,
    is_own boolean,
    is_exact boolean
);
CREATE TYPE waymark._outcome AS (
    why text,
    patch jsonb,
    of_both text[],
    left_out text[],
    refusal text,
    has_merged boolean
);

-- Small things ---------------------------------------------------------------------------------

CREATE FUNCTION waymark._uuid(words text) RETURNS uuid
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF words ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN
        RETURN words::uuid;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION waymark._nobodys() RETURNS uuid
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN '00000000-0000-0000-0000-000000000000';
END $$;

-- The id of a case; what belongs to the council and to no child is the empty text on laptops.
CREATE FUNCTION waymark._case_id(words text) RETURNS uuid
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF words = '' THEN
        RETURN waymark._nobodys();
    END IF;
    RETURN waymark._uuid(words);
END $$;

CREATE FUNCTION waymark._case_words(case_id uuid) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE WHEN case_id = waymark._nobodys() THEN '' ELSE case_id::text END;
END $$;

-- A moment as laptops write it, in ISO 8601; "now", "infinity" and other words of PostgreSQL's are
-- none.
CREATE FUNCTION waymark._moment(words text) RETURNS timestamptz
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF words !~ '^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9:.]{2,20}(Z|[+-][0-9]{2}:[0-9]{2})$'
    THEN
        RAISE EXCEPTION 'no moment' USING ERRCODE = 'invalid_datetime_format';
    END IF;
    RETURN words::timestamptz;
END $$;

CREATE FUNCTION waymark._moment_words(moment timestamptz) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"');
END $$;

CREATE FUNCTION waymark._is_blank(value jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN value IS NULL OR value IN ('null', '""');
END $$;

CREATE FUNCTION waymark._is_same(one jsonb, other jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN one IS NOT DISTINCT FROM other
        OR (coalesce(one, 'null') IN ('null', '""') AND coalesce(other, 'null') IN ('null', '""'));
END $$;

CREATE FUNCTION waymark._without_nulls(data jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_object_agg(each.key, each.value), '{}')
        FROM jsonb_each(data) AS each
        WHERE each.value <> 'null'
    );
END $$;

-- What the database itself looks up or does, for the whole council, within what the role of whoever
-- calls may be. Gives what was set before, to be set again.
CREATE FUNCTION waymark._acting(as_what text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    before constant text := coalesce(current_setting('waymark.act', true), '');
BEGIN
    PERFORM waymark._act(as_what);
    RETURN before;
END $$;

-- Merging --------------------------------------------------------------------------------------

-- Two lists that both grew and shrank from one: what either took away is gone, what either added
-- is there.
CREATE FUNCTION waymark._united(base jsonb, theirs jsonb, mine jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    was jsonb := CASE WHEN jsonb_typeof(base) = 'array' THEN base ELSE '[]' END;
    stands jsonb := CASE WHEN jsonb_typeof(theirs) = 'array' THEN theirs ELSE '[]' END;
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(list.value ORDER BY list.turn, list.place), '[]')
        FROM (
            SELECT 1 AS turn, one.place, one.value
            FROM jsonb_array_elements(stands) WITH ORDINALITY AS one (value, place)
            WHERE NOT (was @> jsonb_build_array(one.value)
                       AND NOT mine @> jsonb_build_array(one.value))
            UNION ALL
            SELECT 2, one.place, one.value
            FROM jsonb_array_elements(mine) WITH ORDINALITY AS one (value, place)
            WHERE NOT was @> jsonb_build_array(one.value)
              AND NOT stands @> jsonb_build_array(one.value)
        ) AS list
    );
END $$;

-- One field that two people may have changed. The outcome is same, blank (one kind of nothing
-- for another), applied, merged, both (both are kept and a person settles), exact or fixed.
CREATE FUNCTION waymark._merge_field(rule text, base jsonb, theirs jsonb, mine jsonb)
RETURNS waymark._merged
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF coalesce(theirs, 'null') = coalesce(mine, 'null') THEN
        RETURN ROW(theirs, 'same')::waymark._merged;
    END IF;
    IF waymark._is_blank(theirs) AND waymark._is_blank(mine) THEN
        RETURN ROW(mine, 'blank')::waymark._merged;
    END IF;
    IF rule IN ('exact', 'fixed') THEN
        RETURN ROW(mine, rule)::waymark._merged;
    END IF;
    IF rule = 'reference' OR waymark._is_same(theirs, base) THEN
        RETURN ROW(mine, 'applied')::waymark._merged;
    END IF;
    IF waymark._is_same(mine, base) THEN
        RETURN ROW(theirs, 'same')::waymark._merged;
    END IF;
    IF rule = 'member' THEN
        RETURN waymark._merge_member(base, theirs, mine);
    END IF;
    IF rule = 'choice' AND waymark._is_blank(theirs) THEN
        RETURN ROW(mine, 'merged')::waymark._merged;
    END IF;
    IF rule = 'choice' AND waymark._is_blank(mine) THEN
        RETURN ROW(theirs, 'same')::waymark._merged;
    END IF;
    RETURN ROW(theirs, 'both')::waymark._merged;
END $$;

CREATE FUNCTION waymark._merge_member(base jsonb, theirs jsonb, mine jsonb)
RETURNS waymark._merged
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    united jsonb;
BEGIN
    IF jsonb_typeof(mine) <> 'array' THEN
        RETURN ROW(mine, 'merged')::waymark._merged;
    END IF;
    united := waymark._united(base, theirs, mine);
    IF united = theirs THEN
        RETURN ROW(theirs, 'same')::waymark._merged;
    END IF;
    RETURN ROW(united, 'merged')::waymark._merged;
END $$;

-- Rows -----------------------------------------------------------------------------------------

-- What an op asks for, as one sum: whatever comes again under its id asks for the same.
CREATE FUNCTION waymark._op_sum(op jsonb) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN sha256(convert_to((op - '{at,base,seen,signed}'::text[])::text, 'UTF8'));
END $$;

CREATE FUNCTION waymark._note_change(
    hand waymark._hand, asked waymark._asked, version integer, patch jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    grains bytea := uuid_send(gen_random_uuid());
BEGIN
    INSERT INTO waymark.change (
        authority_id, seq, ord, case_id, table_name, row_id, row_version, person_id, device_id,
        op_id, patch, salt, content_hash, client_at, clock_offset_ms, schema_v, op_sum
    ) VALUES (
        hand.authority_id, hand.seq, asked.ord, asked.case_id, asked.table_name, asked.row_id,
        version, hand.person_id, hand.device_id, asked.op_id, patch, grains,
        waymark._content_hash(grains, patch), waymark._moment(asked.op ->> 'at'),
        hand.offset_ms, hand.schema_v, waymark._op_sum(asked.op)
    );
END $$;

CREATE FUNCTION waymark._patched(data jsonb, patch jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN coalesce(data, '{}') || (
        SELECT coalesce(jsonb_object_agg(each.key, each.value -> 1), '{}')
        FROM jsonb_each(patch) AS each
    );
END $$;

-- Writes a row and what changed in it. False where the id is taken by a row not to be seen here.
CREATE FUNCTION waymark._write(
    hand waymark._hand, asked waymark._asked, r waymark.row, patch jsonb
) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    now_holds constant jsonb := waymark._patched(r.data, patch);
BEGIN
    IF r.id IS NULL THEN
        INSERT INTO waymark.row (
            authority_id, id, case_id, table_name, review_id, row_version, server_seq, data,
            created_by, created_at, updated_by, updated_at, schema_v
        ) VALUES (
            hand.authority_id, asked.row_id, asked.case_id, asked.table_name,
            waymark._uuid(now_holds ->> 'review_id'), 1, hand.seq, now_holds, hand.person_id,
            clock_timestamp(), hand.person_id, clock_timestamp(), hand.schema_v
        ) ON CONFLICT DO NOTHING;
        IF NOT FOUND THEN
            RETURN false;
        END IF;
    ELSE
        UPDATE waymark.row AS w
        SET data = now_holds, row_version = r.row_version + 1, server_seq = hand.seq,
            review_id = waymark._uuid(now_holds ->> 'review_id'), updated_by = hand.person_id,
            updated_at = clock_timestamp(), schema_v = hand.schema_v
        WHERE w.authority_id = hand.authority_id AND w.id = r.id;
    END IF;
    PERFORM waymark._note_change(hand, asked, coalesce(r.row_version, 0) + 1, patch);
    RETURN true;
END $$;

-- Writes what the database itself knows (a conflict, who is allocated) into one row. False where
-- a row of another table or case has the id.
CREATE FUNCTION waymark._set_row(hand waymark._hand, asked waymark._asked, sets jsonb)
RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    r waymark.row;
    patch jsonb;
BEGIN
    SELECT * INTO r FROM waymark.row AS w
    WHERE w.authority_id = hand.authority_id AND w.id = asked.row_id FOR UPDATE;
    IF r.id IS NOT NULL
        AND (r.table_name, r.case_id) IS DISTINCT FROM (asked.table_name, asked.case_id)
    THEN
        RETURN false;
    END IF;
    SELECT jsonb_object_agg(s.key, jsonb_build_array(coalesce(r.data -> s.key, 'null'), s.value))
    INTO patch FROM jsonb_each(sets) AS s
    WHERE coalesce(r.data -> s.key, 'null') <> s.value;
    RETURN patch IS NULL OR waymark._write(hand, asked, r, patch);
END $$;

-- The id of the one open conflict of a row, field and author. The council's secret is in it, so
-- that nobody can have another row stand there before; after a restore it is the same again.
CREATE FUNCTION waymark._conflict_id(hand waymark._hand, row_id uuid, of_field text) RETURNS uuid
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT left(encode(sha256(convert_to(
            concat_ws('/', encode(t.secret, 'hex'), row_id, of_field, hand.person_id), 'UTF8')), 'hex'), 32)::uuid
        FROM waymark.authority AS t WHERE t.authority_id = hand.authority_id
    );
END $$;

-- Who last wrote one field of a row, and when.
CREATE FUNCTION waymark._last_writer(
    hand waymark._hand, r waymark.row, of_field text, OUT by_id uuid, OUT at timestamptz
)
LANGUAGE plpgsql STABLE AS $$
BEGIN
    SELECT c.person_id, c.server_at INTO by_id, at
    FROM waymark.change AS c
    WHERE c.authority_id = hand.authority_id AND c.row_id = r.id AND c.patch ? of_field
    ORDER BY c.row_version DESC LIMIT 1;
    by_id := coalesce(by_id, r.updated_by);
    at := coalesce(at, r.updated_at);
END $$;

-- Keeps the version that did not get into the row: one open conflict for a row, field and author.
-- Nothing where that cannot be written.
CREATE FUNCTION waymark._keep_both(
    hand waymark._hand, asked waymark._asked, r waymark.row, of_field text
) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
    conflict waymark._asked := asked;
    stands waymark.row;
    last record;
    sets jsonb;
BEGIN
    conflict.table_name := 'conflict';
    conflict.row_id := waymark._conflict_id(hand, r.id, of_field);
    SELECT * INTO stands FROM waymark.row AS w
    WHERE w.authority_id = hand.authority_id AND w.id = conflict.row_id;
    SELECT * INTO last FROM waymark._last_writer(hand, r, of_field);
    sets := jsonb_build_object(
        'theirs', r.data -> of_field, 'theirs_by', last.by_id,
        'theirs_at', waymark._moment_words(last.at),
        'mine', asked.fields -> of_field, 'mine_at', asked.op -> 'at'
    );
    IF stands.id IS NULL OR NOT waymark._is_blank(stands.data -> 'outcome') THEN
        sets := sets || jsonb_build_object(
            'review_id', CASE r.table_name WHEN 'review' THEN r.id::text
                ELSE coalesce(r.data ->> 'review_id', '') END,
            'table_name', r.table_name, 'row_id', r.id, 'field', of_field,
            'before', asked.base -> of_field, 'mine_by', hand.person_id,
            'outcome', '', 'settled_by', '', 'settled_at', NULL
        );
    ELSIF stands.data -> 'mine' = sets -> 'mine' THEN
        RETURN conflict.row_id;
    END IF;
    IF NOT waymark._set_row(hand, conflict, sets) THEN
        RETURN NULL;
    END IF;
    RETURN conflict.row_id;
END $$;

-- Who may -------------------------------------------------------------------------------------

-- Why this person has the case now: a kind of access, 'council' for what belongs to no child,
-- nothing where they have none.
CREATE FUNCTION waymark._kind_of_access(hand waymark._hand, of_case uuid) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF of_case = waymark._nobodys() THEN
        RETURN 'council';
    END IF;
    RETURN (
        SELECT a.kind FROM waymark.access AS a
        WHERE a.authority_id = hand.authority_id AND a.case_id = of_case
          AND a.person_id = hand.person_id AND a.revoked_seq IS NULL
          AND (a.until IS NULL OR a.until > clock_timestamp())
    );
END $$;

-- Whether a child's record was erased: nothing is added to it any more.
CREATE FUNCTION waymark._is_erased(hand waymark._hand, of_case uuid) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM waymark.row AS w
        WHERE w.authority_id = hand.authority_id AND w.id = of_case AND w.erased_at IS NOT NULL
    );
END $$;

-- In rows of the council only managers and whoever the row is about write; in those of a child,
-- the roles that the registry names.
CREATE FUNCTION waymark._may_write(hand waymark._hand, asked waymark._asked, write_by text[])
RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF asked.case_id <> waymark._nobodys() THEN
        RETURN coalesce(hand.role = ANY (write_by), false);
    END IF;
    RETURN coalesce(hand.role = 'manager' AND 'manager' = ANY (write_by), false)
        OR coalesce(asked.is_own AND 'self' = ANY (write_by), false);
END $$;

-- The tables of which a role makes new rows: it writes every field that is set only then. Conflicts
-- are made by the database itself, the council by its administrator.
CREATE FUNCTION waymark._makeable(of_role text) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT g.table_name FROM waymark.registry AS g
        WHERE g.table_name NOT IN ('conflict', 'council')
        GROUP BY g.table_name
        HAVING coalesce(
            bool_and(of_role = ANY (g.write_by)) FILTER (WHERE g.merge_rule = 'fixed'),
            bool_and(of_role = ANY (g.write_by)) FILTER (WHERE g.merge_rule <> 'reference'))
    );
END $$;

-- The tables of which a role reads or writes anything: the rest is answered as if it were not there.
CREATE FUNCTION waymark._knowable(of_role text) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT DISTINCT g.table_name FROM waymark.registry AS g
        WHERE of_role = ANY (g.read_by || g.write_by)
    );
END $$;

CREATE FUNCTION waymark._may_make(hand waymark._hand, asked waymark._asked) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF asked.case_id <> waymark._nobodys() THEN
        RETURN asked.table_name = ANY (waymark._makeable(hand.role));
    END IF;
    RETURN (hand.role = 'manager' AND asked.table_name = ANY (waymark._makeable('manager')))
        OR (asked.is_own AND asked.table_name = ANY (waymark._makeable('self')));
END $$;

-- A day of the calendar as laptops write it.
CREATE FUNCTION waymark._is_day(words text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    parts constant integer[] := regexp_match(
        words, '^([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$');
BEGIN
    IF parts IS NULL OR parts[1] = 0 THEN
        RETURN false;
    END IF;
    RETURN parts[3] <= extract(
        day FROM make_date(parts[1], parts[2], 1) + interval '1 month - 1 day');
END $$;

-- A moment as laptops write it, of the years in which they work.
CREATE FUNCTION waymark._is_moment(words text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN words ~ ('^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]'
            || '(:[0-5][0-9]([.][0-9]{1,6})?)?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$')
        AND waymark._is_day(left(words, 10));
END $$;

-- Whether a value is of the kind of its field; nothing is of every kind, and so is every value
-- of a field that may hold anything.
CREATE FUNCTION waymark._is_of_kind(kind text, value jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    type constant text := jsonb_typeof(value);
BEGIN
    RETURN type = 'null' OR CASE kind
        WHEN 'text' THEN type = 'string'
        WHEN 'date' THEN type = 'string' AND waymark._is_day(value #>> '{}')
        WHEN 'moment' THEN type = 'string' AND waymark._is_moment(value #>> '{}')
        WHEN 'integer' THEN CASE type WHEN 'number'
            THEN value::numeric = trunc(value::numeric) AND abs(value::numeric) < 2147483648
            ELSE false END
        WHEN 'number' THEN type = 'number'
        WHEN 'boolean' THEN type = 'boolean'
        WHEN 'list' THEN type = 'array'
        ELSE kind = 'json'
    END;
END $$;

-- What keeps one field out of the record, whatever it would be merged with. What this person may
-- neither read nor write is answered alike whatever stands there, so that nobody guesses it.
CREATE FUNCTION waymark._field_why(
    hand waymark._hand, asked waymark._asked, g waymark.registry, value jsonb, outcome text
) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF g.field IS NULL THEN
        RETURN 'unknown_field';
    END IF;
    IF NOT coalesce(hand.role = ANY (g.read_by), false)
        AND NOT waymark._may_write(hand, asked, g.write_by)
    THEN
        RETURN 'role_may_not_write';
    END IF;
    IF NOT waymark._is_of_kind(g.kind, value) THEN
        RETURN CASE g.kind WHEN 'text' THEN 'not_text' ELSE 'malformed' END;
    END IF;
    IF length(CASE WHEN g.kind = 'text' THEN value #>> '{}' ELSE value::text END)
        > coalesce(g.max_length, 100000)
    THEN
        RETURN 'too_long';
    END IF;
    IF outcome IN ('same', 'blank') THEN
        RETURN NULL;
    END IF;
    IF outcome = 'fixed' AND NOT asked.is_new THEN
        RETURN 'fixed_field';
    END IF;
    IF g.merge_rule <> 'reference' AND NOT waymark._may_write(hand, asked, g.write_by) THEN
        RETURN 'role_may_not_write';
    END IF;
    RETURN NULL;
END $$;

-- One row op ----------------------------------------------------------------------------------

-- Every field of an op against the row as it stands: what is written, of what both are kept, what
-- is left out, and what (if anything) keeps the whole op out of the record.
CREATE FUNCTION waymark._compare(
    hand waymark._hand, asked waymark._asked, r waymark.row
) RETURNS waymark._outcome
LANGUAGE plpgsql STABLE AS $$
DECLARE
    weighed waymark._outcome;
    stays_removed boolean := NOT waymark._is_blank(r.data -> 'removed_at')
        AND NOT (asked.is_exact AND asked.fields ? 'removed_at'
            AND waymark._is_blank(asked.fields -> 'removed_at'));
BEGIN
    SELECT
        (array_agg(f.why ORDER BY f.field) FILTER (WHERE f.why IS NOT NULL))[1],
        jsonb_object_agg(f.field, jsonb_build_array(coalesce(f.theirs, 'null'), f.value))
            FILTER (WHERE f.verdict IN ('applied', 'merged')),
        array_agg(f.field ORDER BY f.field) FILTER (WHERE f.verdict = 'both'),
        array_agg(f.field ORDER BY f.field) FILTER (WHERE f.verdict IN ('exact', 'closed')),
        min(CASE f.verdict WHEN 'closed' THEN 'council_sets_this'
            WHEN 'exact' THEN 'changed_since_seen' END),
        coalesce(bool_or(f.verdict = 'merged'), false)
    INTO weighed
    FROM (
        SELECT s.key AS field, m.value, r.data -> s.key AS theirs,
            waymark._field_why(hand, asked, known.g, s.value, m.outcome) AS why,
            waymark._verdict(hand, asked, known.g, m.outcome, stays_removed) AS verdict
        FROM jsonb_each(asked.fields) AS s
        LEFT JOIN LATERAL (
            SELECT g FROM waymark.registry AS g
            WHERE g.table_name = asked.table_name AND g.field = s.key LIMIT 1
        ) AS known ON true
        CROSS JOIN LATERAL waymark._merge_field(
            CASE WHEN asked.is_new THEN 'reference'
                WHEN (known.g).once AND NOT waymark._is_blank(r.data -> s.key) THEN 'fixed'
                ELSE (known.g).merge_rule END,
            asked.base -> s.key, r.data -> s.key, s.value
        ) AS m
        OFFSET 0  -- each field is weighed once, not once for each column above
    ) AS f;
    weighed.patch := coalesce(weighed.patch, '{}');
    RETURN weighed;
END $$;

-- What becomes of one field, once it is known how it merges: applied, merged, both, same, exact
-- (others moved it since it was seen) or closed (only the council's service sets it).
CREATE FUNCTION waymark._verdict(
    hand waymark._hand, asked waymark._asked, g waymark.registry, outcome text,
    stays_removed boolean
) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF outcome = 'same' OR (outcome = 'blank' AND stays_removed) THEN
        RETURN 'same';
    END IF;
    IF g.merge_rule = 'reference' AND NOT waymark._may_write(hand, asked, g.write_by) THEN
        RETURN CASE outcome WHEN 'blank' THEN 'same' ELSE 'closed' END;
    END IF;
    IF g.merge_rule = 'exact' THEN
        IF stays_removed AND g.field IN ('removed_at', 'removed_by')
            AND NOT waymark._is_blank(asked.fields -> 'removed_at')
        THEN
            RETURN 'same';
        END IF;
        RETURN CASE WHEN asked.is_exact THEN 'applied' ELSE 'exact' END;
    END IF;
    IF stays_removed THEN
        RETURN 'both';
    END IF;
    RETURN CASE outcome WHEN 'merged' THEN 'merged' WHEN 'both' THEN 'both' ELSE 'applied' END;
END $$;

-- Whether the whole that is signed is one that this row belongs to.
CREATE FUNCTION waymark._is_of(asked waymark._asked, r waymark.row, signed jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    whole_id constant text := signed ->> 'id';
    holds constant jsonb := coalesce(r.data, '{}') || asked.fields;
BEGIN
    RETURN coalesce(CASE signed ->> 'aggregate'
        WHEN 'case' THEN whole_id = asked.case_id::text
        WHEN 'review' THEN whole_id IN (asked.row_id::text, holds ->> 'review_id')
        WHEN 'letter' THEN whole_id IN (asked.row_id::text, holds ->> 'letter_id')
    END, false);
END $$;

-- Whether what the signer saw is what stands: the hash of the whole for what is signed; for what
-- only moves on (begun, adjourned) that the field still holds what was seen; else that nobody
-- else has changed the row since. Own batches that were still on their way do not count.
CREATE FUNCTION waymark._is_exact(hand waymark._hand, asked waymark._asked, r waymark.row)
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
    signed jsonb := asked.op -> 'signed';
    seen integer := coalesce((asked.op ->> 'seen')::integer, 0);
BEGIN
    IF jsonb_typeof(signed) = 'object' THEN
        RETURN waymark._is_of(asked, r, signed) AND coalesce(signed ->> 'content' = waymark._content(
            hand.authority_id, asked.case_id, signed ->> 'aggregate',
            waymark._uuid(signed ->> 'id')), false)
            AND NOT waymark._has_two_versions(hand.authority_id, asked.case_id,
                signed ->> 'aggregate', waymark._uuid(signed ->> 'id'));
    END IF;
    IF r.id IS NULL OR (NOT asked.fields ? 'removed_at' AND waymark._is_as_seen(asked, r)) THEN
        RETURN true;
    END IF;
    RETURN r.row_version >= seen AND NOT EXISTS (
        SELECT FROM waymark.change AS c
        WHERE c.authority_id = hand.authority_id AND c.row_id = r.id AND c.row_version > seen
          AND NOT waymark._is_own(hand, c)
    );
END $$;

-- Whether this laptop made a change: under its id of now, in a batch that it knows of under an id
-- that it had before it was copied or put back, or in one that it has handed in again since. The
-- person is always the one who is connected.
CREATE FUNCTION waymark._is_own(hand waymark._hand, c waymark.change) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF c.person_id IS DISTINCT FROM hand.person_id THEN
        RETURN false;
    END IF;
    RETURN c.device_id IS NOT DISTINCT FROM hand.device_id OR EXISTS (
        SELECT FROM jsonb_array_elements(hand.was) AS former
        JOIN waymark.batch AS b
            ON b.authority_id = c.authority_id AND b.device_id = c.device_id AND b.seq = c.seq
        WHERE former ->> 0 = c.device_id::text AND b.n <= (former ->> 1)::numeric
    ) OR EXISTS (
        SELECT FROM waymark.batch AS b
        WHERE b.authority_id = c.authority_id AND b.device_id = hand.device_id
          AND b.person_id = hand.person_id AND b.seq > c.seq
          AND b.result -> 'results' @> jsonb_build_array(jsonb_build_object('op', c.op_id))
    );
END $$;

-- The ids that a laptop had before, each with the last batch that it knows of; what has not this
-- shape is none.
CREATE FUNCTION waymark._former(told jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF jsonb_typeof(told) IS DISTINCT FROM 'array' OR jsonb_array_length(told) > 100 THEN
        RETURN '[]';
    END IF;
    RETURN jsonb_path_query_array(told, 'strict $[*] ? (@.type() == "array" && @.size() == 2
        && @[0].type() == "string" && @[1].type() == "number")');
END $$;

-- Whether each EXACT field of an op stands as it was on the screen; one that was never set has its
-- default, whatever that is.
CREATE FUNCTION waymark._is_as_seen(asked waymark._asked, r waymark.row) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT FROM jsonb_object_keys(asked.fields) AS set_ (name)
        JOIN waymark.registry AS g ON g.table_name = asked.table_name AND g.field = set_.name
        WHERE g.merge_rule = 'exact' AND r.data ? set_.name
          AND NOT waymark._is_same(r.data -> set_.name, asked.base -> set_.name)
    );
END $$;

-- The rows that a whole (a review, a letter, a case) is made of.
CREATE FUNCTION waymark._whole(
    authority smallint, of_case uuid, aggregate text, whole_id uuid
) RETURNS SETOF waymark.row
LANGUAGE plpgsql STABLE AS $$
DECLARE
    apart constant text[] := ARRAY['document', 'conflict', 'paper_copy', 'delivery', 'recipient',
        'copy_change', 'disclosure_answer', 'convening', 'invitation', 'returned_form'];
    of_letters constant text[] := ARRAY['child_letter', 'letter_line', 'letter_waiver',
        'letter_translation', 'letter_picture', 'letter_template', 'plain_word'];
BEGIN
    RETURN QUERY
        SELECT w.* FROM waymark.row AS w
        WHERE w.authority_id = authority AND w.case_id = of_case
          AND NOT w.table_name = ANY (apart)
          AND CASE aggregate
            WHEN 'review' THEN (w.review_id = whole_id OR w.id = whole_id)
                AND NOT w.table_name = ANY (of_letters)
            WHEN 'letter' THEN w.table_name = ANY (of_letters)
                AND (w.id = whole_id OR w.data ->> 'letter_id' = whole_id::text)
            WHEN 'case' THEN of_case = whole_id AND NOT w.table_name = ANY (of_letters)
            ELSE false END;
END $$;

-- The hash of a whole as it stands; models/sync/canonical.py gives the same.
CREATE FUNCTION waymark._content(
    authority smallint, of_case uuid, aggregate text, whole_id uuid
) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT encode(sha256(convert_to(coalesce(string_agg(
            w.id || '|' || waymark._without_nulls(w.data)::text || E'\n', '' ORDER BY w.id
        ), ''), 'UTF8')), 'hex')
        FROM waymark._whole(authority, of_case, aggregate, whole_id) AS w
    );
END $$;

-- Whether somebody has still to choose between two versions in a whole.
CREATE FUNCTION waymark._has_two_versions(
    authority smallint, of_case uuid, aggregate text, whole_id uuid
) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
    disputed constant uuid[] := ARRAY(
        SELECT waymark._uuid(w.data ->> 'row_id') FROM waymark.row AS w
        WHERE w.authority_id = authority AND w.case_id = of_case AND w.table_name = 'conflict'
          AND w.erased_at IS NULL AND waymark._is_blank(w.data -> 'outcome')
    );
BEGIN
    RETURN disputed <> '{}' AND EXISTS (
        SELECT FROM waymark._whole(authority, of_case, aggregate, whole_id) AS w
        WHERE w.id = ANY (disputed)
    );
END $$;

-- An op on a row as it is asked for; nothing where it has not the shape of one.
CREATE FUNCTION waymark._asked_row(hand waymark._hand, op_id uuid, op jsonb, ord integer)
RETURNS waymark._asked
LANGUAGE plpgsql STABLE AS $$
DECLARE
    asked waymark._asked;
BEGIN
    IF jsonb_typeof(op -> 'set') IS DISTINCT FROM 'object'
        OR coalesce(jsonb_typeof(op -> 'base'), 'object') <> 'object'
    THEN
        RETURN NULL;
    END IF;
    asked.op_id := op_id;
    asked.op := op;
    asked.ord := ord;
    asked.table_name := op ->> 'table';
    asked.row_id := waymark._uuid(op ->> 'id');
    asked.case_id := waymark._case_id(op ->> 'case');
    asked.fields := waymark._with_login(hand, asked.table_name, op -> 'set');
    asked.base := coalesce(op -> 'base', '{}');
    asked.is_exact := false;
    IF asked.row_id IS NULL OR asked.case_id IS NULL OR asked.table_name IS NULL THEN
        RETURN NULL;
    END IF;
    RETURN asked;
END $$;

-- Whoever removes or settles is whoever is connected, whatever the laptop says.
CREATE FUNCTION waymark._with_login(hand waymark._hand, table_name text, fields jsonb)
RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    me constant jsonb := to_jsonb(hand.person_id);
BEGIN
    fields := fields - 'removed_by';
    IF fields ? 'removed_at' THEN
        fields := fields || jsonb_build_object('removed_by',
            CASE WHEN waymark._is_blank(fields -> 'removed_at') THEN 'null' ELSE me END);
    END IF;
    IF table_name = 'conflict' AND fields ?| ARRAY['outcome', 'settled_by'] THEN
        fields := fields || jsonb_build_object('settled_by',
            CASE WHEN waymark._is_blank(fields -> 'outcome') THEN '""' ELSE me END);
    END IF;
    RETURN fields;
END $$;

-- What keeps the whole op out before its fields are looked at. A row that is not to be seen here
-- is answered like a case that is not theirs.
CREATE FUNCTION waymark._row_why(hand waymark._hand, asked waymark._asked, r waymark.row)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    kind text := CASE WHEN hand.is_added THEN 'cover'
        ELSE waymark._kind_of_access(hand, asked.case_id) END;
    councils constant text[] := ARRAY['council', 'staff_member', 'letter_template',
        'letter_picture', 'plain_word', 'conflict'];
    always constant text[] := ARRAY['council', 'staff_member', 'letter_template'];
BEGIN
    IF kind IS NULL AND NOT (r.id IS NULL AND waymark._opens_case(hand, asked)) THEN
        RETURN 'no_access';
    END IF;
    IF EXISTS (
        SELECT FROM waymark.registry AS g WHERE g.table_name = asked.table_name
    ) AND NOT (asked.table_name = ANY (waymark._knowable(hand.role)) OR (asked.is_own
        AND asked.table_name = ANY (waymark._knowable('self'))))
    THEN
        RETURN 'role_may_not_write';
    END IF;
    IF r.case_id <> asked.case_id THEN
        RETURN 'no_access';
    END IF;
    IF r.table_name <> asked.table_name THEN
        RETURN CASE WHEN EXISTS (
            SELECT FROM waymark.registry AS g WHERE g.table_name = asked.table_name
        ) THEN 'malformed' ELSE 'unknown_field' END;
    END IF;
    IF (asked.case_id = waymark._nobodys() AND NOT asked.table_name = ANY (councils))
        OR (asked.case_id <> waymark._nobodys() AND asked.table_name = ANY (always))
        OR (asked.table_name = 'child' AND asked.row_id <> asked.case_id)
    THEN
        RETURN 'malformed';
    END IF;
    IF asked.table_name = 'child' AND hand.role = 'manager'
        AND waymark._cannot_chair(hand, waymark._uuid(asked.fields ->> 'iro_id'))
    THEN
        RETURN 'role_may_not_write';
    END IF;
    IF r.erased_at IS NOT NULL
        OR (r.id IS NULL AND waymark._is_erased(hand, asked.case_id))
    THEN
        RETURN 'erased';
    END IF;
    IF asked.table_name = 'conflict' AND hand.role <> 'manager'
        AND coalesce(kind, '') NOT IN ('allocated', 'cover')
    THEN
        RETURN 'role_may_not_write';
    END IF;
    IF r.id IS NULL AND EXISTS (
        SELECT FROM waymark.registry AS g WHERE g.table_name = asked.table_name
    ) AND NOT waymark._may_make(hand, asked) THEN
        RETURN 'role_may_not_write';
    END IF;
    IF hand.role = 'business_support' AND NOT waymark._is_of_the_desk(asked, r) THEN
        RETURN 'role_may_not_write';
    END IF;
    RETURN NULL;
END $$;

-- Whether business support may write this row at all: of the days that were met only those that
-- sending meets, and never the chair's word that a copy is not to go.
CREATE FUNCTION waymark._is_of_the_desk(asked waymark._asked, r waymark.row) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE asked.table_name
        WHEN 'milestone' THEN coalesce(r.data ->> 'clock', asked.fields ->> 'clock', '')
            IN ('T33', 'T36', 'T37')
        WHEN 'delivery' THEN coalesce(r.data ->> 'step', '') <> 'withdrawn'
        ELSE true
    END;
END $$;

-- One row op, from the asking to the answer.
CREATE FUNCTION waymark._take_row(hand waymark._hand, op_id uuid, op jsonb, ord integer)
RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    asked waymark._asked := waymark._asked_row(hand, op_id, op, ord);
    r waymark.row;
    weighed waymark._outcome;
    why text;
BEGIN
    IF asked IS NULL OR asked.row_id IS NULL THEN
        RETURN waymark._hold(hand, op_id, op, 'malformed');
    END IF;
    SELECT * INTO r FROM waymark.row AS w
    WHERE w.authority_id = hand.authority_id AND w.id = asked.row_id FOR UPDATE;
    asked.is_new := r.id IS NULL;
    asked.is_own := (asked.table_name = 'staff_member' AND asked.row_id = hand.person_id)
        OR coalesce(coalesce(r.data, asked.fields) ->> 'staff_id' = hand.person_id::text, false);
    why := waymark._row_why(hand, asked, r);
    IF why IS NULL THEN
        IF asked.is_new THEN
            r.data := waymark._born_with(hand, asked);
        END IF;
        weighed := waymark._compare(hand, asked, r);
        IF weighed.left_out IS NOT NULL AND waymark._is_exact(hand, asked, r) THEN
            asked.is_exact := true;
            weighed := waymark._compare(hand, asked, r);
        END IF;
        why := weighed.why;
    END IF;
    IF why IS NOT NULL THEN
        RETURN waymark._hold(hand, op_id, op, why);
    END IF;
    RETURN waymark._keep_row(hand, asked, r, weighed);
END $$;

-- What a new row holds before its maker's words: a child made by an IRO is allocated to them.
CREATE FUNCTION waymark._born_with(hand waymark._hand, asked waymark._asked) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF asked.table_name = 'child' AND hand.role = 'iro' THEN
        RETURN jsonb_build_object('iro_id', hand.person_id);
    END IF;
    RETURN '{}';
END $$;

-- Writes what may be written, keeps both of what may not, and says which.
CREATE FUNCTION waymark._keep_row(
    hand waymark._hand, asked waymark._asked, r waymark.row, weighed waymark._outcome
) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    both_of text[] := coalesce(weighed.of_both, '{}');
    patch jsonb := weighed.patch;
    conflicts uuid[] := '{}';
    conflict uuid;
    of_field text;
    told jsonb;
BEGIN
    IF asked.is_new AND weighed.refusal = 'changed_since_seen' THEN
        RETURN waymark._hold(hand, asked.op_id, asked.op, weighed.refusal, 'refused');
    END IF;
    IF asked.is_new AND r.data <> '{}' THEN
        SELECT jsonb_object_agg(b.key, jsonb_build_array(NULL, b.value)) || patch
        INTO patch FROM jsonb_each(r.data) AS b;
    END IF;
    IF asked.is_new AND waymark._opens_case(hand, asked) THEN
        PERFORM waymark._open_case(hand, asked.case_id);
    END IF;
    IF (asked.is_new OR patch <> '{}') AND NOT waymark._write(hand, asked, r, patch) THEN
        RETURN waymark._hold(hand, asked.op_id, asked.op, 'no_access');
    END IF;
    IF 'removed_at' = ANY (weighed.left_out)
        AND NOT waymark._is_blank(asked.fields -> 'removed_at')
    THEN
        both_of := both_of || 'removed_at'::text;
    END IF;
    FOREACH of_field IN ARRAY both_of LOOP
        asked.ord := asked.ord + 1;
        conflict := waymark._keep_both(hand, asked, r, of_field);
        IF conflict IS NULL THEN
            RETURN waymark._hold(hand, asked.op_id, asked.op, 'no_access');
        END IF;
        conflicts := conflicts || conflict;
    END LOOP;
    IF asked.table_name = 'child' AND patch ? 'iro_id' AND hand.role = 'manager' THEN
        PERFORM waymark._allocate(hand, asked, waymark._uuid(patch -> 'iro_id' ->> 1));
    END IF;
    told := jsonb_build_object('op', asked.op_id, 'id', asked.row_id,
        'status', waymark._status(hand, asked, r, weighed));
    IF weighed.refusal IS NOT NULL THEN
        told := told || waymark._hold(hand, asked.op_id, asked.op, weighed.refusal, 'refused');
    ELSIF both_of <> '{}' AND NOT waymark._is_blank(r.data -> 'removed_at') THEN
        told := told || '{"why": "removed_meanwhile"}';
    END IF;
    RETURN told || jsonb_build_object('conflicts', to_jsonb(conflicts));
END $$;

CREATE FUNCTION waymark._status(
    hand waymark._hand, asked waymark._asked, r waymark.row, weighed waymark._outcome
) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF weighed.of_both IS NOT NULL THEN
        RETURN 'conflict';
    END IF;
    IF weighed.has_merged OR (r.updated_by <> hand.person_id
        AND r.row_version > coalesce((asked.op ->> 'seen')::integer, 0))
    THEN
        RETURN 'merged';
    END IF;
    RETURN 'applied';
END $$;

-- What may not go into the record is kept beside it, with the reason, for its author to read.
CREATE FUNCTION waymark._hold(
    hand waymark._hand, held_id uuid, op jsonb, why text, status text DEFAULT 'held'
) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    place uuid := held_id;
BEGIN
    IF NOT waymark._keep_held(hand, place, op, why) THEN
        place := md5(concat_ws('/', held_id, hand.person_id))::uuid;
        IF NOT waymark._keep_held(hand, place, op, why) THEN
            PERFORM waymark._keep_held(hand, gen_random_uuid(), op, why);
        END IF;
    END IF;
    RETURN jsonb_build_object('op', op -> 'op', 'id', waymark._uuid(op ->> 'id'),
        'status', status, 'why', why);
END $$;

-- False where somebody else's op has this id.
CREATE FUNCTION waymark._keep_held(hand waymark._hand, held_id uuid, op jsonb, why text)
RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO waymark.held (authority_id, op_id, person_id, device_id, case_id, why, op)
    VALUES (hand.authority_id, held_id, hand.person_id, hand.device_id,
        coalesce(waymark._case_id(op ->> 'case'), waymark._nobodys()), why, op)
    ON CONFLICT DO NOTHING;
    RETURN FOUND OR EXISTS (
        SELECT FROM waymark.held AS h
        WHERE h.authority_id = hand.authority_id AND h.op_id = held_id
          AND h.person_id = hand.person_id
    );
END $$;

-- Access --------------------------------------------------------------------------------------

-- Gives a person a case; somebody who has it already is not sent all of it again.
CREATE FUNCTION waymark._grant(
    hand waymark._hand, of_case uuid, to_person uuid, as_kind text, why text, ends timestamptz
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO waymark.access AS a (
        authority_id, case_id, person_id, kind, granted_seq, reason, until, granted_by
    ) VALUES (
        hand.authority_id, of_case, to_person, as_kind, hand.seq, why, ends, hand.person_id
    ) ON CONFLICT ON CONSTRAINT access_pkey DO UPDATE SET
        granted_seq = CASE
            WHEN a.revoked_seq IS NULL AND (a.until IS NULL OR a.until > clock_timestamp())
            THEN a.granted_seq ELSE EXCLUDED.granted_seq END,
        kind = EXCLUDED.kind, reason = EXCLUDED.reason, until = EXCLUDED.until,
        granted_by = EXCLUDED.granted_by, revoked_seq = NULL;
END $$;

-- The managers of the authority, and its business support where the case is not restricted.
CREATE FUNCTION waymark._grant_the_office(hand waymark._hand, of_case uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM waymark._grant(hand, of_case, p.id, p.role, '', NULL)
    FROM waymark.person AS p
    JOIN waymark.authority AS t USING (authority_id)
    LEFT JOIN waymark.access AS a
        ON a.authority_id = p.authority_id AND a.case_id = of_case AND a.person_id = p.id
        AND a.revoked_seq IS NULL AND (a.until IS NULL OR a.until > clock_timestamp())
    WHERE p.authority_id = hand.authority_id AND p.revoked_at IS NULL AND a.kind IS NULL
      AND (p.role = 'manager' OR (p.role = 'business_support' AND t.support_reads));
END $$;

-- Whether this is a child that nobody here knows yet, and somebody who may bring one.
CREATE FUNCTION waymark._opens_case(hand waymark._hand, asked waymark._asked) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    act text;
    is_known boolean;
BEGIN
    IF asked.table_name <> 'child' OR asked.row_id <> asked.case_id
        OR hand.role NOT IN ('iro', 'manager')
    THEN
        RETURN false;
    END IF;
    act := waymark._acting('council');
    is_known := EXISTS (
        SELECT FROM waymark.child_case AS c
        WHERE c.authority_id = hand.authority_id AND c.case_id = asked.case_id
    ) OR EXISTS (
        SELECT FROM waymark.row AS w
        WHERE w.authority_id = hand.authority_id AND w.id = asked.row_id
    );
    PERFORM waymark._acting(act);
    RETURN NOT is_known;
END $$;

-- A child that is new to the council: who may see them from now on.
CREATE FUNCTION waymark._open_case(hand waymark._hand, of_case uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    act constant text := waymark._acting('council');
BEGIN
    INSERT INTO waymark.child_case (authority_id, case_id, made_by)
    VALUES (hand.authority_id, of_case, hand.person_id);
    IF hand.role = 'iro' THEN
        PERFORM waymark._grant(hand, of_case, hand.person_id, 'allocated', '', NULL);
    END IF;
    PERFORM waymark._grant_the_office(hand, of_case);
    PERFORM waymark._acting(act);
END $$;

CREATE FUNCTION waymark._take_away(hand waymark._hand, of_case uuid, kinds text[], but uuid)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE waymark.access AS a SET revoked_seq = hand.seq
    WHERE a.authority_id = hand.authority_id AND a.case_id = of_case AND a.revoked_seq IS NULL
      AND a.kind = ANY (kinds) AND a.person_id IS DISTINCT FROM but;
END $$;

-- Managers and business support who had the case for a reason of its own, and have it no longer,
-- are left with what their office gives them.
CREATE FUNCTION waymark._back_to_office(hand waymark._hand, of_case uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE waymark.access AS a SET revoked_seq = NULL, kind = p.role, until = NULL
    FROM waymark.person AS p
    JOIN waymark.authority AS t USING (authority_id)
    WHERE a.authority_id = hand.authority_id AND a.case_id = of_case
      AND a.revoked_seq = hand.seq AND a.kind IN ('allocated', 'cover', 'panel', 'break_glass')
      AND p.authority_id = a.authority_id AND p.id = a.person_id AND p.revoked_at IS NULL
      AND (p.role = 'manager' OR (p.role = 'business_support' AND t.support_reads))
      AND NOT EXISTS (SELECT FROM waymark.child_case AS c
        WHERE c.authority_id = a.authority_id AND c.case_id = of_case AND c.restricted);
END $$;

-- One child, one IRO: whoever had the case before has it no longer.
CREATE FUNCTION waymark._allocate(hand waymark._hand, asked waymark._asked, to_person uuid)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM waymark._take_away(hand, asked.case_id, ARRAY['allocated'], to_person);
    PERFORM waymark._back_to_office(hand, asked.case_id);
    IF waymark._is_here(hand, to_person) THEN
        PERFORM waymark._grant(
            hand, asked.case_id, to_person, 'allocated', coalesce(asked.op ->> 'reason', ''), NULL);
    END IF;
END $$;

CREATE FUNCTION waymark._is_here(hand waymark._hand, who uuid) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM waymark.person AS p
        WHERE p.authority_id = hand.authority_id AND p.id = who AND p.revoked_at IS NULL
    );
END $$;

-- Whether this is somebody here who is neither an IRO nor a manager.
CREATE FUNCTION waymark._cannot_chair(hand waymark._hand, who uuid) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM waymark.person AS p
        WHERE p.authority_id = hand.authority_id AND p.id = who
          AND p.role NOT IN ('iro', 'manager')
    );
END $$;

-- Writes the child's iro_id, so that every laptop that has the case knows.
CREATE FUNCTION waymark._name_iro(hand waymark._hand, asked waymark._asked, iro text)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    child waymark._asked := asked;
BEGIN
    child.table_name := 'child';
    child.row_id := asked.case_id;
    child.ord := asked.ord + 1;
    IF EXISTS (
        SELECT FROM waymark.row AS w
        WHERE w.authority_id = hand.authority_id AND w.id = child.row_id
          AND w.table_name = 'child' AND coalesce(w.data ->> 'iro_id', '') <> iro
    ) THEN
        PERFORM waymark._set_row(hand, child, jsonb_build_object('iro_id', iro));
    END IF;
END $$;

-- An act of a manager, as a change of its own beside the rows.
CREATE FUNCTION waymark._asked_act(hand waymark._hand, op_id uuid, op jsonb, ord integer)
RETURNS waymark._asked
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    asked waymark._asked;
BEGIN
    asked.op_id := op_id;
    asked.op := op;
    asked.ord := ord;
    asked.table_name := op ->> 'kind';
    asked.row_id := op_id;
    asked.case_id := coalesce(waymark._case_id(op ->> 'case'), waymark._nobodys());
    RETURN asked;
END $$;

CREATE FUNCTION waymark._done(hand waymark._hand, asked waymark._asked, what text[])
RETURNS jsonb
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM waymark._note_change(hand, asked, 0, (
        SELECT coalesce(jsonb_object_agg(each.key, each.value), '{}')
        FROM jsonb_each(asked.op) AS each WHERE each.key = ANY (what)
    ));
    RETURN jsonb_build_object('op', asked.op_id, 'status', 'done');
END $$;

-- Who has a child's case: a manager gives it and takes it away.
CREATE FUNCTION waymark._take_access(hand waymark._hand, asked waymark._asked) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    op constant jsonb := asked.op;
    who constant uuid := waymark._uuid(op ->> 'person');
    kind constant text := op ->> 'as';
    kinds constant text[] := ARRAY['allocated', 'cover', 'panel', 'business_support', 'manager',
        'break_glass'];
BEGIN
    IF who IS NULL OR kind IS NULL OR NOT kind = ANY (kinds)
        OR jsonb_typeof(op -> 'on') IS DISTINCT FROM 'boolean'
        OR length(op ->> 'reason') > 2000
    THEN
        RETURN waymark._hold(hand, asked.op_id, op, 'malformed');
    END IF;
    IF (op -> 'on')::boolean AND NOT waymark._is_here(hand, who) THEN
        RETURN waymark._hold(hand, asked.op_id, op, 'revoked');
    END IF;
    IF (op -> 'on')::boolean AND kind IN ('allocated', 'cover')
        AND waymark._cannot_chair(hand, who)
    THEN
        RETURN waymark._hold(hand, asked.op_id, op, 'role_may_not_write');
    END IF;
    IF NOT (op -> 'on')::boolean THEN
        UPDATE waymark.access AS a SET revoked_seq = hand.seq
        WHERE a.authority_id = hand.authority_id AND a.case_id = asked.case_id
          AND a.person_id = who AND a.kind = op ->> 'as' AND a.revoked_seq IS NULL;
        IF FOUND AND kind = 'allocated' THEN
            PERFORM waymark._name_iro(hand, asked, '');
        END IF;
        PERFORM waymark._back_to_office(hand, asked.case_id);
    ELSIF kind = 'allocated' THEN
        PERFORM waymark._allocate(hand, asked, who);
        PERFORM waymark._name_iro(hand, asked, who::text);
    ELSE
        PERFORM waymark._grant(hand, asked.case_id, who, kind, coalesce(op ->> 'reason', ''),
            waymark._moment(op ->> 'until'));
    END IF;
    RETURN waymark._done(hand, asked, ARRAY['person', 'as', 'on', 'reason', 'until']);
END $$;

-- A restricted child: only who works with them and the manager who restricted it see anything.
CREATE FUNCTION waymark._take_guard(hand waymark._hand, asked waymark._asked) RETURNS jsonb
LANGUAGE plpgsql AS $$
BEGIN
    IF jsonb_typeof(asked.op -> 'restricted') IS DISTINCT FROM 'boolean' THEN
        RETURN waymark._hold(hand, asked.op_id, asked.op, 'malformed');
    END IF;
    UPDATE waymark.child_case AS c SET restricted = (asked.op -> 'restricted')::boolean
    WHERE c.authority_id = hand.authority_id AND c.case_id = asked.case_id;
    IF (asked.op -> 'restricted')::boolean THEN
        PERFORM waymark._take_away(hand, asked.case_id,
            ARRAY['manager', 'business_support', 'break_glass'], hand.person_id);
    ELSE
        PERFORM waymark._grant_the_office(hand, asked.case_id);
    END IF;
    RETURN waymark._done(hand, asked, ARRAY['restricted', 'reason']);
END $$;

-- A lost laptop, or somebody who has left: hands in what it has, reads nothing any more.
CREATE FUNCTION waymark._take_revoke(hand waymark._hand, asked waymark._asked) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    what constant uuid := waymark._uuid(asked.op ->> (asked.op ->> 'kind'));
BEGIN
    IF what IS NULL OR asked.op -> 'revoke' IS DISTINCT FROM 'true' THEN
        RETURN waymark._hold(hand, asked.op_id, asked.op, 'malformed');
    END IF;
    IF asked.table_name = 'device' THEN
        UPDATE waymark.device AS d SET state = 'revoked'
        WHERE d.authority_id = hand.authority_id AND d.device_id = what;
    ELSE
        UPDATE waymark.person AS p SET revoked_at = coalesce(p.revoked_at, clock_timestamp())
        WHERE p.authority_id = hand.authority_id AND p.id = what;
        UPDATE waymark.access AS a SET revoked_seq = hand.seq
        WHERE a.authority_id = hand.authority_id AND a.person_id = what
          AND a.revoked_seq IS NULL;
    END IF;
    RETURN waymark._done(hand, asked, ARRAY['device', 'person', 'revoke']);
END $$;

-- Acts that only a manager may do; those on a case only with that case.
CREATE FUNCTION waymark._take_act(hand waymark._hand, op_id uuid, op jsonb, ord integer)
RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    asked constant waymark._asked := waymark._asked_act(hand, op_id, op, ord);
BEGIN
    IF hand.role <> 'manager' THEN
        RETURN waymark._hold(hand, op_id, op, 'role_may_not_write');
    END IF;
    IF op ->> 'kind' IN ('device', 'person') THEN
        RETURN waymark._take_revoke(hand, asked);
    END IF;
    IF asked.case_id = waymark._nobodys()
        OR waymark._kind_of_access(hand, asked.case_id) IS NULL
    THEN
        RETURN waymark._hold(hand, op_id, op, 'no_access');
    END IF;
    IF op ->> 'kind' = 'access' THEN
        RETURN waymark._take_access(hand, asked);
    END IF;
    RETURN waymark._take_guard(hand, asked);
END $$;

-- Who looked, pages and pictures, held work ---------------------------------------------------

-- Whether this names a row of a kind that is known, or an id, or nothing: no word fits in.
CREATE FUNCTION waymark._is_place(words text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN words = '' OR waymark._uuid(words) IS NOT NULL
        OR waymark._uuid(substr(words, strpos(words, ':') + 1)) IS NOT NULL AND EXISTS (
            SELECT FROM waymark.registry AS r WHERE r.table_name = split_part(words, ':', 1));
END $$;

-- Lines on a child whom this person never had are held, and the others of the op are taken.
CREATE FUNCTION waymark._take_looked(hand waymark._hand, op_id uuid, op jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    acts constant text[] := ARRAY[
        'opened_child', 'opened_review', 'opened_letter', 'printed', 'exported', 'sent'];
    asked integer;
    known integer;
BEGIN
    IF jsonb_typeof(op -> 'lines') IS DISTINCT FROM 'array' OR EXISTS (
        SELECT FROM jsonb_array_elements(op -> 'lines') AS l
        WHERE waymark._uuid(l ->> 'id') IS NULL OR waymark._case_id(l ->> 'case') IS NULL
           OR coalesce(l ->> 'act', '') <> ALL (acts) OR l ->> 'at' IS NULL
           OR NOT waymark._is_place(coalesce(l ->> 'what', ''))
    ) THEN
        RETURN waymark._hold(hand, op_id, op, 'malformed');
    END IF;
    WITH mine AS (
        SELECT l FROM jsonb_array_elements(op -> 'lines') AS l
        WHERE waymark._case_id(l ->> 'case') = waymark._nobodys() OR EXISTS (
            SELECT FROM waymark.access AS a
            WHERE a.authority_id = hand.authority_id AND a.person_id = hand.person_id
              AND a.case_id = waymark._case_id(l ->> 'case'))
    ), taken AS (
        INSERT INTO waymark.opened
            (authority_id, id, case_id, person_id, device_id, act, what, at)
        SELECT hand.authority_id, waymark._uuid(l ->> 'id'), waymark._case_id(l ->> 'case'),
            hand.person_id, hand.device_id, l ->> 'act', coalesce(l ->> 'what', ''),
            waymark._moment(l ->> 'at')
        FROM mine
        ON CONFLICT DO NOTHING
    )
    SELECT count(*), jsonb_array_length(op -> 'lines') INTO known, asked FROM mine;
    IF known < asked THEN
        RETURN waymark._hold(hand, op_id, op, 'no_access');
    END IF;
    RETURN jsonb_build_object('op', op_id, 'status', 'done');
END $$;

-- What is wrong with a part of pages or of a picture, before its bytes are looked at.
CREATE FUNCTION waymark._part_why(hand waymark._hand, op jsonb) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    of_case constant uuid := waymark._case_id(op ->> 'case');
    part constant integer := (op ->> 'part')::integer;
    parts constant integer := (op ->> 'parts')::integer;
BEGIN
    IF of_case IS NULL OR coalesce(op ->> 'digest', '') !~ '^[0-9a-f]{64}$'
        OR op ->> 'bytes' IS NULL OR part IS NULL OR parts IS NULL
        OR part NOT BETWEEN 0 AND parts - 1 OR parts NOT BETWEEN 1 AND 4096
    THEN
        RETURN 'malformed';
    END IF;
    IF waymark._kind_of_access(hand, of_case) IS NULL THEN
        RETURN 'no_access';
    END IF;
    IF waymark._is_erased(hand, of_case) THEN
        RETURN 'erased';
    END IF;
    IF hand.role NOT IN ('iro', 'manager') AND NOT waymark._is_of_a_form(hand, of_case, op) THEN
        RETURN 'role_may_not_write';
    END IF;
    RETURN NULL;
END $$;

-- Whether it is the scan of a form that came back, which business support attaches.
CREATE FUNCTION waymark._is_of_a_form(hand waymark._hand, of_case uuid, op jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN hand.role = 'business_support' AND EXISTS (
        SELECT FROM waymark.row AS r
        WHERE r.authority_id = hand.authority_id AND r.case_id = of_case
            AND r.table_name = 'returned_form' AND r.data ->> 'digest' = op ->> 'digest'
    );
END $$;

-- One part. With the last of them the whole is proved to be what its digest says, or all of them go;
-- until then whoever comes later is believed, so that a wrong part stands in nobody's way, and a
-- whole that was proved is not touched again.
CREATE FUNCTION waymark._take_part(hand waymark._hand, op_id uuid, op jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    why text := waymark._part_why(hand, op);
    of_case constant uuid := waymark._case_id(op ->> 'case');
    named constant text := op ->> 'digest';
    piece bytea;
    place integer;
    of_all integer;
BEGIN
    IF why IS NOT NULL THEN
        RETURN waymark._hold(hand, op_id, op, why);
    END IF;
    piece := decode(op ->> 'bytes', 'base64');
    place := (op ->> 'part')::integer;
    of_all := (op ->> 'parts')::integer;
    IF octet_length(piece) > 262144 THEN
        RETURN waymark._hold(hand, op_id, op, 'too_long');
    END IF;
    IF NOT waymark._is_whole(hand, of_case, named) THEN
        DELETE FROM waymark.part AS p
        WHERE p.authority_id = hand.authority_id AND p.case_id = of_case AND p.digest = named
          AND (p.parts <> of_all OR p.part = place);
        INSERT INTO waymark.part (authority_id, case_id, digest, part, parts, bytes)
        VALUES (hand.authority_id, of_case, named, place, of_all, piece);
        why := waymark._proved(hand, of_case, named);
    END IF;
    IF why IS NOT NULL THEN
        RETURN waymark._hold(hand, op_id, op - 'bytes', why);
    END IF;
    RETURN jsonb_build_object('op', op_id, 'status', 'done');
END $$;

-- Whether every part of a whole is there.
CREATE FUNCTION waymark._is_whole(hand waymark._hand, of_case uuid, named text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT coalesce(count(*) = min(p.parts), false) FROM waymark.part AS p
        WHERE p.authority_id = hand.authority_id AND p.case_id = of_case AND p.digest = named
    );
END $$;

-- Takes the parts out again where they are all there and are not what the digest says, or are more
-- than 16 MB, which is never put together; says why.
CREATE FUNCTION waymark._proved(hand waymark._hand, of_case uuid, named text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    found_ text;
    why text;
BEGIN
    IF (
        SELECT sum(octet_length(p.bytes)) FROM waymark.part AS p
        WHERE p.authority_id = hand.authority_id AND p.case_id = of_case AND p.digest = named
    ) > 16777216 THEN
        why := 'too_long';
    ELSIF waymark._is_whole(hand, of_case, named) THEN
        SELECT encode(sha256(string_agg(p.bytes, '' ORDER BY p.part)), 'hex') INTO found_
        FROM waymark.part AS p
        WHERE p.authority_id = hand.authority_id AND p.case_id = of_case AND p.digest = named;
        why := CASE WHEN found_ <> named THEN 'not_its_digest' END;
    END IF;
    IF why IS NOT NULL THEN
        DELETE FROM waymark.part AS p
        WHERE p.authority_id = hand.authority_id AND p.case_id = of_case AND p.digest = named;
    END IF;
    RETURN why;
END $$;

-- What this person may do with a piece of held work: add, drop or nothing.
CREATE FUNCTION waymark._may_settle(hand waymark._hand, h waymark.held, adds boolean)
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
    kind constant text := waymark._kind_of_access(hand, h.case_id);
BEGIN
    IF NOT adds AND h.person_id = hand.person_id THEN
        RETURN true;
    END IF;
    IF kind = 'council' THEN
        RETURN hand.role = 'manager';
    END IF;
    RETURN coalesce(kind = 'allocated' OR (kind IS NOT NULL AND hand.role = 'manager'), false);
END $$;

-- Held work is decided on: added now as its author's change, or let go.
CREATE FUNCTION waymark._take_held(hand waymark._hand, op_id uuid, op jsonb, ord integer)
RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    h waymark.held;
    held_id constant uuid := waymark._uuid(op ->> 'held');
    adds constant boolean := (op -> 'add')::boolean;
    told jsonb := '{}';
BEGIN
    SELECT * INTO h FROM waymark.held AS w
    WHERE w.authority_id = hand.authority_id AND w.op_id = held_id;
    IF h.op_id IS NULL OR adds IS NULL OR NOT waymark._may_settle(hand, h, adds) THEN
        RETURN waymark._hold(hand, op_id, op, 'no_access');
    END IF;
    IF NOT EXISTS (
        SELECT FROM waymark.held_settled AS s
        WHERE s.authority_id = hand.authority_id AND s.op_id = h.op_id
    ) THEN
        IF adds THEN
            told := waymark._add_held(hand, h, ord);
            IF told ->> 'status' IN ('held', 'refused') THEN
                RETURN told || jsonb_build_object('op', op_id, 'status', 'refused');
            END IF;
        END IF;
        INSERT INTO waymark.held_settled (authority_id, op_id, outcome, by)
        VALUES (hand.authority_id, h.op_id, CASE WHEN adds THEN 'added' ELSE 'dropped' END,
            hand.person_id);
    END IF;
    RETURN told || jsonb_build_object('op', op_id, 'status', 'done');
END $$;

CREATE FUNCTION waymark._add_held(hand waymark._hand, h waymark.held, ord integer)
RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    author waymark._hand := hand;
BEGIN
    IF h.op ->> 'kind' IS DISTINCT FROM 'row' THEN
        RETURN jsonb_build_object('status', 'refused', 'why', 'malformed');
    END IF;
    author.person_id := h.person_id;
    author.device_id := h.device_id;
    author.is_added := true;
    author.was := '[]';
    SELECT p.role INTO author.role FROM waymark.person AS p
    WHERE p.authority_id = hand.authority_id AND p.id = h.person_id;
    RETURN waymark._take_row(author, h.op_id, h.op, ord);
END $$;

-- Many at once --------------------------------------------------------------------------------

-- Whether the order of a batch's ops makes no difference but within one row: nothing is signed,
-- nobody's access changes, no held work is decided on.
CREATE FUNCTION waymark._is_any_order(ops jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN jsonb_array_length(ops) >= 4 AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(ops) AS op
        WHERE coalesce(op ->> 'kind', '') NOT IN ('row', 'looked', 'part') OR op ? 'signed'
    );
END $$;

-- The row ops of a batch that meet nobody else's work: theirs to write, one for a row, and not on
-- what needs a closer look. With the row as it stands and the outcome.
CREATE TYPE waymark._plain AS (
    place integer,
    asked waymark._asked,
    r waymark.row,
    weighed waymark._outcome
);
CREATE FUNCTION waymark._plain_ops(hand waymark._hand, ops jsonb) RETURNS SETOF waymark._plain
LANGUAGE plpgsql STABLE AS $$
DECLARE
    ids constant uuid[] := ARRAY(
        SELECT waymark._uuid(op ->> 'id') FROM jsonb_array_elements(ops) AS op
        GROUP BY op ->> 'id' HAVING count(*) = 1
    );
    cases constant uuid[] := ARRAY(
        SELECT DISTINCT waymark._uuid(op ->> 'case') FROM jsonb_array_elements(ops) AS op
    );
    apart constant text[] := ARRAY['child', 'conflict', 'council', 'staff_member',
        'letter_template', 'document'];
    makeable constant text[] := waymark._makeable(hand.role);
    knowable constant text[] := waymark._knowable(hand.role);
BEGIN
    RETURN QUERY
    WITH theirs AS MATERIALIZED (
        SELECT c.id FROM unnest(cases) AS c (id)
        WHERE waymark._kind_of_access(hand, c.id) IS NOT NULL
          AND c.id <> waymark._nobodys() AND NOT waymark._is_erased(hand, c.id)
    ), known AS MATERIALIZED (
        SELECT w AS r, w.id FROM waymark.row AS w
        WHERE w.authority_id = hand.authority_id AND w.id = ANY (ids)
    )
    SELECT one.place::integer, a.asked, known.r, weighed
    FROM jsonb_array_elements(ops) WITH ORDINALITY AS one (op, place)
    CROSS JOIN LATERAL waymark._uuid(one.op ->> 'op') AS op_id
    CROSS JOIN LATERAL (
        SELECT x AS asked FROM waymark._asked_row(
            hand, op_id, one.op, one.place::integer * 1000) AS x OFFSET 0
    ) AS asked_row
    LEFT JOIN known ON known.id = (asked_row.asked).row_id
    CROSS JOIN LATERAL (
        SELECT waymark._for_row(asked_row.asked, known.r) AS asked OFFSET 0
    ) AS a
    CROSS JOIN LATERAL waymark._compare(hand, a.asked, known.r) AS weighed
    WHERE one.op ->> 'kind' = 'row' AND op_id IS NOT NULL
      AND (a.asked).row_id = ANY (ids) AND (a.asked).case_id IN (SELECT * FROM theirs)
      AND NOT (a.asked).table_name = ANY (apart)
      AND (a.asked).table_name = ANY (knowable)
      AND (hand.role <> 'business_support' OR waymark._is_of_the_desk(a.asked, known.r))
      AND ((known.id IS NULL AND (a.asked).table_name = ANY (makeable))
        OR ((known.r).case_id = (a.asked).case_id
        AND (known.r).table_name = (a.asked).table_name AND (known.r).erased_at IS NULL))
      AND weighed.why IS NULL AND weighed.of_both IS NULL AND weighed.left_out IS NULL;
END $$;

CREATE FUNCTION waymark._for_row(asked waymark._asked, r waymark.row) RETURNS waymark._asked
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    asked.is_new := r.id IS NULL;
    RETURN asked;
END $$;

-- Takes all plain ops of a batch together. Gives what became of each, by its place in the batch;
-- the rest is for _take_op, one by one.
CREATE FUNCTION waymark._take_plain(hand waymark._hand, ops jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    ids uuid[];
    plain waymark._plain[];
BEGIN
    IF hand.barred OR hand.has_repeats OR NOT waymark._is_any_order(ops) THEN
        RETURN '{}';
    END IF;
    plain := ARRAY(SELECT p FROM waymark._plain_ops(hand, ops) AS p);
    ids := waymark._insert_rows(hand, plain) || waymark._update_rows(hand, plain);
    PERFORM waymark._note_changes(hand, plain, ids);
    RETURN (
        SELECT coalesce(jsonb_object_agg(p.place, jsonb_build_object(
            'op', (p.asked).op_id, 'id', (p.asked).row_id, 'conflicts', '[]'::jsonb,
            'status', waymark._status(hand, p.asked, p.r, p.weighed))), '{}')
        FROM unnest(plain) AS p
        WHERE (p.asked).row_id = ANY (ids) OR ((p.r).id IS NOT NULL AND (p.weighed).patch = '{}')
    );
EXCEPTION WHEN data_exception THEN
    RETURN '{}';
END $$;

CREATE FUNCTION waymark._insert_rows(hand waymark._hand, plain waymark._plain[]) RETURNS uuid[]
LANGUAGE plpgsql AS $$
DECLARE
    ids uuid[];
BEGIN
    WITH made AS (
        INSERT INTO waymark.row AS w (
            authority_id, id, case_id, table_name, review_id, row_version, server_seq, data,
            created_by, created_at, updated_by, updated_at, schema_v
        )
        SELECT hand.authority_id, (p.asked).row_id, (p.asked).case_id, (p.asked).table_name,
            waymark._uuid(holds ->> 'review_id'), 1, hand.seq, holds, hand.person_id,
            clock_timestamp(), hand.person_id, clock_timestamp(), hand.schema_v
        FROM unnest(plain) AS p
        CROSS JOIN LATERAL waymark._patched(NULL, (p.weighed).patch) AS holds
        WHERE (p.asked).is_new
        ON CONFLICT DO NOTHING RETURNING w.id
    )
    SELECT coalesce(array_agg(made.id), '{}') INTO ids FROM made;
    RETURN ids;
END $$;

CREATE FUNCTION waymark._update_rows(hand waymark._hand, plain waymark._plain[]) RETURNS uuid[]
LANGUAGE plpgsql AS $$
DECLARE
    ids uuid[];
BEGIN
    WITH made AS (
        UPDATE waymark.row AS w
        SET data = p.holds, row_version = w.row_version + 1, server_seq = hand.seq,
            review_id = waymark._uuid(p.holds ->> 'review_id'), updated_by = hand.person_id,
            updated_at = clock_timestamp(), schema_v = hand.schema_v
        FROM (
            SELECT (one.r).id, waymark._patched((one.r).data, (one.weighed).patch) AS holds
            FROM unnest(plain) AS one
            WHERE NOT (one.asked).is_new AND (one.weighed).patch <> '{}' OFFSET 0
        ) AS p
        WHERE w.authority_id = hand.authority_id AND w.id = p.id
        RETURNING w.id
    )
    SELECT coalesce(array_agg(made.id), '{}') INTO ids FROM made;
    RETURN ids;
END $$;

CREATE FUNCTION waymark._note_changes(
    hand waymark._hand, plain waymark._plain[], ids uuid[]
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO waymark.change (
        authority_id, seq, ord, case_id, table_name, row_id, row_version, person_id, device_id,
        op_id, patch, salt, content_hash, client_at, clock_offset_ms, schema_v, op_sum
    )
    SELECT hand.authority_id, hand.seq, (p.asked).ord, (p.asked).case_id, (p.asked).table_name,
        (p.asked).row_id, coalesce((p.r).row_version, 0) + 1, hand.person_id, hand.device_id,
        (p.asked).op_id, (p.weighed).patch, p.grains,
        waymark._content_hash(p.grains, (p.weighed).patch),
        waymark._moment((p.asked).op ->> 'at'), hand.offset_ms, hand.schema_v,
        waymark._op_sum((p.asked).op)
    FROM (
        SELECT one.*, uuid_send(gen_random_uuid()) AS grains
        FROM unnest(plain) AS one OFFSET 0
    ) AS p
    WHERE (p.asked).row_id = ANY (ids);
END $$;

-- Batches -------------------------------------------------------------------------------------

-- What was answered to an op that has come before; nothing for a new one.
CREATE FUNCTION waymark._told_before(hand waymark._hand, asked_id uuid) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    act constant text := waymark._acting('council');
    why text;
    told jsonb;
BEGIN
    SELECT h.why INTO why FROM waymark.held AS h
    WHERE h.authority_id = hand.authority_id AND h.op_id = asked_id
      AND h.person_id = hand.person_id AND NOT EXISTS (
        SELECT FROM waymark.held_settled AS s
        WHERE s.authority_id = h.authority_id AND s.op_id = h.op_id AND s.outcome = 'added');
    SELECT jsonb_build_object('status', CASE
            WHEN bool_or(c.row_version = 0) THEN 'done'
            WHEN bool_or(c.table_name = 'conflict') THEN 'conflict' ELSE 'applied' END,
        'id', (array_agg(c.row_id ORDER BY c.ord))[1],
        'conflicts', coalesce(
            jsonb_agg(c.row_id) FILTER (WHERE c.table_name = 'conflict'), '[]'))
    INTO told FROM waymark.change AS c
    WHERE c.authority_id = hand.authority_id AND c.op_id = asked_id
      AND c.person_id = hand.person_id
    HAVING count(*) > 0;
    IF why IS NOT NULL THEN
        told := coalesce(told, '{}') || jsonb_build_object('why', why, 'status', CASE
            WHEN why IN ('changed_since_seen', 'council_sets_this') THEN 'refused'
            ELSE 'held' END);
    END IF;
    PERFORM waymark._acting(act);
    RETURN told;
END $$;

-- Whether an op that has come before asks for something else now. What was erased is not compared.
CREATE FUNCTION waymark._is_another(hand waymark._hand, asked_id uuid, op jsonb) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    act constant text := waymark._acting('council');
    known bytea[];
BEGIN
    known := ARRAY(
        SELECT c.op_sum FROM waymark.change AS c
        WHERE c.authority_id = hand.authority_id AND c.op_id = asked_id
          AND c.person_id = hand.person_id AND c.op_sum IS NOT NULL
        UNION
        SELECT waymark._op_sum(h.op) FROM waymark.held AS h
        WHERE h.authority_id = hand.authority_id AND h.op_id = asked_id
          AND h.person_id = hand.person_id AND NOT h.op ? 'erased'
    );
    PERFORM waymark._acting(act);
    RETURN known <> '{}' AND NOT waymark._op_sum(op) = ANY (known);
END $$;

CREATE FUNCTION waymark._take_kind(hand waymark._hand, op_id uuid, op jsonb, ord integer)
RETURNS jsonb
LANGUAGE plpgsql AS $$
BEGIN
    CASE op ->> 'kind'
        WHEN 'row' THEN RETURN waymark._take_row(hand, op_id, op, ord);
        WHEN 'looked' THEN RETURN waymark._take_looked(hand, op_id, op);
        WHEN 'part' THEN RETURN waymark._take_part(hand, op_id, op);
        WHEN 'held' THEN RETURN waymark._take_held(hand, op_id, op, ord);
        WHEN 'access', 'guard', 'device', 'person' THEN
            RETURN waymark._take_act(hand, op_id, op, ord);
        ELSE RETURN waymark._hold(hand, op_id, op, 'malformed');
    END CASE;
END $$;

-- One op. What is wrong with it never stops the ones behind it.
CREATE FUNCTION waymark._take_op(hand waymark._hand, op jsonb, ord integer) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    op_id uuid := waymark._uuid(op ->> 'op');
    told jsonb;
BEGIN
    IF op_id IS NULL THEN
        op_id := md5(concat_ws('/', hand.person_id, op::text))::uuid;
        RETURN waymark._hold(hand, op_id, op, 'malformed');
    END IF;
    IF hand.has_repeats THEN
        told := waymark._told_before(hand, op_id);
        IF told IS NOT NULL AND waymark._is_another(hand, op_id, op) THEN
            RETURN waymark._hold(hand,
                md5(concat_ws('/', hand.person_id, op::text))::uuid, op, 'malformed');
        END IF;
        IF told IS NOT NULL THEN
            RETURN told || jsonb_build_object('op', op_id);
        END IF;
    END IF;
    IF hand.barred THEN
        RETURN waymark._hold(hand, op_id, op, 'revoked');
    END IF;
    RETURN waymark._take_kind(hand, op_id, op, ord);
EXCEPTION WHEN data_exception THEN
    RETURN waymark._hold(hand, op_id, op, 'malformed');
END $$;

-- Whether any op of a batch has come before, or comes twice in it.
CREATE FUNCTION waymark._has_repeats(authority smallint, ops jsonb) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    act constant text := waymark._acting('council');
    ids uuid[];
    told boolean;
BEGIN
    SELECT array_agg(waymark._uuid(one ->> 'op')) INTO ids FROM jsonb_array_elements(ops) AS one;
    told := (SELECT count(DISTINCT id) < count(*) FROM unnest(ids) AS id WHERE id IS NOT NULL)
        OR EXISTS (SELECT FROM waymark.change AS c
            WHERE c.authority_id = authority AND c.op_id = ANY (ids))
        OR EXISTS (SELECT FROM waymark.held AS h
            WHERE h.authority_id = authority AND h.op_id = ANY (ids));
    PERFORM waymark._acting(act);
    RETURN told;
END $$;

CREATE FUNCTION waymark._hand_of(
    authority smallint, person uuid, device uuid, batch jsonb, of_seq bigint
) RETURNS waymark._hand
LANGUAGE plpgsql AS $$
DECLARE
    hand waymark._hand;
BEGIN
    SELECT authority, p.id, p.role, device, of_seq, coalesce((batch ->> 'schema')::smallint, 1),
        d.clock_offset_ms, p.revoked_at IS NOT NULL OR coalesce(d.state = 'revoked', false),
        waymark._has_repeats(authority, batch -> 'ops'), false, waymark._former(batch -> 'was')
    INTO hand
    FROM waymark.person AS p
    LEFT JOIN waymark.device AS d ON d.authority_id = p.authority_id AND d.device_id = device
    WHERE p.authority_id = authority AND p.id = person;
    RETURN hand;
END $$;

-- Takes one batch at one place in the order, as that person: their ops, the link, the clock, the
-- answer and the laptop's counter. Whether it is the next of that laptop is for push to know.
CREATE FUNCTION waymark._take_batch(
    authority smallint, person uuid, device uuid, batch jsonb, of_seq bigint
) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    hand constant waymark._hand :=
        waymark._hand_of(authority, person, device, batch, of_seq);
    plain constant jsonb := waymark._take_plain(hand, batch -> 'ops');
    told jsonb[] := '{}';
    act text;
    op jsonb;
    place integer := 0;
    head bytea;
    hash constant bytea := sha256(convert_to(batch::text, 'UTF8'));
BEGIN
    FOR op IN SELECT one FROM jsonb_array_elements(batch -> 'ops') AS one LOOP
        place := place + 1;
        told := told || coalesce(
            plain -> place::text, waymark._take_op(hand, op, place * 1000));
    END LOOP;
    act := waymark._acting('council');
    head := waymark._link(authority, of_seq);
    PERFORM waymark._acting(act);
    INSERT INTO waymark.device AS d (authority_id, device_id, person_id, last_n, last_hash)
    VALUES (authority, device, person, (batch ->> 'n')::integer, hash)
    ON CONFLICT ON CONSTRAINT device_pkey DO UPDATE
    SET last_n = greatest(d.last_n, EXCLUDED.last_n), seen_at = clock_timestamp(),
        last_hash = CASE WHEN EXCLUDED.last_n >= d.last_n
            THEN EXCLUDED.last_hash ELSE d.last_hash END;
    INSERT INTO waymark.batch (authority_id, device_id, n, person_id, payload_hash, seq, result)
    VALUES (authority, device, (batch ->> 'n')::integer, person, hash, of_seq,
        jsonb_build_object('results', to_jsonb(told)))
    ON CONFLICT DO NOTHING;
    RETURN waymark._answer(hand, to_jsonb(told), of_seq, head);
END $$;

-- What a person reads of a row ------------------------------------------------------------------

-- {table: null} where a role reads every field, {table: [fields]} where it reads some; a table
-- that is not there sends nothing.
CREATE FUNCTION waymark._fields_read_by(of_role text) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_object_agg(t.name, CASE WHEN NOT t.whole THEN t.fields END), '{}')
        FROM (
            SELECT g.table_name AS name,
                bool_and(of_role = ANY (g.read_by)) AS whole,
                jsonb_agg(g.field) FILTER (WHERE of_role = ANY (g.read_by)) AS fields
            FROM waymark.registry g GROUP BY g.table_name
        ) t
        WHERE t.fields IS NOT NULL
    );
END $$;

-- What one reader may see: `reads` by role, `own` in what is about themself. Of the tables in
-- `plain` every row is seen, in whole or in part; those in `closer` are looked at row by row.
CREATE FUNCTION waymark._sight(of_role text, of_person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    reads jsonb := waymark._fields_read_by(of_role);
    own jsonb := '{}';
BEGIN
    IF of_role <> 'steward' THEN
        own := waymark._fields_read_by('self');
    END IF;
    RETURN jsonb_build_object(
        'person', of_person, 'reads', reads, 'own', own,
        'plain', (SELECT coalesce(jsonb_agg(t), '[]') FROM jsonb_object_keys(reads - 'conflict') t),
        'closer', (
            SELECT coalesce(jsonb_agg(t), '[]') FROM jsonb_object_keys(reads || own) t
            WHERE t = 'conflict' OR NOT reads ? t
        )
    );
END $$;

-- Whether anything of this row may be read. Two versions of a field are seen by who reads it;
-- once they are erased, by everybody who may have had them.
CREATE FUNCTION waymark._sees(
    sight jsonb, row_case uuid, row_table text, row_id uuid, row_data jsonb
) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    fields jsonb;
BEGIN
    IF sight -> 'plain' ? row_table THEN
        RETURN true;
    ELSIF NOT sight -> 'closer' ? row_table THEN
        RETURN false;
    ELSIF NOT sight -> 'reads' ? row_table THEN
        RETURN row_case = '00000000-0000-0000-0000-000000000000' AND sight -> 'own' ? row_table
            AND sight ->> 'person' = coalesce(row_data ->> 'staff_id', row_id::text);
    ELSIF row_data = '{}' THEN
        RETURN true;
    END IF;
    fields := sight -> 'reads' -> (row_data ->> 'table_name');
    RETURN coalesce(jsonb_typeof(fields) = 'null' OR fields ? (row_data ->> 'field'), false);
END $$;

-- The fields of this row that may be read.
CREATE FUNCTION waymark._data_seen(sight jsonb, row_table text, row_data jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    fields jsonb := coalesce(sight -> 'reads' -> row_table, sight -> 'own' -> row_table);
BEGIN
    IF jsonb_typeof(fields) = 'null' THEN
        RETURN row_data;
    END IF;
    RETURN (
        SELECT coalesce(jsonb_object_agg(f.key, f.value), '{}')
        FROM jsonb_each(row_data) f WHERE fields ? f.key
    );
END $$;

-- A row as it travels.
CREATE FUNCTION waymark._row_told(r waymark.row, at_seq bigint, seen jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_array(
        at_seq, r.table_name, r.id, waymark._case_words(r.case_id), r.row_version,
        CASE WHEN r.erased_at IS NULL THEN seen ELSE '{"erased": true}' END,
        r.created_by, waymark._moment_words(r.created_at),
        r.updated_by, waymark._moment_words(r.updated_at)
    );
END $$;

-- The answer to a batch: what became of each op, with the rows as they stand now and only as far
-- as this person may read them now.
CREATE FUNCTION waymark._answer(
    hand waymark._hand, results jsonb, of_seq bigint, head bytea
) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    rows jsonb := '{}';
    sight constant jsonb := waymark._sight(hand.role, hand.person_id);
    ids constant uuid[] := ARRAY(
        SELECT waymark._uuid(one ->> 'id') FROM jsonb_array_elements(results) AS one
        UNION
        SELECT waymark._uuid(c.id) FROM jsonb_array_elements(results) AS one
        CROSS JOIN LATERAL jsonb_array_elements_text(one -> 'conflicts') AS c (id)
    );
BEGIN
    IF NOT hand.barred THEN
        SELECT coalesce(jsonb_object_agg(w.id, waymark._row_told(
            w, w.server_seq, waymark._data_seen(sight, w.table_name, w.data))), '{}') INTO rows
        FROM waymark.row AS w
        WHERE w.authority_id = hand.authority_id AND w.id = ANY (ids)
          AND waymark._sees(sight, w.case_id, w.table_name, w.id, w.data)
          AND (w.case_id = waymark._nobodys() OR w.case_id IN (
            SELECT a.case_id FROM waymark.access AS a
            WHERE a.authority_id = hand.authority_id AND a.person_id = hand.person_id
              AND a.revoked_seq IS NULL AND (a.until IS NULL OR a.until > clock_timestamp())
        ));
    END IF;
    RETURN jsonb_build_object('seq', of_seq, 'head', encode(head, 'hex'),
        'server_time', waymark._moment_words(clock_timestamp()),
        'results', (
            SELECT coalesce(jsonb_agg(waymark._told(one.value, rows) ORDER BY one.place), '[]')
            FROM jsonb_array_elements(results) WITH ORDINALITY AS one (value, place)
        ));
END $$;

CREATE FUNCTION waymark._told(one jsonb, rows jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    told jsonb := one - 'id' - 'conflicts';
BEGIN
    IF coalesce(rows -> (one ->> 'id'), 'null') <> 'null' THEN
        told := told || jsonb_build_object('row', rows -> (one ->> 'id'));
    END IF;
    IF jsonb_array_length(one -> 'conflicts') > 0 THEN
        told := told || jsonb_build_object('conflicts', (
            SELECT coalesce(jsonb_agg(rows -> id) FILTER (WHERE rows -> id <> 'null'), '[]')
            FROM jsonb_array_elements_text(one -> 'conflicts') AS id
        ));
    END IF;
    RETURN told;
END $$;

-- A laptop, whosever it is.
CREATE FUNCTION waymark._device(authority smallint, device uuid) RETURNS waymark.device
LANGUAGE plpgsql AS $$
DECLARE
    act constant text := waymark._acting('council');
    d waymark.device;
BEGIN
    SELECT * INTO d FROM waymark.device AS w
    WHERE w.authority_id = authority AND w.device_id = device;
    PERFORM waymark._acting(act);
    RETURN d;
END $$;

-- The counter of one laptop: nothing where this is its next batch, else what it is told instead.
CREATE FUNCTION waymark._counted(
    me waymark.caller, device uuid, of_n integer, hash bytea
) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    d waymark.device := waymark._device(me.authority_id, device);
    b waymark.batch;
BEGIN
    IF d.state = 'copied' OR d.person_id <> me.person_id THEN
        RETURN '{"error": "copied_device"}';
    END IF;
    IF of_n > coalesce(d.last_n, 0) + 1 THEN
        RETURN jsonb_build_object('error', 'send_from', 'n', coalesce(d.last_n, 0) + 1);
    END IF;
    IF of_n = coalesce(d.last_n, 0) + 1 THEN
        RETURN NULL;
    END IF;
    SELECT * INTO b FROM waymark.batch AS w
    WHERE w.authority_id = me.authority_id AND w.device_id = device AND w.n = of_n
      AND w.person_id = me.person_id AND w.payload_hash = hash;
    IF b.n IS NULL THEN
        UPDATE waymark.device AS w SET state = 'copied'
        WHERE w.authority_id = me.authority_id AND w.device_id = device AND w.state = 'ok';
        RETURN '{"error": "copied_device"}';
    END IF;
    RETURN waymark._answered(me, b);
END $$;

-- The answer to a batch that came before.
CREATE FUNCTION waymark._answered(me waymark.caller, b waymark.batch) RETURNS jsonb
LANGUAGE plpgsql AS $$
BEGIN
    RETURN waymark._answer(
        waymark._hand_of(me.authority_id, me.person_id, b.device_id, '{"ops": []}', b.seq),
        b.result -> 'results', b.seq,
        (SELECT l.hash FROM waymark.link AS l
            WHERE l.authority_id = me.authority_id AND l.seq = b.seq)
    );
END $$;

-- The three doors -----------------------------------------------------------------------------

-- Refuses what is far more than any request, before anything is made of it.
CREATE FUNCTION waymark._sized(request jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF pg_column_size(request) > 2097152 THEN
        RAISE EXCEPTION 'too big' USING ERRCODE = 'WM002';
    END IF;
END $$;

-- Whether a number is in it that no laptop can hold: it would be in every answer, and unreadable.
-- Nearly no request has as many digits in a row, so nearly none is looked through.
CREATE FUNCTION waymark._has_a_huge_number(request jsonb, body text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN body ~ '[0-9]{18}' AND jsonb_path_exists(request, '$.** ? (@.type() == "number"
        && (@ > 99999999999999999 || @ < -99999999999999999))');
END $$;

CREATE FUNCTION waymark.push(request jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me constant waymark.caller := waymark._enter();
    device constant uuid := waymark._uuid(request ->> 'device');
    body text;
    n integer;
    clock waymark.clock;
    told jsonb;
BEGIN
    PERFORM waymark._sized(request);
    body := request::text;
    IF octet_length(body) > 1048576 OR jsonb_array_length(request -> 'ops') > 5000 THEN
        RAISE EXCEPTION 'too big' USING ERRCODE = 'WM002';
    END IF;
    n := (request ->> 'n')::integer;
    IF device IS NULL OR n IS NULL OR n < 1
        OR jsonb_typeof(request -> 'ops') IS DISTINCT FROM 'array'
        OR coalesce((request ->> 'schema')::smallint, 1) < 1
        OR waymark._has_a_huge_number(request, body)
    THEN
        RAISE EXCEPTION 'malformed' USING ERRCODE = 'WM003';
    END IF;
    SELECT * INTO clock FROM waymark.clock AS c
    WHERE c.authority_id = me.authority_id FOR UPDATE;
    IF clock.state = 'recovering' THEN
        RETURN '{"error": "recovering"}';
    END IF;
    told := waymark._counted(me, device, n, sha256(convert_to(body, 'UTF8')));
    IF told IS NULL THEN
        told := waymark._take_batch(
            me.authority_id, me.person_id, device, request, clock.seq + 1);
    END IF;
    IF told ? 'results' AND request -> 'short' = 'true' THEN
        RETURN waymark._answer_shortly(told);
    END IF;
    RETURN told;
EXCEPTION WHEN data_exception THEN
    RAISE EXCEPTION 'malformed' USING ERRCODE = 'WM003';
END $$;

CREATE FUNCTION waymark._meet_device(
    me waymark.caller, request jsonb, clock waymark.clock
) RETURNS waymark.device
LANGUAGE plpgsql AS $$
DECLARE
    device constant uuid := waymark._uuid(request ->> 'device');
    offset_now constant bigint := round(extract(epoch FROM
        coalesce(waymark._moment(request ->> 'clock'), clock_timestamp()) - clock_timestamp()
    ) * 1000);
    told constant bigint := greatest(coalesce((request -> 'witness' ->> 0)::bigint, 0),
        coalesce((request -> 'cursor' ->> 0)::bigint, 0));
    d waymark.device;
BEGIN
    IF device IS NULL THEN
        RAISE EXCEPTION 'malformed' USING ERRCODE = 'WM003';
    END IF;
    INSERT INTO waymark.device (authority_id, device_id, person_id)
    VALUES (me.authority_id, device, me.person_id) ON CONFLICT DO NOTHING;
    UPDATE waymark.device AS w SET
        laptop = left(coalesce(request ->> 'laptop', ''), 100),
        app_version = left(coalesce(request ->> 'app', ''), 40),
        waiting = greatest(coalesce((request ->> 'waiting')::integer, 0), 0),
        clock_offset_ms = offset_now, told_seq = greatest(w.told_seq, told),
        cursor_seq = CASE clock.state WHEN 'recovering' THEN greatest(w.cursor_seq, told)
            ELSE w.cursor_seq END,
        seen_at = clock_timestamp()
    WHERE w.authority_id = me.authority_id AND w.device_id = device
      AND w.person_id = me.person_id
    RETURNING * INTO d;
    RETURN d;
END $$;

-- What a laptop's witness says of the chain: same, different, ahead (the database is older than
-- what the laptop saw) or none.
CREATE FUNCTION waymark._witnessed(
    authority smallint, clock waymark.clock, witness jsonb
) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    seen_seq bigint;
    stands bytea;
BEGIN
    IF coalesce(jsonb_typeof(witness), 'null') = 'null' THEN
        RETURN 'none';
    END IF;
    seen_seq := (witness ->> 0)::bigint;
    IF seen_seq > clock.seq THEN
        RETURN 'ahead';
    END IF;
    IF seen_seq = 0 THEN
        RETURN 'same';
    END IF;
    SELECT l.hash INTO stands FROM waymark.link AS l
    WHERE l.authority_id = authority AND l.seq = seen_seq;
    RETURN CASE WHEN encode(stands, 'hex') = witness ->> 1 THEN 'same' ELSE 'different' END;
END $$;

-- The cases of one person, as [case, kind, granted_seq, until, restricted].
CREATE FUNCTION waymark._my_cases(me waymark.caller) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF me.revoked THEN
        RETURN '[]';
    END IF;
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_array(
            a.case_id, a.kind, a.granted_seq, waymark._moment_words(a.until), c.restricted
        ) ORDER BY a.case_id), '[]')
        FROM waymark.access AS a
        JOIN waymark.child_case AS c USING (authority_id, case_id)
        WHERE a.authority_id = me.authority_id AND a.person_id = me.person_id
          AND a.revoked_seq IS NULL AND (a.until IS NULL OR a.until > clock_timestamp())
    );
END $$;

-- The same cases with the number of rows of each, the one whose review is next first.
CREATE FUNCTION waymark._cases_counted(me waymark.caller, cases jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(one || to_jsonb(held.rows)
            ORDER BY held.next_on NULLS LAST, one ->> 0), '[]')
        FROM jsonb_array_elements(cases) AS one
        CROSS JOIN LATERAL (
            SELECT count(*) AS rows, min(CASE WHEN w.table_name = 'review'
                    AND coalesce(w.data ->> 'state', 'planned') NOT IN ('finished', 'known')
                THEN coalesce(w.data ->> 'booked_on', w.data ->> 'due_on') END) AS next_on
            FROM waymark.row AS w
            WHERE w.authority_id = me.authority_id AND w.case_id = (one ->> 0)::uuid
              AND w.table_name IN (SELECT g.table_name FROM waymark.registry AS g
                WHERE me.role = ANY (g.read_by))
        ) AS held
    );
END $$;

-- How much held work waits for this person to decide on it.
CREATE FUNCTION waymark._held_for(me waymark.caller) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT count(*)
        FROM waymark.held AS h
        JOIN waymark.access AS a
            ON a.authority_id = h.authority_id AND a.case_id = h.case_id
            AND a.person_id = me.person_id AND a.revoked_seq IS NULL
            AND (a.until IS NULL OR a.until > clock_timestamp())
        WHERE h.authority_id = me.authority_id AND NOT me.revoked
          AND (a.kind = 'allocated' OR me.role = 'manager')
          AND NOT EXISTS (SELECT FROM waymark.held_settled AS s
            WHERE s.authority_id = h.authority_id AND s.op_id = h.op_id)
    );
END $$;

CREATE INDEX held_by_case ON waymark.held (authority_id, case_id);

CREATE FUNCTION waymark._greeting(
    me waymark.caller, request jsonb, clock waymark.clock, d waymark.device
) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    council waymark.authority;
    cases constant jsonb := waymark._my_cases(me);
    hash constant text := md5(cases::text);
BEGIN
    SELECT * INTO council FROM waymark.authority AS t WHERE t.authority_id = me.authority_id;
    RETURN jsonb_build_object(
        'protocol', '[1, 1]'::jsonb, 'schema', '[1, 1]'::jsonb,
        'server_time', waymark._moment_words(clock_timestamp()),
        'authority', me.authority_id, 'council_id', council.council_id, 'council', council.name,
        'person', jsonb_build_object('id', me.person_id, 'role', me.role),
        'epoch', clock.epoch, 'seq', clock.seq, 'head', encode(clock.head, 'hex'),
        'witness', waymark._witnessed(me.authority_id, clock, request -> 'witness'),
        'device', jsonb_build_object('state', coalesce(d.state, 'copied'),
            'last_n', coalesce(d.last_n, 0)),
        'state', clock.state, 'revoked', me.revoked OR coalesce(d.state = 'revoked', false),
        'lease_days', council.lease_days, 'cases_hash', hash,
        'cases', CASE WHEN request ->> 'cases_hash' IS DISTINCT FROM hash
            AND coalesce(d.state <> 'revoked', true)
            THEN waymark._cases_counted(me, cases) END,
        'held_news', waymark._held_for(me)
    );
END $$;

CREATE FUNCTION waymark.hello(request jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me constant waymark.caller := waymark._enter();
    protocol integer;
    schema integer;
    clock waymark.clock;
BEGIN
    PERFORM waymark._sized(request);
    protocol := (request ->> 'protocol')::integer;
    schema := (request ->> 'schema')::integer;
    IF protocol IS NULL OR schema IS NULL THEN
        RAISE EXCEPTION 'malformed' USING ERRCODE = 'WM003';
    END IF;
    IF protocol <> 1 OR schema <> 1 THEN
        RETURN jsonb_build_object('protocol', '[1, 1]'::jsonb, 'schema', '[1, 1]'::jsonb,
            'error', CASE WHEN protocol < 1 OR schema < 1 THEN 'too_old' ELSE 'too_new' END);
    END IF;
    SELECT * INTO clock FROM waymark.clock AS c WHERE c.authority_id = me.authority_id;
    RETURN waymark._greeting(me, request, clock, waymark._meet_device(me, request, clock));
EXCEPTION WHEN data_exception THEN
    RAISE EXCEPTION 'malformed' USING ERRCODE = 'WM003';
END $$;

-- What a laptop holds safely now, and which cases it has taken off itself.
CREATE FUNCTION waymark.receipt(request jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me constant waymark.caller := waymark._enter();
    device constant uuid := waymark._uuid(request ->> 'device');
BEGIN
    PERFORM waymark._sized(request);
    UPDATE waymark.device AS d SET
        cursor_seq = coalesce((request -> 'cursor' ->> 0)::bigint, d.cursor_seq),
        waiting = coalesce((request ->> 'waiting')::integer, d.waiting),
        seen_at = clock_timestamp()
    WHERE d.authority_id = me.authority_id AND d.device_id = device
      AND d.person_id = me.person_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'malformed' USING ERRCODE = 'WM003';
    END IF;
    INSERT INTO waymark.opened (authority_id, id, case_id, person_id, device_id, act, at)
    SELECT a.authority_id, md5(concat_ws('/', device, a.case_id, a.granted_seq))::uuid,
        a.case_id, me.person_id, device, 'purged', clock_timestamp()
    FROM jsonb_array_elements_text(coalesce(request -> 'purged', '[]')) AS purged (id)
    JOIN waymark.access AS a
        ON a.authority_id = me.authority_id AND a.case_id = waymark._uuid(purged.id)
        AND a.person_id = me.person_id
    ON CONFLICT DO NOTHING;
    RETURN jsonb_build_object('ok', true,
        'server_time', waymark._moment_words(clock_timestamp()));
EXCEPTION WHEN data_exception THEN
    RAISE EXCEPTION 'malformed' USING ERRCODE = 'WM003';
END $$;

GRANT EXECUTE ON FUNCTION waymark.hello(jsonb), waymark.push(jsonb), waymark.receipt(jsonb)
    TO waymark_client;

RESET ROLE;
