"""No invented example is failed for being slow on a busy machine."""

from hypothesis import settings

settings.register_profile("rules", deadline=None)
settings.load_profile("rules")
