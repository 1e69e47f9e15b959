"""Sharing with the council: what is noted here is sent from there."""
