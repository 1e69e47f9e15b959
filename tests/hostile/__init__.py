"""Somebody with a valid login, a program of their own and no good in mind."""
