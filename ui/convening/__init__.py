"""Calling reviews together: the desk's list, and the convening page of one review."""
