"""How the letter of each band looks on paper."""
