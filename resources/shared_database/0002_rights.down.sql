-- Takes the rights away again; the tables and what they hold stay.

SET ROLE waymark_owner;

DO $rights$
DECLARE
    each record;
BEGIN
    FOR each IN
        SELECT p.tablename, p.policyname FROM pg_policies p WHERE p.schemaname = 'waymark'
    LOOP
        EXECUTE format('DROP POLICY %I ON waymark.%I', each.policyname, each.tablename);
    END LOOP;
    FOR each IN
        SELECT t.tablename FROM pg_tables t WHERE t.schemaname = 'waymark'
    LOOP
        EXECUTE format('ALTER TABLE waymark.%I NO FORCE ROW LEVEL SECURITY', each.tablename);
        EXECUTE format('ALTER TABLE waymark.%I DISABLE ROW LEVEL SECURITY', each.tablename);
        EXECUTE format('REVOKE ALL ON waymark.%I FROM waymark_audit, waymark_backup',
            each.tablename);
    END LOOP;
    FOR each IN
        SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = 'waymark'::regnamespace AND NOT t.tgisinternal
            AND t.tgname IN ('stays', 'stays_whole', 'into_link')
    LOOP
        EXECUTE format('DROP TRIGGER %I ON waymark.%I', each.tgname, each.relname);
    END LOOP;
END $rights$;

REVOKE SELECT (authority_id, seq, ord, content_hash) ON waymark.change FROM waymark_audit;
REVOKE USAGE ON SCHEMA waymark FROM waymark_client, waymark_audit, waymark_backup;
DROP FUNCTION waymark._found(smallint, text, uuid, jsonb);
DROP FUNCTION waymark._note(smallint, text, uuid, integer, jsonb);
DROP FUNCTION waymark._link(smallint, bigint);
DROP FUNCTION waymark._link_hash(smallint, bigint, bytea);
DROP FUNCTION waymark._lines_of_link(smallint, bigint);
DROP FUNCTION waymark._into_link();
DROP FUNCTION waymark._content_hash(bytea, jsonb);
DROP FUNCTION waymark._forget(smallint, uuid);
DROP FUNCTION waymark._stays();
DROP FUNCTION waymark._has(smallint, uuid);
DROP FUNCTION waymark._act(text);
DROP FUNCTION waymark._enter();
DROP FUNCTION waymark._role();
DROP TYPE waymark.caller;
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO PUBLIC;

RESET ROLE;
