-- Takes the whole shared database away. `waymark shared-database` never runs this on its own.
DROP SCHEMA waymark CASCADE;
