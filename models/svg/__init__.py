"""SVG drawings that somebody brings: read without trust, and written anew."""
