"""Pictures that somebody brings: shown, brought from a file or by dropping, and said in words."""
