"""A council’s case list into the record, column by column."""
