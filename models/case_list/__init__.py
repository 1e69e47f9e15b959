"""Case list in: what a council's system exports becomes children, or comes back with reasons."""
