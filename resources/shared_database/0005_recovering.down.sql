-- Takes recovering and erasing away; no row is touched, and what was erased stays so.

SET ROLE waymark_owner;

DROP FUNCTION waymark._set_hold;
DROP FUNCTION waymark.erase;
DROP FUNCTION waymark._erase_why_not;
DROP FUNCTION waymark._case_asked;
DROP FUNCTION waymark._kept_until;
DROP FUNCTION waymark._empty_parked;
DROP FUNCTION waymark._empty_rows;
DROP FUNCTION waymark._note_of_case;
DROP FUNCTION waymark.recover;
DROP FUNCTION waymark._close;
DROP FUNCTION waymark._play_the_rest;
DROP FUNCTION waymark._play_in_order;
DROP FUNCTION waymark._play;
DROP FUNCTION waymark._hold_parked;
DROP FUNCTION waymark._recovery;
DROP FUNCTION waymark._missing;
DROP FUNCTION waymark._furthest;
DROP FUNCTION waymark._park_one;
DROP FUNCTION waymark.park;
DROP FUNCTION waymark._parked_at;
DROP FUNCTION waymark._rows_astray;
DROP FUNCTION waymark._erased_at;
DROP FUNCTION waymark._chain_breaks;

RESET ROLE;
