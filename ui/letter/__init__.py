"""The window where the letter to the child is written, beside its page."""
