"""Papers on their way: decisions, the record and each person’s copy, until they are sent."""
