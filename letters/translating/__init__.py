"""The words of a letter on their way to a translator and back, as a Word file."""
