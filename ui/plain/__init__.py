"""Help with plain words while they are typed: the editor, its suggestions, and lists of words."""
