-- What a person reads: pages of rows in order, one case, pages and pictures, who looked, laptops,
-- held work, the history of one row; and the digests by which a laptop knows that it has it all.
-- The parts are STABLE: the whole of an answer is of one moment, and its head is of that moment
-- too. Only pull and digest may be called by a laptop; the rest works inside them, where the search
-- path is fixed.
SET ROLE waymark_owner;

-- Where a row stands for one reader. Rows stand by seq, then by case, then by id. A case that was
-- granted counts as changed at the grant: rows not changed since stand there.
CREATE TYPE waymark.place AS (seq bigint, case_id uuid, id uuid);
-- What is left to read of one case: from grant_after at the grant (null: that is behind the
-- reader), then whatever changed after (low_seq, low_id). first_seq is where its first row stands.
CREATE TYPE waymark.stream AS (
    case_id uuid, granted bigint, grant_after uuid, low_seq bigint, low_id uuid, first_seq bigint
);

CREATE FUNCTION waymark._tables(sight jsonb, named text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN ARRAY(SELECT jsonb_array_elements_text(sight -> named));
END $$;

CREATE FUNCTION waymark._page_limit(request jsonb) RETURNS integer
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN least(greatest(coalesce((request ->> 'limit')::numeric, 500), 1), 500)::integer;
END $$;

CREATE FUNCTION waymark._only(of_role text, allowed text[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF of_role <> ALL (allowed) THEN
        RAISE EXCEPTION 'not for this role' USING ERRCODE = 'WM004';
    END IF;
END $$;

-- The place that a cursor [seq, id] names. Where no row of this id can be seen (it was in a case
-- that has left), everything of that seq is sent again, which harms nothing; the highest id there
-- is stands behind all of its seq.
CREATE FUNCTION waymark._place_of(authority smallint, cursor_ jsonb) RETURNS waymark.place
LANGUAGE plpgsql STABLE AS $$
DECLARE
    none CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
    last CONSTANT uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    place waymark.place;
BEGIN
    place.seq := coalesce((cursor_ ->> 0)::bigint, 0);
    place.id := coalesce(nullif(cursor_ ->> 1, '')::uuid, none);
    IF place.id = last THEN
        place.case_id := last;
        RETURN place;
    END IF;
    SELECT r.case_id INTO place.case_id
    FROM waymark.row r WHERE r.authority_id = authority AND r.id = place.id;
    IF NOT FOUND THEN
        place.case_id := none;
        place.id := none;
    END IF;
    RETURN place;
END $$;

-- What is left of each case this person has now, behind a place; cases with nothing left are out.
CREATE FUNCTION waymark._streams(
    authority smallint, person uuid, sight jsonb, behind waymark.place
) RETURNS SETOF waymark.stream
LANGUAGE plpgsql STABLE ROWS 50 AS $$
DECLARE
    plain text[] := waymark._tables(sight, 'plain');
    closer text[] := waymark._tables(sight, 'closer');
    none CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
    last CONSTANT uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
BEGIN
    RETURN QUERY
    WITH mine AS MATERIALIZED (
        SELECT none AS case_id, 0::bigint AS granted
        UNION ALL
        SELECT a.case_id, a.granted_seq
        FROM waymark.access a
        WHERE a.authority_id = authority AND a.person_id = person AND a.revoked_seq IS NULL
            AND (a.until IS NULL OR a.until > statement_timestamp())
    ), left_ AS MATERIALIZED (
        SELECT m.case_id, m.granted,
            CASE
                WHEN m.granted > behind.seq THEN none
                WHEN m.granted = behind.seq AND m.case_id > behind.case_id THEN none
                WHEN m.granted = behind.seq AND m.case_id = behind.case_id THEN behind.id
            END AS grant_after,
            greatest(m.granted, behind.seq) AS low_seq,
            CASE
                WHEN m.granted >= behind.seq OR m.case_id < behind.case_id THEN last
                WHEN m.case_id = behind.case_id THEN behind.id
                ELSE none
            END AS low_id
        FROM mine m
    )
    SELECT l.case_id, l.granted, l.grant_after, l.low_seq, l.low_id, first_.seq
    FROM left_ l CROSS JOIN LATERAL (
        SELECT min(f.seq) AS seq FROM (
            (SELECT l.granted AS seq FROM waymark.row r
            WHERE l.grant_after IS NOT NULL
                AND r.authority_id = authority AND r.case_id = l.case_id
                AND r.server_seq <= l.granted AND r.id > l.grant_after
                AND (r.table_name = ANY (plain) OR r.table_name = ANY (closer)
                    AND waymark._sees(sight, r.case_id, r.table_name, r.id, r.data))
            LIMIT 1)
            UNION ALL
            (SELECT r.server_seq FROM waymark.row r
            WHERE r.authority_id = authority AND r.case_id = l.case_id
                AND (r.server_seq, r.id) > (l.low_seq, l.low_id)
                AND (r.table_name = ANY (plain) OR r.table_name = ANY (closer)
                    AND waymark._sees(sight, r.case_id, r.table_name, r.id, r.data))
            ORDER BY r.server_seq, r.id LIMIT 1)
        ) f
    ) first_
    WHERE first_.seq IS NOT NULL
    ORDER BY first_.seq, l.case_id;
END $$;

-- The next places of these cases, in order, no further than a seq where one is given.
CREATE FUNCTION waymark._places_of(
    authority smallint, sight jsonb, streams waymark.stream[], up_to bigint, wanted integer
) RETURNS waymark.place[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    plain text[] := waymark._tables(sight, 'plain');
    closer text[] := waymark._tables(sight, 'closer');
    furthest bigint := coalesce(up_to, 9223372036854775807);
BEGIN
    RETURN ARRAY(
        SELECT ROW(p.seq, s.case_id, p.id)::waymark.place
        FROM unnest(streams) s CROSS JOIN LATERAL (
            (SELECT s.granted AS seq, r.id FROM waymark.row r
            WHERE s.grant_after IS NOT NULL AND s.granted <= furthest
                AND r.authority_id = authority AND r.case_id = s.case_id
                AND r.server_seq <= s.granted AND r.id > s.grant_after
                AND (r.table_name = ANY (plain) OR r.table_name = ANY (closer)
                    AND waymark._sees(sight, r.case_id, r.table_name, r.id, r.data))
            ORDER BY r.id LIMIT wanted)
            UNION ALL
            (SELECT r.server_seq, r.id FROM waymark.row r
            WHERE r.authority_id = authority AND r.case_id = s.case_id
                AND (r.server_seq, r.id) > (s.low_seq, s.low_id)
                AND r.server_seq <= furthest
                AND (r.table_name = ANY (plain) OR r.table_name = ANY (closer)
                    AND waymark._sees(sight, r.case_id, r.table_name, r.id, r.data))
            ORDER BY r.server_seq, r.id LIMIT wanted)
        ) p
        WHERE s.first_seq <= furthest
        ORDER BY p.seq, s.case_id, p.id LIMIT wanted
    );
END $$;

-- The next places of a reader, in order. Cases come by where their first row stands, a few at
-- first and then more at once; when enough places are known, no case is read behind the last of
-- them. So a page reads little more than itself, whether its rows are all of one case or spread
-- over hundreds.
CREATE FUNCTION waymark._places(
    authority smallint, person uuid, sight jsonb, behind waymark.place, wanted integer
) RETURNS waymark.place[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    streams waymark.stream[] := ARRAY(
        SELECT s::waymark.stream FROM waymark._streams(authority, person, sight, behind) s
        ORDER BY s.first_seq, s.case_id
    );
    places waymark.place[] := '{}';
    last waymark.place;
    done integer := 0;
    at_once integer := 1;
BEGIN
    WHILE done < cardinality(streams) LOOP
        EXIT WHEN (streams[done + 1].first_seq, streams[done + 1].case_id)
            > (last.seq, last.case_id);
        places := places || waymark._places_of(
            authority, sight, streams[done + 1 : done + at_once], last.seq, wanted
        );
        places := ARRAY(
            SELECT p::waymark.place FROM unnest(places) p
            ORDER BY p.seq, p.case_id, p.id LIMIT wanted
        );
        last := places[wanted];
        done := done + at_once;
        at_once := at_once * 4;
    END LOOP;
    RETURN places;
END $$;

-- One page: as many of these rows as fit into `room` rows and about 256 KiB, never none.
-- {"rows", "more", "cursor", "seq"}; the cursor of the last page stands behind everything.
CREATE FUNCTION waymark._page(
    authority smallint, sight jsonb, places waymark.place[], room integer
) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    last CONSTANT text := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    page jsonb;
    taken integer;
    head bigint := (SELECT c.seq FROM waymark.clock c WHERE c.authority_id = authority);
BEGIN
    WITH told AS MATERIALIZED (
        SELECT p.nth, waymark._row_told(
            r, p.seq, waymark._data_seen(sight, r.table_name, r.data)
        ) AS line
        FROM (
            SELECT u.* FROM unnest(places) WITH ORDINALITY AS u (seq, case_id, id, nth)
            WHERE u.nth <= room ORDER BY u.case_id, u.nth
        ) p
        JOIN waymark.row r ON r.authority_id = authority AND r.id = p.id
    ), sized AS (
        SELECT t.nth, t.line,
            sum(octet_length(t.line::text)) OVER (ORDER BY t.nth) AS bytes
        FROM told t
    )
    SELECT coalesce(jsonb_agg(s.line ORDER BY s.nth), '[]'), count(*)
    INTO page, taken
    FROM sized s WHERE s.bytes <= 262144 OR s.nth = 1;
    RETURN jsonb_build_object(
        'rows', page, 'more', taken < cardinality(places), 'seq', head,
        'cursor', CASE WHEN taken < cardinality(places)
            THEN jsonb_build_array(places[taken].seq, places[taken].id)
            ELSE jsonb_build_array(head, last) END
    );
END $$;

CREATE FUNCTION waymark._pull_rows(authority smallint, person uuid, of_role text, request jsonb)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    sight jsonb := waymark._sight(of_role, person);
    room integer := waymark._page_limit(request);
    behind waymark.place := waymark._place_of(authority, request -> 'after');
BEGIN
    RETURN waymark._page(
        authority, sight, waymark._places(authority, person, sight, behind, room + 1), room
    );
END $$;

-- The reviews that are not finished; where none is, the one with the highest number.
CREATE FUNCTION waymark._newest_reviews(authority smallint, of_case uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    under_way uuid[] := ARRAY(
        SELECT r.id FROM waymark.row r
        WHERE r.authority_id = authority AND r.case_id = of_case AND r.table_name = 'review'
            AND coalesce(r.data ->> 'state', '') NOT IN ('finished', 'known')
            AND r.data ->> 'removed_at' IS NULL AND r.erased_at IS NULL
        ORDER BY r.id
    );
BEGIN
    IF cardinality(under_way) > 0 THEN
        RETURN under_way;
    END IF;
    RETURN ARRAY(
        SELECT r.id FROM waymark.row r
        WHERE r.authority_id = authority AND r.case_id = of_case AND r.table_name = 'review'
            AND r.data ->> 'removed_at' IS NULL AND r.erased_at IS NULL
        ORDER BY CASE jsonb_typeof(r.data -> 'number')
            WHEN 'number' THEN (r.data -> 'number')::numeric END DESC NULLS LAST, r.id DESC
        LIMIT 1
    );
END $$;

-- One case, or what belongs to the council, by the order of its own changes. The newest part is
-- what belongs to no review and to the newest reviews, which it names; the rest is what belongs
-- to reviews, without those the laptop says it has.
CREATE FUNCTION waymark._pull_case(authority smallint, person uuid, of_role text, request jsonb)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    none CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
    of_case uuid := CASE WHEN request ->> 'what' = 'council' THEN none
        ELSE coalesce(nullif(request ->> 'case', '')::uuid, none) END;
    part text := CASE WHEN of_case = none THEN 'all' ELSE coalesce(request ->> 'part', 'all') END;
    sight jsonb := waymark._sight(of_role, person);
    plain text[] := waymark._tables(sight, 'plain');
    closer text[] := waymark._tables(sight, 'closer');
    after_seq bigint := coalesce((request #>> '{after,0}')::bigint, 0);
    after_id uuid := coalesce(nullif(request #>> '{after,1}', '')::uuid, none);
    room integer := waymark._page_limit(request);
    reviews uuid[] := '{}';
    places waymark.place[];
BEGIN
    IF of_case <> none AND NOT waymark._has(authority, of_case) THEN
        RETURN '{"error": "no_access"}';
    ELSIF part = 'newest' THEN
        reviews := waymark._newest_reviews(authority, of_case);
    ELSIF part = 'rest' THEN
        reviews := ARRAY(
            SELECT w::uuid
            FROM jsonb_array_elements_text(coalesce(request -> 'without', '[]')) w
        );
    END IF;
    places := ARRAY(
        SELECT ROW(r.server_seq, r.case_id, r.id)::waymark.place FROM waymark.row r
        WHERE r.authority_id = authority AND r.case_id = of_case
            AND (r.server_seq, r.id) > (after_seq, after_id)
            AND CASE part
                WHEN 'newest' THEN r.review_id IS NULL OR r.review_id = ANY (reviews)
                WHEN 'rest' THEN r.review_id IS NOT NULL AND r.review_id <> ALL (reviews)
                ELSE true END
            AND (r.table_name = ANY (plain) OR r.table_name = ANY (closer)
                AND waymark._sees(sight, r.case_id, r.table_name, r.id, r.data))
        ORDER BY r.server_seq, r.id LIMIT room + 1
    );
    RETURN waymark._page(authority, sight, places, room)
        || CASE WHEN part = 'newest' THEN jsonb_build_object('reviews', reviews) ELSE '{}' END;
END $$;

-- Parts of pages and pictures that a row this person may read names by their digest: as many as
-- make about 1 MiB, never none; the laptop asks again for those that did not come.
CREATE FUNCTION waymark._pull_parts(authority smallint, person uuid, of_role text, request jsonb)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    none CONSTANT text := '00000000-0000-0000-0000-000000000000';
    sight jsonb := waymark._sight(of_role, person);
    plain text[] := waymark._tables(sight, 'plain');
    closer text[] := waymark._tables(sight, 'closer');
    bytes integer := 0;
    parts jsonb := '[]';
    piece record;
BEGIN
    FOR piece IN
        SELECT p.digest, p.part, p.parts, p.bytes
        FROM jsonb_array_elements(request -> 'wants') WITH ORDINALITY AS w (want, nth)
        JOIN waymark.part p ON p.authority_id = authority
            AND p.case_id = coalesce(nullif(w.want ->> 0, ''), none)::uuid
            AND p.digest = w.want ->> 1 AND p.part = (w.want ->> 2)::integer
        WHERE w.nth <= 500
            AND (p.case_id = none::uuid OR waymark._has(authority, p.case_id))
            AND EXISTS (
                SELECT FROM waymark.row r
                WHERE r.authority_id = authority AND r.case_id = p.case_id
                    AND r.data ->> 'digest' = p.digest
                    AND (r.table_name = ANY (plain) OR r.table_name = ANY (closer)
                        AND waymark._sees(sight, r.case_id, r.table_name, r.id, r.data))
                    AND waymark._data_seen(sight, r.table_name, r.data) ? 'digest'
            )
        ORDER BY w.nth
    LOOP
        bytes := bytes + octet_length(piece.bytes);
        EXIT WHEN bytes > 1048576 AND parts <> '[]';
        parts := parts || jsonb_build_array(jsonb_build_array(
            piece.digest, piece.part, piece.parts,
            replace(encode(piece.bytes, 'base64'), E'\n', '')
        ));
    END LOOP;
    RETURN jsonb_build_object('parts', parts);
END $$;

-- The moment a look is sorted by: a laptop's own, but not one that is more than a day away from
-- the moment it was handed in, so that a false clock hides no look behind older ones.
CREATE FUNCTION waymark._placed(at timestamptz, server_at timestamptz) RETURNS timestamptz
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE
        WHEN at BETWEEN server_at - interval '24 hours' AND server_at + interval '24 hours' THEN at
        ELSE server_at
    END;
END $$;

-- Who looked: by case or by person, newest first, for the cases this manager has.
CREATE FUNCTION waymark._pull_looked(authority smallint, person uuid, of_role text, request jsonb)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    none CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
    of_case uuid := nullif(request ->> 'case', '')::uuid;
    of_person uuid := nullif(request ->> 'person', '')::uuid;
    before timestamptz := coalesce((request ->> 'before')::timestamptz, 'infinity');
BEGIN
    PERFORM waymark._only(of_role, ARRAY['manager']);
    RETURN jsonb_build_object('lines', (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'id', l.id, 'person', l.person_id, 'case', l.case_id, 'act', l.act, 'what', l.what,
            'at', l.at, 'server_at', l.server_at, 'placed', l.placed,
            'laptop', coalesce(d.laptop, '')
        ) ORDER BY l.placed DESC, l.id DESC), '[]')
        FROM (
            SELECT o.*, waymark._placed(o.at, o.server_at) AS placed FROM waymark.opened o
            WHERE o.authority_id = authority AND waymark._placed(o.at, o.server_at) < before
                AND (of_case IS NULL OR o.case_id = of_case)
                AND (of_person IS NULL OR o.person_id = of_person)
                AND (o.case_id = none OR waymark._has(authority, o.case_id))
            ORDER BY placed DESC, o.id DESC LIMIT waymark._page_limit(request)
        ) l
        LEFT JOIN waymark.device d ON d.authority_id = authority AND d.device_id = l.device_id
    ));
END $$;

CREATE FUNCTION waymark._pull_laptops(authority smallint, person uuid, of_role text, request jsonb)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    PERFORM waymark._only(of_role, ARRAY['manager']);
    RETURN jsonb_build_object('laptops', (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'device', d.device_id, 'person', d.person_id, 'laptop', d.laptop,
            'seen_at', d.seen_at, 'app_version', d.app_version, 'state', d.state,
            'waiting', d.waiting
        ) ORDER BY d.seen_at DESC, d.device_id), '[]')
        FROM waymark.device d WHERE d.authority_id = authority
    ));
END $$;

CREATE FUNCTION waymark._pull_people(authority smallint, person uuid, of_role text, request jsonb)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    PERFORM waymark._only(of_role, ARRAY['manager']);
    RETURN jsonb_build_object('people', (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'person', p.id, 'role', p.role, 'added_at', p.added_at,
            'revoked', p.revoked_at IS NOT NULL, 'cases', coalesce(c.cases, 0)
        ) ORDER BY p.added_at, p.id), '[]')
        FROM waymark.person p
        LEFT JOIN (
            SELECT a.person_id, count(*) AS cases FROM waymark.access a
            WHERE a.authority_id = authority AND a.revoked_seq IS NULL
                AND (a.until IS NULL OR a.until > statement_timestamp())
            GROUP BY a.person_id
        ) c ON c.person_id = p.id
        WHERE p.authority_id = authority
    ));
END $$;

-- Held work that names a case which is not there. Only within a manager's act.
CREATE FUNCTION waymark._held_nowhere(authority smallint) RETURNS waymark.held[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT h FROM waymark.held h
        WHERE h.authority_id = authority
            AND h.case_id <> '00000000-0000-0000-0000-000000000000'
            AND NOT EXISTS (
                SELECT FROM waymark.child_case c
                WHERE c.authority_id = authority AND c.case_id = h.case_id
            )
    );
END $$;

-- Held work: one's own; and that of their cases for managers and who is allocated. What was
-- settled is told for a month, so that its author learns of it. A manager also sees what names a
-- case that is not there.
CREATE FUNCTION waymark._pull_held(authority smallint, person uuid, of_role text, request jsonb)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    nowhere waymark.held[] := '{}';
    answer jsonb;
BEGIN
    IF of_role = 'manager' THEN
        PERFORM waymark._act('manager');
        nowhere := waymark._held_nowhere(authority);
        PERFORM waymark._act('');
    END IF;
    answer := jsonb_build_object('held', (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'op_id', l.op_id, 'person', l.person_id, 'case', l.case_id,
            'table', l.op -> 'table', 'row', l.op -> 'id', 'why', l.why, 'at', l.at,
            'op', l.op, 'outcome', l.outcome
        ) ORDER BY l.at, l.op_id), '[]')
        FROM (
            SELECT h.*, s.outcome
            FROM (
                SELECT t.* FROM waymark.held t
                WHERE NOT t.op_id = ANY (ARRAY(SELECT n.op_id FROM unnest(nowhere) n))
                UNION ALL
                SELECT n.* FROM unnest(nowhere) n
            ) h
            LEFT JOIN waymark.held_settled s
                ON s.authority_id = authority AND s.op_id = h.op_id
            WHERE h.authority_id = authority
                AND (s.at IS NULL OR s.at > statement_timestamp() - interval '30 days')
                AND (h.person_id = person
                    OR of_role = 'manager' AND waymark._has(authority, h.case_id)
                    OR h.op_id IN (SELECT n.op_id FROM unnest(nowhere) n)
                    OR of_role = 'iro' AND EXISTS (
                        SELECT FROM waymark.access a
                        WHERE a.authority_id = authority AND a.case_id = h.case_id
                            AND a.person_id = person AND a.kind = 'allocated'
                            AND waymark._has(authority, h.case_id)
                    ))
            ORDER BY s.at IS NOT NULL, h.at DESC, h.op_id LIMIT waymark._page_limit(request)
        ) l
    ));
    RETURN answer;
END $$;

-- What a patch {field: [before, after]} shows to this reader; null once it was erased.
CREATE FUNCTION waymark._patch_seen(sight jsonb, row_table text, patch jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE WHEN patch IS NOT NULL THEN waymark._data_seen(sight, row_table, patch) END;
END $$;

-- Every change of one row that this person may read: who, when, and what stood before and after.
CREATE FUNCTION waymark._pull_history(authority smallint, person uuid, of_role text, request jsonb)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    none CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
    sight jsonb := waymark._sight(of_role, person);
    plain text[] := waymark._tables(sight, 'plain');
    closer text[] := waymark._tables(sight, 'closer');
    of_row waymark.row;
BEGIN
    SELECT r.* INTO of_row FROM waymark.row r
    WHERE r.authority_id = authority AND r.id = (request ->> 'row')::uuid
        AND (r.case_id = none OR waymark._has(authority, r.case_id))
        AND (r.table_name = ANY (plain) OR r.table_name = ANY (closer)
            AND waymark._sees(sight, r.case_id, r.table_name, r.id, r.data));
    IF NOT FOUND THEN
        RETURN '{"changes": []}';
    END IF;
    RETURN jsonb_build_object('changes', (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'version', l.row_version, 'seq', l.seq, 'person', l.person_id,
            'at', l.server_at, 'client_at', l.client_at, 'erased', l.patch IS NULL,
            'patch', waymark._patch_seen(sight, of_row.table_name, l.patch)
        ) ORDER BY l.row_version), '[]')
        FROM (
            SELECT ch.* FROM waymark.change ch
            WHERE ch.authority_id = authority AND ch.row_id = of_row.id
                AND ch.table_name = of_row.table_name
            ORDER BY ch.row_version DESC LIMIT waymark._page_limit(request)
        ) l
    ));
END $$;

-- A request that no laptop of ours sends.
CREATE FUNCTION waymark._malformed() RETURNS jsonb
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'malformed request' USING ERRCODE = 'WM003';
END $$;

-- Whether this person or the laptop they name may not read any more. Raises WM002 where what was
-- sent is far more than any question.
CREATE FUNCTION waymark._is_put_out(me waymark.caller, request jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF pg_column_size(request) > 1048576 THEN
        RAISE EXCEPTION 'too big' USING ERRCODE = 'WM002';
    END IF;
    RETURN me.revoked OR request ? 'device' AND EXISTS (
        SELECT FROM waymark.device d
        WHERE d.authority_id = me.authority_id AND d.device_id = (request ->> 'device')::uuid
            AND d.state = 'revoked'
    );
END $$;

-- Rows said shortly: who, which case and which table by their place in "names", which fields by
-- their place in "shapes" before the values, and a second moment only where it is another.
-- {"names": [...], "shapes": [[field, ...], ...], "rows": [[seq, table, id, case, version,
-- [shape, value, ...], by, at, by, at or null], ...]}
CREATE FUNCTION waymark._shortly(lines jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (
        WITH told AS MATERIALIZED (
            SELECT t.nth, t.line, ARRAY(SELECT jsonb_object_keys(t.line -> 5)) AS fields
            FROM jsonb_array_elements(lines) WITH ORDINALITY AS t (line, nth)
        ), named AS MATERIALIZED (
            SELECT jsonb_agg(n.name ORDER BY n.place) AS names,
                jsonb_object_agg(n.name, n.place) AS places
            FROM (
                SELECT one.name, row_number() OVER () - 1 AS place
                FROM (
                    SELECT told.line ->> 1 AS name FROM told UNION SELECT told.line ->> 3 FROM told
                    UNION SELECT told.line ->> 6 FROM told UNION SELECT told.line ->> 8 FROM told
                ) AS one
            ) AS n
        ), shaped AS MATERIALIZED (
            SELECT f.fields, row_number() OVER () - 1 AS place
            FROM (SELECT DISTINCT told.fields FROM told) AS f
        )
        SELECT jsonb_build_object(
            'names', coalesce((SELECT named.names FROM named), '[]'),
            'shapes', (SELECT coalesce(jsonb_agg(shaped.fields ORDER BY shaped.place), '[]')
                FROM shaped),
            'rows', coalesce(jsonb_agg(jsonb_build_array(
                told.line -> 0, n.places -> (told.line ->> 1), told.line -> 2,
                n.places -> (told.line ->> 3), told.line -> 4,
                (SELECT jsonb_build_array(shaped.place) || coalesce(jsonb_agg(e.value), '[]')
                    FROM jsonb_each(told.line -> 5) AS e),
                n.places -> (told.line ->> 6), told.line -> 7, n.places -> (told.line ->> 8),
                CASE WHEN told.line -> 9 <> told.line -> 7 THEN told.line -> 9 END
            ) ORDER BY told.nth), '[]')
        )
        FROM told JOIN shaped USING (fields) CROSS JOIN named AS n
    );
END $$;

-- The same of an answer to a batch, whose rows stand with what became of each op.
CREATE FUNCTION waymark._answer_shortly(answer jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    short jsonb := waymark._shortly((
        SELECT coalesce(jsonb_agg(r.line), '[]')
        FROM jsonb_array_elements(answer -> 'results') AS one
        CROSS JOIN LATERAL jsonb_array_elements(
            coalesce(one -> 'conflicts', '[]')
                || CASE WHEN one ? 'row' THEN jsonb_build_array(one -> 'row') ELSE '[]' END
        ) AS r (line)
    ));
    of_row jsonb := (
        SELECT coalesce(jsonb_object_agg(line ->> 2, line), '{}')
        FROM jsonb_array_elements(short -> 'rows') AS line
    );
BEGIN
    RETURN answer || (short - 'rows') || jsonb_build_object('results', (
        SELECT coalesce(jsonb_agg(one
            || CASE WHEN one ? 'row' THEN jsonb_build_object('row', of_row -> (one -> 'row' ->> 2))
                ELSE '{}' END
            || CASE WHEN one ? 'conflicts' THEN jsonb_build_object('conflicts', (
                SELECT coalesce(jsonb_agg(of_row -> (line ->> 2)), '[]')
                FROM jsonb_array_elements(one -> 'conflicts') AS line
            )) ELSE '{}' END
            ORDER BY nth), '[]')
        FROM jsonb_array_elements(answer -> 'results') WITH ORDINALITY AS told (one, nth)
    ));
END $$;

-- Everything that a laptop asks for. {"error": "revoked"} for whom nothing is read any more. Rows
-- are said shortly to a laptop that asks for it.
CREATE FUNCTION waymark.pull(request jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    me waymark.caller;
    told jsonb;
BEGIN
    me := waymark._enter();
    IF waymark._is_put_out(me, request) THEN
        RETURN '{"error": "revoked"}';
    END IF;
    told := CASE request ->> 'what'
        WHEN 'rows' THEN waymark._pull_rows(me.authority_id, me.person_id, me.role, request)
        WHEN 'case' THEN waymark._pull_case(me.authority_id, me.person_id, me.role, request)
        WHEN 'council' THEN waymark._pull_case(me.authority_id, me.person_id, me.role, request)
        WHEN 'parts' THEN waymark._pull_parts(me.authority_id, me.person_id, me.role, request)
        WHEN 'looked' THEN waymark._pull_looked(me.authority_id, me.person_id, me.role, request)
        WHEN 'laptops' THEN waymark._pull_laptops(me.authority_id, me.person_id, me.role, request)
        WHEN 'people' THEN waymark._pull_people(me.authority_id, me.person_id, me.role, request)
        WHEN 'held' THEN waymark._pull_held(me.authority_id, me.person_id, me.role, request)
        WHEN 'history' THEN waymark._pull_history(me.authority_id, me.person_id, me.role, request)
        ELSE waymark._malformed()
    END;
    IF told ? 'rows' AND request -> 'short' = 'true' THEN
        told := told || waymark._shortly(told -> 'rows');
    END IF;
    RETURN told;
EXCEPTION WHEN data_exception THEN
    RETURN waymark._malformed();
END $$;

-- Digests of cases: how many rows, and the first eight bytes of sha256(id|version|data) of each,
-- xored and summed; of what this reader sees. A case the reader does not have is left out.
CREATE FUNCTION waymark._digest_of(authority smallint, sight jsonb, of_case uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    plain text[] := waymark._tables(sight, 'plain');
    closer text[] := waymark._tables(sight, 'closer');
BEGIN
    RETURN (
        SELECT jsonb_build_array(
            count(*), coalesce(bit_xor(d.first_), 0)::text, coalesce(sum(d.first_), 0)::text
        )
        FROM (
            SELECT ('x' || left(encode(sha256(convert_to(
                concat_ws('|', r.id, r.row_version, CASE
                    WHEN r.erased_at IS NOT NULL THEN '{"erased": true}'
                    ELSE waymark._without_nulls(
                        waymark._data_seen(sight, r.table_name, r.data)) END),
                'UTF8')), 'hex'), 16))::bit(64)::bigint AS first_
            FROM waymark.row r
            WHERE r.authority_id = authority AND r.case_id = of_case
                AND (r.table_name = ANY (plain) OR r.table_name = ANY (closer)
                    AND waymark._sees(sight, r.case_id, r.table_name, r.id, r.data))
        ) d
    );
END $$;

CREATE FUNCTION waymark.digest(request jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me waymark.caller := waymark._enter();
    sight jsonb := waymark._sight(me.role, me.person_id);
BEGIN
    IF waymark._is_put_out(me, request) THEN
        RETURN '{"error": "revoked"}';
    END IF;
    RETURN jsonb_build_object('digests', (
        SELECT coalesce(
            jsonb_object_agg(c.words, waymark._digest_of(me.authority_id, sight, c.id)), '{}')
        FROM (
            SELECT DISTINCT e.words, waymark._case_id(e.words) AS id
            FROM jsonb_array_elements_text(request -> 'cases') AS e (words) LIMIT 2000
        ) c
        WHERE waymark._has(me.authority_id, c.id)
    ));
EXCEPTION WHEN data_exception THEN
    RETURN waymark._malformed();
END $$;

RESET ROLE;
