"""Plain words: hard words and what to say instead, long sentences, reading age, spelling."""
