-- Recovering: after the database was restored from a copy, laptops park the batches that it had
-- acknowledged and no longer knows, and a steward has them taken again in their first order.
-- Also the check of the chain, and erasing what need not be kept any longer.
SET ROLE waymark_owner;

-- Where the chain, or what stands on it, is not as it was written; no line when all is whole.
-- What a change of an erased case held is not looked at: its hash stays, and links are made of
-- hashes. A change without words of a case that nobody erased is `blank`.
CREATE FUNCTION waymark._chain_breaks(authority smallint) RETURNS TABLE (at_seq bigint, what text)
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
    WITH links AS (
        SELECT l.seq, l.prev, l.hash, lag(l.seq, 1, 0::bigint) OVER w AS last_seq,
            lag(l.hash, 1, '\x00') OVER w AS before
        FROM waymark.link l WHERE l.authority_id = authority
        WINDOW w AS (ORDER BY l.seq)
    )
    SELECT l.seq, 'gap' FROM links l WHERE l.seq <> l.last_seq + 1
    UNION ALL
    SELECT l.seq, 'order' FROM links l WHERE l.prev <> l.before
    UNION ALL
    SELECT l.seq, 'link' FROM links l
    WHERE l.hash <> waymark._link_hash(authority, l.seq, l.prev)
    UNION ALL
    SELECT c.seq, 'head' FROM waymark.clock c
    WHERE c.authority_id = authority AND NOT EXISTS (
        SELECT FROM links l WHERE (l.seq, l.hash) = (c.seq, c.head)
            AND l.seq = (SELECT max(l2.seq) FROM links l2)
    ) AND (c.seq <> 0 OR EXISTS (SELECT FROM links))
    UNION ALL
    SELECT ch.seq, 'change' FROM waymark.change ch
    WHERE ch.authority_id = authority AND ch.patch IS NOT NULL
        AND ch.content_hash IS DISTINCT FROM waymark._content_hash(ch.salt, ch.patch)
    UNION ALL
    SELECT ch.seq, 'unlinked' FROM waymark.change ch
    WHERE ch.authority_id = authority AND NOT EXISTS (
        SELECT FROM links l WHERE l.seq = ch.seq
    )
    UNION ALL
    SELECT ch.seq, 'blank' FROM waymark.change ch
    WHERE ch.authority_id = authority AND ch.patch IS NULL
        AND ch.seq > coalesce(waymark._erased_at(authority, ch.case_id), 0)
    UNION ALL
    SELECT coalesce(s.link_seq, 0), 'astray' FROM (
        SELECT o.link_seq FROM waymark.opened o WHERE o.authority_id = authority
        UNION ALL SELECT h.link_seq FROM waymark.held h WHERE h.authority_id = authority
        UNION ALL SELECT s.link_seq FROM waymark.held_settled s WHERE s.authority_id = authority
    ) s JOIN waymark.clock c ON c.authority_id = authority
    WHERE coalesce(s.link_seq, 0) NOT BETWEEN 1 AND c.seq + 1
    UNION ALL
    SELECT b.server_seq, b.what FROM waymark._rows_astray(authority) b
    ORDER BY 1, 2;
END $$;

-- The number under which a case was erased last; nothing where it was not.
CREATE FUNCTION waymark._erased_at(authority smallint, of_case uuid) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT max(e.seq) FROM waymark.change e
        WHERE e.authority_id = authority AND e.row_id = of_case AND e.row_version = 0
            AND e.table_name = 'child_case' AND e.patch ? 'erased'
    );
END $$;

-- Rows that are not what their changes made of them: words, kind, child, authors and (within ten
-- minutes, as a row is written a little before its change) times. And rows that are gone.
CREATE FUNCTION waymark._rows_astray(authority smallint)
RETURNS TABLE (server_seq bigint, what text)
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
    WITH last_ AS (
        SELECT DISTINCT ON (ch.row_id, p.key) ch.row_id, p.key, p.value -> 1 AS value
        FROM waymark.change ch, jsonb_each(ch.patch) p
        WHERE ch.authority_id = authority AND ch.row_version > 0
        ORDER BY ch.row_id, p.key, ch.row_version DESC, ch.seq DESC, ch.ord DESC
    ), made AS (
        SELECT l.row_id, jsonb_object_agg(l.key, l.value) AS data
        FROM last_ l WHERE coalesce(l.value, 'null') <> 'null' GROUP BY l.row_id
    ), versions AS (
        SELECT ch.row_id, max(ch.row_version) AS newest, count(*) AS changes,
            max(ch.seq) AS seq
        FROM waymark.change ch
        WHERE ch.authority_id = authority AND ch.row_version > 0 GROUP BY ch.row_id
    ), ends AS (
        SELECT v.row_id, f.table_name, f.case_id, f.person_id AS maker, f.server_at AS made_at,
            n.person_id AS writer, n.server_at AS written_at
        FROM versions v
        JOIN waymark.change f ON f.authority_id = authority AND f.row_id = v.row_id
            AND f.row_version = 1
        JOIN waymark.change n ON n.authority_id = authority AND n.row_id = v.row_id
            AND n.row_version = v.newest
    )
    SELECT v.seq, 'gone' FROM versions v
    WHERE NOT EXISTS (
        SELECT FROM waymark.row r WHERE r.authority_id = authority AND r.id = v.row_id
    )
    UNION ALL
    SELECT r.server_seq, 'row'
    FROM waymark.row r
    LEFT JOIN made m ON m.row_id = r.id
    LEFT JOIN versions v ON v.row_id = r.id
    WHERE r.authority_id = authority AND (
        r.row_version IS DISTINCT FROM v.newest OR r.row_version <> v.changes
        OR r.erased_at IS NULL
            AND waymark._without_nulls(r.data) <> coalesce(m.data, '{}')
        OR r.erased_at IS NOT NULL AND (
            r.data <> '{}' OR waymark._erased_at(authority, r.case_id) IS NULL
        )
        OR NOT EXISTS (
            SELECT FROM ends e WHERE e.row_id = r.id AND e.table_name = r.table_name
                AND e.case_id = r.case_id AND e.maker = r.created_by AND e.writer = r.updated_by
                AND abs(extract(epoch FROM e.made_at - r.created_at)) < 600
                AND abs(extract(epoch FROM e.written_at - r.updated_at)) < 600
        )
    );
END $$;

-- Parking ---------------------------------------------------------------------------------------

-- The first batch after a seq that waits to be taken at that very seq.
CREATE FUNCTION waymark._parked_at(authority smallint, of_seq bigint) RETURNS waymark.parked
LANGUAGE plpgsql STABLE AS $$
DECLARE
    coming waymark.parked;
BEGIN
    SELECT p.* INTO coming FROM waymark.parked p
    WHERE p.authority_id = authority AND p.seq = of_seq AND NOT p.played
    ORDER BY p.device_id, p.n LIMIT 1;
    RETURN coming;
END $$;

-- Keeps acknowledged batches of one laptop. {"parked": k}: how many of those sent are safe, parked
-- now or before, or in the database as they are. Who was revoked may still hand in.
CREATE FUNCTION waymark.park(request jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me constant waymark.caller := waymark._enter();
    device constant uuid := waymark._uuid(request ->> 'device');
    one jsonb;
    safe integer := 0;
BEGIN
    IF pg_column_size(request) > 4194304 OR jsonb_array_length(request -> 'batches') > 500 THEN
        RAISE EXCEPTION 'too big' USING ERRCODE = 'WM002';
    ELSIF device IS NULL OR jsonb_typeof(request -> 'batches') IS DISTINCT FROM 'array'
        OR (waymark._device(me.authority_id, device)).person_id <> me.person_id
        OR waymark._has_a_huge_number(request, request::text)
    THEN
        RETURN waymark._malformed();
    ELSIF NOT EXISTS (
        SELECT FROM waymark.clock c
        WHERE c.authority_id = me.authority_id AND c.state = 'recovering' FOR SHARE
    ) THEN
        RETURN '{"error": "not_recovering"}';
    END IF;
    FOR one IN SELECT b FROM jsonb_array_elements(request -> 'batches') b LOOP
        safe := safe + waymark._park_one(me, device, one);
    END LOOP;
    RETURN jsonb_build_object('parked', safe);
EXCEPTION WHEN data_exception THEN
    RETURN waymark._malformed();
END $$;

-- Gives 1 when this batch is safe, 0 when it is not this person's to park.
CREATE FUNCTION waymark._park_one(me waymark.caller, device uuid, one jsonb) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    of_n constant integer := (one ->> 'n')::integer;
    of_seq constant bigint := (one ->> 'seq')::bigint;
BEGIN
    IF of_n IS NULL OR of_n < 1 OR of_seq IS NULL OR of_seq < 1
        OR one -> 'batch' ->> 'device' IS DISTINCT FROM device::text
        OR one -> 'batch' ->> 'n' IS DISTINCT FROM of_n::text
        OR jsonb_typeof(one -> 'batch' -> 'ops') IS DISTINCT FROM 'array'
    THEN
        PERFORM waymark._malformed();
    END IF;
    IF EXISTS (
        SELECT FROM waymark.batch b
        WHERE b.authority_id = me.authority_id AND b.device_id = device AND b.n = of_n
            AND b.person_id = me.person_id
    ) THEN
        RETURN 1;
    END IF;
    INSERT INTO waymark.parked (authority_id, device_id, n, person_id, seq, batch)
    VALUES (me.authority_id, device, of_n, me.person_id, of_seq, one -> 'batch')
    ON CONFLICT DO NOTHING;
    RETURN (
        SELECT count(*) FROM waymark.parked p
        WHERE p.authority_id = me.authority_id AND p.device_id = device AND p.n = of_n
            AND p.person_id = me.person_id
    );
END $$;

-- Recovering ------------------------------------------------------------------------------------

-- The furthest point that a laptop parked, or of which laptops of two people tell: one alone would
-- have all others wait for what never was. What is ten thousand batches ahead is not believed.
CREATE FUNCTION waymark._furthest(authority smallint, head bigint) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT coalesce(max(t.seq), head) FROM (
            (
                SELECT max(d.told_seq) AS seq FROM waymark.device d
                WHERE d.authority_id = authority AND d.told_seq <= head + 10000
                GROUP BY d.person_id ORDER BY 1 DESC OFFSET 1 LIMIT 1
            )
            UNION ALL
            SELECT p.seq FROM waymark.parked p WHERE p.authority_id = authority
        ) t
        WHERE t.seq BETWEEN head AND head + 10000
    );
END $$;

-- The seqs behind the head that nobody parked, as [[first, last], ...].
CREATE FUNCTION waymark._missing(authority smallint, head bigint, furthest bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_array(g.seq + 1, g.next - 1) ORDER BY g.seq), '[]')
        FROM (
            SELECT k.seq, lead(k.seq) OVER (ORDER BY k.seq) AS next FROM (
                SELECT head AS seq
                UNION
                SELECT p.seq FROM waymark.parked p
                WHERE p.authority_id = authority AND NOT p.played
                    AND p.seq > head AND p.seq <= furthest
                UNION
                SELECT furthest + 1
            ) k
        ) g
        WHERE g.next - g.seq > 1
    );
END $$;

-- How it stands: the head, the furthest point told of, what is missing in between, how many
-- batches wait, and what each laptop told and parked.
CREATE FUNCTION waymark._recovery(authority smallint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    clock waymark.clock;
    furthest bigint;
BEGIN
    SELECT c.* INTO clock FROM waymark.clock c WHERE c.authority_id = authority;
    furthest := waymark._furthest(authority, clock.seq);
    RETURN jsonb_build_object(
        'state', clock.state, 'epoch', clock.epoch, 'seq', clock.seq, 'furthest', furthest,
        'missing', waymark._missing(authority, clock.seq, furthest),
        'parked', (
            SELECT count(*) FROM waymark.parked p
            WHERE p.authority_id = authority AND NOT p.played
        ),
        'not_playable', (
            SELECT count(*) FROM waymark.held h
            WHERE h.authority_id = authority AND h.why = 'not_playable' AND NOT EXISTS (
                SELECT FROM waymark.held_settled s
                WHERE s.authority_id = h.authority_id AND s.op_id = h.op_id)
        ),
        'laptops', (
            SELECT coalesce(jsonb_agg(jsonb_build_object(
                'device', d.device_id, 'person', d.person_id, 'laptop', d.laptop,
                'seen_at', d.seen_at, 'told', d.told_seq, 'parked', (
                    SELECT count(*) FROM waymark.parked p
                    WHERE p.authority_id = authority AND p.device_id = d.device_id
                )
            ) ORDER BY d.seen_at DESC, d.device_id), '[]')
            FROM waymark.device d WHERE d.authority_id = authority
        )
    );
END $$;

-- What is in a batch that cannot be taken is held for whoever sealed it.
CREATE FUNCTION waymark._hold_parked(parked waymark.parked) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    hand waymark._hand;
    op jsonb;
BEGIN
    hand.authority_id := parked.authority_id;
    hand.person_id := parked.person_id;
    hand.device_id := parked.device_id;
    FOR op IN SELECT one FROM jsonb_array_elements(parked.batch -> 'ops') AS one LOOP
        PERFORM waymark._hold(hand, coalesce(waymark._uuid(op ->> 'op'),
            md5(concat_ws('/', parked.person_id, op::text))::uuid), op, 'not_playable');
    END LOOP;
END $$;

-- Takes one parked batch at this seq, as the person who sealed it. False where that fails: it
-- then stays parked, nothing of it is in the record, and its author reads it in held work.
CREATE FUNCTION waymark._play(parked waymark.parked, of_seq bigint) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM waymark._take_batch(
        parked.authority_id, parked.person_id, parked.device_id, parked.batch, of_seq
    );
    UPDATE waymark.parked p SET played = true
    WHERE p.authority_id = parked.authority_id AND p.device_id = parked.device_id
        AND p.n = parked.n;
    RETURN true;
EXCEPTION WHEN OTHERS THEN
    PERFORM waymark._hold_parked(parked);
    RETURN false;
END $$;

-- Takes what is parked in order, each at its own seq, until a gap; with gaps, an empty link stands
-- for what nobody has. Gives how many were taken; stops after a while, to be called again.
CREATE FUNCTION waymark._play_in_order(authority smallint, with_gaps boolean, until timestamptz)
RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    at_seq bigint := (SELECT c.seq FROM waymark.clock c WHERE c.authority_id = authority);
    furthest bigint := waymark._furthest(authority, at_seq);
    coming waymark.parked;
    taken integer := 0;
BEGIN
    WHILE at_seq < furthest AND clock_timestamp() < until LOOP
        at_seq := at_seq + 1;
        coming := waymark._parked_at(authority, at_seq);
        IF coming.device_id IS NULL AND NOT with_gaps THEN
            RETURN taken;
        ELSIF coming.device_id IS NOT NULL AND waymark._play(coming, at_seq) THEN
            taken := taken + 1;
        ELSE
            PERFORM waymark._link(authority, at_seq);
        END IF;
    END LOOP;
    RETURN taken;
END $$;

-- Takes, at the end, what could not have its own seq because another batch has it.
CREATE FUNCTION waymark._play_the_rest(authority smallint, until timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    coming waymark.parked;
    at_seq bigint;
    taken integer := 0;
BEGIN
    FOR coming IN
        SELECT p.* FROM waymark.parked p
        WHERE p.authority_id = authority AND NOT p.played ORDER BY p.seq, p.device_id, p.n
    LOOP
        EXIT WHEN clock_timestamp() >= until;
        SELECT c.seq + 1 INTO at_seq FROM waymark.clock c WHERE c.authority_id = authority;
        IF waymark._play(coming, at_seq) THEN
            taken := taken + 1;
        END IF;
    END LOOP;
    RETURN taken;
END $$;

-- Ends the recovery. What could not be taken stays parked; the rest is let go.
CREATE FUNCTION waymark._close(authority smallint, with_gaps boolean, until timestamptz)
RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    taken integer := waymark._play_in_order(authority, with_gaps, until);
    at_seq bigint := (SELECT c.seq FROM waymark.clock c WHERE c.authority_id = authority);
    furthest bigint := waymark._furthest(authority, at_seq);
BEGIN
    IF at_seq < furthest THEN
        RETURN jsonb_build_object('taken', taken, 'more', clock_timestamp() >= until)
            || CASE WHEN clock_timestamp() < until THEN '{"error": "gaps"}' ELSE '{}' END::jsonb;
    END IF;
    taken := taken + waymark._play_the_rest(authority, until);
    IF clock_timestamp() >= until THEN
        RETURN jsonb_build_object('taken', taken, 'more', true);
    END IF;
    DELETE FROM waymark.parked p WHERE p.authority_id = authority AND p.played;
    UPDATE waymark.clock c SET state = 'open' WHERE c.authority_id = authority;
    RETURN jsonb_build_object('taken', taken, 'more', false);
END $$;

-- {"act": "begin" | "status" | "replay" | "close", "close_with_gaps"}: how it stands afterwards.
-- `taken` is how many batches were taken, `more` asks to be called again.
CREATE FUNCTION waymark.recover(request jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    me constant waymark.caller := waymark._enter();
    act constant text := coalesce(request ->> 'act', '');
    until constant timestamptz := clock_timestamp() + interval '20 seconds';
    told jsonb := '{}';
    clock waymark.clock;
BEGIN
    PERFORM waymark._act('steward');
    SELECT c.* INTO clock FROM waymark.clock c WHERE c.authority_id = me.authority_id FOR UPDATE;
    IF act NOT IN ('begin', 'status', 'replay', 'close') THEN
        RETURN waymark._malformed();
    ELSIF act IN ('replay', 'close') AND clock.state <> 'recovering' THEN
        RETURN '{"error": "not_recovering"}';
    ELSIF act = 'begin' AND clock.state <> 'recovering' THEN
        UPDATE waymark.clock c SET state = 'recovering', epoch = gen_random_uuid()
        WHERE c.authority_id = me.authority_id;
    ELSIF act = 'replay' THEN
        told := jsonb_build_object(
            'taken', waymark._play_in_order(me.authority_id, false, until),
            'more', clock_timestamp() >= until
        );
    ELSIF act = 'close' THEN
        told := waymark._close(
            me.authority_id, coalesce((request ->> 'close_with_gaps')::boolean, false), until
        );
    END IF;
    RETURN waymark._recovery(me.authority_id) || told;
EXCEPTION WHEN data_exception THEN
    RETURN waymark._malformed();
END $$;

-- Erasing ---------------------------------------------------------------------------------------

-- Notes something that a steward did to a whole case, without a link yet.
CREATE FUNCTION waymark._note_of_case(
    me waymark.caller, of_case uuid, at_seq bigint, patch jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    grain constant bytea := uuid_send(gen_random_uuid());
BEGIN
    INSERT INTO waymark.change (
        authority_id, seq, ord, case_id, table_name, row_id, row_version, person_id, op_id,
        patch, salt, content_hash, schema_v
    ) VALUES (
        me.authority_id, at_seq, 0, of_case, 'child_case', of_case, 0, me.person_id,
        gen_random_uuid(), patch, grain, waymark._content_hash(grain, patch), 1
    );
END $$;

-- Takes the words out of every row of a case: a tombstone stays, one version on. Gives how many.
CREATE FUNCTION waymark._empty_rows(me waymark.caller, of_case uuid, at_seq bigint)
RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    patch constant jsonb := '{"erased": [null, true]}';
    emptied integer;
BEGIN
    WITH gone AS (
        UPDATE waymark.row r SET data = '{}', erased_at = clock_timestamp(), server_seq = at_seq,
            row_version = r.row_version + 1, updated_by = me.person_id,
            updated_at = clock_timestamp()
        WHERE r.authority_id = me.authority_id AND r.case_id = of_case AND r.erased_at IS NULL
        RETURNING r.id, r.table_name, r.row_version
    ), salted AS MATERIALIZED (
        SELECT g.*, row_number() OVER (ORDER BY g.id) AS ord,
            uuid_send(gen_random_uuid()) AS grain
        FROM gone g
    )
    INSERT INTO waymark.change (
        authority_id, seq, ord, case_id, table_name, row_id, row_version, person_id, op_id,
        patch, salt, content_hash, schema_v
    )
    SELECT me.authority_id, at_seq, s.ord, of_case, s.table_name, s.id, s.row_version,
        me.person_id, gen_random_uuid(), patch, s.grain,
        waymark._content_hash(s.grain, patch), 1
    FROM salted s;
    GET DIAGNOSTICS emptied = ROW_COUNT;
    RETURN emptied;
END $$;

-- What still waits in parked batches of this case goes with it.
CREATE FUNCTION waymark._empty_parked(authority smallint, of_case uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE waymark.parked p SET batch = jsonb_set(p.batch, '{ops}', (
        SELECT coalesce(jsonb_agg(o ORDER BY nth), '[]')
        FROM jsonb_array_elements(p.batch -> 'ops') WITH ORDINALITY AS ops (o, nth)
        WHERE o ->> 'case' IS DISTINCT FROM of_case::text
    ))
    WHERE p.authority_id = authority AND strpos(p.batch::text, of_case::text) > 0;
END $$;

-- The day to which a record is kept: the one that was set, else the 75th birthday (1 March where
-- 29 February is missing), as models/rules/retention.py says with its source.
CREATE FUNCTION waymark._kept_until(of_ waymark.child_case) RETURNS date
LANGUAGE plpgsql STABLE AS $$
DECLARE
    born constant date := (
        SELECT nullif(r.data ->> 'born_on', '')::date FROM waymark.row r
        WHERE r.authority_id = of_.authority_id AND r.id = of_.case_id
          AND r.table_name = 'child');
    years constant integer := 75;
    birthday constant date := (born + make_interval(years => years))::date;
BEGIN
    RETURN coalesce(of_.retain_until, birthday
        + (extract(day FROM birthday) <> extract(day FROM born))::integer);
END $$;

-- The case that is asked for: by its id, or by a child's identifier that one child alone has.
CREATE FUNCTION waymark._case_asked(authority smallint, request jsonb) RETURNS uuid
LANGUAGE plpgsql STABLE AS $$
DECLARE
    cases constant uuid[] := (
        SELECT array_agg(DISTINCT r.case_id) FROM waymark.row r
        WHERE r.authority_id = authority AND r.table_name = 'child' AND r.erased_at IS NULL
          AND btrim(request ->> 'child') IN (r.id::text, r.data ->> 'identifier'));
BEGIN
    IF request ? 'case' THEN
        RETURN waymark._uuid(request ->> 'case');
    END IF;
    RETURN CASE WHEN cardinality(cases) = 1 THEN cases[1] END;
END $$;

-- Why a case may not be erased; nothing where it may. A legal hold wins over every reason.
CREATE FUNCTION waymark._erase_why_not(of_ waymark.child_case, early_why text) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN CASE
        WHEN of_.case_id IS NULL THEN '{"error": "no_such_case"}'
        WHEN of_.legal_hold THEN '{"error": "legal_hold"}'
        WHEN coalesce(early_why, '') = ''
            AND coalesce(waymark._kept_until(of_), 'infinity') > current_date
        THEN jsonb_build_object('error', 'kept_until', 'until', waymark._kept_until(of_))
    END;
END $$;

-- {"case" | "child", "early_why"?}: erases what a case holds; ids, hashes and who changed what when stay.
-- Before the day to which it must be kept, only with the reason in `early_why`.
-- {"case", "legal_hold": bool, "why"}: puts a legal hold on a case, or takes it off.
CREATE FUNCTION waymark.erase(request jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    me constant waymark.caller := waymark._enter();
    clock waymark.clock;
    of_ waymark.child_case;
    why_not jsonb;
    emptied integer;
BEGIN
    PERFORM waymark._act('steward');
    SELECT c.* INTO clock FROM waymark.clock c WHERE c.authority_id = me.authority_id FOR UPDATE;
    SELECT c.* INTO of_ FROM waymark.child_case c
    WHERE c.authority_id = me.authority_id AND c.case_id = waymark._case_asked(me.authority_id, request);
    IF clock.state = 'recovering' THEN
        RETURN '{"error": "recovering"}';
    ELSIF request ? 'legal_hold' AND of_.case_id IS NOT NULL THEN
        RETURN waymark._set_hold(me, of_, clock.seq + 1, request);
    END IF;
    why_not := waymark._erase_why_not(of_, request ->> 'early_why');
    IF why_not IS NOT NULL THEN
        RETURN why_not;
    END IF;
    PERFORM waymark._forget(me.authority_id, of_.case_id);
    PERFORM waymark._note_of_case(me, of_.case_id, clock.seq + 1, jsonb_build_object(
        'erased', '[null, true]'::jsonb,
        'early_why', jsonb_build_array(NULL, request ->> 'early_why')
    ));
    emptied := waymark._empty_rows(me, of_.case_id, clock.seq + 1);
    PERFORM waymark._empty_parked(me.authority_id, of_.case_id);
    DELETE FROM waymark.part p WHERE p.authority_id = me.authority_id AND p.case_id = of_.case_id;
    PERFORM waymark._link(me.authority_id, clock.seq + 1);
    RETURN jsonb_build_object('seq', clock.seq + 1, 'rows', emptied);
EXCEPTION WHEN data_exception THEN
    RETURN waymark._malformed();
END $$;

CREATE FUNCTION waymark._set_hold(
    me waymark.caller, of_ waymark.child_case, at_seq bigint, request jsonb
) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    holds constant boolean := (request ->> 'legal_hold')::boolean;
BEGIN
    UPDATE waymark.child_case c SET legal_hold = holds
    WHERE c.authority_id = of_.authority_id AND c.case_id = of_.case_id;
    PERFORM waymark._note_of_case(me, of_.case_id, at_seq, jsonb_build_object(
        'legal_hold', jsonb_build_array(of_.legal_hold, holds),
        'why', jsonb_build_array(NULL, request ->> 'why')
    ));
    PERFORM waymark._link(me.authority_id, at_seq);
    RETURN jsonb_build_object('seq', at_seq, 'legal_hold', holds);
END $$;

RESET ROLE;
