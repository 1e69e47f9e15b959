"""Where I stand: what is on today, and the list of children."""
