"""Unlocking the record, and keeping it where only its owner reads it."""
