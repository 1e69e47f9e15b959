"""The council's form of its meetings, changed in a window of its own."""
