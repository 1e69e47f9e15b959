"""The tests of Waymark; a package by name, so that no other installed one stands before it."""
