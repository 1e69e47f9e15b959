-- The tables of the shared database. Rules that keep every door open: authority_id leads every
-- key and index; no sequence, no advisory lock, no listening, no large object, nothing deferred;
-- ids are made on laptops; tables that hold one copy for all councils say so.

CREATE SCHEMA waymark AUTHORIZATION waymark_owner;
REVOKE ALL ON SCHEMA waymark FROM PUBLIC;
SET ROLE waymark_owner;

-- One copy for all councils: which steps of this schema are there, and what each field is.
CREATE TABLE waymark.step (
    number smallint PRIMARY KEY,
    name text NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE waymark.registry (
    table_name text NOT NULL,
    field text NOT NULL,
    merge_rule text NOT NULL,
    kind text NOT NULL CHECK (kind IN (
        'text', 'date', 'moment', 'integer', 'number', 'boolean', 'list', 'json'
    )),
    max_length integer,
    once boolean NOT NULL,
    read_by text[] NOT NULL,
    write_by text[] NOT NULL,
    schema_v smallint NOT NULL,
    PRIMARY KEY (table_name, field)
);
-- One copy for all councils: which login is whose. The login comes from the connection only.
CREATE TABLE waymark.login (
    login name PRIMARY KEY,
    authority_id smallint NOT NULL,
    person_id uuid NOT NULL
);

CREATE TABLE waymark.authority (
    authority_id smallint PRIMARY KEY,
    name text NOT NULL,
    council_id uuid NOT NULL,
    lease_days smallint NOT NULL DEFAULT 14 CHECK (lease_days BETWEEN 1 AND 30),
    support_reads boolean NOT NULL DEFAULT true,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    secret bytea NOT NULL DEFAULT uuid_send(gen_random_uuid())
);
CREATE TABLE waymark.clock (
    authority_id smallint PRIMARY KEY,
    seq bigint NOT NULL DEFAULT 0,
    head bytea NOT NULL DEFAULT '\x00',
    epoch uuid NOT NULL DEFAULT gen_random_uuid(),
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'recovering'))
) WITH (fillfactor = 10);
CREATE TABLE waymark.person (
    authority_id smallint NOT NULL,
    id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('iro', 'manager', 'business_support', 'steward')),
    added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    revoked_at timestamptz,
    PRIMARY KEY (authority_id, id)
);
CREATE TABLE waymark.device (
    authority_id smallint NOT NULL,
    device_id uuid NOT NULL,
    person_id uuid NOT NULL,
    laptop text NOT NULL DEFAULT '',
    app_version text NOT NULL DEFAULT '',
    last_n integer NOT NULL DEFAULT 0,
    last_hash bytea,
    cursor_seq bigint NOT NULL DEFAULT 0,
    waiting integer NOT NULL DEFAULT 0,
    seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    state text NOT NULL DEFAULT 'ok' CHECK (state IN ('ok', 'copied', 'revoked')),
    PRIMARY KEY (authority_id, device_id)
);
CREATE TABLE waymark.child_case (
    authority_id smallint NOT NULL,
    case_id uuid NOT NULL,
    restricted boolean NOT NULL DEFAULT false,
    legal_hold boolean NOT NULL DEFAULT false,
    retain_until date,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (authority_id, case_id)
);
CREATE TABLE waymark.access (
    authority_id smallint NOT NULL,
    case_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN (
        'allocated', 'cover', 'panel', 'business_support', 'manager', 'break_glass'
    )),
    granted_seq bigint NOT NULL,
    revoked_seq bigint,
    reason text NOT NULL DEFAULT '',
    until timestamptz,
    granted_by uuid,
    PRIMARY KEY (authority_id, case_id, person_id)
);
CREATE INDEX access_of_person ON waymark.access (authority_id, person_id) WHERE revoked_seq IS NULL;

-- Every kept row of every kind: what it is in table_name, what it holds in data. case_id is the
-- nil id for what belongs to the council and to no child.
CREATE TABLE waymark.row (
    authority_id smallint NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    table_name text NOT NULL,
    review_id uuid,
    row_version integer NOT NULL,
    server_seq bigint NOT NULL,
    data jsonb NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    updated_by uuid NOT NULL,
    updated_at timestamptz NOT NULL,
    schema_v smallint NOT NULL,
    erased_at timestamptz,
    PRIMARY KEY (authority_id, id)
);
CREATE INDEX row_in_order ON waymark.row (authority_id, case_id, server_seq, id);
CREATE INDEX row_of_review ON waymark.row (authority_id, review_id) WHERE review_id IS NOT NULL;

-- What was ever accepted, in order; the chain runs over content_hash, so that erased words leave
-- it whole.
CREATE TABLE waymark.change (
    authority_id smallint NOT NULL,
    seq bigint NOT NULL,
    ord integer NOT NULL,
    case_id uuid NOT NULL,
    table_name text NOT NULL,
    row_id uuid NOT NULL,
    row_version integer NOT NULL,
    person_id uuid NOT NULL,
    device_id uuid,
    op_id uuid NOT NULL,
    patch jsonb,
    salt bytea,
    content_hash bytea NOT NULL,
    client_at timestamptz,
    clock_offset_ms bigint,
    server_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    schema_v smallint NOT NULL,
    op_sum bytea,
    PRIMARY KEY (authority_id, seq, ord)
);
CREATE INDEX change_of_op ON waymark.change (authority_id, op_id);
CREATE INDEX change_of_row ON waymark.change (authority_id, row_id, row_version);
CREATE TABLE waymark.link (
    authority_id smallint NOT NULL,
    seq bigint NOT NULL,
    prev bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (authority_id, seq)
);
CREATE TABLE waymark.batch (
    authority_id smallint NOT NULL,
    device_id uuid NOT NULL,
    n integer NOT NULL,
    person_id uuid NOT NULL,
    payload_hash bytea NOT NULL,
    seq bigint NOT NULL,
    result jsonb NOT NULL,
    PRIMARY KEY (authority_id, device_id, n)
);
CREATE TABLE waymark.held (
    authority_id smallint NOT NULL,
    op_id uuid NOT NULL,
    person_id uuid NOT NULL,
    device_id uuid,
    case_id uuid NOT NULL,
    why text NOT NULL,
    op jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    link_seq bigint,
    PRIMARY KEY (authority_id, op_id)
);
CREATE INDEX held_of_link ON waymark.held (authority_id, link_seq);
CREATE TABLE waymark.held_settled (
    authority_id smallint NOT NULL,
    op_id uuid NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('added', 'dropped')),
    by uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    link_seq bigint,
    PRIMARY KEY (authority_id, op_id)
);
CREATE INDEX held_settled_of_link ON waymark.held_settled (authority_id, link_seq);
CREATE TABLE waymark.opened (
    authority_id smallint NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    person_id uuid NOT NULL,
    device_id uuid,
    act text NOT NULL,
    what text NOT NULL DEFAULT '',
    at timestamptz NOT NULL,
    server_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    link_seq bigint,
    PRIMARY KEY (authority_id, id)
);
CREATE INDEX opened_of_link ON waymark.opened (authority_id, link_seq);
CREATE INDEX opened_by_case ON waymark.opened (authority_id, case_id, at);
CREATE INDEX opened_by_person ON waymark.opened (authority_id, person_id, at);
-- Pages and pictures, by the digest of the whole, in parts of at most 256 KiB.
CREATE TABLE waymark.part (
    authority_id smallint NOT NULL,
    case_id uuid NOT NULL,
    digest text NOT NULL,
    part integer NOT NULL,
    parts integer NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (authority_id, case_id, digest, part)
);
-- Batches that laptops bring back after the database was restored, to be played again in order.
CREATE TABLE waymark.parked (
    authority_id smallint NOT NULL,
    device_id uuid NOT NULL,
    n integer NOT NULL,
    person_id uuid NOT NULL,
    seq bigint NOT NULL,
    batch jsonb NOT NULL,
    played boolean NOT NULL DEFAULT false,
    PRIMARY KEY (authority_id, device_id, n)
);
CREATE INDEX parked_in_order ON waymark.parked (authority_id, seq);

RESET ROLE;
