"""Before the record is open: unlocking it, and making it the first time."""
