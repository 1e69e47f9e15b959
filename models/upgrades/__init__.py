"""The numbered steps, oldest first; a step is never edited after a release."""

from models.upgrades import step_0001_first

STEPS = (step_0001_first,)
