"""Papers on their way out: Word files, e-mail drafts, envelope sheets and print runs."""
