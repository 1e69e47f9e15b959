-- Takes the reading functions away; no row is touched.

SET ROLE waymark_owner;

DROP FUNCTION waymark.digest;
DROP FUNCTION waymark._digest_of;
DROP FUNCTION waymark.pull;
DROP FUNCTION waymark._answer_shortly;
DROP FUNCTION waymark._shortly;
DROP FUNCTION waymark._is_put_out;
DROP FUNCTION waymark._malformed;
DROP FUNCTION waymark._pull_history;
DROP FUNCTION waymark._patch_seen;
DROP FUNCTION waymark._pull_held;
DROP FUNCTION waymark._held_nowhere;
DROP FUNCTION waymark._pull_people;
DROP FUNCTION waymark._pull_laptops;
DROP FUNCTION waymark._pull_looked;
DROP FUNCTION waymark._placed;
DROP FUNCTION waymark._pull_parts;
DROP FUNCTION waymark._pull_case;
DROP FUNCTION waymark._newest_reviews;
DROP FUNCTION waymark._pull_rows;
DROP FUNCTION waymark._page;
DROP FUNCTION waymark._places;
DROP FUNCTION waymark._places_of;
DROP FUNCTION waymark._streams;
DROP FUNCTION waymark._place_of;
DROP FUNCTION waymark._only;
DROP FUNCTION waymark._page_limit;
DROP FUNCTION waymark._tables;
DROP TYPE waymark.stream;
DROP TYPE waymark.place;

RESET ROLE;
